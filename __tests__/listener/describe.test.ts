import type { Action, TargetHealthDescription } from '@aws-sdk/client-elastic-load-balancing-v2';
import { expect, test } from '@jest/globals';
import { describeLiveGroups } from '../../src/listener/describe.ts';
import type { LiveGroup } from '../../src/listener/listener.ts';
import { stage } from '../support/deployment.ts';
import { healthy, registering, timedOut, unused } from '../support/recordings/target-health.ts';
import { blueGroup, greenGroup, productionRule, shiftScenario, testRule } from '../support/shift.ts';

const balancer = {
  targetGroupArn: blueGroup,
  containerName: 'worker',
  containerPort: 80,
  shifting: { alternateTargetGroupArn: greenGroup, productionListenerRule: productionRule },
};

type Share = readonly [targetGroupArn: string, weight: number];

/** The target groups of a service whose tasks are in the blue one, with what the two rules forward to. */
async function groupsWhere(
  production: readonly Share[],
  probe: readonly Share[],
): Promise<readonly LiveGroup[]> {
  const shop = stage({
    scenario: shiftScenario({ configuration: 'strategy: BLUE_GREEN, bakeTimeInMinutes: 1' }),
  });
  for (const rule of shop.sandbox.world.loadBalancing.listeners.flatMap(({ rules }) => rules)) {
    const shares = rule.arn === testRule ? probe : production;
    rule.forward = shares.map(([targetGroupArn, weight]) => ({ targetGroupArn, weight }));
  }
  const { aws, signal } = shop.later();
  return describeLiveGroups(await aws.loadBalancing(), balancer, signal);
}

test('the groups of a production rule have its weights and their healthy targets', async () => {
  expect(
    await groupsWhere(
      [
        [blueGroup, 90],
        [greenGroup, 10],
      ],
      [[greenGroup, 100]],
    ),
  ).toEqual([
    { rule: productionRule, targetGroupArn: blueGroup, weight: 90, healthy: 2 },
    { rule: productionRule, targetGroupArn: greenGroup, weight: 10, healthy: 0 },
  ]);
});

test('targets of a group to which no rule leads any more count, though nobody checks them', async () => {
  expect(await groupsWhere([[greenGroup, 100]], [[greenGroup, 100]])).toMatchObject([
    { targetGroupArn: blueGroup, weight: 0, healthy: 2 },
    { targetGroupArn: greenGroup, weight: 100, healthy: 0 },
  ]);
});

/** The same where AWS answers with these. */
const answered = (Actions: Action[], TargetHealthDescriptions: TargetHealthDescription[]) =>
  describeLiveGroups(
    {
      describeRules: () => Promise.resolve({ $metadata: {}, Rules: [{ Actions }] }),
      describeTargetHealth: () => Promise.resolve({ $metadata: {}, TargetHealthDescriptions }),
    },
    balancer,
    new AbortController().signal,
  );

test('a rule that names its one target group without weights sends it everything', async () => {
  const [blue, green] = await answered([{ Type: 'forward', TargetGroupArn: greenGroup }], []);
  expect([blue?.weight, green?.weight]).toEqual([0, 1]);
});

test('a rule that forwards to no group sends nothing anywhere', async () => {
  const groups = await answered([{ Type: 'fixed-response' }], []);
  expect(groups.map(({ weight }) => weight)).toEqual([0, 0]);
});

test('of the recorded targets the healthy one counts, and the one that is in no rule', async () => {
  const stranger: TargetHealthDescription = {
    TargetHealth: { State: 'unused', Reason: 'Target.NotRegistered' },
  };
  const [blue] = await answered([], [healthy, unused, registering, timedOut, stranger]);
  expect(blue?.healthy).toBe(2);
});
