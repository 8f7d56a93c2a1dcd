/** Where a seeded row of numbers has got to. Part of the world, so that a world can be stored and resumed. */
export interface Chance {
  state: number;
}

/** The next number of the row, from 0 up to but not including 1 (the mulberry32 generator). */
export function fraction(chance: Chance): number {
  chance.state = (chance.state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(chance.state ^ (chance.state >>> 15), 1 | chance.state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
}

/** A whole number from `least` to `most`, both included. */
export function between(chance: Chance, least: number, most: number): number {
  return least + Math.floor(fraction(chance) * (most - least + 1));
}

/** So many characters drawn from an alphabet. */
export function characters(chance: Chance, length: number, alphabet: string): string {
  return Array.from({ length }, () => alphabet.charAt(between(chance, 0, alphabet.length - 1))).join('');
}

/** Hexadecimal digits, as in task ids. */
export const hexadecimal = (chance: Chance, length: number): string =>
  characters(chance, length, '0123456789abcdef');

/** The form of a UUID, as in event ids and request ids. */
export const uuid = (chance: Chance): string =>
  [8, 4, 4, 4, 12].map((length) => hexadecimal(chance, length)).join('-');
