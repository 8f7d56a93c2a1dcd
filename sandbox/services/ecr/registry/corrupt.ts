import type { Blobs } from '../../../blobs.ts';
import type { Answer, HttpRequest } from '../../../wire/http.ts';
import { download } from './blob.ts';
import type { Route } from './route.ts';

/** A request of which the registry gets one byte more than was sent. */
export function corruptRequest(request: HttpRequest): HttpRequest {
  const { bytes = new TextEncoder().encode(request.body), body } = request;
  const longer = new Uint8Array(bytes.length + 1);
  longer.set(bytes);
  return { ...request, body: `${body}\n`, bytes: longer };
}

/** An answer of the same length whose last byte is another one. A layer comes at once: what is elsewhere stays whole. */
export function corruptAnswer(blobs: Blobs, route: Route, given: Answer): Answer {
  const whole = route.kind === 'blob' && given.status === 307 ? download(blobs, route.digest) : given;
  const bytes = Uint8Array.from(whole.bytes ?? new TextEncoder().encode(whole.body));
  const last = bytes.length - 1;
  bytes[last] = (bytes[last] ?? 0) ^ 1;
  return { ...whole, bytes };
}
