import type { ECR } from '@aws-sdk/client-ecr';
import { type AwsFailure, awsFailure } from '../aws/errors.ts';
import { childrenOf } from './manifest.ts';
import { type ImageReference, imageReference } from './reference.ts';

/** What the registry has under a reference now. */
export type RegistryImage =
  | {
      readonly state: 'known';
      readonly digest: string;
      /** Digests of the images of an index, one for each platform; empty for a single image. */
      readonly children: readonly string[];
    }
  | { readonly state: 'missing' }
  /** Another registry, no answer, or no permission to look (then with AWS's text): nothing is proven either way. */
  | {
      readonly state: 'unknown';
      readonly why: string;
      readonly denied?: string;
      /** True where the registry was asked, and its answer was another than that. */
      readonly isUnanswered?: true;
    };

export type EcrIn = (region: string) => Promise<Pick<ECR, 'batchGetImage'>>;

/** Asks the registry for the digest of each image (BatchGetImage); never throws for want of a permission. */
export async function describeImages(
  ecrIn: EcrIn,
  images: readonly string[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, RegistryImage>> {
  const entries = [...new Set(images)].map(
    async (image) => [image, await describeImage(ecrIn, imageReference(image), signal)] as const,
  );
  return new Map(await Promise.all(entries));
}

async function describeImage(
  ecrIn: EcrIn,
  { ecr, tag, digest }: ImageReference,
  signal: AbortSignal,
): Promise<RegistryImage> {
  if (ecr === undefined) return { state: 'unknown', why: 'it is not in a private registry of Amazon ECR' };
  try {
    const client = await ecrIn(ecr.region);
    const answer = await client.batchGetImage(
      {
        registryId: ecr.account,
        repositoryName: ecr.repository,
        imageIds: [digest === undefined ? { imageTag: tag } : { imageDigest: digest }],
        acceptedMediaTypes: MANIFEST_TYPES,
      },
      { abortSignal: signal },
    );
    const found = answer.images?.[0];
    const known = found?.imageId?.imageDigest;
    if (known === undefined) return { state: 'missing' };
    return {
      state: 'known',
      digest: known,
      children: childrenOf(found?.imageManifest).map((child) => child.digest),
    };
  } catch (error) {
    const failure = awsFailure(error);
    if (failure === undefined || failure.kind === 'aborted' || failure.kind === 'credentials') throw error;
    if (failure.code === 'RepositoryNotFoundException') return { state: 'missing' };
    return unknown(failure);
  }
}

const unknown = ({ kind, code, message }: AwsFailure): RegistryImage =>
  kind === 'denied'
    ? { state: 'unknown', why: 'ecr:BatchGetImage is not allowed', denied: message }
    : { state: 'unknown', why: `${code}: ${message}`, isUnanswered: true };

// Without these ECR converts an index to the image of one platform, which has another digest.
export const MANIFEST_TYPES = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.docker.distribution.manifest.v2+json',
];
