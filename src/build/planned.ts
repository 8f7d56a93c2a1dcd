import { type Problem, UserError } from '../inputs/problem.ts';
import type { DescribedImage } from './describe.ts';
import type { BuildRequest } from './image.ts';
import { hexOf } from './input-digest/hex.ts';
import { type InputTag, inputTagText } from './tag/input.ts';
import type { Builder, BuildPorts } from './ports.ts';
import { describeTags } from './registry/describe.ts';
import { type ImagePlan, planImage } from './registry/plan.ts';
import type { TaggedImage } from './registry/tagged-image.ts';
import { tagsOfRun } from './tag/run.ts';
import { sharedTags, type TagClaim } from './tag/shared.ts';

/** An image, and what will be done for it. */
export interface PlannedImage {
  readonly described: DescribedImage;
  readonly input: InputTag;
  /** In hex, 64 digits: of source and base images together. */
  readonly inputDigest: string;
  /** Its tags in this run, without the input tag. */
  readonly tags: readonly string[];
  /** False where the registry of a base image does not say which one it is now. */
  readonly basesAreKnown: boolean;
  /** What has its tags now. */
  readonly found: ReadonlyMap<string, TaggedImage>;
  readonly plan: Exclude<ImagePlan, { readonly kind: 'refuse' }>;
}

/** Decides of each image whether it is built. Throws a UserError with the problems of all. */
export async function planImages(
  images: readonly DescribedImage[],
  request: BuildRequest,
  ports: BuildPorts & Pick<Builder, 'digestOf'>,
): Promise<readonly PlannedImage[]> {
  const bases = await basesOf(images, ports);
  const problems: Problem[] = [];
  const planned = await Promise.all(images.map((image) => planOne(image, bases, { request, ports, problems })));
  const all = planned.flatMap((image) => image ?? []);
  problems.push(...sharedTags(all.map(claimOf)));
  if (problems.length > 0) throw new UserError(problems);
  return all;
}

const claimOf = ({ described: { spec, repository }, tags, inputDigest }: PlannedImage): TagClaim => ({
  name: spec.name,
  repository: repository.uri,
  content: inputDigest,
  tags,
});

async function planOne(
  described: DescribedImage,
  bases: ReadonlyMap<string, string | undefined>,
  { request, ports, problems }: { request: BuildRequest; ports: BuildPorts; problems: Problem[] },
): Promise<PlannedImage | undefined> {
  const { spec, source, repository } = described;
  // What is not known is not the same as at any other time, nor as in another run at the same.
  const resolved = source.bases.map((base) => [base, bases.get(base) ?? `${ports.today()} ${ports.chance()}`]);
  const baseDigest = await hexOf(JSON.stringify(resolved));
  const input = { source: source.digest.slice(0, 20), base: baseDigest.slice(0, 12) };
  const tags = tagsOfRun(spec, inputTagText(input).slice(3), { ports, problems });
  const found = repository.exists
    ? await describeTags(
        await ports.aws.ecr(repository.region),
        {
          registryId: repository.account,
          repositoryName: repository.name,
          // First: what is over the limit of one call is cut off.
          tags: [inputTagText(input), ...tags],
        },
        ports.signal,
      )
    : new Map<string, TaggedImage>();
  const plan = planImage({
    name: spec.name,
    tags,
    input,
    commit: ports.environment['GITHUB_SHA'] || undefined,
    found,
    mutability: repository.mutability,
    onExistingTag: request.onExistingTag,
    reuse: request.reuse,
    maxAge: request.maxAge,
    now: ports.today(),
  });
  if (plan.kind === 'refuse') {
    problems.push(...plan.problems);
    return undefined;
  }
  const basesAreKnown = source.bases.every((base) => bases.get(base) !== undefined);
  return {
    described,
    input,
    inputDigest: await hexOf(`${source.digest} ${baseDigest}`),
    tags,
    basesAreKnown,
    found,
    // Nothing could ever be found by that input tag.
    plan: plan.kind === 'build' && !basesAreKnown ? { ...plan, newTags: tags } : plan,
  };
}

/** The digests that the registries have under the base images now, each asked for once. */
async function basesOf(
  images: readonly DescribedImage[],
  { digestOf, log }: Pick<BuildPorts, 'log'> & Pick<Builder, 'digestOf'>,
): Promise<ReadonlyMap<string, string | undefined>> {
  const names = [...new Set(images.flatMap(({ source }) => source.bases))];
  const digests = await Promise.all(
    names.map(async (name) => [name, await digestOf(name)] as const),
  );
  const unknown = digests.filter(([, digest]) => digest === undefined).map(([name]) => name);
  if (unknown.length > 0) {
    log.warn(
      `The registry does not say which image ${unknown.join(', ')} is now: what is based on it is built, since nothing can be known to come from the same.`,
    );
  }
  return new Map(digests);
}
