import type {
  BatchGetImageRequest,
  DescribeImagesRequest,
  ImageIdentifier,
  ListImagesRequest,
  PutImageRequest,
} from '@aws-sdk/client-ecr';
import type { AwsError } from '../../aws-error.ts';
import { like } from '../../iam/policy.ts';
import type { Context } from '../../operation.ts';
import { seconds } from '../../wire/json11.ts';
import { sha256 } from '../../wire/sha256.ts';
import type { World } from '../../world.ts';
import { ecrErrors } from './errors.ts';
import { page } from './page.ts';
import { repositoryOf } from './repository.ts';
import type { Image, Repository } from './state.ts';

const defaultMediaType = 'application/vnd.docker.distribution.manifest.v2+json';

/** DescribeImages: all of a repository, or those named; throws ImageNotFoundException for a missing one. */
export function describeImages(input: DescribeImagesRequest, { world }: Context): object {
  const repository = repositoryOf(world, input.repositoryName);
  const named = input.imageIds?.map((id) => {
    const image = findImage(repository, id);
    if (image !== undefined) return image;
    const wanted = { digest: id.imageDigest ?? 'null', tag: id.imageTag ?? 'null' };
    throw ecrErrors.imageNotFound(wanted, repository.name, world.account);
  });
  const wanted = input.filter?.tagStatus;
  const images = (named ?? repository.images).filter(
    ({ tags }) => wanted === undefined || wanted === 'ANY' || tags.length > 0 === (wanted === 'TAGGED'),
  );
  const { items, rest } = page(images, input);
  return {
    imageDetails: items.map((image) => ({
      registryId: world.account,
      repositoryName: repository.name,
      imageDigest: image.digest,
      ...(image.tags.length === 0 ? {} : { imageTags: image.tags }),
      imageSizeInBytes: image.manifest.length,
      imagePushedAt: seconds(image.pushedAt),
      imageManifestMediaType: image.mediaType,
    })),
    ...rest,
  };
}

/** BatchGetImage: the manifests; a missing image is a failure in an answer with status 200. */
export function batchGetImage(input: BatchGetImageRequest, { world }: Context): object {
  const repository = repositoryOf(world, input.repositoryName);
  const found = (input.imageIds ?? []).map((id) => ({ id, image: findImage(repository, id) }));
  return {
    images: found.flatMap(({ id, image }) =>
      image === undefined ? [] : [viewImage(world, repository, { image, tag: id.imageTag })],
    ),
    failures: found
      .filter(({ image }) => image === undefined)
      .map(({ id }) => ({
        imageId: id,
        failureCode: 'ImageNotFound',
        failureReason: 'Requested image not found',
      })),
  };
}

/** ListImages: every tag with its digest. */
export function listImages(input: ListImagesRequest, { world }: Context): object {
  const repository = repositoryOf(world, input.repositoryName);
  const imageIds = repository.images.flatMap(({ digest, tags }) =>
    tags.length === 0
      ? [{ imageDigest: digest }]
      : tags.map((imageTag) => ({ imageDigest: digest, imageTag })),
  );
  const wanted = input.filter?.tagStatus;
  const ids = imageIds.filter(
    (id) => wanted === undefined || wanted === 'ANY' || 'imageTag' in id === (wanted === 'TAGGED'),
  );
  const { items, rest } = page(ids, input);
  return { imageIds: items, ...rest };
}

/** PutImage: a new image, or another tag for one that is there. A tag moves unless tags are immutable. */
export function putImage(input: PutImageRequest, { world }: Context): object {
  const repository = repositoryOf(world, input.repositoryName);
  const { imageManifest: manifest = '', imageTag: tag } = input;
  const known = repository.images.find((image) => image.manifest === manifest);
  const digest = known?.digest ?? `sha256:${sha256(manifest)}`;
  if (input.imageDigest !== undefined && input.imageDigest !== digest) throw ecrErrors.digestDiffers();
  const holder = tag === undefined ? undefined : findImage(repository, { imageTag: tag });
  if (known !== undefined && (tag === undefined || holder === known)) {
    throw ecrErrors.imageExists(digest, tag ?? 'null', repository.name);
  }
  if (holder !== undefined && tag !== undefined) {
    if (isImmutable(repository, tag)) throw refusalOf(repository, tag);
    holder.tags.splice(holder.tags.indexOf(tag), 1);
  }
  const mediaType = input.imageManifestMediaType ?? defaultMediaType;
  const image: Image = known ?? { digest, tags: [], manifest, mediaType, pushedAt: world.now };
  if (known === undefined) repository.images.push(image);
  if (tag !== undefined) image.tags.push(tag);
  return { image: viewImage(world, repository, { image, tag }) };
}

const isImmutable = ({ immutable, mutableTags }: Repository, tag: string): boolean =>
  immutable && !mutableTags.some((pattern) => like(pattern, tag));

/** [?] Where some tags are excepted it is the tag that is called immutable: the words are recorded, not when. */
const refusalOf = ({ name, mutableTags }: Repository, tag: string): AwsError =>
  ecrErrors.immutableTag(tag, name, mutableTags.length === 0 ? 'repository' : 'tag');

const findImage = (repository: Repository, { imageDigest, imageTag }: ImageIdentifier): Image | undefined =>
  repository.images.find(
    ({ digest, tags }) =>
      (imageDigest === undefined || digest === imageDigest) &&
      (imageTag === undefined || tags.includes(imageTag)),
  );

function viewImage(
  world: World,
  repository: Repository,
  { image, tag }: { readonly image: Image; readonly tag: string | undefined },
): object {
  return {
    registryId: world.account,
    repositoryName: repository.name,
    imageId: { imageDigest: image.digest, ...(tag === undefined ? {} : { imageTag: tag }) },
    imageManifest: image.manifest,
    imageManifestMediaType: image.mediaType,
  };
}
