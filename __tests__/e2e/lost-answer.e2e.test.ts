import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  type ActionName,
  type Ended,
  exampleInputs,
  runAction,
  serve,
  type Served,
} from '../support/action.ts';

// Over a real socket, where a broken connection looks different from what a client in the same process sees.
const servers: Served[] = [];
let rolling: Ended;
let blueGreen: Ended;
let watching: Ended;

async function deploy(action: ActionName, service: string, faults: string): Promise<Ended> {
  const server = await serve(100, undefined, `faults: [${faults}]`);
  servers.push(server);
  return runAction({ action, endpoint: server.endpoint, inputs: exampleInputs(service, 'v2') });
}

beforeAll(async () => {
  [rolling, blueGreen, watching] = await Promise.all([
    deploy(
      'ecs-update-service',
      'sidekiq',
      "{ operation: 'ecs:RegisterTaskDefinition', kind: reset-after }, { operation: 'ecs:UpdateService', kind: reset-after }",
    ),
    deploy('bluegreen-deploy', 'api', "{ operation: 'codedeploy:CreateDeployment', kind: reset-after }"),
    deploy(
      'ecs-update-service',
      'sidekiq',
      "{ operation: 'ecs:DescribeServices', kind: reset-before, after: 2, times: 5 }",
    ),
  ]);
});

afterAll(() => Promise.all(servers.map((server) => server.close())));

const sent = (server: Served | undefined, name: string): number =>
  server?.sandbox.requests.filter(({ operation }) => operation === name).length ?? 0;

test('answers of RegisterTaskDefinition and UpdateService that are lost leave one revision and one deployment', () => {
  expect(rolling.outputs.get('status')).toBe('deployed');
  const [server] = servers;
  expect(sent(server, 'RegisterTaskDefinition')).toBe(1);
  expect(sent(server, 'UpdateService')).toBe(1);
  expect(rolling.outputs.get('task-definition-arn')).toMatch(/reservation-sidekiq:2$/);
});

test('an answer of CreateDeployment that is lost leaves one deployment', () => {
  expect(blueGreen.outputs.get('status')).toBe('deployed');
  const [, server] = servers;
  expect(sent(server, 'CreateDeployment')).toBe(1);
  expect(blueGreen.outputs.get('deployment-id')).toBe(server?.sandbox.world.codedeploy.deployments[0]?.id);
});

test('reads that break while it watches are tried again', () => {
  expect(watching.outputs.get('status')).toBe('deployed');
  expect(watching.exitCode).toBe(0);
});
