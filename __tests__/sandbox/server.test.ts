import { expect, test } from '@jest/globals';
import { virtualClock } from '../../sandbox/clock.ts';
import { createSandbox, parseScenario } from '../../sandbox/sandbox.ts';
import { startServer } from '../../sandbox/server.ts';
import { startOfTime, workerScenario } from '../support/sandbox.ts';
import { mountContract } from './mount.contract.ts';

async function serve(scenario: string) {
  const sandbox = createSandbox(parseScenario(scenario, 'scenario.yml'), virtualClock(startOfTime));
  const server = await startServer({ sandbox, port: 0 });
  return {
    sandbox,
    endpoint: server.endpoint,
    reach: { endpoint: server.endpoint },
    [Symbol.asyncDispose]: () => server.close(),
  };
}

mountContract('the sandbox on HTTP', serve);

/** A POST as an AWS client sends it, without a client. */
const post = (endpoint: string, body: string, headers: Record<string, string> = {}) =>
  fetch(endpoint, {
    method: 'POST',
    body,
    headers: {
      'x-amz-target': 'AmazonEC2ContainerServiceV20141113.UpdateService',
      authorization: 'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE',
      ...headers,
    },
  });

test('a value of the wrong kind is a SerializationException', async () => {
  await using server = await serve(workerScenario());
  const answer = await post(server.endpoint, '{"service":"worker","desiredCount":"two"}');
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({ __type: 'SerializationException' });
});

test('a body that is no JSON is a SerializationException', async () => {
  await using server = await serve(workerScenario());
  expect(await (await post(server.endpoint, 'cluster=shop')).json()).toMatchObject({
    __type: 'SerializationException',
  });
});

test('a member that an operation requires is asked for', async () => {
  await using server = await serve(workerScenario());
  expect(await (await post(server.endpoint, '{"cluster":"shop"}')).json()).toEqual({
    __type: 'InvalidParameterException',
    message: 'service cannot be empty.',
  });
});

test('a member that AWS does not know is ignored', async () => {
  await using server = await serve(workerScenario());
  const answer = await post(server.endpoint, '{"cluster":"shop","service":"worker","desiredCounts":5}');
  expect(answer.status).toBe(200);
});

test('GET /_sandbox/requests lists what was asked, without its input', async () => {
  await using server = await serve(workerScenario());
  await post(server.endpoint, '{"cluster":"shop","service":"worker","desiredCount":3}');
  const answer = await fetch(`${server.endpoint}/_sandbox/requests`);
  expect(await answer.json()).toEqual([
    {
      at: '2026-09-01T12:00:00.000Z',
      service: 'ecs',
      operation: 'UpdateService',
      mutating: true,
      status: 200,
    },
  ]);
});

test('GET /_sandbox/state gives the world', async () => {
  await using server = await serve(workerScenario());
  const answer = await fetch(`${server.endpoint}/_sandbox/state`);
  expect(await answer.json()).toMatchObject({ ecs: { services: [{ name: 'worker' }] } });
});

test('the Date header is real time, whatever time the sandbox has', async () => {
  await using server = await serve(workerScenario());
  const answer = await fetch(`${server.endpoint}/_sandbox/requests`);
  const date = Date.parse(answer.headers.get('date') ?? '');
  expect(Math.abs(date - Date.now())).toBeLessThan(60_000);
});
