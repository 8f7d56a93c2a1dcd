import {
  ContinueServiceDeploymentCommand,
  CreateServiceCommand,
  type CreateServiceRequest,
  type DeploymentConfiguration,
  type DeploymentLifecycleHook,
  type LoadBalancer,
} from '@aws-sdk/client-ecs';
import { describe, expect, test } from '@jest/globals';
import * as recorded from '../../support/recordings/blue-green.ts';
import type { Refusal } from '../../support/recordings/refusals.ts';
import {
  blueGroup,
  greenGroup,
  lambdaHook,
  productionRule,
  rehearseShift,
  testRule,
  type ShiftRehearsal,
} from '../../support/shift.ts';

const blueGreen = 'strategy: BLUE_GREEN';

type Shifting = NonNullable<LoadBalancer['advancedConfiguration']>;
const untested = {
  alternateTargetGroupArn: greenGroup,
  productionListenerRule: productionRule,
  roleArn: 'arn:aws:iam::123456789012:role/infrastructure',
} satisfies Shifting;

const balancer = (changes: Partial<Shifting> = {}): LoadBalancer => ({
  targetGroupArn: blueGroup,
  containerName: 'worker',
  containerPort: 80,
  advancedConfiguration: { ...untested, testListenerRule: testRule, ...changes },
});
const plain: LoadBalancer = { targetGroupArn: greenGroup, containerName: 'worker', containerPort: 80 };
const classic: LoadBalancer = { loadBalancerName: 'old', containerName: 'worker', containerPort: 80 };

const create = (changes: Partial<CreateServiceRequest>) =>
  rehearseShift({ configuration: blueGreen }).ecs.send(
    new CreateServiceCommand({
      cluster: 'shop',
      serviceName: 'new',
      taskDefinition: 'worker:1',
      desiredCount: 1,
      deploymentConfiguration: { strategy: 'BLUE_GREEN' },
      ...changes,
    }),
  );

const refusalOf = async (call: Promise<unknown>): Promise<Refusal> => {
  const error: unknown = await call.then(() => undefined).catch((reason: unknown) => reason);
  if (!(error instanceof Error)) throw new Error('The call was not refused.');
  return { name: error.name, text: error.message };
};

describe('CreateService refuses in AWS’s words', () => {
  const { refusedSettings: refused } = recorded;
  test.each<[string, LoadBalancer[], Refusal]>([
    ['a rule that is none', [balancer({ productionListenerRule: 'nonsense' })], refused.ruleArn],
    [
      'one rule for both kinds of traffic',
      [balancer({ testListenerRule: productionRule })],
      refused.sameRule,
    ],
    [
      'no test rule',
      [{ ...plain, targetGroupArn: blueGroup, advancedConfiguration: untested }],
      refused.testRuleMissing,
    ],
    ['a target group twice', [balancer({ alternateTargetGroupArn: blueGroup })], refused.duplicateGroup],
    ['load balancers of both generations', [balancer(), classic], refused.mixedLoadBalancers],
    [
      'shifting on a classic load balancer',
      [{ ...classic, ...balancer(), targetGroupArn: undefined }],
      refused.advancedForClassic,
    ],
    ['shifting on one of two', [balancer(), plain], refused.advancedForSome],
    ['no shifting where the strategy needs it', [plain], refused.advancedMissing],
  ])('%s', async (_, loadBalancers, refusal) => {
    expect(await refusalOf(create({ loadBalancers }))).toEqual(refusal);
  });

  test('a pause where none can be', async () => {
    const pause: DeploymentLifecycleHook = { targetType: 'PAUSE', lifecycleStages: ['RECONCILE_SERVICE'] };
    const deploymentConfiguration: DeploymentConfiguration = {
      strategy: 'BLUE_GREEN',
      lifecycleHooks: [pause],
    };
    expect(await refusalOf(create({ deploymentConfiguration }))).toEqual(refused.pauseStage);
  });

  test('a hook of a kind that is none', () => {
    const { sandbox } = rehearseShift({ configuration: blueGreen });
    const reply = sandbox.handle({
      method: 'POST',
      path: '/',
      headers: {
        'x-amz-target': 'AmazonEC2ContainerServiceV20141113.CreateService',
        'content-type': 'application/x-amz-json-1.1',
        authorization: 'somebody',
      },
      body: JSON.stringify({
        cluster: 'shop',
        serviceName: 'new',
        taskDefinition: 'worker:1',
        deploymentConfiguration: {
          strategy: 'BLUE_GREEN',
          lifecycleHooks: [{ targetType: 'STEP_FUNCTION', lifecycleStages: ['PRE_SCALE_UP'] }],
        },
      }),
    });
    if (reply.kind !== 'answer') throw new Error('The call was not answered.');
    expect(JSON.parse(reply.body)).toMatchObject({ message: refused.targetType.text });
  });
});

describe('ContinueServiceDeployment refuses in AWS’s words', () => {
  const { refusedContinues: refused } = recorded;
  const unknown = 'ecs-pause-Xk7rT2mP9sLwQn4vB8fYd3hJ6gA1cE5iO0uR_ZpWq';
  const proceed = async (stage: ShiftRehearsal, hookId: string, arn?: string) => {
    const { serviceDeploymentArn } = await stage.record();
    const input = { serviceDeploymentArn: arn ?? serviceDeploymentArn, hookId, action: 'CONTINUE' } as const;
    return refusalOf(stage.ecs.send(new ContinueServiceDeploymentCommand(input)));
  };
  const paused = async () => {
    const stage = rehearseShift({
      configuration: `${blueGreen}, lifecycleHooks: [{ targetType: PAUSE, lifecycleStages: [POST_SCALE_UP] }]`,
    });
    await stage.deploy('v2');
    await stage.until(({ lifecycleHookDetails }) => lifecycleHookDetails !== undefined);
    return stage;
  };

  test('an id that is none, one that nobody waits at, and a deployment that is not there', async () => {
    const stage = await paused();
    expect(await proceed(stage, 'nonsense')).toEqual(refused.hookId);
    expect(await proceed(stage, unknown)).toEqual(refused.hookNotOpen);
    const { serviceDeploymentArn = '' } = await stage.record();
    const other = serviceDeploymentArn.replace(/[^/]+$/, 'x'.repeat(21));
    expect(await proceed(stage, unknown, other)).toEqual(refused.notFound);
  });

  test('a deployment that is over', async () => {
    const stage = rehearseShift({ configuration: `${blueGreen}, bakeTimeInMinutes: 0` });
    await stage.deploy('v2');
    await stage.watch();
    expect(await proceed(stage, unknown)).toEqual(refused.over);
  });
});

describe('a deployment that is rolled back says why in AWS’s words', () => {
  const { statusReasons } = recorded;
  const other = blueGroup.replace(/targetgroup.*/, 'targetgroup/other/0123456789abcde9');
  const reasonOf = async (stage: ShiftRehearsal, tag = 'v2') => {
    await stage.deploy(tag);
    await stage.watch();
    const { status, statusReason } = await stage.record();
    expect(status).toBe('ROLLBACK_SUCCESSFUL');
    return statusReason;
  };
  /** Sends the traffic of a rule elsewhere before the deployment begins. */
  const rerouted = (rule: string, forward: readonly { targetGroupArn: string; weight: number }[]) => {
    const stage = rehearseShift({ configuration: blueGreen });
    const rules = stage.sandbox.live().loadBalancing.listeners.flatMap((listener) => listener.rules);
    for (const found of rules.filter(({ arn }) => arn === rule)) Object.assign(found, { forward });
    return stage;
  };

  test('for the circuit breaker', async () => {
    const breaker = 'deploymentCircuitBreaker: { enable: true, rollback: true }';
    const stage = rehearseShift({ configuration: `${blueGreen}, ${breaker}` });
    expect(await reasonOf(stage, 'fault-crash')).toBe(statusReasons.breaker);
  });

  test('for a target group that no rule knows', async () => {
    const stage = rerouted(testRule, [{ targetGroupArn: blueGroup, weight: 100 }]);
    expect(await reasonOf(stage)).toBe(statusReasons.unassociated);
  });

  test('for two target groups that serve', async () => {
    const both = [blueGroup, greenGroup].map((targetGroupArn) => ({ targetGroupArn, weight: 50 }));
    expect(await reasonOf(rerouted(productionRule, both))).toBe(statusReasons.twoServing);
  });

  test('for a target group that is a stranger', async () => {
    const stage = rerouted(productionRule, [{ targetGroupArn: other, weight: 100 }]);
    expect(await reasonOf(stage)).toBe(statusReasons.stranger);
  });

  test('for a function that says FAILED', async () => {
    const stage = rehearseShift({
      configuration: `${blueGreen}, lifecycleHooks: [${lambdaHook('myHook', 'TEST_TRAFFIC_SHIFT')}]`,
      more: 'lifecycleHooks: [{ function: myHook, result: fail }]',
    });
    expect(await reasonOf(stage)).toBe(statusReasons.hookFailed);
  });

  test('for a pause that nobody ended', async () => {
    const pause =
      '{ targetType: PAUSE, lifecycleStages: [POST_TEST_TRAFFIC_SHIFT], timeoutConfiguration: { timeoutInMinutes: 5, action: ROLLBACK } }';
    const stage = rehearseShift({ configuration: `${blueGreen}, lifecycleHooks: [${pause}]` });
    expect(await reasonOf(stage)).toBe(statusReasons.pauseTimedOut);
  });
});
