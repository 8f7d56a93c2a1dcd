import { describe, expect, test } from '@jest/globals';
import { exampleInputs, runAction, serve } from '../support/action.ts';
import { cancel, cutOff, expectUndone, type Moment, momentName } from '../support/cut-off.ts';

const ROLLING: readonly Moment[] = [
  { operation: 'DescribeServices', time: 1, when: 'before' },
  { operation: 'RegisterTaskDefinition', time: 1, when: 'before' },
  { operation: 'RegisterTaskDefinition', time: 1, when: 'after' },
  { operation: 'DescribeServices', time: 2, when: 'before' },
  { operation: 'UpdateService', time: 1, when: 'before' },
  { operation: 'UpdateService', time: 1, when: 'after' },
  { operation: 'DescribeServices', time: 3, when: 'before' },
  { operation: 'DescribeServiceDeployments', time: 1, when: 'before' },
];

const BLUE_GREEN: readonly Moment[] = [
  { operation: 'GetDeploymentGroup', time: 1, when: 'before' },
  { operation: 'RegisterTaskDefinition', time: 1, when: 'after' },
  { operation: 'CreateDeployment', time: 1, when: 'before' },
  { operation: 'CreateDeployment', time: 1, when: 'after' },
  { operation: 'GetDeployment', time: 2, when: 'before' },
  { operation: 'BatchGetDeploymentTargets', time: 3, when: 'after' },
];

describe.each([
  { action: 'ecs-update-service', service: 'sidekiq', moments: ROLLING },
  { action: 'bluegreen-deploy', service: 'web', moments: BLUE_GREEN },
] as const)('$action with on-cancel: rollback, cut off at every step', ({ moments, ...what }) => {
  test.each(moments.map((moment) => [momentName(moment), moment] as const))(
    'cancelled by the runner %s: main and post leave what was there before',
    async (_name, moment) => {
      const seen = await cutOff(what, moment, cancel);
      expect(seen.main.outputs.get('status')).toBe('cancelled');
      if (expectUndone(seen) === 0) expect(seen.post.log).toBe('');
    },
  );

  test.each(moments.map((moment) => [momentName(moment), moment] as const))(
    'killed %s: the post step alone leaves what was there before',
    async (_name, moment) => {
      const seen = await cutOff(what, moment, (child) => child.kill('SIGKILL'));
      expect(seen.main.exitCode).toBeNull();
      if (expectUndone(seen) === 0) expect(seen.post.log).toBe('');
    },
  );
});

test('killed during the watch with on-cancel: leave, the post step says what goes on and how to look', async () => {
  const place = await serve(1);
  const inputs = exampleInputs('sidekiq', 'v2');
  const main = await runAction({
    action: 'ecs-update-service',
    endpoint: place.endpoint,
    inputs,
    seen: (log, child) => {
      if (log.includes('is started')) child.kill('SIGKILL');
    },
  });
  const asked = place.sandbox.requests.filter(({ mutating }) => mutating).length;
  const post = await runAction({
    action: 'ecs-update-service',
    endpoint: place.endpoint,
    inputs,
    after: main.state,
  });
  await place.close();
  expect(post.exitCode).toBe(0);
  expect(post.log).toContain('AWS goes on with ecs-svc/');
  expect(post.log).toContain('https://us-east-1.console.aws.amazon.com/');
  expect(place.sandbox.requests.filter(({ mutating }) => mutating)).toHaveLength(asked);
});

test('a step that ended by itself leaves the post step nothing to do', async () => {
  const place = await serve(30);
  const inputs = exampleInputs('sidekiq', 'v2');
  const main = await runAction({ action: 'ecs-update-service', endpoint: place.endpoint, inputs });
  const asked = place.sandbox.requests.length;
  const post = await runAction({
    action: 'ecs-update-service',
    endpoint: place.endpoint,
    inputs,
    after: main.state,
  });
  await place.close();
  expect(main.exitCode).toBe(0);
  expect(post).toMatchObject({ exitCode: 0, log: '', summary: '' });
  expect(place.sandbox.requests).toHaveLength(asked);
});
