import { expect, test } from '@jest/globals';
import { describeScalable } from '../../src/scaling/describe.ts';
import { scalableTarget } from '../support/recordings/scaling.ts';

const { signal } = new AbortController();

test('a recorded target is read with its bounds; nothing is suspended, so no tag is asked for', async () => {
  const asked: object[] = [];
  const client = {
    describeScalableTargets: (input: object) => {
      asked.push(input);
      return Promise.resolve({ $metadata: {}, ScalableTargets: [scalableTarget] });
    },
    listTagsForResource: () => Promise.reject(new Error('It was asked for tags.')),
  };
  expect(await describeScalable(client, { clusterName: 'test', name: 'sample' }, signal)).toEqual({
    // The answer of 2021 has none yet.
    arn: '',
    resourceId: scalableTarget.ResourceId,
    min: 1,
    max: 5,
    suspended: { in: false, out: false, scheduled: false },
  });
  expect(asked).toMatchObject([
    { ResourceIds: [scalableTarget.ResourceId], ScalableDimension: scalableTarget.ScalableDimension },
  ]);
});
