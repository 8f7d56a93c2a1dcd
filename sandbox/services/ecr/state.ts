import type { ImageTagMutability, RCTAppliedFor } from '@aws-sdk/client-ecr';

export interface EcrState {
  readonly repositories: Repository[];
  readonly templates: readonly CreationTemplate[];
  readonly uploads: Upload[];
}

export interface Repository extends TagRules {
  readonly arn: string;
  readonly name: string;
  readonly uri: string;
  readonly createdAt: number;
  readonly images: Image[];
  readonly layers: Layer[];
}

/** Whether tags may move, and which of them are excepted from that. */
export interface TagRules {
  readonly mutability: ImageTagMutability;
  /** Patterns of tags, with `*`; empty unless the mutability is one with exclusions. */
  readonly exclusions: readonly string[];
}

export interface Image {
  readonly digest: string;
  readonly tags: string[];
  readonly manifest: string;
  readonly mediaType: string;
  readonly pushedAt: number;
}

/** A layer or an image's configuration: its bytes are among the sandbox's blobs. */
export interface Layer {
  readonly digest: string;
  readonly size: number;
}

/** A layer that is being uploaded, piece by piece. */
export interface Upload {
  readonly id: string;
  readonly repository: string;
  /** The digests of its pieces among the blobs, in their order. */
  readonly pieces: string[];
  received: number;
}

/** What a repository is made from that is not there yet. */
export interface CreationTemplate extends TagRules {
  /** The beginning of the names, up to a slash; `ROOT` is for all. */
  readonly prefix: string;
  readonly appliedFor: readonly RCTAppliedFor[];
  readonly createdAt: number;
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
  const local = /^(?:127\.0\.0\.1|localhost):\d+\/(.+)$/.exec(name)?.[1];
  const repository = ecr.repositories.find((candidate) => candidate.uri === name || candidate.name === local);
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
