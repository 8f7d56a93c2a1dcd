import { imageReference } from '../images/reference.ts';
import { type Parsed, type Problem, parsed, refused, UserError } from '../inputs/problem.ts';
import { denialLine } from '../report/failure.ts';
import type { BuildRequest, ImageSpec } from './image.ts';
import type { Source } from './input-digest/source.ts';
import { describeToken, type RegistryToken } from './login/describe.ts';
import type { BuildPorts } from './ports.ts';
import { describeRepository, type RepositoryFound } from './registry/describe.ts';
import { hostOf, type RepositoryPlace, repositoryPlace } from './registry/place.ts';
import { repositoryProblem, type TargetRepository, targetRepository } from './target-repository.ts';

/** An image with what is known of it before the builder is asked for anything. */
export interface DescribedImage {
  readonly spec: ImageSpec;
  readonly source: Source;
  readonly repository: TargetRepository;
}

export interface Described {
  readonly images: readonly DescribedImage[];
  /** Host to what is behind `Basic`, for every registry of ECR that this step pushes to or builds from. */
  readonly logins: ReadonlyMap<string, string>;
}

/** Reads the files and the registries. Throws a UserError with all problems of both. */
export async function describeBuild(request: BuildRequest, ports: BuildPorts): Promise<Described> {
  const { aws, signal } = ports;
  const places = request.images.map(({ repository }) => repositoryPlace(repository, aws.region));
  const tokens = tokensBy(ports);
  const [sources, found, token] = await Promise.all([
    Promise.all(request.images.map((image) => ports.checkout.source(image, request.options))),
    repositoriesAt(places, ports),
    tokens(aws.region),
  ]);
  const images = request.images.map((spec, index) =>
    described(spec, sources[index], places[index], found[index], token),
  );
  const problems = images.flatMap((image) => (image.ok ? [] : image.problems));
  if (problems.length > 0) throw new UserError(problems);
  const known = images.flatMap((image) => (image.ok ? [image.value] : []));
  warnOfUnknown(found, ports);
  return { images: known, logins: await loginsFor(known, tokens, signal) };
}

function described(
  spec: ImageSpec,
  source: Parsed<Source> | undefined,
  place: RepositoryPlace | undefined,
  found: RepositoryFound | undefined,
  token: RegistryToken,
): Parsed<DescribedImage> {
  if (source === undefined || place === undefined || found === undefined) {
    throw new Error('Each image has a source and a repository.');
  }
  const problems: readonly Problem[] = [
    ...(source.ok ? [] : source.problems),
    ...repositoryProblem(spec, place, found),
  ];
  if (!source.ok || problems.length > 0) return refused(...problems);
  const repository = targetRepository(spec, place, { found, ownHost: token.host });
  return parsed({ spec, source: source.value, repository });
}

/** One call for each repository, though several images go to it. */
async function repositoriesAt(
  places: readonly RepositoryPlace[],
  { aws, signal }: BuildPorts,
): Promise<readonly RepositoryFound[]> {
  const asked = new Map<string, Promise<RepositoryFound>>();
  return Promise.all(
    places.map((place) => {
      const key = JSON.stringify(place);
      const found =
        asked.get(key) ??
        aws.ecr(place.region).then((ecr) => describeRepository(ecr, place, signal));
      asked.set(key, found);
      return found;
    }),
  );
}

/** One token for each region. */
function tokensBy({ aws, signal }: BuildPorts): (region: string) => Promise<RegistryToken> {
  const tokens = new Map<string, Promise<RegistryToken>>();
  return (region) => {
    const token = tokens.get(region) ?? aws.ecr(region).then((ecr) => describeToken(ecr, signal));
    tokens.set(region, token);
    return token;
  };
}

/** The registries of the repositories and of the base images; those of others stay with the user's own logins. */
async function loginsFor(
  images: readonly DescribedImage[],
  tokens: (region: string) => Promise<RegistryToken>,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, string>> {
  const regions = new Map<string, string>();
  for (const { repository, source } of images) {
    regions.set(hostOf(repository.uri), repository.region);
    for (const base of source.bases) {
      const { ecr, name } = imageReference(base);
      if (ecr !== undefined) regions.set(hostOf(name), ecr.region);
    }
  }
  const logins = await Promise.all(
    [...regions].map(async ([host, region]) => [host, (await tokens(region)).auth] as const),
  );
  signal.throwIfAborted();
  return new Map(logins);
}

function warnOfUnknown(found: readonly RepositoryFound[], { log }: BuildPorts): void {
  const denied = found.find((repository) => repository.state === 'unknown');
  if (denied?.state !== 'unknown') return;
  log.warn(
    `Whether the repository is there, and which of its tags may be moved, cannot be read before the build. ${denialLine(denied.denied)}`,
  );
}

