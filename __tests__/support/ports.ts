import type { AwsClients } from '../../src/aws/clients.ts';
import type { Ports } from '../../src/deploy/ports.ts';

const ignore = (): void => undefined;

/** Ports over these clients: time stands still, and nothing that is said or kept is noted. */
export const portsOf = (aws: AwsClients): Ports => ({
  aws,
  clock: {
    now: () => 0,
    sleep: () => Promise.resolve(),
    timeout: () => new AbortController().signal,
  },
  chance: () => 0.5,
  log: { say: ignore, group: ignore, warn: ignore },
  signal: new AbortController().signal,
  keep: ignore,
  keepSuspension: ignore,
});
