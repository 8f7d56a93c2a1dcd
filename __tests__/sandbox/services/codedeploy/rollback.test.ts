import { expect, test } from '@jest/globals';
import { groupOf, rehearseBlueGreen, webScenario } from '../../../support/blue-green.ts';

async function stopped() {
  const stage = rehearseBlueGreen();
  const id = await stage.deploy('fault-crash');
  stage.pass(120);
  await stage.stop(id, true);
  await stage.until(async () => (await stage.info(id)).rollbackInfo !== undefined);
  const [rollback = ''] = await stage.ids();
  return { stage, id, rollback };
}

test('a rollback is a second deployment; its id appears some seconds after the first one ended', async () => {
  const stage = rehearseBlueGreen();
  const id = await stage.deploy('fault-crash');
  stage.pass(120);
  await stage.stop(id, true);
  stage.pass(3);
  expect((await stage.info(id)).status).toBe('Stopped');
  expect((await stage.info(id)).rollbackInfo).toBeUndefined();
  stage.pass(4);
  const [rollback = ''] = await stage.ids();
  expect(rollback).not.toBe(id);
  expect((await stage.info(id)).rollbackInfo).toEqual({
    rollbackDeploymentId: rollback,
    rollbackMessage: `Deployment ${id} terminated. Automatic rollback is triggered with a DeploymentId ${rollback}.`,
  });
  expect(await stage.info(rollback)).toMatchObject({
    creator: 'codeDeployRollback',
    deploymentConfigName: 'CodeDeployDefault.ECSAllAtOnce',
    rollbackInfo: {
      rollbackTriggeringDeploymentId: id,
      rollbackMessage: `Deployment ${rollback} is triggered to roll back deployment ${id}.`,
    },
  });
});

test('a rollback makes no task set: blue goes on, and green is removed', async () => {
  const { stage, rollback } = await stopped();
  const blue = (await stage.service()).taskSets?.[0];
  await stage.until(async () => (await stage.info(rollback)).status === 'Succeeded');
  const { taskSets = [], taskDefinition } = await stage.service();
  expect(taskSets.map(({ id, status }) => ({ id, status }))).toEqual([{ id: blue?.id, status: 'PRIMARY' }]);
  expect(taskDefinition).toMatch(/web:1$/);
  expect(stage.weights()).toEqual({ 'web-blue': 100, 'web-green': 0 });
});

test('a rollback after the shift makes blue PRIMARY again, and the service runs its old revision', async () => {
  const stage = rehearseBlueGreen();
  const id = await stage.deploy('v2');
  await stage.until(async () => (await stage.target(id)).status === 'Succeeded');
  expect((await stage.service()).taskDefinition).toMatch(/web:2$/);
  await stage.stop(id);
  await stage.until(async () => (await stage.ids()).length === 2);
  const [rollback = ''] = await stage.ids();
  await stage.until(async () => (await stage.info(rollback)).status === 'Succeeded');
  const { taskSets, taskDefinition } = await stage.service();
  expect(taskSets).toMatchObject([{ status: 'PRIMARY', runningCount: 2 }]);
  expect(taskDefinition).toMatch(/web:1$/);
  expect(await stage.taskSets(rollback)).toEqual(['Blue PRIMARY 100']);
});

test('without automatic rollback a stopped deployment leaves both task sets as they are', async () => {
  const stage = rehearseBlueGreen(webScenario({ group: '          terminationWaitMinutes: 5' }));
  const id = await stage.deploy('fault-crash');
  stage.pass(120);
  await stage.stop(id);
  stage.pass(60);
  expect(await stage.ids()).toEqual([id]);
  expect((await stage.service()).taskSets).toMatchObject([{ status: 'PRIMARY' }, { status: 'ACTIVE' }]);
});

test('the next deployment removes what an earlier one left behind', async () => {
  const stage = rehearseBlueGreen(webScenario({ group: '          terminationWaitMinutes: 0' }));
  const first = await stage.deploy('fault-crash');
  stage.pass(120);
  await stage.stop(first);
  stage.pass(10);
  const second = await stage.deploy('v2');
  await stage.until(async () => (await stage.info(second)).status === 'Succeeded');
  expect((await stage.service()).taskSets).toMatchObject([{ status: 'PRIMARY', externalId: second }]);
});

test('a deployment can switch the rollback of its group off', async () => {
  const stage = rehearseBlueGreen();
  const id = await stage.deploy('fault-crash', { autoRollbackConfiguration: { enabled: false } });
  stage.pass(60);
  await stage.stop(id);
  stage.pass(60);
  expect((await stage.info(id)).rollbackInfo).toBeUndefined();
});

test('until the rollback has ended another deployment is refused', async () => {
  const { stage, rollback } = await stopped();
  await expect(stage.deploy('v3')).rejects.toThrow(
    `The Deployment Group 'Web' already has an active Deployment '${rollback}'`,
  );
});

test('and so it is refused before the rollback has been created', async () => {
  const stage = rehearseBlueGreen();
  const id = await stage.deploy('fault-crash');
  stage.pass(60);
  await stage.stop(id);
  stage.pass(3);
  expect((await stage.info(id)).status).toBe('Stopped');
  await expect(stage.deploy('v3')).rejects.toMatchObject({ name: 'DeploymentLimitExceededException' });
});

test('a rollback moves all the traffic at once, whatever the group says', async () => {
  const linear = groupOf('deploymentConfig: CodeDeployDefault.ECSLinear10PercentEvery1Minutes');
  const stage = rehearseBlueGreen(webScenario({ group: linear }));
  const id = await stage.deploy('v2');
  await stage.until(() => Promise.resolve(stage.weights()['web-green'] === 30));
  await stage.stop(id);
  const seen = new Set<number | undefined>();
  for (let elapsed = 0; elapsed < 60; elapsed += 1) {
    seen.add(stage.weights()['web-green']);
    stage.pass(1);
  }
  expect([...seen]).toEqual([30, 0]);
  const [rollback = ''] = await stage.ids();
  expect((await stage.info(rollback)).deploymentConfigName).toBe('CodeDeployDefault.ECSAllAtOnce');
});
