import { describe, expect, test } from '@jest/globals';
import type { ChildProcess } from 'node:child_process';
import { virtualClock } from '../../sandbox/clock.ts';
import { type Ended, exampleInputs, runAction, serve } from '../support/action.ts';
import { startOfTime } from '../support/sandbox.ts';

/** The sandbox's time passes with each request alone, so that no step depends on how busy the machine is. */
const A_REQUEST_MS = 1_000;
/** Once the post step has asked for what it wants, its requests bring the end soon. */
const A_REQUEST_AFTERWARDS_MS = 15_000;
const AFTER_SIGINT_MS = 7_500;
const AFTER_SIGTERM_MS = 2_500;

/** A moment of a run: right before AWS gets a call for the n-th time, or right after it took effect. */
interface Moment {
  readonly operation: string;
  readonly time: number;
  readonly when: 'before' | 'after';
}

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

/** Register and start: what comes after them undoes. */
const WITHOUT_A_ROLLBACK = 2;

/** As the runner ends a step: SIGINT, 7.5 s later SIGTERM, 2.5 s later SIGKILL, to the process alone. */
function cancel(child: ChildProcess): void {
  child.kill('SIGINT');
  const term = setTimeout(() => {
    child.kill('SIGTERM');
    kill = setTimeout(() => child.kill('SIGKILL'), AFTER_SIGTERM_MS);
  }, AFTER_SIGINT_MS);
  let kill: NodeJS.Timeout | undefined;
  child.once('exit', () => {
    clearTimeout(term);
    clearTimeout(kill);
  });
}

interface CutOff {
  readonly main: Ended;
  readonly post: Ended;
  readonly mutations: readonly string[];
  /** ARN of the revision that the service is set to serve. */
  readonly serves: string;
}

async function cutOff(
  {
    action,
    service,
  }: { readonly action: 'ecs-update-service' | 'bluegreen-deploy'; readonly service: string },
  moment: Moment,
  end: (child: ChildProcess) => void,
): Promise<CutOff> {
  let child: ChildProcess | undefined;
  let times = 0;
  let isPost = false;
  const clock = virtualClock(startOfTime);
  const place = await serve(clock, (sandbox) => ({
    ...sandbox,
    handle: (request) => {
      const isAsked = sandbox.requests.filter(({ mutating }) => mutating).length > WITHOUT_A_ROLLBACK;
      clock.advance(isPost && isAsked ? A_REQUEST_AFTERWARDS_MS : A_REQUEST_MS);
      const isIt = request.headers['x-amz-target']?.endsWith(`.${moment.operation}`) === true;
      const isDue = isIt && (times += 1) === moment.time && child !== undefined;
      if (isDue && moment.when === 'before' && child !== undefined) end(child);
      const reply = sandbox.handle(request);
      if (isDue && moment.when === 'after' && child !== undefined) end(child);
      return reply;
    },
  }));
  const inputs = { ...exampleInputs(service, 'v2'), 'on-cancel': 'rollback' };
  const main = await runAction({
    action,
    endpoint: place.endpoint,
    inputs,
    spawned: (process) => (child = process),
  });
  child = undefined;
  isPost = true;
  const post = await runAction({ action, endpoint: place.endpoint, inputs, after: main.state });
  const mutations = place.sandbox.requests
    .filter(({ mutating }) => mutating)
    .map(({ operation }) => operation);
  const state = place.sandbox.live().ecs.services.find(({ name }) => name === service);
  const { deployments = [], taskSets = [] } = state ?? {};
  const serving = [...deployments, ...taskSets].find(({ status }) => status === 'PRIMARY');
  await place.close();
  return { main, post, mutations, serves: serving?.settings.taskDefinition ?? '' };
}

const STARTS = ['UpdateService', 'CreateDeployment'];
const STOPS = ['StopServiceDeployment', 'StopDeployment'];

function expectUndone({ post, mutations, serves }: CutOff): void {
  const started = mutations.filter((operation) => STARTS.includes(operation)).length;
  const stopped = mutations.filter((operation) => STOPS.includes(operation)).length;
  // Returning by UpdateService, where there is nothing to stop yet, is a start, too.
  expect(started + stopped).toBeLessThanOrEqual(2);
  expect(serves).toMatch(/:1$/);
  expect(post.exitCode).toBe(0);
  expect(post.log).not.toMatch(/^\s+at /m);
  if (started + stopped === 0) expect(post.log).toBe('');
}

const name = ({ operation, time, when }: Moment): string => `${when} ${operation} ${time}`;

describe.each([
  { action: 'ecs-update-service', service: 'sidekiq', moments: ROLLING },
  { action: 'bluegreen-deploy', service: 'web', moments: BLUE_GREEN },
] as const)('$action with on-cancel: rollback, cut off at every step', ({ moments, ...what }) => {
  test.each(moments.map((moment) => [name(moment), moment] as const))(
    'cancelled by the runner %s: main and post leave what was there before',
    async (_name, moment) => {
      const seen = await cutOff(what, moment, cancel);
      expect(seen.main.outputs.get('status')).toBe('cancelled');
      expectUndone(seen);
    },
  );

  test.each(moments.map((moment) => [name(moment), moment] as const))(
    'killed %s: the post step alone leaves what was there before',
    async (_name, moment) => {
      const seen = await cutOff(what, moment, (child) => child.kill('SIGKILL'));
      expect(seen.main.exitCode).toBeNull();
      expectUndone(seen);
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
