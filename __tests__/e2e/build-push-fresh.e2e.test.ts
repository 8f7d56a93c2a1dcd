import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from '@jest/globals';
import { type Checkout, openCheckout } from '../support/checkout.ts';
import { dockerTest, removeImages } from '../support/docker.ts';

const PARTS = [
  'a Docker engine',
  'Docker Buildx',
  'a builder on buildkitd',
  'a static /bin/busybox',
] as const;

const run = promisify(execFile);

/** What the engine has under the name of an image of the registry. */
async function pull(checkout: Checkout, reference: string): Promise<void> {
  const config = ['--config', join(checkout.temporary, '..', 'docker')];
  const login = run('docker', [...config, 'login', '-u', 'AWS', '--password-stdin', checkout.host]);
  login.child.stdin?.end(
    Buffer.from(await checkout.token(), 'base64')
      .toString()
      .replace('AWS:', ''),
  );
  await login;
  await run('docker', [...config, 'pull', '-q', reference]);
}

dockerTest(
  'an image that is older than max-age is built without the cache, which would bring its layers back',
  PARTS,
  async () => {
    await using checkout = await openCheckout();
    checkout.write({
      Dockerfile: `FROM scratch
COPY busybox /bin/sh
RUN read -r number < /proc/sys/kernel/random/uuid; echo "$number" > /said
`,
    });
    const first = await checkout.build({ cache: 'ecr' });
    // The clock of the sandbox stands still in the past.
    const second = await checkout.build({ cache: 'ecr', 'max-age': '1m' });
    const third = await checkout.build({ cache: 'ecr' });
    expect([first, second, third].map(({ exitCode, outputs }) => [exitCode, outputs.get('reused')])).toEqual([
      [0, 'false'],
      [0, 'false'],
      [0, 'true'],
    ]);
    expect(second.outputs.get('cache-hit-ratio')).toBe('0.00');
    expect(second.outputs.get('digest')).not.toBe(first.outputs.get('digest'));
    expect(third.outputs.get('digest')).toBe(second.outputs.get('digest'));
  },
);

dockerTest(
  'an engine that has an older image under the name of the base image takes the new one',
  PARTS,
  async () => {
    await using checkout = await openCheckout();
    const { host } = checkout;
    const base = (said: string) =>
      checkout.build({ repository: 'api', tags: 'base', 'build-args': `SAID=${said}` });
    try {
      await base('old');
      await pull(checkout, `${host}/api:base`);
      await base('new');
      checkout.write({ 'web/Dockerfile': `FROM ${host}/api:base\nLABEL based=on\n` });
      const ended = await checkout.build({ context: 'web', builder: 'default' });
      expect([ended.exitCode, ended.outputs.get('reused')]).toEqual([0, 'false']);
      await pull(checkout, ended.outputs.get('image') ?? '');
      const { stdout } = await run('docker', [
        'run',
        '--rm',
        '--network=none',
        ended.outputs.get('image') ?? '',
      ]);
      expect(stdout).toBe('new\n');
    } finally {
      await removeImages(host);
    }
  },
);

dockerTest('a time that the user gives to the image counts', PARTS, async () => {
  await using checkout = await openCheckout();
  const at = (SOURCE_DATE_EPOCH: string) => checkout.build({}, { env: { SOURCE_DATE_EPOCH } });
  const ended = [await at('1000'), await at('900000000'), await at('1000')];
  expect(ended.map(({ exitCode, outputs }) => [exitCode, outputs.get('reused')])).toEqual([
    [0, 'false'],
    [0, 'false'],
    [0, 'true'],
  ]);
});
