import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Ended, exampleInputs, runAction, serve, type Served } from '../support/action.ts';

let server: Served;
let ended: Ended;

// A worker without a load balancer becomes BLUE_GREEN by the inputs alone.
beforeAll(async () => {
  server = await serve(100);
  ended = await runAction({
    action: 'ecs-update-service',
    endpoint: server.endpoint,
    inputs: { ...exampleInputs('sidekiq', 'v2'), strategy: 'BLUE_GREEN', 'bake-minutes': '1' },
  });
});

afterAll(() => server.close());

test('a worker is deployed side by side, and its bake time is in the log', () => {
  expect(ended.exitCode).toBe(0);
  expect(ended.outputs.get('status')).toBe('deployed');
  expect(ended.log).toContain('strategy: ROLLING → BLUE_GREEN');
  expect(ended.log).toMatch(/stage BAKE_TIME: 1 minutes?, until about/);
});
