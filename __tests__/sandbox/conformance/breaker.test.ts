import type { Deployment } from '@aws-sdk/client-ecs';
import { expect, test } from '@jest/globals';
import { balanced, elapsed, secondsUntil, stageOf } from '../../support/conformance-story.ts';
import { rolledBack, rollingBack } from '../../support/recordings/breaker.ts';
import {
  breakerEvents,
  breakerMoments,
  failedId,
  previousId,
} from '../../support/recordings/breaker-events.ts';
import * as stories from '../../support/recordings/breaker-stories.ts';
import { rehearse, type Rehearsal, workerScenario } from '../../support/sandbox.ts';
import { compareTimelines, type Moment, momentsAfter, worstOf } from '../../support/timeline.ts';

/** Deploys this image, one task wanted, until the breaker acts: seconds to each growth of failedTasks and to that. */
async function breakIt(tag: string, stage: Rehearsal = stageOf(1)) {
  const answer = await stage.update({ taskDefinition: await stage.register(tag) });
  const { id, createdAt } = answer.deployments?.[0] ?? {};
  const failures: number[] = [];
  const ours = async () => (await stage.service()).deployments?.find((deployment) => deployment.id === id);
  const rollingBack = await secondsUntil(stage, async () => {
    const failed = (await ours())?.failedTasks ?? 0;
    if (failed > failures.length) failures.push(elapsed(stage, createdAt));
    return /rolling back/.test((await stage.service()).deployments?.[0]?.rolloutStateReason ?? '');
  });
  const moments = async () => momentsAfter(createdAt, (await stage.service()).events);
  const secondsOf = async (text: RegExp) =>
    (await moments()).filter((moment) => text.test(moment.text)).map(({ seconds }) => seconds);
  return { stage, id, createdAt, failures, rollingBack, ours, moments, secondsOf };
}

/** The seconds of a story's events that have this in their text. */
const secondsIn = ({ events }: stories.Story, part: string) =>
  events.filter(([, text]) => text.includes(part)).map(([seconds]) => seconds);

/** The second of the first look at which the primary deployment of a story is in this state. */
const reached = ({ looks }: stories.Story, state: string): number =>
  looks.find(
    ({ seconds, deployments: [primary] }) => seconds > 0 && primary?.rolloutStateReason?.includes(state),
  )?.seconds ?? NaN;
const over = ({ looks }: stories.Story): number => looks.at(-1)?.seconds ?? NaN;

/** The second at which failedTasks was first seen at 1, 2, … */
const growths = ({ looks }: stories.Story): readonly number[] =>
  [1, 2, 3].map(
    (count) => looks.find(({ deployments: [primary] }) => primary?.failedTasks === count)?.seconds ?? NaN,
  );

test('three minutes for a container that exits at once; four starts, each within 10 seconds, and the rollback', async () => {
  const { stage, createdAt, rollingBack, secondsOf } = await breakIt('fault-crash');
  const { crashing } = stories;
  const starts = secondsIn(crashing, 'has started');
  expect(worstOf(starts, await secondsOf(/has started 1 tasks/))).toBeLessThan(10);
  expect(Math.abs(rollingBack - reached(crashing, 'rolling back'))).toBeLessThan(10);
  await secondsUntil(
    stage,
    async () => (await stage.service()).deployments?.[0]?.rolloutState === 'COMPLETED',
  );
  expect(Math.abs(elapsed(stage, createdAt) - over(crashing))).toBeLessThan(20);
});

test('eleven to twelve minutes for an image that cannot be pulled, failedTasks growing late', async () => {
  const { failures, rollingBack, ours, secondsOf } = await breakIt('v9');
  const { unpullable } = stories;
  expect(worstOf(growths(unpullable), failures)).toBeLessThan(75);
  expect(Math.abs(rollingBack - reached(unpullable, 'rolling back'))).toBeLessThan(45);
  expect(rollingBack).toBeGreaterThan(10.5 * 60);
  expect(rollingBack).toBeLessThan(12 * 60);
  // That deployment took 34 seconds longer than others until its first start.
  const asOthers = (moments: readonly number[]) => moments.map((seconds) => seconds - 34);
  const starts = await secondsOf(/has started 1 tasks/);
  expect(worstOf(asOthers(secondsIn(unpullable, 'has started')), starts.slice(0, 3))).toBeLessThan(10);
  const refusals = await secondsOf(
    /was unable to place a task\. Reason: CannotPullContainerError: .*: not found\.$/,
  );
  expect(worstOf(asOthers(secondsIn(unpullable, 'unable to place')), refusals.slice(0, 3))).toBeLessThan(10);
  expect(await ours()).toMatchObject({
    rolloutState: 'FAILED',
    rolloutStateReason: 'ECS deployment circuit breaker: tasks failed to start.',
  });
});

test('eight to fifteen minutes for a target that never answers, some 37 seconds after the third failure', async () => {
  const { failures, rollingBack, secondsOf } = await breakIt('fault-unhealthy', stageOf(1, balanced));
  expect(failures).toHaveLength(3);
  expect(rollingBack).toBeGreaterThan(8 * 60);
  expect(rollingBack).toBeLessThan(16 * 60);
  const { unhealthy } = stories;
  const afterThird = rollingBack - (failures[2] ?? NaN);
  const third = secondsIn(unhealthy, 'is unhealthy').at(-1) ?? NaN;
  expect(Math.abs(afterThird - (reached(unhealthy, 'rolling back') - third))).toBeLessThan(5);
  const told = await secondsOf(
    /\(task [0-9a-f]{32}\) \(port 80\) is unhealthy in \(target-group arn:\S+\) due to \(reason Health checks failed with these codes: \[\d+\]\)\.$/,
  );
  expect(told).toHaveLength(3);
});

/** What an answer says of a deployment, its id as ID. */
const told = (
  id: string | undefined,
  { status, rolloutState, rolloutStateReason, failedTasks }: Deployment,
) => ({
  status,
  rolloutState,
  reason: rolloutStateReason?.replace(id ?? '', 'ID'),
  failedTasks,
});

test('the old deployment is PRIMARY again under its old id, in the recorded words; when all is over, it alone', async () => {
  const { stage, id } = await breakIt('fault-crash');
  const primary = async () => (await stage.service()).deployments?.[0] ?? {};
  const { id: restored } = await primary();
  expect(restored).not.toBe(id);
  const [during = {}] = rollingBack.deployments ?? [];
  expect(told(restored, await primary())).toEqual(told(previousId, during));
  stage.pass(600);
  const { deployments = [], events = [] } = await stage.service();
  const after = rolledBack.deployments ?? [];
  expect(deployments.map((deployment) => told(restored, deployment))).toEqual(
    after.map((deployment) => told(previousId, deployment)),
  );
  const withoutNames = (message = '', name = '') =>
    message.replace(/^\(service \w+\)/, '(service S)').replace(name, 'ID');
  // Nobody lowers the count here afterwards.
  const isEnd = (message: string) => /deployment completed|steady state/.test(message);
  const recordedEnd = (rolledBack.events ?? [])
    .map(({ message = '' }) => message)
    .filter(isEnd)
    .slice(1, 3);
  expect(events.slice(0, 2).map(({ message }) => withoutNames(message, restored))).toEqual(
    recordedEnd.map((message) => withoutNames(message, previousId)),
  );
});

/** The recorded events from the failure to the end of the rollback, in seconds after the failure. */
function recordedRollback() {
  const failed = breakerMoments.find(({ kind }) => kind === 'failed')?.at ?? NaN;
  const steady = breakerMoments.find(({ kind }) => kind === 'steady')?.at ?? NaN;
  return momentsAfter(
    new Date(failed),
    breakerEvents.filter(({ createdAt }) => Number(createdAt) <= steady),
  );
}

/** A rollout like the recorded one: the deployment before has one task less than it wants when the breaker acts. */
async function breakLikeThere() {
  const configuration =
    '{ minimumHealthyPercent: 50, maximumPercent: 100, deploymentCircuitBreaker: { enable: true, rollback: true } }';
  const service = `    ${balanced}\n    deploymentConfiguration: ${configuration}`;
  const { stage, id, moments } = await breakIt('fault-crash', rehearse(workerScenario({ service })));
  stage.pass(400);
  const all = await moments();
  const failed = all.findIndex(({ text }) => text.includes('deployment failed'));
  return { id, before: all.slice(0, failed), after: all.slice(failed) };
}

const since = (moments: readonly Moment[]): readonly Moment[] =>
  moments.map(({ seconds, text }) => ({ seconds: seconds - (moments[0]?.seconds ?? NaN), text }));

test('from the failure to the steady state the events come in the recorded order, and about as fast', async () => {
  const there = recordedRollback();
  const { id = '', after } = await breakLikeThere();
  const { recorded, happened, worstStep } = compareTimelines(there, since(after));
  expect(happened).toEqual(recorded);
  expect(there[0]?.text).toContain(failedId);
  expect(after[0]?.text).toContain(id);
  // Tasks on EC2 start faster there, and two failed deployments drain.
  expect(worstStep).toBeLessThan(90);
  const first = (moments: readonly Moment[]) =>
    since(moments)
      .slice(0, 3)
      .map(({ seconds }) => seconds);
  expect(worstOf(first(there).slice(0, 2), first(after).slice(0, 2))).toBeLessThan(0.005);
  expect(worstOf(first(there), first(after))).toBeLessThan(1);
});

test('while tasks fail, each leaves its target group and begins to drain some milliseconds later, as they did there', async () => {
  const gaps = (moments: readonly Moment[]) =>
    moments.flatMap(({ seconds, text }, index) => {
      if (!text.includes('deregistered 1 targets')) return [];
      const next = moments[index + 1];
      expect(next?.text).toMatch(/has begun draining connections on 1 tasks\.$/);
      return [(next?.seconds ?? NaN) - seconds];
    });
  const { before } = await breakLikeThere();
  const recorded = gaps(momentsAfter(new Date(0), breakerEvents));
  const happened = gaps(before);
  expect(recorded).toHaveLength(27);
  expect(happened.length).toBeGreaterThan(3);
  expect(Math.max(...happened)).toBeLessThan(Math.max(...recorded));
  expect(Math.min(...happened)).toBeGreaterThanOrEqual(Math.min(...recorded));
});

test('the failed deployment can be listed as DRAINING while its last task ends, as a user saw', async () => {
  const { stage, ours } = await breakIt('fault-crash');
  await secondsUntil(stage, async () => (await ours())?.status !== 'ACTIVE');
  expect(await ours()).toMatchObject({ status: 'DRAINING', rolloutState: 'FAILED' });
});
