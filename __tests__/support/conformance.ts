/** In what an answer differs from a recorded one: `place.name` of each member. */
export interface Difference {
  readonly missing: readonly string[];
  readonly extra: readonly string[];
}

/**
 * Compares the members of an answer with those of a recorded one, place by place (`deployments[].id`). Every entry
 * of a list must be as the first recorded one; a list of which the recording has entries must have some.
 */
export function differenceOf(answer: unknown, recorded: unknown): Difference {
  const found = compare(answer, recorded, '');
  const pick = (which: keyof Difference) => [...new Set(found.flatMap((part) => part[which]))].sort();
  return { missing: pick('missing'), extra: pick('extra') };
}

function compare(answer: unknown, recorded: unknown, place: string): readonly Difference[] {
  if (isList(recorded)) return compareLists(isList(answer) ? answer : [], recorded, `${place}[]`);
  if (!isMapping(recorded)) return [];
  const [names, present] = [namesOf(recorded), namesOf(answer)];
  const at = (name: string) => (place === '' ? name : `${place}.${name}`);
  return [
    {
      missing: names.filter((name) => !present.includes(name)).map(at),
      extra: present.filter((name) => !names.includes(name)).map(at),
    },
    ...names
      .filter((name) => present.includes(name))
      .flatMap((name) => compare(memberOf(answer, name), memberOf(recorded, name), at(name))),
  ];
}

function compareLists(
  answer: readonly unknown[],
  [first]: readonly unknown[],
  place: string,
): readonly Difference[] {
  if (first === undefined) return [];
  if (answer.length === 0) return [{ missing: [place], extra: [] }];
  return answer.flatMap((entry) => compare(entry, first, place));
}

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

const isMapping = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !(value instanceof Date);

/** A member that is undefined was not in the answer. */
const namesOf = (value: unknown): readonly string[] =>
  isMapping(value)
    ? Object.entries(value).flatMap(([name, member]) => (member === undefined ? [] : [name]))
    : [];

const memberOf = (value: unknown, name: string): unknown =>
  isMapping(value) ? Object.entries(value).find(([key]) => key === name)?.[1] : undefined;
