// The official action beside ours: the same inputs and files, each against a sandbox of its own, at its real
// speed unless --speed says otherwise. Prints a table of verdict, time and calls. With --record it writes the
// official action's calls instead, for the test that replays them; with --failures the ten most common failures are
// compared. PEERS names the folder with its bundle.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { realClock } from '../sandbox/clock.ts';
import type { RecordedRequest } from '../sandbox/pipeline.ts';
import {
  callsOf,
  comparisons,
  officialBundle,
  runOfficial,
  runOurs,
  serveFor,
  type Comparison,
} from '../__tests__/support/official-action.ts';
import { failures } from '../__tests__/support/failures.ts';
import { officialCallsFile } from '../__tests__/support/official-calls.ts';

interface Row {
  readonly comparison: string;
  readonly action: 'official' | 'ours';
  readonly verdict: string;
  readonly seconds: number;
  /** When the log named the cause; undefined where it never did. */
  readonly causeAfter: number | undefined;
  readonly requests: readonly RecordedRequest[];
  readonly error: string;
}

// Its waiter then finds the end at its first look; see the test.
const RECORDING_SPEED = 3_000_000;

const { values } = parseArgs({
  options: {
    speed: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
    failures: { type: 'boolean', default: false },
    record: { type: 'string' },
  },
});

if ('missing' in officialBundle) {
  console.error(`${officialBundle.missing}: there is nothing to compare with.`);
  process.exitCode = 2;
} else if (values.record !== undefined) {
  await record(values.record);
} else {
  const speed = Number(values.speed);
  const all: readonly Comparison[] = values.failures ? failures : comparisons;
  const chosen = all.filter(({ name }) => name.includes(values.only));
  const rows = await Promise.all(
    chosen.flatMap((one) => [official(one, speed), ours(one, speed)]).map(announced),
  );
  console.log(`Speed ${speed}. The times are real seconds.\n`);
  console.log(tableOf(rows));
}

async function official(comparison: Comparison, speed: number): Promise<Row> {
  const server = await serveFor(comparison, realClock(speed));
  const { since, causeAfter, seen } = stopwatch(comparison);
  const { exitCode, commands } = await runOfficial(comparison, server.endpoint, { seen });
  const seconds = since();
  await server.close();
  const errors = commands.filter(({ name }) => name === 'error');
  return {
    comparison: comparison.name,
    action: 'official',
    verdict: exitCode === 0 ? 'green' : 'red',
    seconds,
    causeAfter: causeAfter(),
    requests: server.sandbox.requests,
    error: errors.at(-1)?.message ?? '',
  };
}

async function ours(comparison: Comparison, speed: number): Promise<Row> {
  const server = await serveFor(comparison, realClock(speed));
  const { since, causeAfter, seen } = stopwatch(comparison);
  const { exitCode, outputs } = await runOurs(comparison, server.endpoint, { seen });
  const seconds = since();
  await server.close();
  return {
    comparison: comparison.name,
    action: 'ours',
    verdict: `${exitCode === 0 ? 'green' : 'red'}, ${outputs.get('status') ?? 'no status'}`,
    seconds,
    causeAfter: causeAfter(),
    requests: server.sandbox.requests,
    error: exitCode === 0 ? '' : (outputs.get('reason') ?? ''),
  };
}

/** Seconds since now, and those after which a log names the cause. */
function stopwatch({ cause }: Comparison) {
  const startedAt = performance.now();
  const since = (): number => (performance.now() - startedAt) / 1_000;
  let named: number | undefined;
  return {
    since,
    causeAfter: () => named,
    seen: (log: string) => {
      if (cause !== undefined && log.includes(cause)) named ??= since();
    },
  };
}

/** Half an hour is a long time to be silent. */
async function announced(running: Promise<Row>): Promise<Row> {
  const row = await running;
  console.error(`${row.comparison}, ${row.action}: ${row.verdict} after ${time(row.seconds)}`);
  if (row.causeAfter !== undefined) console.error(`  its log named the cause after ${time(row.causeAfter)}`);
  return row;
}

/** A table in Markdown, then the error of each red run. */
function tableOf(rows: readonly Row[]): string {
  const head = ['deployment', 'action', 'verdict', 'time', 'cause named', 'calls', 'by operation'];
  const lines = rows.map(({ comparison, action, verdict, seconds, causeAfter, requests }) => [
    comparison,
    action,
    verdict,
    time(seconds),
    time(causeAfter),
    String(requests.length),
    byOperation(requests),
  ]);
  const table = [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`);
  const errors = rows
    .filter(({ error }) => error !== '')
    .map(({ comparison, action, error }) => `${comparison}, ${action}: ${error.slice(0, 300)}`);
  return [...table, '', ...errors].join('\n');
}

function time(seconds: number | undefined): string {
  return seconds === undefined ? '' : `${seconds.toFixed(1)} s`;
}

function byOperation(requests: readonly RecordedRequest[]): string {
  const counts = new Map<string, number>();
  for (const { operation } of requests) counts.set(operation, (counts.get(operation) ?? 0) + 1);
  return [...counts].map(([operation, count]) => `${operation} ${count}`).join(', ');
}

/** Writes the calls of each comparison; `source` says which version of the bundle made them. */
async function record(source: string): Promise<void> {
  const runs = [];
  for (const comparison of comparisons) {
    const { requests } = await official(comparison, RECORDING_SPEED);
    runs.push({ name: comparison.name, calls: callsOf(requests) });
  }
  const recorded = new Date().toISOString().slice(0, 10);
  writeFileSync(officialCallsFile, `${JSON.stringify({ source, recorded, runs }, null, 2)}\n`);
}
