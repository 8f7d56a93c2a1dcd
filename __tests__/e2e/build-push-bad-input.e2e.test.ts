import { expect } from '@jest/globals';
import { errorsOf, finalErrorsOf } from '../support/action.ts';
import { type BadBuild, buildAll } from '../support/bad-build.ts';
import { dockerTest, missingOf } from '../support/docker.ts';
import { FILES, INPUTS, MACHINE, REGISTRY } from './build-push-bad-input.cases.ts';

const PARTS = [
  'a Docker engine',
  'Docker Buildx',
  'a builder on buildkitd',
  'docker-registry',
  'a static /bin/busybox',
] as const;

const AT_ONCE = 6;
// Those that the builder tries again take longest, and mostly wait.
const rows = [...REGISTRY, ...MACHINE, ...FILES, ...INPUTS];
const endOf = buildAll(missingOf(PARTS).length > 0 ? [] : rows, AT_ONCE);

for (const row of rows) {
  dockerTest(`${row.name}: a clear error, nothing tagged, no login and no process left`, PARTS, () =>
    expectRefused(row),
  );
}

async function expectRefused({ name, says, at }: BadBuild): Promise<void> {
  const { ended, tags, leftovers, orphans } = await endOf(name);
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
  const [, file = '', line = ''] = /^(.*):(\d+)$/.exec(at ?? '') ?? [];
  if (at !== undefined)
    expect(errorsOf(ended).map(({ properties }) => properties)).toContain(`file=${file},line=${line}`);
  expect({ tags, leftovers, orphans }).toEqual({ tags: [], leftovers: [], orphans: [] });
}
