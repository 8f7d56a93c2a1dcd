import { describe, expect, test } from '@jest/globals';
import type { ControlRequest, DeployRequest } from '../../src/deploy/request.ts';
import { outcomeSentence } from '../../src/report/outcome.ts';
import { control, file, noSettings, sendNow, type Stage, stage } from '../support/deployment.ts';
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

describe('what runs already', () => {
  const twoRun = async (shop: Stage): Promise<void> => {
    for (let second = 0; second < 900; second += 1) {
      const { deployments: [primary] = [] } = await shop.service();
      if (primary?.runningCount === 2 && primary.rolloutState === 'COMPLETED') return;
      shop.pass(1);
    }
    throw new Error('Two tasks were never up at once.');
  };
  const crashing = { revision: file('fault-crash-late'), ...stableFor(120, { onFailure: 'leave' }) };

  test.each([120, 'default'] as const)(
    'and crashes again and again is failed with its cause at stable-for %s, and nothing is sent',
    async (seconds) => {
      const shop = stage();
      await shop.deploy(crashing);
      await twoRun(shop);
      const asked = shop.mutations().length;
      const outcome = await shop.deploy({ ...crashing, ...stableFor(seconds) });
      expect(outcome.verdict).toMatchObject({ status: 'failed', rule: 'not-stable' });
      expect(outcome.diagnosis?.causes).toMatchObject([{ cause: { kind: 'exited', exitCode: 1 } }]);
      expect(outcome.handle).toBeUndefined();
      expect(outcomeSentence(outcome)).toContain('its tasks did not stay up');
      expect(shop.mutations().slice(asked)).toEqual([]);
    },
  );

  test('and has been up for that long, by the times that AWS tells, is unchanged at once', async () => {
    const shop = stage();
    await shop.deploy(stableFor(60));
    shop.pass(7 * 3_600);
    const outcome = await shop.deploy(stableFor(60));
    expect(outcome.verdict.status).toBe('unchanged');
    expect(outcome.milliseconds).toBe(0);
  });

  test('but since a moment ago is watched for what is missing, and unchanged then', async () => {
    const shop = stage();
    await shop.deploy(stableFor(0));
    const outcome = await shop.deploy(stableFor(300));
    expect(outcome.verdict.status).toBe('unchanged');
    expect(outcome.milliseconds / 1_000).toBeGreaterThan(200);
    expect(outcome.milliseconds / 1_000).toBeLessThan(305);
  });

  test('is not watched where stable-for does not apply, nor in a dry run, nor where nobody waits', async () => {
    const shop = stage();
    await shop.deploy(stableFor(0));
    const inTotal = async (given: Partial<DeployRequest>): Promise<number> => {
      const before = shop.sandbox.requests.length;
      expect((await shop.deploy(given)).verdict.status).toBe('unchanged');
      return shop.sandbox.requests.length - before;
    };
    const unwatched = await inTotal(stableFor(undefined));
    expect(await inTotal(stableFor(0))).toBe(unwatched);
    expect(await inTotal({ ...stableFor(300), dryRun: true })).toBe(unwatched);
    expect(await inTotal({ ...stableFor(300), wait: false })).toBe(unwatched);
  });

  test('and crashes is failed, too, where only its count is set', async () => {
    const shop = stage();
    await shop.deploy(crashing);
    await twoRun(shop);
    const asked = shop.mutations().length;
    const outcome = await shop.deploy({
      ...crashing,
      ...stableFor(120),
      settings: { ...noSettings, desiredCount: 3 },
    });
    expect(outcome.verdict).toMatchObject({ status: 'failed', rule: 'not-stable' });
    expect(outcome.handle).toBeUndefined();
    expect(shop.mutations().slice(asked)).toEqual(['ecs:UpdateService']);
  });

  test('and stays up when its count is set is unchanged once the new tasks were up, too', async () => {
    const shop = stage();
    const outcome = await shop.deploy({
      revision: file('v1'),
      ...stableFor(300),
      settings: { ...noSettings, desiredCount: 3 },
    });
    expect(outcome.verdict).toMatchObject({ status: 'unchanged', rule: 'count-reached' });
    expect(outcome.milliseconds / 1_000).toBeGreaterThan(300);
    const none = await shop.deploy({
      revision: file('v1'),
      ...stableFor(300),
      settings: { ...noSettings, desiredCount: 0 },
    });
    expect(none.verdict).toMatchObject({ status: 'unchanged', facts: { nothingRan: true } });
  });

  test('and is replaced while it is watched is superseded', async () => {
    const shop = stage({
      meanwhile: {
        afterSeconds: 30,
        happens: (sandbox) =>
          sendNow(sandbox, 'UpdateService', { cluster: 'shop', service: 'worker', forceNewDeployment: true }),
      },
    });
    const outcome = await shop.deploy({ revision: file('v1'), ...stableFor(600) });
    expect(outcome.verdict.status).toBe('superseded');
  });

  test('and is watched when the run is cancelled: nothing was started, nothing is undone', async () => {
    const shop = stage({ cancelAfterSeconds: 10 });
    const outcome = await shop.deploy({
      revision: file('v1'),
      ...stableFor(600, { onCancel: 'rollback' }),
    });
    expect(outcome.verdict.status).toBe('cancelled');
    expect(outcomeSentence(outcome)).toContain('before anything was started');
    expect(shop.mutations()).toEqual([]);
    expect(shop.told.courses).toEqual([]);
  });

  test('because this run stopped what was in the way must stay up, too', async () => {
    const shop = stage();
    await shop.deploy({ revision: file('fault-crash-late'), ...stableFor(0) });
    await shop.deployByHand('v2');
    const outcome = await shop.deploy({
      revision: file('fault-crash-late'),
      ...stableFor(600, { whenInProgress: 'replace' }),
    });
    expect(outcome.verdict).toMatchObject({ status: 'failed', rule: 'not-stable' });
    expect(shop.mutations().at(-1)).toBe('ecs:StopServiceDeployment');
  });
});

test('old tasks that are stopping are counted in the log, with how long they have been', async () => {
  const shop = stage();
  await shop.deploy(stableFor(60));
  expect(shop.told.lines.join('\n')).toMatch(/\d old tasks? (?:is|are) stopping/);
});
