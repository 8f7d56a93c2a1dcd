import type { Docker } from './docker.ts';
import { lastLine } from './describe.ts';

/**
 * Makes a builder of the docker-container driver for this step, which can do what the engine's own cannot: caches
 * in a registry, several platforms, attestations. Resolves to why it could not be made, or undefined.
 */
export async function makeBuilder(docker: Docker, name: string): Promise<string | undefined> {
  const made = await docker.run([
    'buildx',
    'create',
    '--name',
    name,
    '--driver',
    'docker-container',
    '--bootstrap',
  ]);
  if (made.exitCode === 0) return undefined;
  await removeBuilder(docker, name);
  return lastLine(made.stderr);
}

export async function removeBuilder(docker: Docker, name: string): Promise<void> {
  await docker.run(['buildx', 'rm', '--force', name]);
}
