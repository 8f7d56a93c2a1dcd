import { UserError } from '../inputs/problem.ts';
import { describeBuild } from './describe.ts';
import { plainProblems } from './capability.ts';
import type { BuildRequest } from './image.ts';
import { type BuilderOnce, builderOnce } from './builder-once.ts';
import type { BuildOutcome } from './outcome.ts';
import { type PlannedImage, planImages } from './planned.ts';
import type { Builder, BuildPorts } from './ports.ts';
import { settleImage, unfinishedImage } from './settle.ts';
import { type Built, buildPlanned, type Solved } from './solve.ts';
import { planLines } from '../report/build.ts';

/**
 * Takes each image to its repository: one that is there is given the tags, all others are built in one run. Nothing
 * is built or tagged before everything is checked: until then a UserError with all problems is thrown. Later ones
 * are told with what is done.
 */
export async function buildImages(request: BuildRequest, ports: BuildPorts): Promise<BuildOutcome> {
  const began = ports.clock.now();
  const { images, logins } = await describeBuild(request, ports);
  const docker = builderOnce(() => ports.openBuilder(logins, { builder: request.options.builder }));
  try {
    const planned = await planImages(images, request, {
      ...ports,
      digestOf: async (reference) => (await docker.opened()).digestOf(reference),
    });
    ports.log.say(...planLines(planned), ...new Set(images.flatMap(({ source }) => source.unseen)));
    const { built, steps, problem } = await buildMissing(planned, request, { ports, docker });
    const ended =
      problem === undefined
        ? await settleAll(request.dryRun ? [] : planned, built, { ports, docker })
        : { images: [], unfinished: planned.map((image) => unfinishedImage(image, undefined)), problems: [problem] };
    return { ...ended, steps, milliseconds: ports.clock.now() - began };
  } finally {
    await docker.close();
  }
}

type Ended = Pick<BuildOutcome, 'images' | 'unfinished' | 'problems'>;

/** All ends, once every one is there: Docker is not closed under a push, and what is done is told. */
async function settleAll(
  planned: readonly PlannedImage[],
  built: ReadonlyMap<string, Built>,
  { ports, docker }: { readonly ports: BuildPorts; readonly docker: BuilderOnce },
): Promise<Ended> {
  const push: Builder['push'] = async (name) => (await docker.opened()).push(name);
  const settled = await Promise.allSettled(
    planned.map((image) => settleImage(image, built.get(image.described.spec.name), { ...ports, push })),
  );
  const bug = settled.find((one) => one.status === 'rejected');
  if (bug !== undefined) throw bug.reason;
  const ends = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const problems = ends.flatMap((end) => (end.kind === 'unfinished' ? end.problems : []));
  return {
    images: ends.flatMap((end) => (end.kind === 'finished' ? [end.image] : [])),
    unfinished: ends.flatMap((end) => (end.kind === 'unfinished' ? [end.image] : [])),
    problems: problems.filter(
      ({ message }, index) => problems.findIndex((problem) => problem.message === message) === index,
    ),
  };
}

/** Builds those that are to be built; in a dry run only checks that this Docker could. */
async function buildMissing(
  planned: readonly PlannedImage[],
  request: BuildRequest,
  { ports, docker }: { readonly ports: BuildPorts; readonly docker: BuilderOnce },
): Promise<Solved> {
  const missing = planned.filter(({ plan }) => plan.kind === 'build');
  if (missing.length === 0) return NOTHING_BUILT;
  const builder = await docker.opened();
  const problems = plainProblems(request, builder.machinery);
  if (problems.length > 0) throw new UserError(problems);
  return request.dryRun ? NOTHING_BUILT : buildPlanned(missing, request, { ...ports, builder });
}

const NOTHING_BUILT: Solved = { built: new Map(), steps: [], problem: undefined };
