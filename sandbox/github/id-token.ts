import { isJsonObject, parseJson } from '../wire/json.ts';

/** Who issues the tokens of jobs. */
export const issuer = 'https://token.actions.githubusercontent.com';

/** How long a token of GitHub lives. */
const LIFETIME_SECONDS = 300;

/** The job that asks for tokens. */
export interface Job {
  /** `OWNER/REPOSITORY`. */
  readonly repository: string;
  readonly ref: string;
  /** The environment of the job; empty for none. It stands in the subject instead of the ref. */
  readonly environment: string;
}

/** What AWS looks at in a token; times are seconds since 1970. */
export interface Claims {
  readonly issuer: string;
  readonly audience: string;
  readonly subject: string;
  readonly expiration: number;
}

/** A token for a job, as GitHub's OIDC endpoint gives it out, but unsigned. `now` in milliseconds since 1970. */
export function mintIdToken(job: Job, audience: string, now: number): string {
  const issuedAt = Math.floor(now / 1000);
  const claims = {
    jti: `${job.repository}@${now}`,
    sub: subjectOf(job),
    aud: audience,
    ref: job.ref,
    repository: job.repository,
    iss: issuer,
    nbf: issuedAt - LIFETIME_SECONDS,
    exp: issuedAt + LIFETIME_SECONDS,
    iat: issuedAt,
  };
  return `${encode({ typ: 'JWT', alg: 'none' })}.${encode(claims)}.unsigned`;
}

/** Reads a token; undefined where it is none. Its signature is not looked at. */
export function readIdToken(token: string): Claims | undefined {
  const parts = token.split('.');
  const claims = parts.length === 3 ? decode(parts[1] ?? '') : undefined;
  if (!isJsonObject(claims)) return undefined;
  const { iss, aud, sub, exp } = claims;
  if (typeof iss !== 'string' || typeof aud !== 'string' || typeof sub !== 'string') return undefined;
  return typeof exp === 'number' ? { issuer: iss, audience: aud, subject: sub, expiration: exp } : undefined;
}

/** https://docs.github.com/en/actions/reference/security/oidc#oidc-token-claims */
const subjectOf = ({ repository, ref, environment }: Job): string =>
  environment === '' ? `repo:${repository}:ref:${ref}` : `repo:${repository}:environment:${environment}`;

function encode(value: object): string {
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  const text = btoa(String.fromCharCode(...bytes));
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function decode(part: string): unknown {
  if (!/^[\w-]+$/.test(part) || part.length % 4 === 1) return undefined;
  const bytes = Uint8Array.from(atob(part.replaceAll('-', '+').replaceAll('_', '/')), (character) =>
    character.charCodeAt(0),
  );
  return parseJson(new TextDecoder().decode(bytes));
}
