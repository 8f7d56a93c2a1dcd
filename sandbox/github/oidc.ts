import type { HttpRequest } from '../wire/http.ts';
import { mintIdToken, type Job } from './id-token.ts';

/** What the endpoint answers: a status and a JSON body. */
export interface TokenAnswer {
  readonly status: number;
  readonly body: object;
}

/**
 * Answers as the address in ACTIONS_ID_TOKEN_REQUEST_URL does: a new token for the audience in the query,
 * to whoever sends the job's request token (any will do here). `now` in milliseconds since 1970.
 * https://docs.github.com/en/actions/reference/security/oidc
 */
export function answerIdToken(request: HttpRequest, job: Job, now: number): TokenAnswer {
  if (request.method !== 'GET') return { status: 405, body: { message: 'Ask with GET.' } };
  if (!/^bearer \S/i.test(request.headers['authorization'] ?? '')) {
    return { status: 401, body: { message: 'The token of the request is missing.' } };
  }
  const query = new URLSearchParams(request.path.split('?')[1] ?? '');
  const [owner = ''] = job.repository.split('/');
  const audience = query.get('audience') || `https://github.com/${owner}`;
  return { status: 200, body: { value: mintIdToken(job, audience, now) } };
}
