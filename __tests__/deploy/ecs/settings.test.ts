import { describe, expect, test } from '@jest/globals';
import {
  configurationAfter,
  deploymentInputsGiven,
  type DeploymentInputs,
  deploymentReasons,
  type DeploymentSettings,
  deploymentSettingsFit,
  deploymentSettingsOf,
} from '../../../src/deploy/ecs/settings.ts';
import { waitMinutes } from '../../../src/deploy/ecs/configuration.ts';
import type { Problem } from '../../../src/inputs/problem.ts';
import type { ServiceState } from '../../../src/service/service.ts';
import { currentState, requestFor } from '../../support/current.ts';
import { aCodeDeployService, aService } from '../../support/service.ts';

const hook = { hookTargetArn: 'arn:aws:lambda:eu-central-1:123456789012:function:smoke' };
const canary = aService({
  deploymentConfiguration: {
    strategy: 'CANARY',
    bakeTimeInMinutes: 10,
    canaryConfiguration: { canaryPercent: 5, canaryBakeTimeInMinutes: 4 },
    lifecycleHooks: [{ ...hook, lifecycleStages: ['POST_SCALE_UP'] }],
    deploymentCircuitBreaker: { enable: true, rollback: true },
    alarms: { alarmNames: ['b', 'a'], enable: true, rollback: true },
    maximumPercent: 200,
    minimumHealthyPercent: 100,
  },
});

describe('settings of a deployment configuration', () => {
  test('are none where no input is given', () => {
    expect(deploymentSettingsOf({})).toEqual({ ok: true, value: undefined });
  });

  test('that belong to another strategy than the one given are refused, all at once', () => {
    const read = deploymentSettingsOf({ strategy: 'ROLLING', 'canary-percent': 5, 'bake-minutes': 1 });
    expect(read.ok ? [] : read.problems.map(({ input }) => input)).toEqual([
      'canary-percent',
      'bake-minutes',
    ]);
  });

  const given: Required<{ readonly [K in keyof DeploymentInputs]: NonNullable<DeploymentInputs[K]> }> = {
    strategy: 'CANARY',
    'canary-percent': 5,
    'canary-bake-minutes': 4,
    'linear-step-percent': 10,
    'linear-step-bake-minutes': 3,
    'bake-minutes': 2,
    alarms: ['errors'],
  };

  test('are told by the names of their inputs', () => {
    const read = deploymentSettingsOf({ ...given, strategy: undefined });
    const names = read.ok ? deploymentInputsGiven(read.value) : [];
    expect(names).toEqual(Object.keys(given).filter((name) => name !== 'strategy'));
    expect(deploymentInputsGiven({ strategy: 'CANARY' })).toEqual(['strategy']);
  });

  test.each([
    ['ROLLING', ['alarms']],
    ['BLUE_GREEN', ['bake-minutes', 'alarms']],
    ['LINEAR', ['linear-step-percent', 'linear-step-bake-minutes', 'bake-minutes', 'alarms']],
    ['CANARY', ['canary-percent', 'canary-bake-minutes', 'bake-minutes', 'alarms']],
  ] as const)('of %s are %j beside the strategy', (strategy, names) => {
    const read = deploymentSettingsOf({ ...given, strategy });
    const refused = read.ok ? [] : read.problems.map(({ input }) => input);
    expect(Object.keys(given).filter((name) => !refused.includes(name))).toEqual(['strategy', ...names]);
  });

  test('that fit their strategy are taken', () => {
    expect(deploymentSettingsOf({ strategy: 'CANARY', 'canary-percent': 5 })).toMatchObject({
      ok: true,
      value: { strategy: 'CANARY', canaryPercent: 5 },
    });
  });

  test('leave everything else of the service as it is', () => {
    expect(configurationAfter(canary, { canaryPercent: 20 })).toEqual({
      ...canary.configuration,
      canaryConfiguration: { canaryPercent: 20, canaryBakeTimeInMinutes: 4 },
    });
  });

  test('of a linear service stay as they are where one of them is given', () => {
    const linear = aService({
      deploymentConfiguration: {
        strategy: 'LINEAR',
        linearConfiguration: { stepPercent: 10, stepBakeTimeInMinutes: 3 },
      },
    });
    const after = (settings: DeploymentSettings) => configurationAfter(linear, settings).linearConfiguration;
    expect(after({ stepPercent: 25 })).toEqual({ stepPercent: 25, stepBakeTimeInMinutes: 3 });
    expect(after({ stepBakeMinutes: 0 })).toEqual({ stepPercent: 10, stepBakeTimeInMinutes: 0 });
    expect(after({ bakeMinutes: 1 })).toEqual({ stepPercent: 10, stepBakeTimeInMinutes: 3 });
  });

  test('of the strategy before do not outlive it', () => {
    const after = configurationAfter(canary, { strategy: 'BLUE_GREEN' });
    expect(after).not.toHaveProperty('canaryConfiguration');
    expect(after).toMatchObject({ strategy: 'BLUE_GREEN', bakeTimeInMinutes: 10 });
  });

  test('do not make three hours of bake time out of the default of a rolling service', () => {
    const rolling = aService({ deploymentConfiguration: { strategy: 'ROLLING', bakeTimeInMinutes: 180 } });
    expect(configurationAfter(rolling, { strategy: 'BLUE_GREEN' })).not.toHaveProperty('bakeTimeInMinutes');
    expect(waitMinutes(rolling.configuration)).toBe(0);
  });

  test('are a reason to deploy where they differ, and none where they are as asked', () => {
    expect(deploymentReasons({ strategy: 'CANARY', alarms: ['a', 'b'], bakeMinutes: 10 }, canary)).toEqual(
      [],
    );
    expect(deploymentReasons({ canaryPercent: 7.5, alarms: ['c'] }, canary)).toEqual([
      { kind: 'setting', name: 'canary-percent', from: '5', to: '7.5' },
      { kind: 'setting', name: 'alarms', from: 'a, b', to: 'c' },
    ]);
  });

  test.each([
    { enable: false, rollback: true },
    { enable: true, rollback: false },
  ])('alarms that roll nothing back (%j) are not what is asked for', (alarms) => {
    const service = aService({ deploymentConfiguration: { alarms: { alarmNames: ['a'], ...alarms } } });
    expect(deploymentReasons({ alarms: ['a'] }, service)).toEqual([
      { kind: 'setting', name: 'alarms', from: 'none', to: 'a' },
    ]);
  });
});

describe('settings that a service cannot take', () => {
  const rolling = { strategy: 'ROLLING' } as const;
  const listenerRule = 'arn:aws:elasticloadbalancing:eu-central-1:123456789012:listener-rule/app/web/1/2/3';
  const bare = { targetGroupArn: 'blue', containerName: 'app', containerPort: 8080 };
  const pair = {
    ...bare,
    advancedConfiguration: { alternateTargetGroupArn: 'green', productionListenerRule: listenerRule },
  };
  const problems = (service: ServiceState, deployment: DeploymentSettings): readonly Problem[] =>
    deploymentSettingsFit({
      request: requestFor(undefined, { settings: { deployment } }),
      current: currentState({ service }),
    });
  const inputs = (service: ServiceState, settings: DeploymentSettings) =>
    problems(service, settings).map(({ input }) => input);
  const withLoadBalancers = (...loadBalancers: (typeof bare)[]): ServiceState =>
    aService({ deploymentConfiguration: rolling, loadBalancers });

  test('are those of another strategy than the one it has', () => {
    expect(inputs(canary, { stepPercent: 5, canaryPercent: 5 })).toEqual(['linear-step-percent']);
  });

  test('are told once where the strategy is given, too', () => {
    expect(inputs(canary, { strategy: 'CANARY', stepPercent: 5 })).toEqual([]);
  });

  test('are none where none is given, nor where CodeDeploy deploys, which refuses them by name', () => {
    const nothing = deploymentSettingsFit({
      request: requestFor(),
      current: currentState(),
    });
    expect(nothing).toEqual([]);
    expect(inputs(aCodeDeployService(), { canaryPercent: 5 })).toEqual([]);
  });

  test('are a strategy that shifts traffic without a bake time, where the service has none of that kind', () => {
    expect(inputs(aService(), { strategy: 'BLUE_GREEN' })).toEqual(['bake-minutes']);
    expect(inputs(aService(), { strategy: 'BLUE_GREEN', bakeMinutes: 0 })).toEqual([]);
    expect(inputs(canary, { strategy: 'BLUE_GREEN' })).toEqual([]);
  });

  test('are such a strategy on a service that runs one task on each instance', () => {
    const daemon = aService({ schedulingStrategy: 'DAEMON' });
    expect(inputs(daemon, { strategy: 'LINEAR', bakeMinutes: 1 })).toEqual(['strategy']);
  });

  test('are such a strategy where one load balancer has no second target group', () => {
    const asked = { strategy: 'LINEAR', bakeMinutes: 1 } as const;
    expect(inputs(withLoadBalancers(pair, bare), asked)).toEqual(['strategy']);
    expect(inputs(withLoadBalancers(pair), asked)).toEqual([]);
  });

  test('are not the strategy that the service has, nor ROLLING, whatever its load balancers are', () => {
    expect(inputs(withLoadBalancers(bare), rolling)).toEqual([]);
    const odd = aService({ deploymentConfiguration: { strategy: 'LINEAR' }, loadBalancers: [bare] });
    expect(inputs(odd, { strategy: 'LINEAR' })).toEqual([]);
    expect(inputs(odd, rolling)).toEqual([]);
  });
});
