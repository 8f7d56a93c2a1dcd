import { awsFailure } from '../../aws/errors.ts';
import { imageReference } from '../../images/reference.ts';
import { type Parsed, type Problem, parsed, refused, UserError } from '../../inputs/problem.ts';
import { failureProblem } from '../../report/failure.ts';
import type { BuildPorts } from '../ports.ts';
import { type Readers, readersOf, warnOfUnknown } from '../readers.ts';
import { describeDigest, type RepositoryFound } from '../registry/describe.ts';
import { hostOf, type RepositoryPlace, repositoryPlace } from '../registry/place.ts';
import type { TaggedImage } from '../registry/tagged-image.ts';
import { repositoryProblem, type TargetRepository, targetRepository } from '../target-repository.ts';
import type { Promotion, PromotionRequest } from './promotion.ts';

/** An image with what is known of it before anything is copied. */
export interface DescribedPromotion {
  readonly promotion: Promotion;
  readonly source: { readonly uri: string; readonly image: TaggedImage };
  readonly repository: TargetRepository;
}

export interface DescribedPromotions {
  readonly images: readonly DescribedPromotion[];
  /** Host to what is behind `Basic`, for the registries of all sources and targets. */
  readonly logins: ReadonlyMap<string, string>;
}

/** Finds every source and every target. Throws a UserError with all problems of both. */
export async function describePromotions(
  request: PromotionRequest,
  ports: BuildPorts,
): Promise<DescribedPromotions> {
  const readers = readersOf(ports);
  const found = await Promise.all(
    request.images.map(async (promotion) => {
      const [source, target] = await Promise.all([
        describeSourceImage(promotion, ports, readers),
        describeTarget(promotion, ports, readers),
      ]);
      return { promotion, source, target };
    }),
  );
  const problems = found.flatMap(({ source, target }) => [
    ...(source.ok ? [] : source.problems),
    ...(target.repository.ok ? [] : target.repository.problems),
  ]);
  if (problems.length > 0) throw new UserError(problems);
  warnOfUnknown(found.map(({ target }) => target.found), ports);
  const logins = new Map<string, string>();
  const images: DescribedPromotion[] = [];
  for (const { promotion, source, target } of found) {
    if (!source.ok || !target.repository.ok) continue;
    const { uri, region, image } = source.value;
    const repository = target.repository.value;
    logins.set(hostOf(uri), (await readers.tokens(region)).auth);
    logins.set(hostOf(repository.uri), (await readers.tokens(repository.region)).auth);
    images.push({ promotion, source: { uri, image }, repository });
  }
  ports.signal.throwIfAborted();
  return { images, logins };
}

interface FoundSource {
  readonly uri: string;
  readonly region: string;
  readonly image: TaggedImage;
}

async function describeSourceImage(
  { name, source: { repository, digest } }: Promotion,
  { aws, signal }: BuildPorts,
  { tokens }: Readers,
): Promise<Parsed<FoundSource>> {
  const place = repositoryPlace(repository, aws.region);
  const { host } = await tokens(aws.region);
  const own = hostOf(repository);
  if (imageReference(repository).ecr === undefined && own !== '' && own !== host) {
    return refused(problemOf(name, `${own} is no registry of Amazon ECR.`, FROM_ECR));
  }
  const ecr = await aws.ecr(place.region);
  const wanted = { registryId: place.account, repositoryName: place.name, digest };
  try {
    const image = await describeDigest(ecr, wanted, signal);
    const problem = image === undefined ? missing(name, place, digest) : incomplete(name, place, image);
    if (image === undefined || problem !== undefined) return refused(problem ?? missing(name, place, digest));
    const uri = own === '' ? `${host}/${place.name}` : repository;
    return parsed({ uri, region: place.region, image });
  } catch (error) {
    const failure = awsFailure(error);
    if (failure?.code === 'RepositoryNotFoundException')
      return refused(problemOf(name, `there is no repository ${placeText(place)}.`, LOOK_THERE));
    if (failure?.kind !== 'denied') throw error;
    const { message, remedy } = failureProblem(failure, place.region);
    return refused(
      problemOf(
        name,
        `the repository ${placeText(place)} may not be read: ${message}`,
        place.account === undefined || host.startsWith(`${place.account}.`) ? remedy : `${remedy} ${OTHER_ACCOUNT}`,
      ),
    );
  }
}

async function describeTarget(
  promotion: Promotion,
  { aws }: BuildPorts,
  { tokens, repositories }: Readers,
): Promise<{ readonly found: RepositoryFound; readonly repository: Parsed<TargetRepository> }> {
  const place = repositoryPlace(promotion.repository, aws.region);
  const [found, { host: ownHost }] = await Promise.all([repositories(place), tokens(aws.region)]);
  const problems = repositoryProblem(promotion, place, { found, ownHost });
  const repository =
    problems.length > 0
      ? refused(...problems)
      : parsed(targetRepository(promotion, place, { found, ownHost }));
  return { found, repository };
}

const placeText = ({ name, account, region }: RepositoryPlace): string =>
  `${name} in ${account ?? 'this account'}, region ${region}`;

const problemOf = (name: string, what: string, remedy: string): Problem => ({
  message: `Image ${name}: from-image: ${what}`,
  remedy,
  input: 'from-image',
});

const missing = (name: string, place: RepositoryPlace, digest: string): Problem =>
  problemOf(name, `the repository ${placeText(place)} has no image ${digest}.`, LOOK_THERE);

const incomplete = (name: string, place: RepositoryPlace, { digest, lacks }: TaggedImage): Problem | undefined =>
  lacks.length === 0
    ? undefined
    : problemOf(
        name,
        `of the index ${digest} the repository ${placeText(place)} lacks ${lacks.join(' and ')}.`,
        'Build it again; and see that no lifecycle policy expires images of an index.',
      );

const FROM_ECR =
  'Write an image of Amazon ECR, such as 123456789012.dkr.ecr.us-east-1.amazonaws.com/reservation/web@sha256:….';
const LOOK_THERE =
  'Check account, region, name and digest, and that no lifecycle policy has expired the image.';
const OTHER_ACCOUNT = 'The policy of that repository must allow it as well, since it is of another account.';
