import type { Problem } from '../../inputs/problem.ts';
import type { OnExistingTag } from '../image.ts';
import type { Mutability } from '../registry/mutability.ts';
import type { TaggedImage } from '../registry/tagged-image.ts';

/** All that decides what is done for an image that is promoted. */
export interface PromotionSituation {
  /** The image's name in problems. */
  readonly name: string;
  readonly digest: string;
  /** The tags it is to have. */
  readonly tags: readonly string[];
  /** What the repository has under its digest. */
  readonly there: TaggedImage | undefined;
  /** What has the tags now. */
  readonly found: ReadonlyMap<string, TaggedImage>;
  readonly mutability: (tag: string) => Mutability;
  readonly onExistingTag: OnExistingTag;
}

export type PromotionPlan =
  | { readonly kind: 'refuse'; readonly problems: readonly Problem[] }
  | {
      readonly kind: 'promote';
      /** The image as the repository has it; undefined where it is to be copied there. */
      readonly image: TaggedImage | undefined;
      readonly newTags: readonly string[];
    };

/** Decides before anything is copied. Which image a tag shall have is certain: no other one is taken for it. */
export function planPromotion(situation: PromotionSituation): PromotionPlan {
  const { name, digest, tags, there, found, mutability, onExistingTag } = situation;
  const problems: Problem[] = [];
  const newTags: string[] = [];
  for (const tag of tags) {
    const holder = found.get(tag)?.digest;
    if (holder === digest) continue;
    newTags.push(tag);
    if (holder === undefined) continue;
    if (mutability(tag) === 'fixed') problems.push(fixed(name, tag, holder));
    else if (onExistingTag === 'fail') problems.push(taken(name, tag, holder));
  }
  if (problems.length > 0) return { kind: 'refuse', problems };
  return { kind: 'promote', image: there?.lacks.length === 0 ? there : undefined, newTags };
}

const fixed = (name: string, tag: string, holder: string): Problem => ({
  message: `Image ${name}: nobody may move the tag ${tag}, and another image has it: ${holder}.`,
  remedy: 'Choose a tag of this image alone, such as {{sha}}, or exclude it from immutability in the repository.',
  input: 'tags',
});

const taken = (name: string, tag: string, holder: string): Problem => ({
  message: `Image ${name}: the tag ${tag} is there already, on ${holder}.`,
  remedy: 'Choose a tag of this image alone, such as {{sha}}, or let on-existing-tag be overwrite.',
  input: 'tags',
});
