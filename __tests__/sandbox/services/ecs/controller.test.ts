import { expect, test } from '@jest/globals';
import { UpdateServiceCommand } from '@aws-sdk/client-ecs';
import { rehearseBlueGreen } from '../../../support/blue-green.ts';

const move = { cluster: 'shop', service: 'web', deploymentController: { type: 'ECS' } } as const;

test('a service moves in place from CODE_DEPLOY to ECS, and its tasks serve until the new ones do', async () => {
  const stage = rehearseBlueGreen();
  const { taskSets: [blue] = [] } = await stage.service();
  const { service } = await stage.ecs.send(new UpdateServiceCommand(move));
  expect(service).toMatchObject({
    deploymentController: { type: 'ECS' },
    deployments: [
      { status: 'PRIMARY', rolloutState: 'IN_PROGRESS' },
      { id: blue?.id, status: 'ACTIVE', rolloutState: 'COMPLETED', runningCount: 2 },
    ],
  });
  expect(service).not.toHaveProperty('taskSets');
  stage.pass(300);
  expect(await stage.service()).toMatchObject({
    runningCount: 2,
    deployments: [{ id: service?.deployments?.[0]?.id, rolloutState: 'COMPLETED' }],
  });
});

test('a move that fails is rolled back to what CodeDeploy had deployed last', async () => {
  const stage = rehearseBlueGreen();
  const { taskSets: [blue] = [] } = await stage.service();
  const taskDefinition = await stage.register('fault-crash');
  const deploymentCircuitBreaker = { enable: true, rollback: true };
  await stage.ecs.send(
    new UpdateServiceCommand({
      ...move,
      taskDefinition,
      deploymentConfiguration: { deploymentCircuitBreaker },
    }),
  );
  stage.pass(600);
  expect((await stage.service()).deployments).toMatchObject([{ id: blue?.id, rolloutState: 'COMPLETED' }]);
});

test('no service moves back to CODE_DEPLOY', async () => {
  const stage = rehearseBlueGreen();
  await stage.ecs.send(new UpdateServiceCommand(move));
  stage.pass(300);
  const back = { ...move, deploymentController: { type: 'CODE_DEPLOY' } } as const;
  await expect(stage.ecs.send(new UpdateServiceCommand(back))).rejects.toMatchObject({
    name: 'InvalidParameterException',
  });
});
