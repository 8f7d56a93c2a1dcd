import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Makes a pair of keys; gives back the fingerprint by which ssh-add names it. */
export function makeKey(path: string, passphrase = ''): string {
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', passphrase, '-f', path]);
  return /SHA256:\S+/.exec(execFileSync('ssh-keygen', ['-lf', path], { encoding: 'utf8' }))?.[0] ?? '';
}

/** An agent of this test with one key. */
export interface SshAgent extends AsyncDisposable {
  readonly socket: string;
}

export async function openAgent(key: string): Promise<SshAgent> {
  const folder = mkdtempSync(join(tmpdir(), 'agent-'));
  const socket = join(folder, 'socket');
  const agent = spawn('ssh-agent', ['-D', '-a', socket], { stdio: ['ignore', 'pipe', 'ignore'] });
  // It names its socket once it listens there.
  await once(agent.stdout, 'data');
  execFileSync('ssh-add', ['-q', key], { env: { ...process.env, SSH_AUTH_SOCK: socket }, stdio: 'ignore' });
  return {
    socket,
    [Symbol.asyncDispose]: async () => {
      const ended = once(agent, 'exit');
      agent.kill();
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}

/** Copies ssh-add into a folder, with all that it is linked to, for an image from scratch. */
export function copySshAdd(folder: string): void {
  const linked = execFileSync('ldd', ['/usr/bin/ssh-add'], { encoding: 'utf8' });
  const libraries = [...linked.matchAll(/(\/\S+) \(0x/g)].flatMap(([, path]) => path ?? []);
  for (const path of ['/usr/bin/ssh-add', ...libraries]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    copyFileSync(path, join(folder, path));
  }
}
