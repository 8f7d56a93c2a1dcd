import { DeploymentStatus, LifecycleEventStatus } from '@aws-sdk/client-codedeploy';
import { describe, expect, test } from '@jest/globals';

import {
  type CodeDeployHistory,
  DEPLOYMENT_PHASES,
  deploymentPhase,
  EVENT_PASSED,
  judgeCodeDeploy,
  taskSetOf,
} from '../../../src/deploy/codedeploy/rules.ts';
import {
  blue,
  deployment,
  events,
  green,
  historyOf,
  run,
  shiftedSets,
} from '../../support/codedeploy-history.ts';
import { aCodeDeployService, awsTaskSet, revisionArn } from '../../support/service.ts';

const statusOf = (history: CodeDeployHistory): string | undefined => judgeCodeDeploy(history)?.status;
const shifted = { taskSets: shiftedSets, lifecycleEvents: events('Succeeded') };

describe('deployed', () => {
  test('all events passed and our task set PRIMARY is deployed, with the minutes in which alarms roll back', () => {
    expect(judgeCodeDeploy(historyOf(shifted))).toEqual({
      status: 'deployed',
      rule: 'traffic-shifted',
      facts: { primary: { id: 'ecs-svc/2', taskDefinition: revisionArn(2) }, rollbackWindowMinutes: 60 },
    });
  });

  test('Skipped events do no harm', () => {
    expect(statusOf(historyOf({ ...shifted, lifecycleEvents: events('Skipped', 'Succeeded') }))).toBe(
      'deployed',
    );
  });

  test.each(['Pending', 'InProgress', 'Failed', 'Unknown', 'Paused'])(
    'AfterAllowTraffic %s is not deployed',
    (status) => {
      const lifecycleEvents = events(...Array.from({ length: 5 }, () => 'Succeeded'), status);
      expect(judgeCodeDeploy(historyOf({ ...shifted, lifecycleEvents }))).toBeUndefined();
    },
  );

  test('a list of events without AfterAllowTraffic is not deployed', () => {
    const lifecycleEvents = events('Succeeded').slice(0, -1);
    expect(judgeCodeDeploy(historyOf({ ...shifted, lifecycleEvents }))).toBeUndefined();
  });

  test('no events, as before there is a target, is not deployed', () => {
    expect(judgeCodeDeploy(historyOf({ ...shifted, lifecycleEvents: [] }))).toBeUndefined();
  });

  test('events alone are not enough while the old task set is PRIMARY', () => {
    expect(judgeCodeDeploy(historyOf({ lifecycleEvents: events('Succeeded') }))).toBeUndefined();
  });

  test('a task set of another deployment is not ours', () => {
    const taskSets = [green({ status: 'PRIMARY', externalId: 'd-THEIRS' })];
    expect(judgeCodeDeploy(historyOf({ ...shifted, taskSets }))).toBeUndefined();
  });

  test.each(['InProgress', 'Succeeded'])(
    '%s: our task set with another revision is never green',
    (status) => {
      const taskSets = [green({ status: 'PRIMARY', taskDefinition: revisionArn(3) })];
      const moment = { ...shifted, taskSets, deployment: deployment(status) };
      expect(judgeCodeDeploy(historyOf(moment))).toEqual({
        status: 'superseded',
        rule: 'task-set-replaced',
        facts: { primary: { id: 'ecs-svc/2', taskDefinition: revisionArn(3) } },
      });
    },
  );

  test('tasks that stopped after the traffic was shifted are waited for', () => {
    const taskSets = [green({ status: 'PRIMARY', computedDesiredCount: 2, runningCount: 1 })];
    expect(judgeCodeDeploy(historyOf({ ...shifted, taskSets }))).toBeUndefined();
  });

  test('no tasks wanted is deployed, and the facts say that nothing ran', () => {
    const taskSets = [green({ status: 'PRIMARY', computedDesiredCount: 0, runningCount: 0 })];
    expect(judgeCodeDeploy(historyOf({ ...shifted, taskSets }))?.facts.nothingRan).toBe(true);
  });
});

test('a task set belongs to the deployment that its external id names', () => {
  const service = aCodeDeployService([blue(), green()]);
  expect(taskSetOf(service, 'd-OURS')?.id).toBe('ecs-svc/2');
  expect(taskSetOf(service, 'd-THEIRS')).toBeUndefined();
});

describe('the wait for the termination of blue', () => {
  const waiting = (history: CodeDeployHistory): CodeDeployHistory => ({
    ...history,
    run: { ...run, waitForTermination: true },
  });

  test('is waited for when asked', () => {
    expect(judgeCodeDeploy(waiting(historyOf(shifted)))).toBeUndefined();
  });

  test('ends as deployed with Succeeded', () => {
    expect(
      judgeCodeDeploy(waiting(historyOf({ ...shifted, deployment: deployment('Succeeded') }))),
    ).toMatchObject({
      status: 'deployed',
      rule: 'terminated-blue',
    });
  });

  test('an alarm in it ends as Stopped, and what was deployed is not', () => {
    const moment = {
      ...shifted,
      deployment: deployment('Stopped', {
        errorCode: 'ALARM_ACTIVE',
        rollbackDeploymentId: 'd-BACK',
        autoRollback: ['DEPLOYMENT_STOP_ON_ALARM'],
      }),
    };
    expect(judgeCodeDeploy(waiting(historyOf(shifted, moment)))).toBeUndefined();
  });
});

describe('a rollback is a deployment of its own', () => {
  const stopped = deployment('Stopped', {
    errorCode: 'ALARM_ACTIVE',
    errorMessage: 'One or more alarms have been activated.',
    rollbackDeploymentId: 'd-BACK',
  });
  const rollback = (status: string) => deployment(status, { id: 'd-BACK' });
  const back = { taskSets: [blue()], deployment: stopped };

  test('its success is rolled-back, once our task set serves no more', () => {
    expect(judgeCodeDeploy(historyOf({ ...back, rollback: rollback('Succeeded') }))).toEqual({
      status: 'rolled-back',
      rule: 'codedeploy-rolled-back',
      facts: {
        awsCode: 'ALARM_ACTIVE',
        awsReason: 'One or more alarms have been activated.',
        primary: { id: 'ecs-svc/1', taskDefinition: revisionArn(1) },
        rollbackDeploymentId: 'd-BACK',
      },
    });
  });

  test('while our task set still is PRIMARY nothing is confirmed', () => {
    const moment = { ...back, taskSets: shiftedSets, rollback: rollback('Succeeded') };
    expect(judgeCodeDeploy(historyOf(moment, moment))).toBeUndefined();
  });

  test.each(['Created', 'Queued', 'InProgress', 'Baking', 'Ready', 'Tomorrow'])(
    '%s: it is watched to its end',
    (status) => {
      const moment = (at: number) => ({ ...back, at, rollback: rollback(status) });
      expect(judgeCodeDeploy(historyOf(moment(0), moment(3_600_000)))).toBeUndefined();
    },
  );

  test.each(['Failed', 'Stopped'])('a rollback that ends as %s is failed', (status) => {
    expect(judgeCodeDeploy(historyOf({ ...back, rollback: rollback(status) }))).toMatchObject({
      status: 'failed',
      rule: 'codedeploy-rollback-failed',
    });
  });

  test('a rollback that is named but was not read yet is waited for', () => {
    expect(judgeCodeDeploy(historyOf({ ...back, at: 0 }, { ...back, at: 600_000 }))).toBeUndefined();
  });

  test('the lifecycle event that failed is told with its message', () => {
    const lifecycleEvents = events('Succeeded', 'Succeeded', 'Failed', 'Skipped').map((event) =>
      event.status === 'Failed' ? { ...event, message: 'hook said no' } : event,
    );
    const failed = deployment('Failed', {
      errorCode: 'HOOK_EXECUTION_FAILURE',
      rollbackDeploymentId: 'd-BACK',
    });
    const moment = { ...back, deployment: failed, lifecycleEvents, rollback: rollback('Succeeded') };
    expect(judgeCodeDeploy(historyOf(moment))?.facts.lifecycleEvent).toEqual({
      name: 'AfterInstall',
      message: 'hook said no',
    });
  });
});

describe('an end without a rollback', () => {
  const ended = (status: string, changes: object, seconds: number): CodeDeployHistory =>
    historyOf(
      { at: 5_000, taskSets: [blue()] },
      { at: 6_000, taskSets: [blue()], deployment: deployment(status, changes) },
      { at: 6_000 + seconds * 1_000, taskSets: [blue()], deployment: deployment(status, changes) },
    );

  test.each(['Failed', 'Stopped'])(
    '%s is failed, after the seconds in which a rollback may appear',
    (status) => {
      expect(judgeCodeDeploy(ended(status, {}, 9))).toBeUndefined();
      expect(judgeCodeDeploy(ended(status, {}, 10))).toMatchObject({
        status: 'failed',
        rule: 'codedeploy-ended',
      });
    },
  );

  test.each([
    ['Failed', 'DEPLOYMENT_FAILURE', undefined],
    ['Stopped', 'DEPLOYMENT_STOP_ON_ALARM', 'ALARM_ACTIVE'],
    ['Stopped', 'DEPLOYMENT_STOP_ON_REQUEST', 'MANUAL_STOP'],
  ])('%s with %s: the rollback is expected for a minute', (status, event, errorCode) => {
    const changes = { autoRollback: [event], ...(errorCode === undefined ? {} : { errorCode }) };
    expect(judgeCodeDeploy(ended(status, changes, 59))).toBeUndefined();
    expect(statusOf(ended(status, changes, 60))).toBe('failed');
  });

  test.each([
    ['Failed', 'DEPLOYMENT_STOP_ON_ALARM', undefined],
    ['Stopped', 'DEPLOYMENT_STOP_ON_REQUEST', 'ALARM_ACTIVE'],
    ['Stopped', 'DEPLOYMENT_FAILURE', 'MANUAL_STOP'],
  ])('%s with %s alone: no rollback is expected', (status, event, errorCode) => {
    const changes = { autoRollback: [event], ...(errorCode === undefined ? {} : { errorCode }) };
    expect(statusOf(ended(status, changes, 10))).toBe('failed');
  });

  test('what this run stopped with a rollback is waited for, whatever the group says', () => {
    expect(judgeCodeDeploy({ ...ended('Stopped', {}, 59), stopped: 'with-rollback' })).toBeUndefined();
    expect(statusOf({ ...ended('Stopped', {}, 60), stopped: 'with-rollback' })).toBe('failed');
  });

  test('an end never is deployed, though our task set serves and all events passed', () => {
    const moment = { ...shifted, deployment: deployment('Stopped') };
    expect(statusOf(historyOf({ ...moment, at: 0 }, { ...moment, at: 60_000 }))).toBe('failed');
  });

  test('the code and the text of AWS are kept', () => {
    const changes = { errorCode: 'TIMEOUT', errorMessage: 'The deployment timed out.' };
    expect(judgeCodeDeploy(ended('Failed', changes, 10))?.facts).toMatchObject({
      awsCode: 'TIMEOUT',
      awsReason: 'The deployment timed out.',
    });
  });
});

describe('superseded', () => {
  const theirs = [awsTaskSet({ id: 'ecs-svc/3', externalId: 'd-THEIRS', taskDefinition: revisionArn(3) })];
  const moment = {
    taskSets: theirs,
    lifecycleEvents: events('Succeeded'),
    deployment: deployment('Succeeded'),
  };

  test('Succeeded while another task set serves, twice in a row', () => {
    expect(judgeCodeDeploy(historyOf(moment))).toBeUndefined();
    expect(judgeCodeDeploy(historyOf(moment, moment))).toMatchObject({
      status: 'superseded',
      facts: { primary: { id: 'ecs-svc/3', taskDefinition: revisionArn(3) } },
    });
  });

  test('another task set before ours took over is the one that ran before', () => {
    const before = { ...moment, deployment: deployment('InProgress') };
    expect(judgeCodeDeploy(historyOf(before, before))).toBeUndefined();
  });
});

describe('nothing is decided', () => {
  test.each(['Created', 'Queued', 'InProgress', 'Baking', 'Ready', 'Tomorrow'])(
    'while it is %s',
    (status) => {
      const moment = (at: number) => ({ at, deployment: deployment(status) });
      expect(judgeCodeDeploy(historyOf(moment(0), moment(86_400_000)))).toBeUndefined();
    },
  );

  test('after this run stopped it, until it ends', () => {
    expect(judgeCodeDeploy({ ...historyOf(shifted), stopped: 'with-rollback' })).toBeUndefined();
  });

  test('without a look', () => {
    expect(judgeCodeDeploy(historyOf())).toBeUndefined();
  });
});

describe('words of AWS', () => {
  test('every status of a deployment has its phase', () => {
    expect(Object.keys(DEPLOYMENT_PHASES).sort()).toEqual(Object.values(DeploymentStatus).sort());
  });

  test('every status of a lifecycle event is known', () => {
    expect(Object.keys(EVENT_PASSED).sort()).toEqual(Object.values(LifecycleEventStatus).sort());
  });

  test.each([
    ['is under way', 'moving', ['Created', 'Queued', 'InProgress', 'Baking']],
    ['waits for a person', 'waiting', ['Ready']],
    ['is an end', 'ended', ['Failed', 'Stopped']],
    ['decides nothing', 'unknown', ['Paused', 'toString']],
  ])('what %s', (_, phase, statuses) => {
    expect(statuses.filter((status) => deploymentPhase(status) !== phase)).toEqual([]);
  });
});
