import { isGreen, type Outcome } from '../deploy/outcome.ts';
import { logOf } from '../report/log.ts';
import { rollbackOutputs } from '../report/outputs.ts';
import { outcomeSentence } from '../report/outcome.ts';
import { renderSummary } from '../report/summary.ts';
import { type RollbackInputs, rollbackRequests } from '../rollback/request.ts';
import { rollBack } from '../rollback/rollback.ts';
import type { Report, Runner } from './runner.ts';
import { accessOf, openSession } from './session.ts';

/** Rolls all services that are named back, side by side, and tells of each how that ended. */
export async function rollbackAction(inputs: RollbackInputs, runner: Runner): Promise<Report> {
  const environment = process.env;
  const access = accessOf(inputs, environment);
  const requests = rollbackRequests(inputs, environment);
  const ports = await openSession(access, runner);
  const outcomes = await Promise.all(
    requests.map((request) =>
      rollBack(request, { ...ports, log: requests.length === 1 ? runner : logOf(request.service, runner) }),
    ),
  );
  const red = outcomes.filter(({ verdict }) => !isGreen(verdict.status));
  for (const good of outcomes.filter((outcome) => !red.includes(outcome))) runner.say(outcomeSentence(good));
  return {
    outputs: rollbackOutputs(outcomes),
    summary: outcomes.map(renderSummary).join('\n'),
    problems: outcomes.flatMap(({ problems }) => problems),
    ...(red.length === 0 ? {} : { failure: failureOf(red, outcomes.length) }),
  };
}

function failureOf(red: readonly Outcome[], all: number): string {
  const each = red.map((outcome) => `${outcome.verdict.status}: ${outcomeSentence(outcome)}`).join(' ');
  return all === 1 ? each : `${red.length} of ${all} services were not rolled back. ${each}`;
}
