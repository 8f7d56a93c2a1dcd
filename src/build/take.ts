import { awsFailure } from '../aws/errors.ts';
import { childrenOf, platformText } from '../images/manifest.ts';
import { type Problem, UserError } from '../inputs/problem.ts';
import { buildProblem } from '../report/build.ts';
import { failureProblem } from '../report/failure.ts';
import { isWorthAnotherTry } from './failure.ts';
import { inputTagText } from './input-tag.ts';
import type { ImageOutcome } from './outcome.ts';
import type { PlannedImage } from './planned.ts';
import type { Builder, BuildPorts } from './ports.ts';
import { describeDigest, describeTags, type RepositoryReference } from './registry/describe.ts';
import { registerTag } from './registry/register.ts';
import type { TaggedImage } from './registry/tagged-image.ts';
import { type Built, CANCELLED, waitBefore } from './solve.ts';

type Context = BuildPorts & Pick<Builder, 'push'>;

/** Puts the tags on an image: on the one that is there, or on what was built unless another run was faster. */
export async function takeImage(
  planned: PlannedImage,
  built: Built | undefined,
  context: Context,
): Promise<ImageOutcome> {
  const { plan, described, inputDigest, found } = planned;
  const place = placeOf(planned);
  const own = plan.kind === 'reuse' ? plan.image : await builtImage(planned, built, context);
  const faster = plan.kind === 'reuse' ? undefined : await fasterImage(planned, own, context);
  const image = faster ?? own;
  const { tagged, problems } = await tag(place, { image, planned }, context);
  const before = [...found.values()].find(({ digest }) => digest !== image.digest);
  return {
    name: described.spec.name,
    image: `${described.repository.uri}@${image.digest}`,
    digest: image.digest,
    platformDigests: platformDigests(image, built),
    tags: [...new Set([...image.tags, ...tagged])],
    inputDigest,
    reused: plan.kind === 'reuse' ? plan.reason : faster === undefined ? undefined : { kind: 'same-input' },
    size: image.size,
    sizeBefore: before?.size,
    metadata: built?.metadata ?? {},
    problems,
  };
}

const placeOf = ({ described: { repository } }: PlannedImage): RepositoryReference & { region: string } => ({
  registryId: repository.account,
  repositoryName: repository.name,
  region: repository.region,
});

/** What the registry has under the digest that the builder named. */
async function builtImage(planned: PlannedImage, built: Built | undefined, context: Context): Promise<TaggedImage> {
  if (built === undefined) throw new Error(`${planned.described.spec.name} was to be built and was not.`);
  const place = placeOf(planned);
  const digest = built.digest ?? (await pushFromEngine(built.name, planned, context));
  const image = await describeDigest(await context.aws.ecr(place.region), { ...place, digest }, context.signal);
  if (image !== undefined) return image;
  throw new UserError({
    message: `Image ${planned.described.spec.name}: the builder says that it pushed ${digest}, and the registry does not have it.`,
    remedy: 'Run the job again; if that does not help, look for a proxy or a mirror between builder and registry.',
  });
}

/** `docker push`, unless another run has pushed the same input meanwhile. */
async function pushFromEngine(name: string, planned: PlannedImage, context: Context): Promise<string> {
  const there = await fasterImage(planned, undefined, context);
  if (there !== undefined) return there.digest;
  for (let tried = 1; ; tried += 1) {
    const end = await context.push(name);
    if ('digest' in end) return end.digest;
    if (context.signal.aborted) throw new UserError(CANCELLED);
    if (tried > MOST_RETRIES || !isWorthAnotherTry(end.failure)) throw new UserError(buildProblem(end.failure));
    await waitBefore(tried, end.failure, context);
  }
}

const MOST_RETRIES = 3;

/** What another run has built from the same input while this one built; it has the input tag by now. */
async function fasterImage(
  { plan, input, found, ...planned }: PlannedImage,
  own: TaggedImage | undefined,
  context: Context,
): Promise<TaggedImage | undefined> {
  if (plan.kind !== 'build' || plan.why === 'reuse-off') return undefined;
  const place = placeOf({ plan, input, found, ...planned });
  const tag = inputTagText(input);
  const now = await describeTags(await context.aws.ecr(place.region), { ...place, tags: [tag] }, context.signal);
  const image = now.get(tag);
  const isNew = image !== undefined && image.digest !== found.get(tag)?.digest;
  return isNew && image.digest !== own?.digest ? image : undefined;
}

/** Of an index each of its images; of a single one its own, where the builder says for which platform. */
function platformDigests(image: TaggedImage, built: Built | undefined): ReadonlyMap<string, string> {
  const children = childrenOf(image.manifest);
  if (children.length > 0) {
    return new Map(
      children.flatMap(({ platform, digest }) => (platform === undefined ? [] : [[platform, digest] as const])),
    );
  }
  const descriptor = built?.metadata['containerimage.descriptor'];
  const platform =
    typeof descriptor === 'object' && descriptor !== null && 'platform' in descriptor
      ? platformText(descriptor.platform)
      : undefined;
  return new Map(platform === undefined ? [] : [[platform, image.digest]]);
}

interface Tagged {
  readonly tagged: readonly string[];
  readonly problems: readonly Problem[];
}

/** The input tag first: from then on no other run takes another image for this input. */
async function tag(
  place: ReturnType<typeof placeOf>,
  { image, planned }: { readonly image: TaggedImage; readonly planned: PlannedImage },
  context: Context,
): Promise<Tagged> {
  const inputTag = inputTagText(planned.input);
  const wanted = planned.plan.newTags.filter((name) => !image.tags.includes(name));
  const inOrder = [...wanted].sort((one, other) => Number(other === inputTag) - Number(one === inputTag));
  const ecr = await context.aws.ecr(place.region);
  const tagged: string[] = [];
  const problems: Problem[] = [];
  for (const name of inOrder) {
    try {
      const end = await registerTag(ecr, { ...place, image, tag: name }, context.signal);
      if (end.kind === 'tagged') tagged.push(name);
      else if (name !== inputTag) problems.push(takenMeanwhile(planned, name));
    } catch (error) {
      const failure = awsFailure(error);
      if (failure === undefined) throw error;
      const { message, remedy } = failureProblem(failure, place.region);
      problems.push({ message: `${image.digest} is in the repository, but its tag ${name} is not: ${message}`, remedy });
    }
  }
  return { tagged, problems };
}

const takenMeanwhile = ({ described: { spec } }: PlannedImage, name: string): Problem => ({
  message: `Image ${spec.name}: the tag ${name} was taken by another image while this one was built, and nobody may move it.`,
  remedy: 'Run the job again: it takes the image that has the tag, if that comes from the same input.',
  input: 'tags',
});
