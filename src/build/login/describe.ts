import type { ECR } from '@aws-sdk/client-ecr';

/** A token for all registries that the principal may use in one region. */
export interface RegistryToken {
  /** What is behind `Basic` in an Authorization header: user and password in base64. */
  readonly auth: string;
  /** The host of the principal's own registry. */
  readonly host: string;
}

/** Asks for a token (GetAuthorizationToken); it is good for twelve hours. */
export async function describeToken(
  ecr: Pick<ECR, 'getAuthorizationToken'>,
  signal: AbortSignal,
): Promise<RegistryToken> {
  const { authorizationData = [] } = await ecr.getAuthorizationToken({}, { abortSignal: signal });
  const [data] = authorizationData;
  if (data?.authorizationToken === undefined || data.proxyEndpoint === undefined) {
    throw new Error('GetAuthorizationToken answered without a token.');
  }
  return { auth: data.authorizationToken, host: new URL(data.proxyEndpoint).host };
}
