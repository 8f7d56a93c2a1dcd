/** Ends a text with exactly one full stop. */
export const withFullStop = (text: string): string => `${text.trim().replace(/\.+$/, '')}.`;
