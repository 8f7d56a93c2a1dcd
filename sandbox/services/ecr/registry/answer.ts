import type { AwsError } from '../../../aws-error.ts';
import type { Answer } from '../../../wire/http.ts';

/** What the registry answers with, before it becomes an answer of HTTP. */
export interface Content {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly bytes?: Uint8Array;
}

/** An answer of the registry. To HEAD the mount sends all of it but the body. */
export function answer(status: number, { headers = {}, body = '', bytes }: Content = {}): Answer {
  return {
    kind: 'answer',
    status,
    headers: { 'docker-distribution-api-version': 'registry/2.0', ...headers },
    body,
    ...(bytes === undefined ? {} : { bytes }),
    delay: 0,
  };
}

export const jsonAnswer = (status: number, body: object, headers: Content['headers'] = {}): Answer =>
  answer(status, {
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify(body),
  });

/** An error in the protocol's form, which Docker prints as `code in small letters: message`. */
export const refusal = (status: number, code: string, message: string): Answer =>
  jsonAnswer(status, { errors: [{ code, message }] });

/**
 * How the registry says what the API refuses with. Recorded: NAME_UNKNOWN, TAG_INVALID, DENIED, TOOMANYREQUESTS, the
 * codes of missing layers and images, and the status 403 of a full repository.
 */
export function encodeRefusal({ code, message, status }: AwsError): Answer {
  switch (code) {
    case 'RepositoryNotFoundException':
      return refusal(404, 'NAME_UNKNOWN', message);
    case 'ImageNotFoundException':
      return refusal(404, 'MANIFEST_UNKNOWN', 'Requested image not found');
    // [?] The status.
    case 'LayersNotFoundException':
      return refusal(404, 'BLOB_UPLOAD_UNKNOWN', message);
    case 'ReferencedImagesNotFoundException':
      return refusal(400, 'MANIFEST_BLOB_UNKNOWN', message);
    case 'ImageTagAlreadyExistsException':
      return refusal(400, 'TAG_INVALID', message);
    case 'InvalidParameterException':
      return refusal(400, 'MANIFEST_INVALID', message);
    // [?] Code and status.
    case 'ImageDigestDoesNotMatchException':
    case 'InvalidLayerException':
      return refusal(400, 'DIGEST_INVALID', message);
    // [?] Code and status.
    case 'UploadNotFoundException':
      return refusal(404, 'BLOB_UPLOAD_UNKNOWN', message);
    case 'AccessDeniedException':
    case 'ExpiredTokenException':
    case 'LimitExceededException':
      return refusal(403, 'DENIED', message);
    case 'ThrottlingException':
      return refusal(429, 'TOOMANYREQUESTS', message);
    default:
      // [?] How a server fault is told.
      return refusal(status, 'UNKNOWN', message);
  }
}
