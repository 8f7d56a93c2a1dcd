import { NoSuchCommand, runProcess } from './process.ts';

/** When the checked-out commit was made, in milliseconds since 1970; undefined outside of git. */
export async function commitTime(
  folder: string,
  environment: Readonly<Record<string, string | undefined>>,
  signal: AbortSignal,
): Promise<number | undefined> {
  try {
    const { exitCode, stdout } = await runProcess({
      command: 'git',
      // The checkout may belong to another user, as in a container job.
      args: ['-c', 'safe.directory=*', 'log', '-1', '--format=%ct'],
      cwd: folder,
      env: environment,
      signal,
    });
    return exitCode === 0 && /^\d+\s*$/.test(stdout) ? Number(stdout) * 1_000 : undefined;
  } catch (error) {
    if (error instanceof NoSuchCommand) return undefined;
    throw error;
  }
}
