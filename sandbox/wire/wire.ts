import type { AwsError } from '../aws-error.ts';
import type { Answer, HttpRequest } from './http.ts';
import type { JsonObject } from './json.ts';

/** How the body of a request is read and how its answer is written: one for each protocol. */
export interface Wire {
  /** The input. Throws what AWS answers to a body that cannot be read. */
  readonly decode: (request: HttpRequest) => JsonObject;
  readonly encode: (output: object, requestId: string) => Answer;
  readonly encodeError: (error: AwsError, requestId: string) => Answer;
}
