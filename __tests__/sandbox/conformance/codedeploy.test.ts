import type { ECSTarget, ErrorInformation } from '@aws-sdk/client-codedeploy';
import { CreateServiceCommand, DescribeServicesCommand, UpdateServiceCommand } from '@aws-sdk/client-ecs';
import { describe, expect, test } from '@jest/globals';
import { appSpec, blueGroup, groupOf, rehearseBlueGreen, webScenario } from '../../support/blue-green.ts';
import { deploymentErrors, rollbacks } from '../../support/recordings/deployment-errors.ts';
import { succeededTarget } from '../../support/recordings/deployment-target.ts';
import { unhealthy } from '../../support/recordings/service-events.ts';
import { stabilizing, steady } from '../../support/recordings/task-sets.ts';
import { compareTimelines, formOf, momentsAfter } from '../../support/timeline.ts';

test('lifecycle events: AWS’s names and order, each done and begun within a second of the recorded, but for Install', async () => {
  const stage = rehearseBlueGreen();
  const id = await stage.deploy('v2');
  await stage.until(async () => (await stage.target(id)).status === 'Succeeded');
  const spansOf = ({ lifecycleEvents: events = [] }: ECSTarget = {}) =>
    events.map(({ lifecycleEventName: name, startTime, endTime }, index) => ({
      name,
      took: seconds(endTime) - seconds(startTime),
      gap: index === 0 ? 0 : seconds(startTime) - seconds(events[index - 1]?.endTime),
    }));
  const [recorded, happened] = [spansOf(succeededTarget.ecsTarget), spansOf(await stage.target(id))];
  expect(happened.map(({ name }) => name)).toEqual(recorded.map(({ name }) => name));
  recorded.forEach(({ name, took, gap }, index) => {
    const event = happened[index] ?? { took: NaN, gap: NaN };
    // What Install waits for is the start of the tasks and their health: of the order of two minutes there.
    if (name === 'Install') expect(event.took).toBeGreaterThan(took / 3);
    expect(Math.abs(event.took - took)).toBeLessThan(name === 'Install' ? 80 : 1);
    expect(Math.abs(event.gap - gap)).toBeLessThan(1);
  });
});

const seconds = (time: Date | undefined) => (time?.getTime() ?? NaN) / 1000;

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
  const { recorded, happened, worstStep } = compareTimelines(
    momentsAfter(steady.createdAt, steady.events),
    momentsAfter(service?.createdAt, service?.events),
  );
  expect(happened).toEqual(recorded);
  expect(worstStep).toBeLessThan(15);
});

test('a task set that is scaled says what AWS said, in its order', async () => {
  const stage = rehearseBlueGreen();
  stage.pass(60);
  const before = (await stage.service()).events?.length ?? 0;
  await stage.ecs.send(new UpdateServiceCommand({ cluster: 'shop', service: 'web', desiredCount: 3 }));
  stage.pass(60);
  const { events = [] } = await stage.service();
  // The count of a task set that begins at none, as the recorded one did, is another number.
  const forms = (messages: readonly (string | undefined)[]) =>
    messages.map((message = '') => formOf(message).replace(/ to \d+\.$/, ' to N.'));
  const [, ...recorded] = (stabilizing.events ?? []).map(({ message }) => message).reverse();
  const happened = events.slice(0, events.length - before).map(({ message }) => message);
  expect(forms(happened.reverse()).slice(0, 3)).toEqual(forms(recorded));
});

test('an unhealthy target of a task set is told in the form of the recorded events', async () => {
  const stage = rehearseBlueGreen();
  await stage.deploy('fault-unhealthy');
  stage.pass(600);
  const { events = [] } = await stage.service();
  const told = events
    .map(({ message = '' }) => message)
    .filter((message) => message.includes('is unhealthy'));
  const form = (message: string) => formOf(message).replace(/\(reason .*\)\.?$/, '(reason)');
  expect(new Set(told.map(form))).toEqual(new Set([form(unhealthy.taskSet.event)]));
});

describe('a deployment that ends badly', () => {
  /** Request ids and names of alarms differ. */
  const form = ({ code, message = '' }: ErrorInformation = {}) => ({
    code,
    message: message.replace(/[0-9a-f-]{36}/, 'ID').replace(/alarms: <.*>$/, 'alarms: <…>'),
  });
  /** From an alarm to the traffic being back on the original task set: a user saw it in 23 seconds. */
  const alarmToRollbackSeconds = 23;

  test('because of an alarm is Stopped, says so, and blue has the traffic 23 seconds later', async () => {
    const group = groupOf('terminationWaitMinutes: 10', 'alarms: [web-5xx]');
    const stage = rehearseBlueGreen(webScenario({ group, more: 'alarms: [{ name: web-5xx, at: 200 }]' }));
    const id = await stage.deploy('v2');
    await stage.until(async () => (await stage.info(id)).status === 'Stopped');
    const stoppedAt = stage.sandbox.world.now;
    expect(form((await stage.info(id)).errorInformation)).toEqual(form(deploymentErrors.alarm));
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
    const ended = (await stage.info(id)).rollbackInfo ?? {};
    const { rollbackDeploymentId: rollback = '' } = ended;
    const back = (await stage.info(rollback)).rollbackInfo ?? {};
    const named = (text: string, ours: string, theirs: string) =>
      text.replaceAll(ours, 'd-OURS').replaceAll(theirs, 'd-THEIRS');
    expect(named(ended.rollbackMessage ?? '', id, rollback)).toBe(
      named(rollbacks.ended.rollbackMessage, 'd-1NNWZG91L', rollbacks.ended.rollbackDeploymentId),
    );
    expect(named(back.rollbackMessage ?? '', id, rollback)).toBe(
      named(
        rollbacks.rollback.rollbackMessage,
        rollbacks.rollback.rollbackTriggeringDeploymentId,
        'd-4WXUV98WJ',
      ),
    );
    expect(Object.keys(ended).sort()).toEqual(Object.keys(rollbacks.ended).sort());
    expect(Object.keys(back).sort()).toEqual(Object.keys(rollbacks.rollback).sort());
  });

  test('because ECS refused the new task set gives ECS’s words', async () => {
    const stage = rehearseBlueGreen();
    const id = await stage.create(appSpec(await stage.register('v2'), { port: 443 }));
    await stage.until(async () => (await stage.info(id)).status === 'Failed');
    expect(form((await stage.info(id)).errorInformation)).toEqual(form(deploymentErrors.noContainerPort));
  });

  test('because the revision has no number gives ECS’s words', async () => {
    const stage = rehearseBlueGreen();
    const id = await stage.create(appSpec((await stage.register('v2')).replace(/:\d+$/, ':latest')));
    await stage.until(async () => (await stage.info(id)).status === 'Failed');
    const withoutStop = (error: ErrorInformation = {}) => ({
      ...error,
      message: error.message?.replace(/status\.?$/, 'status'),
    });
    expect(withoutStop(form((await stage.info(id)).errorInformation))).toEqual(
      withoutStop(form(deploymentErrors.noRevision)),
    );
  });

  test('because its tasks never got healthy ends after an hour', async () => {
    const stage = rehearseBlueGreen();
    const id = await stage.deploy('fault-crash');
    stage.pass(3590);
    expect((await stage.info(id)).status).toBe('InProgress');
    stage.pass(60);
    expect((await stage.info(id)).errorInformation).toEqual(deploymentErrors.unhealthy);
  });
});
