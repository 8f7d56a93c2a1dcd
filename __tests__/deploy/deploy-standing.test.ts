import { describe, expect, test } from '@jest/globals';
import type { ControlRequest } from '../../src/deploy/request.ts';
import {
  type BlueGreenStage,
  blueGreenStage,
  control,
  file,
  noSettings,
  stage,
  type Stage,
  webFile,
} from '../support/deployment.ts';
import { targetGroup, workerScenario } from '../support/sandbox.ts';
import { shiftScenario } from '../support/shift.ts';

const byDefault = { control: { ...control, stableFor: 'default' } } as const;
const off = { control: { ...control, stableFor: 0 } } as const;

/** Lets time pass until all tasks of what serves run, as they do for a moment between two crashes. */
async function allUp(shop: Stage | BlueGreenStage): Promise<void> {
  for (let second = 0; second < 900; second += 1) {
    shop.pass(1);
    const { desiredCount = 0, taskSets = [], deployments = [] } = await shop.service();
    const isQuiet = taskSets.length < 2 && deployments.length < 2;
    const serves = [...taskSets, ...deployments].find(({ status }) => status === 'PRIMARY');
    const isSteady = serves !== undefined && 'stabilityStatus' in serves ? serves.stabilityStatus : undefined;
    if (isQuiet && serves?.runningCount === desiredCount && isSteady !== 'STABILIZING') return;
  }
  throw new Error('All tasks were never up at once.');
}

describe('what runs already under CodeDeploy', () => {
  test('and crashes again and again is failed with its cause, whenever it is asked, and nothing is sent', async () => {
    const shop = blueGreenStage();
    const crashing = { revision: webFile('fault-crash-late'), ...byDefault };
    expect((await shop.deploy(crashing)).verdict.status).toBe('deployed');
    shop.pass(600);
    for (const pause of [0, 11, 23]) {
      shop.pass(pause);
      await allUp(shop);
      const asked = shop.mutations().length;
      const outcome = await shop.deploy(crashing);
      expect(outcome.verdict).toMatchObject({ status: 'failed', rule: 'not-stable' });
      expect(outcome.diagnosis?.causes).toMatchObject([{ cause: { kind: 'exited', exitCode: 1 } }]);
      expect(outcome.runningTaskDefinition).toMatch(/web:2$/);
      expect(shop.mutations().slice(asked)).toEqual([]);
    }
  });

  test('and has never crashed is unchanged at once, by three reads more', async () => {
    const shop = blueGreenStage();
    const asked = async (given: { control: ControlRequest }): Promise<number> => {
      const before = shop.sandbox.requests.length;
      const outcome = await shop.deploy({ revision: webFile('v1'), ...given });
      expect([outcome.verdict.status, outcome.milliseconds]).toEqual(['unchanged', 0]);
      return shop.sandbox.requests.length - before;
    };
    const without = await asked({ control });
    expect((await asked(byDefault)) - without).toBeLessThanOrEqual(3);
  });
});

describe('what runs already behind a load balancer', () => {
  const crashing = { revision: file('fault-crash-late') };
  const looping = async (): Promise<Stage> => {
    const shop = stage({
      scenario: workerScenario({
        service: `    loadBalancers: [{ targetGroupArn: '${targetGroup}', containerName: worker, containerPort: 80 }]`,
      }),
    });
    await shop.deploy({ ...crashing, control: { ...off.control, onFailure: 'leave' } });
    await allUp(shop);
    return shop;
  };

  test('and crashes again and again is failed', async () => {
    const shop = await looping();
    const outcome = await shop.deploy({ ...crashing, ...byDefault });
    expect(outcome.verdict).toMatchObject({ status: 'failed', rule: 'not-stable' });
  });

  test('and crashes is failed, too, where only its count is set', async () => {
    const shop = await looping();
    const settings = { ...noSettings, desiredCount: 3 };
    const outcome = await shop.deploy({ ...crashing, ...byDefault, settings });
    expect(outcome.verdict).toMatchObject({ status: 'failed', rule: 'not-stable' });
  });

  test('is not asked to stay up at stable-for 0', async () => {
    const shop = await looping();
    expect((await shop.deploy({ ...crashing, ...off })).verdict.status).toBe('unchanged');
  });
});

test('what ECS shifted the traffic to long ago is unchanged, though its record is gone', async () => {
  const shop = stage({
    scenario: shiftScenario({ configuration: 'strategy: BLUE_GREEN, bakeTimeInMinutes: 1' }),
  });
  const asked = { revision: file('v1'), control: { ...control, stableFor: 60 } };
  const outcome = await shop.deploy(asked);
  expect(outcome.verdict.status).toBe('unchanged');
});
