import { expect, test } from '@jest/globals';
import {
  activeDeploymentId,
  describeTarget,
  type DescribedTarget,
} from '../../../src/deploy/codedeploy/describe.ts';
import { judgeCodeDeploy } from '../../../src/deploy/codedeploy/rules.ts';
import { blue, green, historyOf, shiftedSets } from '../../support/codedeploy-history.ts';
import { succeededTarget } from '../../support/recordings/deployment-target.ts';
import { aCodeDeployService } from '../../support/service.ts';

const { signal } = new AbortController();

/** The recorded target as the toolkit reads it; the SDK's client is not in between. */
const read = (changes: object = {}): Promise<DescribedTarget> => {
  const client = {
    batchGetDeploymentTargets: () =>
      Promise.resolve({
        $metadata: {},
        deploymentTargets: [{ ...succeededTarget, ecsTarget: { ...succeededTarget.ecsTarget, ...changes } }],
      }),
  };
  return describeTarget(client, 'd-RPCR1U3TW', aCodeDeployService(), signal);
};

test('a recorded target is read with its times, and its task sets by the member that AWS misspells', async () => {
  const { lifecycleEvents, taskSets } = await read();
  expect(lifecycleEvents).toHaveLength(6);
  expect(lifecycleEvents[1]).toEqual({
    name: 'Install',
    status: 'Succeeded',
    startedAt: Date.parse('2018-11-28T18:56:01.678Z'),
    endedAt: Date.parse('2018-11-28T18:58:05.275Z'),
  });
  expect(taskSets.map(({ id, trafficWeight }) => [id, trafficWeight])).toEqual([
    ['ecs-svc/9223370493425779968', 0],
    ['ecs-svc/9223370493423413672', 100],
  ]);
});

test('the recorded events are a success once our task set is PRIMARY, and not before', async () => {
  const { lifecycleEvents } = await read();
  expect(judgeCodeDeploy(historyOf({ lifecycleEvents, taskSets: shiftedSets }))?.status).toBe('deployed');
  expect(judgeCodeDeploy(historyOf({ lifecycleEvents, taskSets: [blue(), green()] }))).toBeUndefined();
});

test('a target of which AWS tells nothing yet has no events and no task sets', async () => {
  expect(await read({ lifecycleEvents: undefined, taskSetsInfo: undefined })).toEqual({
    lifecycleEvents: [],
    taskSets: [],
  });
});

test.each([
  ['Created', true],
  ['InProgress', true],
  ['Ready', true],
  ['of tomorrow', true],
  ['Succeeded', false],
  ['Failed', false],
  ['Stopped', false],
])('the newest deployment of a group whose status is %s is in the way: %s', (status, isInTheWay) => {
  const deploymentId = 'd-1';
  const lastAttemptedDeployment = { deploymentId, status };
  expect(activeDeploymentId({ lastAttemptedDeployment })).toBe(isInTheWay ? deploymentId : undefined);
});

test('nothing is in the way in a group that never deployed', () => {
  expect(activeDeploymentId({})).toBeUndefined();
});
