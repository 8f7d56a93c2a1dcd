import { afterAll, describe, expect, test } from '@jest/globals';
import { type Ended, exampleInputs, runAction, serve, type Served } from '../support/action.ts';

const SPEED = 30;
const servers: Served[] = [];
const nothing = { in: false, out: false, scheduled: false };

afterAll(() => Promise.all(servers.map((server) => server.close())));

async function open(): Promise<Served> {
  const server = await serve(
    SPEED,
    undefined,
    'scalableTargets: [{ resourceId: service/reservation/sidekiq, min: 1, max: 9 }]',
  );
  servers.push(server);
  return server;
}

const inputs = { ...exampleInputs('sidekiq', 'v2'), 'suspend-scaling': 'all' };
const deploy = { action: 'ecs-update-service', inputs } as const;

const targetOf = ({ sandbox }: Served): object => sandbox.live().autoscaling.scalableTargets[0] ?? {};

/** Kills the step, as a runner that loses patience or its machine does, once its log says this. */
async function killedAt({ endpoint }: Served, words: string): Promise<Ended> {
  const ended = await runAction({
    ...deploy,
    endpoint,
    seen: (log, child) => {
      if (log.includes(words)) child.kill('SIGKILL');
    },
  });
  expect(ended.exitCode).toBeNull();
  return ended;
}

describe.each(['is suspended until', 'is started'])(
  'a step that is killed once its log says "%s"',
  (words) => {
    test('leaves scaling to its post step, which restores it at once', async () => {
      const place = await open();
      const main = await killedAt(place, words);
      expect(targetOf(place)).toMatchObject({ suspended: { in: true, out: true, scheduled: true } });
      const post = await runAction({ ...deploy, endpoint: place.endpoint, after: main.state });
      expect(post.exitCode).toBe(0);
      expect(post.log).toContain(
        'Scaling of service/reservation/sidekiq is as it was before: nothing suspended.',
      );
      expect(targetOf(place)).toMatchObject({ suspended: nothing, tags: {} });
    });
  },
);

test('what not even the post step could restore, the next run that suspends does, to what was before the first', async () => {
  const place = await open();
  await killedAt(place, 'is suspended until');
  const next = await runAction({
    ...deploy,
    endpoint: place.endpoint,
    inputs: { ...inputs, 'suspend-scaling': 'in', 'when-in-progress': 'wait' },
  });
  expect(next.exitCode).toBe(0);
  expect(next.log).toContain('An earlier run has left scaling of service/reservation/sidekiq suspended');
  expect(targetOf(place)).toMatchObject({ suspended: nothing, tags: {} });
});

test('a step that ended by itself leaves the post step nothing to restore', async () => {
  const place = await open();
  const main = await runAction({ ...deploy, endpoint: place.endpoint });
  expect(main.exitCode).toBe(0);
  expect(targetOf(place)).toMatchObject({ suspended: nothing, tags: {} });
  const asked = place.sandbox.requests.length;
  const post = await runAction({ ...deploy, endpoint: place.endpoint, after: main.state });
  expect(post).toMatchObject({ exitCode: 0, log: '' });
  expect(place.sandbox.requests).toHaveLength(asked);
});

test('a post step that cannot restore it is red, and says how to do it by hand', async () => {
  const place = await open();
  const main = await killedAt(place, 'is started');
  Object.assign(place.sandbox.live().permissions, { deny: ['application-autoscaling:*'] });
  const post = await runAction({ ...deploy, endpoint: place.endpoint, after: main.state });
  expect(post.exitCode).toBe(1);
  expect(post.log).toContain('aws application-autoscaling register-scalable-target');
});
