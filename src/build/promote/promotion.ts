import type { OnExistingTag } from '../image.ts';
import type { TagTemplate } from '../tag/template.ts';

/** An image that was built before, named so that nobody can move it. */
export interface SourceImage {
  /** Its repository: a name, or a URI without tag. */
  readonly repository: string;
  readonly digest: string;
}

/** An image that another repository shall have, byte for byte, or the same one under further tags. */
export interface Promotion {
  /** Its name in the outputs. */
  readonly name: string;
  /** Where it goes: the name of a repository, or its URI without tag. */
  readonly repository: string;
  readonly source: SourceImage;
  readonly tags: readonly TagTemplate[];
}

/** Everything that is asked of one step that builds nothing. */
export interface PromotionRequest {
  readonly images: readonly Promotion[];
  readonly onExistingTag: OnExistingTag;
  /** Nothing is copied or tagged. */
  readonly dryRun: boolean;
  /** The checkout. */
  readonly workspace: string;
}
