import { UserError } from '../inputs/problem.ts';

/** All answers, once every one is there: Docker is not closed under a push. Throws the problems of all. */
export async function allOf<T>(answers: readonly Promise<T>[]): Promise<readonly T[]> {
  const settled = await Promise.allSettled(answers);
  const problems = settled.flatMap((one) =>
    one.status === 'rejected' && one.reason instanceof UserError ? one.reason.problems : [],
  );
  if (problems.length > 0) throw new UserError(problems);
  return Promise.all(answers);
}
