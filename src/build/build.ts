import { UserError } from '../inputs/problem.ts';
import { describeBuild } from './describe.ts';
import { plainProblems } from './builder/capability.ts';
import type { BuildRequest } from './image.ts';
import { type BuilderOnce, builderOnce } from './builder/once.ts';
import type { BuildOutcome, UnfinishedImage } from './outcome.ts';
import { type PlannedImage, planImages } from './planned.ts';
import type { Builder, BuildPorts } from './ports.ts';
import { type ImageWay, settleImages } from './settle.ts';
import { type Built, buildPlanned, type Solved } from './solve.ts';
import { takeImage } from './take.ts';
import { DRY_RUN, planLines } from '../report/build.ts';

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
    const plan = planLines(planned);
    if (request.dryRun) ports.log.say(DRY_RUN);
    ports.log.say(...plan, ...new Set(images.flatMap(({ source }) => source.unseen)));
    const { built, steps, problem } = await buildMissing(planned, request, { ports, docker });
    const way = (image: PlannedImage) => wayOf(image, built.get(image.described.spec.name), { ports, docker });
    // Where the build failed, what is there already is none the worse.
    const isTaken = ({ plan: { kind } }: PlannedImage): boolean => problem === undefined || kind === 'reuse';
    const [taken, failed] = request.dryRun ? [[], []] : [planned.filter(isTaken), planned.filter((one) => !isTaken(one))];
    const settled = await settleImages(taken.map(way), ports.signal);
    const ended = {
      ...settled,
      unfinished: [...failed.map((image) => way(image).standing()), ...settled.unfinished],
      problems: problem === undefined ? settled.problems : [problem, ...settled.problems.filter(({ message }) => message !== problem.message)],
    };
    return { plan, isDryRun: request.dryRun, ...ended, steps, milliseconds: ports.clock.now() - began };
  } finally {
    await docker.close();
  }
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

/** From what was built, or is there, to an image with its tags. */
function wayOf(
  planned: PlannedImage,
  built: Built | undefined,
  { ports, docker }: { readonly ports: BuildPorts; readonly docker: BuilderOnce },
): ImageWay {
  const { repository } = planned.described;
  let pushed = built?.digest;
  const push: Builder['push'] = async (name) => {
    const end = await (await docker.opened()).push(name);
    if ('digest' in end) pushed = end.digest;
    return end;
  };
  return {
    region: repository.region,
    take: () => takeImage(planned, built, { ...ports, push }),
    standing: () => standingOf(planned, pushed),
  };
}

/** `pushed` is the digest under which the builder has pushed it. */
function standingOf({ plan, described: { spec, repository } }: PlannedImage, pushed: string | undefined): UnfinishedImage {
  const digest = plan.kind === 'reuse' ? plan.image.digest : pushed;
  return { name: spec.name, image: digest === undefined ? undefined : `${repository.uri}@${digest}` };
}

const NOTHING_BUILT: Solved = { built: new Map(), steps: [], problem: undefined };
