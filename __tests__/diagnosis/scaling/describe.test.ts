import { expect, test } from '@jest/globals';
import { createAttempts } from '../../../src/diagnosis/gaps.ts';
import { describeScaling } from '../../../src/diagnosis/scaling/describe.ts';
import { clientsOver, wireOf } from '../../support/answering.ts';
import { currentState, requestFor } from '../../support/current.ts';
import { activities } from '../../support/recordings/scaling.ts';
import { aService } from '../../support/service.ts';

/** What is told of the recorded activities when the first new event of the service came at a moment. */
function told(since: string, desiredCount = 3) {
  const aws = clientsOver(() => ({ body: { ScalingActivities: wireOf(activities) } }));
  const event = { id: 'new', createdAt: new Date(since), message: '(service web) has started 1 tasks.' };
  return describeScaling({
    request: requestFor(),
    current: currentState(),
    attempts: createAttempts(),
    last: { service: aService({ desiredCount, events: [event] }) },
    ports: { aws, signal: new AbortController().signal },
  });
}

test('the recorded activities since the deployment began are told, newest first, in AWS’s words', async () => {
  const [first, second, third] = activities.map(({ Cause }) => ({ description: '', reason: Cause }));
  expect(await told('2026-09-05T09:00:00Z')).toEqual([first, second]);
  expect(await told('2026-09-05T07:00:00Z')).toEqual([first, second, third]);
});

test('of more the newest three; none where the count is what it was', async () => {
  expect(await told('2026-09-05T00:00:00Z')).toHaveLength(3);
  expect(await told('2026-09-05T00:00:00Z', 2)).toEqual([]);
});
