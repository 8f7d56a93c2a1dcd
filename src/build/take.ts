import { childrenOf, platformText } from '../images/manifest.ts';
import { UserError } from '../inputs/problem.ts';
import { buildProblem } from '../report/build.ts';
import { isWorthAnotherTry } from './failure/failure.ts';
import type { ImageOutcome } from './outcome.ts';
import type { PlannedImage } from './planned.ts';
import type { Builder, BuildPorts } from './ports.ts';
import { describeDigest } from './registry/describe.ts';
import type { TaggedImage } from './registry/tagged-image.ts';
import { type Built, CANCELLED, waitBefore } from './solve.ts';
import { fasterImage, placeOf, putTags } from './tag/tagging.ts';

type TakeContext = BuildPorts & Pick<Builder, 'push'>;

/** Puts the tags on an image: on the one that is there, or on what was built unless another run was faster. */
export async function takeImage(
  planned: PlannedImage,
  built: Built | undefined,
  context: TakeContext,
): Promise<ImageOutcome> {
  const { plan, described, inputDigest, found } = planned;
  const first = plan.kind === 'reuse' ? { image: plan.image, isOwn: false } : await builtImage(planned, built, context);
  const { image, tagged, problems } = await putTags(first.image, planned, context);
  const isOwn = first.isOwn && image === first.image;
  const before = [...found.values()].find(({ digest }) => digest !== image.digest);
  return {
    name: described.spec.name,
    image: `${described.repository.uri}@${image.digest}`,
    digest: image.digest,
    platformDigests: platformDigests(image, built),
    tags: [...new Set([...image.tags, ...tagged])],
    inputDigest,
    reused: plan.kind === 'reuse' ? plan.reason : isOwn ? undefined : { kind: 'same-input' },
    size: image.size,
    sizeBefore: before?.size,
    metadata: (isOwn ? built?.metadata : undefined) ?? {},
    problems,
  };
}

interface Result {
  readonly image: TaggedImage;
  /** Whether this run pushed it. */
  readonly isOwn: boolean;
}

/** What the builder made, or what another run has made of the same input meanwhile. */
async function builtImage(planned: PlannedImage, built: Built | undefined, context: TakeContext): Promise<Result> {
  if (built === undefined) throw new Error(`${planned.described.spec.name} was to be built and was not.`);
  const pushed = built.digest ?? (await pushFromEngine(built.name, planned, context));
  if (typeof pushed !== 'string') return { image: pushed, isOwn: false };
  const own = await pushedImage(planned, pushed, context);
  const faster = await fasterImage(planned, own, context);
  return faster === undefined ? { image: own, isOwn: true } : { image: faster, isOwn: false };
}

/** What the registry has under the digest that the builder named. */
async function pushedImage(planned: PlannedImage, digest: string, { aws, signal }: BuildPorts): Promise<TaggedImage> {
  const place = placeOf(planned);
  const image = await describeDigest(await aws.ecr(place.region), { ...place, digest }, signal);
  if (image !== undefined) return image;
  throw new UserError({
    message: `Image ${planned.described.spec.name}: the builder says that it pushed ${digest}, and the registry does not have it.`,
    remedy: 'Run the job again; if that does not help, look for a proxy or a mirror between builder and registry.',
  });
}

/** `docker push`, unless another run has pushed the same input; again, at most three times, where the registry was busy. */
async function pushFromEngine(
  name: string,
  planned: PlannedImage,
  context: TakeContext,
): Promise<string | TaggedImage> {
  for (let tried = 1; ; tried += 1) {
    const faster = await fasterImage(planned, undefined, context);
    if (faster !== undefined) return faster;
    context.log.say(`Image ${planned.described.spec.name}: the engine pushes it.`);
    const end = await context.push(name);
    if ('digest' in end) return end.digest;
    if (context.signal.aborted) throw new UserError(CANCELLED);
    const isBusy = isWorthAnotherTry(end.failure);
    if (tried > MOST_RETRIES || !isBusy) {
      // The input tag may be taken by another run, or put by this one though the answer was lost: then it has the image.
      const other =
        isBusy || end.failure.kind === 'tag-taken' ? await fasterImage(planned, undefined, context) : undefined;
      if (other !== undefined) return other;
      throw new UserError(buildProblem(end.failure));
    }
    await waitBefore(tried, end.failure, context);
  }
}

const MOST_RETRIES = 3;

/** Of an index each of its images; of a single one its own, where the builder says for which platform. */
export function platformDigests(image: TaggedImage, built: Built | undefined): ReadonlyMap<string, string> {
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
