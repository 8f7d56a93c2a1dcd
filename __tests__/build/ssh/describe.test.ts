import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { sshProblems } from '../../../src/build/ssh/describe.ts';

const workspace = mkdtempSync(join(tmpdir(), 'ssh-'));
mkdirSync(join(workspace, 'folder'));
for (const key of ['one', 'two']) {
  writeFileSync(join(workspace, key), '-----BEGIN OPENSSH PRIVATE KEY-----\nx\n-----END OPENSSH PRIVATE KEY-----\n');
}
writeFileSync(join(workspace, 'one.pub'), 'ssh-ed25519 x');
const agent = createServer().listen(join(workspace, 'agent'));
await once(agent, 'listening');
afterAll(() => {
  agent.close();
  rmSync(workspace, { recursive: true });
});

const LISTEN_AND_END =
  "require('node:net').createServer().listen(process.argv[1], () => process.kill(process.pid, 'SIGKILL'))";

const saidOf = async (paths: readonly string[], environment = {}): Promise<readonly string[]> =>
  (await sshProblems([{ id: 'git', paths }], workspace, environment)).map(({ message, input }) =>
    message.replace(/^The SSH keys git cannot be used: /, `${input ?? ''}: `),
  );

describe('what can be used', () => {
  test.each([[['one']], [['one', 'two']], [['agent']]])('%j', async (paths) => {
    expect(await saidOf(paths)).toEqual([]);
  });

  test('the agent that SSH_AUTH_SOCK names', async () => {
    expect(await saidOf([], { SSH_AUTH_SOCK: join(workspace, 'agent') })).toEqual([]);
  });
});

describe('what cannot', () => {
  const neither = 'is neither a private key that can be read nor the socket of an agent.';

  test.each([
    [['nope'], ['ssh: there is no file nope.']],
    [['one', 'nope', '~/x'], ['ssh: there is no file nope.', 'ssh: there is no file ~/x.']],
    [['one.pub'], [`ssh: one.pub ${neither}`]],
    [['folder'], [`ssh: folder ${neither}`]],
    [['one', 'agent'], ['ssh: with the socket of an agent it takes nothing else.']],
  ])('%j', async (paths, said) => {
    expect(await saidOf(paths)).toEqual(said);
  });

  test('an agent that was killed, of which the socket is left', async () => {
    const socket = join(workspace, 'left');
    spawnSync(process.execPath, ['-e', LISTEN_AND_END, socket]);
    expect(await saidOf([socket])).toEqual([`ssh: nobody listens at ${socket}.`]);
    expect(await saidOf([], { SSH_AUTH_SOCK: socket })).toEqual([
      `ssh: nobody listens at ${socket}, which SSH_AUTH_SOCK names.`,
    ]);
  });

  test('no agent, one that is not there, and no socket', async () => {
    expect(await saidOf([])).toEqual(['ssh: the variable SSH_AUTH_SOCK is not set.']);
    expect(await saidOf([], { SSH_AUTH_SOCK: '/nope' })).toEqual([
      'ssh: there is no socket at /nope, which SSH_AUTH_SOCK names.',
    ]);
    expect(await saidOf([], { SSH_AUTH_SOCK: 'one' })).toEqual([
      'ssh: there is no socket at one, which SSH_AUTH_SOCK names.',
    ]);
  });
});
