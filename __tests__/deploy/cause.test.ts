import { TaskStopCode } from '@aws-sdk/client-ecs';
import { describe, expect, test } from '@jest/globals';
import {
  canHeal,
  type Cause,
  type CauseKind,
  causeOf,
  causeOfEvents,
  causeWithLog,
  groupCauses,
  remarksOf,
} from '../../src/deploy/cause.ts';
import { readStoppedTask } from '../../src/tasks/watch.ts';
import { otherEvents, overLimit, withoutPlace } from '../support/recordings/service-events.ts';
import { startTexts } from '../support/recordings/stopped-reasons.ts';
import { exitedZero, pullDenied } from '../support/recordings/stopped-tasks.ts';
import { awsContainer, exited, failedToStart, stoppedTask } from '../support/stopped-task.ts';

describe('a task that could not start', () => {
  test.each(startTexts)('%s: %s', (kind, text) => {
    expect(causeOf(failedToStart({ text }))).toEqual({ kind, awsText: text });
  });

  test('a pull that was denied (recorded) keeps the text of AWS', () => {
    expect(causeOf(readStoppedTask(pullDenied))).toEqual({
      kind: 'image-missing',
      awsText: pullDenied.stoppedReason,
    });
  });

  test('where the task says no more than "failed to start", the text of the container counts', () => {
    const text = 'CannotPullContainerError: Error response from daemon: manifest for app:v9 not found';
    const task = stoppedTask({
      stopCode: 'TaskFailedToStart',
      stoppedReason: 'Task failed to start',
      containers: [awsContainer({ name: 'log' }), awsContainer({ reason: text })],
    });
    expect(causeOf(task)).toEqual({ kind: 'image-missing', awsText: text });
  });
});

describe('a container that ended', () => {
  test('with exit code 0 (recorded) is a cause with that code', () => {
    expect(causeOf(readStoppedTask(exitedZero))).toEqual({
      kind: 'exited',
      awsText: 'Essential container in task exited',
      container: 'main',
      exitCode: 0,
    });
  });

  test('with exit code 1 is blamed by name', () => {
    expect(causeOf(exited({ exitCode: 1 }))).toMatchObject({ kind: 'exited', container: 'app', exitCode: 1 });
  });

  test.each([137, 143])('is told from those that were ended with %i because of it', (exitCode) => {
    const task = stoppedTask({
      stopCode: 'EssentialContainerExited',
      stoppedReason: 'Essential container in task exited',
      containers: [
        awsContainer({ name: 'proxy', exitCode }),
        awsContainer({ exitCode: 1 }),
        awsContainer({ name: 'init', exitCode: 0 }),
      ],
    });
    expect(causeOf(task)).toMatchObject({ container: 'app', exitCode: 1 });
  });

  test('by SIGKILL alone is blamed for that', () => {
    const task = stoppedTask({
      stopCode: 'EssentialContainerExited',
      containers: [awsContainer({ name: 'init', exitCode: 0 }), awsContainer({ exitCode: 137 })],
    });
    expect(causeOf(task)).toMatchObject({ kind: 'exited', container: 'app', exitCode: 137 });
  });

  test('without any exit code blames nobody', () => {
    const task = stoppedTask({ stopCode: 'EssentialContainerExited', stoppedReason: 'text' });
    expect(causeOf(task)).toEqual({ kind: 'exited', awsText: 'text' });
  });

  test.each(['OutOfMemoryError: Container killed', 'OutOfMemoryError: container killed'])(
    'with "%s …" was out of memory, whoever comes first in the list',
    (reason) => {
      const task = stoppedTask({
        stopCode: 'EssentialContainerExited',
        stoppedReason: 'Essential container in task exited',
        containers: [
          awsContainer({ name: 'proxy', exitCode: 1 }),
          awsContainer({ exitCode: 137, reason: `${reason} due to memory usage` }),
        ],
      });
      expect(causeOf(task)).toEqual({
        kind: 'out-of-memory',
        awsText: `${reason} due to memory usage`,
        container: 'app',
        exitCode: 137,
      });
    },
  );
});

describe('a task that the scheduler stopped', () => {
  const stopped = (stoppedReason: string, containers = [awsContainer()]): Cause | undefined =>
    causeOf(stoppedTask({ stopCode: 'ServiceSchedulerInitiated', stoppedReason, containers }));

  test('for its container health check blames the container that is unhealthy', () => {
    const containers = [
      awsContainer({ name: 'proxy', healthStatus: 'HEALTHY' }),
      awsContainer({ healthStatus: 'UNHEALTHY' }),
    ];
    expect(stopped('Task failed container health checks', containers)).toMatchObject({
      kind: 'container-health',
      container: 'app',
    });
  });

  test.each(['Task failed', 'task failed'])('for the load balancer ("%s …") is a failure', (begin) => {
    expect(stopped(`${begin} ELB health checks in (target-group arn:x)`)?.kind).toBe('load-balancer-health');
  });

  test.each(['Scaling activity initiated by (deployment ecs-svc/1)', 'Service was deleted', ''])(
    'for "%s" is no failure',
    (text) => {
      expect(stopped(text)).toBeUndefined();
    },
  );
});

describe('words of AWS', () => {
  /** Whether a task that stopped so failed. A code that the SDK adds is a type error here. */
  const isFailure = {
    EssentialContainerExited: true,
    InfrastructureHealth: true,
    ServiceSchedulerInitiated: false,
    SpotInterruption: false,
    TaskFailedToStart: true,
    TerminationNotice: false,
    UserInitiated: false,
  } as const satisfies Record<TaskStopCode, boolean>;

  test.each(Object.values(TaskStopCode))('%s is known', (stopCode) => {
    const cause = causeOf(stoppedTask({ stopCode, stoppedReason: 'Some reason.' }));
    expect(cause !== undefined).toBe(isFailure[stopCode]);
  });

  test('a code of tomorrow is shown with its text, never dropped', () => {
    const task = { ...stoppedTask({ stoppedReason: 'The moon was full.' }), stopCode: 'Lunar' };
    expect(causeOf(task)).toEqual({ kind: 'other', awsText: 'The moon was full.' });
  });

  test('without a code scaling in is noise all the same', () => {
    expect(
      causeOf(stoppedTask({ stoppedReason: 'Scaling activity initiated by (deployment x)' })),
    ).toBeUndefined();
  });
});

describe('what can heal', () => {
  const heals = {
    'image-missing': false,
    'wrong-architecture': false,
    'layers-unreachable': true,
    'registry-unreachable': true,
    'registry-denied': false,
    'secret-unreachable': true,
    'secret-denied': false,
    'secret-missing': false,
    'log-group-unreachable': true,
    'log-group-missing': false,
    'no-capacity': true,
    'account-limit': true,
    'not-started': true,
    'out-of-memory': true,
    exited: true,
    'container-health': true,
    'load-balancer-health': true,
    other: true,
  } as const satisfies Record<CauseKind, boolean>;
  const isKind = (name: string): name is CauseKind => Object.hasOwn(heals, name);

  test.each(Object.keys(heals).filter(isKind))('%s', (kind) => {
    expect(canHeal({ kind, awsText: '' })).toBe(heals[kind]);
  });
});

describe('groups', () => {
  test('tasks that stopped for one cause are one group, the most frequent first', () => {
    const groups = groupCauses([
      failedToStart({ id: 'a', text: 'TaskFailedToStart: RESOURCE:GPU' }),
      exited({ id: 'b', exitCode: 1 }),
      exited({ id: 'c', exitCode: 1 }),
    ]);
    expect(groups.map(({ cause, tasks }) => [cause.kind, tasks.map(({ id }) => id)])).toEqual([
      ['exited', ['b', 'c']],
      ['not-started', ['a']],
    ]);
  });

  test('another exit code is another cause', () => {
    expect(groupCauses([exited({ exitCode: 1 }), exited({ exitCode: 2 })])).toHaveLength(2);
  });

  test.each([
    ['RequestID: 415e6826-9d7a-4ef1-8eea-8eec9105a1a8', 'RequestID: 00000000-9d7a-4ef1-8eea-8eec9105a1a8'],
    ['dial tcp 192.0.2.10:443: i/o timeout', 'dial tcp 192.0.2.99:443: i/o timeout'],
    ['has been retried 1 time(s)', 'has been retried 5 time(s)'],
  ])('"%s" and "%s" are one cause', (one, other) => {
    expect(groupCauses([failedToStart({ text: one }), failedToStart({ text: other })])).toHaveLength(1);
  });

  test('another image that is missing is another cause', () => {
    const missing = (image: string) =>
      failedToStart({
        text: `CannotPullContainerError: failed to resolve ref ${image}: ${image}: not found`,
      });
    expect(groupCauses([missing('app:v1'), missing('app:v2')])).toHaveLength(2);
  });

  test('noise is in no group', () => {
    expect(groupCauses([stoppedTask({ stopCode: 'UserInitiated', stoppedReason: 'by hand' })])).toEqual([]);
  });
});

describe('what only the last line of the log tells', () => {
  const crash: Cause = { kind: 'exited', awsText: 'Essential container in task exited', container: 'app' };

  test.each(['exec /usr/bin/sh: exec format error', 'exec /usr/local/bin/entrypoint.sh: exec format error'])(
    '"%s" is an image for another architecture',
    (line) => {
      expect(causeWithLog(crash, ['begin', line, ''])).toEqual({
        kind: 'wrong-architecture',
        awsText: line,
        container: 'app',
      });
    },
  );

  test('a program that mentions it on the way crashed for another reason', () => {
    expect(causeWithLog(crash, ['exec format error', 'boom'])).toBe(crash);
  });

  test('no other cause changes', () => {
    const memory: Cause = { kind: 'out-of-memory', awsText: 'x' };
    expect(causeWithLog(memory, ['exec format error'])).toBe(memory);
  });
});

describe('the events of a service', () => {
  test.each([
    ...withoutPlace,
    '(service web) was unable to place a task. Reason: Capacity is unavailable at this time. Please try again later or in a different availability zone.',
  ])('%s', (message) => {
    expect(causeOfEvents(['(service web) has started 1 tasks.', message])).toEqual({
      kind: 'no-capacity',
      awsText: message,
    });
  });

  test.each(overLimit)('%s', (message) => {
    expect(causeOfEvents(['(service web) has started 1 tasks.', message])).toEqual({
      kind: 'account-limit',
      awsText: message,
    });
  });

  test.each(otherEvents)('%s is no want of capacity', (message) => {
    expect(causeOfEvents([message])).toBeUndefined();
  });

  test('a task that could not start is no want of capacity', () => {
    expect(
      causeOfEvents(['(service web) was unable to place a task. Reason: CannotPullContainerError: x']),
    ).toBeUndefined();
  });
});

describe('remarks', () => {
  const killed = (reason?: string) =>
    stoppedTask({
      stopCode: 'ServiceSchedulerInitiated',
      stoppedReason: 'Scaling activity initiated by (deployment x)',
      containers: [awsContainer({ exitCode: 137, ...(reason === undefined ? {} : { reason }) })],
    });

  test('a container that was killed after it was asked to stop did not end in time, and is no cause', () => {
    expect(remarksOf([killed()])).toEqual([{ kind: 'stop-timeout', tasks: 1, container: 'app' }]);
    expect(causeOf(killed())).toBeUndefined();
  });

  test.each([
    ['by a person', 'UserInitiated', 1],
    ['because it failed', 'EssentialContainerExited', 0],
  ] as const)(
    'a task that was stopped %s and killed has its remark, or none: %s, %i',
    (_, stopCode, remarks) => {
      const containers = [awsContainer({ exitCode: 137 })];
      expect(remarksOf([stoppedTask({ stopCode, stoppedReason: 'x', containers })])).toHaveLength(remarks);
    },
  );

  test('unless it was killed for memory', () => {
    expect(remarksOf([killed('OutOfMemoryError: container killed due to memory usage')])).toEqual([]);
  });

  test('Spot capacity that was taken back is told, and is no cause', () => {
    const task = stoppedTask({
      stopCode: 'SpotInterruption',
      stoppedReason: 'Your Spot Task was interrupted.',
    });
    expect(remarksOf([task, task])).toEqual([{ kind: 'spot', tasks: 2 }]);
    expect(causeOf(task)).toBeUndefined();
  });
});

test('a secret that could not be read for another reason may be read the next time', () => {
  const text =
    'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secret from asm: service call has been retried 5 time(s): ThrottlingException: Rate exceeded';
  expect(causeOf(failedToStart({ text }))?.kind).toBe('not-started');
});

test('the tasks of a cause are in the order in which they stopped, however AWS lists them', () => {
  const at = (id: string, second: number) =>
    stoppedTask({
      id,
      stopCode: 'EssentialContainerExited',
      containers: [awsContainer({ exitCode: 1 })],
      stoppedAt: new Date(second * 1_000),
    });
  const [group] = groupCauses([at('b', 2), at('c', 3), at('a', 1)]);
  expect(group?.tasks.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
});
