import type { ECR, Repository } from '@aws-sdk/client-ecr';
import { awsFailure } from '../../aws/errors.ts';
import { MANIFEST_TYPES } from '../../images/describe.ts';
import { TAG_LIMIT, type TaggedImage } from './tagged-image.ts';

/** What DescribeRepositories says of a repository. */
export type RepositoryFound =
  | { readonly state: 'known'; readonly repository: Repository & { readonly repositoryUri: string } }
  | { readonly state: 'missing' }
  /** Without ecr:DescribeRepositories: whether tags may move shows when they are put. */
  | { readonly state: 'unknown'; readonly denied: string };

/** Looks a repository up (DescribeRepositories). */
export async function describeRepository(
  ecr: Pick<ECR, 'describeRepositories'>,
  { account, name }: { readonly account: string | undefined; readonly name: string },
  signal: AbortSignal,
): Promise<RepositoryFound> {
  try {
    const { repositories = [] } = await ecr.describeRepositories(
      { ...(account === undefined ? {} : { registryId: account }), repositoryNames: [name] },
      { abortSignal: signal },
    );
    const [repository] = repositories;
    if (repository?.repositoryUri === undefined) return { state: 'missing' };
    return { state: 'known', repository: { ...repository, repositoryUri: repository.repositoryUri } };
  } catch (error) {
    const failure = awsFailure(error);
    if (failure?.code === 'RepositoryNotFoundException') return { state: 'missing' };
    if (failure?.kind === 'denied') return { state: 'unknown', denied: failure.message };
    throw error;
  }
}

export interface RepositoryReference {
  readonly registryId: string | undefined;
  readonly repositoryName: string;
}

/**
 * The images that have these tags (BatchGetImage), each with all its tags and when it was pushed (DescribeImages;
 * unknown without that permission). A tag that nothing has is not in the answer.
 */
export async function describeTags(
  ecr: Pick<ECR, 'batchGetImage' | 'describeImages'>,
  { registryId, repositoryName, tags }: RepositoryReference & { readonly tags: readonly string[] },
  signal: AbortSignal,
): Promise<ReadonlyMap<string, TaggedImage>> {
  const repository = { ...(registryId === undefined ? {} : { registryId }), repositoryName };
  const wanted = [...new Set(tags)].slice(0, TAG_LIMIT);
  const { images = [] } = await ecr.batchGetImage(
    {
      ...repository,
      imageIds: wanted.map((imageTag) => ({ imageTag })),
      acceptedMediaTypes: [...MANIFEST_TYPES],
    },
    { abortSignal: signal },
  );
  const digests = [...new Set(images.flatMap(({ imageId }) => imageId?.imageDigest ?? []))];
  const details = await detailsOf(ecr, { ...repository, digests }, signal);
  return new Map(
    images.flatMap(({ imageId, imageManifest, imageManifestMediaType }) => {
      const { imageTag: tag, imageDigest: digest } = imageId ?? {};
      if (tag === undefined || digest === undefined || imageManifest === undefined) return [];
      const known = details.get(digest);
      const image: TaggedImage = {
        digest,
        manifest: imageManifest,
        mediaType: imageManifestMediaType,
        tags: known?.tags ?? [tag],
        pushedAt: known?.pushedAt,
        size: known?.size,
      };
      return [[tag, image] as const];
    }),
  );
}

type Details = Pick<TaggedImage, 'tags' | 'pushedAt' | 'size'>;

async function detailsOf(
  ecr: Pick<ECR, 'describeImages'>,
  {
    digests,
    ...repository
  }: { readonly registryId?: string; readonly repositoryName: string; readonly digests: readonly string[] },
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Details>> {
  if (digests.length === 0) return new Map();
  try {
    const { imageDetails = [] } = await ecr.describeImages(
      { ...repository, imageIds: digests.map((imageDigest) => ({ imageDigest })) },
      { abortSignal: signal },
    );
    return new Map(
      imageDetails.flatMap(({ imageDigest, imageTags = [], imagePushedAt, imageSizeInBytes }) =>
        imageDigest === undefined
          ? []
          : [[imageDigest, { tags: imageTags, pushedAt: imagePushedAt?.getTime(), size: imageSizeInBytes }]],
      ),
    );
  } catch (error) {
    const failure = awsFailure(error);
    // An image can go between the two calls.
    if (failure?.kind === 'denied' || failure?.code === 'ImageNotFoundException') return new Map();
    throw error;
  }
}
