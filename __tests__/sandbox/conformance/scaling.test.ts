import {
  ApplicationAutoScalingClient,
  DescribeScalableTargetsCommand,
  DescribeScalingActivitiesCommand,
  RegisterScalableTargetCommand,
  type ScalingActivity,
} from '@aws-sdk/client-application-auto-scaling';
import { expect, test } from '@jest/globals';
import { requestHandler } from '../../../sandbox/request-handler.ts';
import { differenceOf } from '../../support/conformance.ts';
import { activities, scalableTarget } from '../../support/recordings/scaling.ts';
import { rehearse, startOfTime, workerScenario } from '../../support/sandbox.ts';

const names = {
  ServiceNamespace: 'ecs',
  ScalableDimension: 'ecs:service:DesiredCount',
  ResourceId: 'service/shop/worker',
} as const;
const inScenario = 'scalableTargets: [{ resourceId: service/shop/worker, min: 1, max: 4 }]';

function open(scenario: string) {
  const stage = rehearse(scenario);
  const client = new ApplicationAutoScalingClient({
    region: 'us-east-1',
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
    requestHandler: requestHandler(stage.sandbox),
  });
  return { stage, client };
}

test('a scalable target has the members that AWS answered, and its dates are numbers of seconds', async () => {
  const { client } = open(workerScenario({ more: inScenario }));
  const { ScalableTargets: [target] = [] } = await client.send(
    new DescribeScalableTargetsCommand({ ServiceNamespace: 'ecs', ResourceIds: [names.ResourceId] }),
  );
  // The ARN, which tags need, came to the answer after 2021, when this was recorded.
  expect(differenceOf(target, scalableTarget)).toEqual({ missing: [], extra: ['ScalableTargetARN'] });
  expect(target?.CreationTime?.getTime()).toBeLessThan(startOfTime);
});

test('activities of alarms and of bounds give their causes in AWS’s words, the newest first', async () => {
  const scalings = [
    { afterSeconds: 60, desiredCount: 1 },
    { afterSeconds: 1200, desiredCount: 3 },
    { afterSeconds: 1560, desiredCount: 4 },
  ].map((scaling) => ({ resourceId: names.ResourceId, ...scaling }));
  const { stage, client } = open(
    workerScenario({ more: `${inScenario}\nscalings: ${JSON.stringify(scalings)}` }),
  );
  await stage.deploy('v2');
  stage.pass(900);
  await client.send(new RegisterScalableTargetCommand({ ...names, MinCapacity: 2 }));
  stage.pass(900);
  const { ScalingActivities: told = [] } = await client.send(new DescribeScalingActivitiesCommand(names));
  expect(told.map(form)).toEqual(activities.map(form));
});

/** Names of services and ids of alarms differ. */
const form = ({ Cause = '', StatusCode }: Pick<ScalingActivity, 'Cause' | 'StatusCode'>) => ({
  StatusCode,
  cause: Cause.replaceAll(/(shop\/worker|api-prod\/api-prod)-Alarm/g, 'S-Alarm')
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/, 'ID')
    .replace(/policy \S+-cpu/, 'policy S-cpu'),
});
