import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { failures, type Failure } from '../__tests__/support/failures.ts';
import { type Around, runOfficial, runOurs, serveFor } from '../__tests__/support/official-action.ts';
import { realClock } from '../sandbox/clock.ts';

/** How long a deployment that cannot succeed keeps its job. */
export interface Ended {
  readonly failure: string;
  /** Seconds of the sandbox's time from the call that starts the deployment to the end of the job. */
  readonly ours: number;
  /** The same of the official action; undefined where its bundle is not here. */
  readonly official: number | undefined;
}

/** How many times as fast as real time the sandboxes and the processes of both actions run. */
export const FACTOR = 20;

type Run = (
  failure: Failure,
  endpoint: string,
  around: Around,
) => Promise<{ readonly exitCode: number | null }>;

const around: Around = {
  env: {
    NODE_OPTIONS: `--import=${pathToFileURL(resolve('bench/faster.ts')).href}`,
    TIME_FACTOR: String(FACTOR),
  },
};

/**
 * The ten most common failures, by ours and by the official action. The official ones, which wait most of the time, run
 * all at once; ours beside them, one after the other.
 */
export async function failuresEnded(hasPeer: boolean): Promise<readonly Ended[]> {
  const official = hasPeer
    ? Promise.all(failures.map((failure) => secondsTo(failure, runOfficial)))
    : undefined;
  const ours: number[] = [];
  for (const failure of failures) ours.push(await secondsTo(failure, rolledBack));
  const theirs = await official;
  return failures.map(({ name: failure }, at) => ({
    failure,
    ours: ours[at] ?? NaN,
    official: theirs?.[at],
  }));
}

/** Ours, of which only the end that it is to come to is measured. */
const rolledBack: Run = async (failure, endpoint, options) => {
  const ended = await runOurs(failure, endpoint, options);
  const status = ended.outputs.get('status');
  if (status !== 'rolled-back')
    throw new Error(`${failure.name} ended as ${status ?? 'nothing'}: ${ended.log}`);
  return ended;
};

async function secondsTo(failure: Failure, run: Run): Promise<number> {
  const server = await serveFor(failure, realClock(FACTOR));
  const { exitCode } = await run(failure, server.endpoint, around);
  const { clock, requests } = server.sandbox;
  const endedAt = clock.now();
  await server.close();
  const start = requests.find(({ operation }) => /^(UpdateService|CreateDeployment)$/.test(operation));
  if (exitCode === 0 || start === undefined) throw new Error(`${failure.name}: nothing failed.`);
  return (endedAt - start.at) / 1_000;
}
