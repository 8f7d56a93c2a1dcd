import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DEPLOY_OUTPUTS } from '../../src/report/outputs.ts';
import {
  type Ended,
  errorsOf,
  exampleInputs,
  finalErrorsOf,
  runAction,
  serve,
  type Served,
} from '../support/action.ts';

const revision = 'arn:aws:ecs:us-east-1:123456789012:task-definition/reservation-sidekiq';
const SPEED = 100;

const servers: Served[] = [];
const action = 'ecs-update-service';

async function deploy(tag: string, more: Readonly<Record<string, string>> = {}): Promise<Ended> {
  const server = await serve(SPEED);
  servers.push(server);
  return runAction({
    action,
    endpoint: server.endpoint,
    inputs: { ...exampleInputs('sidekiq', tag), ...more },
  });
}

let green: Ended;
let broken: Ended;
let dry: Ended;
let unchanged: Ended;

beforeAll(async () => {
  [green, broken, dry, unchanged] = await Promise.all([
    deploy('v2'),
    deploy('fault-crash'),
    deploy('v2', { 'dry-run': 'true' }),
    deploy('v1', { 'task-definition': 'reservation-sidekiq:1', image: '' }),
  ]);
});

afterAll(() => Promise.all(servers.map((server) => server.close())));

test.each([
  ['no summary file', { GITHUB_STEP_SUMMARY: '' }],
  ['a state file that cannot be written', { GITHUB_STATE: '/nowhere/state' }],
  ['a summary file that cannot be written', { GITHUB_STEP_SUMMARY: '/nowhere/summary' }],
])('%s changes nothing of how a deployment ended', async (_what, env) => {
  const server = await serve(SPEED);
  servers.push(server);
  const inputs = { ...exampleInputs('sidekiq', 'v2'), 'wait-for-service-stability': 'false' };
  const ended = await runAction({ action, endpoint: server.endpoint, inputs, env });

  expect(ended.log).not.toContain('bug of the action');
  expect(ended.exitCode).toBe(0);
  expect(ended.outputs.get('status')).toBe('started');
});

describe('a version that runs', () => {
  test('is green, and its outputs say what runs', () => {
    expect(green.exitCode).toBe(0);
    expect(Object.fromEntries(green.outputs)).toMatchObject({
      status: 'deployed',
      'task-definition-arn': `${revision}:2`,
      'running-task-definition-arn': `${revision}:2`,
      'previous-task-definition-arn': `${revision}:1`,
      'image-verified': 'true',
      'codedeploy-deployment-id': '',
    });
    expect(green.outputs.get('deployment-id')).toMatch(/^ecs-svc\/\d+$/);
    expect(green.outputs.get('duration-seconds')).toMatch(/^\d+$/);
  });

  test('has every documented output and no other', () => {
    expect([...green.outputs.keys()].sort()).toEqual(Object.keys(DEPLOY_OUTPUTS).sort());
  });

  test('says nothing that looks like an error', () => {
    expect(errorsOf(green)).toEqual([]);
    expect(green.log).toContain('sidekiq runs reservation-sidekiq:2.');
  });

  test('leaves a job summary that names service, revision and outcome', () => {
    expect(green.summary).toContain('sidekiq');
    expect(green.summary).toContain('deployed');
    expect(green.summary).toContain('reservation-sidekiq:2');
  });

  test('keeps what it started for the post step', () => {
    expect(JSON.parse(green.state.get('deployment') ?? '{}')).toEqual({
      kind: 'ecs',
      id: green.outputs.get('deployment-id'),
    });
  });
});

describe('a version that crashes', () => {
  test('is red, with exactly one error, the last line of all', () => {
    expect(broken.exitCode).toBe(1);
    expect(finalErrorsOf(broken)).toHaveLength(1);
    const [last] = broken.log.trim().split('\n').slice(-1);
    expect(last).toMatch(/^::error::rolled-back: reservation-sidekiq:2 failed on sidekiq/);
  });

  test('says the exit code in its log, its error and its summary', () => {
    expect(broken.log.slice(0, broken.log.indexOf('::error::'))).toContain('exit code 1');
    expect(finalErrorsOf(broken)[0]?.message).toContain('exit code 1');
    expect(broken.summary).toContain('exit code 1');
  });

  test('has its outputs, too', () => {
    expect(Object.fromEntries(broken.outputs)).toMatchObject({
      status: 'rolled-back',
      'task-definition-arn': `${revision}:2`,
      'running-task-definition-arn': `${revision}:1`,
    });
    expect([...broken.outputs.keys()].sort()).toEqual(Object.keys(DEPLOY_OUTPUTS).sort());
    expect(broken.outputs.get('reason')).toContain('exit code 1');
  });

  test('shows no stack trace', () => {
    expect(broken.log).not.toMatch(/^\s+at /m);
  });
});

test('a dry run is green, prints the plan and changes nothing', () => {
  expect(dry.exitCode).toBe(0);
  expect(dry.log).toContain('register a new revision of reservation-sidekiq');
  expect(servers[2]?.sandbox.requests.filter(({ mutating }) => mutating)).toEqual([]);
});

test('what runs already is green without a change, and an empty input counts as not given', () => {
  expect(unchanged.exitCode).toBe(0);
  expect(unchanged.outputs.get('status')).toBe('unchanged');
  expect(servers[3]?.sandbox.requests.filter(({ mutating }) => mutating)).toEqual([]);
});
