import type * as Core from '@actions/core';
import { requestIdToken } from './id-token.ts';
import type { Problem } from '../inputs/problem.ts';
import { annotated, problemLine } from '../report/annotations.ts';
import type { Log } from '../report/log.ts';
import { harmless, harmlessText } from '../report/untrusted.ts';

/** What an action leaves behind. */
export interface Report {
  readonly outputs: Readonly<Record<string, string>>;
  /** Markdown. */
  readonly summary: string;
  readonly problems: readonly Problem[];
  /** The one final error; absent when the step is green. */
  readonly failure?: string;
}

/** The GitHub runner, as an action sees it. */
export interface Runner extends Log {
  /** Aborts when the runner asks the step to end. */
  readonly signal: AbortSignal;
  readonly notice: (problem: Problem) => void;
  /** Keeps a text out of the log from now on. */
  readonly hide: (secret: string) => void;
  /** A new OIDC token of the job. */
  readonly idToken: (audience: string) => Promise<string>;
  /** Kept for the post step from this moment on, whatever becomes of the process. */
  readonly saveState: (name: string, value: unknown) => void;
  readonly finish: (report: Report) => Promise<void>;
  /** Says that the action itself is broken: the one case in which a stack helps. */
  readonly crash: (error: unknown) => void;
}

/** The runner of this process. \@actions/core is loaded here and not before: it takes as long as all else. */
export async function runnerOf(signal: AbortSignal): Promise<Runner> {
  const core = await import('@actions/core');
  return {
    signal,
    say: (...lines) => print(lines),
    group: (title, lines) => {
      core.startGroup(harmlessText(title));
      print(lines);
      core.endGroup();
    },
    warn: (text) => core.warning(harmlessText(text)),
    notice: (problem) => core.notice(harmlessText(problemLine(problem)), placeOf(problem)),
    hide: (secret) => core.setSecret(secret),
    idToken: (audience) => requestIdToken(core, audience),
    saveState: (name, value) => attempt(core, 'state', () => core.saveState(name, value)),
    finish: (report) => finish(core, report),
    crash: (error) => {
      const [text, stack] = error instanceof Error ? [error.message, error.stack ?? ''] : [String(error), ''];
      print([stack]);
      core.setFailed(harmlessText(`This is a bug of the action, please report it: ${text}`));
    },
  };
}

function print(texts: readonly string[]): void {
  for (const line of texts.flatMap(harmless)) process.stdout.write(`${line}\n`);
}

/** Outputs and summary first, then annotations, then exactly one final error. */
async function finish(core: typeof Core, { outputs, summary, problems, failure }: Report): Promise<void> {
  for (const [name, value] of Object.entries(outputs)) {
    attempt(core, `output ${name}`, () => core.setOutput(name, value));
  }
  await writeSummary(core, summary);
  const marked = annotated(problems);
  for (const problem of marked) {
    core.error(harmlessText(problemLine(problem)), placeOf(problem));
  }
  if (problems.length > 1) {
    print(
      problems.filter((problem) => !marked.includes(problem)).map((problem) => `✗ ${problemLine(problem)}`),
    );
  }
  if (failure !== undefined) core.setFailed(harmlessText(failure));
}

async function writeSummary(core: typeof Core, summary: string): Promise<void> {
  if ((process.env['GITHUB_STEP_SUMMARY'] ?? '') === '') return;
  try {
    await core.summary.addRaw(summary).write();
  } catch (error) {
    core.warning(harmlessText(`The job summary could not be written: ${textOf(error)}`));
  }
}

/** What became of a deployment is said, though a file of the runner cannot be written. */
function attempt(core: typeof Core, what: string, write: () => void): void {
  try {
    write();
  } catch (error) {
    core.warning(harmlessText(`The ${what} could not be written: ${textOf(error)}`));
  }
}

const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function placeOf({ location }: Problem): Core.AnnotationProperties {
  return location === undefined
    ? {}
    : {
        file: location.file,
        ...(location.line === undefined ? {} : { startLine: location.line }),
        ...(location.column === undefined ? {} : { startColumn: location.column }),
      };
}
