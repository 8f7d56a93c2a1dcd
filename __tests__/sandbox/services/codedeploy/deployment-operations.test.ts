import {
  BatchGetDeploymentsCommand,
  BatchGetDeploymentTargetsCommand,
  ContinueDeploymentCommand,
  GetDeploymentCommand,
  GetDeploymentTargetCommand,
  ListDeploymentsCommand,
  ListDeploymentTargetsCommand,
} from '@aws-sdk/client-codedeploy';
import { describe, expect, test } from '@jest/globals';
import { groupOf, rehearseBlueGreen, webScenario } from '../../../support/blue-green.ts';

describe('ListDeployments', () => {
  test('lists the newest first, and those of the wanted statuses alone', async () => {
    const stage = rehearseBlueGreen();
    const first = await stage.deploy('v2');
    await stage.until(async () => (await stage.info(first)).status === 'Succeeded');
    const second = await stage.deploy('v3');
    expect(await stage.ids()).toEqual([second, first]);
    const { deployments } = await stage.codedeploy.send(
      new ListDeploymentsCommand({
        applicationName: 'Shop',
        deploymentGroupName: 'Web',
        includeOnlyStatuses: ['Created', 'Queued', 'InProgress', 'Ready'],
      }),
    );
    expect(deployments).toEqual([second]);
  });

  test('lists those of a span of time alone', async () => {
    const stage = rehearseBlueGreen();
    const first = await stage.deploy('v2');
    await stage.until(async () => (await stage.info(first)).status === 'Succeeded');
    await stage.deploy('v3');
    const { createTime } = await stage.info(first);
    const end = new Date(Number(createTime) + 60_000);
    const { deployments } = await stage.codedeploy.send(
      new ListDeploymentsCommand({ createTimeRange: { start: createTime, end } }),
    );
    expect(deployments).toEqual([first]);
  });

  test('gives a hundred a page', async () => {
    const stage = rehearseBlueGreen();
    const made: string[] = [];
    for (let count = 0; count < 101; count += 1) {
      const id = await stage.create('{}');
      made.push(id);
      stage.pass(10);
      await stage.until(async () => (await stage.info(id)).status === 'Failed');
      stage.pass(40);
    }
    const { deployments = [], nextToken } = await stage.codedeploy.send(new ListDeploymentsCommand({}));
    expect(deployments).toHaveLength(100);
    expect(nextToken).toBeDefined();
  });
});

describe('a deployment that waits for a person before the traffic is shifted', () => {
  const waiting = webScenario({ group: groupOf('readyWaitMinutes: 30') });

  test('is Ready, and goes on when it is told to', async () => {
    const stage = rehearseBlueGreen(waiting);
    const id = await stage.deploy('v2');
    await stage.until(async () => (await stage.info(id)).status === 'Ready');
    expect(await stage.taskSets(id)).toEqual(['Blue PRIMARY 100', 'Green ACTIVE 0']);
    stage.pass(600);
    await stage.codedeploy.send(
      new ContinueDeploymentCommand({ deploymentId: id, deploymentWaitType: 'READY_WAIT' }),
    );
    await stage.until(async () => (await stage.info(id)).status === 'Succeeded');
    expect(stage.weights()).toEqual({ 'web-blue': 0, 'web-green': 100 });
  });

  test('is Stopped when nobody tells it in time', async () => {
    const stage = rehearseBlueGreen(waiting);
    const id = await stage.deploy('v2');
    await stage.until(async () => (await stage.info(id)).status === 'Ready');
    stage.pass(1801);
    expect((await stage.info(id)).status).toBe('Stopped');
  });
});

describe('ContinueDeployment', () => {
  test('ends the termination wait: blue goes at once', async () => {
    const stage = rehearseBlueGreen();
    const id = await stage.deploy('v2');
    await stage.until(async () => (await stage.target(id)).status === 'Succeeded');
    await stage.codedeploy.send(
      new ContinueDeploymentCommand({ deploymentId: id, deploymentWaitType: 'TERMINATION_WAIT' }),
    );
    expect((await stage.service()).taskSets?.[0]).toMatchObject({ status: 'DRAINING' });
    stage.pass(60);
    expect((await stage.info(id)).status).toBe('Succeeded');
  });

  test('is refused while the deployment does not wait', async () => {
    const stage = rehearseBlueGreen();
    const id = await stage.deploy('v2');
    await expect(
      stage.codedeploy.send(
        new ContinueDeploymentCommand({ deploymentId: id, deploymentWaitType: 'READY_WAIT' }),
      ),
    ).rejects.toMatchObject({ name: 'DeploymentIsNotInReadyStateException' });
  });
});

test('StopDeployment is refused once the deployment has ended', async () => {
  const stage = rehearseBlueGreen();
  const id = await stage.deploy('v2');
  await stage.until(async () => (await stage.info(id)).status === 'Succeeded');
  await expect(stage.stop(id)).rejects.toMatchObject({ name: 'DeploymentAlreadyCompletedException' });
});

test('an id that no deployment has is refused', async () => {
  const { codedeploy } = rehearseBlueGreen();
  await expect(
    codedeploy.send(new GetDeploymentCommand({ deploymentId: 'd-000000000' })),
  ).rejects.toMatchObject({
    name: 'DeploymentDoesNotExistException',
  });
});

test('several deployments are described in one call, and unknown ones are left out', async () => {
  const stage = rehearseBlueGreen();
  const id = await stage.deploy('v2');
  const { deploymentsInfo } = await stage.codedeploy.send(
    new BatchGetDeploymentsCommand({ deploymentIds: [id, 'd-000000000'] }),
  );
  expect(deploymentsInfo?.map(({ deploymentId }) => deploymentId)).toEqual([id]);
});

test('the one target of a deployment is CLUSTER:SERVICE', async () => {
  const stage = rehearseBlueGreen();
  const deploymentId = await stage.deploy('v2');
  await expect(
    stage.codedeploy.send(new ListDeploymentTargetsCommand({ deploymentId })),
  ).rejects.toMatchObject({ name: 'DeploymentNotStartedException' });
  stage.pass(5);
  const { targetIds = [] } = await stage.codedeploy.send(new ListDeploymentTargetsCommand({ deploymentId }));
  expect(targetIds).toEqual(['shop:web']);
  const { deploymentTargets = [] } = await stage.codedeploy.send(
    new BatchGetDeploymentTargetsCommand({ deploymentId, targetIds }),
  );
  expect(deploymentTargets[0]?.ecsTarget).toMatchObject({ deploymentId, status: 'InProgress' });
  await expect(
    stage.codedeploy.send(new GetDeploymentTargetCommand({ deploymentId, targetId: 'shop:wob' })),
  ).rejects.toMatchObject({ name: 'DeploymentTargetDoesNotExistException' });
});
