import { isList, isPlainObject, own, type PlainObject } from './json.ts';
import { rootShape } from './members.ts';
import { normalisationsOf } from './normalisations.ts';
import { type AnyTaskDefinition, normalizeTaskDefinition } from './normalize.ts';
import type { MemberType } from './member-type.ts';
import { membersOf } from './shape.ts';
import { enumerations } from './values.ts';

/** One difference between two task definitions. */
export interface Change {
  /** Such as `containerDefinitions[app].image`: entries that have names are called by them. */
  readonly path: string;
  readonly kind: 'added' | 'removed' | 'changed';
  /** The values, only where they can hold no secret. */
  readonly before?: string;
  readonly after?: string;
}

/**
 * What a deployment of `after` would change in `before`: empty exactly when both mean the same to AWS.
 * Values of variables, commands, labels and options are never shown.
 */
export function diffTaskDefinitions(before: AnyTaskDefinition, after: AnyTaskDefinition): readonly Change[] {
  const sides = { before: normalizeTaskDefinition(before), after: normalizeTaskDefinition(after) };
  return diffStructures(sides.before, sides.after, { shape: rootShape, path: '' });
}

interface StructurePlace {
  readonly shape: string;
  readonly path: string;
}

interface Place {
  /** `Shape.member`. */
  readonly member: string;
  readonly path: string;
}

interface Sides {
  readonly before: unknown;
  readonly after: unknown;
}

function diffStructures(
  before: PlainObject,
  after: PlainObject,
  { shape, path }: StructurePlace,
): readonly Change[] {
  const types = membersOf(shape);
  // In the order of the API reference; what the table does not know comes last.
  const names = new Set([...types.keys(), ...Object.keys(before), ...Object.keys(after)]);
  return [...names].flatMap((name) => {
    const place = { member: `${shape}.${name}`, path: path === '' ? name : `${path}.${name}` };
    return diffValues({ before: own(before, name), after: own(after, name) }, types.get(name), place);
  });
}

function diffValues({ before, after }: Sides, type: MemberType | undefined, place: Place): readonly Change[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  if (type?.kind === 'structure' && isPlainObject(before) && isPlainObject(after)) {
    return diffStructures(before, after, { shape: type.shape, path: place.path });
  }
  if (type?.kind === 'map') return diffMaps(before, after, place);
  if (type?.kind === 'list' && type.of.kind === 'structure')
    return diffLists({ before, after }, type.of, place);
  return [change({ before, after }, type, place)];
}

/** Names of labels and options are shown, their values are not. */
function diffMaps(before: unknown, after: unknown, { member, path }: Place): readonly Change[] {
  const names = new Set([before, after].flatMap((side) => (isPlainObject(side) ? Object.keys(side) : [])));
  return [...names].flatMap((name) => {
    const sides = { before: own(before, name), after: own(after, name) };
    return sides.before === sides.after
      ? []
      : [change(sides, { kind: 'map', of: { kind: 'string' } }, { member, path: `${path}[${name}]` })];
  });
}

function diffLists({ before, after }: Sides, type: MemberType, place: Place): readonly Change[] {
  const sides = { before: keyed(before, place.member), after: keyed(after, place.member) };
  const byName = sides.before !== undefined && sides.after !== undefined;
  const left = (byName ? sides.before : undefined) ?? indexed(before);
  const right = (byName ? sides.after : undefined) ?? indexed(after);
  return [...new Set([...left.keys(), ...right.keys()])].flatMap((key) => {
    const path = `${place.path}[${key}]`;
    return diffValues({ before: left.get(key), after: right.get(key) }, type, { member: place.member, path });
  });
}

function indexed(list: unknown): ReadonlyMap<string, unknown> {
  return new Map(isList(list) ? list.map((item, index) => [String(index), item]) : []);
}

/** The entries by their names, where AWS keeps no order and every entry has a name of its own. */
function keyed(list: unknown, member: string): ReadonlyMap<string, unknown> | undefined {
  const order = normalisationsOf(member).find(({ kind }) => kind === 'order');
  if (order?.kind !== 'order') return undefined;
  const items = isList(list) ? list : [];
  const entries = new Map(items.map((item) => [String(own(item, order.by)), item]));
  return entries.size === items.length ? entries : undefined;
}

function change({ before, after }: Sides, type: MemberType | undefined, { member, path }: Place): Change {
  const kind = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
  if (!isPublic(type, member)) return { path, kind };
  return {
    path,
    kind,
    ...(before !== undefined && { before: text(before) }),
    ...(after !== undefined && { after: text(after) }),
  };
}

/** Numbers, booleans and enumerations hold no secret; of the texts only these. */
const publicTexts: ReadonlySet<string> = new Set([
  'RegisterTaskDefinitionRequest.family',
  'RegisterTaskDefinitionRequest.cpu',
  'RegisterTaskDefinitionRequest.memory',
  'RegisterTaskDefinitionRequest.taskRoleArn',
  'RegisterTaskDefinitionRequest.executionRoleArn',
  'ContainerDefinition.image',
]);

function isPublic(type: MemberType | undefined, member: string): boolean {
  if (type?.kind === 'integer' || type?.kind === 'boolean') return true;
  if (type?.kind === 'list') return enumerations.has(member);
  return type?.kind === 'string' && (enumerations.has(member) || publicTexts.has(member));
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
