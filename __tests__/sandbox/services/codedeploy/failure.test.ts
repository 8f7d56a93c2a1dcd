import { describe, expect, test } from '@jest/globals';
import { appSpec, groupOf, rehearseBlueGreen, webScenario } from '../../../support/blue-green.ts';

const failedAtInstall = [
  'BeforeInstall Succeeded',
  'Install Failed',
  'AfterInstall Skipped',
  'BeforeAllowTraffic Skipped',
  'AllowTraffic Skipped',
  'AfterAllowTraffic Skipped',
];

describe('a green task set that never becomes steady', () => {
  test('is started again and again, and nobody at CodeDeploy notices for an hour', async () => {
    const stage = rehearseBlueGreen();
    const id = await stage.deploy('fault-crash');
    stage.pass(180);
    const green = (await stage.service()).taskSets?.[1]?.id;
    const stopped = await stage.tasks('STOPPED', green);
    expect(stopped.length).toBeGreaterThanOrEqual(6);
    expect(stopped[0]?.containers?.[0]?.exitCode).toBe(1);
    stage.pass(3300);
    expect((await stage.info(id)).status).toBe('InProgress');
    stage.pass(180);
    expect(await stage.info(id)).toMatchObject({
      status: 'Failed',
      errorInformation: {
        code: 'TIMEOUT',
        message:
          'The deployment timed out while waiting for the replacement task set to become healthy. ' +
          'This time out period is 60 minutes.',
      },
      deploymentOverview: { Failed: 1, Succeeded: 0 },
    });
    expect(await stage.events(id)).toEqual(failedAtInstall);
  });

  test('ends when somebody stops the deployment: Stopped, with the running event Failed and the rest Skipped', async () => {
    const stage = rehearseBlueGreen();
    const id = await stage.deploy('fault-unhealthy');
    stage.pass(120);
    expect(await stage.stop(id, true)).toMatchObject({ status: 'Pending' });
    expect((await stage.info(id)).status).toBe('InProgress');
    stage.pass(2);
    expect(await stage.info(id)).toMatchObject({
      status: 'Stopped',
      errorInformation: { code: 'MANUAL_STOP' },
    });
    expect(await stage.events(id)).toEqual(failedAtInstall);
  });
});

describe('what ECS refuses during Install', () => {
  test('a container port that the revision does not have fails the deployment with the words of ECS', async () => {
    const stage = rehearseBlueGreen();
    const id = await stage.create(appSpec(await stage.register('v2'), { port: 81 }));
    stage.pass(10);
    const { status, errorInformation } = await stage.info(id);
    expect(status).toBe('Failed');
    expect(errorInformation?.code).toBe('ECS_UPDATE_ERROR');
    expect(errorInformation?.message).toMatch(
      /^The ECS service cannot be updated due to an unexpected error: The container web did not have a container port 81 defined\. \(Service: AmazonECS; Status Code: 400; Error Code: InvalidParameterException; Request ID: [0-9a-f-]{36}; Proxy: null\)\. Check your ECS service status\.$/,
    );
    expect(await stage.events(id)).toEqual(failedAtInstall);
    expect((await stage.service()).taskSets).toHaveLength(1);
  });

  test('a revision that is no number is refused in the same way', async () => {
    const stage = rehearseBlueGreen();
    const id = await stage.create(appSpec('web:latest'));
    stage.pass(10);
    expect((await stage.info(id)).errorInformation?.message).toContain(
      'Invalid revision number. Number: latest (Service: AmazonECS;',
    );
  });
});

test('an AppSpec that cannot be read fails the deployment when it starts, not CreateDeployment', async () => {
  const stage = rehearseBlueGreen();
  const id = await stage.create('version: 0.0\nResources: [TargetService: {');
  stage.pass(5);
  expect(await stage.info(id)).toMatchObject({
    status: 'Failed',
    errorInformation: {
      code: 'INVALID_REVISION',
      message: expect.stringContaining('The template cannot be parsed.'),
    },
  });
});

describe('hooks', () => {
  test.each([
    { event: 'AfterInstall', running: 'Blue PRIMARY 100', after: 'BeforeAllowTraffic Skipped' },
    { event: 'AfterAllowTraffic', running: 'Blue ACTIVE 0', after: 'AllowTraffic Succeeded' },
  ])(
    'a function that answers Failed at $event fails the deployment there',
    async ({ event, running, after }) => {
      const stage = rehearseBlueGreen(webScenario({ more: 'hooks: { check-bookings: fail }' }));
      const hooks = [{ BeforeInstall: 'warm-up' }, { [event]: 'check-bookings' }];
      const id = await stage.create(appSpec(await stage.register('v2'), { hooks }));
      await stage.until(async () => (await stage.info(id)).status === 'Failed');
      expect((await stage.info(id)).errorInformation).toMatchObject({ code: 'HOOK_EXECUTION_FAILURE' });
      expect(await stage.events(id)).toEqual(expect.arrayContaining([`${event} Failed`, after]));
      expect(await stage.taskSets(id)).toContain(running);
    },
  );

  test('a slow function holds its lifecycle event for five minutes', async () => {
    const stage = rehearseBlueGreen(webScenario({ more: 'hooks: { check-bookings: slow }' }));
    const hooks = [{ BeforeAllowTraffic: 'check-bookings' }];
    const id = await stage.create(appSpec(await stage.register('v2'), { hooks }));
    stage.pass(300);
    expect(await stage.events(id)).toContain('BeforeAllowTraffic InProgress');
    stage.pass(90);
    expect(await stage.events(id)).toContain('AfterAllowTraffic Succeeded');
  });
});

describe('alarms', () => {
  const watched = groupOf('terminationWaitMinutes: 5', 'alarms: [web-5xx]');

  test('an alarm ends the deployment as Stopped, not as Failed, and names itself', async () => {
    const stage = rehearseBlueGreen(
      webScenario({ group: watched, more: 'alarms: [{ name: web-5xx, at: 30 }]' }),
    );
    const id = await stage.deploy('v2');
    stage.pass(33);
    expect(await stage.info(id)).toMatchObject({
      status: 'Stopped',
      errorInformation: {
        code: 'ALARM_ACTIVE',
        message:
          'One or more alarms have been activated according to the Amazon CloudWatch metrics you selected, ' +
          'and the affected deployments have been stopped. Activated alarms: <web-5xx>',
      },
    });
  });

  test('an alarm strikes during the termination wait too, and 23 seconds later blue has the traffic again', async () => {
    const stage = rehearseBlueGreen(
      webScenario({ group: watched, more: 'alarms: [{ name: web-5xx, at: 200 }]' }),
    );
    const id = await stage.deploy('v2');
    stage.pass(198);
    expect(stage.weights()).toEqual({ 'web-blue': 0, 'web-green': 100 });
    await stage.until(async () => (await stage.info(id)).status === 'Stopped');
    stage.pass(18);
    expect(stage.weights()).toEqual({ 'web-blue': 0, 'web-green': 100 });
    stage.pass(7);
    expect(stage.weights()).toEqual({ 'web-blue': 100, 'web-green': 0 });
  });

  test('an alarm that the group does not watch changes nothing', async () => {
    const stage = rehearseBlueGreen(
      webScenario({ group: watched, more: 'alarms: [{ name: queue, at: 30 }]' }),
    );
    const id = await stage.deploy('v2');
    await stage.until(async () => (await stage.info(id)).completeTime !== undefined);
    expect((await stage.info(id)).status).toBe('Succeeded');
  });

  test('a deployment can be told to watch other alarms than its group', async () => {
    const stage = rehearseBlueGreen(webScenario({ more: 'alarms: [{ name: queue, at: 30 }]' }));
    const id = await stage.deploy('v2', {
      overrideAlarmConfiguration: { enabled: true, alarms: [{ name: 'queue' }] },
    });
    stage.pass(40);
    expect((await stage.info(id)).errorInformation?.code).toBe('ALARM_ACTIVE');
  });
});
