import { awsClients, type AwsClients } from '../../src/aws/clients.ts';
import { HttpResponse, type HttpRequest } from '@smithy/core/protocols';

export interface Answer {
  readonly status?: number;
  /** Sent as it is when it is a text, else as JSON. */
  readonly body: unknown;
}

/** What an SDK client takes as `requestHandler`. */
export interface AnsweringHandler {
  handle(request: HttpRequest): Promise<{ readonly response: HttpResponse }>;
  readonly metadata: { readonly handlerProtocol: string };
  updateHttpClientConfig(): void;
  httpHandlerConfigs(): Record<string, never>;
  destroy(): void;
}

/**
 * Answers every request of an SDK client with what `answer` says for the operation (`UpdateService`) and
 * the parsed JSON of its input; what it throws is what a connection would.
 */
export function answering(answer: (operation: string, input: unknown) => Answer): AnsweringHandler {
  return {
    metadata: { handlerProtocol: 'http/1.1' },
    handle: (request) =>
      new Promise((resolve) => {
        const target = request.headers['x-amz-target'] ?? request.headers['X-Amz-Target'] ?? '';
        const { status = 200, body } = answer(target.slice(target.indexOf('.') + 1), inputOf(request.body));
        const text = typeof body === 'string' ? body : JSON.stringify(body);
        resolve({
          response: new HttpResponse({
            statusCode: status,
            headers: { 'content-type': 'application/x-amz-json-1.1' },
            body: new TextEncoder().encode(text),
          }),
        });
      }),
    updateHttpClientConfig: () => undefined,
    httpHandlerConfigs: () => ({}),
    destroy: () => undefined,
  };
}

function inputOf(body: unknown): unknown {
  const text = body instanceof Uint8Array ? new TextDecoder().decode(body) : body;
  return typeof text === 'string' && text !== '' ? JSON.parse(text) : undefined;
}

/** Options of a client that reaches nothing outside and tries once. */
export const offline = (answer: (operation: string, input: unknown) => Answer) => ({
  region: 'eu-central-1',
  credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'none' },
  maxAttempts: 1,
  requestHandler: answering(answer),
});

/** The toolkit's clients that reach nothing outside and try once. */
export function clientsOver(answer: (operation: string, input: unknown) => Answer): AwsClients {
  const { region, credentials, requestHandler } = offline(answer);
  return awsClients({ region, credentials, requestHandler, maxRetries: 0 });
}

/** What an answer of AWS looks like on the wire: dates are seconds since 1970. */
export function wireOf(value: unknown): unknown {
  if (value instanceof Date) return value.getTime() / 1000;
  if (Array.isArray(value)) return value.map(wireOf);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, wireOf(member)]));
}
