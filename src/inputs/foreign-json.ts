/** The members of a JSON object that another program wrote: nothing is known of them yet. */
export type Members = Readonly<Record<string, unknown>>;

/** Any JSON, or undefined for a text that is none. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Its members; none of what is no object. */
export const membersOf = (value: unknown): Members => (isMembers(value) ? value : {});
