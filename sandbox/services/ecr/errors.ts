import { AwsError } from '../../aws-error.ts';

/** What ECR refuses with. Each text is AWS's, recorded or documented; `[?]` marks those that are not. */
export const ecrErrors = {
  repositoryNotFound: (name: string, account: string) =>
    new AwsError(
      'RepositoryNotFoundException',
      `The repository with name '${name}' does not exist in the registry with id '${account}'`,
    ),
  // [?] These words.
  invalidToken: () => new AwsError('InvalidParameterException', 'Invalid token.'),
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
  immutableTag: (tag: string, name: string, immutable: 'repository' | 'tag') =>
    new AwsError(
      'ImageTagAlreadyExistsException',
      `The image tag '${tag}' already exists in the '${name}' repository and cannot be overwritten because the ${immutable} is immutable.`,
    ),
  // [?] These words.
  digestDiffers: () =>
    new AwsError(
      'ImageDigestDoesNotMatchException',
      'The digest of the manifest is not the one that was given.',
    ),
} as const;
