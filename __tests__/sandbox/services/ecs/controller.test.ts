import { describe, expect, test } from '@jest/globals';
import { UpdateServiceCommand } from '@aws-sdk/client-ecs';
import { blueGroup, greenGroup, rehearseBlueGreen, webScenario } from '../../../support/blue-green.ts';

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

describe('a move to BLUE_GREEN', () => {
  const rule = (name: string) => `arn:aws:elasticloadbalancing:us-east-1:123456789012:listener-rule/${name}`;
  const toBlueGreen = new UpdateServiceCommand({
    ...move,
    deploymentConfiguration: { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 1 },
    loadBalancers: [
      {
        targetGroupArn: blueGroup,
        containerName: 'web',
        containerPort: 80,
        advancedConfiguration: {
          alternateTargetGroupArn: greenGroup,
          productionListenerRule: rule('production'),
          testListenerRule: rule('test'),
          roleArn: 'arn:aws:iam::123456789012:role/infrastructure',
        },
      },
    ],
  });

  test('needs both target groups at a listener rule, and says which is at none', async () => {
    const stage = rehearseBlueGreen();
    await stage.ecs.send(toBlueGreen);
    stage.pass(300);
    expect(stage.sandbox.live().ecs.services[0]?.records[0]).toMatchObject({
      status: 'ROLLBACK_SUCCESSFUL',
      statusReason:
        'Service deployment rolled back because of invalid networking configuration: Target group ' +
        `${greenGroup} is not associated with either productionListenerRule or testListenerRule.`,
    });
  });

  test('uses CodeDeploy’s rules and target groups from then on', async () => {
    const [before, testRules] = webScenario().split(`listener-rule/test`);
    const scenario = [before, testRules?.replace(blueGroup, greenGroup)].join('listener-rule/test');
    const stage = rehearseBlueGreen(scenario);
    await stage.ecs.send(toBlueGreen);
    stage.pass(600);
    expect(stage.sandbox.live().ecs.services[0]?.records[0]?.status).toBe('SUCCESSFUL');
    expect(stage.weights()).toEqual({ 'web-blue': 0, 'web-green': 100 });
    expect((await stage.service()).deployments).toMatchObject([
      { rolloutState: 'COMPLETED', runningCount: 2 },
    ]);
  });
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
