import { type ChildProcess, execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect } from '@jest/globals';
import { errorsOf } from '../support/action.ts';
import { processesWith } from '../support/bad-build.ts';
import { type Checkout, openCheckout } from '../support/checkout.ts';
import { dockerTest } from '../support/docker.ts';

const PARTS = ['a Docker engine', 'Docker Buildx', 'the image of BuildKit', 'a static /bin/busybox'] as const;

const run = promisify(execFile);

const docker = async (...args: readonly string[]): Promise<string> => (await run('docker', [...args])).stdout;

/** Builders, containers and volumes that a step has made and not removed; those of other tests are not counted. */
async function made(since: ReadonlySet<string> = new Set()): Promise<ReadonlySet<string>> {
  const said = await Promise.all([
    docker('ps', '--all', '--format', '{{.Names}}'),
    docker('volume', 'ls', '--format', '{{.Name}}'),
    docker('buildx', 'ls', '--format', '{{.Name}}'),
  ]);
  const names = said
    .flatMap((text) => text.split('\n'))
    .filter((name) => /ecs-deploy-toolkit-[0-9a-f]{8}/.test(name));
  return new Set(names.filter((name) => !since.has(name)));
}

/** As on a runner of GitHub: the builder that is current is the engine's own. */
const AS_FOUND = { builder: '', cache: 'ecr' };

const tagsIn = ({ sandbox }: Checkout): readonly string[] =>
  sandbox.world.ecr.repositories.flatMap(({ images }) => images.flatMap(({ tags }) => tags));

dockerTest(
  'where the engine cannot keep a cache a builder is made for the step; the next one finds its layers, and nothing of it is left',
  PARTS,
  async () => {
    await using checkout = await openCheckout();
    const before = await made();
    const first = await checkout.build(AS_FOUND);
    expect([first.exitCode, errorsOf(first), await made(before)]).toEqual([0, [], new Set()]);
    expect(tagsIn(checkout)).toContain('buildcache-web');
    const second = await checkout.build({ ...AS_FOUND, reuse: 'off' });
    expect([second.exitCode, errorsOf(second), await made(before)]).toEqual([0, [], new Set()]);
    expect([first, second].map(({ outputs }) => outputs.get('cache-hit-ratio'))).toEqual(['0.00', '1.00']);
    expect(checkout.leftovers()).toEqual([]);
  },
);

dockerTest('it makes an index of several platforms, with attestations', PARTS, async () => {
  await using checkout = await openCheckout();
  checkout.write({ Dockerfile: 'FROM scratch\nCOPY app /app\n' });
  const ended = await checkout.build({
    ...AS_FOUND,
    platforms: 'linux/amd64,linux/arm64',
    provenance: 'mode=min',
  });
  expect([ended.exitCode, errorsOf(ended)]).toEqual([0, []]);
  expect(Object.keys(JSON.parse(ended.outputs.get('platform-digests') ?? '{}') as object).sort()).toEqual([
    'linux/amd64',
    'linux/arm64',
  ]);
});

dockerTest('it is removed by the post step of a step that was killed', PARTS, async () => {
  await using checkout = await openCheckout(undefined, (sandbox) => ({
    ...sandbox,
    // The builder pushes by now.
    handle: (request) => {
      if (request.path.includes('/blobs/uploads/')) child?.kill('SIGKILL');
      return sandbox.handle(request);
    },
  }));
  let child: ChildProcess | undefined;
  const before = await made();
  const main = await checkout.build(AS_FOUND, { spawned: (process) => (child = process) });
  expect([main.exitCode, (await made(before)).size > 0]).toEqual([null, true]);
  const post = await checkout.build(AS_FOUND, { after: main.state });
  expect([post.exitCode, await made(before)]).toEqual([0, new Set()]);
  expect([...checkout.leftovers(), ...processesWith(checkout.temporary)]).toEqual([]);
});
