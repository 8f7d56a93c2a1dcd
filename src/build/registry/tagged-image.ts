/** An image of a repository, found by one of its tags. */
export interface TaggedImage {
  readonly digest: string;
  /** Byte for byte as the registry has it: its digest is the hash of these bytes. */
  readonly manifest: string;
  readonly mediaType: string | undefined;
  /** All tags that it has; of those that were asked for only, where the others may not be read. */
  readonly tags: readonly string[];
  /** Whether all its tags could be read. */
  readonly areTagsKnown: boolean;
  /** In milliseconds since 1970; undefined where it may not be read. */
  readonly pushedAt: number | undefined;
  /** Of all its layers as they are stored, in bytes; undefined where it may not be read. */
  readonly size: number | undefined;
  /** Images of an index that the repository does not have: nobody can pull it whole. */
  readonly lacks: readonly string[];
}

/** Amazon ECR API reference, BatchGetImage: at most 100 images a call. */
export const TAG_LIMIT = 100;
