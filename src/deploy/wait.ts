import type { Problem } from '../inputs/problem.ts';

export interface WaitInputs {
  readonly 'wait-for-service-stability': boolean;
  /** Whole minutes. */
  readonly 'wait-for-minutes'?: number | undefined;
  /** Seconds. */
  readonly 'stable-for'?: number | undefined;
}

/** Times that leave no room for a deployment: tasks would have to be up for as long as the step may wait, or longer. */
export function waitProblems(inputs: WaitInputs): readonly Problem[] {
  const { 'stable-for': seconds = 0, 'wait-for-minutes': minutes = Infinity } = inputs;
  if (!inputs['wait-for-service-stability'] || seconds < minutes * 60) return [];
  return [
    {
      message: `stable-for: ${seconds} (seconds) leaves no time for the deployment within wait-for-minutes: ${minutes}; the step would always time out.`,
      remedy: `Raise wait-for-minutes, to ${Math.ceil(seconds / 60) + 10} or more, or leave it out: it is 30 minutes longer than stable-for then. Or lower stable-for.`,
      input: 'stable-for',
    },
  ];
}
