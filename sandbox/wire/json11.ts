import { AwsError } from '../aws-error.ts';
import type { Answer } from './http.ts';
import { isJsonObject, parseJson, type JsonObject } from './json.ts';
import type { Wire } from './wire.ts';

/** awsJson1.1: JSON in, JSON out; an error has its code in `__type` and its text in `message`. */
export const json11: Wire = {
  decode: ({ body }) => decode(body),
  encode: (output, requestId) => answer(200, output, requestId),
  encodeError: (error, requestId) =>
    answer(error.status, { __type: error.code, message: error.message }, requestId),
};

/** The body of a request; an empty one counts as `{}`. Throws SerializationException. */
function decode(text: string): JsonObject {
  if (text.trim() === '') return {};
  const body = parseJson(text);
  // [?] AWS's text for a body that is no JSON object.
  if (!isJsonObject(body))
    throw new AwsError('SerializationException', 'Unexpected input: not a JSON object.');
  return body;
}

/** A time on the wire: seconds since 1970 with a fraction of milliseconds. */
export const seconds = (milliseconds: number): number => milliseconds / 1000;

function answer(status: number, body: object, requestId: string): Answer {
  return {
    kind: 'answer',
    status,
    headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-requestid': requestId },
    body: JSON.stringify(body),
    delay: 0,
  };
}
