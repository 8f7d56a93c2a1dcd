import {
  ApplicationAutoScalingClient,
  DescribeScalableTargetsCommand,
  DescribeScalingActivitiesCommand,
  ListTagsForResourceCommand,
  RegisterScalableTargetCommand,
  TagResourceCommand,
  UntagResourceCommand,
} from '@aws-sdk/client-application-auto-scaling';
import { describe, expect, test } from '@jest/globals';
import { requestHandler } from '../../../../sandbox/request-handler.ts';
import { rehearse, workerScenario, type Rehearsal } from '../../../support/sandbox.ts';

const names = {
  ServiceNamespace: 'ecs',
  ScalableDimension: 'ecs:service:DesiredCount',
  ResourceId: 'service/shop/worker',
} as const;
const target = 'scalableTargets: [{ resourceId: service/shop/worker, min: 1, max: 4 }]\n';

function open(more = target): { readonly stage: Rehearsal; readonly client: ApplicationAutoScalingClient } {
  const stage = rehearse(workerScenario({ more }));
  const client = new ApplicationAutoScalingClient({
    region: 'us-east-1',
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
    requestHandler: requestHandler(stage.sandbox),
    maxAttempts: 1,
  });
  return { stage, client };
}

const suspended = async (client: ApplicationAutoScalingClient) =>
  (await client.send(new DescribeScalableTargetsCommand(names))).ScalableTargets?.[0]?.SuspendedState;

const activities = async (client: ApplicationAutoScalingClient) =>
  (await client.send(new DescribeScalingActivitiesCommand(names))).ScalingActivities ?? [];

describe('RegisterScalableTarget', () => {
  test('suspends what it names and leaves bounds and the rest as they were', async () => {
    const { client } = open();
    await client.send(
      new RegisterScalableTargetCommand({ ...names, SuspendedState: { DynamicScalingInSuspended: true } }),
    );
    expect(await suspended(client)).toEqual({
      DynamicScalingInSuspended: true,
      DynamicScalingOutSuspended: false,
      ScheduledScalingSuspended: false,
    });
    const { ScalableTargets } = await client.send(new DescribeScalableTargetsCommand(names));
    expect(ScalableTargets).toMatchObject([{ MinCapacity: 1, MaxCapacity: 4 }]);
  });

  test('a minimum above the count raises the count, and the activity says why', async () => {
    const { stage, client } = open('');
    await client.send(new RegisterScalableTargetCommand({ ...names, MinCapacity: 3, MaxCapacity: 4 }));
    expect((await stage.service()).desiredCount).toBe(3);
    expect(await activities(client)).toMatchObject([{ Cause: 'minimum capacity was set to 3' }]);
  });

  test('refuses a service that is not there, and a new target without bounds', async () => {
    const { client } = open('');
    const register = (input: object) =>
      client.send(new RegisterScalableTargetCommand({ ...names, ...input }));
    await expect(
      register({ ResourceId: 'service/shop/none', MinCapacity: 1, MaxCapacity: 2 }),
    ).rejects.toMatchObject({
      name: 'ValidationException',
      message: "ECS service doesn't exist: service/shop/none",
    });
    await expect(register({})).rejects.toMatchObject({ name: 'ValidationException' });
  });

  test('a denied call names the target', async () => {
    const { client } = open(`${target}deny: ['application-autoscaling:*']`);
    await expect(client.send(new RegisterScalableTargetCommand(names))).rejects.toThrow(
      /on resource: arn:aws:application-autoscaling:us-east-1:123456789012:scalable-target\/[0-9a-f]{36} because/,
    );
  });
});

test('tags of a target are added, changed, listed and removed', async () => {
  const { client } = open();
  const { ScalableTargetARN: ResourceARN } = await client.send(new RegisterScalableTargetCommand(names));
  await client.send(new TagResourceCommand({ ResourceARN, Tags: { team: 'a', state: '{}' } }));
  await client.send(new TagResourceCommand({ ResourceARN, Tags: { team: 'b' } }));
  await client.send(new UntagResourceCommand({ ResourceARN, TagKeys: ['state', 'none'] }));
  expect((await client.send(new ListTagsForResourceCommand({ ResourceARN }))).Tags).toEqual({ team: 'b' });
  await expect(
    client.send(new ListTagsForResourceCommand({ ResourceARN: `${ResourceARN ?? ''}0` })),
  ).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
});

describe('a scaling of the scenario', () => {
  const scaling = (count: number) =>
    `${target}scalings: [{ resourceId: service/shop/worker, afterSeconds: 60, desiredCount: ${count} }]`;

  test('changes the count within the bounds, and is told with its cause as AWS words it', async () => {
    const { stage, client } = open(scaling(9));
    await stage.deploy('v2');
    stage.pass(61);
    expect((await stage.service()).desiredCount).toBe(4);
    expect(await activities(client)).toMatchObject([
      { StatusCode: 'InProgress', Description: 'Setting desired count to 4.' },
    ]);
    stage.pass(30);
    expect(await activities(client)).toMatchObject([
      {
        StatusCode: 'Successful',
        StatusMessage: 'Successfully set desired count to 4. Change successfully fulfilled by ecs.',
        Cause: expect.stringMatching(
          /^monitor alarm TargetTracking-service\/shop\/worker-AlarmHigh-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12} in state ALARM triggered policy worker-cpu-target-tracking$/,
        ),
      },
    ]);
  });

  test('does nothing in a direction that is suspended', async () => {
    const { stage, client } = open(scaling(4));
    await client.send(
      new RegisterScalableTargetCommand({ ...names, SuspendedState: { DynamicScalingOutSuspended: true } }),
    );
    await stage.deploy('v2');
    stage.pass(90);
    expect((await stage.service()).desiredCount).toBe(2);
    expect(await activities(client)).toEqual([]);
  });

  test('is held back while the service deploys, if it would scale in', async () => {
    const { stage, client } = open(scaling(1));
    await stage.deploy('v2');
    stage.pass(65);
    expect((await stage.service()).desiredCount).toBe(2);
    stage.pass(300);
    expect((await stage.service()).desiredCount).toBe(1);
    expect(await activities(client)).toHaveLength(1);
  });
});
