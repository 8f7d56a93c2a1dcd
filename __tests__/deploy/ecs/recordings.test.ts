import type { Service, ServiceDeployment } from '@aws-sdk/client-ecs';
import { describe, expect, test } from '@jest/globals';
import { causeOfEvents } from '../../../src/deploy/cause.ts';
import { readRecord } from '../../../src/deploy/ecs/describe.ts';
import { judgeRolling, type RollingHistory } from '../../../src/deploy/ecs/rules.ts';
import { deploymentInProgress } from '../../../src/deploy/in-progress.ts';
import { readService } from '../../../src/service/describe.ts';
import { troublesInEvents } from '../../../src/targets/describe.ts';
import { currentState } from '../../support/current.ts';
import { infrastructureReasons, statusReasons } from '../../support/recordings/blue-green.ts';
import * as breaker from '../../support/recordings/breaker.ts';
import {
  breakerEvents,
  breakerMoments,
  failedId,
  previousId,
} from '../../support/recordings/breaker-events.ts';
import * as stories from '../../support/recordings/breaker-stories.ts';
import { created } from '../../support/recordings/create-service.ts';
import { refusedFirst } from '../../support/recordings/lifecycle-hooks.ts';
import { rollbackFailed } from '../../support/recordings/service-deployments.ts';
import {
  countAlone,
  countToZero,
  forced,
  networkChanged,
  rolloutBegan,
} from '../../support/recordings/update-service.ts';
import { historyOf, old, ours, record, run, seen, withRollback } from '../../support/rolling.ts';
import { awsService } from '../../support/service.ts';

describe('a rollback of 2021, by its answers', () => {
  const recordedRun = {
    deploymentId: failedId,
    before: [previousId],
    taskDefinition: breaker.askedRevision,
  };
  const [during, after] = [
    { service: readService(breaker.rollingBack) },
    { service: readService(breaker.rolledBack) },
  ];

  test('that is done looks like a success but for the id: it is rolled-back', () => {
    const verdict = judgeRolling({ run: recordedRun, snapshots: [during, after] });
    expect(verdict).toMatchObject({ status: 'rolled-back', rule: 'previous-restored' });
    expect(verdict?.facts.primary?.taskDefinition).toBe(breaker.rolledBack.taskDefinition);
  });

  test('has its reason in the service event when the failed deployment is out of the list', () => {
    expect(judgeRolling({ run: recordedRun, snapshots: [during, after] })?.facts.awsReason).toBe(
      'tasks failed to start.',
    );
  });

  test('that is under way is watched to its end', () => {
    expect(judgeRolling({ run: recordedRun, snapshots: [during, during, during] })).toBeUndefined();
  });

  test('none of its 99 events tells of a want of capacity or of an unhealthy target', () => {
    const messages = breakerEvents.map(({ message = '' }) => message);
    expect(messages).toHaveLength(breakerMoments.length);
    expect(causeOfEvents(messages)).toBeUndefined();
    expect(troublesInEvents(messages)).toEqual([]);
  });
});

describe('answers that start something', () => {
  test('the answer that starts a deployment, with 0 of 0 tasks, decides nothing', () => {
    const service = readService(forced);
    const [deploymentId = '', previous = ''] = service.deployments.map(({ id }) => id);
    const forcedRun = { deploymentId, before: [previous], taskDefinition: service.taskDefinition };
    expect(judgeRolling({ run: forcedRun, snapshots: [{ service }] })).toBeUndefined();
  });

  test('the deployment before it was a success when its last event had come, and not before', () => {
    const service = readService(forced);
    const [, before] = service.deployments;
    if (before === undefined) throw new Error('There are two deployments.');
    const run = { deploymentId: before.id, before: ['x'], taskDefinition: before.taskDefinition };
    const at = (rolloutState: string) => {
      const primary = { ...before, status: 'PRIMARY', rolloutState };
      return judgeRolling({ run, snapshots: [{ service: { ...service, deployments: [primary] } }] })?.status;
    };
    expect(before.createdAt).toBe(rolloutBegan.getTime());
    expect(at('IN_PROGRESS')).toBeUndefined();
    expect(at('COMPLETED')).toBe('deployed');
  });

  test('a service that was just created has a deployment in progress, which stands in the way', () => {
    const service = readService(awsService(created));
    expect(deploymentInProgress(currentState({ service }))?.id).toBe('ecs-svc/3541978090126952138');
  });

  test('its deployment, with no counts told yet, is not over', () => {
    const service = readService(created);
    const run = { deploymentId: 'ecs-svc/3541978090126952138', before: [], taskDefinition: '' };
    expect(judgeRolling({ run, snapshots: [{ service }, { service }] })).toBeUndefined();
  });

  test('an answer of before there was a rolloutState decides nothing, however often it is seen', () => {
    const service = readService(networkChanged);
    const [deploymentId = '', previous = ''] = service.deployments.map(({ id }) => id);
    const networkRun = { deploymentId, before: [previous], taskDefinition: service.taskDefinition };
    const snapshots = [{ service }, { service }, { service }];
    expect(judgeRolling({ run: networkRun, snapshots })).toBeUndefined();
  });
});

describe('a change of the count alone', () => {
  const afterCount = (answer: Service): RollingHistory => {
    const service = readService(answer);
    const id = service.deployments[0]?.id ?? '';
    const countRun = { deploymentId: id, before: [id], taskDefinition: service.taskDefinition };
    return { run: countRun, snapshots: [{ service }, { service }] };
  };

  test('to what no instance can run is neither unchanged nor deployed, though AWS says COMPLETED', () => {
    expect(judgeRolling(afterCount(countAlone))).toBeUndefined();
  });

  test('to 0 is reached at once, and the facts say that nothing ran', () => {
    expect(judgeRolling(afterCount(countToZero))).toMatchObject({
      status: 'unchanged',
      rule: 'count-reached',
      facts: { nothingRan: true },
    });
  });
});

describe('a breaker that acted, as users told it', () => {
  const verdictsOf = ({ looks }: stories.Story) => {
    const snapshots = looks.map(({ deployments }) => seen({ deployments, service: withRollback }));
    return snapshots.map((_, index) =>
      judgeRolling({ run: stories.runOfThem, snapshots: snapshots.slice(0, index + 1) }),
    );
  };

  test.each([
    ['an image that cannot be pulled', stories.unpullable],
    ['a container that exits at once', stories.crashing],
  ])('%s ends as rolled-back, not before the rollback is done', (_, story) => {
    const verdicts = verdictsOf(story);
    expect(verdicts.slice(0, -1).every((verdict) => verdict === undefined)).toBe(true);
    expect(verdicts.at(-1)).toMatchObject({
      status: 'rolled-back',
      facts: { awsReason: 'ECS deployment circuit breaker: tasks failed to start.' },
    });
  });

  test('a target that never answers decides nothing while the rollback is under way, and its events say why', () => {
    expect(verdictsOf(stories.unhealthy)).toEqual(stories.unhealthy.looks.map(() => undefined));
    const messages = stories.unhealthy.events.map(([, text]) => `(service web) ${text}`);
    expect(troublesInEvents(messages)).toEqual([{ description: 'Request timed out' }]);
  });

  test.each([
    ['an image that cannot be pulled', stories.unpullable],
    ['a container that exits at once', stories.crashing],
  ])('the events of %s tell of no want of capacity', (_, { events }) => {
    expect(causeOfEvents(events.map(([, text]) => `(service web) ${text}`))).toBeUndefined();
  });
});

describe('the statusReason of a record', () => {
  const judged = ({ status = 'PENDING', statusReason = '' }: ServiceDeployment, primary = ours()) =>
    judgeRolling(
      historyOf({
        deployments: [primary],
        record: record(status, readRecord('arn', { status, statusReason })),
      }),
    );

  test('of a first deployment that has nothing to go back to is the reason of a failure', () => {
    expect(judged(rollbackFailed, ours({ rolloutState: 'FAILED' }))).toMatchObject({
      status: 'failed',
      rule: 'rollback-failed',
      facts: { awsReason: rollbackFailed.statusReason },
    });
  });

  test('of a first deployment that a function refused is the same: why, its event tells', () => {
    const { status, statusReason, event } = refusedFirst;
    expect(judged({ status, statusReason })).toMatchObject({ status: 'failed', rule: 'rollback-failed' });
    const service = {
      events: [
        {
          id: 'e',
          createdAt: new Date(0),
          message: `(service web) (deployment ${run.deploymentId}) ${event}`,
        },
      ],
    };
    const deployments = [old({ status: 'PRIMARY' })];
    expect(judgeRolling(historyOf({ deployments, service }, { deployments, service }))).toMatchObject({
      status: 'rolled-back',
      facts: { awsReason: event.replace('deployment failed: ', '') },
    });
  });

  test.each(Object.values({ ...statusReasons, ...infrastructureReasons }))('%s', (statusReason) => {
    const restored = old({ status: 'PRIMARY' });
    expect(judged({ status: 'ROLLBACK_SUCCESSFUL', statusReason }, restored)).toMatchObject({
      status: 'rolled-back',
      facts: { awsReason: statusReason },
    });
  });
});
