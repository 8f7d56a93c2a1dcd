import type { Course } from '../deploy/course.ts';
import type { Outcome } from '../deploy/outcome.ts';
import type { Ports } from '../deploy/ports.ts';
import { settle } from '../deploy/settle.ts';
import { logOf } from '../report/log.ts';
import { outcomeSentence } from '../report/outcome.ts';
import { renderSummary } from '../report/summary.ts';
import { restore } from '../scaling/suspend.ts';
import type { Suspension } from '../scaling/suspension.ts';
import { keptRole } from './connect.ts';
import type { Report, Runner } from './runner.ts';
import { openSession } from './session.ts';

const MAX_RETRIES = 3;

/** What the main step left to the post step. */
export interface Unfinished {
  readonly courses: readonly Course[];
  readonly suspensions: readonly Suspension[];
}

/** The post step of an action whose main step was cut off: all its services side by side. */
export async function postAction({ courses, suspensions }: Unfinished, runner: Runner): Promise<Report> {
  const [{ region } = { region: '' }] = [...suspensions, ...courses];
  const ports = await openSession({ region, maxRetries: MAX_RETRIES, role: keptRole(process.env) }, runner);
  const restoring = Promise.all(suspensions.map((suspension) => restore(suspension, ports)));
  const settling = Promise.all(
    courses.map(async (course) => {
      const log = courses.length === 1 ? runner : logOf(course.service, runner);
      const outcome = await settle(course, portsOf(log, ports));
      const sentence = outcomeSentence(outcome);
      const isAsAsked = isSettled(outcome, course);
      if (isAsAsked) runner.warn(sentence);
      return { outcome, failure: isAsAsked ? undefined : `${outcome.verdict.status}: ${sentence}` };
    }),
  );
  // Whatever becomes of the deployments, what was suspended is restored before this step ends.
  await Promise.allSettled([settling, restoring]);
  const settled = await settling;
  const isRestored = (await restoring).every((restored) => restored);
  const failures = [
    ...settled.flatMap(({ failure }) => failure ?? []),
    ...(isRestored ? [] : ['Scaling stays suspended: see the warning.']),
  ];
  return {
    outputs: {},
    summary: settled.map(({ outcome }) => renderSummary(outcome)).join('\n'),
    problems: [],
    ...(failures.length === 0 ? {} : { failure: failures.join(' ') }),
  };
}

// Nothing comes after this step that could be told.
const portsOf = (log: Ports['log'], ports: Ports): Ports => ({ ...ports, log, keep: () => undefined });

/** Whether it came to what `on-cancel` asks for. */
function isSettled({ verdict, handle }: Outcome, { onCancel }: Course): boolean {
  switch (verdict.status) {
    case 'rolled-back':
    case 'deployed':
    case 'unchanged':
    case 'superseded':
      return true;
    case 'cancelled':
      return handle === undefined || onCancel === 'leave';
    case 'started':
    case 'paused':
    case 'failed':
    case 'timed-out':
    case 'unknown':
      return false;
  }
}
