/**
 * What an error of an AWS call means to us:
 * - `throttled`: nothing happened, try later
 * - `denied`: the principal lacks a permission
 * - `credentials`: there are none, or they ended
 * - `unknown-effect`: the connection broke or the server failed: it may have happened
 * - `refused`: AWS answered that it will not
 * - `aborted`: we stopped waiting ourselves
 */
export type FailureKind = 'throttled' | 'denied' | 'credentials' | 'unknown-effect' | 'refused' | 'aborted';

export interface AwsFailure {
  readonly kind: FailureKind;
  /** AWS's error code, or the name of the error that broke the connection. */
  readonly code: string;
  /** AWS's own text. */
  readonly message: string;
}

const THROTTLED = new Set([
  'ThrottlingException',
  'Throttling',
  'ThrottledException',
  'TooManyRequestsException',
  'RequestLimitExceeded',
  'RequestThrottled',
  'RequestThrottledException',
  'SlowDown',
]);
const DENIED = new Set([
  'AccessDeniedException',
  'AccessDenied',
  'UnauthorizedOperation',
  'NotAuthorizedException',
]);
const CREDENTIALS = new Set([
  'ExpiredTokenException',
  'ExpiredToken',
  'RequestExpired',
  'UnrecognizedClientException',
  'InvalidClientTokenId',
  'InvalidSignatureException',
  'SignatureDoesNotMatch',
  'IncompleteSignature',
  'MissingAuthenticationToken',
  'MissingAuthenticationTokenException',
  'CredentialsProviderError',
  'TokenProviderError',
]);

/** Reads any error thrown by an SDK call; undefined when it is none, that is a bug of ours. */
export function awsFailure(error: unknown): AwsFailure | undefined {
  if (!(error instanceof Error)) return undefined;
  // The SDK calls a broken connection TimeoutError, too; the system's code says which it was.
  const isNameless = ['Error', 'AggregateError', 'TimeoutError'].includes(error.name);
  const code = isNameless ? (systemCode(error) ?? error.name) : error.name;
  const kind = kindOf(error, code);
  return kind === undefined ? undefined : { kind, code, message: textOf(error, code) };
}

function kindOf(error: Error, code: string): FailureKind | undefined {
  if (code === 'AbortError') return 'aborted';
  if (THROTTLED.has(code)) return 'throttled';
  if (DENIED.has(code)) return 'denied';
  if (CREDENTIALS.has(code) || isUnreadableFile(error)) return 'credentials';
  const status = httpStatus(error);
  if (status === 429) return 'throttled';
  if (status !== undefined) return status >= 400 && status < 500 ? 'refused' : 'unknown-effect';
  if (code === 'TimeoutError' || systemCode(error) !== undefined) return 'unknown-effect';
  return undefined;
}

// The SDK reads no other files than those of credentials, such as a web identity token.
function isUnreadableFile(error: Error): boolean {
  return 'syscall' in error && (error.syscall === 'open' || error.syscall === 'read') && 'path' in error;
}

/** The HTTP status of the answer, if there was one. */
function httpStatus(error: Error): number | undefined {
  if (!('$metadata' in error)) return undefined;
  const metadata = error.$metadata;
  if (typeof metadata !== 'object' || metadata === null || !('httpStatusCode' in metadata)) return undefined;
  return typeof metadata.httpStatusCode === 'number' ? metadata.httpStatusCode : undefined;
}

// Of the system (ECONNRESET, EAI_AGAIN), of TLS and certificates, of the HTTP parser. Other codes of Node
// that begin with ERR_, such as ERR_INVALID_ARG_TYPE, are bugs.
const CONNECTION_CODE =
  /^(?:E(?!RR_)[A-Z0-9_]+|UND_ERR_\w+|ERR_(?:SSL|TLS|HTTP2?|STREAM|SOCKET)_\w+|HPE_\w+|\w*CERT\w*|UNABLE_TO_\w+)$/;

/** Node's code of a broken connection, such as ECONNRESET; an AggregateError holds it in its parts. */
function systemCode(error: Error): string | undefined {
  if ('code' in error && typeof error.code === 'string' && CONNECTION_CODE.test(error.code)) {
    return error.code;
  }
  if (error instanceof AggregateError) {
    const first: unknown = error.errors[0];
    if (first instanceof Error) return systemCode(first);
  }
  return error.cause instanceof Error ? systemCode(error.cause) : undefined;
}

// UpdateService can answer ServiceNotFoundException with an empty message; an answer that is no JSON
// (a proxy's HTML page) comes as a SyntaxError of the deserializer, with advice for SDK developers.
function textOf(error: Error, code: string): string {
  if (error.name === 'SyntaxError')
    return 'The answer is not JSON: something other than AWS answers at this address.';
  const part: unknown = error instanceof AggregateError && error.message === '' ? error.errors[0] : undefined;
  const text = part instanceof Error ? part.message : error.message;
  // The SDK writes UnknownError where the answer has no text.
  if (text === 'UnknownError') return code;
  const [line = ''] = text.replace(/^@smithy\/\S+ - \[\w+\] /, '').split('\n');
  return line.trim() || code;
}
