import {
  type DocumentNode,
  type ObjectMember,
  type ObjectNode,
  type Path,
  pathText,
} from '../inputs/document.ts';
import { nearest } from '../inputs/nearest.ts';
import type { Location, Problem } from '../inputs/problem.ts';
import { sdkVersion } from './members.ts';
import { readScalar } from './scalar.ts';
import type { MemberType } from './member-type.ts';
import { membersOf, requiredIn } from './shape.ts';
import { requiredByService } from './values.ts';

/** A file's value as far as it could be read, with everything that could not. */
export interface ReadResult {
  /** Plain JSON; members with problems are left out. */
  readonly value: unknown;
  readonly problems: readonly Problem[];
  /** The members that a problem is about: rules that miss them need not complain again. */
  readonly reported: readonly Path[];
  /** Members that were null, which means "not given" to AWS. */
  readonly nulls: readonly { readonly path: Path; readonly at: Location }[];
}

/**
 * Reads a document as a shape of AWS's: unknown and missing members, wrong types and values are problems.
 * `whole` is what the user knows the shape as.
 */
export function readShape(node: ObjectNode, shape: string, whole = 'a task definition'): ReadResult {
  const found = { problems: [], reported: [], nulls: [] };
  const value = readStructure(node, { shape, path: [], reading: { whole, ...found } });
  return { value, ...found };
}

interface Reading {
  readonly whole: string;
  readonly problems: Problem[];
  readonly reported: Path[];
  readonly nulls: { readonly path: Path; readonly at: Location }[];
}

interface Place {
  /** `Shape.member`, where the enumerations are known by. */
  readonly member: string;
  readonly path: Path;
  readonly reading: Reading;
}

interface StructurePlace extends Omit<Place, 'member'> {
  readonly shape: string;
}

function readStructure(node: ObjectNode, place: StructurePlace): unknown {
  const known = membersOf(place.shape);
  const entries = node.members.flatMap((member) => {
    const type = known.get(member.key);
    if (type === undefined) {
      reportUnknown(member, place);
      return [];
    }
    const value = readMember(member, type, place);
    return value === undefined ? [] : [[member.key, value] as const];
  });
  reportMissing(node, place);
  return Object.fromEntries(entries);
}

function readMember({ key, value }: ObjectMember, type: MemberType, place: StructurePlace): unknown {
  const path = [...place.path, key];
  const member = `${place.shape}.${key}`;
  if (value.kind !== 'null') return readValue(value, type, { member, path, reading: place.reading });
  // An empty variable is a mistake more often than an absent one, and which of them null means is unclear.
  if (member === 'KeyValuePair.value') return refuseNull(value, { member, path, reading: place.reading });
  place.reading.nulls.push({ path, at: value.at });
  return undefined;
}

function readValue(node: DocumentNode, type: MemberType, place: Place): unknown {
  const { path, reading } = place;
  if (node.kind === 'null') return refuseNull(node, place);
  switch (type.kind) {
    case 'structure':
      if (node.kind === 'object') return readStructure(node, { shape: type.shape, path, reading });
      return refuseKind(node, 'an object', place);
    case 'list':
      if (node.kind === 'list') return readItems(node.items, type.of, place);
      return refuseKind(node, 'a list', place);
    case 'map':
      if (node.kind === 'object') return readEntries(node, type.of, place);
      return refuseKind(node, 'an object of names and texts', place);
    case 'string':
    case 'integer':
    case 'boolean':
    case 'timestamp': {
      const result = readScalar(node, type.kind, place);
      if (result.ok) return result.value;
      reading.problems.push(...result.problems);
      reading.reported.push(path);
      return undefined;
    }
  }
}

function readItems(items: readonly DocumentNode[], type: MemberType, place: Place): unknown {
  // A bad structure keeps its position, so that the paths of the others stay true; such a value is never sent.
  return items
    .map((item, index) => readValue(item, type, { ...place, path: [...place.path, index] }) ?? blank(type))
    .filter((item) => item !== undefined);
}

function blank(type: MemberType): unknown {
  switch (type.kind) {
    case 'structure':
    case 'map':
      return {};
    case 'list':
      return [];
    case 'string':
    case 'integer':
    case 'boolean':
    case 'timestamp':
      return undefined;
  }
}

function readEntries({ members }: ObjectNode, type: MemberType, place: Place): unknown {
  return Object.fromEntries(
    members.flatMap(({ key, value }) => {
      const entry = readValue(value, type, { ...place, path: [...place.path, key] });
      return entry === undefined ? [] : [[key, entry] as const];
    }),
  );
}

function reportUnknown({ key, keyAt }: ObjectMember, { shape, path, reading }: StructurePlace): void {
  const names = [...membersOf(shape).keys()];
  const meant = nearest(key, names);
  reading.reported.push([...path, meant ?? key]);
  reading.problems.push({
    message: `${pathText([...path, key])} is no member of ${reading.whole} that SDK ${sdkVersion} knows.`,
    remedy: meant === undefined ? `Remove it; known here: ${names.join(', ')}.` : `Did you mean ${meant}?`,
    location: keyAt,
  });
}

function reportMissing(node: ObjectNode, { shape, path, reading }: StructurePlace): void {
  const required = new Set([...requiredIn(shape), ...(requiredByService.get(shape) ?? [])]);
  const reported = new Set(reading.reported.map(pathText));
  for (const name of required) {
    const missing = [...path, name];
    const given = node.members.some(({ key, value }) => key === name && value.kind !== 'null');
    if (given || reported.has(pathText(missing))) continue;
    reading.reported.push(missing);
    reading.problems.push({
      message: `${pathText(missing)} is missing.`,
      remedy: `Add ${name}: it is required here.`,
      location: node.at,
    });
  }
}

function refuseNull(node: DocumentNode, place: Place): unknown {
  return refuse(place, {
    message: `${pathText(place.path)} is null.`,
    remedy: 'Give it a value ("" for an empty text), or remove it.',
    location: node.at,
  });
}

function refuseKind(node: DocumentNode, wanted: string, place: Place): unknown {
  return refuse(place, {
    message: `${pathText(place.path)} must be ${wanted}, not ${nouns[node.kind]}.`,
    remedy: node.kind === 'list' ? 'Write it without the list.' : `Write ${wanted} here.`,
    location: node.at,
  });
}

function refuse({ path, reading }: Place, problem: Problem): unknown {
  reading.problems.push(problem);
  reading.reported.push(path);
  return undefined;
}

const nouns = {
  object: 'an object',
  list: 'a list',
  text: 'a text',
  number: 'a number',
  boolean: 'true or false',
  null: 'null',
} as const;
