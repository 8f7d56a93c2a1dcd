import { CreateServiceCommand } from '@aws-sdk/client-ecs';
import { expect, test } from '@jest/globals';
import * as recorded from '../../support/recordings/lifecycle-hooks.ts';
import { hookArn, rehearseShift, serviceNamed } from '../../support/shift.ts';

const paused =
  'strategy: BLUE_GREEN, lifecycleHooks: [{ targetType: PAUSE, lifecycleStages: [POST_PRODUCTION_TRAFFIC_SHIFT], ' +
  'timeoutConfiguration: { timeoutInMinutes: 60, action: ROLLBACK } }]';

test('a paused deployment describes its hook as AWS documents it', async () => {
  const stage = rehearseShift({ configuration: paused });
  await stage.deploy('v2');
  const record = await stage.until(({ lifecycleHookDetails }) => lifecycleHookDetails !== undefined);
  const [hook = {}] = record.lifecycleHookDetails ?? [];
  expect(Object.keys(hook).sort()).toEqual(recorded.pausedHook.members);
  expect(hook.hookId).toMatch(recorded.pausedHook.idForm);
  expect(record).toMatchObject({
    status: 'IN_PROGRESS',
    targetServiceRevision: { requestedTaskCount: 2, runningTaskCount: 2, pendingTaskCount: 0 },
    deploymentConfiguration: {
      strategy: 'BLUE_GREEN',
      lifecycleHooks: [
        {
          targetType: 'PAUSE',
          lifecycleStages: ['POST_PRODUCTION_TRAFFIC_SHIFT'],
          timeoutConfiguration: { timeoutInMinutes: 60, action: 'ROLLBACK' },
        },
      ],
    },
  });
});

test('a PENDING deployment has every member that AWS documents, and none of one that has started', async () => {
  const stage = rehearseShift({ configuration: 'strategy: BLUE_GREEN', loadBalancer: false });
  await stage.deploy('v2');
  const record = await stage.record();
  expect(record).toMatchObject({
    status: 'PENDING',
    targetServiceRevision: { requestedTaskCount: 0, runningTaskCount: 0, pendingTaskCount: 0 },
  });
  const members = Object.keys(record);
  expect(recorded.pendingMembers.filter((name) => !members.includes(name))).toEqual([]);
  expect(recorded.notWhilePending.filter((name) => members.includes(name))).toEqual([]);
});

test('a successful one has no lifecycleStage, statusReason or rollback', async () => {
  const stage = rehearseShift({ configuration: 'strategy: BLUE_GREEN, bakeTimeInMinutes: 0' });
  await stage.deploy('v2');
  await stage.watch();
  const record = await stage.record();
  expect(record.status).toBe('SUCCESSFUL');
  for (const member of ['lifecycleStage', 'statusReason', 'rollback'])
    expect(record).not.toHaveProperty(member);
});

test.each(['BLUE_GREEN', 'LINEAR', 'CANARY'])('the stages of %s come in AWS’s order', async (strategy) => {
  const stage = rehearseShift({ configuration: `strategy: ${strategy}, bakeTimeInMinutes: 1` });
  await stage.deploy('v2');
  stage.pass(20);
  await stage.deploy('v3');
  const seen = (await stage.watch()).map((sight) => sight.stage).filter((name) => name !== undefined);
  expect(seen.filter((name, index) => name !== seen[index - 1])).toEqual(recorded.stageOrder);
});

test('a first deployment that a hook refuses ends as a user recorded it', async () => {
  const stage = rehearseShift({
    configuration: 'strategy: BLUE_GREEN',
    loadBalancer: false,
    more: 'lifecycleHooks: [{ function: pre-scale-hook, result: none }]',
  });
  const target = hookArn('pre-scale-hook');
  await stage.ecs.send(
    new CreateServiceCommand({
      cluster: 'shop',
      serviceName: 'new',
      taskDefinition: 'worker:1',
      desiredCount: 1,
      deploymentConfiguration: {
        strategy: 'BLUE_GREEN',
        lifecycleHooks: [{ hookTargetArn: target, lifecycleStages: ['PRE_SCALE_UP'] }],
      },
    }),
  );
  await stage.watch();
  const { status, statusReason, event } = recorded.refusedFirst;
  expect(await stage.record()).toMatchObject({ status, statusReason });
  const [newest] = (await serviceNamed(stage, 'new'))?.events ?? [];
  expect(newest?.message?.endsWith(event(target))).toBe(true);
});
