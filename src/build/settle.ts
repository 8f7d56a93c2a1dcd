import { awsFailure } from '../aws/errors.ts';
import { type Problem, UserError } from '../inputs/problem.ts';
import { failureProblem } from '../report/failure.ts';
import type { ImageOutcome, UnfinishedImage } from './outcome.ts';
import type { PlannedImage } from './planned.ts';
import type { Builder, BuildPorts } from './ports.ts';
import { type Built, CANCELLED } from './solve.ts';
import { takeImage } from './take.ts';

/** How one of several images ended. */
export type SettledImage =
  | { readonly kind: 'finished'; readonly image: ImageOutcome }
  | { readonly kind: 'unfinished'; readonly image: UnfinishedImage; readonly problems: readonly Problem[] };

/** Takes an image to its tags; what stands in the way is told with what of it is in the registry all the same. */
export async function settleImage(
  planned: PlannedImage,
  built: Built | undefined,
  context: BuildPorts & Pick<Builder, 'push'>,
): Promise<SettledImage> {
  let pushed = built?.digest;
  const push: Builder['push'] = async (name) => {
    const end = await context.push(name);
    if ('digest' in end) pushed = end.digest;
    return end;
  };
  try {
    return { kind: 'finished', image: await takeImage(planned, built, { ...context, push }) };
  } catch (error) {
    const problems = problemsIn(error, planned, context);
    if (problems === undefined) throw error;
    return { kind: 'unfinished', image: unfinishedImage(planned, pushed), problems };
  }
}

/** An image that is not finished; `pushed` is the digest under which the builder has pushed it. */
export function unfinishedImage(
  { plan, described: { spec, repository } }: PlannedImage,
  pushed: string | undefined,
): UnfinishedImage {
  const digest = plan.kind === 'reuse' ? plan.image.digest : pushed;
  return { name: spec.name, image: digest === undefined ? undefined : `${repository.uri}@${digest}` };
}

/** Undefined for a bug. */
function problemsIn(
  error: unknown,
  { described: { repository } }: PlannedImage,
  { signal }: BuildPorts,
): readonly Problem[] | undefined {
  // Whatever was cut off says so in words of its own.
  if (signal.aborted) return [CANCELLED];
  if (error instanceof UserError) return error.problems;
  const failure = awsFailure(error);
  return failure === undefined ? undefined : [failureProblem(failure, repository.region)];
}
