// What the actions cost, in one run and one table: their start and their memory beside an empty process of Node, a
// deployment that is not watched, how soon the end of twenty deployments of each kind was seen, what is read before the
// start, and how long the ten most common failures keep a job. With PEERS=FOLDER, a folder that holds
// amazon-ecs-deploy-task-definition/dist/index.js, AWS's own action stands beside ours.
// Then what builds cost beside the command that does the same; without Docker the table says what is missing.
//   node bench/bench.ts [builds]
import { resolve } from 'node:path';
import { officialBundle } from '../__tests__/support/official-action.ts';
import useOwnFolder from '../scripts/own-folder.ts';
import { BUILD_HEAD, buildRows } from './build-rows.ts';
import { detections } from './detection.ts';
import { FACTOR, failuresEnded } from './failures.ts';
import { readsBefore } from './reads.ts';
import { type Cost, costsOf, median } from './process.ts';
import { startOnly } from './start-only.ts';

type Row = readonly [what: string, ours: string, official: string, ratio: string, aim: string];

useOwnFolder();
const peer = 'path' in officialBundle ? officialBundle.path : undefined;
const absent = '–';

const [only] = process.argv.slice(2);
if (only !== 'builds') {
  const rows: readonly Row[] = [
    ...coldStart(),
    ...(await unwatched()),
    ...(await watched()),
    ...(await counted()),
    ...(await failed()),
  ];
  console.log(
    `Node ${process.version}${'missing' in officialBundle ? `; no peer: ${officialBundle.missing}` : ''}\n`,
  );
  print(['', 'ours', 'official', 'ratio', 'aim'], rows);
  console.log('');
}
print(BUILD_HEAD, await buildRows());

function print(head: Row, rows: readonly Row[]): void {
  for (const row of [head, head.map(() => '---'), ...rows]) console.log(`| ${row.join(' | ')} |`);
}

function coldStart(): readonly Row[] {
  const ours = ['ecs-update-service', 'bluegreen-deploy'].map((name) => [resolve('dist', `${name}.js`)]);
  const [empty, rolling, blueGreen, official] = costsOf([
    ['-e', ''],
    ...ours,
    ...(peer === undefined ? [] : [[peer]]),
  ]);
  if (empty === undefined) return [];
  const over = (cost: Cost | undefined): Cost | undefined =>
    cost && {
      milliseconds: cost.milliseconds - empty.milliseconds,
      processor: cost.processor - empty.processor,
      mebibytes: cost.mebibytes - empty.mebibytes,
    };
  const theirs = over(official);
  return [
    ['empty process: time', milliseconds(empty), '', '', ''],
    ['empty process: processor time', processorTime(empty), '', '', ''],
    ['empty process: memory', mebibytes(empty), '', '', ''],
    ...[over(rolling), over(blueGreen)].flatMap((cost, index): Row[] => {
      const name = index === 0 ? 'ecs-update-service' : 'bluegreen-deploy';
      return [
        [
          `${name}: time to the first failing check, over the empty process`,
          milliseconds(cost),
          milliseconds(theirs),
          ratio(cost?.milliseconds, theirs?.milliseconds),
          '≤ 0.6',
        ],
        [
          `${name}: processor time to the first failing check, over the empty process`,
          processorTime(cost),
          processorTime(theirs),
          ratio(cost?.processor, theirs?.processor),
          '≤ 0.6',
        ],
        [
          `${name}: memory to the first failing check, over the empty process`,
          mebibytes(cost),
          mebibytes(theirs),
          ratio(cost?.mebibytes, theirs?.mebibytes),
          '≤ 0.6',
        ],
      ];
    }),
  ];
}

async function unwatched(): Promise<readonly Row[]> {
  const ours = await startOnly();
  const theirs = peer === undefined ? undefined : await startOnly(peer);
  return [
    [
      'a deployment that is started and not watched: time',
      milliseconds(ours),
      milliseconds(theirs),
      ratio(ours.milliseconds, theirs?.milliseconds),
      '',
    ],
    [
      'its calls: reads + changes',
      `${ours.reads} + ${ours.writes}`,
      theirs === undefined ? absent : `${theirs.reads} + ${theirs.writes}`,
      '',
      'reads ≤ 8',
    ],
  ];
}

async function watched(): Promise<readonly Row[]> {
  return (await detections()).flatMap(({ kind, lags, readsBefore, readsPerMinute }): Row[] => [
    [
      `${kind}: from AWS's decision to ours, median and worst of ${lags.length}`,
      `${median(lags.slice(1)).toFixed(1)} s, ${Math.max(...lags).toFixed(1)} s`,
      'up to 120 s (its waiter)',
      '',
      '≤ 5 s',
    ],
    [`${kind}: reads before the start`, String(readsBefore), '', '', '≤ 8'],
    [`${kind}: reads in a minute of watching`, readsPerMinute.toFixed(0), '', '', ''],
  ]);
}

async function counted(): Promise<readonly Row[]> {
  return (await readsBefore()).map(({ what, reads }): Row => [
    `reads before the start: ${what}`,
    String(reads),
    '',
    '',
    '≤ 8',
  ]);
}

async function failed(): Promise<readonly Row[]> {
  return (await failuresEnded(peer !== undefined)).map(({ failure, ours, official }): Row => [
    `${failure}: from the start of the deployment to the end of the job (time passes ${FACTOR} times as fast)`,
    seconds(ours),
    seconds(official),
    ratio(ours, official),
    '',
  ]);
}

function seconds(value: number | undefined): string {
  return value === undefined ? absent : `${value.toFixed(0)} s`;
}

function milliseconds(cost: Pick<Cost, 'milliseconds'> | undefined): string {
  return cost === undefined ? absent : `${cost.milliseconds.toFixed(0)} ms`;
}

function processorTime(cost: Cost | undefined): string {
  return cost === undefined ? absent : `${cost.processor.toFixed(0)} ms`;
}

function mebibytes(cost: Cost | undefined): string {
  return cost === undefined ? absent : `${cost.mebibytes.toFixed(1)} MiB`;
}

function ratio(ours: number | undefined, theirs: number | undefined): string {
  return ours === undefined || theirs === undefined ? absent : (ours / theirs).toFixed(2);
}
