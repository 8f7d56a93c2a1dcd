import type { RegisterTaskDefinitionCommandInput, TaskDefinition } from '@aws-sdk/client-ecs';
import { isList, isPlainObject, own, type PlainObject } from './json.ts';
import { describedOnly, rootShape } from './members.ts';
import { emptyMeansAbsent, type Normalisation, normalisationsOf, type Place } from './normalisations.ts';
import type { MemberType } from './member-type.ts';
import { membersOf } from './shape.ts';

/** A task definition as it is sent to AWS, or as DescribeTaskDefinition answers it. */
export type AnyTaskDefinition = RegisterTaskDefinitionCommandInput | TaskDefinition;

/**
 * The canonical form of a task definition: two definitions that mean the same to AWS have equal forms.
 * Only what NORMALISATIONS lists is stripped. Plain JSON with sorted members; the input is not changed.
 */
export function normalizeTaskDefinition(definition: AnyTaskDefinition): PlainObject {
  const registered = Object.fromEntries(
    Object.entries(definition).filter(([name]) => !describedOnly.includes(name)),
  );
  const context = {
    networkMode: own(registered, 'networkMode'),
    operatingSystemFamily: own(own(registered, 'runtimePlatform'), 'operatingSystemFamily'),
  };
  return normalizeStructure(registered, rootShape, context);
}

type Context = Pick<Place, 'networkMode' | 'operatingSystemFamily'>;

function normalizeStructure(value: PlainObject, shape: string, context: Context): PlainObject {
  const types = membersOf(shape);
  const entries = Object.entries(value).flatMap(([name, given]) => {
    const type = types.get(name);
    const member = `${shape}.${name}`;
    const place = { ...context, value: given, sibling: (other: string) => own(value, other) };
    // A member that the table does not know is kept as it is: what is unknown makes a difference.
    const normal = type === undefined ? given : normalizeMember(type, { member, place, context });
    return isAbsent(normal) ? [] : [[name, normal] as const];
  });
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null;
}

interface Member {
  readonly member: string;
  readonly place: Place;
  readonly context: Context;
}

function normalizeMember(type: MemberType, { member, place, context }: Member): unknown {
  const normalisations = normalisationsOf(member);
  if (isEmpty(type, place.value) && emptyMeansAbsent(member)) return undefined;
  if (normalisations.some((one) => one.kind === 'drop' && one.when(place))) return undefined;
  return normalisations.reduce(arrange, normalizeValue(type, place.value, context));
}

function arrange(value: unknown, normalisation: Normalisation): unknown {
  switch (normalisation.kind) {
    case 'drop':
    case 'empty':
      return value;
    case 'rewrite':
      return normalisation.to(value);
    case 'order':
      return isList(value) ? sorted(value, normalisation.by) : value;
  }
}

/** Entries of the same name keep their order: the later may overrule the earlier. */
function sorted(list: readonly unknown[], by: string): readonly unknown[] {
  const keyOf = (entry: unknown): string => {
    const key = own(entry, by);
    return typeof key === 'string' ? key : '';
  };
  return [...list].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0));
}

function isEmpty(type: MemberType, value: unknown): boolean {
  if (type.kind === 'list') return isList(value) && value.length === 0;
  return type.kind === 'map' && isPlainObject(value) && Object.keys(value).length === 0;
}

function normalizeValue(type: MemberType, value: unknown, context: Context): unknown {
  switch (type.kind) {
    case 'structure':
      return isPlainObject(value) ? normalizeStructure(value, type.shape, context) : value;
    case 'list':
      return isList(value) ? value.map((item) => normalizeValue(type.of, item, context)) : value;
    case 'map':
      if (!isPlainObject(value)) return value;
      return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
    case 'string':
    case 'integer':
    case 'boolean':
    case 'timestamp':
      return value;
  }
}
