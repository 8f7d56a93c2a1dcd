import { type AwsError, CommonError } from '../aws-error.ts';
import type { Answer, HttpRequest } from './http.ts';
import type { JsonObject } from './json.ts';
import { checkRequired, readForm, type Form } from './query-input.ts';
import { writeMembers } from './query-output.ts';
import { accepting, type Accept, type RequestSchema } from './schema.ts';
import type { Wire } from './wire.ts';
import { element, escape, textElement } from './xml.ts';

/** What awsQuery has to know of an operation. */
export interface QueryShapes<Input> {
  readonly input: RequestSchema;
  readonly output: RequestSchema;
  readonly accept: Accept<Input>;
}

/**
 * The shapes of an operation by the schemas that the SDK exports, such as `GetCallerIdentityRequest$`. Members
 * that they require are asked for in AWS's words.
 */
export function queryShapes<Input extends object>(
  input: RequestSchema,
  output: RequestSchema,
): QueryShapes<Input> {
  const known = accepting<Input>(input);
  const accept = (body: JsonObject) => {
    checkRequired(input, body);
    return known(body);
  };
  return { input, output, accept };
}

/** The parameters of a request: in its body, or behind the `?` of its path. */
export function formOf(request: HttpRequest): Form {
  const text = request.method === 'GET' ? (request.path.split('?')[1] ?? '') : request.body;
  return new Map(new URLSearchParams(text));
}

/**
 * awsQuery for one operation: a form in, XML out. Both are read and written by the schemas of the SDK.
 * `shapes` is absent for an operation that is not modelled: then only errors are written.
 */
export function queryWire(about: {
  readonly action: string;
  /** `xmlns` of the answer; empty for none. */
  readonly namespace: string;
  readonly shapes: Pick<QueryShapes<unknown>, 'input' | 'output'> | undefined;
}): Wire {
  const { action, namespace, shapes } = about;
  const document = (name: string, inner: string) =>
    `<${name}${namespace === '' ? '' : ` xmlns="${escape(namespace)}"`}>${inner}</${name}>`;
  return {
    decode: (request) => (shapes === undefined ? {} : readForm(shapes.input, formOf(request))),
    encode: (output, requestId) => {
      const members = shapes === undefined ? '' : writeMembers(shapes.output, output);
      const metadata = element('ResponseMetadata', textElement('RequestId', requestId));
      const body = document(`${action}Response`, element(`${action}Result`, members) + metadata);
      return answer(200, body, requestId);
    },
    encodeError: (error, requestId) => {
      const { code, status, message } = named(error);
      const parts = [
        textElement('Type', status < 500 ? 'Sender' : 'Receiver'),
        textElement('Code', code),
        textElement('Message', message),
      ];
      const body = document(
        'ErrorResponse',
        element('Error', parts.join('')) + textElement('RequestId', requestId),
      );
      return answer(status, body, requestId);
    },
  };
}

interface QueryError {
  readonly code: string;
  readonly status: number;
  readonly message: string;
}

/** The code, status and text that an error has in awsQuery: a service's own errors keep theirs. */
function named(error: AwsError): QueryError {
  const { code, status, message } = error;
  const common = error instanceof CommonError ? commonNames.get(code) : undefined;
  return { code, status, message, ...common };
}

/** https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html, and what STS was seen to answer. */
const commonNames: ReadonlyMap<string, Partial<QueryError>> = new Map([
  ['AccessDeniedException', { code: 'AccessDenied', status: 403 }],
  ['ExpiredTokenException', { code: 'ExpiredToken', status: 403 }],
  [
    'MissingAuthenticationTokenException',
    { code: 'MissingAuthenticationToken', status: 403, message: 'Request is missing Authentication Token' },
  ],
  ['UnrecognizedClientException', { code: 'InvalidClientTokenId', status: 403 }],
  ['ThrottlingException', { code: 'Throttling' }],
  ['UnknownOperationException', { code: 'InvalidAction' }],
  ['ServerException', { code: 'InternalFailure' }],
]);

function answer(status: number, body: string, requestId: string): Answer {
  return {
    kind: 'answer',
    status,
    headers: { 'content-type': 'text/xml', 'x-amzn-requestid': requestId },
    body,
    delay: 0,
  };
}
