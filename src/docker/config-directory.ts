import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { configWith, type Logins } from '../build/login/config.ts';
import { UserError } from '../inputs/problem.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const CONFIG = 'config.json';

/**
 * Makes a private Docker configuration (0600, in the runner's temporary folder): the user's, with these logins.
 * Whatever else is in the user's folder (plugins, contexts, builders) is linked, so that it goes on working.
 * Resolves to its path. Throws a UserError where the user's own cannot be read.
 */
export async function makeConfigDirectory(
  logins: Logins,
  environment: Environment,
  onMade: (path: string) => void,
): Promise<string> {
  const users = usersDirectory(environment);
  const config = configWith(await textOf(join(users, CONFIG)), logins);
  if (config === undefined) {
    throw new UserError({
      message: `${join(users, CONFIG)} is not the configuration of Docker: it is no JSON object.`,
      remedy: 'Mend the file, or remove it.',
    });
  }
  // mkdtemp makes folders that nobody else may enter.
  const path = await mkdtemp(join(environment['RUNNER_TEMP'] || tmpdir(), 'docker-config-'));
  onMade(path);
  try {
    await writeFile(join(path, CONFIG), config, { mode: 0o600 });
    const others = (await entriesOf(users)).filter((name) => name !== CONFIG);
    await Promise.all(others.map((name) => symlink(join(users, name), join(path, name))));
    return path;
  } catch (error) {
    await removeConfigDirectory(path);
    throw error;
  }
}

/** Ends the logins in it at once: from now on it has the user's own configuration. What it was made for goes on working. */
export async function endLogins(path: string, environment: Environment): Promise<void> {
  await rm(join(path, CONFIG), { force: true });
  try {
    await symlink(join(usersDirectory(environment), CONFIG), join(path, CONFIG));
  } catch (error) {
    // Nothing is left to end where the folder is gone.
    if (!isMissing(error)) throw error;
  }
}

const usersDirectory = (environment: Environment): string =>
  resolve(environment['DOCKER_CONFIG'] || join(environment['HOME'] || homedir(), '.docker'));

/** Removes it; the user's own files, which it links, stay. */
export const removeConfigDirectory = (path: string): Promise<void> =>
  rm(path, { recursive: true, force: true });

async function textOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

async function entriesOf(path: string): Promise<readonly string[]> {
  try {
    return await readdir(path);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
