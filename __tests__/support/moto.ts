import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { promisify } from 'node:util';
import { test } from '@jest/globals';

const isThere = await promisify(execFile)('moto_server', ['--help']).then(
  () => true,
  () => false,
);

export const isMotoNeeded = isThere || process.env['REQUIRE_ALL'] === '1';

/** A test against moto: without it skipped; with REQUIRE_ALL, failed. */
export function motoTest(name: string, body: () => Promise<void> | void): void {
  const title = isThere ? name : `${name} (skipped: the command moto_server is missing)`;
  (isMotoNeeded ? test : test.skip)(title, body, 60_000);
}

/** A fake AWS of another project, in a process of its own. */
export interface Moto extends AsyncDisposable {
  /** `http://HOST:PORT`. */
  readonly endpoint: string;
}

/** Its services never start a task; with this count of running ones it calls a deployment COMPLETED. */
export async function startMoto(): Promise<Moto> {
  const child = spawn('moto_server', ['-H', '127.0.0.1', '-p', '0'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, MOTO_ECS_SERVICE_RUNNING: '2' },
  });
  const endpoint = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const [, address] = /Running on (http:\/\/127\.0\.0\.1:\d+)/.exec(said) ?? [];
      if (address !== undefined) resolve(address);
    });
    child.once('error', reject);
    child.once('close', () => reject(new Error(`moto_server ended: ${said}`)));
  });
  return {
    endpoint,
    [Symbol.asyncDispose]: async () => {
      if (child.exitCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'close');
    },
  };
}
