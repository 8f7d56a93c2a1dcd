import { describe, expect, test } from '@jest/globals';
import { outcomeSentence } from '../../src/report/outcome.ts';
import { denyNow, file, sendNow, stage, type Stage } from '../support/deployment.ts';
import { workerScenario } from '../support/sandbox.ts';

const KINDS = ['server-error', 'reset-before', 'reset-after', 'hang'] as const;

const fault = (operation: string, kind: string, more = ''): string =>
  `faults: [{ operation: 'ecs:${operation}', kind: ${kind}${more} }]`;

/** Deployments that were started after the one that the scenario begins with. */
function startedDeployments({ sandbox }: Stage): number {
  return (sandbox.live().ecs.services[0]?.records.length ?? 0) - 1;
}

/** Revisions that were registered after the one that the scenario begins with. */
const newRevisions = ({ sandbox }: Stage): number => sandbox.world.ecs.taskDefinitions.length - 1;

describe.each(['RegisterTaskDefinition', 'UpdateService'])('when the answer of %s is lost', (operation) => {
  test.each(KINDS)('by %s, one revision and one deployment result, and the verdict is true', async (kind) => {
    const shop = stage({ scenario: workerScenario({ more: fault(operation, kind) }) });
    const outcome = await shop.deploy();
    expect(outcome.verdict).toMatchObject({ status: 'deployed', rule: 'completed' });
    expect(newRevisions(shop)).toBe(1);
    expect(startedDeployments(shop)).toBe(1);
    const { deployments: [serving] = [] } = await shop.service();
    expect(serving).toMatchObject({ id: outcome.handle?.id, taskDefinition: outcome.taskDefinition });
  });

  test.each(KINDS)('by %s, a crashing version is told as rolled back all the same', async (kind) => {
    const shop = stage({ scenario: workerScenario({ more: fault(operation, kind) }) });
    const outcome = await shop.deploy({ revision: file('fault-crash') });
    expect(outcome.verdict.status).toBe('rolled-back');
    expect(newRevisions(shop)).toBe(1);
    expect(startedDeployments(shop)).toBe(1);
  });

  test('twice before any effect, it fails, nothing is started and nothing is said to be', async () => {
    const shop = stage({
      scenario: workerScenario({ more: fault(operation, 'reset-before', ', times: 9') }),
    });
    const outcome = await shop.deploy();
    expect(outcome.verdict.status).toBe('failed');
    expect(outcome.handle).toBeUndefined();
    expect(startedDeployments(shop)).toBe(0);
    expect(shop.sandbox.requests.filter((request) => request.operation === operation)).toHaveLength(2);
    const says =
      operation === 'UpdateService' ? 'as far as AWS shows, nothing was started' : 'nothing was registered';
    expect(outcomeSentence(outcome)).toContain(says);
  });

  test('to throttling, it is sent again', async () => {
    const shop = stage({ scenario: workerScenario({ more: fault(operation, 'throttle') }), maxRetries: 1 });
    const outcome = await shop.deploy();
    expect(outcome.verdict.status).toBe('deployed');
    expect(newRevisions(shop)).toBe(1);
    expect(startedDeployments(shop)).toBe(1);
  });
});

test('when the answer of RegisterTaskDefinition is lost and cannot be looked into, it is not said that nothing was sent', async () => {
  const more = `faults:
  - { operation: 'ecs:RegisterTaskDefinition', kind: reset-after }
  - { operation: 'ecs:DescribeTaskDefinition', kind: throttle, after: 1, times: 9 }`;
  const shop = stage({ scenario: workerScenario({ more }) });
  const outcome = await shop.deploy();
  expect(outcome.verdict).toMatchObject({ status: 'failed', rule: 'start-refused' });
  expect(outcomeSentence(outcome)).toContain('The answer of RegisterTaskDefinition was lost');
  expect(startedDeployments(shop)).toBe(0);
});

describe('when the answer of UpdateService is lost, and what it did', () => {
  const lost = (reads: string): string =>
    workerScenario({
      more: `faults:
  - { operation: 'ecs:UpdateService', kind: reset-after }
  - { operation: 'ecs:DescribeServices', after: 2, ${reads} }`,
    });

  test.each(['kind: throttle, times: 3', 'kind: expired-token, times: 99'])(
    'cannot be read (%s), it ends as unknown: a deployment may have been started',
    async (reads) => {
      const shop = stage({ scenario: lost(reads) });
      const outcome = await shop.deploy();
      expect(outcome.verdict).toMatchObject({ status: 'unknown', facts: { wasSent: true } });
      expect(outcomeSentence(outcome)).toContain('The answer of UpdateService was lost');
      expect(startedDeployments(shop)).toBe(1);
    },
  );

  test('is read at the third attempt, it is taken up', async () => {
    const shop = stage({ scenario: lost('kind: throttle, times: 2') });
    expect((await shop.deploy()).verdict.status).toBe('deployed');
    expect(startedDeployments(shop)).toBe(1);
  });
});

describe('when somebody else deploys while the answer of UpdateService is lost', () => {
  const overtaken = (kind: string, moment: string, taskDefinition = 'worker:1'): Stage => {
    let isDone = false;
    return stage({
      scenario: workerScenario({ more: fault('UpdateService', kind) }),
      before: (operation, sandbox) => {
        const isSent = sandbox.requests.some((request) => request.operation === 'UpdateService');
        if (isDone || !isSent || operation !== moment) return;
        isDone = true;
        const other = { cluster: 'shop', service: 'worker', taskDefinition };
        sendNow(sandbox, 'UpdateService', { ...other, forceNewDeployment: true });
      },
    });
  };

  test('and ours never happened, theirs is neither taken for ours nor overrun', async () => {
    const shop = overtaken('reset-before', 'DescribeServices');
    const outcome = await shop.deploy();
    expect(outcome.verdict).toMatchObject({ status: 'failed', rule: 'start-refused' });
    const { deployments: [serving] = [] } = await shop.service();
    expect(outcomeSentence(outcome)).toContain(serving?.id ?? 'none');
    expect(serving?.taskDefinition).toMatch(/worker:1$/);
    expect(startedDeployments(shop)).toBe(1);
  });

  test('and both are of the same revision, the earlier one is ours, and superseded', async () => {
    const shop = overtaken('reset-after', 'DescribeServices', 'worker:2');
    const outcome = await shop.deploy();
    expect(outcome.verdict.status).toBe('superseded');
    const { deployments: [serving] = [] } = await shop.service();
    expect(serving?.id).not.toBe(outcome.handle?.id);
  });

  test('and ours had happened, ours is superseded', async () => {
    const shop = overtaken('reset-after', 'DescribeServices');
    const outcome = await shop.deploy();
    expect(outcome.verdict.status).toBe('superseded');
    expect(startedDeployments(shop)).toBe(2);
  });
});

describe('while it watches', () => {
  const during = (operation: string, kind: string, times: number): string =>
    workerScenario({ more: fault(operation, kind, `, times: ${times}, after: 4`) });

  test.each(['throttle', 'server-error', 'reset-before', 'hang'])('%s means wait, not fail', async (kind) => {
    const shop = stage({ scenario: during('DescribeServices', kind, 5) });
    const outcome = await shop.deploy();
    expect(outcome.verdict.status).toBe('deployed');
    const word = kind === 'throttle' ? 'slow down' : 'did not answer';
    expect(shop.told.lines.filter((line) => line.includes(word))).toHaveLength(1);
  });

  test('credentials that expire end it as unknown, with the id and how to look', async () => {
    const shop = stage({ scenario: during('DescribeServices', 'expired-token', 999) });
    const outcome = await shop.deploy();
    expect(outcome.verdict).toMatchObject({ status: 'unknown', rule: 'lost-sight' });
    expect(outcome.handle).toBeDefined();
    expect(outcomeSentence(outcome)).toContain('The security token included in the request is expired');
    expect(outcomeSentence(outcome)).toContain('aws ecs describe-services --cluster shop --services worker');
  });

  test('a permission that goes ends it as unknown', async () => {
    const shop: Stage = stage({
      before: (operation, sandbox) => {
        const isWatching = sandbox.requests.some((request) => request.operation === 'UpdateService');
        if (isWatching && operation === 'DescribeServices') {
          denyNow(sandbox, 'ecs:DescribeServices');
        }
      },
    });
    const outcome = await shop.deploy();
    expect(outcome.verdict).toMatchObject({ status: 'unknown', rule: 'lost-sight' });
    expect(outcomeSentence(outcome)).toContain('is not authorized to perform: ecs:DescribeServices');
  });
});

describe('a permission that is missing', () => {
  test.each(['ecs:DescribeServices', 'ecs:DescribeTaskDefinition'])(
    '%s refuses before anything is changed, in AWS’s words',
    async (action) => {
      const shop = stage({ scenario: workerScenario({ more: `deny: ['${action}']` }) });
      const outcome = await shop.deploy();
      expect(outcome.verdict).toMatchObject({ status: 'failed', rule: 'refused' });
      expect(outcomeSentence(outcome)).toContain(`is not authorized to perform: ${action}`);
      expect(shop.mutations()).toEqual([]);
    },
  );

  test('ecs:RegisterTaskDefinition fails, and no deployment is started', async () => {
    const shop = stage({ scenario: workerScenario({ more: 'deny: [ecs:RegisterTaskDefinition]' }) });
    const outcome = await shop.deploy();
    expect(outcome.verdict).toMatchObject({ status: 'failed', rule: 'refused' });
    expect(outcomeSentence(outcome)).toContain('is not authorized to perform: ecs:RegisterTaskDefinition');
    expect(shop.mutations()).toEqual(['ecs:RegisterTaskDefinition']);
  });

  test('ecs:UpdateService fails, names the revision that was registered, and the next run uses it', async () => {
    const shop = stage({ scenario: workerScenario({ more: 'deny: [ecs:UpdateService]' }) });
    const outcome = await shop.deploy();
    expect(outcome.verdict).toMatchObject({ status: 'failed', rule: 'start-refused' });
    expect(outcomeSentence(outcome)).toContain('worker:2 was registered and stays');
    await shop.deploy();
    expect(newRevisions(shop)).toBe(1);
  });

  test.each([
    { action: 'ecs:ListServiceDeployments', says: 'service deployment' },
    { action: 'ecs:DescribeServiceDeployments', says: 'service deployment' },
    { action: 'ecs:ListTasks', says: 'Stopped tasks cannot be read' },
    { action: 'ecs:DescribeTasks', says: 'Stopped tasks cannot be read' },
  ])('$action is a warning, once, and the verdict stays true', async ({ action, says }) => {
    const shop = stage({ scenario: workerScenario({ more: `deny: ['${action}']` }) });
    const outcome = await shop.deploy({ revision: file('fault-crash') });
    expect(outcome.verdict.status).toBe('rolled-back');
    expect(shop.told.warnings.filter((text) => text.includes(says))).toHaveLength(1);
  });

  test('ecr:BatchGetImage leaves the image unverified and changes no verdict', async () => {
    const shop = stage({ scenario: workerScenario({ more: 'deny: [ecr:BatchGetImage]' }) });
    const outcome = await shop.deploy();
    expect(outcome).toMatchObject({ verdict: { status: 'deployed' }, imageVerified: 'unknown' });
  });
});

describe('cancelled', () => {
  test('before anything was changed: nothing is sent', async () => {
    const shop = stage({ cancelAt: 'DescribeTaskDefinition' });
    const outcome = await shop.deploy();
    expect(outcome.verdict).toMatchObject({ status: 'cancelled', rule: 'signal' });
    expect(shop.mutations()).toEqual([]);
    expect(outcomeSentence(outcome)).toContain('before anything was started');
  });

  test('while it registers: nothing is started, and the revision is named', async () => {
    const shop = stage({ cancelAt: 'RegisterTaskDefinition' });
    const outcome = await shop.deploy();
    expect(outcome.verdict.status).toBe('cancelled');
    expect(shop.mutations()).toEqual(['ecs:RegisterTaskDefinition']);
    expect(outcomeSentence(outcome)).toContain('worker:2 was registered and stays');
  });

  test('while it starts: the answer is awaited, and the id is told', async () => {
    const shop = stage({ cancelAt: 'UpdateService' });
    const outcome = await shop.deploy();
    expect(outcome.verdict.status).toBe('cancelled');
    expect(shop.told.handles).toEqual([outcome.handle]);
    expect(outcomeSentence(outcome)).toContain(`AWS goes on with ${outcome.handle?.id ?? 'nothing'}`);
  });

  test('while it starts and no answer comes: that it may have happened is said', async () => {
    const shop = stage({
      cancelAt: 'UpdateService',
      scenario: workerScenario({ more: fault('UpdateService', 'delay', ', seconds: 60') }),
    });
    const outcome = await shop.deploy();
    expect(outcome.verdict).toMatchObject({ status: 'cancelled', facts: { wasSent: true } });
    expect(outcomeSentence(outcome)).toContain('whether that happened is not known');
    expect(outcome.milliseconds).toBeLessThanOrEqual(2_000);
  });

  test('while it watches: AWS goes on, and the run ends at once', async () => {
    const shop = stage({ cancelAfterSeconds: 20 });
    const outcome = await shop.deploy();
    expect(outcome.verdict).toMatchObject({ status: 'cancelled', rule: 'signal' });
    expect(outcome.milliseconds).toBe(20_000);
    expect(outcomeSentence(outcome)).toContain(`AWS goes on with ${outcome.handle?.id ?? 'nothing'}`);
    expect(shop.mutations()).toEqual(['ecs:RegisterTaskDefinition', 'ecs:UpdateService']);
  });
});
