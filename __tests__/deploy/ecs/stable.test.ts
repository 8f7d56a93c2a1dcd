import { describe, expect, test } from '@jest/globals';
import type { RollingLook } from '../../../src/deploy/ecs/progress.ts';
import { crashes, isStabilityAsked, stableSeconds, upFor } from '../../../src/deploy/ecs/stable.ts';
import { ours, run, seen } from '../../support/rolling.ts';
import { aService, awsDeployment } from '../../support/service.ts';
import { exited, failedToStart, stoppedTask } from '../../support/stopped-task.ts';

describe('the seconds that new tasks must be up', () => {
  const plain = { service: aService(), containers: [{ name: 'app' }] };
  const checked = { name: 'web', healthCheck: { command: ['CMD', 'true'] } };
  const balanced = aService({ loadBalancers: [{ containerName: 'app', containerPort: 8080 }] });
  const baking = (strategy: 'ROLLING' | 'BLUE_GREEN') =>
    aService({ deploymentConfiguration: { strategy, bakeTimeInMinutes: 5 } });

  test('are none where they are not asked for', () => {
    expect(stableSeconds(undefined, plain)).toBe(0);
  });

  test('are those that are given, whatever checks the tasks', () => {
    expect(stableSeconds(45, { ...plain, service: balanced })).toBe(45);
    expect(stableSeconds(0, plain)).toBe(0);
  });

  test.each([
    [30, 'nothing checks the tasks', plain],
    [30, 'the bake time is one of ROLLING, which is about alarms', { ...plain, service: baking('ROLLING') }],
    [0, 'a load balancer checks them', { ...plain, service: balanced }],
    [0, 'one container of several has a health check', { ...plain, containers: [{ name: 'app' }, checked] }],
    [0, 'a bake time follows', { ...plain, service: baking('BLUE_GREEN') }],
  ])('are by default %i where %s', (seconds, _, known) => {
    expect(stableSeconds('default', known)).toBe(seconds);
  });
});

test('tasks are asked to stay up by default or by seconds, not where it is turned off or never asked', () => {
  expect((['default', 45, 0, undefined] as const).map((asked) => isStabilityAsked(asked))).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

const crash = exited({ id: 'crash', exitCode: 1 });
const scaledIn = stoppedTask({
  id: 'scaled-in',
  stopCode: 'ServiceSchedulerInitiated',
  stoppedReason: 'Scaling activity initiated by (deployment ecs-svc/2)',
});

test('a crash is a task that stopped for a cause, no scale-in', () => {
  const missing = failedToStart({ text: 'CannotPullContainerError: app:v9: not found' });
  expect(crashes([crash, scaledIn, missing])).toEqual([crash, missing]);
});

describe('all tasks were up', () => {
  /** A look so many seconds after the start, with so many of two tasks of ours running. */
  const look = (seconds: number, runningCount: number, changes: Partial<RollingLook> = {}): RollingLook => ({
    ...seen({ deployments: [ours({ runningCount, desiredCount: 2 })] }),
    at: seconds * 1_000,
    stoppedTasks: [],
    ...changes,
  });
  const seconds = (...looks: readonly RollingLook[]): number => upFor(run, looks) / 1_000;

  test('since the first look of those in a row that saw them up', () => {
    expect(seconds(look(10, 1), look(20, 2), look(30, 2), look(45, 2))).toBe(25);
  });

  test('since the start where no look saw it otherwise', () => {
    expect(seconds(look(10, 2), look(20, 2))).toBe(10);
  });

  test('for no time when one is missing now, or was a moment ago', () => {
    expect(seconds(look(10, 2), look(20, 1))).toBe(0);
    expect(seconds(look(10, 2), look(20, 1), look(30, 2))).toBe(0);
  });

  test('anew since a task crashed, though another took its place between two looks', () => {
    expect(
      seconds(look(10, 2), look(20, 2, { stoppedTasks: [crash] }), look(35, 2, { stoppedTasks: [crash] })),
    ).toBe(15);
  });

  test('though one was scaled in', () => {
    expect(seconds(look(10, 2), look(20, 2, { stoppedTasks: [scaledIn] }))).toBe(10);
  });

  test('and more than asked for are enough, as while ECS scales in', () => {
    expect(seconds(look(10, 3), look(20, 2))).toBe(10);
  });

  test('never where none is asked for, or the deployment is out of the list', () => {
    const none = seen({ deployments: [ours({ desiredCount: 0, runningCount: 0 })] });
    expect(seconds(look(10, 0, none), look(20, 0, none))).toBe(0);
    const gone = seen({ deployments: [awsDeployment()] });
    expect(seconds(look(10, 0, gone), look(20, 0, gone))).toBe(0);
  });

  test('for no time before the first look', () => {
    expect(seconds()).toBe(0);
  });
});
