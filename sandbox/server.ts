import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Sandbox } from './sandbox.ts';
import type { HttpRequest } from './wire/http.ts';

export interface RunningServer {
  /** To be used as AWS_ENDPOINT_URL. */
  readonly endpoint: string;
  /** Ends the server and the connections it still has. */
  close(): Promise<void>;
}

/** Serves a sandbox over HTTP on 127.0.0.1; port 0 takes any free one. Rejects when the port is taken. */
export async function startServer(options: {
  readonly sandbox: Sandbox;
  readonly port: number;
}): Promise<RunningServer> {
  const closing = new AbortController();
  const server = createServer((request, response) => {
    serve(options.sandbox, { request, response, signal: closing.signal }).catch((error: unknown) => {
      process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
      request.destroy();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', () => resolve());
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : options.port;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        closing.abort();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function serve(
  sandbox: Sandbox,
  {
    request,
    response,
    signal,
  }: { readonly request: IncomingMessage; readonly response: ServerResponse; readonly signal: AbortSignal },
): Promise<void> {
  const reply = sandbox.handle(await readRequest(request));
  if (reply.kind === 'hang') return;
  if (reply.kind === 'reset') {
    request.socket.resetAndDestroy();
    return;
  }
  if (reply.kind === 'close') {
    request.socket.destroy();
    return;
  }
  if (reply.delay > 0) await sandbox.clock.wait(reply.delay, signal);
  const body = reply.bytes ?? reply.body;
  response.writeHead(reply.status, { ...reply.headers, 'content-length': Buffer.byteLength(body) });
  response.end(body);
}

async function readRequest(request: IncomingMessage): Promise<HttpRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    const piece: unknown = chunk;
    if (Buffer.isBuffer(piece)) chunks.push(piece);
  }
  const bytes = Buffer.concat(chunks);
  const headers = new Map(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
  return {
    method: request.method ?? 'GET',
    path: request.url ?? '/',
    headers: Object.fromEntries(headers),
    // When it is asked for: a layer can be longer than any text.
    get body() {
      return bytes.toString('utf8');
    },
    bytes,
  };
}
