export interface EcrState {
  readonly repositories: Repository[];
}

export interface Repository {
  readonly arn: string;
  readonly name: string;
  readonly uri: string;
  readonly immutable: boolean;
  /** Patterns of tags that can be moved all the same, where tags are immutable. */
  readonly mutableTags: readonly string[];
  readonly createdAt: number;
  readonly images: Image[];
}

export interface Image {
  readonly digest: string;
  readonly tags: string[];
  readonly manifest: string;
  readonly mediaType: string;
  readonly pushedAt: number;
}

/** What a reference to an image in this registry leads to. */
export type Lookup =
  | { readonly kind: 'found'; readonly digest: string }
  | { readonly kind: 'missing' }
  /** Another registry, or a repository the sandbox does not have: nothing is known. */
  | { readonly kind: 'elsewhere' };

/** Looks up `REPOSITORY-URI`, `…:TAG` or `…@DIGEST`. No tag means `latest`. */
export function lookUp(ecr: EcrState, reference: string): Lookup {
  const { name, tag, digest } = parts(reference);
  const repository = ecr.repositories.find(({ uri }) => uri === name);
  if (repository === undefined) return { kind: 'elsewhere' };
  const image = repository.images.find((candidate) =>
    digest === undefined ? candidate.tags.includes(tag ?? 'latest') : candidate.digest === digest,
  );
  return image === undefined ? { kind: 'missing' } : { kind: 'found', digest: image.digest };
}

/** The tag of a reference, if it has one. */
export const tagOf = (reference: string): string | undefined => parts(reference).tag;

function parts(reference: string) {
  const [named = '', digest] = reference.split('@');
  const colon = named.indexOf(':', named.lastIndexOf('/') + 1);
  return colon === -1
    ? { name: named, tag: undefined, digest }
    : { name: named.slice(0, colon), tag: named.slice(colon + 1), digest };
}
