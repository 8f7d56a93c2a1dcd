import type { AwsCredentialIdentity } from '@smithy/types';
import { UserError } from '../inputs/problem.ts';
import { type Connection, TIMEOUTS } from './connection.ts';
import { awsFailure } from './errors.ts';
import { type Refused, roleProblem } from './role-problem.ts';
import { audienceOf, type Role } from './role.ts';

/** What the credentials of a role need from outside. */
export interface RolePorts {
  /** A new OIDC token for an audience. Throws an error that `awsFailure` can read. */
  readonly idToken: (audience: string) => Promise<string>;
  /** Milliseconds, monotonic: how old a session is. AWS's own times are never compared with our clock. */
  readonly now: () => number;
  /** Called with everything that must not be printed. */
  readonly hide: (secret: string) => void;
  readonly client: Connection;
}

/** Gives out credentials that are good; shared by all clients, so that a session is opened once. */
export interface RoleCredentials {
  (): Promise<AwsCredentialIdentity>;
  /** The SDK is not to keep them: it would ask the calendar when they end. */
  readonly memoized: true;
  /** Those of the session that calls are signed with now. */
  readonly inUse: () => AwsCredentialIdentity;
  /** Told that AWS takes these no more: unless they were followed by others, the next call opens a session. */
  readonly ended: (identity: AwsCredentialIdentity) => void;
}

interface Session {
  readonly identity: AwsCredentialIdentity;
  /** By our own clock, before AWS was asked: AWS ends the session so many seconds after that, or later. */
  readonly askedAt: number;
}

/** A session of less than a quarter of an hour does not exist; it is renewed five minutes before its end. */
const RENEWED_BEFORE_MS = 300_000;

/** How long to wait after a renewal has failed, as long as the old session lasts. */
const RETRIED_AFTER_MS = 15_000;

/**
 * Assumes a role by a token of GitHub, and again, with a new token, before each session ends. Throws a
 * UserError where that is not possible at first. Later, a session that cannot be renewed is used to its end;
 * then its credentials throw what `awsFailure` reads: `credentials` where AWS or GitHub refuses, else what
 * broke.
 */
export async function assumeRole(role: Role, ports: RolePorts): Promise<RoleCredentials> {
  const first = await openSession(role, ports);
  if ('refusal' in first) throw new UserError(roleProblem(first, role, ports.client.region));
  let session = first;
  let triedAt = first.askedAt;
  let renewal: Promise<Session | Refused> | undefined;
  const renew = (): Promise<Session | Refused> => {
    triedAt = ports.now();
    renewal = openSession(role, ports).finally(() => (renewal = undefined));
    return renewal;
  };
  const credentials = async (): Promise<AwsCredentialIdentity> => {
    const now = ports.now();
    const age = now - session.askedAt;
    const isOver = age >= role.seconds * 1_000;
    if (age < role.seconds * 1_000 - RENEWED_BEFORE_MS) return session.identity;
    if (!isOver && renewal === undefined && triedAt !== session.askedAt && now - triedAt < RETRIED_AFTER_MS) {
      return session.identity;
    }
    const renewed = await (renewal ?? renew());
    if (!('refusal' in renewed)) session = renewed;
    else if (isOver) throw ended(renewed, role);
    return session.identity;
  };
  return Object.assign(credentials, {
    memoized: true as const,
    inUse: () => session.identity,
    ended: (identity: AwsCredentialIdentity) => {
      if (session.identity === identity) session = { ...session, askedAt: -Infinity };
    },
  });
}

async function openSession(role: Role, ports: RolePorts): Promise<Session | Refused> {
  const askedAt = ports.now();
  let token: string | undefined;
  try {
    token = await ports.idToken(audienceOf(role));
    return { askedAt, identity: await identityFor(token, role, ports) };
  } catch (error) {
    const refusal = awsFailure(error);
    if (refusal === undefined) throw error;
    return { refusal, error, token };
  }
}

/** One call of AssumeRoleWithWebIdentity, unsigned, to the STS of the region. */
async function identityFor(
  webIdentityToken: string,
  role: Role,
  { hide, client }: RolePorts,
): Promise<AwsCredentialIdentity> {
  // Part of the SDK's default credentials, so it is in the bundle anyway.
  const { fromWebToken } = await import('@aws-sdk/credential-provider-web-identity');
  const given = await fromWebToken({
    roleArn: role.arn,
    roleSessionName: role.sessionName,
    durationSeconds: role.seconds,
    webIdentityToken,
    clientConfig: {
      region: client.region,
      maxAttempts: client.maxRetries + 1,
      requestHandler: client.requestHandler ?? TIMEOUTS,
      customUserAgent: 'ecs-deploy-toolkit',
      defaultsMode: 'legacy',
    },
  })();
  const { accessKeyId, secretAccessKey, sessionToken = '' } = given;
  for (const secret of [accessKeyId, secretAccessKey, sessionToken]) hide(secret);
  return { accessKeyId, secretAccessKey, sessionToken };
}

/** The error of a session that ended and could not be followed by another. */
function ended({ refusal, error }: Refused, { arn }: Role): unknown {
  switch (refusal.kind) {
    case 'throttled':
    case 'unknown-effect':
    case 'aborted':
      return error;
    case 'denied':
    case 'credentials':
    case 'refused':
      return Object.assign(
        new Error(`the session of ${arn} ended and could not be renewed: ${refusal.message}`),
        { name: 'CredentialsProviderError' },
      );
  }
}
