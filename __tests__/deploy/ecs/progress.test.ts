import { expect, test } from '@jest/globals';
import { newServiceEvents } from '../../../src/deploy/ecs/progress.ts';
import type { ServiceEvent } from '../../../src/service/service.ts';

const event = (id: string, message: string, seconds = 0): ServiceEvent => ({
  id,
  message,
  at: seconds * 1_000,
});
const steady = event('a', 'steady');

test('new events are told oldest first, and none on the first look', () => {
  const after = [event('c', 'second'), event('b', 'first'), steady];
  expect(newServiceEvents([steady], after)).toEqual([
    { kind: 'service-event', message: 'first' },
    { kind: 'service-event', message: 'second' },
  ]);
  expect(newServiceEvents(undefined, after)).toEqual([]);
});

test('equal texts under two ids are one line that says how often', () => {
  const text = 'deregistered 1 targets';
  const after = [event('d', text), event('c', 'stopped'), event('b', text), steady];
  expect(newServiceEvents([steady], after)).toEqual([
    { kind: 'service-event', message: text, times: 2 },
    { kind: 'service-event', message: 'stopped' },
  ]);
});

test('the last text of the look before is not said again, unless it comes up anew later', () => {
  const again = (seconds: number) => newServiceEvents([steady], [event('b', 'steady', seconds), steady]);
  expect(again(2)).toEqual([]);
  expect(again(60)).toEqual([{ kind: 'service-event', message: 'steady' }]);
});
