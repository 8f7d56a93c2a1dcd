import { expect, test } from '@jest/globals';
import { causeOf } from '../../src/deploy/cause.ts';
import { followStoppedTasks, readStoppedTask } from '../../src/tasks/watch.ts';
import { stoppedByUser, stopStates } from '../support/recordings/tasks.ts';
import { aService } from '../support/service.ts';

const { signal } = new AbortController();
const arn = stoppedByUser.taskArn ?? '';

/** Follows the tasks of a service whose one stopping task has this last status. */
async function draining(lastStatus: string): Promise<readonly string[]> {
  const ecs = {
    listTasks: () => Promise.resolve({ $metadata: {}, taskArns: [arn] }),
    describeTasks: () => Promise.resolve({ $metadata: {}, tasks: [{ ...stoppedByUser, lastStatus }] }),
  };
  const follower = followStoppedTasks(ecs, { cluster: 'shop', service: 'web' }, () => undefined);
  await follower.read(aService(), 'ecs-svc/2', signal);
  return follower.draining('ecs-svc/2');
}

test.each(['RUNNING', stopStates.answer])(
  'a task that was stopped by hand and is %s still, as recorded, is told as draining',
  async (lastStatus) => {
    expect(await draining(lastStatus)).toEqual(['0f3e3546-6973-4d36-82ea-292de5d9fea4']);
  },
);

test('once it is STOPPED it drains no more', async () => {
  expect(await draining('STOPPED')).toEqual([]);
});

test.each(stopStates.replacement)(
  '%i s later what replaces it, %s and %s, is no failure',
  (_, lastStatus, healthStatus) => {
    const containers = [{ name: 'web', healthStatus }];
    expect(causeOf(readStoppedTask({ lastStatus, healthStatus, containers }))).toBeUndefined();
  },
);
