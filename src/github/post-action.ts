import type { Course } from '../deploy/course.ts';
import type { Outcome } from '../deploy/outcome.ts';
import { settle } from '../deploy/settle.ts';
import { outcomeSentence } from '../report/sentences.ts';
import { renderSummary } from '../report/summary.ts';
import { connect, keptRole } from './connect.ts';
import type { Report, Runner } from './runner.ts';
import { systemClock } from './system-clock.ts';

const MAX_RETRIES = 3;

/** The post step of a deploy action whose main step was cut off. */
export async function postAction(course: Course, runner: Runner): Promise<Report> {
  const outcome = await settle(course, {
    aws: await connect(
      { region: course.region, role: keptRole(process.env), maxRetries: MAX_RETRIES },
      runner,
    ),
    clock: systemClock,
    chance: Math.random,
    log: runner,
    signal: runner.signal,
    // Nothing comes after this step that could be told.
    keep: () => undefined,
  });
  const sentence = outcomeSentence(outcome);
  const isAsAsked = isSettled(outcome, course);
  if (isAsAsked) runner.warn(sentence);
  return {
    outputs: {},
    summary: renderSummary(outcome),
    problems: [],
    ...(isAsAsked ? {} : { failure: `${outcome.verdict.status}: ${sentence}` }),
  };
}

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
