import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

const cache = process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache');
const BUILDKITD = join(cache, 'ecs-deploy-toolkit', 'bin', 'buildkitd');

/** Whether a buildkitd can be started here: `.ci/docker` builds it, and it runs as root. */
export const hasBuildkitd = existsSync(BUILDKITD) && process.getuid?.() === 0;

/** A buildkitd that has nothing yet, as on a runner that is new. */
export interface FreshBuilder extends AsyncDisposable {
  readonly name: string;
}

export async function startBuilder(): Promise<FreshBuilder> {
  const folder = mkdtempSync(join(tmpdir(), 'buildkit-'));
  const socket = join(folder, 'socket');
  const name = `bench-${process.pid}-${folder.slice(-6)}`;
  const child = spawn(BUILDKITD, ['--addr', `unix://${socket}`, '--root', join(folder, 'root')], {
    stdio: 'ignore',
  });
  while (!existsSync(socket)) {
    if (child.exitCode !== null) throw new Error('buildkitd ended at once.');
    await sleep(10);
  }
  await run('docker', ['buildx', 'create', '--name', name, '--driver', 'remote', `unix://${socket}`]);
  return {
    name,
    [Symbol.asyncDispose]: async () => {
      await run('docker', ['buildx', 'rm', name]);
      child.kill('SIGTERM');
      await once(child, 'close');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
