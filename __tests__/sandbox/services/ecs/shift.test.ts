import { describe, expect, test } from '@jest/globals';
import { CreateServiceCommand, StopServiceDeploymentCommand } from '@aws-sdk/client-ecs';
import {
  blueGroup,
  greenGroup,
  hookArn,
  lambdaHook,
  productionRule,
  rehearseShift,
} from '../../../support/shift.ts';

const blueGreen = 'strategy: BLUE_GREEN, bakeTimeInMinutes: 5';
const stages = [
  'PRE_SCALE_UP',
  'SCALE_UP',
  'POST_SCALE_UP',
  'TEST_TRAFFIC_SHIFT',
  'POST_TEST_TRAFFIC_SHIFT',
  'PRODUCTION_TRAFFIC_SHIFT',
  'POST_PRODUCTION_TRAFFIC_SHIFT',
  'BAKE_TIME',
  'CLEAN_UP',
];

describe('a BLUE_GREEN deployment', () => {
  test('goes through its lifecycle stages in order and ends SUCCESSFUL', async () => {
    const stage = rehearseShift({ configuration: blueGreen });
    const id = await stage.deploy('v2');
    const sights = await stage.watch();
    expect(sights.map((sight) => sight.stage).filter((name) => name !== undefined)).toEqual(stages);
    expect(sights.map(({ status }) => status)).toEqual([
      'PENDING',
      ...stages.map(() => 'IN_PROGRESS'),
      'SUCCESSFUL',
    ]);
    expect((await stage.service()).deployments).toMatchObject([
      { id, status: 'PRIMARY', rolloutState: 'COMPLETED', runningCount: 2 },
    ]);
    expect(await stage.messages()).toContain(`(service worker) (deployment ${id}) deployment completed.`);
  });

  test('is IN_PROGRESS during the bake, with the tasks of both revisions running', async () => {
    const stage = rehearseShift({ configuration: blueGreen });
    const { deployments: [before] = [] } = await stage.service();
    const id = await stage.deploy('v2');
    await stage.until(({ lifecycleStage }) => lifecycleStage === 'BAKE_TIME');
    stage.pass(290);
    expect(await stage.record()).toMatchObject({
      status: 'IN_PROGRESS',
      lifecycleStage: 'BAKE_TIME',
      sourceServiceRevisions: [
        { runningTaskCount: 2, requestedProductionTrafficWeight: 0, requestedTestTrafficWeight: 0 },
      ],
      targetServiceRevision: {
        runningTaskCount: 2,
        requestedProductionTrafficWeight: 100,
        requestedTestTrafficWeight: 100,
      },
    });
    expect((await stage.service()).deployments).toMatchObject([
      { id, status: 'PRIMARY', rolloutState: 'IN_PROGRESS', desiredCount: 2, runningCount: 2 },
      { id: before?.id, status: 'ACTIVE', desiredCount: 2, runningCount: 2 },
    ]);
  });

  test('moves the production rule to the other target group each time; the groups never swap', async () => {
    const stage = rehearseShift({ configuration: 'strategy: BLUE_GREEN, bakeTimeInMinutes: 0' });
    const { loadBalancers } = await stage.service();
    const targets = () =>
      new Set(
        stage.sandbox
          .live()
          .ecs.tasks.filter(({ desiredStatus }) => desiredStatus === 'RUNNING')
          .flatMap((task) => task.targets.map(({ targetGroupArn }) => targetGroupArn)),
      );
    await stage.deploy('v2');
    await stage.watch();
    expect(stage.weights()).toEqual({ [blueGroup]: 0, [greenGroup]: 100 });
    expect(targets()).toEqual(new Set([greenGroup]));
    await stage.deploy('v3');
    await stage.watch();
    expect(stage.weights()).toEqual({ [blueGroup]: 100, [greenGroup]: 0 });
    expect(targets()).toEqual(new Set([blueGroup]));
    expect((await stage.service()).loadBalancers).toEqual(loadBalancers);
  });

  test('without any load balancer runs both revisions side by side, bakes, and has no weights', async () => {
    const stage = rehearseShift({ configuration: blueGreen, loadBalancer: false });
    const id = await stage.deploy('v2');
    const record = await stage.until(({ lifecycleStage }) => lifecycleStage === 'BAKE_TIME');
    expect(record.targetServiceRevision).not.toHaveProperty('requestedProductionTrafficWeight');
    expect((await stage.service()).runningCount).toBe(4);
    await stage.watch();
    expect((await stage.service()).deployments).toMatchObject([{ id, rolloutState: 'COMPLETED' }]);
    expect((await stage.service()).runningCount).toBe(2);
  });

  test('that is the first of a service succeeds without anything to shift from', async () => {
    const stage = rehearseShift({ configuration: blueGreen, loadBalancer: false });
    await stage.ecs.send(
      new CreateServiceCommand({
        cluster: 'shop',
        serviceName: 'new',
        taskDefinition: 'worker:1',
        desiredCount: 1,
        deploymentConfiguration: { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 1 },
      }),
    );
    expect((await stage.watch()).at(-1)?.status).toBe('SUCCESSFUL');
  });
});

describe('the production traffic', () => {
  const weightsOf = async (configuration: string) => {
    const stage = rehearseShift({ configuration });
    await stage.deploy('v2');
    const sights = await stage.watch();
    const moved = sights.filter((sight) => sight.stage === 'PRODUCTION_TRAFFIC_SHIFT');
    return moved.map(({ weight }) => weight);
  };

  test('moves in equal steps under LINEAR', async () => {
    const linear = 'linearConfiguration: { stepPercent: 30, stepBakeTimeInMinutes: 2 }';
    expect(await weightsOf(`strategy: LINEAR, bakeTimeInMinutes: 0, ${linear}`)).toEqual([30, 60, 90, 100]);
  });

  test('moves in two under CANARY, so long after each other', async () => {
    const canary = 'canaryConfiguration: { canaryPercent: 0.5, canaryBakeTimeInMinutes: 3 }';
    expect(await weightsOf(`strategy: CANARY, bakeTimeInMinutes: 0, ${canary}`)).toEqual([0.5, 100]);
    const stage = rehearseShift({ configuration: `strategy: CANARY, bakeTimeInMinutes: 0, ${canary}` });
    await stage.deploy('v2');
    await stage.until((record) => record.targetServiceRevision?.requestedProductionTrafficWeight === 0.5);
    expect(stage.weights()).toEqual({ [blueGroup]: 995, [greenGroup]: 5 });
    stage.pass(179);
    expect((await stage.record()).targetServiceRevision?.requestedProductionTrafficWeight).toBe(0.5);
    stage.pass(4);
    expect((await stage.record()).targetServiceRevision?.requestedProductionTrafficWeight).toBe(100);
  });
});

/** Deploys, and tells how the record ended and what the service is then. */
async function endOf(scenario: Parameters<typeof rehearseShift>[0], tag = 'v2') {
  const stage = rehearseShift(scenario);
  const { deployments: [before] = [] } = await stage.service();
  const failed = await stage.deploy(tag);
  await stage.watch();
  const { deployments = [] } = await stage.service();
  return { stage, before, failed, record: await stage.record(), deployments };
}

describe('a failure before the end gives the traffic back to blue and its old id the place of PRIMARY:', () => {
  const breaker = 'deploymentCircuitBreaker: { enable: true, rollback: true }';
  const alarms = 'alarms: { enable: true, rollback: true, alarmNames: [errors] }';
  const hooked = `lifecycleHooks: [${lambdaHook('smoke', 'POST_PRODUCTION_TRAFFIC_SHIFT')}]`;
  const failures = [
    {
      what: 'the circuit breaker',
      scenario: { configuration: `${blueGreen}, ${breaker}` },
      tag: 'fault-crash',
      reason: 'Service deployment rolled back because the circuit breaker threshold was exceeded.',
      event: 'tasks failed to start.',
    },
    {
      what: 'an alarm in the bake',
      scenario: { configuration: `${blueGreen}, ${alarms}`, more: 'alarms: [{ name: errors, at: 200 }]' },
      tag: 'v2',
      reason: 'Service deployment rolled back because an alarm was triggered.',
      event: 'alarm detected.',
    },
    {
      what: 'a hook that answers FAILED',
      scenario: {
        configuration: `${blueGreen}, ${hooked}`,
        more: 'lifecycleHooks: [{ function: smoke, result: fail, seconds: 40 }]',
      },
      tag: 'v2',
      reason: `Service deployment rolled back because POST_PRODUCTION_TRAFFIC_SHIFT lifecycle hook(s) failed. Lifecycle hook target ${hookArn('smoke')} returned FAILED status.`,
      event: undefined,
    },
    {
      what: 'a hook that answers nothing',
      scenario: {
        configuration: `${blueGreen}, ${hooked}`,
        more: 'lifecycleHooks: [{ function: smoke, result: none }]',
      },
      tag: 'v2',
      reason: `Service deployment rolled back because POST_PRODUCTION_TRAFFIC_SHIFT lifecycle hook(s) failed. ECS was unable to parse the response from ${hookArn('smoke')} due to: HookStatus must not be null.`,
      event: undefined,
    },
  ] as const;

  test.each(failures)('$what', async ({ scenario, tag, reason, event }) => {
    const { stage, before, failed, record, deployments } = await endOf(scenario, tag);
    expect(record).toMatchObject({
      status: 'ROLLBACK_SUCCESSFUL',
      statusReason: reason,
      rollback: { reason },
      targetServiceRevision: { requestedProductionTrafficWeight: 0 },
    });
    expect(record).not.toHaveProperty('lifecycleStage');
    expect(deployments).toMatchObject([{ id: before?.id, status: 'PRIMARY', rolloutState: 'COMPLETED' }]);
    expect(stage.weights()[blueGroup]).toBe(100);
    expect(stage.weights()[greenGroup] ?? 0).toBe(0);
    expect(await stage.messages()).toContain(
      `(service worker) (deployment ${failed}) deployment failed: ${event ?? reason}`,
    );
    expect(await stage.tasks('RUNNING', failed)).toHaveLength(0);
  });

  test('StopServiceDeployment during the bake, seconds after which blue has the traffic', async () => {
    const stage = rehearseShift({ configuration: blueGreen });
    const { deployments: [before] = [] } = await stage.service();
    await stage.deploy('v2');
    const { serviceDeploymentArn } = await stage.until(
      ({ lifecycleStage }) => lifecycleStage === 'BAKE_TIME',
    );
    await stage.ecs.send(new StopServiceDeploymentCommand({ serviceDeploymentArn }));
    stage.pass(5);
    expect(stage.weights()).toEqual({ [blueGroup]: 100, [greenGroup]: 0 });
    expect((await stage.watch()).at(-1)?.status).toBe('ROLLBACK_SUCCESSFUL');
    expect((await stage.service()).deployments).toMatchObject([{ id: before?.id }]);
  });
});

test('a deployment that a PRE_SCALE_UP hook refuses starts no task and leaves the list within seconds', async () => {
  const stage = rehearseShift({
    configuration: `${blueGreen}, lifecycleHooks: [${lambdaHook('gate', 'PRE_SCALE_UP')}]`,
    more: 'lifecycleHooks: [{ function: gate, result: fail }]',
  });
  const { deployments: [before] = [] } = await stage.service();
  const refused = await stage.deploy('v2');
  stage.pass(15);
  expect((await stage.service()).deployments).toMatchObject([{ id: before?.id, status: 'PRIMARY' }]);
  expect((await stage.service()).deployments).toHaveLength(1);
  expect(stage.sandbox.live().ecs.tasks.filter(({ startedBy }) => startedBy === refused)).toHaveLength(0);
  expect(await stage.record()).toMatchObject({ status: 'ROLLBACK_SUCCESSFUL' });
});

test('a newer deployment begins with RECONCILE_SERVICE, gives the traffic back and ends the one before as STOPPED', async () => {
  const stage = rehearseShift({ configuration: blueGreen });
  await stage.deploy('v2');
  const { serviceDeploymentArn } = await stage.until(({ lifecycleStage }) => lifecycleStage === 'BAKE_TIME');
  const id = await stage.deploy('v3');
  expect(stage.weights()).toEqual({ [blueGroup]: 100, [greenGroup]: 0 });
  expect((await stage.watch()).map((sight) => sight.stage)).toContain('RECONCILE_SERVICE');
  expect((await stage.service()).deployments).toMatchObject([{ id, rolloutState: 'COMPLETED' }]);
  expect(stage.weights()).toEqual({ [blueGroup]: 0, [greenGroup]: 100 });
  expect(
    (await stage.records()).find((record) => record.serviceDeploymentArn === serviceDeploymentArn),
  ).toMatchObject({
    status: 'STOPPED',
  });
});

describe('a production rule that somebody has changed', () => {
  const reset = (targetGroupArn: string) =>
    `ruleResets: [{ rule: '${productionRule}', targetGroupArn: '${targetGroupArn}', at: 10 }]`;

  test('sends the traffic to an empty group, and the next deployment its tasks to the full one', async () => {
    const stage = rehearseShift({ configuration: blueGreen, more: reset(greenGroup) });
    stage.pass(10);
    expect(stage.weights()).toEqual({ [blueGroup]: 0, [greenGroup]: 100 });
    const id = await stage.deploy('v2');
    await stage.until(({ lifecycleStage }) => lifecycleStage === 'BAKE_TIME');
    const tasks = stage.sandbox.live().ecs.tasks.filter(({ startedBy }) => startedBy === id);
    expect(tasks.flatMap(({ targets }) => targets.map(({ targetGroupArn }) => targetGroupArn))).toEqual([
      blueGroup,
      blueGroup,
    ]);
  });

  test('to a target group that is not the service’s ends the next deployment in AWS’s words', async () => {
    const stranger = blueGroup.replace('blue', 'stranger');
    const stage = rehearseShift({ configuration: blueGreen, more: reset(stranger) });
    stage.pass(10);
    await stage.deploy('v2');
    await stage.watch();
    expect((await stage.record()).statusReason).toBe(
      'Service deployment rolled back because of invalid networking configuration. Production listener rule is ' +
        `forwarding traffic to unexpected target group ${stranger}. Expected traffic to be forwarded to either ` +
        `targetGroupArn: ${blueGroup} or alternateTargetGroupArn: ${greenGroup}`,
    );
  });
});
