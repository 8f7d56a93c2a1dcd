import { describe, expect, test } from '@jest/globals';
import {
  DeleteServiceCommand,
  DescribeServicesCommand,
  DescribeTaskSetsCommand,
  ListTasksCommand,
  RegisterTaskDefinitionCommand,
  StopTaskCommand,
  UpdateServiceCommand,
  type UpdateServiceRequest,
  type Volume,
} from '@aws-sdk/client-ecs';
import { exampleScenario, rehearse, targetGroup, workerScenario } from '../../../support/sandbox.ts';

describe('a service with controller CODE_DEPLOY', () => {
  const update = (input: Partial<UpdateServiceRequest>) =>
    rehearse(exampleScenario()).ecs.send(
      new UpdateServiceCommand({ cluster: 'reservation', service: 'web', ...input }),
    );

  test('has a PRIMARY task set that nobody started, and no deployments', async () => {
    const { ecs } = rehearse(exampleScenario());
    const { services: [service] = [] } = await ecs.send(
      new DescribeServicesCommand({ cluster: 'reservation', services: ['web'] }),
    );
    expect(service).not.toHaveProperty('deployments');
    const [taskSet] = service?.taskSets ?? [];
    expect(taskSet).toMatchObject({ status: 'PRIMARY', stabilityStatus: 'STEADY_STATE', runningCount: 2 });
    expect(taskSet).not.toHaveProperty('startedBy');
    expect(taskSet).not.toHaveProperty('externalId');
    const { taskSets } = await ecs.send(
      new DescribeTaskSetsCommand({ cluster: 'reservation', service: 'web' }),
    );
    expect(taskSets).toEqual([taskSet]);
  });

  test('refuses a task definition, and names CodeDeploy', async () => {
    await expect(update({ taskDefinition: 'reservation-web:1' })).rejects.toMatchObject({
      name: 'InvalidParameterException',
      message:
        'Unable to update task definition on services with a CODE_DEPLOY deployment controller. ' +
        'Use AWS CodeDeploy to trigger a new deployment.',
    });
  });

  test('refuses to force a new deployment', async () => {
    await expect(update({ forceNewDeployment: true })).rejects.toThrow(
      'Cannot force a new deployment on services',
    );
  });

  test('takes a new count, and its task set follows', async () => {
    const stage = rehearse(exampleScenario());
    const names = { cluster: 'reservation', service: 'web' };
    await stage.ecs.send(new UpdateServiceCommand({ ...names, desiredCount: 3 }));
    stage.pass(180);
    const { taskSets } = await stage.ecs.send(new DescribeTaskSetsCommand(names));
    expect(taskSets).toMatchObject([
      { computedDesiredCount: 3, runningCount: 3, stabilityStatus: 'STEADY_STATE' },
    ]);
  });
});

test('a load balancer’s container that the new revision lacks is refused before anything starts', async () => {
  const service = `    loadBalancers: [{ targetGroupArn: '${targetGroup}', containerName: worker, containerPort: 80 }]`;
  const stage = rehearse(workerScenario({ service }));
  const taskDefinition = await stage.register('v2', { portMappings: [{ containerPort: 443 }] });
  await expect(stage.update({ taskDefinition })).rejects.toThrow(
    'The container worker did not have a container port 80 defined.',
  );
  expect((await stage.service()).deployments).toHaveLength(1);
});

test('a service that is missing cannot be updated', async () => {
  const command = new UpdateServiceCommand({ cluster: 'shop', service: 'nope' });
  await expect(rehearse().ecs.send(command)).rejects.toMatchObject({ name: 'ServiceNotFoundException' });
});

test('a deleted service drains, becomes INACTIVE, and cannot be updated', async () => {
  const stage = rehearse();
  await stage.ecs.send(new DeleteServiceCommand({ cluster: 'shop', service: 'worker', force: true }));
  expect((await stage.service()).status).toBe('DRAINING');
  await expect(stage.update({ desiredCount: 1 })).rejects.toMatchObject({
    name: 'ServiceNotActiveException',
  });
  stage.pass(120);
  expect(await stage.service()).toMatchObject({ status: 'INACTIVE', runningCount: 0 });
});

test('a task that a user stops is replaced by the same deployment, and is no failure', async () => {
  const stage = rehearse();
  const { deployments: [before] = [] } = await stage.service();
  const [victim] = await stage.tasks('RUNNING');
  const command = new StopTaskCommand({ cluster: 'shop', task: victim?.taskArn, reason: 'a drill' });
  const { task } = await stage.ecs.send(command);
  expect(task).toMatchObject({
    desiredStatus: 'STOPPED',
    stopCode: 'UserInitiated',
    stoppedReason: 'a drill',
  });
  stage.pass(180);
  expect((await stage.service()).deployments).toMatchObject([
    { id: before?.id, runningCount: 2, failedTasks: 0 },
  ]);
  expect((await stage.tasks('RUNNING')).map(({ taskArn }) => taskArn)).not.toContain(victim?.taskArn);
});

test('tasks are listed page by page', async () => {
  const stage = rehearse();
  const list = { cluster: 'shop', serviceName: 'worker', maxResults: 1 };
  const first = await stage.ecs.send(new ListTasksCommand(list));
  const second = await stage.ecs.send(new ListTasksCommand({ ...list, nextToken: first.nextToken }));
  expect(new Set([...(first.taskArns ?? []), ...(second.taskArns ?? [])]).size).toBe(2);
  expect(second.nextToken).toBeUndefined();
});

describe('a volume that is configured at launch', () => {
  const roleArn = 'arn:aws:iam::123456789012:role/infrastructure';
  const volumeConfigurations = [{ name: 'data', managedEBSVolume: { roleArn, sizeInGiB: 20 } }];
  const registerWith = async (stage: ReturnType<typeof rehearse>, volumes: Volume[]) => {
    const { taskDefinition } = await stage.ecs.send(
      new RegisterTaskDefinitionCommand({
        family: 'worker',
        networkMode: 'awsvpc',
        containerDefinitions: [{ name: 'worker', image: 'example.com/worker:v2', memory: 256 }],
        volumes,
      }),
    );
    return taskDefinition?.taskDefinitionArn ?? '';
  };

  test('starts a deployment, which tells it; the service itself does not', async () => {
    const stage = rehearse();
    const taskDefinition = await registerWith(stage, [{ name: 'data', configuredAtLaunch: true }]);
    const service = await stage.update({ taskDefinition, volumeConfigurations });
    expect(service.deployments?.map((deployment) => deployment.volumeConfigurations)).toEqual([
      volumeConfigurations,
      undefined,
    ]);
    expect(service).not.toHaveProperty('volumeConfigurations');
  });

  test('starts another deployment when it changes, and none when it is the same', async () => {
    const stage = rehearse();
    const taskDefinition = await registerWith(stage, [{ name: 'data', configuredAtLaunch: true }]);
    await stage.update({ taskDefinition, volumeConfigurations });
    expect((await stage.update({ volumeConfigurations })).deployments).toHaveLength(2);
    expect((await stage.update({ volumeConfigurations: [] })).deployments).toHaveLength(3);
  });

  test.each([{ name: 'cache', configuredAtLaunch: true }, { name: 'data' }])(
    'is refused where the task definition has %j',
    async (volume) => {
      const stage = rehearse();
      const taskDefinition = await registerWith(stage, [volume]);
      await expect(stage.update({ taskDefinition, volumeConfigurations })).rejects.toThrow(
        'The volume data is not configured at launch',
      );
    },
  );
});

test('a volume is refused under the controller CODE_DEPLOY', async () => {
  const command = new UpdateServiceCommand({
    cluster: 'reservation',
    service: 'web',
    volumeConfigurations: [{ name: 'data' }],
  });
  await expect(rehearse(exampleScenario()).ecs.send(command)).rejects.toThrow('Unable to update volume');
});
