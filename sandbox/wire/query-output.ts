import { NormalizedSchema } from '@smithy/core/schema';
import type { RequestSchema } from './schema.ts';
import { isFlattened, xmlNameOf } from './xml-traits.ts';
import { element, textElement } from './xml.ts';

/**
 * The members of an output as XML elements, in the order of its schema. Times are seconds since 1970, as in
 * JSON. Members that are undefined or null, and those that the schema does not know, are left out.
 */
export function writeMembers(schema: RequestSchema, output: object): string {
  return members(NormalizedSchema.of(schema), output);
}

function members(shape: NormalizedSchema, value: object): string {
  const given = new Map<string, unknown>(Object.entries(value));
  return [...shape.structIterator()]
    .map(([name, member]) => write(member, given.get(name), xmlNameOf(member, name)))
    .join('');
}

function write(shape: NormalizedSchema, value: unknown, name: string): string {
  if (value === undefined || value === null) return '';
  if (shape.isListSchema()) {
    const items: readonly unknown[] = Array.isArray(value) ? value : [];
    const item = shape.getValueSchema();
    if (isFlattened(shape)) return items.map((each) => write(item, each, name)).join('');
    const itemName = xmlNameOf(item, 'member');
    return element(name, items.map((each) => write(item, each, itemName)).join(''));
  }
  if (shape.isMapSchema()) {
    const entries = Object.entries(value).map(([key, each]: readonly [string, unknown]) => {
      const [keys, values] = [shape.getKeySchema(), shape.getValueSchema()];
      const pair = textElement(xmlNameOf(keys, 'key'), key) + write(values, each, xmlNameOf(values, 'value'));
      return element(isFlattened(shape) ? name : 'entry', pair);
    });
    return isFlattened(shape) ? entries.join('') : element(name, entries.join(''));
  }
  if (shape.isStructSchema()) return element(name, typeof value === 'object' ? members(shape, value) : '');
  return textElement(name, scalar(shape, value));
}

function scalar(shape: NormalizedSchema, value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' && shape.isTimestampSchema()) return timestamp(shape, value);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new TypeError(`${shape.getName() ?? 'A member'} is no scalar: ${typeof value}`);
}

/** The numbers by which the SDK's schemas name the formats of a time, besides the protocol's own. */
const HTTP_DATE = 6;
const EPOCH_SECONDS = 7;

/** A time as awsQuery writes it, unless the schema says another format: ISO 8601, a fraction where there is one. */
function timestamp(shape: NormalizedSchema, seconds: number): string {
  const format: unknown = shape.getSchema();
  if (format === EPOCH_SECONDS) return String(seconds);
  const time = new Date(seconds * 1000);
  return format === HTTP_DATE ? time.toUTCString() : time.toISOString().replace('.000Z', 'Z');
}
