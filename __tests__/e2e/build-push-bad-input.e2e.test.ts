import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from '@jest/globals';
import { errorsOf, finalErrorsOf } from '../support/action.ts';
import { type BadBuild, type BadEnd, buildAll } from '../support/bad-build.ts';
import { openCheckout } from '../support/checkout.ts';
import { dockerTest, missingOf } from '../support/docker.ts';
import { FILES, INPUTS, MACHINE, PLAIN, REGISTRY } from './build-push-bad-input.cases.ts';

const PARTS = [
  'a Docker engine',
  'Docker Buildx',
  'a builder on buildkitd',
  'docker-registry',
  'a static /bin/busybox',
] as const;

const run = promisify(execFile);
const AT_ONCE = 6;
// Those that the builder tries again take longest, and mostly wait.
const rows = [...REGISTRY, ...MACHINE, ...FILES, ...INPUTS];
const PLAIN_PARTS = [...PARTS, 'a command of Docker with a BuildKit of its own'] as const;
const endOf = buildAll(missingOf(PARTS).length > 0 ? [] : rows, AT_ONCE);

for (const row of rows) {
  dockerTest(`${row.name}: a clear error, nothing pushed, no login and no process left`, PARTS, async () => {
    expectRefused(row, await endOf(row.name));
  });
}

dockerTest(
  `${PLAIN.name}: a clear error, nothing pushed, no login and no process left`,
  PLAIN_PARTS,
  async () => {
    expectRefused(PLAIN, await buildAll([PLAIN], AT_ONCE)(PLAIN.name));
  },
);

function expectRefused({ says, at, logs = [] }: BadBuild, end: BadEnd): void {
  const { ended, pushed, leftovers, orphans } = end;
  expect(ended.log).not.toMatch(/^\s+at /m);
  expect(ended.log).not.toContain('This is a bug');
  expect(ended.log).not.toContain('hunter2');
  expect(ended.exitCode).toBe(1);
  const [final, ...more] = finalErrorsOf(ended);
  expect(more).toEqual([]);
  for (const text of says) {
    if (typeof text === 'string') expect(final?.message).toContain(text);
    else expect(final?.message).toMatch(text);
  }
  for (const text of logs) expect(ended.log).toContain(text);
  const [, file = '', line = ''] = /^(.*):(\d+)$/.exec(at ?? '') ?? [];
  if (at !== undefined)
    expect(errorsOf(ended).map(({ properties }) => properties)).toContain(`file=${file},line=${line}`);
  expect({ pushed, leftovers, orphans }).toEqual({ pushed: [], leftovers: [], orphans: [] });
}

/** Some need no password for this, and others are root. */
const asRoot = (command: string, ...args: readonly string[]) =>
  process.getuid?.() === 0 ? run(command, [...args]) : run('sudo', ['-n', command, ...args]);

dockerTest('a full disk of the runner is told with the room that is left', PARTS, async () => {
  await using checkout = await openCheckout();
  await asRoot('mount', '-t', 'tmpfs', '-o', 'size=4k,mode=1777', 'tmpfs', checkout.temporary);
  try {
    writeFileSync(join(checkout.temporary, 'full'), Buffer.alloc(4096, 'x'));
    const ended = await checkout.build();
    expect(ended.exitCode).toBe(1);
    expect(ended.log).not.toContain('This is a bug');
    expect(finalErrorsOf(ended).map(({ message }) => message)).toEqual([
      expect.stringContaining(`${checkout.temporary} has 0.0 MB free of 0.0 MB`),
    ]);
    expect(checkout.leftovers()).toEqual(['full']);
  } finally {
    await asRoot('umount', checkout.temporary);
  }
});

for (const [cache, said] of [
  ['to=type=local,dest=/proc/nope', 'The builder cannot begin with the cache (mkdir /proc/nope: '],
  ['to=type=s3,bucket=a,region=us-east-1,compression=nope', 'The builder cannot begin with the cache ('],
  ['from=type=local,src=nowhere', 'is built'],
  ['gha', 'The cache of GitHub cannot be reached'],
] as const) {
  dockerTest(`a cache that cannot be used never fails a build: ${cache}`, PARTS, async () => {
    await using checkout = await openCheckout();
    const ended = await checkout.build({ cache });
    expect([ended.exitCode, errorsOf(ended)]).toEqual([0, []]);
    expect(ended.log).toContain(said);
    expect(ended.outputs.get('image')).toMatch(/\/web@sha256:[0-9a-f]{64}$/);
  });
}
