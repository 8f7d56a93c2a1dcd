import { type BuildFailure, readFailure } from '../build/failure/failure.ts';
import type { Docker } from './docker.ts';

/** Pushes an image of the engine; resolves to the digest of its manifest, or why there is none. */
export async function pushImage(
  docker: Docker,
  name: string,
): Promise<{ readonly digest: string } | { readonly failure: BuildFailure }> {
  const { exitCode, stdout, stderr } = await docker.run(['push', name]);
  const digest = /digest: (sha256:[0-9a-f]{64})/.exec(stdout)?.[1];
  if (exitCode === 0 && digest !== undefined) return { digest };
  const failure = readFailure(`ERROR: failed to push ${name}: ${stderr.trim().split('\n').at(-1) ?? ''}`, []);
  return { failure };
}
