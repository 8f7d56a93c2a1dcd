import { CreateServiceCommand, DescribeServicesCommand } from '@aws-sdk/client-ecs';
import { describe, expect, test } from '@jest/globals';
import { appSpec, blueGroup, groupOf, rehearseBlueGreen, webScenario } from '../../support/blue-green.ts';
import { deploymentErrors, rollbackMessages } from '../../support/recordings/refusals.ts';
import { alarmToRollbackSeconds, firstTaskSet, lifecycle } from '../../support/recordings/timelines.ts';
import { compareTimelines, momentsAfter } from '../../support/timeline.ts';

test('lifecycle events: AWS’s names and order, each done and begun within a second of the recorded, but for Install', async () => {
  const stage = rehearseBlueGreen();
  const id = await stage.deploy('v2');
  await stage.until(async () => (await stage.target(id)).status === 'Succeeded');
  const { lifecycleEvents: events = [] } = await stage.target(id);
  expect(events.map(({ lifecycleEventName }) => lifecycleEventName)).toEqual(lifecycle.map(([name]) => name));
  const seconds = (time: Date | undefined) => (time?.getTime() ?? NaN) / 1000;
  lifecycle.forEach(([name, start, end], index) => {
    const event = events[index];
    const took = seconds(event?.endTime) - seconds(event?.startTime);
    // What Install waits for is the start of the tasks and their health: of the order of two minutes there.
    if (name === 'Install') expect(took).toBeGreaterThan((end - start) / 3);
    expect(Math.abs(took - (end - start))).toBeLessThan(name === 'Install' ? 80 : 1);
    const before = lifecycle[index - 1];
    if (before === undefined) return;
    const gap = seconds(event?.startTime) - seconds(events[index - 1]?.endTime);
    expect(Math.abs(gap - (start - before[2]))).toBeLessThan(1);
  });
});

test('a service made for CodeDeploy says what AWS said, in its order, each step within 15 seconds', async () => {
  const stage = rehearseBlueGreen();
  await stage.ecs.send(
    new CreateServiceCommand({
      cluster: 'shop',
      serviceName: 'api',
      taskDefinition: 'web:1',
      desiredCount: 1,
      launchType: 'FARGATE',
      deploymentController: { type: 'CODE_DEPLOY' },
      loadBalancers: [{ targetGroupArn: blueGroup, containerName: 'web', containerPort: 80 }],
    }),
  );
  stage.pass(120);
  const describe = new DescribeServicesCommand({ cluster: 'shop', services: ['api'] });
  const { services: [service] = [] } = await stage.ecs.send(describe);
  const { texts, worstStep } = compareTimelines(
    firstTaskSet,
    momentsAfter(service?.createdAt, service?.events),
  );
  expect(texts).toEqual(firstTaskSet.map(() => 'as recorded'));
  expect(worstStep).toBeLessThan(15);
});

describe('a deployment that ends badly', () => {
  test('because of an alarm is Stopped, says so, and blue has the traffic 23 seconds later', async () => {
    const group = groupOf('terminationWaitMinutes: 10', 'alarms: [web-5xx]');
    const stage = rehearseBlueGreen(webScenario({ group, more: 'alarms: [{ name: web-5xx, at: 200 }]' }));
    const id = await stage.deploy('v2');
    await stage.until(async () => (await stage.info(id)).status === 'Stopped');
    const stoppedAt = stage.sandbox.world.now;
    const { errorInformation: error } = await stage.info(id);
    expect(error?.code).toBe(deploymentErrors.alarm.code);
    expect(error?.message).toMatch(deploymentErrors.alarm.message);
    await stage.until(() => Promise.resolve(stage.weights()['web-blue'] === 100));
    const took = (stage.sandbox.world.now - stoppedAt) / 1000;
    expect(Math.abs(took - alarmToRollbackSeconds)).toBeLessThan(4);
  });

  test('and its rollback name each other', async () => {
    const stage = rehearseBlueGreen();
    const id = await stage.deploy('v2');
    stage.pass(60);
    await stage.stop(id, true);
    await stage.until(async () => (await stage.info(id)).rollbackInfo !== undefined);
    const { rollbackMessage: ended = '', rollbackDeploymentId: rollback = '' } =
      (await stage.info(id)).rollbackInfo ?? {};
    expect(rollbackMessages.ended.exec(ended)?.slice(1)).toEqual([id, rollback]);
    const { rollbackMessage: back = '' } = (await stage.info(rollback)).rollbackInfo ?? {};
    expect(rollbackMessages.rollback.exec(back)?.slice(1)).toEqual([rollback, id]);
  });

  test('because ECS refused the new task set gives ECS’s words', async () => {
    const stage = rehearseBlueGreen();
    const id = await stage.create(appSpec(await stage.register('v2'), { port: 443 }));
    await stage.until(async () => (await stage.info(id)).status === 'Failed');
    const { errorInformation: error } = await stage.info(id);
    expect(error?.code).toBe(deploymentErrors.noContainerPort.code);
    expect(error?.message).toMatch(deploymentErrors.noContainerPort.message);
  });

  test('because the revision has no number gives ECS’s words', async () => {
    const stage = rehearseBlueGreen();
    const id = await stage.create(appSpec((await stage.register('v2')).replace(/:\d+$/, ':latest')));
    await stage.until(async () => (await stage.info(id)).status === 'Failed');
    const { errorInformation: error } = await stage.info(id);
    expect(error?.code).toBe(deploymentErrors.noRevision.code);
    expect(error?.message).toMatch(deploymentErrors.noRevision.message);
  });

  test('because its tasks never got healthy ends after an hour', async () => {
    const stage = rehearseBlueGreen();
    const id = await stage.deploy('fault-crash');
    stage.pass(3590);
    expect((await stage.info(id)).status).toBe('InProgress');
    stage.pass(60);
    const { errorInformation: error } = await stage.info(id);
    expect(error?.code).toBe(deploymentErrors.unhealthy.code);
    expect(error?.message).toMatch(deploymentErrors.unhealthy.message);
  });
});
