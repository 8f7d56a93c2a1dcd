import { expect, test } from '@jest/globals';
import { describeTroubles, troublesInEvents } from '../../src/targets/describe.ts';
import {
  otherEvents,
  replacedUnderLoad,
  unhealthy,
  unhealthyInstance,
} from '../support/recordings/service-events.ts';
import { healthy, registering, timedOut, underLoad, unused } from '../support/recordings/target-health.ts';

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

test('of the states that an experiment met, those of a start and of an end are no trouble', async () => {
  const TargetHealthDescriptions = underLoad.states.map((TargetHealth) => ({ TargetHealth }));
  const describeTargetHealth = () => Promise.resolve({ $metadata: {}, TargetHealthDescriptions });
  expect(await describeTroubles({ describeTargetHealth }, 'arn', signal)).toEqual([]);
});

test('of the events of targets that hang under load, the one that says so tells why', () => {
  expect(troublesInEvents(replacedUnderLoad.map(([, text]) => text))).toEqual([
    { description: 'Request timed out' },
  ]);
});

test.each([...Object.values(unhealthy), unhealthyInstance])('$event', ({ event, reason }) => {
  expect(troublesInEvents([...otherEvents, event, event])).toEqual([{ description: reason }]);
});
