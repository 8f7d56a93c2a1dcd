import type { Service } from '@aws-sdk/client-ecs';
import { expect, test } from '@jest/globals';
import { stageOf } from '../../support/conformance-story.ts';
import { countAlone, countToZero } from '../../support/recordings/update-service.ts';

/** What an answer says about its deployments, where ids differ by pattern. */
const told = ({ deployments = [] }: Service) =>
  deployments.map(({ status, rolloutState, rolloutStateReason, desiredCount, failedTasks }) => ({
    status,
    rolloutState,
    reason: rolloutStateReason?.replace(/ecs-svc\/\d{19}/, 'ID'),
    desiredCount,
    failedTasks,
  }));

test.each([
  ['of 1', 2, countAlone],
  ['of 0', 1, countToZero],
])(
  'a count alone, %s, keeps the deployment, which stays COMPLETED, as AWS answered',
  async (_, count, real) => {
    const stage = stageOf(count);
    const [before] = (await stage.service()).deployments ?? [];
    const answer = await stage.update({ desiredCount: real.desiredCount });
    expect(told(answer)).toEqual(told(real));
    expect(answer.deployments?.[0]?.id).toBe(before?.id);
  },
);
