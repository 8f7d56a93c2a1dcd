import { rootShape } from '../../src/task-definition/members.ts';
import type { MemberType } from '../../src/task-definition/member-type.ts';
import { membersOf } from '../../src/task-definition/shape.ts';
import { enumerations } from '../../src/task-definition/values.ts';

/** Values that AWS takes when none is given: a sample must not be one of them. */
const defaults = new Set(['tcp', 'enabled', 'DISABLED', 'bridge']);

/** A value of every member at every depth, none of them a default. */
export const everyMember = (): unknown => sampleOf({ kind: 'structure', shape: rootShape }, rootShape);

/** A value of this type, none in it a default, none twice; of `Shape.member`, which may be an enumeration. */
export function sampleOf(root: MemberType, place: string): unknown {
  let count = 100;
  const sample = (type: MemberType, member: string): unknown => {
    count += 1;
    switch (type.kind) {
      case 'string':
        return (enumerations.get(member) ?? []).find((value) => !defaults.has(value)) ?? `text${count}`;
      case 'integer':
        return count;
      case 'boolean':
        return member !== 'ContainerDefinition.essential';
      case 'timestamp':
        return new Date(count);
      case 'list':
        return [sample(type.of, member)];
      case 'map':
        return { [`key${count}`]: sample(type.of, member) };
      case 'structure':
        return Object.fromEntries(
          [...membersOf(type.shape)].map(([name, of]) => [name, sample(of, `${type.shape}.${name}`)]),
        );
    }
  };
  return sample(root, place);
}

/** The paths of all single values in a tree. */
export function leaves(tree: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof tree !== 'object' || tree === null) return [path];
  return Object.entries(tree).flatMap(([name, value]) => leaves(value, [...path, name]));
}

/** A copy of a tree in which one value is another; `undefined` removes it. */
export function withLeaf(
  tree: unknown,
  path: readonly string[],
  change: (value: unknown) => unknown,
): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return change(tree);
  if (Array.isArray(tree))
    return tree.map((item: unknown, index) => (String(index) === step ? withLeaf(item, rest, change) : item));
  return Object.fromEntries(
    Object.entries(tree ?? {}).flatMap(([name, value]: [string, unknown]) => {
      const next = name === step ? withLeaf(value, rest, change) : value;
      return next === undefined ? [] : [[name, next]];
    }),
  );
}
