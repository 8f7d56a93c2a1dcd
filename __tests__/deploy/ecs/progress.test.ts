import { expect, test } from '@jest/globals';
import { newServiceEvents, rollingProgress } from '../../../src/deploy/ecs/progress.ts';
import type { ServiceEvent } from '../../../src/service/service.ts';
import { aService, awsDeployment } from '../../support/service.ts';

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

test('a rollout state without a reason is told once', () => {
  const look = (rolloutState: 'IN_PROGRESS' | 'COMPLETED') => ({
    at: 0,
    service: aService({ deployments: [awsDeployment({ rolloutState, rolloutStateReason: undefined })] }),
    stoppedTasks: [],
  });
  const { id = '', taskDefinition = '' } = awsDeployment();
  const run = { deploymentId: id, before: [], taskDefinition };

  expect(rollingProgress(run, look('IN_PROGRESS'), look('COMPLETED'))).toEqual([
    { kind: 'rollout', id, state: 'COMPLETED' },
  ]);
  expect(rollingProgress(run, look('COMPLETED'), look('COMPLETED'))).toEqual([]);
});
