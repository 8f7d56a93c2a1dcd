import { NormalizedSchema } from '@smithy/core/schema';
import { AwsError } from '../aws-error.ts';
import { isJsonObject, type Json, type JsonObject } from './json.ts';
import { requiredMembers, type RequestSchema } from './schema.ts';
import { isFlattened, xmlNameOf } from './xml-traits.ts';

/** The parameters of an awsQuery request, as a form has them. */
export type Form = ReadonlyMap<string, string>;

/** The members that a form gives an input, nested as its schema says; parameters it does not know are left out. */
export function readForm(schema: RequestSchema, form: Form): JsonObject {
  return structure(NormalizedSchema.of(schema), form, '');
}

function structure(shape: NormalizedSchema, form: Form, prefix: string): JsonObject {
  const members: Record<string, Json> = {};
  for (const [name, member] of shape.structIterator()) {
    const value = read(member, form, prefix + xmlNameOf(member, name));
    if (value !== undefined) members[name] = value;
  }
  return members;
}

/** What stands under a key; undefined where nothing does. */
function read(shape: NormalizedSchema, form: Form, key: string): Json | undefined {
  const given = form.get(key);
  if (shape.isListSchema()) {
    const place = isFlattened(shape) ? key : `${key}.${xmlNameOf(shape.getValueSchema(), 'member')}`;
    const items = numbers(form, place).map((number) =>
      read(shape.getValueSchema(), form, `${place}.${number}`),
    );
    return items.length > 0 ? items.map((item) => item ?? null) : emptyWhere(given, []);
  }
  if (shape.isMapSchema()) {
    const place = isFlattened(shape) ? key : `${key}.entry`;
    const [keys, values] = [shape.getKeySchema(), shape.getValueSchema()];
    const entries = numbers(form, place).map((number): readonly [string, Json] => [
      form.get(`${place}.${number}.${xmlNameOf(keys, 'key')}`) ?? '',
      read(values, form, `${place}.${number}.${xmlNameOf(values, 'value')}`) ?? null,
    ]);
    return entries.length > 0 ? Object.fromEntries(entries) : emptyWhere(given, {});
  }
  if (shape.isStructSchema()) {
    const isThere = [...form.keys()].some((name) => name.startsWith(`${key}.`));
    return isThere ? structure(shape, form, `${key}.`) : undefined;
  }
  return given === undefined ? undefined : scalar(shape, given, key);
}

/** The key alone, without a value, is an empty list or map. */
const emptyWhere = (given: string | undefined, empty: Json): Json | undefined =>
  given === '' ? empty : undefined;

/** The numbers that follow a place, lowest first: `Tags.member.2.Key` follows `Tags.member` with a 2. */
function numbers(form: Form, place: string): readonly number[] {
  const found = [...form.keys()]
    .filter((key) => key.startsWith(`${place}.`))
    .map((key) => key.slice(place.length + 1).split('.')[0] ?? '')
    .filter((part) => /^[1-9]\d*$/.test(part));
  return [...new Set(found)].map(Number).toSorted((one, other) => one - other);
}

function scalar(shape: NormalizedSchema, text: string, key: string): Json {
  if (shape.isBooleanSchema()) {
    if (text === 'true' || text === 'false') return text === 'true';
    throw malformed(`'${text}' at '${key}' is not a Boolean`);
  }
  if (shape.isNumericSchema()) {
    const value = text.trim() === '' ? Number.NaN : Number(text);
    if (Number.isFinite(value)) return value;
    throw malformed(`'${text}' at '${key}' is not a Number`);
  }
  if (shape.isTimestampSchema()) {
    const seconds = /^\d+(\.\d+)?$/.test(text) ? Number(text) : Date.parse(text) / 1000;
    if (!Number.isNaN(seconds)) return seconds;
    throw malformed(`'${text}' at '${key}' is not a Timestamp`);
  }
  return text;
}

// [?] AWS's words for a value that cannot be read.
const malformed = (text: string) => new AwsError('MalformedInput', text);

/**
 * Throws ValidationError, in AWS's words, where members that the schema requires are missing, at any depth.
 * Seen of STS, CloudWatch and others: `1 validation error detected: Value null at 'roleArn' failed to satisfy …`.
 */
export function checkRequired(schema: RequestSchema, input: JsonObject): void {
  refuseInvalid(
    missing(NormalizedSchema.of(schema), input, '').map(
      (path) => `Value null at '${path}' failed to satisfy constraint: Member must not be null`,
    ),
  );
}

/** Throws one ValidationError that holds all complaints, as AWS words them; nothing where there are none. */
export function refuseInvalid(complaints: readonly string[]): void {
  if (complaints.length === 0) return;
  const errors = complaints.length === 1 ? 'error' : 'errors';
  throw new AwsError(
    'ValidationError',
    `${complaints.length} validation ${errors} detected: ${complaints.join('; ')}`,
  );
}

function missing(shape: NormalizedSchema, value: Json, path: string): readonly string[] {
  if (Array.isArray(value)) {
    const items: readonly Json[] = value;
    return shape.isListSchema()
      ? items.flatMap((item, index) => missing(shape.getValueSchema(), item, `${path}.${index + 1}.member`))
      : [];
  }
  if (!isJsonObject(value) || !shape.isStructSchema()) return [];
  const required = new Set(requiredMembers(shape.getSchema()));
  return [...shape.structIterator()].flatMap(([name, member]) => {
    const place = `${path === '' ? '' : `${path}.`}${name.charAt(0).toLowerCase()}${name.slice(1)}`;
    const given = value[name];
    if (given !== undefined) return missing(member, given, place);
    return required.has(name) ? [place] : [];
  });
}
