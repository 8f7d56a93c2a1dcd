import { readFile, stat } from 'node:fs/promises';
import { connect } from 'node:net';
import { resolve } from 'node:path';
import type { Problem } from '../../inputs/problem.ts';
import type { SshSource } from '../image.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Agents that do not answer and keys that are not there: the build would fail at the first line that needs them. */
export async function sshProblems(
  sources: readonly SshSource[],
  workspace: string,
  environment: Environment,
): Promise<readonly Problem[]> {
  const problems = await Promise.all(sources.map((source) => problemsOf(source, workspace, environment)));
  return problems.flat();
}

async function problemsOf(
  { id, paths }: SshSource,
  workspace: string,
  { SSH_AUTH_SOCK }: Environment,
): Promise<readonly Problem[]> {
  if (paths.length > 0) {
    const kinds = await Promise.all(paths.map(async (path) => [path, await kindOf(resolve(workspace, path))] as const));
    const wrong = kinds.flatMap(([path, kind]) => {
      const why = whyNot(path, kind);
      return why === undefined ? [] : [unusable(id, why)];
    });
    // BuildKit serves either its own agent with the keys, or one that is there.
    const isMixed = paths.length > 1 && kinds.some(([, kind]) => kind === 'agent');
    return isMixed ? [...wrong, unusable(id, 'with the socket of an agent it takes nothing else')] : wrong;
  }
  if (!SSH_AUTH_SOCK) return [unusable(id, 'the variable SSH_AUTH_SOCK is not set')];
  const kind = await kindOf(resolve(workspace, SSH_AUTH_SOCK));
  if (kind === 'agent') return [];
  const why = kind === 'deaf' ? 'nobody listens' : 'there is no socket';
  return [unusable(id, `${why} at ${SSH_AUTH_SOCK}, which SSH_AUTH_SOCK names`)];
}

/** A socket with an agent or without, a private key, or something else. */
type Kind = 'agent' | 'deaf' | 'key' | 'missing' | 'other';

async function kindOf(path: string): Promise<Kind> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) return 'missing';
  if (found.isSocket()) return (await answers(path)) ? 'agent' : 'deaf';
  const text = found.isFile() ? await readFile(path, 'latin1').catch(() => '') : '';
  return text.includes('PRIVATE KEY-----') ? 'key' : 'other';
}

const answers = (path: string): Promise<boolean> =>
  new Promise((settle) => {
    const socket = connect(path);
    const end = (isThere: boolean): void => {
      socket.destroy();
      settle(isThere);
    };
    socket.on('connect', () => end(true)).on('error', () => end(false));
  });

function whyNot(path: string, kind: Kind): string | undefined {
  switch (kind) {
    case 'agent':
    case 'key':
      return undefined;
    case 'missing':
      return `there is no file ${path}`;
    case 'deaf':
      return `nobody listens at ${path}`;
    case 'other':
      return `${path} is neither a private key that can be read nor the socket of an agent`;
  }
}

const unusable = (id: string, why: string): Problem => ({
  message: `The SSH keys ${id} cannot be used: ${why}.`,
  remedy:
    'Start ssh-agent in a step before, or name a private key that an earlier step wrote; a path begins at the root or in the checkout.',
  input: 'ssh',
});
