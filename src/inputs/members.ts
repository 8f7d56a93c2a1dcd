import type { ObjectMember } from './node.ts';
import type { Location, Problem } from './problem.ts';

/** How many objects and lists may stand in one another. A task definition needs nine. */
export const deepest = 64;

/** The members in which no key comes twice; each repetition is added to the problems. */
export function checkedMembers(members: readonly ObjectMember[], problems: Problem[]): ObjectMember[] {
  const firsts = new Map<string, ObjectMember>();
  for (const member of members) {
    const first = firsts.get(member.key);
    if (first === undefined) firsts.set(member.key, member);
    else problems.push(repeated(member, first));
  }
  return [...firsts.values()];
}

function repeated({ key, keyAt }: ObjectMember, first: ObjectMember): Problem {
  return {
    message: `${key} comes twice in the same object: first in line ${first.keyAt.line ?? '?'}.`,
    remedy: 'Keep one of the two.',
    location: keyAt,
  };
}

export function tooDeep(location: Location): Problem {
  return {
    message: `Objects and lists stand in one another more than ${deepest} deep.`,
    remedy: 'Check that this is the right file.',
    location,
  };
}
