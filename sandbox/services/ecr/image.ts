import type {
  BatchGetImageRequest,
  DescribeImagesRequest,
  ImageIdentifier,
  ListImagesRequest,
  PutImageRequest,
} from '@aws-sdk/client-ecr';
import { digestOf } from '../../blobs.ts';
import type { Context } from '../../operation.ts';
import { seconds } from '../../wire/json11.ts';
import type { World } from '../../world.ts';
import { ecrErrors } from './errors.ts';
import { blobsOf, readManifest, sizeOf, type Manifest } from './manifest.ts';
import { page } from './page.ts';
import { repositoryOf } from './repository.ts';
import type { Image, Repository } from './state.ts';
import { isImmutable } from './tag-rules.ts';

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
      ...describeContent(image),
      imagePushedAt: seconds(image.pushedAt),
      imageManifestMediaType: image.mediaType,
    })),
    ...rest,
  };
}

/** The size of an image, not told for an index, and the kind of what it holds. */
function describeContent({ manifest }: Image): object {
  const content = readManifest(manifest);
  if (content === undefined || content.children.length > 0) return {};
  const { artifactType } = content;
  return {
    imageSizeInBytes: sizeOf(content),
    ...(artifactType === undefined ? {} : { artifactMediaType: artifactType }),
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

/** PutImage: a new image, or another tag for one that is there. A tag moves unless it is immutable. */
export function putImage(input: PutImageRequest, { world }: Context): object {
  const repository = repositoryOf(world, input.repositoryName);
  const { imageManifest: manifest = '', imageTag: tag, imageDigest, imageManifestMediaType } = input;
  const image = storeImage(world, repository, { manifest, tag, imageDigest, imageManifestMediaType });
  return { image: viewImage(world, repository, { image, tag }) };
}

/**
 * Keeps a manifest, and its tag. Throws what ECR says of layers and images that are missing, of a tag that may not
 * move, and of what is there already.
 */
export function storeImage(
  world: World,
  repository: Repository,
  given: {
    readonly manifest: string;
    readonly tag: string | undefined;
    readonly imageDigest: string | undefined;
    readonly imageManifestMediaType: string | undefined;
  },
): Image {
  const { manifest, tag } = given;
  const known = repository.images.find((image) => image.manifest === manifest);
  const digest = known?.digest ?? digestOf(manifest);
  if (given.imageDigest !== undefined && given.imageDigest !== digest) throw ecrErrors.digestDiffers();
  const content = readManifest(manifest);
  if (content === undefined) throw ecrErrors.manifestSyntax();
  if (known === undefined) requireContent(world, repository, content);
  const holder = tag === undefined ? undefined : findImage(repository, { imageTag: tag });
  if (known !== undefined && (tag === undefined || holder === known)) {
    throw ecrErrors.imageExists(digest, tag ?? 'null', repository.name);
  }
  if (holder !== undefined && tag !== undefined) {
    if (isImmutable(repository, tag)) throw ecrErrors.immutableTag(tag, repository);
    holder.tags.splice(holder.tags.indexOf(tag), 1);
  }
  const mediaType = given.imageManifestMediaType ?? content.mediaType ?? defaultMediaType;
  const image: Image = known ?? { digest, tags: [], manifest, mediaType, pushedAt: world.now };
  if (known === undefined) repository.images.push(image);
  if (tag !== undefined) image.tags.push(tag);
  return image;
}

/** Throws LayersNotFoundException or ReferencedImagesNotFoundException for what the manifest needs and is not there. */
function requireContent(world: World, repository: Repository, content: Manifest): void {
  const { name, layers, images } = repository;
  const missing = blobsOf(content)
    .map(({ digest }) => digest)
    .filter((digest) => !layers.some((layer) => layer.digest === digest));
  if (missing.length > 0) throw ecrErrors.layersNotFound(missing, name, world.account);
  const absent = content.children
    .map(({ digest }) => digest)
    .filter((digest) => !images.some((image) => image.digest === digest));
  if (absent.length > 0) throw ecrErrors.imagesNotFound(absent, name, world.account);
}

/** The image of that digest, of that tag, or of both. */
export const findImage = (
  repository: Repository,
  { imageDigest, imageTag }: ImageIdentifier,
): Image | undefined =>
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
