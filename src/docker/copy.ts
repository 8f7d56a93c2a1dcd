import { type BuildFailure, readFailure } from '../build/failure/failure.ts';
import type { Docker } from './docker.ts';

/**
 * Copies an image from one registry to another (`docker buildx imagetools create`): an index with its images, and what
 * refers to them, such as signatures. A name with a digest is pushed without a tag. Resolves to why not, or undefined.
 */
export async function copyImage(
  docker: Docker,
  source: string,
  target: string,
): Promise<BuildFailure | undefined> {
  const { exitCode, stderr } = await docker.run([
    'buildx',
    'imagetools',
    'create',
    '--progress=plain',
    // A single image stays one: without it an index would be made around it.
    '--prefer-index=false',
    '--tag',
    target,
    source,
  ]);
  return exitCode === 0 ? undefined : readFailure(stderr, []);
}
