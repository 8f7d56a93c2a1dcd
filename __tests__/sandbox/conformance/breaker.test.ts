import type { Deployment } from '@aws-sdk/client-ecs';
import { expect, test } from '@jest/globals';
import { balanced, elapsed, secondsUntil, stageOf } from '../../support/conformance-story.ts';
import { previousId, rolledBack, rollingBack } from '../../support/recordings/breaker.ts';
import * as recorded from '../../support/recordings/timelines.ts';
import { momentsAfter, worstOf } from '../../support/timeline.ts';

/** Deploys this image, one task wanted, until the breaker acts: seconds to each growth of failedTasks and to that. */
async function breakIt(tag: string, ...lines: readonly string[]) {
  const stage = stageOf(1, ...lines);
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

test('three minutes for a container that exits at once; four starts, each within 10 seconds, and the rollback', async () => {
  const { stage, createdAt, rollingBack, secondsOf } = await breakIt('fault-crash');
  expect(worstOf(recorded.crashing.starts, await secondsOf(/has started 1 tasks/))).toBeLessThan(10);
  expect(Math.abs(rollingBack - recorded.crashing.rollingBack)).toBeLessThan(10);
  await secondsUntil(
    stage,
    async () => (await stage.service()).deployments?.[0]?.rolloutState === 'COMPLETED',
  );
  expect(Math.abs(elapsed(stage, createdAt) - recorded.crashing.completed)).toBeLessThan(20);
});

test('eleven to twelve minutes for an image that cannot be pulled, failedTasks growing late', async () => {
  const { failures, rollingBack, ours, secondsOf } = await breakIt('v9');
  expect(worstOf(recorded.unpullable.failedTasks, failures)).toBeLessThan(75);
  expect(rollingBack).toBeGreaterThan(10.5 * 60);
  expect(rollingBack).toBeLessThan(12 * 60);
  // That deployment took 34 seconds longer than others until its first start.
  const asOthers = (moments: readonly number[]) => moments.map((seconds) => seconds - 34);
  const starts = await secondsOf(/has started 1 tasks/);
  expect(worstOf(asOthers(recorded.unpullableEvents.starts), starts.slice(0, 3))).toBeLessThan(10);
  const refusals = await secondsOf(
    /was unable to place a task\. Reason: CannotPullContainerError: .*: not found\.$/,
  );
  expect(worstOf(asOthers(recorded.unpullableEvents.refusals), refusals.slice(0, 3))).toBeLessThan(10);
  expect(await ours()).toMatchObject({
    rolloutState: 'FAILED',
    rolloutStateReason: 'ECS deployment circuit breaker: tasks failed to start.',
  });
});

test('eight to fifteen minutes for a target that never answers, some 37 seconds after the third failure', async () => {
  const { failures, rollingBack, secondsOf } = await breakIt('fault-unhealthy', balanced);
  expect(failures).toHaveLength(3);
  expect(rollingBack).toBeGreaterThan(8 * 60);
  expect(rollingBack).toBeLessThan(16 * 60);
  const { unhealthy } = recorded;
  const afterThird = rollingBack - (failures[2] ?? NaN);
  expect(Math.abs(afterThird - (unhealthy.rollingBack - unhealthy.failures[2]))).toBeLessThan(5);
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
  const [steady, completed] = rolledBack.events ?? [];
  expect(events.slice(0, 2).map(({ message }) => withoutNames(message, restored))).toEqual(
    [steady, completed].map((event) => withoutNames(event?.message, previousId)),
  );
});

test('its two events come in the recorded order and distance', async () => {
  const { stage, moments } = await breakIt('fault-crash');
  stage.pass(1);
  const [failed, back] = recorded.breakerEvents;
  const all = await moments();
  const first = all.findIndex(({ text }) => failed[1].test(text));
  const [failure, rollback] = all.slice(first);
  expect(rollback?.text).toMatch(back[1]);
  const milliseconds = ((rollback?.seconds ?? NaN) - (failure?.seconds ?? NaN)) * 1000;
  expect(Math.abs(milliseconds - back[0])).toBeLessThan(5);
});

test('the failed deployment can be listed as DRAINING while its last task ends, as a user saw', async () => {
  const { stage, ours } = await breakIt('fault-crash');
  await secondsUntil(stage, async () => (await ours())?.status !== 'ACTIVE');
  expect(await ours()).toMatchObject({ status: 'DRAINING', rolloutState: 'FAILED' });
});
