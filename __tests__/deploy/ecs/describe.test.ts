import { ECS } from '@aws-sdk/client-ecs';
import { expect, test } from '@jest/globals';
import { followRecord } from '../../../src/deploy/ecs/describe.ts';
import { type Answer, offline } from '../../support/answering.ts';
import {
  listed,
  newestAfterUpdate,
  pending,
  successful,
} from '../../support/recordings/service-deployments.ts';

const where = { cluster: 'my-cluster', service: 'my-service' };
const run = { deploymentId: 'ecs-svc/4534215507445622753', before: [], taskDefinition: 'app:2' };
const { signal } = new AbortController();

interface Followed {
  readonly read: () => Promise<string | undefined>;
  readonly isDenied: () => boolean;
  readonly denials: readonly string[];
  readonly operations: readonly string[];
}

function following(answer: (operation: string) => Answer): Followed {
  const denials: string[] = [];
  const operations: string[] = [];
  const ecs = new ECS(
    offline((operation) => {
      operations.push(operation);
      return answer(operation);
    }),
  );
  const follower = followRecord(ecs, where, run, (message) => denials.push(message));
  return {
    read: async () => (await follower.read(signal))?.status,
    isDenied: follower.isDenied,
    denials,
    operations,
  };
}

const withoutDates = (record: object): object =>
  Object.fromEntries(Object.entries(record).filter(([name]) => !name.endsWith('At')));

test.each([
  ['first', 1],
  ['second', 2],
])('the record is found in the %s page, and no page after it is read', async (_, position) => {
  const [ours, ...others] = listed.map(withoutDates);
  let asked = 0;
  const { read, operations } = following((operation) => {
    if (operation !== 'ListServiceDeployments') return { body: { serviceDeployments: [successful] } };
    asked += 1;
    const more = asked < 3 ? { nextToken: `page ${asked + 1}` } : {};
    return { body: { serviceDeployments: asked === position ? [ours] : others, ...more } };
  });
  expect(await read()).toBe('SUCCESSFUL');
  const lists = operations.filter((operation) => operation === 'ListServiceDeployments');
  expect(lists).toHaveLength(position);
});

test('the record is the one whose target revision has the number of our deployment', async () => {
  const asked: unknown[] = [];
  const ecs = new ECS(
    offline((operation, input) => {
      if (operation === 'ListServiceDeployments')
        return { body: { serviceDeployments: listed.map(withoutDates).reverse() } };
      asked.push(input);
      return { body: { serviceDeployments: [successful] } };
    }),
  );
  const record = await followRecord(ecs, where, run, () => undefined).read(signal);
  expect(asked).toEqual([{ serviceDeploymentArns: [listed[0]?.serviceDeploymentArn] }]);
  expect(record).toEqual({
    arn: listed[0]?.serviceDeploymentArn,
    status: 'SUCCESSFUL',
    alarms: { status: 'DISABLED', triggered: [] },
    failureCount: 0,
    threshold: 3,
  });
});

test('a record that is PENDING, of which AWS tells little more, is read', async () => {
  const ecs = new ECS(
    offline((operation) => ({
      body:
        operation === 'ListServiceDeployments'
          ? { serviceDeployments: listed.map(withoutDates) }
          : { serviceDeployments: [withoutDates(pending)] },
    })),
  );
  const record = await followRecord(ecs, where, run, () => undefined).read(signal);
  expect(record).toEqual({ arn: listed[0]?.serviceDeploymentArn, status: 'PENDING' });
});

test('the previous deployment, newest in the list for some seconds, is never taken for ours', async () => {
  let moment = 0;
  const entry = (id: string, number: string): object => ({
    serviceDeploymentArn: `arn:aws:ecs:eu-central-1:123456789012:service-deployment/c/s/${id}`,
    targetServiceRevisionArn: `arn:aws:ecs:eu-central-1:123456789012:service-revision/c/s/${number}`,
  });
  const [stale] = newestAfterUpdate;
  const { read } = following((operation) => {
    const { id, status } = newestAfterUpdate[moment] ?? stale;
    const number = id === stale.id ? '1111111111111111111' : '4534215507445622753';
    return operation === 'ListServiceDeployments'
      ? { body: { serviceDeployments: [entry(id, number)] } }
      : { body: { serviceDeployments: [{ ...entry(id, number), status }] } };
  });
  const statuses: (string | undefined)[] = [];
  for (; moment < newestAfterUpdate.length; moment += 1) statuses.push(await read());
  expect(statuses).toEqual([undefined, 'IN_PROGRESS', 'ROLLBACK_SUCCESSFUL']);
});

test('a revision whose number only ends like ours is another one', async () => {
  const { read } = following(() => ({
    body: { serviceDeployments: [{ targetServiceRevisionArn: 'arn:x/94534215507445622753' }] },
  }));
  expect(await read()).toBeUndefined();
});

test('without the permission the record is given up once, and said once', async () => {
  const { read, isDenied, denials, operations } = following(() => ({
    status: 400,
    body: { __type: 'AccessDeniedException', message: 'User: u is not authorized to perform: x' },
  }));
  expect([await read(), await read()]).toEqual([undefined, undefined]);
  expect(isDenied()).toBe(true);
  expect(denials).toEqual(['User: u is not authorized to perform: x']);
  expect(operations).toEqual(['ListServiceDeployments']);
});

test('throttling is no denial: it is the watch that waits', async () => {
  const { read, isDenied } = following(() => ({
    status: 400,
    body: { __type: 'ThrottlingException', message: 'Rate exceeded' },
  }));
  await expect(read()).rejects.toThrow('Rate exceeded');
  expect(isDenied()).toBe(false);
});
