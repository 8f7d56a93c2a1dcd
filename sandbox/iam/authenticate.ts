import { CommonError } from '../aws-error.ts';
import type { HttpRequest } from '../wire/http.ts';
import type { World } from '../world.ts';

/**
 * The ARN of whoever signed a request. Signatures are not checked; but a request without one is refused, and
 * so is one that is signed with the keys of a session which ended, or without that session's token. Keys that
 * the sandbox did not give out are those of the role `deployer`.
 */
export function authenticate(world: World, { headers }: HttpRequest): string {
  const authorization = headers['authorization'];
  if (authorization === undefined) {
    throw new CommonError('MissingAuthenticationTokenException', 'Missing Authentication Token');
  }
  const [, accessKeyId] = /Credential=([^/,\s]+)/.exec(authorization) ?? [];
  const session = world.sts.sessions.find((candidate) => candidate.accessKeyId === accessKeyId);
  if (session === undefined) return `arn:aws:sts::${world.account}:assumed-role/deployer/sandbox`;
  if (headers['x-amz-security-token'] !== session.token) {
    throw new CommonError(
      'UnrecognizedClientException',
      'The security token included in the request is invalid.',
    );
  }
  if (world.now < session.expiresAt) return session.arn;
  throw new CommonError('ExpiredTokenException', 'The security token included in the request is expired');
}
