import { UserError } from '../inputs/problem.ts';
import { allOf } from './all-of.ts';
import { describeBuild } from './describe.ts';
import { plainProblems } from './capability.ts';
import type { BuildRequest } from './image.ts';
import { type BuilderOnce, builderOnce } from './builder-once.ts';
import type { BuildOutcome } from './outcome.ts';
import { type PlannedImage, planImages } from './planned.ts';
import type { BuildPorts } from './ports.ts';
import { buildPlanned } from './solve.ts';
import { takeImage } from './take.ts';
import { planLines } from '../report/build.ts';

/**
 * Takes each image to its repository: one that is there is given the tags, all others are built in one run. Nothing
 * is built or tagged before everything is checked. Throws a UserError with all problems.
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
    const { built, steps } = await buildMissing(planned, request, { ports, docker });
    const outcomes = request.dryRun
      ? []
      : await allOf(
          planned.map((image) =>
            takeImage(image, built.get(image.described.spec.name), {
              ...ports,
              push: async (name) => (await docker.opened()).push(name),
            }),
          ),
        );
    return { images: outcomes, steps, milliseconds: ports.clock.now() - began };
  } finally {
    await docker.close();
  }
}

/** Builds those that are to be built; in a dry run only checks that this Docker could. */
async function buildMissing(
  planned: readonly PlannedImage[],
  request: BuildRequest,
  { ports, docker }: { readonly ports: BuildPorts; readonly docker: BuilderOnce },
): ReturnType<typeof buildPlanned> {
  const missing = planned.filter(({ plan }) => plan.kind === 'build');
  if (missing.length === 0) return NOTHING_BUILT;
  const builder = await docker.opened();
  const problems = plainProblems(request, builder.machinery);
  if (problems.length > 0) throw new UserError(problems);
  return request.dryRun ? NOTHING_BUILT : buildPlanned(missing, request, { ...ports, builder });
}

const NOTHING_BUILT: Awaited<ReturnType<typeof buildPlanned>> = { built: new Map(), steps: [] };
