import { awsFailure } from '../../aws/errors.ts';
import type { Problem } from '../../inputs/problem.ts';
import { failureProblem } from '../../report/failure.ts';
import type { BuildPorts } from '../ports.ts';
import { describeTags, type RepositoryReference } from '../registry/describe.ts';
import { registerTag } from '../registry/register.ts';
import type { TaggedImage } from '../registry/tagged-image.ts';

/** The repository whose tags are meant. */
export type Place = RepositoryReference & { readonly region: string };

interface Tag {
  readonly name: string;
  readonly place: Place;
}

/** Puts one tag on an image of the repository; `taken` when another image has it and nobody may move it. */
export async function putTag(
  image: TaggedImage,
  { name, place }: Tag,
  context: BuildPorts,
): Promise<'tagged' | 'taken' | Problem> {
  const { signal } = context;
  try {
    return await registerTag(await context.aws.ecr(place.region), { ...place, image, tag: name }, signal);
  } catch (error) {
    const failure = awsFailure(error);
    if (failure === undefined) throw error;
    if (failure.kind === 'unknown-effect' && (await hasTag(image, { name, place }, context))) return 'tagged';
    const { message, remedy } = failureProblem(failure, place.region);
    return { message: `${image.digest} is in the repository, but its tag ${name} is not: ${message}`, remedy };
  }
}

/** Whether a call whose answer was lost has put the tag; false where that cannot be read, either. */
async function hasTag({ digest }: TaggedImage, { name, place }: Tag, context: BuildPorts): Promise<boolean> {
  const image = await unlessUnanswered(imageUnder(name, place, context));
  return image?.digest === digest;
}

/** What has a tag now. */
export async function imageUnder(
  tag: string,
  place: Place,
  { aws, signal }: BuildPorts,
): Promise<TaggedImage | undefined> {
  const found = await describeTags(await aws.ecr(place.region), { ...place, tags: [tag] }, signal);
  return found.get(tag);
}

/** Undefined where AWS did not answer or refused. */
export async function unlessUnanswered<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (awsFailure(error) === undefined) throw error;
    return undefined;
  }
}
