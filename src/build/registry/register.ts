import type { ECR } from '@aws-sdk/client-ecr';
import { awsFailure } from '../../aws/errors.ts';
import type { RepositoryReference } from './describe.ts';
import type { TaggedImage } from './tagged-image.ts';

/**
 * Puts a tag on an image of the repository, byte for byte the same (PutImage; nothing is pulled). ECR checks the
 * digest against the bytes. Resolves to `taken` when another image has the tag and nobody may move it.
 */
export async function registerTag(
  ecr: Pick<ECR, 'putImage'>,
  { registryId, repositoryName, image, tag }: RepositoryReference & {
    readonly image: Pick<TaggedImage, 'digest' | 'manifest' | 'mediaType'>;
    readonly tag: string;
  },
  signal: AbortSignal,
): Promise<'tagged' | 'taken'> {
  try {
    await ecr.putImage(
      {
        ...(registryId === undefined ? {} : { registryId }),
        repositoryName,
        imageTag: tag,
        imageDigest: image.digest,
        imageManifest: image.manifest,
        ...(image.mediaType === undefined ? {} : { imageManifestMediaType: image.mediaType }),
      },
      { abortSignal: signal },
    );
    return 'tagged';
  } catch (error) {
    switch (awsFailure(error)?.code) {
      // This very image has the tag already.
      case 'ImageAlreadyExistsException':
        return 'tagged';
      case 'ImageTagAlreadyExistsException':
        return 'taken';
      default:
        throw error;
    }
  }
}
