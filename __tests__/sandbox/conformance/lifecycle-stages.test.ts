import { CreateServiceCommand, type ServiceDeployment } from '@aws-sdk/client-ecs';
import { expect, test } from '@jest/globals';
import { differenceOf } from '../../support/conformance.ts';
import * as recorded from '../../support/recordings/lifecycle-hooks.ts';
import { paused } from '../../support/recordings/service-deployments.ts';
import { rehearseShift, serviceNamed } from '../../support/shift.ts';

const pausing =
  'strategy: BLUE_GREEN, lifecycleHooks: [{ targetType: PAUSE, lifecycleStages: [POST_PRODUCTION_TRAFFIC_SHIFT], ' +
  'timeoutConfiguration: { timeoutInMinutes: 60, action: ROLLBACK } }]';

test('a paused deployment describes its hook as AWS documents it', async () => {
  const stage = rehearseShift({ configuration: pausing });
  await stage.deploy('v2');
  const record = await stage.until(({ lifecycleHookDetails }) => lifecycleHookDetails !== undefined);
  // The documented one is shortened: any deployment that has started has these members, too.
  expect(differenceOf(record, paused)).toEqual({
    missing: [],
    extra: [
      'alarms',
      'createdAt',
      'deploymentCircuitBreaker',
      'deploymentConfiguration.alarms',
      'deploymentConfiguration.bakeTimeInMinutes',
      'deploymentConfiguration.deploymentCircuitBreaker',
      'lifecycleStage',
      'sourceServiceRevisions',
      'startedAt',
      'targetServiceRevision.requestedProductionTrafficWeight',
      'targetServiceRevision.requestedTestTrafficWeight',
    ],
  });
  const told = ({ status, deploymentConfiguration, lifecycleHookDetails = [] }: ServiceDeployment) => ({
    status,
    strategy: deploymentConfiguration?.strategy,
    lifecycleHooks: deploymentConfiguration?.lifecycleHooks,
    details: lifecycleHookDetails.map(({ hookId = '', targetType, status, timeoutAction }) => ({
      hookId: hookId.replaceAll(/(?<=^ecs-pause-.*)[\w-]/g, 'x'),
      targetType,
      status,
      timeoutAction,
    })),
  });
  expect(told(record)).toEqual(told(paused));
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
  await stage.ecs.send(
    new CreateServiceCommand({
      cluster: 'shop',
      serviceName: 'new',
      taskDefinition: 'worker:1',
      desiredCount: 1,
      deploymentConfiguration: {
        strategy: 'BLUE_GREEN',
        lifecycleHooks: [{ hookTargetArn: recorded.refusedFirst.target, lifecycleStages: ['PRE_SCALE_UP'] }],
      },
    }),
  );
  await stage.watch();
  const { status, statusReason, event } = recorded.refusedFirst;
  expect(await stage.record()).toMatchObject({ status, statusReason });
  const [newest] = (await serviceNamed(stage, 'new'))?.events ?? [];
  expect(newest?.message?.endsWith(event)).toBe(true);
});
