import { describe, expect, test } from '@jest/globals';
import type { RollingLook } from '../../../src/deploy/ecs/progress.ts';
import { followStability, type Stability } from '../../../src/deploy/ecs/stability.ts';
import { type Facts, type Verdict, verdict } from '../../../src/deploy/outcome.ts';
import type { StoppedTask } from '../../../src/deploy/cause.ts';
import type { ControlRequest } from '../../../src/deploy/request.ts';
import type { Means } from '../../../src/deploy/stop.ts';
import { control, stage } from '../../support/deployment.ts';
import { ours, run, seen } from '../../support/rolling.ts';
import { exited } from '../../support/stopped-task.ts';

const deployed = verdict('deployed', 'completed');
const crash = exited({ id: 'crash', exitCode: 1 });
const earlier = exited({ id: 'earlier', exitCode: 1 });

/** A look so many seconds after the start, with both tasks up; these have stopped so far. */
const look = (seconds: number, ...stoppedTasks: readonly StoppedTask[]): RollingLook => ({
  ...seen({ deployments: [ours({ rolloutState: 'COMPLETED' })] }),
  at: seconds * 1_000,
  stoppedTasks,
});

const follow = (seconds: number, more: Partial<ControlRequest> = {}): Stability =>
  followStability(run, { seconds, control: { ...control, ...more } }, stage().later());

/** What is judged of looks that come one after the other. */
function judged(
  stability: Stability,
  looks: readonly RollingLook[],
  decided: Verdict | undefined = deployed,
) {
  return looks.map((_, index) => stability.judge(decided, looks.slice(0, index + 1))?.status);
}

describe('deployed is held back', () => {
  test('until all tasks were up for as long as asked', () => {
    expect(judged(follow(30), [look(10), look(39), look(40)])).toEqual([undefined, undefined, 'deployed']);
  });

  test('not at all where no seconds are asked for', () => {
    expect(judged(follow(0), [look(10), look(20, crash)])).toEqual(['deployed', 'deployed']);
  });

  test('not where nothing ran: there is nothing to wait for', () => {
    const nothing = verdict('deployed', 'completed', { nothingRan: true });
    expect(follow(30).judge(nothing, [look(10)])).toBe(nothing);
  });

  test('and what is not deployed, or not decided, is left alone', () => {
    const rolledBack = verdict('rolled-back', 'previous-restored');
    expect(follow(30).judge(rolledBack, [look(10)])).toBe(rolledBack);
    expect(follow(30).judge(undefined, [look(10), look(90)])).toBeUndefined();
  });

  test('by no crash of before ECS called the deployment complete', () => {
    expect(judged(follow(30), [look(10, earlier), look(40, earlier)])).toEqual([undefined, 'deployed']);
  });

  test('by none that is seen between two looks while the deployment was still under way', () => {
    const underWay = { ...look(1), ...seen({ deployments: [ours({ rolloutState: 'IN_PROGRESS' })] }) };
    const stability = follow(30);
    expect(stability.judge(undefined, [underWay])).toBeUndefined();
    expect(judged(stability, [look(10, earlier), look(40, earlier)])).toEqual([undefined, 'deployed']);
  });

  test('for ever by one that crashed afterwards', () => {
    const stability = follow(30);
    expect(
      judged(stability, [look(10, earlier), look(20, earlier, crash), look(900, earlier, crash)]),
    ).toEqual([undefined, undefined, undefined]);
    // AWS lists a stopped task for an hour at most.
    expect(stability.judge(deployed, [look(900), look(4_600)])).toBeUndefined();
  });
});

describe('after a crash', () => {
  const crashed = (more: Partial<ControlRequest> = {}): Stability => {
    const stability = follow(30, more);
    judged(stability, [look(10, earlier), look(20, earlier, crash)]);
    return stability;
  };
  const last = look(20, earlier, crash);
  const impossible: Means = { kind: 'impossible', why: 'There was none before.' };
  const returning = (sent: string[], send = () => Promise.resolve()): Means => ({
    kind: 'call',
    action: 'ecs:UpdateService',
    restores: true,
    send: () => {
      sent.push('UpdateService');
      return send();
    },
    over: new Set(),
  });
  const denied = Object.assign(new Error('not authorized'), { name: 'AccessDeniedException' });

  test('what was there before is returned to, once, and the verdict waits for that', async () => {
    const stability = crashed();
    const sent: string[] = [];
    expect(await stability.intervene(last, () => returning(sent))).toMatchObject([
      { kind: 'stopping', group: { tasks: [{ id: 'crash' }] }, action: 'ecs:UpdateService' },
    ]);
    expect(await stability.intervene(last, () => returning(sent))).toEqual([]);
    expect(sent).toEqual(['UpdateService']);
    expect(stability.judge(deployed, [last])).toBeUndefined();
    expect(stability.facts()).toEqual({ stableFor: 30, stopped: true });
  });

  test('on-failure: leave sends nothing, and the crash is the end', async () => {
    const stability = crashed({ onFailure: 'leave' });
    const sent: string[] = [];
    await stability.intervene(last, () => returning(sent));
    expect(sent).toEqual([]);
    expect(stability.judge(deployed, [last])).toMatchObject({
      status: 'failed',
      rule: 'not-stable',
      facts: {
        stableFor: 30,
        leftAsItIs: true,
        primary: { id: 'ecs-svc/2', taskDefinition: run.taskDefinition },
      },
    });
  });

  test.each<readonly [string, () => Means, Facts]>([
    ['nothing can be returned to', () => impossible, { notStopped: 'There was none before.' }],
    [
      'the permission is missing',
      () => returning([], () => Promise.reject(denied)),
      { notStopped: 'not authorized', stopAction: 'ecs:UpdateService' },
    ],
  ])('where %s it is the end, too', async (_, means, facts) => {
    const stability = crashed();
    await stability.intervene(last, means);
    expect(stability.judge(deployed, [last])).toMatchObject({ status: 'failed', rule: 'not-stable', facts });
  });
});

describe('what is told', () => {
  test('is nothing before ECS calls the deployment complete', async () => {
    const stability = follow(30);
    stability.judge(undefined, [look(10)]);
    expect(await stability.intervene(look(10), unasked)).toEqual([]);
  });

  test('is then once for how long the tasks must be up', async () => {
    const stability = follow(30);
    stability.judge(deployed, [look(10)]);
    expect(await stability.intervene(look(10), unasked)).toEqual([{ kind: 'settling', seconds: 30 }]);
    expect(await stability.intervene(look(11), unasked)).toEqual([]);
  });

  test('is nothing of it in the verdict while no task crashed', () => {
    expect(follow(30).facts()).toEqual({});
  });

  test('by a verdict that AWS did not give is nothing while ECS still calls the deployment under way', () => {
    const stability = follow(30);
    stability.judge(undefined, [look(10)]);
    expect(stability.openFacts()).toEqual({});
  });

  test('by a verdict that AWS did not give is that a complete deployment was not proven to stay up', () => {
    const stability = follow(30);
    stability.judge(deployed, [look(10)]);
    expect(stability.openFacts()).toEqual({ unproven: 30 });
  });

  test('by a verdict that AWS did not give is the crash, once there was one', () => {
    const stability = follow(30, { onFailure: 'leave' });
    judged(stability, [look(10), look(20, crash)]);
    expect(stability.openFacts()).toEqual({ stableFor: 30, leftAsItIs: true });
  });
});

const unasked = (): Means => {
  throw new Error('Nothing is to be ended.');
};
