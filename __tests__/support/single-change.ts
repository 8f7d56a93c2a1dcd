import type { RegisterTaskDefinitionCommandInput } from '@aws-sdk/client-ecs';
import fc from 'fast-check';
import { isTaskDefinition } from '../../src/task-definition/conform.ts';
import { rootShape } from '../../src/task-definition/members.ts';
import type { MemberType } from '../../src/task-definition/member-type.ts';
import { membersOf } from '../../src/task-definition/shape.ts';
import { enumerations } from '../../src/task-definition/values.ts';
import { sampleOf } from './every-member.ts';

/** A definition, and the same with one field changed, at any depth, so that it means something else. */
export interface SingleChange {
  readonly before: RegisterTaskDefinitionCommandInput;
  readonly after: RegisterTaskDefinitionCommandInput;
  /** What was done where, for the failure to show. */
  readonly what: string;
}

/** Any definition with one of its single changes; each way to change is as likely as the others. */
export const singleChange = (
  definitions: fc.Arbitrary<RegisterTaskDefinitionCommandInput>,
): fc.Arbitrary<SingleChange> =>
  fc.tuple(definitions, fc.nat(), fc.nat()).map(([before, way, place]) => {
    const edits = editsOfDefinition(before);
    const ways = [...new Set(edits.map((edit) => edit.way))];
    const candidates = edits.filter((edit) => edit.way === ways[way % ways.length]);
    const edit = candidates[place % candidates.length];
    if (edit === undefined) throw new Error('There is nothing to change.');
    return applied(before, edit);
  });

/** All single changes of a definition. */
export const singleChanges = (before: RegisterTaskDefinitionCommandInput): readonly SingleChange[] =>
  editsOfDefinition(before).map((edit) => applied(before, edit));

const editsOfDefinition = (value: RegisterTaskDefinitionCommandInput): readonly Edit[] =>
  editsOf({ type: { kind: 'structure', shape: rootShape }, member: rootShape, value });

function applied(before: RegisterTaskDefinitionCommandInput, { way, path, apply }: Edit): SingleChange {
  const after = apply();
  if (!isTaskDefinition(after)) throw new Error('What is changed is no task definition.');
  return { before, after, what: `${way}: ${path.join('.')}` };
}

interface Edit {
  readonly way:
    'another value' | 'a new member' | 'a new item' | 'an item less' | 'a new entry' | 'an entry less';
  readonly path: readonly (string | number)[];
  /** The changed copy. */
  readonly apply: () => unknown;
}

interface Spot {
  readonly type: MemberType;
  /** `Shape.member`. */
  readonly member: string;
  readonly value: unknown;
}

/**
 * No new value is one that AWS takes when none is given, so that each edit changes the meaning. What is
 * there is not removed from structures: it may be such a value. Adding is removing, seen from the other side.
 */
function editsOf({ type, member, value }: Spot): readonly Edit[] {
  switch (type.kind) {
    case 'string':
    case 'integer':
    case 'boolean':
    case 'timestamp':
      return otherValues(value, member).map((other) => ({
        way: 'another value',
        path: [],
        apply: () => other,
      }));
    case 'list':
      return Array.isArray(value) ? listEdits(value, type.of, member) : [];
    case 'map':
      return mapEdits(entriesOf(value), type.of, member);
    case 'structure':
      return structureEdits(entriesOf(value), type.shape);
  }
}

function otherValues(value: unknown, member: string): readonly unknown[] {
  if (typeof value === 'number') return [value + 1001];
  if (typeof value === 'boolean') return [!value];
  if (typeof value !== 'string') return [];
  return (enumerations.get(member) ?? ['changed']).filter((other) => other !== value);
}

function listEdits(items: readonly unknown[], type: MemberType, member: string): readonly Edit[] {
  return [
    ...items.flatMap((value, index) => [
      ...editsOf({ type, member, value }).map((edit) => within(edit, index, (now) => items.with(index, now))),
      { way: 'an item less', path: [index], apply: () => items.toSpliced(index, 1) } as const,
    ]),
    ...[0, items.length].map(
      (index) =>
        ({
          way: 'a new item',
          path: [index],
          apply: () => items.toSpliced(index, 0, sampleOf(type, member)),
        }) as const,
    ),
  ];
}

type Entries = readonly (readonly [string, unknown])[];

function mapEdits(entries: Entries, type: MemberType, member: string): readonly Edit[] {
  return [
    ...entries.flatMap(([name, value]) => [
      ...editsOf({ type, member, value }).map((edit) => within(edit, name, withEntry(entries, name))),
      {
        way: 'an entry less',
        path: [name],
        apply: () => Object.fromEntries(entries.filter(([other]) => other !== name)),
      } as const,
    ]),
    { way: 'a new entry', path: ['new'], apply: () => withEntry(entries, 'new')('changed') },
  ];
}

function structureEdits(entries: Entries, shape: string): readonly Edit[] {
  const given = new Map(entries);
  return [...membersOf(shape)].flatMap(([name, type]): readonly Edit[] => {
    const member = `${shape}.${name}`;
    const value = given.get(name);
    if (value === undefined) {
      const apply = (): unknown => withEntry(entries, name)(sampleOf(type, member));
      return [{ way: 'a new member', path: [name], apply }];
    }
    return editsOf({ type, member, value }).map((edit) => within(edit, name, withEntry(entries, name)));
  });
}

/** An edit of a part as one of the whole. */
const within = (
  { way, path, apply }: Edit,
  step: string | number,
  put: (value: unknown) => unknown,
): Edit => ({ way, path: [step, ...path], apply: () => put(apply()) });

/** A copy with an entry added, or replaced where it was. */
const withEntry =
  (entries: Entries, name: string) =>
  (value: unknown): unknown =>
    Object.fromEntries(new Map([...entries, [name, value] as const]));

const entriesOf = (value: unknown): Entries =>
  typeof value === 'object' && value !== null ? Object.entries(value) : [];
