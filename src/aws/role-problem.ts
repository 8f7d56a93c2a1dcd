import type { Problem } from '../inputs/problem.ts';
import { withFullStop } from '../report/full-stop.ts';
import type { AwsFailure } from './errors.ts';
import { audienceOf, type Role } from './role.ts';

/** Why a session could not be opened. */
export interface Refused {
  readonly refusal: AwsFailure;
  readonly error: unknown;
  /** The token that AWS was shown; absent where GitHub gave none. */
  readonly token: string | undefined;
}

/** What to tell of a role that cannot be assumed. The token itself is never repeated, only whom it is for. */
export function roleProblem({ refusal, token }: Refused, role: Role, region: string): Problem {
  if (token === undefined) {
    return {
      message: `GitHub gave the job no OIDC token: ${refusal.message}`,
      remedy:
        'Run the job again; if it stays so, look at https://www.githubstatus.com and the proxy of the runner.',
      input: 'role-to-assume',
    };
  }
  return { ...problemAtAws(refusal, { token, role, region }), input: inputOf(refusal) };
}

const isDurationRefused = ({ message }: AwsFailure): boolean => /DurationSeconds/i.test(message);

const inputOf = (refusal: AwsFailure): string =>
  isDurationRefused(refusal) ? 'role-duration-seconds' : 'role-to-assume';

interface About {
  readonly token: string;
  readonly role: Role;
  readonly region: string;
}

function problemAtAws(refusal: AwsFailure, { token, role, region }: About): Omit<Problem, 'input'> {
  const { code, kind, message } = refusal;
  if (isDurationRefused(refusal)) {
    return {
      message: `${role.arn} gives out no session of ${role.seconds} seconds: ${withFullStop(message)}`,
      remedy: 'Lower role-duration-seconds, or raise the maximum session duration of the role.',
    };
  }
  if (kind === 'throttled' || kind === 'unknown-effect') {
    return {
      message: `AWS STS in ${region} could not be asked for credentials (${code}: ${message}).`,
      remedy: 'Check the region, the endpoint and the network of the runner, then run the job again.',
    };
  }
  const refused = `${role.arn} cannot be assumed: ${withFullStop(message)}`;
  if (kind === 'denied') return { message: refused, remedy: trustRemedy(token, role) };
  if (code === 'InvalidIdentityTokenException' || code === 'InvalidIdentityToken') {
    return {
      message: refused,
      remedy: `Create the OIDC identity provider https://token.actions.githubusercontent.com with the audience ${audienceOf(role)} in the account of the role.`,
    };
  }
  if (code === 'RegionDisabledException') {
    return {
      message: refused,
      remedy: `Activate AWS STS in ${region} in the account settings of IAM, or correct AWS_REGION.`,
    };
  }
  return { message: refused, remedy: 'Correct role-to-assume, or the role, as AWS says.' };
}

function trustRemedy(token: string, role: Role): string {
  const subject = subjectOf(token);
  const line =
    subject === undefined
      ? 'the subject of this job as token.actions.githubusercontent.com:sub'
      : `"token.actions.githubusercontent.com:sub": "${subject}"`;
  return `Let the trust policy of the role allow ${line}, with "token.actions.githubusercontent.com:aud": "${audienceOf(role)}"; and check that the role exists.`;
}

/** Whom a token is for; undefined where it cannot be read. */
function subjectOf(token: string): string | undefined {
  const part = token.split('.')[1] ?? '';
  try {
    const text = atob(part.replaceAll('-', '+').replaceAll('_', '/'));
    const claims: unknown = JSON.parse(text);
    if (typeof claims !== 'object' || claims === null || !('sub' in claims)) return undefined;
    return typeof claims.sub === 'string' ? claims.sub : undefined;
  } catch {
    return undefined;
  }
}
