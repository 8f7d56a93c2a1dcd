import type { Docker } from './docker.ts';
import { ANSWER_LIMIT_MS, lastLine } from './describe.ts';

/**
 * Makes a builder of the docker-container driver for this step, which can do what the engine's own cannot: caches
 * in a registry, several platforms, attestations. It has the network of the machine, as the engine has: a registry or
 * proxy that only this machine reaches is reached. Resolves to why it could not be made, or undefined.
 */
export async function makeBuilder(docker: Docker, name: string): Promise<string | undefined> {
  const made = await docker.run([
    'buildx',
    'create',
    '--name',
    name,
    '--driver',
    'docker-container',
    '--driver-opt',
    'network=host',
    '--bootstrap',
  ]);
  if (made.exitCode === 0) return undefined;
  await removeBuilder(docker, name, ANSWER_LIMIT_MS);
  return lastLine(made.stderr);
}

/** Resolves to why it may be left, or undefined; `limit` is in milliseconds. */
export async function removeBuilder(
  docker: Docker,
  name: string,
  limit: number,
): Promise<string | undefined> {
  const { exitCode, stderr } = await docker.run(['buildx', 'rm', '--force', name], { limit });
  if (exitCode === 0 || /no builder .* found/.test(stderr)) return undefined;
  return lastLine(stderr);
}
