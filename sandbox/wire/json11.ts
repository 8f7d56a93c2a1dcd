import { AwsError } from '../aws-error.ts';
import type { Answer, HttpRequest } from './http.ts';
import { isJsonObject, parseJson, type JsonObject } from './json.ts';

/** The body of an awsJson1.1 request; an empty body counts as `{}`. Throws SerializationException. */
export function decodeJson11(request: HttpRequest): JsonObject {
  if (request.body.trim() === '') return {};
  const body = parseJson(request.body);
  // [?] AWS's text for a body that is no JSON object.
  if (!isJsonObject(body))
    throw new AwsError('SerializationException', 'Unexpected input: not a JSON object.');
  return body;
}

/** A successful awsJson1.1 answer. */
export function encodeJson11(output: object, requestId: string): Answer {
  return answer(200, output, requestId);
}

/** An error as awsJson1.1 says it: the code in `__type`, the text in `message`. */
export function encodeJson11Error(error: AwsError, requestId: string): Answer {
  return answer(error.status, { __type: error.code, message: error.message }, requestId);
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
