import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect } from '@jest/globals';
import { extraArgsProblems } from '../../src/build/request/extra-args.ts';
import { dockerTest } from '../support/docker.ts';

const run = promisify(execFile);

/** What the builder may be told by extra-args: it counts for the input digest, and changes no way. */
const FREE = [
  ...['--add-host', '--allow', '--cgroup-parent', '--debug', '--network', '--no-cache-filter', '--policy'],
  ...['--resource', '--shm-size', '--ulimit'],
];

dockerTest(
  'of every argument of docker buildx build it is known whether extra-args may have it',
  ['Docker Buildx'],
  async () => {
    const { stdout } = await run('docker', ['buildx', 'build', '--help']);
    const rows = [...stdout.matchAll(/^ +(?:(-\w), )?(--[a-z-]+)/gm)];
    const long = rows.map(([, , flag = '']) => flag);
    const refused = (flags: readonly string[]): readonly string[] =>
      flags.filter((flag) => extraArgsProblems([flag]).length > 0);
    expect(long.length).toBeGreaterThan(30);
    expect(long.filter((flag) => !refused(long).includes(flag)).sort()).toEqual(FREE);
    // A letter is refused where its long form is.
    const withLetter = rows.flatMap(([, letter, flag = '']) =>
      letter === undefined ? [] : [[letter, flag]],
    );
    for (const forms of withLetter) expect([0, forms.length]).toContain(refused(forms).length);
  },
);
