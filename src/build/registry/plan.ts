import type { Problem } from '../../inputs/problem.ts';
import type { OnExistingTag } from '../image.ts';
import { compareInput, type InputTag, inputTagText } from '../tag/input.ts';
import type { Mutability } from './mutability.ts';
import type { TaggedImage } from './tagged-image.ts';

/** All that decides whether an image is built. */
export interface ImageSituation {
  /** The image's name in problems. */
  readonly name: string;
  /** The tags it is to have, without the input tag. */
  readonly tags: readonly string[];
  readonly input: InputTag;
  /** The commit of this run, in hex; undefined where the runner names none. */
  readonly commit: string | undefined;
  /** What has the tags now, the input tag among them. */
  readonly found: ReadonlyMap<string, TaggedImage>;
  readonly mutability: (tag: string) => Mutability;
  readonly onExistingTag: OnExistingTag;
  readonly reuse: boolean;
  /** In milliseconds. */
  readonly maxAge: number;
  /** In milliseconds since 1970. */
  readonly now: number;
}

/** Why an image is taken that is there already. */
export type ReuseReason =
  | { readonly kind: 'same-input' }
  /**
   * A tag that nobody may move has it: built from the same source on other base images, or from what is not known but
   * for the commit, which the tag names.
   */
  | { readonly kind: 'fixed-tag'; readonly tag: string; readonly input: 'same' | 'other-base' | 'unknown' };

export type ImagePlan =
  | { readonly kind: 'refuse'; readonly problems: readonly Problem[] }
  | {
      readonly kind: 'reuse';
      readonly image: TaggedImage;
      readonly reason: ReuseReason;
      readonly newTags: readonly string[];
    }
  | {
      readonly kind: 'build';
      /** Also the input tag, unless nobody may move it from an older image. */
      readonly newTags: readonly string[];
      readonly why: 'not-there' | 'too-old' | 'incomplete' | 'reuse-off';
    };

/** Decides before anything is built: take an image that is there, build one, or refuse. */
export function planImage(situation: ImageSituation): ImagePlan {
  const { input, found, reuse, maxAge, now } = situation;
  const inputTag = inputTagText(input);
  const sameInput = found.get(inputTag);
  const isFresh = sameInput?.pushedAt === undefined || now - sameInput.pushedAt <= maxAge;
  const reusable = reuse && isFresh && sameInput?.lacks.length === 0 ? sameInput : undefined;
  const held = fixedTags(situation).filter(({ image }) => image.digest !== reusable?.digest);
  const problems = [...heldProblems(situation, held), ...movedProblems(situation, reusable)];
  if (problems.length > 0) return { kind: 'refuse', problems };
  const [first] = held;
  const reason: ReuseReason =
    first === undefined
      ? { kind: 'same-input' }
      : { kind: 'fixed-tag', tag: first.tag, input: inputOf(first.image, input) };
  const image = first?.image ?? reusable;
  if (image !== undefined) return { kind: 'reuse', image, reason, newTags: missingTags(situation, image) };
  const keepsInputTag = sameInput === undefined || situation.mutability(inputTag) !== 'fixed';
  return {
    kind: 'build',
    newTags: keepsInputTag ? [...situation.tags, inputTag] : situation.tags,
    why: !reuse ? 'reuse-off' : sameInput === undefined ? 'not-there' : isFresh ? 'incomplete' : 'too-old',
  };
}

interface Held {
  readonly tag: string;
  readonly image: TaggedImage;
}

/** The tags that are taken and that nobody may move. */
const fixedTags = ({ tags, found, mutability }: ImageSituation): readonly Held[] =>
  tags.flatMap((tag) => {
    const image = found.get(tag);
    return image !== undefined && mutability(tag) === 'fixed' ? [{ tag, image }] : [];
  });

function heldProblems(situation: ImageSituation, held: readonly Held[]): readonly Problem[] {
  const [first, ...others] = held;
  if (first === undefined) return [];
  const { name, input, onExistingTag } = situation;
  if (onExistingTag !== 'reuse') return held.map(({ tag, image }) => takenForGood(name, tag, image));
  const apart = others.find(({ image }) => image.digest !== first.image.digest);
  if (apart !== undefined) return [twoImages(name, first, apart)];
  if (first.image.lacks.length > 0) return [brokenIndex(name, first)];
  switch (compareInput(first.image.tags, input)) {
    case 'same':
    case 'other-base':
      return [];
    case 'other':
      return [otherInput(name, first, 'was built from other input')];
    case 'unknown':
      if (!first.image.areTagsKnown) return [unreadInput(name, first)];
      return held.some(({ tag }) => namesCommit(tag, situation.commit))
        ? []
        : [otherInput(name, first, 'does not say what it was built from')];
  }
}

/** Such a tag was made by a run of the same commit. */
const namesCommit = (tag: string, commit: string | undefined): boolean =>
  commit !== undefined && tag.includes(commit.slice(0, SHORT_SHA));

const SHORT_SHA = 7;

/** With `fail` a tag that could be moved is not, either. */
function movedProblems(
  { name, tags, found, mutability, onExistingTag }: ImageSituation,
  reusable: TaggedImage | undefined,
): readonly Problem[] {
  if (onExistingTag !== 'fail') return [];
  return tags.flatMap((tag) => {
    const image = found.get(tag);
    if (image === undefined || image.digest === reusable?.digest || mutability(tag) === 'fixed') return [];
    return [taken(name, tag, image)];
  });
}

function inputOf(image: TaggedImage, input: InputTag): 'same' | 'other-base' | 'unknown' {
  const compared = compareInput(image.tags, input);
  return compared === 'other' ? 'unknown' : compared;
}

const missingTags = ({ tags, found }: ImageSituation, image: TaggedImage): readonly string[] =>
  tags.filter((tag) => found.get(tag)?.digest !== image.digest);

const taken = (name: string, tag: string, { digest }: TaggedImage): Problem => ({
  message: `Image ${name}: the tag ${tag} is there already, on ${digest}.`,
  remedy:
    'Choose a tag of this build alone, such as {{input-digest}} or {{run-id}}, or let on-existing-tag be overwrite.',
  input: 'tags',
});

const takenForGood = (name: string, tag: string, { digest }: TaggedImage): Problem => ({
  message: `Image ${name}: the tag ${tag} is there already, on ${digest}, and the repository lets nobody move it.`,
  remedy: 'Choose a tag of this build alone, such as {{input-digest}} or {{run-id}}.',
  input: 'tags',
});

const twoImages = (name: string, one: Held, other: Held): Problem => ({
  message: `Image ${name}: nobody may move the tags ${one.tag} and ${other.tag}, and they are on two images.`,
  remedy: 'Choose tags of this build alone, such as {{input-digest}} or {{run-id}}.',
  input: 'tags',
});

const brokenIndex = (name: string, { tag, image: { digest, lacks } }: Held): Problem => ({
  message: `Image ${name}: nobody may move the tag ${tag}, and ${digest}, which has it, lacks ${lacks.join(' and ')}.`,
  remedy:
    'Choose a tag of this build alone, such as {{input-digest}} or {{run-id}}; and see that no lifecycle policy expires images of an index.',
  input: 'tags',
});

const otherInput = (name: string, { tag, image }: Held, why: string): Problem => ({
  message: `Image ${name}: nobody may move the tag ${tag}, and ${image.digest}, which has it, ${why}.`,
  remedy:
    'Put {{input-digest}} or {{run-id}} into the tag, or exclude it from immutability in the repository.',
  input: 'tags',
});

// Taken unread, an old image could be told to be that of a new commit.
const unreadInput = (name: string, { tag, image }: Held): Problem => ({
  message: `Image ${name}: nobody may move the tag ${tag}, and whether ${image.digest}, which has it, comes from this input cannot be read.`,
  remedy:
    'Allow ecr:DescribeImages on this repository in the policy of the role that the job assumes, or put {{input-digest}} or {{run-id}} into the tag.',
  input: 'tags',
});
