import { describe, expect, test } from '@jest/globals';
import { outcomeSentence } from '../../src/report/outcome.ts';
import { webScenario } from '../support/blue-green.ts';
import {
  blueGreenStage,
  control,
  denyNow,
  file,
  sendNow,
  type Stage,
  stage,
  webFile,
} from '../support/deployment.ts';
import { shiftScenario } from '../support/shift.ts';
import { workerScenario } from '../support/sandbox.ts';

const worker = (revision: number): string =>
  `arn:aws:ecs:us-east-1:123456789012:task-definition/worker:${revision}`;
const web = (revision: number): string =>
  `arn:aws:ecs:us-east-1:123456789012:task-definition/web:${revision}`;

const breaker = 'deploymentCircuitBreaker: { enable: true, rollback: true }';
const strategies = {
  ROLLING: workerScenario(),
  BLUE_GREEN: shiftScenario({ configuration: `strategy: BLUE_GREEN, bakeTimeInMinutes: 1, ${breaker}` }),
  LINEAR: shiftScenario({
    configuration: `strategy: LINEAR, linearConfiguration: { stepPercent: 50, stepBakeTimeInMinutes: 1 }, bakeTimeInMinutes: 1, ${breaker}`,
  }),
  CANARY: shiftScenario({
    configuration: `strategy: CANARY, canaryConfiguration: { canaryPercent: 10, canaryBakeTimeInMinutes: 1 }, bakeTimeInMinutes: 1, ${breaker}`,
  }),
} as const;
const names = ['ROLLING', 'BLUE_GREEN', 'LINEAR', 'CANARY'] as const;

const LOOKS_AT_MOST = 1_800;

/** Lets time pass until the newest service deployment has one of these statuses. */
function passUntil(shop: Stage, ...statuses: readonly string[]): void {
  for (let second = 0; second < LOOKS_AT_MOST; second += 1) {
    if (statuses.includes(shop.sandbox.live().ecs.services[0]?.records[0]?.status ?? '')) return;
    shop.pass(1);
  }
  throw new Error(`The service deployment never came to ${statuses.join(' or ')}.`);
}

const stopNow = (shop: Stage): void =>
  sendNow(shop.sandbox, 'StopServiceDeployment', {
    serviceDeploymentArn: shop.sandbox.live().ecs.services[0]?.records[0]?.arn,
    stopType: 'ROLLBACK',
  });

describe.each(names)('while ECS rolls back from 3 to 2 under %s', (name) => {
  const rollingBack = async (...statuses: readonly string[]): Promise<Stage> => {
    const shop = stage({ scenario: strategies[name] });
    await shop.deploy({ waitMinutes: 60 });
    shop.pass(600);
    await shop.deployByHand('fault-slow');
    shop.pass(20);
    stopNow(shop);
    passUntil(shop, ...statuses);
    return shop;
  };

  test.each(['ROLLBACK_REQUESTED', 'ROLLBACK_IN_PROGRESS'])(
    'a rollback waits for that at %s, says so, and never goes on to 1',
    async (status) => {
      const shop = await rollingBack(status);
      const earlier = shop.mutations().length;
      const outcome = await shop.rollBack();
      expect(outcome).toMatchObject({
        runningTaskDefinition: worker(2),
        taskDefinition: worker(2),
        problems: [],
      });
      expect(outcome.verdict.status).toBe(status === 'ROLLBACK_REQUESTED' ? 'deployed' : 'unchanged');
      expect(shop.told.lines).toContain(
        'back to worker:2 of commit c0ffee, by what is under way already: nothing further back is returned to',
      );
      expect(shop.mutations().slice(earlier)).not.toContain('ecs:UpdateService');
      expect((await shop.service()).deployments).toMatchObject([
        { taskDefinition: worker(2), rolloutState: 'COMPLETED' },
      ]);
    },
  );

  test('it is waited for, never stopped, by a deployment that replaces', async () => {
    const shop = await rollingBack('ROLLBACK_IN_PROGRESS');
    const earlier = shop.mutations().length;
    const replacing = { ...control, whenInProgress: 'replace' } as const;
    const outcome = await shop.deploy({ revision: file('v3'), control: replacing, waitMinutes: 60 });
    expect(outcome).toMatchObject({
      verdict: { status: 'deployed' },
      previousTaskDefinition: worker(2),
    });
    expect(shop.mutations().slice(earlier)).toEqual(['ecs:RegisterTaskDefinition', 'ecs:UpdateService']);
    const [, returned] = shop.sandbox.live().ecs.services[0]?.records ?? [];
    expect(returned?.status).toBe('ROLLBACK_SUCCESSFUL');
  });

  test('it is waited for by a deployment of the same revision that joins, and nothing is left to do', async () => {
    const shop = await rollingBack('ROLLBACK_IN_PROGRESS');
    const earlier = shop.mutations().length;
    const joining = { ...control, whenInProgress: 'join' } as const;
    const outcome = await shop.deploy({ control: joining });
    expect(outcome.verdict).toMatchObject({ status: 'unchanged', rule: 'restored-by-rollback' });
    expect(shop.mutations().slice(earlier)).toEqual([]);
  });
});

describe('while the circuit breaker rolls back from 3 to 2', () => {
  const tripped = async (...denied: readonly string[]): Promise<Stage> => {
    const shop = stage();
    await shop.deploy();
    shop.pass(600);
    await shop.deployByHand('fault-crash');
    passUntil(shop, 'ROLLBACK_IN_PROGRESS');
    for (const action of denied) denyNow(shop.sandbox, action);
    return shop;
  };

  test('a rollback says from which to which, and that the rollback was waited for', async () => {
    const shop = await tripped();
    const outcome = await shop.rollBack();
    expect(outcomeSentence(outcome)).toBe(
      'worker runs worker:2: a rollback to it was under way and was waited for; nothing was sent.',
    );
    const from = shop.told.lines.indexOf('Rollback');
    expect(shop.told.lines[from + 1]).toBe('from worker:3');
  });

  test('a rollback to a named revision waits for it, too, and then goes there', async () => {
    const shop = await tripped();
    const outcome = await shop.rollBack({ to: 'worker:1' });
    expect(outcome).toMatchObject({ verdict: { status: 'deployed' }, runningTaskDefinition: worker(1) });
  });

  test('a dry run says that it would wait, and changes nothing', async () => {
    const shop = await tripped();
    const earlier = shop.mutations().length;
    await shop.rollBack({ dryRun: true });
    expect(shop.told.lines.join('\n')).toMatch(/wait for the end of ecs-svc\/\d+, then plan anew/);
    expect(shop.mutations()).toHaveLength(earlier);
  });

  test('a tag that cannot be looked up is no reason to deploy what came back once more', async () => {
    const shop = await tripped('ecr:BatchGetImage');
    const earlier = shop.mutations().length;
    expect((await shop.rollBack()).runningTaskDefinition).toBe(worker(2));
    expect(shop.mutations()).toHaveLength(earlier);
  });

  test('once that is over, a rollback goes on to 1, and says so before', async () => {
    const shop = await tripped();
    passUntil(shop, 'ROLLBACK_SUCCESSFUL');
    shop.pass(60);
    expect((await shop.rollBack()).runningTaskDefinition).toBe(worker(1));
    expect(shop.told.warnings).toEqual([
      'worker:2 serves since the service was returned from worker:3: this rollback goes one further back, from worker:2 to worker:1.',
    ]);
  });
});

describe('while CodeDeploy rolls back from 3 to 2', () => {
  /** So many seconds after a deployment that shifts its traffic was stopped with a rollback. */
  const stopped = async (seconds: number, scenario = webScenario()) => {
    const shop = blueGreenStage({ scenario });
    await shop.deploy({ revision: webFile('v2') });
    shop.pass(1_200);
    const id = await shop.deployByHand('v3');
    shop.pass(90);
    sendNow(shop.sandbox, 'StopDeployment', { deploymentId: id, autoRollbackEnabled: true });
    shop.pass(seconds);
    return shop;
  };

  test.each([1, 2, 4, 5, 8, 15, 30])(
    'a rollback %i s after the stop waits for that and never goes on to 1',
    async (seconds) => {
      const shop = await stopped(seconds);
      const outcome = await shop.rollBack();
      expect(outcome).toMatchObject({ runningTaskDefinition: web(2), taskDefinition: web(2), problems: [] });
      // CodeDeploy stops it during the first seconds, in which it may be asked once more.
      expect(outcome.verdict.status).toBe(seconds === 1 ? 'deployed' : 'unchanged');
      expect(outcome).not.toHaveProperty('handle');
      shop.pass(600);
      expect(shop.sandbox.live().ecs.services[0]?.taskSets).toMatchObject([
        { status: 'PRIMARY', settings: { taskDefinition: web(2) } },
      ]);
    },
  );

  test('once that is over, a rollback goes further back, and says so before', async () => {
    const shop = blueGreenStage();
    for (const tag of ['v2', 'v3']) {
      await shop.deploy({ revision: webFile(tag) });
      shop.pass(1_200);
    }
    const id = await shop.deployByHand('v1');
    shop.pass(90);
    sendNow(shop.sandbox, 'StopDeployment', { deploymentId: id, autoRollbackEnabled: true });
    shop.pass(300);
    expect((await shop.rollBack()).runningTaskDefinition).toBe(web(2));
    expect(shop.told.warnings).toEqual([
      'web:3 serves since the service was returned from web:4: this rollback goes one further back, from web:3 to web:2.',
    ]);
  });
});
