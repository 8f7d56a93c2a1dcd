import { expect } from '@jest/globals';
import { errorsOf } from '../support/action.ts';
import { type Checkout, openCheckout } from '../support/checkout.ts';
import { dockerTest, removeImages } from '../support/docker.ts';

const PARTS = [
  'a Docker engine',
  'Docker Buildx',
  'a builder on buildkitd',
  'a static /bin/busybox',
] as const;

const ODD = `a "b" 'c' = , ; $HOME \${x} $$ $\${y} %{z} %%{z} \\ \\n {{.}} \`d\` #e 日本\nsecond line\t`;
const ODD_PATH = `we"ird, = $x \${y} %{z} 'n\\m`;

/** One item as a line of an input. */
const quoted = (item: string): string => `"${item.replaceAll('"', '""')}"`;

const DOCKERFILE = `FROM scratch AS base
COPY busybox /bin/sh
FROM base AS odd.Stage-1_a
ARG SAID
ARG SECOND
LABEL said="$SAID" second="$SECOND"
COPY --from=further / /further/
RUN --mount=type=secret,id=npm --mount=type=secret,id=token read -r npm < /run/secrets/npm; read -r more < /further/file; read -r token < /run/secrets/token; test "$npm $more $token" = 'from-secret from-context $a "b", c'
FROM scratch
LABEL last=stage
`;

interface Described {
  readonly labels: unknown;
  readonly annotations: unknown;
}

/** What the registry has of an image. */
async function described({ ask }: Checkout, image: string): Promise<Described> {
  const [, repository = '', digest = ''] = /\/([^/]+)@(sha256:\w+)$/.exec(image) ?? [];
  const manifest: unknown = await (await ask(`${repository}/manifests/${digest}`)).json();
  const config: unknown = await (
    await ask(`${repository}/blobs/${String(memberOf(memberOf(manifest, 'config'), 'digest'))}`)
  ).json();
  return {
    labels: memberOf(memberOf(config, 'config'), 'Labels'),
    annotations: memberOf(manifest, 'annotations'),
  };
}

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null
    ? new Map<string, unknown>(Object.entries(value)).get(name)
    : undefined;

const INPUTS = {
  'build-args': [`SAID=${ODD}`, 'SECOND=1'].map(quoted).join('\n'),
  labels: [`odd.label/a=${ODD}`, 'empty='].map(quoted).join('\n'),
  annotations: quoted(`odd.annotation=${ODD}`),
  secrets: [`npm=file:${ODD_PATH}/secret`, 'token=env:TOKEN'].map(quoted).join('\n'),
  'build-contexts': quoted(`further=${ODD_PATH}`),
  target: 'odd.Stage-1_a',
};

const ENV = { TOKEN: '$a "b", c\n' };

async function openOdd(): Promise<Checkout> {
  const checkout = await openCheckout();
  checkout.write({
    Dockerfile: DOCKERFILE,
    [`${ODD_PATH}/secret`]: 'from-secret\n',
    [`${ODD_PATH}/file`]: 'from-context\n',
    [`${ODD_PATH}/.dockerignore`]: 'secret\n',
  });
  return checkout;
}

const EXPECTED = {
  labels: expect.objectContaining({ said: ODD, second: '1', 'odd.label/a': ODD, empty: '' }),
  annotations: expect.objectContaining({ 'odd.annotation': ODD }),
};

dockerTest('values arrive as they are where one image is built', PARTS, async () => {
  await using checkout = await openOdd();
  const ended = await checkout.build(INPUTS, { env: ENV });
  expect([ended.exitCode, errorsOf(ended)]).toEqual([0, []]);
  expect(await described(checkout, ended.outputs.get('image') ?? '')).toEqual(EXPECTED);
});

dockerTest('values arrive as they are where several are', PARTS, async () => {
  await using checkout = await openOdd();
  const images = JSON.stringify([
    { name: 'web' },
    { name: 'api', repository: 'api', 'build-args': { SAID: ODD, SECOND: '2' } },
  ]);
  const ended = await checkout.build({ ...INPUTS, images }, { env: ENV });
  expect([ended.exitCode, errorsOf(ended)]).toEqual([0, []]);
  const built: unknown = JSON.parse(ended.outputs.get('images') ?? '');
  expect(await described(checkout, String(memberOf(built, 'web')))).toEqual(EXPECTED);
  expect(await described(checkout, String(memberOf(built, 'api')))).toEqual({
    ...EXPECTED,
    labels: expect.objectContaining({ said: ODD, second: '2', 'odd.label/a': ODD, empty: '' }),
  });
});

dockerTest(
  'the engine of Debian with its own command builds without Buildx',
  ['a Docker engine', 'a command of Docker with a BuildKit of its own', 'a static /bin/busybox'],
  async () => {
    await using checkout = await openCheckout();
    const ended = await checkout.build(
      { builder: '', 'build-args': `SAID="a" $b, c=d`, secrets: 'unused=env:TOKEN' },
      { env: { ...ENV, PATH: '/usr/bin:/bin', DOCKER_CONFIG: 'nowhere' } },
    );
    expect([ended.exitCode, errorsOf(ended)]).toEqual([0, []]);
    expect(ended.outputs.get('image')).toMatch(/\/web@sha256:[0-9a-f]{64}$/);
    expect(checkout.leftovers()).toEqual([]);
    await removeImages(checkout.host);
  },
);
