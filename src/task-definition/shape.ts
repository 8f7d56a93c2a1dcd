import type { MemberType } from './member-type.ts';
import { shapes } from './members.ts';

/** The members of a shape by name. Maps, so that nothing inherited (`constructor`) is taken for a member. */
const membersByShape: ReadonlyMap<string, ReadonlyMap<string, MemberType>> = new Map(
  Object.entries(shapes).map(([name, { members }]) => [name, new Map(Object.entries(members))]),
);

const requiredByShape: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(shapes).map(([name, { required = [] }]) => [name, required]),
);

const none: ReadonlyMap<string, MemberType> = new Map();

/** The members that AWS's shape has, in the order of the API reference; none for a shape nobody knows. */
export function membersOf(shape: string): ReadonlyMap<string, MemberType> {
  return membersByShape.get(shape) ?? none;
}

/** The members that AWS requires in a shape. */
export function requiredIn(shape: string): readonly string[] {
  return requiredByShape.get(shape) ?? [];
}
