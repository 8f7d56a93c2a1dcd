import { describe, expect, test } from '@jest/globals';
import { outcomeSentence } from '../../src/report/outcome.ts';
import { denyNow, file, noSettings, patient, sendNow, stage } from '../support/deployment.ts';
import { targetGroup, workerScenario } from '../support/sandbox.ts';

const worker = (revision: number): string =>
  `arn:aws:ecs:us-east-1:123456789012:task-definition/worker:${revision}`;
const rollingBack =
  '    deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true } }';
const notRollingBack =
  '    deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: false } }';

describe('a version that runs', () => {
  test('is deployed: one revision, one UpdateService, and the service runs it', async () => {
    const shop = stage();
    const outcome = await shop.deploy();
    expect(outcome).toMatchObject({
      verdict: { status: 'deployed', rule: 'completed' },
      taskDefinition: worker(2),
      previousTaskDefinition: worker(1),
      runningTaskDefinition: worker(2),
      imageVerified: 'true',
    });
    expect(shop.mutations()).toEqual(['ecs:RegisterTaskDefinition', 'ecs:UpdateService']);
    expect(await shop.tasks('RUNNING', outcome.handle?.id)).toHaveLength(2);
    const { deployments: [primary] = [] } = await shop.service();
    expect(primary).toMatchObject({ id: outcome.handle?.id, taskDefinition: worker(2), runningCount: 2 });
  });

  test('tells the id of its deployment the moment it is started, once', async () => {
    const shop = stage();
    const { handle } = await shop.deploy();
    expect(handle?.kind).toBe('ecs');
    expect(shop.told.handles).toEqual([handle]);
  });

  test('leaves tags on its revision that say which run registered it', async () => {
    const shop = stage();
    await shop.deploy();
    const tags = shop.sandbox.live().ecs.taskDefinitions.find(({ arn }) => arn === worker(2))?.tags;
    expect(tags).toEqual(
      expect.arrayContaining([
        { key: 'ecs-deploy-toolkit:repository', value: 'example/shop' },
        { key: 'ecs-deploy-toolkit:commit', value: 'c0ffee' },
        { key: 'ecs-deploy-toolkit:run-id', value: '77' },
        { key: 'ecs-deploy-toolkit:run-attempt', value: '1' },
      ]),
    );
  });

  test('is deployed though it takes a minute to start', async () => {
    const shop = stage();
    const outcome = await shop.deploy({ revision: file('fault-slow') });
    expect(outcome.verdict.status).toBe('deployed');
    expect(outcome.milliseconds).toBeGreaterThan(60_000);
  });

  test('is deployed without permission to read service deployments, and that is said once', async () => {
    const shop = stage({ scenario: workerScenario({ more: 'deny: [ecs:ListServiceDeployments]' }) });
    const outcome = await shop.deploy();
    expect(outcome.verdict.status).toBe('deployed');
    expect(shop.told.warnings.filter((text) => text.includes('service deployment'))).toHaveLength(1);
    const asked = shop.sandbox.requests.filter(({ operation }) => operation === 'ListServiceDeployments');
    expect(asked).toHaveLength(1);
  });

  test('shows its counts, the events of the service and no line twice in a row', async () => {
    const shop = stage();
    await shop.deploy();
    const text = shop.told.lines.join('\n');
    expect(text).toContain('new worker:2: 2 of 2 running');
    expect(text).toContain('(service worker) has stopped 2 running tasks: (task');
    expect(shop.told.lines.filter((line, index) => line === shop.told.lines[index - 1])).toEqual([]);
  });
});

describe('a version that crashes, with a breaker that rolls back', () => {
  test('ends as rolled-back once the old deployment is confirmed to serve', async () => {
    const shop = stage({ scenario: workerScenario({ service: rollingBack }) });
    const { deployments: [before] = [] } = await shop.service();
    const outcome = await shop.deploy({ revision: file('fault-crash'), control: patient });
    expect(outcome).toMatchObject({
      verdict: { status: 'rolled-back', facts: { primary: { id: before?.id, taskDefinition: worker(1) } } },
      taskDefinition: worker(2),
      runningTaskDefinition: worker(1),
    });
    const { deployments: [serving] = [] } = await shop.service();
    expect(serving).toMatchObject({ id: before?.id, rolloutState: 'COMPLETED', runningCount: 2 });
  });

  test('names the exit code at the first failed start, long before AWS gives up', async () => {
    const shop = stage();
    const outcome = await shop.deploy({ revision: file('fault-crash'), control: patient });
    const cause = outcome.timeline.find(({ event }) => event.kind === 'cause');
    const end = outcome.timeline.find(
      ({ event }) => event.kind === 'service-deployment' && event.status.startsWith('ROLLBACK'),
    );
    expect(cause?.after).toBeLessThan((end?.after ?? 0) / 2);
    expect(shop.told.lines.find((line) => line.includes('exit code 1'))).toBeDefined();
    expect(outcomeSentence(outcome)).toContain('exit code 1');
  });

  test('ends as rolled-back without permission to read service deployments, too', async () => {
    const shop = stage({ scenario: workerScenario({ more: 'deny: [ecs:ListServiceDeployments]' }) });
    const { deployments: [before] = [] } = await shop.service();
    const outcome = await shop.deploy({ revision: file('fault-crash'), control: patient });
    expect(outcome.verdict).toMatchObject({
      status: 'rolled-back',
      rule: 'previous-restored',
      facts: { primary: { id: before?.id } },
    });
  });

  test('ends as rolled-back when the same revision was forced and its image has gone bad', async () => {
    const shop = stage();
    const revision = file('v1', {
      containerDefinitions: [
        {
          name: 'worker',
          image: 'registry.example.com/worker:v1',
          memory: 256,
          portMappings: [{ containerPort: 80 }],
        },
      ],
    });
    await shop.deploy({ revision });
    shop.pass(120);
    for (const definition of shop.sandbox.world.ecs.taskDefinitions) {
      for (const container of definition.content.containerDefinitions ?? []) {
        container.image = 'registry.example.com/worker:fault-crash';
      }
    }
    const { deployments: [before] = [] } = await shop.service();
    const reference = 'worker:2';
    const outcome = await shop.deploy({
      revision: { kind: 'registered', reference },
      settings: { ...noSettings, forceNewDeployment: true },
    });
    expect(outcome.verdict).toMatchObject({ status: 'rolled-back', facts: { primary: { id: before?.id } } });
    expect(outcome.handle?.id).not.toBe(before?.id);
  });
});

describe('a version that fails in another way', () => {
  test.each([
    { tag: 'fault-oom', says: /want of memory.*exit code 137/ },
    { tag: 'fault-unpullable', says: /the image cannot be pulled/ },
  ])('$tag is rolled back and says why', async ({ tag, says }) => {
    const shop = stage();
    const outcome = await shop.deploy({ revision: file(tag) });
    expect(outcome.verdict.status).toBe('rolled-back');
    expect(outcomeSentence(outcome)).toMatch(says);
  });

  test('never healthy behind a load balancer: rolled back, with the load balancer’s word', async () => {
    const service = `    loadBalancers: [{ targetGroupArn: '${targetGroup}', containerName: worker, containerPort: 80 }]\n${rollingBack}`;
    const shop = stage({ scenario: workerScenario({ service }) });
    const outcome = await shop.deploy({ revision: file('fault-unhealthy'), control: patient });
    expect(outcome.verdict.status).toBe('rolled-back');
    expect(outcomeSentence(outcome)).toContain('Task failed ELB health checks in');
  });

  test('breaker without rollback: failed, nothing restored, and both revisions are told', async () => {
    const shop = stage({ scenario: workerScenario({ service: notRollingBack }) });
    const outcome = await shop.deploy({ revision: file('fault-crash'), control: patient });
    expect(outcome).toMatchObject({
      verdict: { status: 'failed', rule: 'failed-in-place' },
      previousTaskDefinition: worker(1),
      runningTaskDefinition: worker(1),
    });
    expect(outcomeSentence(outcome)).toContain('exit code 1');
    expect(outcomeSentence(outcome)).toContain('AWS says: ECS deployment circuit breaker');
    expect(outcomeSentence(outcome)).toContain('worker:1 is what serves now.');
    expect(outcomeSentence(outcome)).not.toContain('was stopped');
    expect((await shop.service()).deployments).toMatchObject([
      { id: outcome.handle?.id, rolloutState: 'FAILED' },
      { status: 'ACTIVE', runningCount: 2 },
    ]);
  });

  test('after that the next run reports what serves as previous, not what failed', async () => {
    const shop = stage({ scenario: workerScenario({ service: notRollingBack }) });
    await shop.deploy({ revision: file('fault-crash'), control: patient });
    const next = await shop.deploy();
    expect(next).toMatchObject({
      verdict: { status: 'deployed' },
      previousTaskDefinition: worker(1),
      runningTaskDefinition: worker(3),
    });
  });

  test('breaker without rollback and without the record: failed in place', async () => {
    const shop = stage({
      scenario: workerScenario({ service: notRollingBack, more: 'deny: [ecs:ListServiceDeployments]' }),
    });
    const outcome = await shop.deploy({ revision: file('fault-crash'), control: patient });
    expect(outcome.verdict).toMatchObject({ status: 'failed', rule: 'failed-in-place' });
  });

  test('no breaker: timed-out at the limit, which was announced before the start', async () => {
    const shop = stage({ scenario: workerScenario({ service: '    enableExecuteCommand: false' }) });
    const outcome = await shop.deploy({ revision: file('fault-crash'), waitMinutes: 5, control: patient });
    expect(outcome.verdict).toMatchObject({ status: 'timed-out', facts: { minutes: 5 } });
    expect(outcome.milliseconds).toBeGreaterThanOrEqual(300_000);
    expect(outcome.milliseconds).toBeLessThan(310_000);
    expect(outcomeSentence(outcome)).toContain('exit code 1');
    const warning = shop.told.lines.findIndex((line) => line.includes('AWS will retry for ever'));
    const started = shop.told.lines.findIndex((line) => line.includes('is started'));
    expect(warning).toBeGreaterThanOrEqual(0);
    expect(warning).toBeLessThan(started);
  });
});

describe('a competing deployment', () => {
  const competing = 'competing: [{ service: worker, afterSeconds: 20, taskDefinition: worker:1 }]';

  test('that takes over makes ours superseded, and is named', async () => {
    const shop = stage({ scenario: workerScenario({ more: competing }) });
    const outcome = await shop.deploy();
    expect(outcome.verdict.status).toBe('superseded');
    const { deployments: [serving] = [] } = await shop.service();
    expect(outcome.verdict.facts.primary).toEqual({ id: serving?.id, taskDefinition: worker(1) });
    expect(outcomeSentence(outcome)).toContain(serving?.id ?? 'none');
    expect(outcomeSentence(outcome)).toContain('worker:1');
  });

  test('is told by its commit, where the tags of its revision have one', async () => {
    const tags = "    tags: [{ key: 'ecs-deploy-toolkit:commit', value: beef }]";
    const scenario = workerScenario({ more: competing }).replace(
      '    networkMode: awsvpc',
      `    networkMode: awsvpc\n${tags}`,
    );
    const outcome = await stage({ scenario }).deploy();
    expect(outcomeSentence(outcome)).toContain('commit beef');
  });

  test('makes ours superseded though its author cannot be read', async () => {
    const shop = stage({
      scenario: workerScenario({ more: competing }),
      meanwhile: {
        afterSeconds: 15,
        happens: (sandbox) => denyNow(sandbox, 'ecs:DescribeTaskDefinition'),
      },
    });
    const outcome = await shop.deploy();
    expect(outcome.verdict.status).toBe('superseded');
    expect(shop.sandbox.requests).toContainEqual(
      expect.objectContaining({ operation: 'DescribeTaskDefinition', status: 400 }),
    );
  });

  test('makes ours superseded without the record, too', async () => {
    const more = `${competing}\ndeny: [ecs:ListServiceDeployments]`;
    const outcome = await stage({ scenario: workerScenario({ more }) }).deploy();
    expect(outcome.verdict).toMatchObject({ status: 'superseded', rule: 'replaced' });
  });
});

test('a service with desiredCount 0 is deployed, and the sentence says that nothing ran', async () => {
  const shop = stage({ scenario: workerScenario().replace('desiredCount: 2', 'desiredCount: 0') });
  const outcome = await shop.deploy();
  expect(outcome.verdict).toMatchObject({ status: 'deployed', facts: { nothingRan: true } });
  expect(outcomeSentence(outcome)).toContain('no task ran');
  expect(outcome.imageVerified).toBe('unknown');
});

test('a count of 0 alone is set, and the sentence says that nothing runs; so it does the next time', async () => {
  const shop = stage();
  const asked = { revision: file('v1'), settings: { ...noSettings, desiredCount: 0 } };
  const outcome = await shop.deploy(asked);
  expect(outcome.verdict).toMatchObject({ status: 'unchanged', rule: 'count-reached' });
  expect(outcomeSentence(outcome)).toContain('no task ran, so nothing is proven');
  const again = await shop.deploy(asked);
  expect(again.verdict).toMatchObject({ status: 'unchanged', rule: 'already-running' });
  expect(outcomeSentence(again)).toContain('no task ran, so nothing is proven');
});

test('without waiting it ends as started and says that nothing is proven', async () => {
  const shop = stage();
  const outcome = await shop.deploy({ wait: false });
  expect(outcome.verdict.status).toBe('started');
  expect(outcomeSentence(outcome)).toContain('Nothing is proven');
  expect(outcome.handle?.id).toMatch(/^ecs-svc\/\d+$/);
});

test('a service in which nothing moves is not asked for its stopped tasks at every look', async () => {
  const shop = stage({ scenario: workerScenario({ more: '' }) });
  await shop.deploy({ revision: file('fault-slow') });
  const calls = (name: string): number =>
    shop.sandbox.requests.filter(({ operation }) => operation === name).length;
  expect(calls('ListTasks')).toBeLessThan(calls('DescribeServices') / 2);
});

test('a bug after the start still tells which deployment runs', async () => {
  const shop = stage({
    before: (operation) => {
      if (operation === 'ListServiceDeployments') throw new RangeError('an answer nobody thought of');
    },
  });
  const outcome = await shop.deploy();
  expect(outcome).toMatchObject({ verdict: { status: 'unknown' }, handle: { kind: 'ecs' } });
  expect(outcomeSentence(outcome)).toContain('an answer nobody thought of');
});

test('a service that is deleted meanwhile is not taken for one that was deployed with a count of 0', async () => {
  const shop = stage({
    meanwhile: {
      afterSeconds: 20,
      happens: (sandbox) =>
        sendNow(sandbox, 'DeleteService', { cluster: 'shop', service: 'worker', force: true }),
    },
  });
  const outcome = await shop.deploy();
  expect(outcome.verdict).toMatchObject({ status: 'unknown', rule: 'lost-sight' });
  expect(outcomeSentence(outcome)).toContain('The service is DRAINING');
});
