import {
  type Deployment,
  DeploymentRolloutState,
  type Service,
  ServiceDeploymentLifecycleStage,
  ServiceDeploymentStatus,
} from '@aws-sdk/client-ecs';
import { describe, expect, test } from '@jest/globals';
import {
  RECORD_PHASES,
  judgeRolling,
  recordPhase,
  type RollingHistory,
  type RollingSnapshot,
} from '../../../src/deploy/ecs/rules.ts';
import { rollingProgress } from '../../../src/deploy/ecs/progress.ts';
import { readService } from '../../../src/service/describe.ts';
import * as breaker from '../../support/recordings/breaker.ts';
import { rollbackFailed } from '../../support/recordings/service-deployments.ts';
import { polled, runOfIt } from '../../support/recordings/unpullable-image.ts';
import { countAlone, countToZero, forced, networkChanged } from '../../support/recordings/update-service.ts';
import {
  another,
  historyOf,
  old,
  ours,
  record,
  run,
  seen,
  type Seen,
  withRollback,
  withoutRollback,
} from '../../support/rolling.ts';
import { awsDeployment, revisionArn } from '../../support/service.ts';

const statusOf = (history: RollingHistory): string | undefined => judgeRolling(history)?.status;
const restored = { status: 'PRIMARY', rolloutState: 'COMPLETED' } as const;

describe('recorded answers of AWS', () => {
  const recordedRun = {
    deploymentId: breaker.failedId,
    before: [breaker.previousId],
    taskDefinition: breaker.askedRevision,
  };
  const [during, after] = [breaker.rollingBack, breaker.rolledBack].map((service) => ({
    service: readService(service),
  }));
  if (during === undefined || after === undefined) throw new Error('There are two answers.');

  test('a rollback that is done looks like a success but for the id: it is rolled-back', () => {
    const verdict = judgeRolling({ run: recordedRun, snapshots: [during, after] });
    expect(verdict).toMatchObject({ status: 'rolled-back', rule: 'previous-restored' });
    expect(verdict?.facts.primary?.taskDefinition).toBe(breaker.previousRevision);
  });

  test('the reason comes from the service event when the failed deployment is out of the list', () => {
    expect(judgeRolling({ run: recordedRun, snapshots: [during, after] })?.facts.awsReason).toBe(
      'tasks failed to start.',
    );
  });

  test('a rollback under way is watched to its end', () => {
    expect(judgeRolling({ run: recordedRun, snapshots: [during, during, during] })).toBeUndefined();
  });

  test('the answer that starts a deployment, with 0 of 0 tasks, decides nothing', () => {
    const forcedRun = {
      deploymentId: 'ecs-svc/6216346761948112104',
      before: ['ecs-svc/5678755162203410295'],
      taskDefinition: readService(forced).taskDefinition,
    };
    expect(judgeRolling({ run: forcedRun, snapshots: [{ service: readService(forced) }] })).toBeUndefined();
  });

  test('an answer of before there was a rolloutState decides nothing, however often it is seen', () => {
    const service = readService(networkChanged);
    const [deploymentId = '', previous = ''] = service.deployments.map(({ id }) => id);
    const networkRun = { deploymentId, before: [previous], taskDefinition: service.taskDefinition };
    const snapshots = [{ service }, { service }, { service }];
    expect(judgeRolling({ run: networkRun, snapshots })).toBeUndefined();
  });

  const afterCount = (answer: Service): RollingHistory => {
    const service = readService(answer);
    const id = service.deployments[0]?.id ?? '';
    const countRun = { deploymentId: id, before: [id], taskDefinition: service.taskDefinition };
    return { run: countRun, snapshots: [{ service }, { service }] };
  };

  test('a count that no instance can run is neither unchanged nor deployed, though AWS says COMPLETED', () => {
    expect(judgeRolling(afterCount(countAlone))).toBeUndefined();
  });

  test('a count of 0 is reached at once, and the facts say that nothing ran', () => {
    expect(judgeRolling(afterCount(countToZero))).toMatchObject({
      status: 'unchanged',
      rule: 'count-reached',
      facts: { nothingRan: true },
    });
  });

  test('an image that cannot be pulled ends as rolled-back, not before the rollback is done', () => {
    const snapshots = polled.map((deployments) => seen({ deployments, service: withRollback }));
    const verdicts = snapshots.map((_, index) =>
      judgeRolling({ run: runOfIt, snapshots: snapshots.slice(0, index + 1) }),
    );
    expect(verdicts.slice(0, -1)).toEqual(snapshots.slice(1).map(() => undefined));
    expect(verdicts.at(-1)).toMatchObject({
      status: 'rolled-back',
      facts: { awsReason: 'ECS deployment circuit breaker: tasks failed to start.' },
    });
  });

  test('a first deployment that has nothing to go back to is failed, with the reason of AWS', () => {
    const { status = '', statusReason = '' } = rollbackFailed;
    expect(
      judgeRolling(
        historyOf({
          deployments: [ours({ rolloutState: 'FAILED' })],
          record: record(status, { statusReason }),
        }),
      ),
    ).toMatchObject({ status: 'failed', rule: 'rollback-failed', facts: { awsReason: statusReason } });
  });
});

describe('P in S0: AWS started no deployment', () => {
  const same = { ...run, deploymentId: 'ecs-svc/1', taskDefinition: revisionArn(1) };
  const countOnly = (desired: number, running: number, changes = {}): RollingHistory => ({
    run: same,
    snapshots: [
      seen({
        deployments: [awsDeployment({ desiredCount: desired, runningCount: running, ...changes })],
        service: { desiredCount: desired },
      }),
    ],
  });

  test('as many tasks as asked are unchanged', () => {
    const verdict = judgeRolling(countOnly(3, 3));
    expect(verdict).toMatchObject({ status: 'unchanged', rule: 'count-reached' });
    expect(verdict?.facts.nothingRan).toBeUndefined();
  });

  test('none as asked are unchanged, and the facts say that nothing ran', () => {
    expect(judgeRolling(countOnly(0, 0))).toMatchObject({ status: 'unchanged', facts: { nothingRan: true } });
  });

  test.each([
    [3, 2],
    [1, 3],
  ])('%i asked and %i running is not over, and never deployed', (desired, running) => {
    expect(judgeRolling(countOnly(desired, running))).toBeUndefined();
  });

  test('as many as the deployment wants is not enough while the service wants more', () => {
    const snapshot = seen({ deployments: [awsDeployment()], service: { desiredCount: 4 } });
    expect(judgeRolling({ run: same, snapshots: [snapshot] })).toBeUndefined();
  });

  test('a record of its own success does not make it deployed', () => {
    const snapshot = seen({
      deployments: [awsDeployment({ runningCount: 3 })],
      record: record('SUCCESSFUL'),
    });
    expect(judgeRolling({ run: same, snapshots: [snapshot] })).toBeUndefined();
  });

  test('a deployment that is not COMPLETED is not unchanged', () => {
    expect(judgeRolling(countOnly(2, 2, { rolloutState: 'IN_PROGRESS' }))).toBeUndefined();
  });

  test('a deployment that failed is failed, whatever was asked of the count', () => {
    expect(judgeRolling(countOnly(2, 1, { rolloutState: 'FAILED' }))).toMatchObject({
      status: 'failed',
      rule: 'failed-in-place',
    });
  });

  test('another revision than the one asked for is failed', () => {
    expect(
      judgeRolling({
        run: { ...same, taskDefinition: revisionArn(2) },
        snapshots: countOnly(2, 2).snapshots,
      }),
    ).toMatchObject({ status: 'failed', rule: 'no-deployment-started' });
  });
});

describe('1. the record says how the rollback ended', () => {
  const statusReason = 'Service deployment rolled back because the circuit breaker threshold was exceeded.';

  test('ROLLBACK_SUCCESSFUL is rolled-back', () => {
    expect(
      judgeRolling(
        historyOf({
          deployments: [old(restored)],
          record: record('ROLLBACK_SUCCESSFUL', { statusReason }),
        }),
      ),
    ).toMatchObject({ status: 'rolled-back', facts: { awsReason: statusReason } });
  });

  test('it wins over a deployment that looks completed', () => {
    expect(
      statusOf(
        historyOf({
          deployments: [ours({ rolloutState: 'COMPLETED' })],
          record: record('ROLLBACK_SUCCESSFUL'),
        }),
      ),
    ).toBe('rolled-back');
  });

  test('the reason of the rollback stands in where there is no statusReason', () => {
    expect(
      judgeRolling(
        historyOf({
          deployments: [old(restored)],
          record: record('ROLLBACK_SUCCESSFUL', { rollbackReason: 'alarm detected' }),
        }),
      )?.facts.awsReason,
    ).toBe('alarm detected');
  });

  test('ROLLBACK_FAILED is failed', () => {
    expect(statusOf(historyOf({ deployments: [ours()], record: record('ROLLBACK_FAILED') }))).toBe('failed');
  });

  test.each(['ROLLBACK_REQUESTED', 'ROLLBACK_IN_PROGRESS'])(
    '%s decides nothing, even when the old deployment is COMPLETED already',
    (status) => {
      const moment = { deployments: [old(restored)], record: record(status) };
      expect(judgeRolling(historyOf(moment, moment, moment))).toBeUndefined();
    },
  );

  test.each(['ROLLBACK_REQUESTED', 'ROLLBACK_IN_PROGRESS'])(
    '%s while ours is COMPLETED and PRIMARY still is no success',
    (status) => {
      const moment = { deployments: [ours({ rolloutState: 'COMPLETED' })], record: record(status) };
      expect(judgeRolling(historyOf(moment, moment))).toBeUndefined();
    },
  );
});

describe('2. the record says STOPPED', () => {
  const stopped = record('STOPPED');

  test('a new PRIMARY means superseded, and the verdict names it', () => {
    expect(
      judgeRolling(historyOf({ deployments: [another(), ours({ status: 'ACTIVE' })], record: stopped })),
    ).toEqual({
      status: 'superseded',
      rule: 'service-deployment-replaced',
      facts: { primary: { id: 'ecs-svc/3', taskDefinition: revisionArn(3) } },
    });
  });

  test('a PRIMARY that was there before means failed', () => {
    expect(statusOf(historyOf({ deployments: [old(restored)], record: stopped }))).toBe('failed');
  });

  test('ours COMPLETED all the same, with its tasks running, means deployed', () => {
    const moment = { deployments: [ours({ rolloutState: 'COMPLETED' })], record: stopped };
    expect(statusOf(historyOf(moment, moment))).toBe('deployed');
  });

  test('ours still under way means failed', () => {
    const moment = { deployments: [ours(), old()], record: stopped };
    expect(statusOf(historyOf(moment, moment))).toBe('failed');
  });

  test('our own PRIMARY, twice in a row, means failed', () => {
    const moment = { deployments: [ours()], record: stopped };
    expect(statusOf(historyOf(moment, moment))).toBe('failed');
  });

  test('the service is read beside the record: what replaced ours may show in the next look', () => {
    const first = { deployments: [ours()], record: stopped };
    const second = { deployments: [another(), ours({ status: 'ACTIVE' })], record: stopped };
    expect(statusOf(historyOf(first))).toBeUndefined();
    expect(statusOf(historyOf(first, second))).toBe('superseded');
  });

  test('our own PRIMARY that FAILED was stopped by nobody: the breaker ended it, and AWS says why', () => {
    const rolloutStateReason = 'ECS deployment circuit breaker: tasks failed to start.';
    const moment = {
      deployments: [ours({ rolloutState: 'FAILED', rolloutStateReason }), old()],
      record: stopped,
      service: withoutRollback,
    };
    expect(judgeRolling(historyOf(moment, moment))).toMatchObject({
      status: 'failed',
      rule: 'failed-in-place',
      facts: { awsReason: rolloutStateReason },
    });
  });

  test('STOP_REQUESTED is not the end', () => {
    const moment = { deployments: [ours()], record: record('STOP_REQUESTED') };
    expect(judgeRolling(historyOf(moment, moment))).toBeUndefined();
  });
});

describe('3. deployed', () => {
  const done = ours({ rolloutState: 'COMPLETED' });

  test('COMPLETED with all tasks is deployed', () => {
    expect(judgeRolling(historyOf({ deployments: [done] }))).toMatchObject({
      status: 'deployed',
      facts: { primary: { id: 'ecs-svc/2', taskDefinition: revisionArn(2) } },
    });
  });

  test('a SUCCESSFUL record is enough while the rollout state says IN_PROGRESS', () => {
    expect(statusOf(historyOf({ deployments: [ours()], record: record('SUCCESSFUL') }))).toBe('deployed');
  });

  test.each(['PENDING', 'IN_PROGRESS', 'STOP_REQUESTED'])(
    'COMPLETED is enough while the record says %s',
    (status) => {
      expect(statusOf(historyOf({ deployments: [done], record: record(status) }))).toBe('deployed');
    },
  );

  test('old tasks that drain do not hold the verdict', () => {
    expect(statusOf(historyOf({ deployments: [ours(), old()], record: record('SUCCESSFUL') }))).toBe(
      'deployed',
    );
  });

  test('a task short is not deployed', () => {
    const short = ours({ rolloutState: 'COMPLETED', runningCount: 1 });
    expect(judgeRolling(historyOf({ deployments: [short], record: record('SUCCESSFUL') }))).toBeUndefined();
  });

  test('the tasks of the old deployment do not count', () => {
    const short = ours({ rolloutState: 'COMPLETED', runningCount: 0 });
    expect(judgeRolling(historyOf({ deployments: [short, old({ runningCount: 5 })] }))).toBeUndefined();
  });

  test('COMPLETED beside another PRIMARY is not deployed', () => {
    const moment = { deployments: [another(), { ...done, status: 'ACTIVE' }] };
    expect(statusOf(historyOf(moment))).toBeUndefined();
  });

  test('0 of 0 is not done, even with a SUCCESSFUL record', () => {
    const none = ours({ desiredCount: 0, runningCount: 0 });
    const moment = { deployments: [none, old()], record: record('SUCCESSFUL') };
    expect(judgeRolling(historyOf(moment, moment))).toBeUndefined();
  });

  test('0 of 0 that is COMPLETED is deployed, and the facts say that nothing ran', () => {
    const none = ours({ desiredCount: 0, runningCount: 0, rolloutState: 'COMPLETED' });
    expect(judgeRolling(historyOf({ deployments: [none] }))).toMatchObject({
      status: 'deployed',
      facts: { nothingRan: true },
    });
  });

  test('steady tasks and nothing else prove nothing', () => {
    const moment = { deployments: [ours()] };
    expect(judgeRolling(historyOf(moment, moment, moment))).toBeUndefined();
  });

  test.each(['BLUE_GREEN', 'LINEAR', 'CANARY'] as const)(
    '%s is judged by its record: COMPLETED tasks alone are not the end',
    (strategy) => {
      const service = { deploymentConfiguration: { strategy } };
      const moment = {
        deployments: [done],
        service,
        record: record('IN_PROGRESS', { lifecycleStage: 'BAKE_TIME' }),
      };
      expect(judgeRolling(historyOf(moment, moment))).toBeUndefined();
      expect(statusOf(historyOf(moment, { ...moment, record: record('SUCCESSFUL') }))).toBe('deployed');
    },
  );

  test('a strategy of tomorrow is judged by its record where there is one, else as ROLLING is', () => {
    const tomorrow = (moment: Seen): RollingHistory => {
      const { service, ...rest } = seen(moment);
      return { run, snapshots: [{ ...rest, service: { ...service, strategy: 'TELEPORT' } }] };
    };
    const deployments = [done];
    expect(judgeRolling(tomorrow({ deployments, record: record('IN_PROGRESS') }))).toBeUndefined();
    expect(statusOf(tomorrow({ deployments }))).toBe('deployed');
  });

  test('without a record a native strategy is not judged, whatever the deployments of the service say', () => {
    const service = { deploymentConfiguration: { strategy: 'CANARY' } } as const;
    const moment = { deployments: [done], service };
    expect(judgeRolling(historyOf(moment, moment))).toBeUndefined();
    const gone = { deployments: [awsDeployment()], service };
    expect(judgeRolling(historyOf(gone, gone, gone))).toBeUndefined();
  });
});

describe('4. without a record', () => {
  const failed = ours({
    rolloutState: 'FAILED',
    rolloutStateReason: 'ECS deployment circuit breaker: tasks failed to start.',
  });

  test('FAILED and PRIMARY under a breaker without rollback is failed at once, with the reason of AWS', () => {
    expect(judgeRolling(historyOf({ deployments: [failed, old()], service: withoutRollback }))).toMatchObject(
      {
        status: 'failed',
        rule: 'failed-in-place',
        facts: { awsReason: 'ECS deployment circuit breaker: tasks failed to start.' },
      },
    );
  });

  test('where a rollback is due the moment before it begins is not taken for the end', () => {
    const moment = { deployments: [failed, old()], service: withRollback };
    expect(judgeRolling(historyOf(moment))).toBeUndefined();
    expect(statusOf(historyOf(moment, moment))).toBe('failed');
  });

  test.each([
    ['a breaker that is off', { deploymentCircuitBreaker: { enable: false, rollback: true } }],
    ['alarms that are off', { alarms: { alarmNames: ['a'], enable: false, rollback: true } }],
    ['alarms that roll nothing back', { alarms: { alarmNames: ['a'], enable: true, rollback: false } }],
  ])('under %s no rollback is due: failed at once', (_, deploymentConfiguration) => {
    const moment = { deployments: [failed, old()], service: { deploymentConfiguration } };
    expect(statusOf(historyOf(moment))).toBe('failed');
  });

  test('an alarm that rolls back counts as a rollback that is due', () => {
    const service = {
      deploymentConfiguration: { alarms: { alarmNames: ['a'], enable: true, rollback: true } },
    };
    expect(judgeRolling(historyOf({ deployments: [failed, old()], service }))).toBeUndefined();
  });

  test('the old id as PRIMARY, COMPLETED, in two looks is rolled-back with the reason of ours', () => {
    const first = {
      deployments: [old({ status: 'PRIMARY', rolloutState: 'IN_PROGRESS' }), { ...failed, status: 'ACTIVE' }],
    };
    const second = { deployments: [old(restored)] };
    expect(judgeRolling(historyOf(first, second))).toMatchObject({
      status: 'rolled-back',
      rule: 'previous-restored',
      facts: { awsReason: 'ECS deployment circuit breaker: tasks failed to start.' },
    });
  });

  test('a reason that says "in progress" is not passed off as the reason of a failure', () => {
    const first = { deployments: [old(restored), ours({ status: 'ACTIVE' })] };
    expect(judgeRolling(historyOf(first, first))?.facts.awsReason).toBeUndefined();
  });

  describe('a read that lags behind', () => {
    const minute = (count: number): Date => new Date(Date.UTC(2026, 8, 1, 12, count));
    const [earlier, start, later] = [minute(1), minute(2), minute(3)];
    const since = (...moments: readonly Seen[]): ReturnType<typeof historyOf> => {
      const { run, snapshots } = historyOf(...moments);
      return { run: { ...run, createdAt: start.getTime() }, snapshots };
    };

    test('and shows twice what was before the start is no rollback', () => {
      const before = { deployments: [old({ ...restored, updatedAt: earlier })] };
      expect(judgeRolling(since(before, before))).toBeUndefined();
      expect(judgeRolling(since({ deployments: [ours()] }, before, before))).toBeUndefined();
    });

    test('is told from a rollback that was over between two looks', () => {
      const after = { deployments: [old({ ...restored, updatedAt: later })] };
      expect(statusOf(since(after, after))).toBe('rolled-back');
    });

    test('is told from a rollback at the very moment of the start', () => {
      const after = { deployments: [old({ ...restored, updatedAt: start })] };
      expect(statusOf(since(after, after))).toBe('rolled-back');
    });

    test('is told from a rollback by our own deployment beside the old one', () => {
      const after = { deployments: [old({ ...restored, updatedAt: earlier }), ours({ status: 'ACTIVE' })] };
      expect(statusOf(since(after, after))).toBe('rolled-back');
    });

    test('is told from a rollback by the reason that AWS gave once', () => {
      const reason = 'ECS deployment circuit breaker: rolling back to deploymentId ecs-svc/1.';
      const rolling = {
        deployments: [
          old({
            status: 'PRIMARY',
            rolloutState: 'IN_PROGRESS',
            rolloutStateReason: reason,
            updatedAt: earlier,
          }),
        ],
      };
      const after = { deployments: [old({ ...restored, updatedAt: earlier })] };
      expect(statusOf(since(rolling, after))).toBe('rolled-back');
    });
  });

  test('one look at another PRIMARY is not enough', () => {
    expect(
      judgeRolling(historyOf({ deployments: [ours()] }, { deployments: [old(restored)] })),
    ).toBeUndefined();
    expect(judgeRolling(historyOf({ deployments: [ours()] }, { deployments: [another()] }))).toBeUndefined();
  });

  test('a rollback to a deployment that was created again is known by its reason', () => {
    const again = another({
      taskDefinition: revisionArn(1),
      rolloutStateReason: 'ECS deployment circuit breaker: rolling back to deploymentId ecs-svc/3.',
    });
    const over = another({
      taskDefinition: revisionArn(1),
      rolloutState: 'COMPLETED',
      rolloutStateReason: 'ECS deployment ecs-svc/3 completed.',
    });
    expect(statusOf(historyOf({ deployments: [again] }, { deployments: [again] }))).toBeUndefined();
    expect(statusOf(historyOf({ deployments: [again] }, { deployments: [over] }))).toBe('rolled-back');
  });

  test('a PRIMARY that is new is superseded at the second look, whatever its state', () => {
    const moment = { deployments: [another(), ours({ status: 'ACTIVE' })] };
    expect(judgeRolling(historyOf(moment, moment))).toMatchObject({
      status: 'superseded',
      rule: 'replaced',
      facts: { primary: { id: 'ecs-svc/3' } },
    });
  });

  test('forcing the same revision that is rolled back is known by the id alone', () => {
    const same = { ...run, taskDefinition: revisionArn(1) };
    const snapshot = seen({ deployments: [old(restored)] });
    expect(judgeRolling({ run: same, snapshots: [snapshot, snapshot] })?.status).toBe('rolled-back');
  });

  test('a look that lists no deployment decides nothing', () => {
    expect(judgeRolling(historyOf({ deployments: [] }, { deployments: [] }))).toBeUndefined();
  });
});

describe('a record and another PRIMARY', () => {
  test.each(['PENDING', 'IN_PROGRESS', 'STOP_REQUESTED'])('%s: the record is waited for', (status) => {
    const moment = { deployments: [another()], record: record(status) };
    expect(judgeRolling(historyOf(moment, moment, moment))).toBeUndefined();
  });

  test('replaced right after its success is superseded, not watched for ever', () => {
    const moment = { deployments: [another()], record: record('SUCCESSFUL') };
    expect(statusOf(historyOf(moment))).toBeUndefined();
    expect(statusOf(historyOf(moment, moment))).toBe('superseded');
  });
});

describe('words of AWS', () => {
  /** Our deployment in a state that the SDK's types need not know. */
  const inState = (rolloutState: string | undefined): RollingSnapshot => {
    const { service } = seen({ deployments: [ours({ rolloutState: undefined })] });
    const deployments = service.deployments.map((own) =>
      rolloutState === undefined ? own : { ...own, rolloutState },
    );
    return { service: { ...service, deployments } };
  };

  test('every status of a service deployment has its phase', () => {
    expect(Object.keys(RECORD_PHASES).sort()).toEqual(Object.values(ServiceDeploymentStatus).sort());
  });

  test.each(['FAILED', 'PAUSED', '', 'toString'])('the unknown status "%s" never ends a watch', (status) => {
    const moment = { deployments: [ours()], record: record(status) };
    expect(recordPhase(moment.record)).toBe('unknown');
    expect(judgeRolling(historyOf(moment, moment, moment))).toBeUndefined();
  });

  test('an unknown status does not hide that the tasks are up', () => {
    const moment = { deployments: [ours({ rolloutState: 'COMPLETED' })], record: record('PAUSED') };
    expect(statusOf(historyOf(moment))).toBe('deployed');
  });

  test('every rollout state of the SDK is told as a state, and others as unknown words', () => {
    const kindsFor = (state: string): readonly string[] =>
      rollingProgress(
        run,
        { ...inState(undefined), at: 0, stoppedTasks: [] },
        { ...inState(state), at: 0, stoppedTasks: [] },
      ).map(({ kind }) => kind);
    expect(Object.values(DeploymentRolloutState).map(kindsFor)).toEqual([
      ['rollout'],
      ['rollout'],
      ['rollout'],
    ]);
    expect(kindsFor('PAUSED')).toEqual(['unknown-word']);
  });

  test('an unknown rollout state never ends a watch', () => {
    const snapshot = inState('PAUSED');
    expect(judgeRolling({ run, snapshots: [snapshot, snapshot, snapshot] })).toBeUndefined();
  });

  test('the stages are those that were known when this was written', () => {
    expect(Object.values(ServiceDeploymentLifecycleStage).sort()).toEqual([
      'BAKE_TIME',
      'CLEAN_UP',
      'POST_PRODUCTION_TRAFFIC_SHIFT',
      'POST_SCALE_UP',
      'POST_TEST_TRAFFIC_SHIFT',
      'PRE_SCALE_UP',
      'PRODUCTION_TRAFFIC_SHIFT',
      'RECONCILE_SERVICE',
      'SCALE_UP',
      'TEST_TRAFFIC_SHIFT',
    ]);
  });
});

describe('when this run itself returned to what was there before', () => {
  const reverted = (changes: Partial<Deployment> = {}): Deployment =>
    another({
      taskDefinition: revisionArn(1),
      rolloutState: 'COMPLETED',
      rolloutStateReason: 'ECS deployment ecs-svc/3 completed.',
      ...changes,
    });
  const returned = (...moments: readonly Seen[]): ReturnType<typeof historyOf> => ({
    ...historyOf(...moments),
    rolledBackBy: 'ecs-svc/3',
  });
  const stopped = record('STOPPED');

  test('that deployment is the rollback: watched until it is COMPLETED, with and without the record', () => {
    const way = { deployments: [reverted({ rolloutState: 'IN_PROGRESS' })] };
    const end = { deployments: [reverted()] };
    expect(judgeRolling(returned(way, way))).toBeUndefined();
    expect(statusOf(returned(way, end))).toBe('rolled-back');
    expect(judgeRolling(returned({ ...way, record: stopped }, { ...way, record: stopped }))).toBeUndefined();
    expect(statusOf(returned({ ...way, record: stopped }, { ...end, record: stopped }))).toBe('rolled-back');
  });

  test('it fails when that deployment fails, in the words of AWS where it has any', () => {
    const failed = reverted({ rolloutState: 'FAILED', rolloutStateReason: 'tasks failed to start.' });
    expect(judgeRolling(returned({ deployments: [failed], record: stopped }))).toEqual({
      status: 'failed',
      rule: 'own-rollback-failed',
      facts: {
        awsReason: 'tasks failed to start.',
        primary: { id: 'ecs-svc/3', taskDefinition: revisionArn(1) },
      },
    });
    const silent = {
      ...awsDeployment({ id: 'ecs-svc/3', taskDefinition: revisionArn(1) }),
      rolloutState: 'FAILED' as const,
    };
    const wordless = Object.fromEntries(
      Object.entries(silent).filter(([name]) => name !== 'rolloutStateReason'),
    );
    expect(judgeRolling(returned({ deployments: [wordless] }))?.facts).toEqual({
      primary: { id: 'ecs-svc/3', taskDefinition: revisionArn(1) },
    });
  });

  test('a read that lags behind and still shows ours complete decides nothing', () => {
    const lagging = { deployments: [ours({ rolloutState: 'COMPLETED' })] };
    expect(statusOf(historyOf(lagging))).toBe('deployed');
    expect(judgeRolling(returned(lagging, lagging))).toBeUndefined();
  });

  test('AWS can roll that back in turn: what was there before then decides', () => {
    const before = { deployments: [old({ status: 'PRIMARY', rolloutState: 'COMPLETED' })], record: stopped };
    expect(statusOf(returned(before, before))).toBe('rolled-back');
    expect(statusOf(historyOf(before, before))).toBe('failed');
  });

  test('a third deployment that takes over is told as such', () => {
    const other = {
      deployments: [another({ id: 'ecs-svc/4', rolloutState: 'IN_PROGRESS' })],
      record: stopped,
    };
    expect(statusOf(returned(other, other))).toBe('superseded');
  });

  test('nothing is PRIMARY for a moment: that decides nothing', () => {
    const nobody = { deployments: [old({ status: 'ACTIVE' })], record: stopped };
    expect(judgeRolling(returned(nobody))?.rule).toBe('service-deployment-stopped');
  });

  test('a deployment of somebody else that is COMPLETED is no rollback without ours', () => {
    const end = { deployments: [reverted()] };
    expect(statusOf(historyOf(end, end))).toBe('superseded');
  });
});
