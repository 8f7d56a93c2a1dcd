import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { finalErrorsOf } from '../support/action.ts';
import { processesWith } from '../support/bad-build.ts';
import { openCheckout } from '../support/checkout.ts';
import { missingOf } from '../support/docker.ts';

const run = promisify(execFile);

interface SmallBuilder extends AsyncDisposable {
  readonly name: string;
}

/** A buildkitd whose disk has 30 MB, as a builder of Buildx. */
async function openSmallBuilder(): Promise<SmallBuilder> {
  await using opened = new AsyncDisposableStack();
  const folder = mkdtempSync(join(tmpdir(), 'small-'));
  opened.defer(() => rmSync(folder, { recursive: true }));
  const name = `ecs-deploy-toolkit-small-${process.pid}`;
  const disk = join(folder, 'disk');
  const socket = `unix://${join(folder, 'socket')}`;
  mkdirSync(disk);
  await run('mount', ['-t', 'tmpfs', '-o', 'size=30m', 'tmpfs', disk]);
  opened.defer(async () => {
    await run('umount', ['-R', disk]);
  });
  const daemon = spawn(
    'buildkitd',
    ['--addr', socket, '--root', disk, '--oci-worker-snapshotter', 'native'],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  const gone = once(daemon, 'exit');
  opened.defer(async () => {
    daemon.kill('SIGTERM');
    await gone;
  });
  await running(daemon);
  await run('docker', ['buildx', 'create', '--name', name, '--driver', 'remote', socket]);
  opened.defer(async () => {
    await run('docker', ['buildx', 'rm', name]);
  });
  const owned = opened.move();
  return { name, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}

/** Resolves when it says that it serves. */
async function running({ stderr }: ChildProcess): Promise<void> {
  let log = '';
  await new Promise<void>((resolve, reject) => {
    stderr?.setEncoding('utf8').on('data', (text: string) => {
      log += text;
      if (log.includes('running server')) resolve();
    });
    stderr?.once('end', () => reject(new Error(log)));
  });
}

const isOnPath = (command: string): boolean =>
  (process.env['PATH'] ?? '').split(':').some((folder) => existsSync(join(folder, command)));

const missing = [
  ...missingOf(['Docker Buildx', 'a static /bin/busybox']),
  ...(isOnPath('buildkitd') ? [] : ['buildkitd on PATH']),
  ...(process.getuid?.() === 0 ? [] : ['root']),
];
const isRun = missing.length === 0 || process.env['REQUIRE_ALL'] === '1';

(isRun ? test : test.skip)(
  `a builder whose disk is full is told with what fills it${isRun ? '' : ` (skipped: ${missing.join(', ')} is missing)`}`,
  async () => {
    await using checkout = await openCheckout();
    await using small = await openSmallBuilder();
    checkout.write({ 'app/big': randomBytes(40_000_000) });
    const ended = await checkout.build({ builder: small.name });
    expect(ended.exitCode).toBe(1);
    expect(ended.log).not.toContain('This is a bug');
    const [final, ...more] = finalErrorsOf(ended);
    expect(more).toEqual([]);
    expect(final?.message).toMatch(/no space left on device.*Free space before this step/);
    expect(ended.log).toMatch(/Last output of .*\n(?:.*\n)*?.*Total:\s+\d/);
    const tags = checkout.sandbox.world.ecr.repositories.flatMap(({ images }) => images);
    expect([...tags, ...checkout.leftovers(), ...processesWith(checkout.temporary)]).toEqual([]);
  },
  120_000,
);
