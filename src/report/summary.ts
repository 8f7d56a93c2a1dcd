import { isGreen, type Outcome } from '../deploy/outcome.ts';
import type { Problem } from '../inputs/problem.ts';
import { revisionName } from '../service/service.ts';
import { problemLine } from './annotations.ts';
import { clock } from './clock.ts';
import { findings } from './diagnosis.ts';
import { causeSentence } from './cause.ts';
import { outcomeSentence } from './outcome.ts';
import { eventLines } from './timeline.ts';
import { cell } from './untrusted.ts';

// GitHub drops a summary of over 1 MiB; a timeline is cut long before.
const LONGEST_TIMELINE = 500;

/** The job summary of one deployment, in Markdown. */
export function renderSummary(outcome: Outcome): string {
  const { verdict, service, cluster } = outcome;
  const sign = isGreen(verdict.status) ? '✅' : '❌';
  return [
    `### ${sign} ${cell(service)}: ${verdict.status}`,
    '',
    cell(outcomeSentence(outcome)),
    '',
    table([
      ['Service', `${cluster}/${service}`],
      ['Asked for', nameOf(outcome.taskDefinition)],
      ['Served before', nameOf(outcome.previousTaskDefinition)],
      ['Serves now', nameOf(outcome.runningTaskDefinition)],
      ['Deployment', outcome.handle?.id ?? ''],
      ['Image verified', outcome.imageVerified],
      ['Took', clock(outcome.milliseconds)],
    ]),
    ...problemSection(outcome.problems),
    ...causeSection(outcome),
    ...diagnosisSection(outcome),
    ...timelineSection(outcome),
    '',
  ].join('\n');
}

/** The job summary of a step that did nothing, since what it was given is wrong. */
export function renderProblems(title: string, problems: readonly Problem[]): string {
  return [`### ❌ ${cell(title)}: nothing was changed`, ...problemSection(problems), ''].join('\n');
}

const nameOf = (arn: string | undefined): string => (arn === undefined ? '' : revisionName(arn));

const table = (rows: readonly (readonly [string, string])[]): string =>
  [
    '| | |',
    '|---|---|',
    ...rows.filter(([, value]) => value !== '').map(([name, value]) => `| ${name} | ${cell(value)} |`),
  ].join('\n');

// As for the timeline: a summary of over 1 MiB is dropped.
const MOST_PROBLEMS = 200;

function problemSection(problems: readonly Problem[]): readonly string[] {
  if (problems.length === 0) return [];
  const lines = problems.slice(0, MOST_PROBLEMS).map((problem) => `- ${cell(problemLine(problem))}`);
  const left = problems.length - lines.length;
  if (left > 0) lines.push(`- and ${left} more, in the log`);
  return ['', '#### Problems', '', ...lines];
}

// A diagnosis says the same, and more.
function causeSection({ causes, diagnosis }: Outcome): readonly string[] {
  if (causes.length === 0 || diagnosis !== undefined) return [];
  return ['', '#### Why tasks stopped', '', ...causes.map((group) => `- ${cell(causeSentence(group))}`)];
}

/** Lines that are indented belong to the one before them. */
const item = (line: string): string => `${/^ */.exec(line)?.[0] ?? ''}- ${cell(line.trim())}`;

function diagnosisSection({ diagnosis }: Outcome): readonly string[] {
  if (diagnosis === undefined) return [];
  return ['', '#### Diagnosis', '', ...findings(diagnosis).map(item)];
}

function timelineSection({ timeline }: Outcome): readonly string[] {
  if (timeline.length === 0) return [];
  const rows = timeline
    .slice(-LONGEST_TIMELINE)
    .flatMap(({ after, event }) =>
      eventLines(event, after).map((line) => `| ${clock(after)} | ${cell(line)} |`),
    );
  const cut =
    timeline.length > LONGEST_TIMELINE
      ? [`Only the last ${LONGEST_TIMELINE} of ${timeline.length} entries.`, '']
      : [];
  return [
    '',
    '<details><summary>Timeline</summary>',
    '',
    ...cut,
    '| | |',
    '|---|---|',
    ...rows,
    '',
    '</details>',
  ];
}
