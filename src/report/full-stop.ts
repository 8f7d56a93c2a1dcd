/** Ends a text with exactly one full stop, unless it ends with a question or exclamation mark. */
export const withFullStop = (text: string): string => {
  const trimmed = text.trim().replace(/\.+$/, '');
  return /[?!]$/.test(trimmed) ? trimmed : `${trimmed}.`;
};
