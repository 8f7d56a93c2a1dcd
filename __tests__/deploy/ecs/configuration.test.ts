import { expect, test } from '@jest/globals';
import { isNative, waitMinutes } from '../../../src/deploy/ecs/configuration.ts';

test.each([
  [{ strategy: 'BLUE_GREEN', bakeTimeInMinutes: 10 }, 10],
  [{ strategy: 'CANARY', bakeTimeInMinutes: 10, canaryConfiguration: { canaryBakeTimeInMinutes: 4 } }, 14],
  [{ strategy: 'CANARY' }, 10],
  [{ strategy: 'LINEAR', linearConfiguration: { stepPercent: 30, stepBakeTimeInMinutes: 2 } }, 6],
  [{ strategy: 'LINEAR' }, 54],
  [{ strategy: 'ROLLING', bakeTimeInMinutes: 180 }, 0],
  [{ bakeTimeInMinutes: 180 }, 0],
] as const)('%j waits %i minutes', (configuration, minutes) => {
  expect(waitMinutes(configuration)).toBe(minutes);
});

test.each([
  ['ECS', 'BLUE_GREEN', true],
  ['ECS', 'ROLLING', false],
  ['CODE_DEPLOY', 'BLUE_GREEN', false],
])('whether ECS itself shifts the traffic with the controller %s and %s: %j', (controller, strategy, is) => {
  expect(isNative({ controller, strategy })).toBe(is);
});
