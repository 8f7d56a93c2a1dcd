import { deploy } from '../src/deploy/deploy.ts';
import { settle } from '../src/deploy/settle.ts';
import { rollBack } from '../src/rollback/rollback.ts';
import { generate } from './generate.ts';
import type { Mount } from './mount.ts';
import { type Breach, judge } from './oracle.ts';
import { play, type Run, type Subject } from './run.ts';

/** What came of one seed. */
export interface Trial {
  readonly run: Run;
  readonly breaches: readonly Breach[];
}

/** The logic of the actions as they are. */
export const ACTIONS: Subject = { deploy, rollBack, settle };

/** Plays the scenario of a seed and judges what happened. */
export async function tryOut(seed: number, mount: Mount, subject: Subject = ACTIONS): Promise<Trial> {
  const run = await play(generate(seed), mount, subject);
  return { run, breaches: judge(run) };
}

/** What a person needs of a seed that failed: how to play it again, what broke, and the scenario. */
export function trialText({ run: { scenario, attempts, othersDid }, breaches }: Trial): string {
  return [
    `npm run chaos -- --seeds 1 --from ${scenario.seed}`,
    ...breaches.map(
      ({ invariant, attempt, found }) =>
        `  broken: ${invariant}${attempt === undefined ? '' : ` (step ${attempt})`}: ${found}`,
    ),
    ...attempts.map(
      ({ job, step, service, end, returnsTo }, index) =>
        `  ${index + 1} ${step} of job ${job}, ${service}${returnsTo === undefined ? '' : `, back to ${returnsTo}`}: ${endText(end)}`,
    ),
    ...othersDid.map(({ does }) => `  somebody else: ${JSON.stringify(does)}`),
    `  scenario: ${JSON.stringify(scenario)}`,
  ].join('\n');
}

function endText(end: Run['attempts'][number]['end']): string {
  switch (end.kind) {
    case 'outcome': {
      const { verdict, problems } = end.outcome;
      return `${verdict.status} by ${verdict.rule} ${JSON.stringify(verdict.facts)} ${problems.map(({ message }) => message).join(' ')}`;
    }
    case 'thrown':
      return end.error;
    case 'silent':
    case 'killed':
    case 'stuck':
      return end.kind;
  }
}
