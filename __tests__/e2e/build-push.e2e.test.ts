import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from '@jest/globals';
import { errorsOf } from '../support/action.ts';
import { type Checkout, openCheckout } from '../support/checkout.ts';
import { dockerTest } from '../support/docker.ts';

const PARTS = [
  'a Docker engine',
  'Docker Buildx',
  'a builder on buildkitd',
  'a static /bin/busybox',
] as const;

const run = promisify(execFile);

const docker = async (...args: readonly string[]): Promise<string> => (await run('docker', [...args])).stdout;

/** What an image prints when it runs: pulled by somebody who knows nothing of the action. */
async function said(checkout: Checkout, image: string | undefined): Promise<string> {
  const config = ['--config', join(checkout.temporary, '..', 'docker')];
  const login = run('docker', [...config, 'login', '-u', 'AWS', '--password-stdin', checkout.host]);
  login.child.stdin?.end(
    Buffer.from(await checkout.token(), 'base64')
      .toString()
      .replace('AWS:', ''),
  );
  await login;
  await docker(...config, 'pull', '-q', image ?? '');
  try {
    return await docker('run', '--rm', '--network=none', image ?? '');
  } finally {
    await docker('rmi', '-f', image ?? '');
  }
}

dockerTest(
  'an image is built, pushed by digest, tagged, and runs with the very argument that was given',
  PARTS,
  async () => {
    await using checkout = await openCheckout();
    const value = `a "b" 'c' = , $HOME \${x} \\`;
    const ended = await checkout.build({ 'build-args': `SAID=${value}`, tags: 'v1,{{short-sha}}' });
    expect([ended.exitCode, errorsOf(ended)]).toEqual([0, []]);
    const image = ended.outputs.get('image') ?? '';
    expect(image).toMatch(new RegExp(`^${checkout.host}/web@sha256:[0-9a-f]{64}$`));
    expect(JSON.parse(ended.outputs.get('images') ?? '')).toEqual({ web: image });
    expect(JSON.parse(ended.outputs.get('platform-digests') ?? '')).toEqual({
      'linux/amd64': ended.outputs.get('digest'),
    });
    expect(ended.outputs.get('tags')?.split('\n')).toEqual(
      expect.arrayContaining(['v1', checkout.git('rev-parse', 'HEAD').slice(0, 7)]),
    );
    expect(ended.outputs.get('reused')).toBe('false');
    expect((await said(checkout, image)).trim()).toBe(value);
  },
);

dockerTest('an argument of several lines arrives as it is', PARTS, async () => {
  await using checkout = await openCheckout();
  const ended = await checkout.build({ 'build-args': '"SAID=one\ntwo ""three"""' });
  expect(ended.exitCode).toBe(0);
  expect(await said(checkout, ended.outputs.get('image'))).toBe('one\ntwo "three"\n');
});

dockerTest('what was built from the same input is taken, and given the tags of the run', PARTS, async () => {
  await using checkout = await openCheckout();
  const first = await checkout.build();
  // Another commit, though not of what is built.
  checkout.write({ 'README.md': 'more' });
  checkout.write({ '.dockerignore': '.git\nREADME.md\n.dockerignore\n' });
  const second = await checkout.build({ tags: 'v2' });
  checkout.write({ 'README.md': 'and more' });
  checkout.git('add', '-A');
  checkout.git('commit', '-qm', 'second');
  const third = await checkout.build({ tags: 'v3' });
  expect([first, second, third].map(({ outputs }) => outputs.get('reused'))).toEqual([
    'false',
    'false',
    'true',
  ]);
  expect(third.outputs.get('digest')).toBe(second.outputs.get('digest'));
  expect(third.outputs.get('tags')?.split('\n')).toEqual(expect.arrayContaining(['v2', 'v3']));
});

dockerTest('a change of anything that can change the image builds it again', PARTS, async () => {
  await using checkout = await openCheckout();
  const before = await checkout.build();
  const changes: readonly (() => Promise<string | undefined>)[] = [
    () => checkout.build({ 'build-args': 'SAID=else' }).then(({ outputs }) => outputs.get('reused')),
    () => checkout.build({ target: 'base' }).then(({ outputs }) => outputs.get('reused')),
    () => checkout.build({ labels: 'a=b' }).then(({ outputs }) => outputs.get('reused')),
    () => {
      checkout.write({ 'app/main': '2' });
      return checkout.build().then(({ outputs }) => outputs.get('reused'));
    },
  ];
  const reused: (string | undefined)[] = [];
  for (const change of changes) reused.push(await change());
  expect(reused).toEqual(['false', 'false', 'false', 'false']);
  checkout.write({ 'app/main': '1' });
  const after = await checkout.build({ tags: 'back' });
  expect(after.outputs.get('digest')).toBe(before.outputs.get('digest'));
});

dockerTest('several images are built in one run, each with its own digest', PARTS, async () => {
  await using checkout = await openCheckout();
  const dockerfile = readFileSync(join(checkout.workspace, 'Dockerfile'), 'utf8');
  // A layer that the builder has never seen.
  checkout.write({
    Dockerfile: dockerfile.replace('/bin/sh\n', '/bin/sh\nCOPY app /shared\n'),
    'app/new': randomUUID(),
  });
  const ended = await checkout.build({
    images:
      '- { name: web, build-args: { SAID: "$${a} %{b}" } }\n- { name: api, repository: api, build-args: { SAID: api } }',
  });
  expect([ended.exitCode, errorsOf(ended)]).toEqual([0, []]);
  const images: unknown = JSON.parse(ended.outputs.get('images') ?? '');
  expect(images).toEqual({
    web: expect.stringMatching(/\/web@sha256:/),
    api: expect.stringMatching(/\/api@sha256:/),
  });
  expect(ended.outputs.get('image')).toBe('');
  const [, web = ''] = /"web":"([^"]+)"/.exec(ended.outputs.get('images') ?? '') ?? [];
  expect(await said(checkout, web)).toBe('$${a} %{b}\n');
  // The stage that both have was built once.
  expect(ended.log.match(/^✓ .*COPY app \/shared/gm)).toHaveLength(1);
});

dockerTest('two runs of the same input at once end with one digest', PARTS, async () => {
  // Where nobody may move input tags ECR itself lets only one of the two have it.
  await using checkout = await openCheckout('repositories: [{ name: web, immutable: true }]');
  const ended = await Promise.all([checkout.build({ tags: 'a' }), checkout.build({ tags: 'b' })]);
  expect(ended.map(({ exitCode }) => exitCode)).toEqual([0, 0]);
  expect(new Set(ended.map(({ outputs }) => outputs.get('digest'))).size).toBe(1);
});

dockerTest(
  'secrets reach the build and are neither in the image, the log nor the arguments',
  PARTS,
  async () => {
    await using checkout = await openCheckout();
    checkout.write({
      Dockerfile: `FROM scratch
COPY busybox /bin/sh
COPY expected /expected
RUN --mount=type=secret,id=token --mount=type=secret,id=npm read -r token < /run/secrets/token; read -r npm < /run/secrets/npm; read -r expected < /expected; test "$token $npm" = "$expected"
CMD ["/bin/sh"]
`,
      'npm,rc': 'from-file',
      expected: 'hunter2 from-file\n',
    });
    const ended = await checkout.build(
      { secrets: 'token=env:TOKEN\nnpm=file:npm,rc' },
      { env: { TOKEN: 'hunter2' } },
    );
    expect([ended.exitCode, errorsOf(ended)]).toEqual([0, []]);
    expect(`${ended.log}${ended.summary}${[...ended.outputs.values()].join()}`).not.toContain('hunter2');
  },
);

dockerTest('the login is of this step alone', PARTS, async () => {
  const seen: string[] = [];
  let temporary = '';
  // While a layer is uploaded the builder waits for the answer, so the login is there.
  await using checkout = await openCheckout(undefined, (sandbox) => ({
    ...sandbox,
    handle: (request) => {
      if (seen.length === 0 && request.path.includes('/blobs/uploads/')) {
        for (const folder of readdirSync(temporary)) {
          const config = join(temporary, folder, 'config.json');
          seen.push((lstatSync(config).mode & 0o777).toString(8));
        }
      }
      return sandbox.handle(request);
    },
  }));
  ({ temporary } = checkout);
  const ended = await checkout.build();
  expect(ended.exitCode).toBe(0);
  expect(seen).toEqual(['600']);
  expect(checkout.leftovers()).toEqual([]);
  const login = await checkout.token();
  expect(ended.log.replaceAll(/::add-mask::.*/g, '')).not.toContain(login);
  const own = join(homedir(), '.docker', 'config.json');
  expect(existsSync(own) ? readFileSync(own, 'utf8') : '').not.toContain(checkout.host);
});

dockerTest('provenance makes an index, and its digests are told by platform', PARTS, async () => {
  await using checkout = await openCheckout();
  const ended = await checkout.build({ provenance: 'mode=min', platforms: 'linux/amd64' });
  expect(ended.exitCode).toBe(0);
  const platforms: unknown = JSON.parse(ended.outputs.get('platform-digests') ?? '');
  expect(platforms).toEqual({ 'linux/amd64': expect.stringMatching(/^sha256:/) });
  expect(JSON.stringify(platforms)).not.toContain(ended.outputs.get('digest') ?? 'none');
  const again = await checkout.build({ provenance: 'mode=min', platforms: 'linux/amd64', tags: 'v2' });
  expect(again.outputs.get('reused')).toBe('true');
  expect(again.outputs.get('digest')).toBe(ended.outputs.get('digest'));
});

dockerTest(
  'the cache of the registry is written and read; a cache that fails does not fail the build',
  PARTS,
  async () => {
    await using checkout = await openCheckout();
    const first = await checkout.build({ cache: 'ecr' });
    const second = await checkout.build({ cache: 'ecr', 'build-args': 'SAID=other' });
    const broken = await checkout.build({
      cache: `to=type=registry,ref=${checkout.host}/nowhere:cache,ignore-error=true`,
      'build-args': 'SAID=third',
    });
    expect([first, second, broken].map(({ exitCode }) => exitCode)).toEqual([0, 0, 0]);
    expect(Number(second.outputs.get('cache-hit-ratio'))).toBeGreaterThan(0);
  },
);

dockerTest('the engine builds by itself where the builder is its own', PARTS, async () => {
  await using checkout = await openCheckout();
  const ended = await checkout.build({ builder: 'default', 'build-args': 'SAID=engine' });
  expect([ended.exitCode, errorsOf(ended)]).toEqual([0, []]);
  expect(await said(checkout, ended.outputs.get('image'))).toBe('engine\n');
  const again = await checkout.build({ builder: 'default', 'build-args': 'SAID=engine', tags: 'v2' });
  expect(again.outputs.get('reused')).toBe('true');
  const ids = await docker('image', 'ls', '-q', '--filter', `reference=${checkout.host}/*`);
  await docker('rmi', '-f', ...new Set(ids.trim().split('\n')));
});
