import { describe, expect, test } from '@jest/globals';
import type { ControlRequest } from '../../src/deploy/request.ts';
import { control, file, stage } from '../support/deployment.ts';
import { shiftScenario } from '../support/shift.ts';

const stableFor = (seconds: ControlRequest['stableFor'], more: Partial<ControlRequest> = {}) => ({
  control: { ...control, ...more, ...(seconds === undefined ? {} : { stableFor: seconds }) },
});

const endsAfter = async (given: ControlRequest['stableFor']) => {
  const shop = stage();
  const outcome = await shop.deploy(stableFor(given));
  expect(outcome.verdict.status).toBe('deployed');
  return outcome.milliseconds / 1_000;
};

describe('stable-for', () => {
  test('counts from the moment all new tasks are up, so that a worker whose old tasks drain waits little', async () => {
    const [without, byDefault, long] = [await endsAfter(0), await endsAfter('default'), await endsAfter(600)];
    expect(byDefault - without).toBeLessThan(30);
    expect(long).toBeGreaterThan(600);
    expect(long).toBeLessThan(without + 605);
  });

  test('is said when ECS calls the deployment complete', async () => {
    const shop = stage();
    await shop.deploy(stableFor(600));
    expect(shop.told.lines.join('\n')).toContain('its tasks must be up for 600 s without a crash');
  });

  test('of an hour is not cut off by the default limit', async () => {
    expect(await endsAfter(3_600)).toBeGreaterThan(3_600);
  });

  test('a crash in that time is a failure that is rolled back, though ECS called it complete', async () => {
    const shop = stage();
    const outcome = await shop.deploy({ revision: file('fault-crash-late'), ...stableFor(120) });
    expect(outcome.verdict).toMatchObject({
      status: 'rolled-back',
      facts: { stableFor: 120, stopped: true },
    });
    expect(outcome.causes).toMatchObject([{ cause: { kind: 'exited' } }]);
    expect(outcome.runningTaskDefinition).toMatch(/worker:1$/);
    expect(shop.mutations().filter((call) => call === 'ecs:UpdateService')).toHaveLength(2);
  });

  test('with on-failure: leave the crash is told and nothing is returned to', async () => {
    const shop = stage();
    const outcome = await shop.deploy({
      revision: file('fault-crash-late'),
      ...stableFor(120, { onFailure: 'leave' }),
    });
    expect(outcome.verdict).toMatchObject({ status: 'failed', rule: 'not-stable' });
    expect(shop.mutations().filter((call) => call === 'ecs:UpdateService')).toHaveLength(1);
  });

  test('does not delay a service whose bake time already watches the tasks', async () => {
    const scenario = shiftScenario({
      configuration: 'strategy: BLUE_GREEN, bakeTimeInMinutes: 1',
      loadBalancer: false,
    });
    const [plain, byDefault] = [stage({ scenario }), stage({ scenario })];
    const without = await plain.deploy();
    expect((await byDefault.deploy(stableFor('default'))).milliseconds).toBe(without.milliseconds);
  });
});

test('old tasks that are stopping are counted in the log, with how long they have been', async () => {
  const shop = stage();
  await shop.deploy(stableFor(60));
  expect(shop.told.lines.join('\n')).toMatch(/\d old tasks? (?:is|are) stopping/);
});
