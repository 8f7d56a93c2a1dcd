import { statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import type { Problem } from '../inputs/problem.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What the file system refuses, such as room for the login or a file of the context; undefined for any other error. */
export async function systemProblem(error: unknown, environment: Environment): Promise<Problem | undefined> {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return undefined;
  switch (error.code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return {
        message: `There is no space left on the disk of this machine (${error.message}). ${await freeIn(environment)}`,
        remedy:
          'Free space before this step: docker system df shows what images and caches take, docker system prune removes what is unused.',
      };
    case 'EACCES':
    case 'EPERM':
    case 'EIO':
    case 'EROFS':
      return {
        message: `The file system refuses (${error.message}).`,
        remedy:
          'Give the user of the runner access to it, or name it in .dockerignore if the build does not need it.',
      };
    default:
      return undefined;
  }
}

/** How full the disks are that a step writes to. */
async function freeIn(environment: Environment): Promise<string> {
  const folders = [environment['RUNNER_TEMP'] || tmpdir(), environment['GITHUB_WORKSPACE'] || '.'];
  const told = await Promise.all(
    folders.map(async (folder) => {
      const { bavail, blocks, bsize } = await statfs(folder);
      return `${folder} has ${megabytes(bavail * bsize)} free of ${megabytes(blocks * bsize)}`;
    }),
  );
  return `${told.join('; ')}.`;
}

const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`;
