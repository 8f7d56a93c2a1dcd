import type { Members } from './recordings/members.ts';

/** In what an answer differs from a recorded one: `place.name` of each member. */
export interface Difference {
  readonly missing: readonly string[];
  readonly extra: readonly string[];
}

/** Compares the members of an answer with recorded ones, place by place. Each entry of a list must agree. */
export function differenceOf(answer: unknown, recorded: Members): Difference {
  const found = Object.entries(recorded).flatMap(([place, members]) =>
    at(answer, place).map((value) => ({ place, members, present: namesOf(value) })),
  );
  const pick = (choose: (members: readonly string[], present: readonly string[]) => readonly string[]) =>
    unique(
      found.flatMap(({ place, members, present }) =>
        choose(members, present).map((name) => (place === '' ? name : `${place}.${name}`)),
      ),
    );
  return {
    missing: pick((members, present) => members.filter((name) => !present.includes(name))),
    extra: pick((members, present) => present.filter((name) => !members.includes(name))),
  };
}

/** The values at a place such as `deployments[]` or `deploymentConfiguration.alarms`. Throws where none is. */
function at(answer: unknown, place: string): readonly unknown[] {
  const steps = place === '' ? [] : place.split('.');
  const values = steps.reduce<readonly unknown[]>(
    (before, step) => before.flatMap((value) => inside(value, step)),
    [answer],
  );
  if (values.length === 0) throw new Error(`The answer has nothing at '${place}'.`);
  return values;
}

function inside(value: unknown, step: string): readonly unknown[] {
  const name = step.replace(/\[\]$/, '');
  const member = entriesOf(value).find(([key]) => key === name)?.[1];
  if (!step.endsWith('[]')) return [member];
  return Array.isArray(member) ? member : [];
}

/** A member that is undefined was not in the answer. */
const namesOf = (value: unknown): readonly string[] => entriesOf(value).map(([name]) => name);

const entriesOf = (value: unknown): readonly (readonly [string, unknown])[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).filter(([, member]) => member !== undefined)
    : [];

const unique = (names: readonly string[]): readonly string[] => [...new Set(names)].sort();
