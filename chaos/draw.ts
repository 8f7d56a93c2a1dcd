import { between, type Chance, fraction } from '../sandbox/chance.ts';

/**
 * Where the numbers of one dimension of a seed begin. Each dimension has a row of its own: a new one changes
 * nothing else in the scenarios of the seeds there are.
 */
export function chanceOf(seed: number, dimension: string): Chance {
  const salt = Array.from(dimension).reduce(
    (sum, letter) => Math.imul(sum, 31) + (letter.codePointAt(0) ?? 0),
    7,
  );
  return { state: Math.imul(seed, 0x9e3779b1) ^ Math.imul(salt, 0x85ebca6b) };
}

export const often = (chance: Chance, probability: number): boolean => fraction(chance) < probability;

export function pick<T>(chance: Chance, choices: readonly T[]): T {
  const chosen = choices[between(chance, 0, choices.length - 1)];
  if (chosen === undefined) throw new RangeError('There is nothing to pick from.');
  return chosen;
}

/** As many as one of the counts says. */
export const many = <T>(chance: Chance, counts: readonly number[], make: () => T): readonly T[] =>
  Array.from({ length: pick(chance, counts) }, make);
