import type { ECR, Image, ImageIdentifier, Repository } from '@aws-sdk/client-ecr';
import { awsFailure } from '../../aws/errors.ts';
import { MANIFEST_TYPES } from '../../images/describe.ts';
import { childrenOf } from '../../images/manifest.ts';
import { isCreatedOnPush } from './creation.ts';
import type { RepositoryPlace } from './place.ts';
import { TAG_LIMIT, type TaggedImage } from './tagged-image.ts';

/** What DescribeRepositories says of a repository. */
export type RepositoryFound =
  | { readonly state: 'known'; readonly repository: Repository & { readonly repositoryUri: string } }
  /** `isMadeOnPush` when a creation template makes it; that is only known with the permission to read them. */
  | { readonly state: 'missing'; readonly isMadeOnPush: boolean }
  /** Without ecr:DescribeRepositories: whether tags may move shows when they are put. */
  | { readonly state: 'unknown'; readonly denied: string };

type RepositoryReads = Pick<ECR, 'describeRepositories' | 'describeRepositoryCreationTemplates'>;

/** Looks a repository up (DescribeRepositories), and where it is missing whether a push makes it. */
export async function describeRepository(
  ecr: RepositoryReads,
  { account, name }: Pick<RepositoryPlace, 'account' | 'name'>,
  signal: AbortSignal,
): Promise<RepositoryFound> {
  try {
    const { repositories = [] } = await ecr.describeRepositories(
      { ...(account === undefined ? {} : { registryId: account }), repositoryNames: [name] },
      { abortSignal: signal },
    );
    const [repository] = repositories;
    if (repository?.repositoryUri !== undefined)
      return { state: 'known', repository: { ...repository, repositoryUri: repository.repositoryUri } };
  } catch (error) {
    const failure = awsFailure(error);
    if (failure?.kind === 'denied') return { state: 'unknown', denied: failure.message };
    if (failure?.code !== 'RepositoryNotFoundException') throw error;
  }
  return { state: 'missing', isMadeOnPush: await isMadeOnPush(ecr, { account, name }, signal) };
}

/** Templates are read of one's own registry alone. */
async function isMadeOnPush(
  ecr: RepositoryReads,
  { account, name }: Pick<RepositoryPlace, 'account' | 'name'>,
  signal: AbortSignal,
): Promise<boolean> {
  try {
    const { repositoryCreationTemplates = [], registryId } = await ecr.describeRepositoryCreationTemplates(
      { maxResults: TEMPLATE_LIMIT },
      { abortSignal: signal },
    );
    return (account === undefined || account === registryId) && isCreatedOnPush(repositoryCreationTemplates, name);
  } catch (error) {
    if (awsFailure(error)?.kind === 'denied') return false;
    throw error;
  }
}

const TEMPLATE_LIMIT = 1_000;

export interface RepositoryReference {
  readonly registryId: string | undefined;
  readonly repositoryName: string;
}

type ImageReads = Pick<ECR, 'batchGetImage' | 'describeImages'>;

/**
 * The images that have these tags (BatchGetImage), each with all its tags and when it was pushed (DescribeImages;
 * without that permission with those of these tags that it has). A tag that nothing has is not in the answer.
 */
export async function describeTags(
  ecr: ImageReads,
  { tags, ...repository }: RepositoryReference & { readonly tags: readonly string[] },
  signal: AbortSignal,
): Promise<ReadonlyMap<string, TaggedImage>> {
  const imageIds = [...new Set(tags)].slice(0, TAG_LIMIT).map((imageTag) => ({ imageTag }));
  const images = await imagesOf(ecr, { repository, imageIds }, signal);
  return new Map(images.flatMap(({ tag, image }) => (tag === undefined ? [] : [[tag, image] as const])));
}

/** The image of this digest; undefined where the registry does not have it. */
export async function describeDigest(
  ecr: ImageReads,
  { digest, ...repository }: RepositoryReference & { readonly digest: string },
  signal: AbortSignal,
): Promise<TaggedImage | undefined> {
  const [found] = await imagesOf(ecr, { repository, imageIds: [{ imageDigest: digest }] }, signal);
  return found?.image;
}

interface Found {
  readonly tag: string | undefined;
  readonly image: TaggedImage;
}

async function imagesOf(
  ecr: ImageReads,
  {
    repository: { registryId, repositoryName },
    imageIds,
  }: { readonly repository: RepositoryReference; readonly imageIds: ImageIdentifier[] },
  signal: AbortSignal,
): Promise<readonly Found[]> {
  const repository = { ...(registryId === undefined ? {} : { registryId }), repositoryName };
  const { images = [] } = await ecr.batchGetImage(
    { ...repository, imageIds, acceptedMediaTypes: [...MANIFEST_TYPES] },
    { abortSignal: signal },
  );
  const digests = [...new Set(images.flatMap(({ imageId }) => imageId?.imageDigest ?? []))];
  const [details, missing] = await Promise.all([
    detailsOf(ecr, { ...repository, digests }, signal),
    missingOf(ecr, { ...repository, manifests: images.map(({ imageManifest }) => imageManifest) }, signal),
  ]);
  return images.flatMap(({ imageId, imageManifest, imageManifestMediaType }) => {
    const { imageTag: tag, imageDigest: digest } = imageId ?? {};
    if (digest === undefined || imageManifest === undefined) return [];
    const known = details.get(digest);
    const image: TaggedImage = {
      digest,
      manifest: imageManifest,
      mediaType: imageManifestMediaType,
      tags: known?.tags ?? askedTagsOf(digest, images),
      areTagsKnown: known !== undefined,
      pushedAt: known?.pushedAt,
      size: known?.size,
      lacks: childrenOf(imageManifest).flatMap((child) => (missing.has(child.digest) ? [child.digest] : [])),
    };
    return [{ tag, image }];
  });
}

/** The tags in an answer of BatchGetImage that are on one image: a tag of one digest with the input tag comes from that input. */
const askedTagsOf = (digest: string, images: readonly Image[]): readonly string[] =>
  images.flatMap(({ imageId }) =>
    imageId?.imageDigest === digest && imageId.imageTag !== undefined ? [imageId.imageTag] : [],
  );

/** The images of indexes that are not there (the failures of BatchGetImage). */
async function missingOf(
  ecr: Pick<ECR, 'batchGetImage'>,
  {
    manifests,
    ...repository
  }: {
    readonly registryId?: string;
    readonly repositoryName: string;
    readonly manifests: readonly (string | undefined)[];
  },
  signal: AbortSignal,
): Promise<ReadonlySet<string>> {
  const children = manifests.flatMap((manifest) => childrenOf(manifest).map(({ digest }) => digest));
  const imageIds = [...new Set(children)].slice(0, TAG_LIMIT).map((imageDigest) => ({ imageDigest }));
  if (imageIds.length === 0) return new Set();
  const { failures = [] } = await ecr.batchGetImage(
    { ...repository, imageIds, acceptedMediaTypes: [...MANIFEST_TYPES] },
    { abortSignal: signal },
  );
  const absent = failures.filter(({ failureCode }) => failureCode === 'ImageNotFound');
  return new Set(absent.flatMap(({ imageId }) => imageId?.imageDigest ?? []));
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
