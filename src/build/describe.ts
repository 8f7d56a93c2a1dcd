import { imageReference } from '../images/reference.ts';
import { type Parsed, parsed, refused, UserError } from '../inputs/problem.ts';
import { denialLine } from '../report/failure.ts';
import type { BuildOptions, BuildRequest, ImageSpec } from './image.ts';
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
  const readers: Readers = { tokens: tokensBy(ports), repositories: repositoriesBy(ports) };
  const found = await Promise.all(
    request.images.map((spec) => describeImage(spec, request.options, { ...ports, ...readers })),
  );
  const problems = found.flatMap(({ image }) => (image.ok ? [] : image.problems));
  if (problems.length > 0) throw new UserError(problems);
  warnOfUnknown(found, ports);
  const images = found.flatMap(({ image }) => (image.ok ? [image.value] : []));
  return { images, logins: await loginsFor(images, readers.tokens, ports.signal) };
}

/** What is asked once, though several images want to know it. */
interface Readers {
  readonly tokens: (region: string) => Promise<RegistryToken>;
  readonly repositories: (place: RepositoryPlace) => Promise<RepositoryFound>;
}

interface Found {
  readonly image: Parsed<DescribedImage>;
  readonly repository: RepositoryFound;
}

async function describeImage(
  spec: ImageSpec,
  options: BuildOptions,
  { aws, checkout, tokens, repositories }: BuildPorts & Readers,
): Promise<Found> {
  const place = repositoryPlace(spec.repository, aws.region);
  const [source, repository, { host }] = await Promise.all([
    checkout.source(spec, options),
    repositories(place),
    tokens(aws.region),
  ]);
  const problems = [
    ...(source.ok ? [] : source.problems),
    ...repositoryProblem(spec, place, { found: repository, ownHost: host }),
  ];
  if (!source.ok || problems.length > 0) return { image: refused(...problems), repository };
  const target = targetRepository(spec, place, { found: repository, ownHost: host });
  return { image: parsed({ spec, source: source.value, repository: target }), repository };
}

/** One call for each repository. */
function repositoriesBy({ aws, signal }: BuildPorts): Readers['repositories'] {
  const asked = new Map<string, Promise<RepositoryFound>>();
  return (place) => {
    const key = JSON.stringify(place);
    const found =
      asked.get(key) ?? aws.ecr(place.region).then((ecr) => describeRepository(ecr, place, signal));
    asked.set(key, found);
    return found;
  };
}

/** One token for each region. */
function tokensBy({ aws, signal }: BuildPorts): Readers['tokens'] {
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
  tokens: Readers['tokens'],
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

function warnOfUnknown(found: readonly Found[], { log }: BuildPorts): void {
  const [denied] = found.flatMap(({ repository }) => (repository.state === 'unknown' ? [repository.denied] : []));
  if (denied === undefined) return;
  log.warn(
    `Whether the repository is there, and which of its tags may be moved, cannot be read before the build. ${denialLine(denied)}`,
  );
}

