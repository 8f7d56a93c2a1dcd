import { describe, expect, test } from '@jest/globals';
import { canDecide, dueReads, type Seen } from '../../../src/deploy/codedeploy/look/due.ts';
import type { CodeDeployDeployment, LifecycleEvent } from '../../../src/deploy/codedeploy/rules.ts';

const deployment = (status: string, more: Partial<CodeDeployDeployment> = {}): CodeDeployDeployment => ({
  id: 'd-OURS00001',
  status,
  autoRollback: [],
  ...more,
});
const events = (...statuses: readonly string[]): readonly LifecycleEvent[] =>
  ['BeforeInstall', 'Install', 'AllowTraffic', 'AfterAllowTraffic'].map((name, index) => ({
    name,
    status: statuses[index] ?? 'Pending',
  }));
const passed = events('Succeeded', 'Succeeded', 'Succeeded', 'Skipped');

/** A look at 10 s that read everything. */
const seen = (lifecycleEvents: readonly LifecycleEvent[], status = 'InProgress', more = {}): Seen => ({
  snapshot: { at: 10_000, deployment: deployment(status, more), lifecycleEvents },
  readAt: { service: 10_000, deployment: 10_000, target: 10_000 },
});

/** The calls of the look one second later. */
const asked = (before: Seen): readonly string[] =>
  Object.entries(dueReads(before, 11_000)).flatMap(([name, isDue]) => (isDue ? [name] : []));

describe('a look a second later asks', () => {
  test('for the target while lifecycle events follow one another', () => {
    expect(asked(seen(events('InProgress')))).toEqual(['target']);
    expect(asked(seen(events('Succeeded', 'Succeeded', 'InProgress')))).toEqual(['target']);
  });

  test('for the target alone before it has told any event', () => {
    expect(asked(seen([]))).toEqual(['target']);
  });

  test('for the service while the tasks of the new task set are started', () => {
    expect(asked(seen(events('Succeeded', 'InProgress')))).toEqual(['service']);
  });

  test('for the service, too, once the traffic is shifted: the task set that serves decides', () => {
    expect(asked(seen(passed))).toEqual(['service', 'target']);
  });

  test.each(['Failed', 'Stopped', 'Succeeded'])('for service and deployment once it is %s', (status) => {
    expect(asked(seen(events('Succeeded', 'Failed'), status))).toEqual(['service', 'deployment']);
  });

  test('for the service alone once it has ended and named its rollback', () => {
    const ended = seen(events('Succeeded', 'Failed'), 'Stopped', { rollbackDeploymentId: 'd-ROLLBACK1' });
    expect(asked(ended)).toEqual(['service']);
  });
});

describe('an answer that would be 5 seconds old by the next look', () => {
  const after = (age: number, pause: number): boolean => {
    const now = 100_000;
    const { snapshot, readAt } = seen(events('InProgress'));
    return dueReads(
      { snapshot: { ...snapshot, at: now - pause }, readAt: { ...readAt, deployment: now - age } },
      now,
    ).deployment;
  };

  test('is asked for again, the sooner the longer the pauses are', () => {
    expect([after(3_200, 1_000), after(3_201, 1_000)]).toEqual([false, true]);
    expect([after(1_800, 1_800), after(2_000, 2_000)]).toEqual([false, true]);
  });
});

describe('what can decide makes the look ask for everything', () => {
  const before = seen(events('Succeeded', 'InProgress')).snapshot;
  test.each<[string, LifecycleEvent[], string]>([
    ['all events have passed', [...passed], 'InProgress'],
    ['an event has failed', [...events('Failed')], 'InProgress'],
    ['the deployment has ended', [...events('Succeeded', 'InProgress')], 'Stopped'],
  ])('%s', (_, lifecycleEvents, status) => {
    expect(canDecide(before, { ...before, lifecycleEvents, deployment: deployment(status) })).toBe(true);
  });

  test('but the next event, or what was known already, cannot', () => {
    expect(canDecide(before, { ...before, lifecycleEvents: events('Succeeded', 'Succeeded') })).toBe(false);
    const shifted = { ...before, lifecycleEvents: passed };
    expect(canDecide(shifted, shifted)).toBe(false);
    const ended = { ...before, deployment: deployment('Failed') };
    expect(canDecide(ended, ended)).toBe(false);
  });
});
