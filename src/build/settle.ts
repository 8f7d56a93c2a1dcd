import { awsFailure } from '../aws/errors.ts';
import { type Problem, UserError } from '../inputs/problem.ts';
import { failureProblem } from '../report/failure.ts';
import type { BuildOutcome, ImageOutcome, UnfinishedImage } from './outcome.ts';
import { CANCELLED } from './solve.ts';

/** One image on its way to its tags. */
export interface ImageWay {
  /** Of its repository. */
  readonly region: string;
  readonly take: () => Promise<ImageOutcome>;
  /** What is there of it where `take` throws. */
  readonly standing: () => UnfinishedImage;
}

/**
 * Takes images to their ends, side by side. Resolves once every one is there: Docker is not closed under a push, and what
 * stands in the way of one is told with what became of the others. Rejects for a bug.
 */
export async function settleImages(
  ways: readonly ImageWay[],
  signal: AbortSignal,
): Promise<Pick<BuildOutcome, 'images' | 'unfinished' | 'problems'>> {
  const settled = await Promise.allSettled(ways.map((way) => settleImage(way, signal)));
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

type SettledImage =
  | { readonly kind: 'finished'; readonly image: ImageOutcome }
  | { readonly kind: 'unfinished'; readonly image: UnfinishedImage; readonly problems: readonly Problem[] };

async function settleImage({ region, take, standing }: ImageWay, signal: AbortSignal): Promise<SettledImage> {
  try {
    return { kind: 'finished', image: await take() };
  } catch (error) {
    const problems = problemsIn(error, region, signal);
    if (problems === undefined) throw error;
    return { kind: 'unfinished', image: standing(), problems };
  }
}

/** Undefined for a bug. */
function problemsIn(error: unknown, region: string, signal: AbortSignal): readonly Problem[] | undefined {
  // Whatever was cut off says so in words of its own.
  if (signal.aborted) return [CANCELLED];
  if (error instanceof UserError) return error.problems;
  const failure = awsFailure(error);
  return failure === undefined ? undefined : [failureProblem(failure, region)];
}
