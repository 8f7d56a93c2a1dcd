import { describe, expect, test } from '@jest/globals';
import {
  configurationAfter,
  deploymentReasons,
  deploymentSettingsOf,
} from '../../../src/deploy/ecs/settings.ts';
import { waitMinutes } from '../../../src/deploy/ecs/configuration.ts';
import { aService } from '../../support/service.ts';

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

  test('leave everything else of the service as it is', () => {
    expect(configurationAfter(canary, { canaryPercent: 20 })).toEqual({
      ...canary.configuration,
      canaryConfiguration: { canaryPercent: 20, canaryBakeTimeInMinutes: 4 },
    });
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
});

test.each([
  [{ strategy: 'BLUE_GREEN', bakeTimeInMinutes: 10 }, 10],
  [{ strategy: 'CANARY', bakeTimeInMinutes: 10, canaryConfiguration: { canaryBakeTimeInMinutes: 4 } }, 14],
  [{ strategy: 'LINEAR', linearConfiguration: { stepPercent: 30, stepBakeTimeInMinutes: 2 } }, 6],
  [{ strategy: 'ROLLING', bakeTimeInMinutes: 180 }, 0],
] as const)('%j waits %i minutes', (configuration, minutes) => {
  expect(waitMinutes(configuration)).toBe(minutes);
});
