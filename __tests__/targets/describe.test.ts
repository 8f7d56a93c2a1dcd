import { expect, test } from '@jest/globals';
import { describeTroubles, troublesInEvents } from '../../src/targets/describe.ts';
import { otherEvents, unhealthy } from '../support/recordings/service-events.ts';
import { healthy, registering, timedOut, unused } from '../support/recordings/target-health.ts';

const { signal } = new AbortController();

test('of the recorded targets the unhealthy one alone is in trouble, with AWS’s code and words', async () => {
  const TargetHealthDescriptions = [healthy, unused, registering, timedOut];
  const client = {
    describeTargetHealth: () => Promise.resolve({ $metadata: {}, TargetHealthDescriptions }),
  };
  expect(await describeTroubles(client, 'arn', signal)).toEqual([
    {
      target: 'i-0f76fade:80',
      state: 'unhealthy',
      code: 'Target.Timeout',
      description: 'Connection to target timed out',
    },
  ]);
});

test.each(unhealthy)('%s', (event, reason) => {
  expect(troublesInEvents([...otherEvents, event, event])).toEqual([{ description: reason }]);
});
