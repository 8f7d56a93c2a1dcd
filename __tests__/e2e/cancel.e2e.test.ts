import type { ChildProcess } from 'node:child_process';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { type Ended, errorsOf, exampleInputs, runAction, serve } from '../support/action.ts';

describe.each(['SIGINT', 'SIGTERM'] as const)('%s during the watch', (signal) => {
  let ended: Ended;
  let killedAt = 0;
  let goneAfter = Infinity;

  beforeAll(async () => {
    const own = await serve(1);
    ended = await runAction({
      action: 'ecs-update-service',
      endpoint: own.endpoint,
      inputs: exampleInputs('sidekiq', 'v2'),
      seen: (log, child) => {
        if (killedAt !== 0 || !log.includes('is started')) return;
        killedAt = performance.now();
        child.kill(signal);
      },
    });
    goneAfter = performance.now() - killedAt;
    await own.close();
  });

  test('ends the step as cancelled, by itself, with its outputs', () => {
    expect(ended.exitCode).toBe(1);
    expect(ended.outputs.get('status')).toBe('cancelled');
    expect(ended.outputs.get('deployment-id')).toMatch(/^ecs-svc\/\d+$/);
    expect(ended.outputs.get('reason')).toContain('AWS goes on with ecs-svc/');
  });

  test('is over long before the runner would kill it', () => {
    expect(goneAfter).toBeLessThan(2_000);
  });

  test('leaves the deployment in the state for the post step', () => {
    expect(JSON.parse(ended.state.get('deployment') ?? '{}')).toEqual({
      kind: 'ecs',
      id: ended.outputs.get('deployment-id'),
    });
  });

  test('ends with one error and no stack', () => {
    expect(errorsOf(ended)).toHaveLength(1);
    expect(ended.log).not.toMatch(/^\s+at /m);
  });
});

test('SIGINT while AWS does not answer the first question ends it at once, and nothing was changed', async () => {
  let child: ChildProcess | undefined;
  const silent = await serve(1, (sandbox) => ({
    ...sandbox,
    handle: (request) => {
      sandbox.handle(request);
      child?.kill('SIGINT');
      return { kind: 'hang' };
    },
  }));
  const ended = await runAction({
    action: 'ecs-update-service',
    endpoint: silent.endpoint,
    inputs: exampleInputs('sidekiq', 'v2'),
    spawned: (process) => {
      child = process;
    },
  });
  await silent.close();
  expect(ended.outputs.get('status')).toBe('cancelled');
  expect(ended.outputs.get('reason')).toContain('before anything was started');
  expect(silent.sandbox.requests.filter(({ mutating }) => mutating)).toEqual([]);
  expect(ended.exitCode).toBe(1);
});
