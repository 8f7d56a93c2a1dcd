import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { errorsOf } from '../support/action.ts';
import { type Checkout, openCheckout } from '../support/checkout.ts';
import { dockerTest, removeImages } from '../support/docker.ts';
import { copySshAdd, makeKey, openAgent } from '../support/ssh.ts';

const PARTS = [
  'a Docker engine',
  'Docker Buildx',
  'a builder on buildkitd',
  'a static /bin/busybox',
  'the commands of OpenSSH',
] as const;

const ODD = 'we"ird $x ${y} %{z}';

/** A checkout whose Dockerfile asks an agent for its keys, and stops where it has not the one that is expected. */
async function openKeys(): Promise<Checkout> {
  const checkout = await openCheckout();
  const keys = join(checkout.workspace, 'keys');
  mkdirSync(join(keys, ODD), { recursive: true });
  const ofAgent = makeKey(join(keys, 'agent'));
  const ofFile = makeKey(join(keys, ODD, 'deploy'));
  makeKey(join(keys, 'locked'), 'a passphrase');
  copySshAdd(join(checkout.workspace, 'ssh'));
  checkout.write({
    '.dockerignore': '.git\nkeys\n',
    Dockerfile: `FROM scratch AS base
COPY busybox /bin/sh
COPY ssh /
FROM base AS web
RUN --mount=type=ssh --mount=type=ssh,id=git,target=/git test -S "$SSH_AUTH_SOCK" && test -S /git
RUN --mount=type=ssh ssh-add -l > /keys && read -r a one b < /keys && test "$one" = '${ofAgent}'
RUN --mount=type=ssh,id=git ssh-add -l > /keys && read -r a one b < /keys && test "$one" = '${ofFile}'
FROM base AS api
RUN --mount=type=ssh,id=git ssh-add -l > /keys && read -r a one b < /keys && test "$one" = '${ofFile}'
`,
  });
  return checkout;
}

const KEY_FILE = `git=keys/${ODD}/deploy`;

dockerTest(
  'a step reaches the agent of this machine, and a key by its ID; of both only the IDs count',
  PARTS,
  async () => {
    await using checkout = await openKeys();
    await using agent = await openAgent(join(checkout.workspace, 'keys', 'agent'));
    const env = { SSH_AUTH_SOCK: agent.socket };
    const first = await checkout.build({ target: 'web', ssh: `default\n${KEY_FILE}` }, { env });
    expect([first.exitCode, errorsOf(first)]).toEqual([0, []]);
    const again = await checkout.build({ target: 'web', ssh: `git=keys/agent,default=${agent.socket}` });
    expect([again.outputs.get('reused'), again.outputs.get('digest')]).toEqual([
      'true',
      first.outputs.get('digest'),
    ]);
    const others = await checkout.build({ target: 'web', ssh: `default,other=keys/agent` }, { env });
    expect(others.outputs.get('input-digest')).not.toBe(first.outputs.get('input-digest'));
  },
);

dockerTest('each of several images has the keys that it names, whatever is in a path', PARTS, async () => {
  await using checkout = await openKeys();
  await using agent = await openAgent(join(checkout.workspace, 'keys', 'agent'));
  const images = JSON.stringify([
    { name: 'web', target: 'web', ssh: ['default', KEY_FILE] },
    { name: 'api', repository: 'api', target: 'api', ssh: KEY_FILE },
  ]);
  const ended = await checkout.build({ images }, { env: { SSH_AUTH_SOCK: agent.socket } });
  expect([ended.exitCode, errorsOf(ended)]).toEqual([0, []]);
});

dockerTest(
  'a key with a passphrase is told as what was given, not as a fault of the Dockerfile',
  PARTS,
  async () => {
    await using checkout = await openKeys();
    const ended = await checkout.build({ target: 'api', ssh: 'git=keys/locked' });
    expect(errorsOf(ended).at(-1)?.message).toMatch(
      /passphrase protected.*Correct it in the inputs of this step/s,
    );
    expect([ended.exitCode, checkout.leftovers()]).toEqual([1, []]);
  },
);

dockerTest(
  'the command of Debian takes keys without Buildx, too',
  [...PARTS, 'a command of Docker with a BuildKit of its own'],
  async () => {
    await using checkout = await openKeys();
    const ended = await checkout.build(
      { builder: '', target: 'api', ssh: KEY_FILE },
      { env: { PATH: '/usr/bin:/bin', DOCKER_CONFIG: 'nowhere' } },
    );
    expect([ended.exitCode, errorsOf(ended)]).toEqual([0, []]);
    await removeImages(checkout.host);
  },
);
