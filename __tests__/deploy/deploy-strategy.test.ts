import { describe, expect, test } from '@jest/globals';
import type { DeploymentSettings } from '../../src/deploy/ecs/settings.ts';
import { blueGreenStage, deployRequest, stage } from '../support/deployment.ts';
import { lambdaHook, shiftScenario } from '../support/shift.ts';
import { targetGroup, workerScenario } from '../support/sandbox.ts';

const settings = (deployment: DeploymentSettings) => ({
  settings: { ...deployRequest().settings, deployment },
});

describe('inputs that set the strategy', () => {
  test('send one deployment configuration, over what the service has', async () => {
    const hooks = `lifecycleHooks: [${lambdaHook('smoke', 'POST_SCALE_UP')}]`;
    const configuration = `strategy: BLUE_GREEN, bakeTimeInMinutes: 1, ${hooks}`;
    const shop = stage({ scenario: shiftScenario({ configuration, loadBalancer: false }) });
    const asked = settings({ bakeMinutes: 2, alarms: ['errors'] });
    const outcome = await shop.deploy(asked);
    expect(outcome.verdict.status).toBe('deployed');
    expect(outcome.milliseconds).toBeGreaterThan(2 * 60_000);
    expect(shop.sent('UpdateService')).toMatchObject({
      deploymentConfiguration: {
        strategy: 'BLUE_GREEN',
        bakeTimeInMinutes: 2,
        lifecycleHooks: [{ lifecycleStages: ['POST_SCALE_UP'] }],
        alarms: { alarmNames: ['errors'], enable: true, rollback: true },
      },
    });
    expect((await shop.deploy(asked)).verdict.status).toBe('unchanged');
  });

  test('are sent by nobody who did not give them', async () => {
    const shop = stage();
    await shop.deploy();
    expect(shop.sent('UpdateService')).not.toHaveProperty('deploymentConfiguration');
  });

  test('turn a rolling worker without a load balancer into one that is replaced side by side', async () => {
    const shop = stage();
    const outcome = await shop.deploy(settings({ strategy: 'BLUE_GREEN', bakeMinutes: 3 }));
    expect(outcome.verdict.status).toBe('deployed');
    expect(outcome.milliseconds).toBeGreaterThan(3 * 60_000);
    expect(shop.told.lines).toContain('  strategy: ROLLING → BLUE_GREEN');
  });

  test('start a deployment of the same revision where only they differ', async () => {
    const shop = stage({
      scenario: shiftScenario({
        configuration: 'strategy: BLUE_GREEN, bakeTimeInMinutes: 1',
        loadBalancer: false,
      }),
    });
    await shop.deploy();
    const outcome = await shop.deploy(settings({ bakeMinutes: 2 }));
    expect(outcome.verdict.status).toBe('deployed');
    expect(shop.sent('UpdateService')).toMatchObject({ forceNewDeployment: true });
  });
});

describe('before anything is changed', () => {
  test('a service that becomes BLUE_GREEN needs a bake time and a second target group', async () => {
    const balancer = `    loadBalancers: [{ targetGroupArn: '${targetGroup}', containerName: worker, containerPort: 80 }]`;
    const shop = stage({ scenario: workerScenario({ service: balancer }) });
    const { problems } = await shop.deploy(settings({ strategy: 'BLUE_GREEN' }));
    expect(problems.map(({ input }) => input)).toEqual(['bake-minutes', 'strategy']);
    expect(shop.mutations()).toEqual([]);
  });

  test('a setting of another strategy than that of the service is refused', async () => {
    const shop = stage();
    const { problems } = await shop.deploy(settings({ canaryPercent: 5 }));
    expect(problems).toMatchObject([{ input: 'canary-percent' }]);
    expect(shop.mutations()).toEqual([]);
  });

  test('CODE_DEPLOY takes none of them, each by its name', async () => {
    const shop = blueGreenStage();
    const { problems } = await shop.deploy(settings({ strategy: 'CANARY', alarms: ['errors'] }));
    expect(problems.map(({ input }) => input)).toEqual(['strategy', 'alarms']);
    expect(shop.mutations()).toEqual([]);
  });
});
