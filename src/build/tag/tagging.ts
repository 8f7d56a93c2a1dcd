import type { Problem } from '../../inputs/problem.ts';
import { inputTagText } from './input.ts';
import type { PlannedImage } from '../planned.ts';
import type { BuildPorts } from '../ports.ts';
import { imageUnder, type Place, putTag, unlessUnanswered } from './put.ts';
import type { TaggedImage } from '../registry/tagged-image.ts';

export const placeOf = ({ described: { repository } }: PlannedImage): Place => ({
  registryId: repository.account,
  repositoryName: repository.name,
  region: repository.region,
});

/** The image that is the result, the tags that were put on it, and what is wrong with the others. */
export interface Tagging {
  readonly image: TaggedImage;
  readonly tagged: readonly string[];
  readonly problems: readonly Problem[];
}

/**
 * Puts the tags on an image, the input tag first: who has it is the result of all runs that build the same input at
 * once. Where nobody may move it ECR itself lets only one run have it. Where it may be moved the last to put it has
 * it, and the others take that image when they look again at their end; only a run that has ended by then keeps its own.
 */
export async function putTags(
  own: TaggedImage,
  planned: PlannedImage,
  context: BuildPorts,
): Promise<Tagging> {
  const inputTag = inputTagText(planned.input);
  const claim = await claimed(own, planned, context);
  const first = claim === 'taken' ? ((await fasterImage(planned, own, context)) ?? own) : own;
  const done = await putOthers(first, planned, context);
  const image = (await lastImage(planned, first, context)) ?? first;
  const { tagged, problems } = image === first ? done : await putOthers(image, planned, context);
  return {
    image,
    tagged: claim === 'tagged' && image === own ? [inputTag, ...tagged] : tagged,
    problems: typeof claim === 'string' ? problems : [claim, ...problems],
  };
}

/** Puts the input tag, where that is to be done. */
async function claimed(
  own: TaggedImage,
  planned: PlannedImage,
  context: BuildPorts,
): Promise<'tagged' | 'taken' | Problem> {
  const name = inputTagText(planned.input);
  if (own.tags.includes(name)) return 'tagged';
  return planned.plan.newTags.includes(name) ? putTag(own, { name, place: placeOf(planned) }, context) : 'taken';
}

/** What another run has built from the same input while this one built; it has the input tag by now. */
export async function fasterImage(
  planned: PlannedImage,
  own: TaggedImage | undefined,
  context: BuildPorts,
): Promise<TaggedImage | undefined> {
  const { plan, input, found } = planned;
  if (plan.kind !== 'build' || plan.why === 'reuse-off') return undefined;
  const tag = inputTagText(input);
  const image = await imageUnder(tag, placeOf(planned), context);
  const isNew = image !== undefined && image.digest !== found.get(tag)?.digest;
  return isNew && image.digest !== own?.digest ? image : undefined;
}

/**
 * The same once more, unless by then nobody can move one of the tags from what this run has put it on. The tags are
 * put: that nobody answers now fails nothing.
 */
async function lastImage(
  planned: PlannedImage,
  own: TaggedImage,
  context: BuildPorts,
): Promise<TaggedImage | undefined> {
  const { mutability } = planned.described.repository;
  if (planned.plan.newTags.some((tag) => mutability(tag) === 'fixed')) return undefined;
  return unlessUnanswered(fasterImage(planned, own, context));
}

async function putOthers(
  image: TaggedImage,
  planned: PlannedImage,
  context: BuildPorts,
): Promise<Omit<Tagging, 'image'>> {
  const inputTag = inputTagText(planned.input);
  const tagged: string[] = [];
  const problems: Problem[] = [];
  for (const name of planned.plan.newTags) {
    if (name === inputTag || image.tags.includes(name)) continue;
    const end = await putTag(image, { name, place: placeOf(planned) }, context);
    if (end === 'tagged') tagged.push(name);
    else problems.push(end === 'taken' ? takenMeanwhile(planned, name) : end);
  }
  return { tagged, problems };
}

const takenMeanwhile = ({ described: { spec } }: PlannedImage, name: string): Problem => ({
  message: `Image ${spec.name}: the tag ${name} was taken by another image while this one was built, and nobody may move it.`,
  remedy: 'Run the job again: it takes the image that has the tag, if that comes from the same input.',
  input: 'tags',
});
