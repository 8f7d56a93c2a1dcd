import { parseInputs } from '../inputs/parse.ts';
import { type Problem, UserError } from '../inputs/problem.ts';
import type { ActionSpec, InputSchema, InputValues } from '../inputs/schema.ts';
import { problemLine } from '../report/annotations.ts';
import { renderProblems } from '../report/summary.ts';
import { harmlessText } from '../report/untrusted.ts';
import type { Traces } from '../docker/open.ts';
import { coursesIn, suspensionsIn, tracesIn } from './state.ts';
import { type Report, type Runner, runnerOf } from './runner.ts';

/**
 * Runs one action as the runner expects it: inputs from INPUT_*, outputs and summary written before
 * the one final error, signals heard, exit code 0 or 1, and the process gone though sockets are open.
 */
export async function runAction<S extends InputSchema>(
  action: ActionSpec<S>,
  main: (values: InputValues<S>, runner: Runner) => Promise<Report>,
): Promise<never> {
  const ending = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => ending.abort());
  const inputs = parseInputs(action, process.env);
  const runner = await runnerOf(ending.signal);
  try {
    if (!inputs.ok) throw new UserError(inputs.problems);
    for (const notice of inputs.value.notices) runner.notice(notice);
    return await end(runner, await main(inputs.value.values, runner));
  } catch (error) {
    if (error instanceof UserError) return end(runner, refusal(action, error.problems));
    runner.crash(error);
    return exit(1);
  }
}

/** Runs the post step: nothing at all, unless the main step was cut off with something left to do. */
export async function runPost(): Promise<never> {
  const ending = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => ending.abort());
  const courses = coursesIn(process.env);
  const suspensions = suspensionsIn(process.env);
  const traces = tracesIn(process.env);
  if (courses.length === 0 && suspensions.length === 0 && traces === undefined) return exit(0);
  const runner = await runnerOf(ending.signal);
  try {
    if (traces !== undefined) return await end(runner, await removeBuild(traces, runner));
    const { postAction } = await import('./post-action.ts');
    return await end(runner, await postAction({ courses, suspensions }, runner));
  } catch (error) {
    if (error instanceof UserError) return end(runner, postRefusal(error.problems));
    runner.crash(error);
    return exit(1);
  }
}

/** What a build left that was killed: its login above all. */
async function removeBuild(traces: Traces, runner: Runner): Promise<Report> {
  const { removeTraces } = await import('../docker/open.ts');
  const left = await removeTraces(traces, process.env, { signal: runner.signal });
  runner.say('The login of the step that was cut off is removed, and what it had started is ended.');
  if (left !== undefined) runner.warn(left);
  return { outputs: {}, summary: '', problems: [] };
}

const postRefusal = (problems: readonly Problem[]): Report => ({
  outputs: {},
  summary: renderProblems('post step', problems),
  problems,
  failure: problems.map(problemLine).join(' '),
});

async function end(runner: Runner, report: Report): Promise<never> {
  await runner.finish(report);
  return exit(report.failure === undefined ? 0 : 1);
}

/** The report of a step that did nothing, since what it was given is wrong. */
function refusal(action: ActionSpec, problems: readonly Problem[]): Report {
  const [first] = problems;
  const more = problems.length > 1 ? ` (${problems.length} problems)` : '';
  const reason = `Nothing was changed. ${first === undefined ? '' : problemLine(first)}${more}`;
  return {
    outputs: {
      ...action.refusedOutputs,
      ...(action.refusedOutputs === undefined ? {} : { reason: harmlessText(reason) }),
    },
    summary: renderProblems(action.name, problems),
    problems,
    failure: reason,
  };
}

/** Exits at once, though keep-alive sockets are open, when all that was printed is out. */
async function exit(code: number): Promise<never> {
  await new Promise<void>((resolve) => process.stdout.write('', () => resolve()));
  process.exit(code);
}
