import { imageReference } from '../images/reference.ts';
import { type Parsed, parsed, refused, UserError } from '../inputs/problem.ts';
import type { BuildOptions, BuildRequest, ImageSpec } from './image.ts';
import type { Source } from './input-digest/source.ts';
import type { BuildPorts } from './ports.ts';
import { type Readers, readersOf, warnOfUnknown } from './readers.ts';
import type { RepositoryFound } from './registry/describe.ts';
import { hostOf, repositoryPlace } from './registry/place.ts';
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
  const readers = readersOf(ports);
  const found = await Promise.all(
    request.images.map((spec) => describeImage(spec, request.options, { ...ports, ...readers })),
  );
  const problems = found.flatMap(({ image }) => (image.ok ? [] : image.problems));
  if (problems.length > 0) throw new UserError(problems);
  warnOfUnknown(found.map(({ repository }) => repository), ports);
  const images = found.flatMap(({ image }) => (image.ok ? [image.value] : []));
  return { images, logins: await loginsFor(images, readers.tokens, ports.signal) };
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
