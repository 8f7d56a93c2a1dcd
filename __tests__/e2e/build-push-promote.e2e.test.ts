import type { ChildProcess } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { BUILD_POLICY } from '../../src/build/policy.ts';
import { policyDocument } from '../../src/iam/policy.ts';
import { openBuilder } from '../../src/docker/open.ts';
import { errorsOf, type Ended } from '../support/action.ts';
import { processesWith } from '../support/bad-build.ts';
import { type Checkout, openCheckout } from '../support/checkout.ts';
import { dockerTest } from '../support/docker.ts';
import { openRegistry } from '../support/registry.ts';

const PARTS = [
  'a Docker engine',
  'Docker Buildx',
  'a builder on buildkitd',
  'a static /bin/busybox',
] as const;

/** Without what the other tests give a build. */
const NO_BUILD = { builder: '', cache: '', 'max-age': '' };

const promote = (checkout: Checkout, inputs: Readonly<Record<string, string>>): Promise<Ended> =>
  checkout.build({ ...NO_BUILD, repository: 'api', ...inputs });

const imageIn = (ended: Ended): string => {
  expect([ended.exitCode, errorsOf(ended)]).toEqual([0, []]);
  return ended.outputs.get('image') ?? '';
};

/** Digests of all manifests that a repository has, by the name of the repository. */
const digestsIn = ({ sandbox }: Pick<Checkout, 'sandbox'>, name: string): readonly string[] =>
  sandbox.world.ecr.repositories
    .find((repository) => repository.name === name)
    ?.images.map(({ digest }) => digest)
    .toSorted() ?? [];

const operationsSince = ({ sandbox }: Checkout, count: number): readonly string[] =>
  sandbox.requests.slice(count).flatMap(({ operation, mutating }) => (mutating ? [operation] : []));

dockerTest(
  'a single image stays one, and arrives with its digest and the tags of the run',
  PARTS,
  async () => {
    await using checkout = await openCheckout();
    const image = imageIn(await checkout.build());
    const ended = await promote(checkout, { 'from-image': image, tags: 'v7,{{short-sha}}' });
    expect(imageIn(ended)).toBe(image.replace('/web@', '/api@'));
    const { outputs } = ended;
    expect(outputs.get('tags')?.split('\n')).toEqual(['v7', checkout.git('rev-parse', 'HEAD').slice(0, 7)]);
    expect([outputs.get('reused'), outputs.get('input-digest')]).toEqual(['true', '']);
    expect(digestsIn(checkout, 'api')).toEqual([image.replace(/.*@/, '')]);
    expect(checkout.leftovers()).toEqual([]);
  },
);

dockerTest('an index arrives with its images and attestations; again, nothing is copied', PARTS, async () => {
  await using checkout = await openCheckout();
  checkout.write({ Dockerfile: 'FROM scratch\nCOPY app /app\n' });
  const image = imageIn(
    await checkout.build({ platforms: 'linux/amd64,linux/arm64', provenance: 'mode=max' }),
  );
  const first = await promote(checkout, { 'from-image': image, tags: 'v7' });
  expect(imageIn(first)).toBe(image.replace('/web@', '/api@'));
  expect(digestsIn(checkout, 'web')).toHaveLength(5);
  expect(digestsIn(checkout, 'api')).toEqual(digestsIn(checkout, 'web'));
  expect(Object.keys(JSON.parse(first.outputs.get('platform-digests') ?? '') as object)).toEqual([
    'linux/amd64',
    'linux/arm64',
  ]);
  const before = checkout.sandbox.requests.length;
  imageIn(await promote(checkout, { 'from-image': image, tags: 'v7,v8' }));
  expect(operationsSince(checkout, before)).toEqual(['PutImage']);
});

dockerTest('several images are promoted at once; in one repository they get tags alone', PARTS, async () => {
  await using checkout = await openCheckout();
  const image = imageIn(await checkout.build());
  const images = JSON.stringify([
    { name: 'there', repository: 'web', tags: 'prod' },
    { name: 'away', repository: 'api' },
  ]);
  const ended = await promote(checkout, { repository: '', images, 'from-image': image });
  imageIn(ended);
  expect(JSON.parse(ended.outputs.get('images') ?? '')).toEqual({
    there: image,
    away: image.replace('/web@', '/api@'),
  });
});

dockerTest('the policy is all that Buildx needs', PARTS, async () => {
  const policy = [
    'ACCOUNT:123456789012',
    'REGION:us-east-1',
    'SOURCE_REPOSITORY:web',
    'REPOSITORY:api',
  ].reduce(
    (text, pair) =>
      text.replaceAll(new RegExp(`(SOURCE_)?${pair.replace(/:.*/, '')}\\b`, 'g'), pair.replace(/.*:/, '')),
    JSON.stringify(policyDocument(BUILD_POLICY)),
  );
  await using checkout = await openCheckout(
    `repositories: [{ name: web }, { name: api }]\npolicy: ${policy}`,
  );
  const { world } = checkout.sandbox;
  const { permissions } = world;
  Object.assign(world, { permissions: { deny: [] } });
  const image = imageIn(await checkout.build());
  Object.assign(world, { permissions });
  imageIn(await promote(checkout, { 'from-image': image }));
});

dockerTest('what is denied while it is copied is named, and nothing is tagged', PARTS, async () => {
  await using checkout = await openCheckout();
  const image = imageIn(await checkout.build());
  for (const [action, repository] of [
    ['BatchGetImage', 'web in this account'],
    ['GetDownloadUrlForLayer', 'web'],
    ['InitiateLayerUpload', 'api'],
    ['PutImage', 'api'],
  ] as const) {
    Object.assign(checkout.sandbox.world, { permissions: { deny: [`ecr:${action}`] } });
    const ended = await promote(checkout, { 'from-image': image });
    const said = errorsOf(ended).at(-1)?.message ?? '';
    expect([ended.exitCode, said]).toEqual([1, expect.stringContaining(`ecr:${action}`)]);
    expect(said).toContain(`the repository ${repository}`);
    expect([digestsIn(checkout, 'api'), checkout.leftovers()]).toEqual([[], []]);
  }
});

dockerTest('a registry that is busy while it is copied is asked again', PARTS, async () => {
  await using checkout = await openCheckout();
  const image = imageIn(await checkout.build());
  // More than Buildx itself tries for the layers of one image.
  const busy = { operation: 'ecr:InitiateLayerUpload', kind: 'server-error', after: 0, times: 30 } as const;
  checkout.sandbox.world.faults.push({ ...busy, seconds: 0, met: 0 });
  const ended = await promote(checkout, { 'from-image': image });
  expect(imageIn(ended)).toBe(image.replace('/web@', '/api@'));
});

dockerTest('from one registry to another, each with its own login', PARTS, async () => {
  await using checkout = await openCheckout();
  await using other = await openRegistry(
    'region: eu-west-1\naccount: "210987654321"\nrepositories: [{ name: prod/web }]',
  );
  const [, digest = ''] = imageIn(await checkout.build()).split('@');
  const logins = new Map([
    [checkout.host, await checkout.token()],
    [other.host, await other.token()],
  ]);
  const { signal } = new AbortController();
  const place = {
    environment: {
      ...process.env,
      DOCKER_CONFIG: join(checkout.workspace, 'docker'),
      RUNNER_TEMP: checkout.temporary,
    },
    cwd: checkout.workspace,
    signal,
    commitTime: undefined,
    keep: () => undefined,
  };
  checkout.write({ 'docker/config.json': '{}' });
  symlinkSync(join(homedir(), '.docker', 'cli-plugins'), join(checkout.workspace, 'docker', 'cli-plugins'));
  const docker = await openBuilder(place, logins, { builder: undefined });
  expect(
    await docker.copy(`${checkout.host}/web@${digest}`, `${other.host}/prod/web@${digest}`),
  ).toBeUndefined();
  const failure = await docker.copy(`${checkout.host}/web@${digest}`, `${other.host}/nope@${digest}`);
  await docker.close();
  expect(failure?.message).toMatch(/nope.*404 Not Found|does not exist/s);
  expect(digestsIn(other, 'prod/web')).toEqual([digest]);
});

for (const signal of ['SIGINT', 'SIGKILL'] as const) {
  dockerTest(
    `a step that ${signal} ends while it copies leaves neither login nor process behind`,
    PARTS,
    async () => {
      let child: ChildProcess | undefined;
      await using checkout = await openCheckout(undefined, (sandbox) => ({
        ...sandbox,
        handle: (request) => {
          const reply = sandbox.handle(request);
          if (child === undefined || sandbox.requests.at(-1)?.operation !== 'InitiateLayerUpload')
            return reply;
          child.kill(signal);
          return { kind: 'hang' };
        },
      }));
      const inputs = { ...NO_BUILD, repository: 'api', 'from-image': imageIn(await checkout.build()) };
      const main = await checkout.build(inputs, { spawned: (spawned) => (child = spawned) });
      if (signal === 'SIGINT') {
        expect([main.exitCode, checkout.leftovers()]).toEqual([1, []]);
        expect(errorsOf(main).at(-1)?.message).toMatch(/The step was cancelled/);
      }
      await checkout.build(inputs, { after: main.state });
      expect([checkout.leftovers(), processesWith(checkout.temporary)]).toEqual([[], []]);
      expect(digestsIn(checkout, 'api')).toEqual([]);
    },
  );
}
