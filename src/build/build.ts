import { UserError } from '../inputs/problem.ts';
import { describeBuild } from './describe.ts';
import { plainProblems } from './capability.ts';
import type { BuildRequest } from './image.ts';
import type { BuildOutcome, ImageOutcome } from './outcome.ts';
import { type PlannedImage, planImages } from './planned.ts';
import type { BuildContext, BuildPorts } from './ports.ts';
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
  const builder = await ports.openBuilder(logins, { builder: request.options.builder });
  try {
    const problems = plainProblems(request, builder.machinery);
    if (problems.length > 0) throw new UserError(problems);
    const planned = await planImages(images, request, { ...ports, builder });
    ports.log.say(...planLines(planned), ...new Set(images.flatMap(({ source }) => source.unseen)));
    const { outcomes, steps } = request.dryRun
      ? { outcomes: [], steps: [] }
      : await carryOut(planned, request, { ...ports, builder });
    return { images: outcomes, steps, milliseconds: ports.clock.now() - began };
  } finally {
    await builder.close();
  }
}

async function carryOut(
  planned: readonly PlannedImage[],
  request: BuildRequest,
  context: BuildContext,
): Promise<{ readonly outcomes: readonly ImageOutcome[]; readonly steps: BuildOutcome['steps'] }> {
  const toBuild = planned.filter(({ plan }) => plan.kind === 'build');
  const { built, steps } = await buildPlanned(toBuild, request, context);
  const outcomes = await Promise.all(
    planned.map((image) => takeImage(image, built.get(image.described.spec.name), context)),
  );
  return { outcomes, steps };
}
