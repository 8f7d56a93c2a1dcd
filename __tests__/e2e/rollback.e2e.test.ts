import { afterAll, describe, expect, test } from '@jest/globals';
import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { virtualClock } from '../../sandbox/clock.ts';
import { action } from '../../src/actions/rollback/inputs.ts';
import { type Ended, errorsOf, exampleInputs, runAction, serve, type Served } from '../support/action.ts';
import { startOfTime } from '../support/sandbox.ts';

const SPEED = 100;
const servers: Served[] = [];

afterAll(() => Promise.all(servers.map((server) => server.close())));

async function open(): Promise<Served> {
  const server = await serve(SPEED);
  servers.push(server);
  return server;
}

const ACTIONS = { sidekiq: 'ecs-update-service', api: 'bluegreen-deploy' } as const;
type Service = keyof typeof ACTIONS;

const arn = (service: Service, revision: number): string =>
  `arn:aws:ecs:us-east-1:123456789012:task-definition/reservation-${service}:${revision}`;

/** Deploys version 2, and each time after the first the same with another variable. */
async function deployed({ endpoint }: Served, service: Service, times = 1): Promise<void> {
  for (let time = 1; time <= times; time += 1) {
    const inputs = {
      ...exampleInputs(service, 'v2'),
      'environment-variables': `TIME=${time}`,
      'when-in-progress': 'wait',
    };
    const more = service === 'api' ? { 'end-previous-wait': 'true' } : {};
    const ended = await runAction({ action: ACTIONS[service], endpoint, inputs: { ...inputs, ...more } });
    expect(ended.outputs.get('status')).toBe('deployed');
  }
}

// The step would wait in real time, however fast the sandbox's passes.
const rollBack = ({ endpoint }: Served, inputs: Readonly<Record<string, string>>): Promise<Ended> =>
  runAction({
    action: 'rollback',
    endpoint,
    inputs: { cluster: 'reservation', 'stable-for': '0', ...inputs },
  });

const mutations = ({ sandbox }: Served): readonly string[] =>
  sandbox.requests.filter(({ mutating }) => mutating).map(({ operation }) => operation);

/** ARN of the revision that the service is set to serve. */
function servedBy({ sandbox }: Served, service: Service): string | undefined {
  const found = sandbox.live().ecs.services.find(({ name }) => name === service);
  const { deployments = [], taskSets = [] } = found ?? {};
  return [...deployments, ...taskSets].find(({ status }) => status === 'PRIMARY')?.settings.taskDefinition;
}

function expire({ sandbox }: Served, service: Service, tag: string): void {
  const found = sandbox.live().ecr.repositories.find(({ name }) => name === `reservation-${service}`);
  const left = found?.images.filter(({ tags }) => !tags.includes(tag)) ?? [];
  found?.images.splice(0, Infinity, ...left);
}

describe.each(['sidekiq', 'api'] as const)('%s after a bad deployment that succeeded', (service) => {
  test('a dry run says from which to which, and changes nothing; the rollback then does it', async () => {
    const place = await open();
    await deployed(place, service);
    const earlier = mutations(place).length;
    const dry = await rollBack(place, { service, 'dry-run': 'true' });
    expect(dry.exitCode).toBe(0);
    expect(dry.log).toContain(`from reservation-${service}:2 of commit c0ffee`);
    expect(dry.log).toContain(`back to reservation-${service}:1,`);
    expect(mutations(place)).toHaveLength(earlier);
    const ended = await rollBack(place, { service });
    expect(ended.exitCode).toBe(0);
    expect(Object.fromEntries(ended.outputs)).toMatchObject({
      status: 'deployed',
      'task-definition-arn': arn(service, 1),
      'running-task-definition-arn': arn(service, 1),
      'previous-task-definition-arn': arn(service, 2),
    });
    expect(mutations(place)).toHaveLength(earlier + 1);
    expect(ended.summary).toContain('deployed');
  });

  test('and after two: one rollback returns to the first of them, which had succeeded, too', async () => {
    const place = await open();
    await deployed(place, service, 2);
    const ended = await rollBack(place, { service });
    expect(ended.outputs.get('running-task-definition-arn')).toBe(arn(service, 2));
  });

  test('an image that is gone is red before anything is changed', async () => {
    const place = await open();
    await deployed(place, service);
    expire(place, service, 'v1');
    const earlier = mutations(place).length;
    const ended = await rollBack(place, { service, to: `reservation-${service}:1` });
    expect(ended.exitCode).toBe(1);
    expect(ended.outputs.get('reason')).toContain(`reservation-${service}:v1`);
    expect(ended.outputs.get('reason')).toContain('name another revision with to');
    expect(mutations(place)).toHaveLength(earlier);
  });

  test('nothing to return to is red, and says what to do', async () => {
    const place = await open();
    const ended = await rollBack(place, { service });
    expect(ended.exitCode).toBe(1);
    expect(ended.outputs.get('status')).toBe('failed');
    expect(ended.outputs.get('reason')).toContain('there is nothing to return to');
    expect(ended.outputs.get('reason')).toContain(`--family-prefix reservation-${service}`);
    expect(mutations(place)).toEqual([]);
  });
});

test('several services go side by side, each with its verdict; one that fails makes the step red', async () => {
  const place = await open();
  await deployed(place, 'sidekiq');
  const ended = await rollBack(place, { service: 'api\nsidekiq' });
  expect(ended.exitCode).toBe(1);
  const outcomes: unknown = JSON.parse(ended.outputs.get('outcomes') ?? '');
  expect(outcomes).toMatchObject([
    { service: 'api', status: 'failed' },
    { service: 'sidekiq', status: 'deployed', 'running-task-definition-arn': arn('sidekiq', 1) },
  ]);
  expect(ended.outputs.get('status')).toBe('failed');
  expect(ended.outputs.get('task-definition-arn')).toBe('');
  expect(errorsOf(ended).at(-1)?.message).toMatch(/^1 of 2 services were not rolled back\. failed: api /);
  expect(ended.log).toMatch(/^sidekiq {2}Deployment ecs-svc\/\d+ of sidekiq is started\.$/m);
});

test.each([
  [{ to: 'reservation-api:1' }, 'to is for one service, and 2 are named.'],
  [{ to: 'reservation-api' }, '"reservation-api" is not a registered revision.'],
  [{ service: 'api, api' }, 'api is named twice.'],
  [{ 'task-definition': 'ecs/api.yml' }, 'Name the revision to return to with to'],
])('%j is refused, and nothing is asked of AWS', async (more, message) => {
  const place = await open();
  const ended = await rollBack(place, { service: 'api, sidekiq', ...more });
  expect(ended.exitCode).toBe(1);
  expect(ended.log).toContain(message);
  expect(place.sandbox.requests).toEqual([]);
});

test('killed with two services under way, the post step returns both to what served', async () => {
  const clock = virtualClock(startOfTime);
  let requestMs = 20_000;
  let child: ChildProcess | undefined;
  let from = 0;
  const place = await serve(clock, (sandbox) => ({
    ...sandbox,
    handle: (request) => {
      clock.advance(requestMs);
      const sent = sandbox.requests.slice(from).map(({ operation }) => operation);
      if (sent.includes('UpdateService') && sent.includes('CreateDeployment')) child?.kill('SIGKILL');
      return sandbox.handle(request);
    },
  }));
  servers.push(place);
  await deployed(place, 'sidekiq', 2);
  await deployed(place, 'api', 2);
  const inputs = { cluster: 'reservation', service: 'sidekiq, api', 'on-cancel': 'rollback' };
  const { endpoint } = place;
  // While CodeDeploy keeps the old task set, the rollback would stop that deployment and start none.
  clock.advance(600_000);
  // Neither may be complete before both have begun, however slow this machine is.
  requestMs = 50;
  from = place.sandbox.requests.length;
  const spawned = (process: ChildProcess): void => void (child = process);
  const main = await runAction({ action: 'rollback', endpoint, inputs, spawned });
  expect(main.exitCode).toBeNull();
  child = undefined;
  requestMs = 2_000;
  const post = await runAction({ action: 'rollback', endpoint, inputs, after: main.state });
  expect(post.log).not.toMatch(/^\s+at /m);
  expect(post.exitCode).toBe(0);
  for (const service of ['sidekiq', 'api'] as const) expect(servedBy(place, service)).toBe(arn(service, 3));
});

test('the one-click example gives the action inputs that it has', () => {
  const workflow: unknown = parse(
    readFileSync('examples/reservation/.github/workflows/rollback.yml', 'utf8'),
  );
  expect(workflow).toMatchObject({ jobs: { rollback: { steps: [{ with: expect.anything() }] } } });
  const text = JSON.stringify(workflow);
  for (const [, name = ''] of text.matchAll(/"([\w-]+)":"\$\{\{ inputs\./g)) {
    expect(Object.keys(action.inputs)).toContain(name);
  }
});
