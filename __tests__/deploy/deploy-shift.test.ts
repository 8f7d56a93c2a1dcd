import { describe, expect, test } from '@jest/globals';
import { control, file, stage, type Stage, type StageOptions } from '../support/deployment.ts';
import {
  greenGroup,
  hookArn,
  lambdaHook,
  productionRule,
  type ShiftScenario,
  shiftScenario,
} from '../support/shift.ts';

const blueGreen = 'strategy: BLUE_GREEN, bakeTimeInMinutes: 5';

const shift = (scenario: ShiftScenario, options: Omit<StageOptions, 'scenario'> = {}): Stage =>
  stage({ ...options, scenario: shiftScenario(scenario) });

const textOf = (shop: Stage): string => shop.told.lines.join('\n');

describe('a service whose strategy shifts traffic', () => {
  test('is deployed once its service deployment is SUCCESSFUL, not while it bakes', async () => {
    const shop = shift({ configuration: blueGreen });
    const outcome = await shop.deploy();
    expect(outcome.verdict).toMatchObject({ status: 'deployed', rule: 'completed' });
    expect(outcome.milliseconds).toBeGreaterThan(5 * 60_000);
    expect((await shop.records())[0]).toMatchObject({ status: 'SUCCESSFUL' });
  });

  test('has its stages, weights and bake time in the log', async () => {
    const shop = shift({ configuration: blueGreen });
    await shop.deploy();
    expect(textOf(shop)).toMatch(/stage PRODUCTION_TRAFFIC_SHIFT/);
    expect(textOf(shop)).toContain('production traffic: new 100%, old 0%');
    expect(textOf(shop)).toContain('test traffic: new 100%');
    expect(textOf(shop)).toMatch(/stage BAKE_TIME: 5 minutes, until about \d+:\d\d/);
  });

  test('shows each step of a canary', async () => {
    const canary = 'canaryConfiguration: { canaryPercent: 10, canaryBakeTimeInMinutes: 3 }';
    const shop = shift({ configuration: `strategy: CANARY, bakeTimeInMinutes: 0, ${canary}` });
    expect((await shop.deploy()).verdict.status).toBe('deployed');
    const text = textOf(shop);
    expect(text.indexOf('production traffic: new 10%, old 90%')).toBeGreaterThan(0);
    expect(text.indexOf('production traffic: new 100%, old 0%')).toBeGreaterThan(
      text.indexOf('production traffic: new 10%, old 90%'),
    );
  });

  test('is watched for its bake and step times beside the 30 minutes', async () => {
    const linear = 'linearConfiguration: { stepPercent: 25, stepBakeTimeInMinutes: 15 }';
    const shop = shift({ configuration: `strategy: LINEAR, bakeTimeInMinutes: 20, ${linear}` });
    const outcome = await shop.deploy();
    expect(outcome.verdict.status).toBe('deployed');
    expect(outcome.milliseconds).toBeGreaterThan(65 * 60_000);
  });

  test('needs no load balancer', async () => {
    const shop = shift({ configuration: blueGreen, loadBalancer: false });
    const outcome = await shop.deploy();
    expect(outcome.verdict.status).toBe('deployed');
    expect(outcome.milliseconds).toBeGreaterThan(5 * 60_000);
    expect(textOf(shop)).toContain('stage BAKE_TIME');
    expect(textOf(shop)).not.toContain('traffic: new');
  });

  test('can be deployed by the other action, too', async () => {
    const shop = shift({ configuration: blueGreen, loadBalancer: false });
    expect((await shop.deploy({ action: 'bluegreen-deploy' })).verdict.status).toBe('deployed');
  });
});

describe('what ends such a deployment', () => {
  const failing = (at: string): ShiftScenario => ({
    configuration: `${blueGreen}, lifecycleHooks: [${lambdaHook('check', at)}]`,
    more: `lifecycleHooks: [{ function: check, stage: ${at}, result: fail }]`,
  });

  test('is named where a hook fails after the traffic was tested', async () => {
    const shop = shift(failing('POST_TEST_TRAFFIC_SHIFT'));
    const outcome = await shop.deploy();
    expect(outcome.verdict).toMatchObject({
      status: 'rolled-back',
      facts: {
        awsReason: `Service deployment rolled back because POST_TEST_TRAFFIC_SHIFT lifecycle hook(s) failed. Lifecycle hook target ${hookArn('check')} returned FAILED status.`,
      },
    });
    expect(textOf(shop)).toContain('✗ hook check at POST_TEST_TRAFFIC_SHIFT: FAILED');
  });

  test('is known from the record where a hook refuses it before any task starts', async () => {
    const shop = shift(failing('PRE_SCALE_UP'));
    const outcome = await shop.deploy();
    expect(outcome.verdict).toMatchObject({ status: 'rolled-back', rule: 'service-deployment-rolled-back' });
    expect(outcome.verdict.facts.awsReason).toContain('PRE_SCALE_UP lifecycle hook(s) failed');
  });

  test('is the alarm that goes off in the bake', async () => {
    const shop = shift({
      configuration: `${blueGreen}, alarms: { enable: true, rollback: true, alarmNames: [errors] }`,
      more: 'alarms: [{ name: errors, at: 240 }]',
    });
    const outcome = await shop.deploy();
    expect(outcome.verdict.status).toBe('rolled-back');
    expect(textOf(shop)).toContain('stage BAKE_TIME');
    expect(textOf(shop)).toContain('✗ alarm errors went off');
  });

  test('is the circuit breaker, where this run is patient', async () => {
    const shop = shift({
      configuration: `${blueGreen}, deploymentCircuitBreaker: { enable: true, rollback: true }`,
      loadBalancer: false,
    });
    const outcome = await shop.deploy({
      revision: file('fault-crash'),
      control: { ...control, stopAfterFailedTasks: 1_000 },
    });
    expect(outcome.verdict).toMatchObject({
      status: 'rolled-back',
      facts: { awsReason: expect.stringContaining('circuit breaker') },
    });
  });

  test('a pause says its id and how to go on, and the watch goes on once somebody continued it', async () => {
    const pause =
      '{ targetType: PAUSE, lifecycleStages: [POST_SCALE_UP], timeoutConfiguration: { timeoutInMinutes: 10, action: CONTINUE } }';
    const shop = shift({ configuration: `${blueGreen}, lifecycleHooks: [${pause}]` });
    expect((await shop.deploy()).verdict.status).toBe('deployed');
    expect(textOf(shop)).toMatch(/pause ecs-pause-[\w-]+ at POST_SCALE_UP: AWAITING_ACTION/);
    expect(textOf(shop)).toMatch(
      /continue-service-deployment --service-deployment-arn \S+ --hook-id ecs-pause-[\w-]+ --region us-east-1 --action CONTINUE/,
    );
  });
});

describe('a production rule that somebody has reset to an empty target group', () => {
  const reset = { happens: `ruleResets: [{ rule: '${productionRule}', targetGroupArn: '${greenGroup}' }]` };

  test('keeps a deployment from being started', async () => {
    const shop = shift({ configuration: blueGreen, more: reset.happens });
    shop.pass(5);
    const { verdict, problems } = await shop.deploy();
    expect(verdict.rule).toBe('refused');
    expect(problems).toMatchObject([{ message: expect.stringContaining('has no healthy target') }]);
    expect(shop.mutations()).toEqual([]);
  });

  test('is not seen without the permission, which is warned of with its line', async () => {
    const shop = shift({
      configuration: blueGreen,
      more: `${reset.happens}\ndeny: ['elasticloadbalancing:DescribeRules']`,
    });
    shop.pass(5);
    const { verdict } = await shop.deploy({ dryRun: true });
    expect(verdict.rule).toBe('plan-only');
    expect(shop.told.warnings.join('')).toContain('"Action":"elasticloadbalancing:DescribeRules"');
  });
});

describe('without the permission to read service deployments', () => {
  test.each(['ecs:ListServiceDeployments', 'ecs:DescribeServiceDeployments'])(
    'nothing is started where %s is missing',
    async (action) => {
      const shop = shift({ configuration: blueGreen, more: `deny: ['${action}']` });
      const { verdict, problems } = await shop.deploy();
      expect(verdict).toMatchObject({ status: 'failed', rule: 'refused' });
      expect(problems).toMatchObject([
        { remedy: expect.stringContaining(`{"Effect":"Allow","Action":"${action}"`) },
      ]);
      expect(shop.mutations()).toEqual([]);
    },
  );

  test('a watch that loses it on the way ends as unknown, never as deployed', async () => {
    const shop = shift(
      { configuration: blueGreen },
      {
        meanwhile: {
          afterSeconds: 60,
          happens: ({ world }) =>
            Object.assign(world.permissions, { deny: ['ecs:DescribeServiceDeployments'] }),
        },
      },
    );
    expect((await shop.deploy()).verdict).toMatchObject({ status: 'unknown', rule: 'lost-sight' });
  });
});

test('the plan in the middle of a deployment says what has the traffic, not what has the most tasks', async () => {
  const shop = shift({
    configuration: `${blueGreen}, lifecycleHooks: [${lambdaHook('slow', 'POST_SCALE_UP')}]`,
    more: 'lifecycleHooks: [{ function: slow, seconds: 600 }]',
  });
  await shop.deployByHand('v3');
  shop.pass(180);
  const { runningTaskDefinition, verdict } = await shop.deploy({ dryRun: true });
  expect(verdict.rule).toBe('refused');
  expect(textOf(shop)).toContain('serves worker:1');
  expect(runningTaskDefinition).toMatch(/worker:1$/);
});
