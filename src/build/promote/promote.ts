import { type Problem, UserError } from '../../inputs/problem.ts';
import { DRY_RUN, promotionLine } from '../../report/build.ts';
import { builderOnce } from '../builder/once.ts';
import type { BuildOutcome, ImageOutcome, UnfinishedImage } from '../outcome.ts';
import type { Builder, BuildPorts } from '../ports.ts';
import { putTag } from '../tag/put.ts';
import { describeDigest, describeTags } from '../registry/describe.ts';
import type { TaggedImage } from '../registry/tagged-image.ts';
import { tagsOfRun } from '../tag/run.ts';
import { sharedTags, type TagClaim } from '../tag/shared.ts';
import { settleImages } from '../settle.ts';
import { platformDigests } from '../take.ts';
import { copyImage } from './copy.ts';
import { type DescribedPromotion, describePromotions } from './describe.ts';
import { planPromotion } from './plan.ts';
import type { PlannedPromotion } from './planned.ts';
import type { PromotionRequest } from './promotion.ts';

/**
 * Takes images that were built before to their repositories, byte for byte, and puts the tags on them. Nothing is copied
 * or tagged before everything is checked. Throws a UserError with all problems.
 */
export async function promoteImages(request: PromotionRequest, ports: BuildPorts): Promise<BuildOutcome> {
  const began = ports.clock.now();
  const { images, logins } = await describePromotions(request, ports);
  const planned = await planPromotions(images, request, ports);
  const plan = planned.map(promotionLine);
  if (request.dryRun) ports.log.say(DRY_RUN);
  ports.log.say(...plan);
  const docker = builderOnce(() => ports.openBuilder(logins, { builder: undefined }));
  try {
    if (planned.some(({ plan }) => plan.image === undefined)) {
      const { machinery } = await docker.opened();
      if (machinery.frontend === 'plain') throw new UserError(NO_BUILDX);
    }
    const copy: Builder['copy'] = async (source, target) => (await docker.opened()).copy(source, target);
    const ways = (request.dryRun ? [] : planned).map((image) => ({
      region: image.described.repository.region,
      take: () => promoteImage(image, { ...ports, copy }),
      standing: () => standingOf(image),
    }));
    const ended = await settleImages(ways, ports.signal);
    return { plan, isDryRun: request.dryRun, ...ended, steps: [], milliseconds: ports.clock.now() - began };
  } finally {
    await docker.close();
  }
}

const standingOf = ({ described: { promotion, repository }, plan: { image } }: PlannedPromotion): UnfinishedImage => ({
  name: promotion.name,
  image: image === undefined ? undefined : `${repository.uri}@${image.digest}`,
});

const NO_BUILDX: Problem = {
  message: 'This Docker has no Buildx, by which images are copied from one repository to another.',
  remedy: 'Install Docker Buildx in a step before, such as by docker/setup-buildx-action.',
};

async function planPromotions(
  images: readonly DescribedPromotion[],
  request: PromotionRequest,
  ports: BuildPorts,
): Promise<readonly PlannedPromotion[]> {
  const problems: Problem[] = [];
  const planned = await Promise.all(images.map((image) => planOne(image, request, { ports, problems })));
  const all = planned.flatMap((image) => image ?? []);
  problems.push(...sharedTags(all.map(claimOf)));
  if (problems.length > 0) throw new UserError(problems);
  return all;
}

async function planOne(
  described: DescribedPromotion,
  { onExistingTag }: PromotionRequest,
  { ports, problems }: { readonly ports: BuildPorts; readonly problems: Problem[] },
): Promise<PlannedPromotion | undefined> {
  const { promotion, source, repository } = described;
  const { digest } = source.image;
  const tags = tagsOfRun(promotion, undefined, { ports, problems });
  const ecr = await ports.aws.ecr(repository.region);
  const place = { registryId: repository.account, repositoryName: repository.name };
  const [there, found] = repository.exists
    ? await Promise.all([
        describeDigest(ecr, { ...place, digest }, ports.signal),
        describeTags(ecr, { ...place, tags }, ports.signal),
      ])
    : [undefined, new Map<string, TaggedImage>()];
  const { name } = promotion;
  const { mutability } = repository;
  const plan = planPromotion({ name, digest, tags, there, found, mutability, onExistingTag });
  if (plan.kind === 'promote') return { described, found, plan };
  problems.push(...plan.problems);
  return undefined;
}

const claimOf = ({ described: { promotion, source, repository }, plan }: PlannedPromotion): TagClaim => ({
  name: promotion.name,
  repository: repository.uri,
  content: source.image.digest,
  tags: plan.newTags,
});

async function promoteImage(
  { described, found, plan }: PlannedPromotion,
  context: BuildPorts & Pick<Builder, 'copy'>,
): Promise<ImageOutcome> {
  const { promotion, source, repository } = described;
  const image = plan.image ?? (await copyImage(described, context));
  const tagged: string[] = [];
  const problems: Problem[] = [];
  const { account: registryId, name: repositoryName, region } = repository;
  for (const name of plan.newTags) {
    const end = await putTag(image, { name, place: { registryId, repositoryName, region } }, context);
    if (end === 'tagged') tagged.push(name);
    else problems.push(end === 'taken' ? takenMeanwhile(promotion.name, name) : end);
  }
  const before = [...found.values()].find(({ digest }) => digest !== image.digest);
  return {
    name: promotion.name,
    image: `${repository.uri}@${image.digest}`,
    digest: image.digest,
    platformDigests: platformDigests(image, undefined),
    tags: [...new Set([...image.tags, ...tagged])],
    inputDigest: undefined,
    reused: { kind: 'promoted', from: source.uri },
    size: image.size,
    sizeBefore: before?.size,
    metadata: {},
    problems,
  };
}

const takenMeanwhile = (image: string, tag: string): Problem => ({
  message: `Image ${image}: the tag ${tag} was taken by another image meanwhile, and nobody may move it.`,
  remedy: 'Choose a tag of this image alone, such as {{sha}}.',
  input: 'tags',
});
