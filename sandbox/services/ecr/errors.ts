import { AwsError } from '../../aws-error.ts';
import type { Repository } from './state.ts';

const required = (name: string, account: string): string =>
  `required for pushing image into repository with name '${name}' in the registry with id '${account}' do not exist`;

const within = (name: string, account: string): string =>
  `in the repository with name '${name}' in the registry with id '${account}'`;

/** What ECR refuses with. Each text is AWS's, recorded or documented; `[?]` marks those that are not. */
export const ecrErrors = {
  repositoryNotFound: (name: string, account: string) =>
    new AwsError(
      'RepositoryNotFoundException',
      `The repository with name '${name}' does not exist in the registry with id '${account}'`,
    ),
  // [?] These words.
  invalidToken: () => new AwsError('InvalidParameterException', 'Invalid token.'),
  repositoryExists: (name: string, account: string) =>
    new AwsError(
      'RepositoryAlreadyExistsException',
      `The repository with name '${name}' already exists in the registry with id '${account}'`,
    ),
  // [?] The end of these words.
  repositoryName: () =>
    new AwsError(
      'InvalidParameterException',
      "Invalid parameter at 'repositoryName' failed to satisfy constraint: 'must satisfy regular expression " +
        "'(?:[a-z0-9]+(?:[._-][a-z0-9]+)*/)*[a-z0-9]+(?:[._-][a-z0-9]+)*''",
    ),
  // Recorded for missing filters; [?] the same words for filters that are not valid.
  exclusionFilters: (mutability: string) =>
    new AwsError(
      'InvalidParameterException',
      "Invalid parameter at 'imageTagMutabilityExclusionFilters' failed to satisfy constraint: " +
        `'ImageTagMutabilityExclusionFilters can't be null when imageTagMutability is set as ${mutability}'`,
    ),
  // [?] These words.
  imageNotFound: (image: { readonly digest: string; readonly tag: string }, name: string, account: string) =>
    new AwsError(
      'ImageNotFoundException',
      `The image with imageId {imageDigest:'${image.digest}', imageTag:'${image.tag}'} does not exist within ` +
        `the repository with name '${name}' in the registry with id '${account}'`,
    ),
  // [?] These words.
  imageExists: (digest: string, tag: string, name: string) =>
    new AwsError(
      'ImageAlreadyExistsException',
      `Image with digest '${digest}' and tag '${tag}' already exists in the repository with name '${name}'`,
    ),
  // [?] That it is the tag where there are exclusions; both ends were seen.
  immutableTag: (tag: string, { name, mutability }: Repository) =>
    new AwsError(
      'ImageTagAlreadyExistsException',
      `The image tag '${tag}' already exists in the '${name}' repository and cannot be overwritten because the ` +
        `${mutability === 'IMMUTABLE' ? 'repository' : 'tag'} is immutable.`,
    ),
  manifestSyntax: () =>
    new AwsError(
      'InvalidParameterException',
      "Invalid parameter at 'ImageManifest' failed to satisfy constraint: 'Invalid JSON syntax'",
    ),
  layersNotFound: (digests: readonly string[], name: string, account: string) =>
    new AwsError(
      'LayersNotFoundException',
      `Layers with digests '[${digests.join(', ')}]' ${required(name, account)}`,
    ),
  imagesNotFound: (digests: readonly string[], name: string, account: string) =>
    new AwsError(
      'ReferencedImagesNotFoundException',
      `Images with digests '[${digests.join(', ')}]' ${required(name, account)}`,
    ),
  // [?] The words about layers and uploads, from here to `uploadNotFound`.
  layerNotFound: (digest: string, name: string, account: string) =>
    new AwsError(
      'LayersNotFoundException',
      `The layer with digest '${digest}' does not exist ${within(name, account)}`,
    ),
  layerExists: (digest: string, name: string, account: string) =>
    new AwsError(
      'LayerAlreadyExistsException',
      `The layer with digest '${digest}' already exists ${within(name, account)}`,
    ),
  layerDigest: (asked: string, found: string) =>
    new AwsError(
      'InvalidLayerException',
      `The digest of the uploaded layer is '${found}', and not the given '${asked}'.`,
    ),
  layerPart: (upload: string, name: string, account: string) =>
    new AwsError(
      'InvalidLayerPartException',
      `The layer part of the upload with id '${upload}' does not follow the bytes received ${within(name, account)}`,
    ),
  layerPartTooSmall: () =>
    new AwsError('LayerPartTooSmallException', 'Layer parts must be at least 5 MiB in size.'),
  emptyUpload: (upload: string, name: string, account: string) =>
    new AwsError(
      'EmptyUploadException',
      `The upload with id '${upload}' has no layer parts ${within(name, account)}`,
    ),
  uploadNotFound: (upload: string, name: string, account: string) =>
    new AwsError(
      'UploadNotFoundException',
      `The upload with id '${upload}' does not exist ${within(name, account)}`,
    ),
  // [?] These words.
  digestDiffers: () =>
    new AwsError(
      'ImageDigestDoesNotMatchException',
      'The digest of the manifest is not the one that was given.',
    ),
} as const;
