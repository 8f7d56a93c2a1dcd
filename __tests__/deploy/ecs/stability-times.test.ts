import { describe, expect, test } from '@jest/globals';
import type { StoppedTask } from '../../../src/deploy/cause.ts';
import type { RollingLook } from '../../../src/deploy/ecs/progress.ts';
import { followStability, type Steadiness } from '../../../src/deploy/ecs/stability.ts';
import { secondsToOutlive, upFor, upSince } from '../../../src/deploy/ecs/stable.ts';
import { verdict } from '../../../src/deploy/outcome.ts';
import { control, stage } from '../../support/deployment.ts';
import { ours, record, run, seen } from '../../support/rolling.ts';
import { aService } from '../../support/service.ts';
import { exited, stoppedTask } from '../../support/stopped-task.ts';

/** Seconds by AWS's clock, which is not ours. */
const aws = (seconds: number): Date => new Date(Date.UTC(2026, 8, 1, 12) + seconds * 1_000);

/** A task that crashed, whose end began at that second. */
const crash = (second: number, id = `crash-${second}`): StoppedTask => ({
  ...exited({ id, exitCode: 1 }),
  stoppingAt: aws(second).getTime(),
  stoppedAt: aws(second + 40).getTime(),
});

const completed = [
  { id: 'e2', createdAt: aws(100), message: '(service web) (deployment ecs-svc/2) deployment completed.' },
  { id: 'e1', createdAt: aws(20), message: '(service web) (deployment ecs-svc/1) deployment completed.' },
];

const look = (
  seconds: number,
  stoppedTasks: readonly StoppedTask[],
  { isUp = true, ...more }: { isUp?: boolean; events?: typeof completed; status?: string } = {},
): RollingLook => ({
  ...seen({
    deployments: [ours({ rolloutState: 'COMPLETED', ...(isUp ? {} : { runningCount: 0 }) })],
    service: { events: more.events ?? completed },
    ...(more.status === undefined ? {} : { record: record(more.status, { finishedAt: aws(60).getTime() }) }),
  }),
  at: seconds * 1_000,
  stoppedTasks,
});

const deployed = verdict('deployed', 'completed');
const leaving = { ...control, onFailure: 'leave' } as const;

/** What becomes of looks that come one after the other, where nothing is to be returned to. */
function judged(looks: readonly RollingLook[], more: Partial<Steadiness> = {}): string | undefined {
  const stability = followStability(run, { seconds: 30, control: leaving, ...more }, stage().later());
  return looks
    .map((one, index) => {
      const own = one.service.deployments[0];
      const isUp = own !== undefined && own.runningCount >= own.desiredCount;
      return stability.judge(isUp ? deployed : undefined, looks.slice(0, index + 1));
    })
    .find((decided) => decided !== undefined)?.rule;
}

describe('a crash counts by the times of AWS', () => {
  test('when it began after the deployment was completed, though the first look saw it already', () => {
    expect(judged([look(0, [crash(101)])])).toBe('not-stable');
  });

  test('not when it began before, though it was over, and seen, afterwards', () => {
    expect(judged([look(0, []), look(10, [crash(99)]), look(45, [crash(99)])])).toBe('completed');
  });

  test('not when it began in the same moment: it was no crash of a complete deployment', () => {
    expect(judged([look(0, []), look(10, [crash(100)]), look(45, [crash(100)])])).toBe('completed');
  });

  test('though the tasks are never seen up together', () => {
    expect(judged([look(0, [], { isUp: false }), look(1, [crash(101)], { isUp: false })])).toBe('not-stable');
  });

  test('from the moment at which its record was successful, where that is earlier', () => {
    expect(judged([look(0, [crash(61)], { status: 'SUCCESSFUL' })])).toBe('not-stable');
    expect(judged([look(0, [crash(59)], { status: 'SUCCESSFUL' }), look(30, [crash(59)])])).toBe('completed');
  });

  test('not from the end of a record that ended otherwise', () => {
    const looks = [look(0, [crash(61)], { status: 'STOPPED' }), look(30, [crash(61)])];
    expect(judged(looks)).toBe('completed');
  });

  test('where AWS does not tell the moment, when it is seen after the look that saw it complete first', () => {
    const events = completed.slice(1);
    expect(judged([look(0, [crash(101)], { events }), look(30, [crash(101)], { events })])).toBe('completed');
    expect(judged([look(0, [], { events }), look(1, [crash(101)], { events })])).toBe('not-stable');
  });

  test('where a task has no time, when it is seen later, too', () => {
    const timeless = exited({ id: 'timeless', exitCode: 1 });
    expect(judged([look(0, [timeless]), look(30, [timeless])])).toBe('completed');
    expect(judged([look(0, []), look(1, [timeless])])).toBe('not-stable');
  });
});

describe('what was complete long before the first look', () => {
  const standing = { upFor: 25_000, newestStart: aws(170).getTime() };

  test('is proven by what it was up already and what was seen', () => {
    expect(judged([look(0, [])], { standing })).toBeUndefined();
    expect(judged([look(0, []), look(5, [])], { standing })).toBe('completed');
    expect(judged([look(0, [])], { standing: { ...standing, upFor: 30_000 } })).toBe('completed');
  });

  test('but only while nothing broke it', () => {
    const looks = [look(0, []), look(1, [], { isUp: false }), look(2, []), look(10, [])];
    expect(judged(looks, { standing })).toBeUndefined();
  });

  test('fails by a crash that is new, not by an old one', () => {
    expect(judged([look(0, [crash(101)]), look(5, [crash(101)])], { standing })).toBe('completed');
    expect(judged([look(0, [crash(101)]), look(1, [crash(101), crash(150)])], { standing })).toBe(
      'not-stable',
    );
  });

  test('was not up before, where a task crashed after the newest of those that were read had begun to run', () => {
    const after = crash(171);
    expect(judged([look(0, [after]), look(29, [after])], { standing })).toBeUndefined();
    expect(judged([look(0, [after]), look(30, [after])], { standing })).toBe('completed');
  });

  test('was up before, where the newest began to run as the one that crashed ended', () => {
    const before = crash(170);
    expect(judged([look(0, [before]), look(5, [before])], { standing })).toBe('completed');
  });

  test('must outlive the tasks that crashed', () => {
    const short = { ...crash(160), startedAt: aws(100).getTime() };
    expect(judged([look(0, [short]), look(34, [short])], { standing })).toBeUndefined();
    expect(judged([look(0, [short]), look(35, [short])], { standing })).toBe('completed');
  });
});

describe('to outlive', () => {
  const lived = (from: number | undefined, to: number): StoppedTask => ({
    ...crash(to),
    ...(from === undefined ? {} : { startedAt: aws(from).getTime() }),
  });

  test('takes as long as the longest life, but for lives of more than ten minutes', () => {
    expect(secondsToOutlive([lived(0, 37), lived(0, 12)])).toBe(37);
    expect(secondsToOutlive([lived(0, 600), lived(0, 601)])).toBe(600);
    expect(secondsToOutlive([lived(0, 37.2)])).toBe(38);
  });

  test('takes no time where none crashed, none ever ran or no end is known', () => {
    expect(secondsToOutlive([])).toBe(0);
    expect(secondsToOutlive([lived(undefined, 37)])).toBe(0);
    expect(secondsToOutlive([stoppedTask({ startedAt: aws(0) })])).toBe(0);
  });

  test('counts to the end of a task that tells only when it had stopped', () => {
    expect(secondsToOutlive([stoppedTask({ startedAt: aws(0), stoppedAt: aws(9) })])).toBe(9);
  });
});

describe('how long tasks were up at least', () => {
  const service = aService({
    events: [{ id: 'e1', createdAt: aws(50), message: '(service web) has reached a steady state.' }],
    deployments: [{ ...ours(), createdAt: aws(5), updatedAt: aws(40) }],
  });
  const start = (seconds: number): number => aws(seconds).getTime();

  test('goes from the start of the newest to the last moment that AWS tells', () => {
    expect(upSince(start(20), service)).toBe(30_000);
    expect(upSince(start(20), { ...service, events: [] })).toBe(20_000);
  });

  test('is no time where it is not known, or nothing came later', () => {
    expect(upSince(undefined, service)).toBe(0);
    expect(upSince(start(60), service)).toBe(0);
    expect(upSince(start(20), { ...service, events: [], deployments: [] })).toBe(0);
  });

  test('adds to what was seen, unless that was broken', () => {
    const looks = [look(0, []), look(5, [])];
    expect(upFor(run, looks, 25_000)).toBe(30_000);
    expect(upFor(run, [look(0, [], { isUp: false }), ...looks], 25_000)).toBe(5_000);
  });
});
