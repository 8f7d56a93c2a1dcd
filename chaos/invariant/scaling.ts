import type { Seen } from './seen.ts';

/** Names of the calls of Application Auto Scaling: they are asked about by an invariant of their own. */
export const isOfScaling = (name: string): boolean => name.startsWith('application-autoscaling:');

/**
 * What was suspended is as it was before; where a call failed, or nobody came after one who was killed, the tag
 * says what is to be restored.
 */
export function restoresScaling({ run, attempt }: Seen): string | undefined {
  if (attempt !== run.attempts.at(-1)) return undefined;
  const { before, after } = run.scaling;
  const wrong = before.find((target) => {
    const now = after.find(({ resourceId }) => resourceId === target.resourceId);
    if (now === undefined || textOf(now) === textOf(target)) return false;
    if (now.bounds !== target.bounds || !isHindered({ run, attempt })) return true;
    const [noted] = Object.values(now.tags);
    return noted === undefined
      ? stateText(now.suspended) !== stateText(target.suspended)
      : noted !== stateText(target.suspended);
  });
  return wrong === undefined ? undefined : `before ${textOf(before)}, after ${textOf(after)}`;
}

/** Whether a call of scaling failed or came late, or the last step was killed, or was one that changes nothing. */
function isHindered({ run, attempt }: Pick<Seen, 'run' | 'attempt'>): boolean {
  const last = run.attempts.filter(({ step, job }) => step === 'main' && job === attempt.job);
  const rules = last.map(({ end }) => (end.kind === 'outcome' ? end.outcome.verdict.rule : undefined));
  return (
    attempt.end.kind === 'killed' ||
    run.scenario.faults.some(({ operation }) => operation === '*' || isOfScaling(operation)) ||
    rules.some((rule) => rule === 'refused' || rule === 'plan-only') ||
    run.attempts.some(({ calls }) => calls.some(({ name, status }) => isOfScaling(name) && status !== 200))
  );
}

/** As the tag has it. */
const stateText = (state: {
  readonly in: boolean;
  readonly out: boolean;
  readonly scheduled: boolean;
}): string => `in:${state.in} out:${state.out} scheduled:${state.scheduled}`;

const textOf = (target: object): string => JSON.stringify(target);
