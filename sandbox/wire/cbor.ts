import { cbor, tag } from '@smithy/core/cbor';
import { NormalizedSchema } from '@smithy/core/schema';
import { AwsError } from '../aws-error.ts';
import type { Answer } from './http.ts';
import { isJsonObject } from './json.ts';
import type { RequestSchema } from './schema.ts';
import type { Wire } from './wire.ts';

/**
 * Smithy's RPC v2 in CBOR, for an operation whose output has this schema: it says which numbers are times, which
 * CBOR marks (https://smithy.io/2.0/additional-specs/protocols/smithy-rpc-v2.html).
 */
export function cborWire(output: RequestSchema | undefined): Wire {
  return {
    decode: ({ bytes }) => {
      if (bytes === undefined || bytes.length === 0) return {};
      const body: unknown = cbor.deserialize(bytes);
      if (!isJsonObject(body)) throw new AwsError('SerializationException', 'Unexpected input: not a map.');
      return body;
    },
    encode: (value, requestId) => {
      const marked = output === undefined ? value : timesMarked(NormalizedSchema.of(output), value);
      return answer(200, marked, requestId);
    },
    encodeError: ({ code, message, status }, requestId) =>
      answer(status, { __type: code, message }, requestId),
  };
}

/** The service and the operation that the path of a request names, as this protocol has them. */
export function cborTarget(
  path: string,
): { readonly target: string; readonly operation: string } | undefined {
  const [, target, operation] = /^\/service\/([^/]+)\/operation\/([^/?]+)/.exec(path) ?? [];
  return target === undefined || operation === undefined ? undefined : { target, operation };
}

/** CBOR's mark of a number that is seconds since 1970. */
const epoch = 1;

function timesMarked(shape: NormalizedSchema, value: unknown): unknown {
  if (typeof value === 'number') return shape.isTimestampSchema() ? tag({ tag: epoch, value }) : value;
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    return shape.isListSchema() ? items.map((item) => timesMarked(shape.getValueSchema(), item)) : items;
  }
  if (typeof value !== 'object' || value === null || !shape.isStructSchema()) return value;
  const given = new Map<string, unknown>(Object.entries(value));
  return Object.fromEntries(
    [...shape.structIterator()].flatMap(([name, member]) =>
      given.has(name) ? [[name, timesMarked(member, given.get(name))]] : [],
    ),
  );
}

function answer(status: number, body: unknown, requestId: string): Answer {
  return {
    kind: 'answer',
    status,
    headers: {
      'content-type': 'application/cbor',
      'smithy-protocol': 'rpc-v2-cbor',
      'x-amzn-requestid': requestId,
    },
    body: '',
    // The serializer writes into a buffer that it uses again.
    bytes: Uint8Array.from(cbor.serialize(body)),
    delay: 0,
  };
}
