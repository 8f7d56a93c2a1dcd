import { AwsError } from '../../../aws-error.ts';
import type { Answer, HttpRequest } from '../../../wire/http.ts';
import type { World } from '../../../world.ts';
import { ecrErrors } from '../errors.ts';
import { findImage, storeImage } from '../image.ts';
import { readManifest } from '../manifest.ts';
import { repositoryForPush, repositoryOf } from '../repository.ts';
import type { Image, Repository } from '../state.ts';
import { answer, jsonAnswer } from './answer.ts';

const index = 'application/vnd.oci.image.index.v1+json';

/** GET and HEAD of a manifest, by tag or digest. */
export function getManifest(world: World, name: string, reference: string): Answer {
  const image = imageOf(world, repositoryOf(world, name), reference);
  const { manifest: body, mediaType, digest } = image;
  return answer(200, { headers: { 'content-type': mediaType, 'docker-content-digest': digest }, body });
}

/** PUT of a manifest. The same one again is no error here. */
export function putManifest(
  world: World,
  { name, reference }: { readonly name: string; readonly reference: string },
  { body, headers }: HttpRequest,
): Answer {
  const repository = repositoryForPush(world, name);
  const isDigest = reference.startsWith('sha256:');
  const given = {
    manifest: body,
    tag: isDigest ? undefined : reference,
    imageDigest: isDigest ? reference : undefined,
    imageManifestMediaType: headers['content-type'],
  };
  const image =
    storedBefore(() => storeImage(world, repository, given)) ?? imageOf(world, repository, reference);
  const subject = readManifest(body)?.subject;
  return answer(201, {
    headers: {
      location: `/v2/${name}/manifests/${image.digest}`,
      'docker-content-digest': image.digest,
      ...(subject === undefined ? {} : { 'oci-subject': subject }),
    },
  });
}

/** The image, or undefined where it is there already under this tag. */
function storedBefore(store: () => Image): Image | undefined {
  try {
    return store();
  } catch (error) {
    if (error instanceof AwsError && error.code === 'ImageAlreadyExistsException') return undefined;
    throw error;
  }
}

/** The list of tags, in their order; `n` and `last` are not read. */
export function listTags(world: World, name: string): Answer {
  const tags = repositoryOf(world, name).images.flatMap((image) => image.tags);
  return jsonAnswer(200, { name, tags: tags.toSorted() });
}

/** The artifacts whose subject is this image, as an index. */
export function listReferrers(world: World, name: string, digest: string): Answer {
  const manifests = repositoryOf(world, name).images.flatMap((image) => {
    const content = readManifest(image.manifest);
    if (content?.subject !== digest) return [];
    const size = new TextEncoder().encode(image.manifest).length;
    const { artifactType } = content;
    return [
      { mediaType: image.mediaType, digest: image.digest, size, ...(artifactType && { artifactType }) },
    ];
  });
  return jsonAnswer(200, { schemaVersion: 2, mediaType: index, manifests }, { 'content-type': index });
}

function imageOf(world: World, repository: Repository, reference: string): Image {
  const isDigest = reference.startsWith('sha256:');
  const image = findImage(repository, isDigest ? { imageDigest: reference } : { imageTag: reference });
  if (image !== undefined) return image;
  const wanted = { digest: isDigest ? reference : 'null', tag: isDigest ? 'null' : reference };
  throw ecrErrors.imageNotFound(wanted, repository.name, world.account);
}
