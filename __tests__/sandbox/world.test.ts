import { expect, test } from '@jest/globals';
import { virtualClock } from '../../sandbox/clock.ts';
import { createSandbox, parseScenario } from '../../sandbox/sandbox.ts';
import { play } from '../../sandbox/services/services.ts';
import { advance } from '../../sandbox/world.ts';
import { rehearse, startOfTime, workerScenario } from '../support/sandbox.ts';
import { lambdaHook, rehearseShift } from '../support/shift.ts';

test('the same seed gives the same world, another seed other ids', () => {
  const worldOf = (seed: number) => {
    const scenario = parseScenario(workerScenario({ more: `seed: ${seed}` }), 'scenario.yml');
    return createSandbox(scenario, virtualClock(startOfTime)).world;
  };
  expect(worldOf(1)).toEqual(worldOf(1));
  expect(worldOf(2).ecs.services[0]?.deployments[0]?.id).not.toBe(
    worldOf(1).ecs.services[0]?.deployments[0]?.id,
  );
});

test('a copy of the world lives on as the world does', async () => {
  const stage = rehearse();
  await stage.deploy('fault-crash');
  stage.pass(60);
  const world = stage.sandbox.live();
  const copy = structuredClone(world);
  advance(copy, stage.clock.now() + 600_000, play);
  stage.pass(600);
  expect(copy).toEqual(stage.sandbox.live());
});

test('a copy of the world lives on through the stages of a deployment, and the world is plain JSON there', async () => {
  const stage = rehearseShift({
    configuration: `strategy: LINEAR, bakeTimeInMinutes: 3, lifecycleHooks: [${lambdaHook('smoke', 'POST_SCALE_UP')}]`,
    more: 'lifecycleHooks: [{ function: smoke, seconds: 60 }]',
  });
  await stage.deploy('v2');
  await stage.until(({ lifecycleStage }) => lifecycleStage === 'POST_SCALE_UP');
  const copy = structuredClone(stage.sandbox.live());
  const written: unknown = JSON.parse(JSON.stringify(copy));
  expect(written).toEqual(copy);
  advance(copy, stage.clock.now() + 7_200_000, play);
  stage.pass(7200);
  expect(copy).toEqual(stage.sandbox.live());
  expect(copy.ecs.services[0]?.records[0]?.status).toBe('SUCCESSFUL');
});
