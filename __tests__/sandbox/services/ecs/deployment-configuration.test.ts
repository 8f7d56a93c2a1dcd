import { describe, expect, test } from '@jest/globals';
import {
  CreateServiceCommand,
  type DeploymentConfiguration,
  type UpdateServiceRequest,
} from '@aws-sdk/client-ecs';
import { rehearse, workerScenario } from '../../../support/sandbox.ts';

const set = async (...steps: readonly DeploymentConfiguration[]) => {
  const stage = rehearse();
  for (const deploymentConfiguration of steps) await stage.update({ deploymentConfiguration });
  return (await stage.service()).deploymentConfiguration;
};

describe('UpdateService with a deployment configuration', () => {
  test('keeps what it does not name, and starts no deployment', async () => {
    const stage = rehearse();
    const { deployments: [before] = [] } = await stage.service();
    await stage.update({ deploymentConfiguration: { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 7 } });
    await stage.update({ deploymentConfiguration: { maximumPercent: 150 } });
    const { deploymentConfiguration, deployments } = await stage.service();
    expect(deployments).toMatchObject([{ id: before?.id, rolloutState: 'COMPLETED' }]);
    expect(deploymentConfiguration).toMatchObject({
      strategy: 'BLUE_GREEN',
      bakeTimeInMinutes: 7,
      maximumPercent: 150,
      deploymentCircuitBreaker: { enable: true, rollback: true },
    });
  });

  test('fills in AWS’s defaults for LINEAR and CANARY', async () => {
    expect(await set({ strategy: 'LINEAR' })).toMatchObject({
      linearConfiguration: { stepPercent: 10, stepBakeTimeInMinutes: 6 },
    });
    expect(await set({ strategy: 'CANARY', canaryConfiguration: { canaryPercent: 20 } })).toMatchObject({
      canaryConfiguration: { canaryPercent: 20, canaryBakeTimeInMinutes: 10 },
    });
  });

  test('drops a canaryConfiguration under BLUE_GREEN without a word', async () => {
    const configuration = await set({ strategy: 'BLUE_GREEN', canaryConfiguration: { canaryPercent: 20 } });
    expect(configuration).not.toHaveProperty('canaryConfiguration');
  });
});

const production = 'arn:aws:elasticloadbalancing:us-east-1:123456789012:listener-rule/app/web/1/2/3';
const group = (name: string) =>
  `arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/${name}/0123456789abcdef`;
const balancer = (advancedConfiguration?: object, targetGroupArn = group('blue')) => ({
  targetGroupArn,
  containerName: 'worker',
  containerPort: 80,
  ...(advancedConfiguration === undefined
    ? {}
    : {
        advancedConfiguration: {
          alternateTargetGroupArn: group('green'),
          productionListenerRule: production,
          roleArn: 'arn:aws:iam::123456789012:role/infrastructure',
          ...advancedConfiguration,
        },
      }),
});
const listener = production.replace('listener-rule', 'listener').replace('/3', '');
const blueGreen = { deploymentConfiguration: { strategy: 'BLUE_GREEN' } } as const;
const withHook = (hook: object) => ({ deploymentConfiguration: { lifecycleHooks: [hook] } });

const refusals: readonly {
  readonly what: string;
  readonly input: Omit<UpdateServiceRequest, 'service'>;
  readonly message: string;
}[] = [
  {
    what: 'load balancers without advancedConfiguration under BLUE_GREEN',
    input: { ...blueGreen, loadBalancers: [balancer()] },
    message:
      'advancedConfiguration field is required for all loadBalancers when using a non-ROLLING deployment strategy',
  },
  {
    what: 'advancedConfiguration for one of two load balancers',
    input: { loadBalancers: [balancer({}), balancer(undefined, group('other'))] },
    message: 'Either all or none of the provided loadBalancers must have advancedConfiguration defined',
  },
  {
    what: 'one classic load balancer among others',
    input: {
      loadBalancers: [balancer(), { loadBalancerName: 'old', containerName: 'worker', containerPort: 80 }],
    },
    message:
      'All loadBalancers must be strictly either ELBv1 (defining loadBalancerName) or ELBv2 (defining targetGroupArn)',
  },
  {
    what: 'a listener where an ALB needs a rule',
    input: { ...blueGreen, loadBalancers: [balancer({ productionListenerRule: listener })] },
    message: `productionListenerRule has an invalid ARN format. Must be RuleArn for ALB or ListenerArn for NLB. Got: ${listener}`,
  },
  {
    what: 'one rule for production and test',
    input: { ...blueGreen, loadBalancers: [balancer({ testListenerRule: production })] },
    message: `The following rules cannot be used as both production and test listener rules: ${production}`,
  },
  {
    what: 'one target group twice',
    input: { ...blueGreen, loadBalancers: [balancer({ alternateTargetGroupArn: group('blue') })] },
    message: `Duplicate targetGroupArn found: ${group('blue')}`,
  },
  {
    what: 'a pause where there is none',
    input: withHook({ targetType: 'PAUSE', lifecycleStages: ['PRODUCTION_TRAFFIC_SHIFT'] }),
    message: 'Invalid lifecycle stage provided for Pause Hook',
  },
  {
    what: 'a hook of another kind',
    input: withHook({ targetType: 'SNS', lifecycleStages: ['PRE_SCALE_UP'] }),
    message: 'Invalid targetType. Valid values are: AWS_LAMBDA, PAUSE',
  },
];

describe('UpdateService refuses, in AWS’s words,', () => {
  test.each(refusals)('$what', async ({ input, message }) => {
    const stage = rehearse();
    const before = await stage.service();
    await expect(stage.update(input)).rejects.toMatchObject({ name: 'InvalidParameterException', message });
    expect(await stage.service()).toEqual(before);
  });

  test.each([
    { linearConfiguration: { stepPercent: 2 } },
    { canaryConfiguration: { canaryPercent: 0 } },
    { bakeTimeInMinutes: 1441 },
  ])('a number out of range: %j', async (deploymentConfiguration) => {
    await expect(rehearse().update({ deploymentConfiguration })).rejects.toMatchObject({
      name: 'InvalidParameterException',
    });
  });
});

test('the roles of hooks and load balancers must be passed', async () => {
  const stage = rehearse(workerScenario({ more: "deny: ['iam:PassRole']" }));
  const roleArn = 'arn:aws:iam::123456789012:role/hooks';
  const hook = { hookTargetArn: 'arn:aws:lambda:us-east-1:123456789012:function:smoke', roleArn };
  const lifecycleHooks = [{ ...hook, lifecycleStages: ['PRE_SCALE_UP' as const] }];
  const refusal = { name: 'AccessDeniedException', message: expect.stringContaining(roleArn) };
  await expect(stage.update({ deploymentConfiguration: { lifecycleHooks } })).rejects.toMatchObject(refusal);
  await expect(stage.update({ loadBalancers: [balancer({})] })).rejects.toMatchObject({
    name: 'AccessDeniedException',
  });
});

test('CreateService refuses the same, and leaves no service behind', async () => {
  const stage = rehearse();
  const input = { cluster: 'shop', serviceName: 'new', taskDefinition: 'worker:1', desiredCount: 1 };
  const refused = [
    { ...blueGreen, loadBalancers: [balancer()] },
    { loadBalancers: [{ ...balancer(), containerPort: 81 }] },
  ];
  for (const more of refused) {
    await expect(stage.ecs.send(new CreateServiceCommand({ ...input, ...more }))).rejects.toMatchObject({
      name: 'InvalidParameterException',
    });
  }
  expect(stage.sandbox.live().ecs.services.map(({ name }) => name)).toEqual(['worker']);
});
