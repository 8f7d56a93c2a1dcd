import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Whether a builder can be made in a container, as on a runner that is new: `.ci/docker` makes its image. */
export const canMakeBuilder: boolean = await run('docker', [
  'image',
  'inspect',
  'moby/buildkit:buildx-stable-1',
]).then(
  () => true,
  () => false,
);

let made = 0;

/**
 * Makes a builder that has nothing yet, as docker/setup-buildx-action does on a runner that is new, but for pulling its
 * image; resolves to its name.
 */
export async function makeBuilder(): Promise<string> {
  const name = `bench-${process.pid}-${(made += 1)}`;
  const driver = ['--driver', 'docker-container', '--driver-opt', 'network=host', '--bootstrap'];
  await run('docker', ['buildx', 'create', '--name', name, ...driver]);
  return name;
}

export async function removeBuilder(name: string): Promise<void> {
  await run('docker', ['buildx', 'rm', '--force', name]);
}
