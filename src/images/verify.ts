import type { RegistryImage } from './describe.ts';
import { imageReference } from './reference.ts';

/** What a container was asked to run and what its running tasks report. */
export interface ContainerImage {
  readonly container: string;
  /** As the task definition names it. */
  readonly image: string;
  readonly registry: RegistryImage | undefined;
  /** One entry a running task; undefined where AWS reports no digest. */
  readonly running: readonly (string | undefined)[];
}

export type Verification =
  | { readonly verified: 'true' | 'unknown' }
  /** Some task runs another image; `byDigest` when the image was named by digest and no task runs it. */
  | { readonly verified: 'false'; readonly container: string; readonly byDigest: boolean };

/**
 * Compares what runs with what was asked for. The digest of an index and the digest of one of its
 * images both prove it: which of the two Fargate reports is not documented [?].
 */
export function verifyImages(images: readonly ContainerImage[]): Verification {
  const answers = images.map(verifyImage);
  return (
    answers.find((answer) => answer.verified === 'false' && answer.byDigest) ??
    answers.find(({ verified }) => verified === 'false') ??
    answers.find(({ verified }) => verified === 'unknown') ?? {
      verified: images.length === 0 ? 'unknown' : 'true',
    }
  );
}

function verifyImage({ container, image, registry, running }: ContainerImage): Verification {
  const asked = imageReference(image).digest;
  const expected = new Set([
    ...(asked === undefined ? [] : [asked]),
    ...(registry?.state === 'known' ? [registry.digest, ...registry.children] : []),
  ]);
  if (running.length === 0 || expected.size === 0) return { verified: 'unknown' };
  if (running.every((digest) => digest !== undefined && expected.has(digest))) return { verified: 'true' };
  // Without the registry's word another digest may still be an image of the index that was asked for.
  if (registry?.state !== 'known' || running.includes(undefined)) return { verified: 'unknown' };
  const byDigest =
    asked !== undefined && !running.some((digest) => digest !== undefined && expected.has(digest));
  return { verified: 'false', container, byDigest };
}
