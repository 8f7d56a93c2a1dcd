import type { Context } from '../../operation.ts';

/**
 * Where the registry is reached, for whoever sent this request: over HTTP it is the sandbox itself, so that Docker
 * can push to it and pull from it; a client without a network sees the address that AWS would give.
 */
export function registryAddress({ host, world }: Pick<Context, 'host' | 'world'>): {
  readonly scheme: 'http' | 'https';
  readonly host: string;
} {
  return host === '' || /\.amazonaws\.com(\.cn)?$/.test(host)
    ? { scheme: 'https', host: `${world.account}.dkr.ecr.${world.region}.amazonaws.com` }
    : { scheme: 'http', host };
}

/** The address with its scheme, as a client of HTTP needs it. */
export function registryUrl(context: Pick<Context, 'host' | 'world'>): string {
  const { scheme, host } = registryAddress(context);
  return `${scheme}://${host}`;
}
