import { HttpResponse, type HttpRequest } from '@smithy/core/protocols';
import type { Sandbox } from './sandbox.ts';

/** What an AWS SDK client takes as `requestHandler`. */
export interface SandboxHandler {
  handle(
    request: HttpRequest,
    options?: { readonly abortSignal?: AbortSignal | { readonly aborted: boolean } },
  ): Promise<{ readonly response: HttpResponse }>;
  readonly metadata: { readonly handlerProtocol: string };
  updateHttpClientConfig(): void;
  httpHandlerConfigs(): Record<string, never>;
  destroy(): void;
}

/** Mounts a sandbox right behind an SDK client, without a network: for tests under a virtual clock. */
export function requestHandler(sandbox: Sandbox): SandboxHandler {
  return {
    metadata: { handlerProtocol: 'http/1.1' },
    handle: async (request, options) => {
      const signal = options?.abortSignal instanceof AbortSignal ? options.abortSignal : undefined;
      const reply = sandbox.handle({
        method: request.method,
        path: request.path,
        headers: lowerCase(request.headers),
        body: textOf(request.body),
        ...(request.body instanceof Uint8Array ? { bytes: request.body } : {}),
      });
      if (reply.kind === 'reset' || reply.kind === 'close') {
        // The SDK's own handler names a broken connection so.
        throw Object.assign(new Error('read ECONNRESET'), { name: 'TimeoutError', code: 'ECONNRESET' });
      }
      if (reply.kind === 'hang') await aborted(signal);
      else await sandbox.clock.wait(reply.delay, signal);
      if (reply.kind === 'hang' || signal?.aborted === true) {
        throw Object.assign(new Error('Request aborted'), { name: 'AbortError' });
      }
      const { status: statusCode, headers, body, bytes } = reply;
      const date = new Date().toUTCString();
      const response = new HttpResponse({
        statusCode,
        headers: { ...headers, date },
        body: bytes ?? new TextEncoder().encode(body),
      });
      return { response };
    },
    updateHttpClientConfig: () => undefined,
    httpHandlerConfigs: () => ({}),
    destroy: () => undefined,
  };
}

/** Resolves when the signal aborts; without one, never. */
const aborted = (signal: AbortSignal | undefined): Promise<void> =>
  new Promise((resolve) => {
    if (signal?.aborted === true) resolve();
    else signal?.addEventListener('abort', () => resolve());
  });

const lowerCase = (headers: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

function textOf(body: unknown): string {
  if (typeof body === 'string') return body;
  return body instanceof Uint8Array ? new TextDecoder().decode(body) : '';
}
