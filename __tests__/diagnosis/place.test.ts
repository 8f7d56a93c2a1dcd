import { expect, test } from '@jest/globals';
import { blamedPath } from '../../src/diagnosis/place.ts';

const proxy = { name: 'proxy', image: 'proxy:v1' };
const app = {
  name: 'app',
  image: 'app:v1',
  secrets: [
    { name: 'ONE', valueFrom: 'arn:one' },
    { name: 'TWO', valueFrom: 'arn:two' },
  ],
};

test('of several containers the one is blamed whose image the text names', () => {
  const cause = {
    kind: 'image-missing',
    awsText: 'failed to resolve ref app:v1: app:v1: not found',
  } as const;
  expect(blamedPath(cause, [proxy, app])).toEqual(['containerDefinitions', 1, 'image']);
});

test('where the text names none of several, no line is better than a wrong one', () => {
  expect(blamedPath({ kind: 'wrong-architecture', awsText: 'linux/amd64' }, [proxy, app])).toBeUndefined();
});

test('the secret is blamed that the text names', () => {
  const cause = { kind: 'secret-missing', awsText: 'failed to fetch secret arn:two' } as const;
  expect(blamedPath(cause, [proxy, app])).toEqual(['containerDefinitions', 1, 'secrets', 1]);
});

test('of several secrets the list, where the text names none', () => {
  const cause = { kind: 'secret-missing', awsText: 'not found', container: 'app' } as const;
  expect(blamedPath(cause, [proxy, app])).toEqual(['containerDefinitions', 1, 'secrets']);
});

test('a container without secrets leaves the execution role', () => {
  const cause = { kind: 'secret-denied', awsText: 'AccessDeniedException' } as const;
  expect(blamedPath(cause, [proxy])).toEqual(['executionRoleArn']);
});

test('want of memory is shown at the limit that holds: of the container, else of the task', () => {
  const cause = { kind: 'out-of-memory', awsText: 'x', container: 'app' } as const;
  expect(blamedPath(cause, [{ ...app, memory: 256 }])).toEqual(['containerDefinitions', 0, 'memory']);
  expect(blamedPath(cause, [app])).toEqual(['memory']);
  // A reservation is no limit: the container may use what the task has.
  expect(blamedPath(cause, [{ ...app, memoryReservation: 128 }])).toEqual(['memory']);
});

test('what the network is to blame for is shown at no line', () => {
  expect(blamedPath({ kind: 'registry-unreachable', awsText: 'app:v1' }, [app])).toBeUndefined();
});

test.each([
  // AWS leaves out the JSON key and the version.
  ['failed to fetch secret arn:aws:secretsmanager:us-east-1:1:secret:app-AbCdEf from secrets manager', 1],
  ['retrieved secret from Secrets Manager did not contain json key PASSWORD', 2],
  ['invalid ssm parameters: /shop/key', 3],
  ['invalid ssm parameters: /shop/key2', 4],
  ['is not authorized on resource: arn:aws:ssm:us-east-1:1:parameter/shop/key2 because', 4],
  ['AccessDeniedException', undefined],
])('%s names the secret of index %s', (awsText, index) => {
  const secret = 'arn:aws:secretsmanager:us-east-1:1:secret';
  const valuesFrom = [
    `${secret}:other-AbCdEf`,
    `${secret}:app-AbCdEf:USER::`,
    `${secret}:app-AbCdEf:PASSWORD::`,
    'arn:aws:ssm:us-east-1:1:parameter/shop/key',
    'arn:aws:ssm:us-east-1:1:parameter/shop/key2',
  ];
  const secrets = valuesFrom.map((valueFrom, at) => ({ name: `S${at}`, valueFrom }));
  expect(blamedPath({ kind: 'secret-missing', awsText }, [{ ...app, secrets }])).toEqual([
    'containerDefinitions',
    0,
    'secrets',
    ...(index === undefined ? [] : [index]),
  ]);
});
