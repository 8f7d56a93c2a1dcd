import { NormalizedSchema } from '@smithy/core/schema';
import { AwsError } from '../aws-error.ts';
import { isJsonObject, type Json, type JsonObject } from './json.ts';

/** A request schema as the SDK exports it, such as `UpdateServiceRequest$`. */
export type RequestSchema = Parameters<typeof NormalizedSchema.of>[0];

/** Turns the body of a request into the input of an operation, or throws what AWS answers to a bad one. */
export type Accept<Input> = (body: JsonObject) => Input;

/**
 * Accepts what the schema knows. Members it does not know are left out, as AWS ignores them [?], and so are
 * members that are null. Throws SerializationException for a value of the wrong kind.
 */
export function accepting<Input extends object>(schema: RequestSchema): Accept<Input> {
  const shape = NormalizedSchema.of(schema);
  return (body) => {
    const input = knownMembers(shape, body);
    if (!conforms<Input>(shape, input)) throw new AwsError('SerializationException', 'Unexpected input.');
    return input;
  };
}

/** As `accepting`; besides, throws where a member that the schema requires is missing. */
export function requiring<Input extends object>(schema: RequestSchema): Accept<Input> {
  const accept = accepting<Input>(schema);
  const required = requiredMembers(schema);
  return (body) => {
    const missing = required.find((name) => body[name] === undefined || body[name] === null);
    if (missing === undefined) return accept(body);
    // [?] AWS's words, which differ from operation to operation.
    throw new AwsError('InvalidParameterException', `${missing} cannot be empty.`);
  };
}

/** The names of the members that a structure requires: the SDK lists them first, and says how many they are. */
export function requiredMembers(schema: unknown): readonly string[] {
  const parts: readonly unknown[] = Array.isArray(schema) ? schema : [];
  const names: readonly unknown[] = Array.isArray(parts[4]) ? parts[4] : [];
  const count = typeof parts[6] === 'number' ? parts[6] : 0;
  return names.slice(0, count).filter((name) => typeof name === 'string');
}

/** Whether a value, all of whose members have been read by this schema, is what the schema's type says. */
function conforms<Input extends object>(shape: NormalizedSchema, value: Input | JsonObject): value is Input {
  const known = new Set([...shape.structIterator()].map(([name]) => name));
  return Object.keys(value).every((name) => known.has(name));
}

function knownMembers(shape: NormalizedSchema, value: JsonObject): JsonObject {
  const members: Record<string, Json> = {};
  for (const [name, member] of shape.structIterator()) {
    const given = value[name];
    if (given !== undefined && given !== null) members[name] = read(member, given);
  }
  return members;
}

function read(shape: NormalizedSchema, value: Json): Json {
  if (shape.isStructSchema()) return knownMembers(shape, objectOf(value));
  if (shape.isListSchema()) {
    if (!Array.isArray(value)) throw serialization('Expected list or null');
    const items: readonly Json[] = value;
    return items.map((item) => read(shape.getValueSchema(), item));
  }
  if (shape.isMapSchema()) {
    const entries = Object.entries(objectOf(value));
    return Object.fromEntries(
      entries.map(([key, item]) => [key, item === undefined ? null : read(shape.getValueSchema(), item)]),
    );
  }
  return scalar(shape, value);
}

function objectOf(value: Json): JsonObject {
  if (!isJsonObject(value)) throw serialization('Expected map or null');
  return value;
}

// [?] The words of these refusals; the code SerializationException is AWS's.
function scalar(shape: NormalizedSchema, value: Json): Json {
  const wanted = wantedKind(shape);
  if (wanted === undefined) return value;
  if (typeof value === 'object' && value !== null) {
    throw serialization(
      `Start of ${Array.isArray(value) ? 'list' : 'structure or map'} found where not expected`,
    );
  }
  if (typeof value !== wanted.kind) {
    throw serialization(`${(typeof value).toUpperCase()}_VALUE can not be converted to ${wanted.name}`);
  }
  return value;
}

function wantedKind(shape: NormalizedSchema): { readonly kind: string; readonly name: string } | undefined {
  if (shape.isStringSchema()) return { kind: 'string', name: 'a String' };
  if (shape.isBooleanSchema()) return { kind: 'boolean', name: 'a Boolean' };
  if (shape.isNumericSchema()) return { kind: 'number', name: 'a Number' };
  return undefined;
}

const serialization = (message: string) => new AwsError('SerializationException', message);

/** The paths of members that the schema does not know, at every depth. */
export function unknownMembers(
  schema: RequestSchema,
  value: Json,
): readonly (readonly (string | number)[])[] {
  return unknownIn(NormalizedSchema.of(schema), value);
}

function unknownIn(shape: NormalizedSchema, value: Json): readonly (readonly (string | number)[])[] {
  if (Array.isArray(value)) {
    const items: readonly Json[] = value;
    if (!shape.isListSchema()) return [];
    return items.flatMap((item, index) =>
      unknownIn(shape.getValueSchema(), item).map((path) => [index, ...path]),
    );
  }
  if (!isJsonObject(value) || !shape.isStructSchema()) return [];
  const members = new Map([...shape.structIterator()]);
  return Object.entries(value).flatMap(([name, item]) => {
    const member = members.get(name);
    if (member === undefined) return [[name]];
    return item === undefined ? [] : unknownIn(member, item).map((path) => [name, ...path]);
  });
}
