import { type Problem, UserError } from '../../inputs/problem.ts';
import { buildProblem } from '../../report/build.ts';
import { type BuildFailure, isWorthAnotherTry } from '../failure/failure.ts';
import type { Builder, BuildPorts } from '../ports.ts';
import { describeDigest } from '../registry/describe.ts';
import type { TaggedImage } from '../registry/tagged-image.ts';
import { CANCELLED, waitBefore } from '../solve.ts';
import { deniedAction } from './denied.ts';
import type { DescribedPromotion } from './describe.ts';

/**
 * Copies an image with all that belongs to it, by digest and without a tag; again, at most three times, where a registry
 * was busy. Resolves to what the repository has then, which are the very bytes of the source. Throws a UserError.
 */
export async function copyImage(
  described: DescribedPromotion,
  context: BuildPorts & Pick<Builder, 'copy'>,
): Promise<TaggedImage> {
  const { source, repository } = described;
  const { digest } = source.image;
  for (let tried = 1; ; tried += 1) {
    const failure = await context.copy(`${source.uri}@${digest}`, `${repository.uri}@${digest}`);
    if (failure === undefined) return copied(described, context);
    if (context.signal.aborted) throw new UserError(CANCELLED);
    if (tried > MOST_RETRIES || !isWorthAnotherTry(failure)) throw new UserError(copyProblem(described, failure));
    await waitBefore(tried, failure, context);
  }
}

const MOST_RETRIES = 3;

async function copied(
  { promotion, source, repository }: DescribedPromotion,
  { aws, signal }: BuildPorts,
): Promise<TaggedImage> {
  const { digest } = source.image;
  const ecr = await aws.ecr(repository.region);
  const place = { registryId: repository.account, repositoryName: repository.name };
  const image = await describeDigest(ecr, { ...place, digest }, signal);
  if (image?.lacks.length === 0 && image.manifest === source.image.manifest) return image;
  throw new UserError({
    message: `Image ${promotion.name}: ${digest} was copied to ${repository.uri}, and the registry does not have it whole.`,
    remedy: 'Run the job again; if that does not help, look for a proxy or a mirror before the registry.',
  });
}

function copyProblem({ promotion: { name }, source, repository }: DescribedPromotion, failure: BuildFailure): Problem {
  return {
    message: `Image ${name}: it could not be copied from ${source.uri} to ${repository.uri}: ${buildProblem(failure).message}`,
    remedy: copyRemedy(failure),
  };
}

function copyRemedy(failure: BuildFailure): string {
  const denied = deniedAction(failure.message);
  if (denied !== undefined)
    return `Allow ${denied.action} on the repository ${denied.repository} in the policy of the role that the job assumes, and where it is of another account in the policy of the repository, too.`;
  // There is neither Dockerfile nor input that could be to blame for what nobody knows.
  return failure.kind === 'dockerfile' || failure.kind === 'arguments'
    ? 'Correct what it names, then run the job again.'
    : buildProblem(failure).remedy;
}
