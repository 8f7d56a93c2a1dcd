import { type Service, StopTaskCommand, type Task } from '@aws-sdk/client-ecs';
import { expect, test } from '@jest/globals';
import { balanced, secondsUntil, stageOf } from '../../support/conformance-story.ts';
import { stoppedByUser, stopStates } from '../../support/recordings/tasks.ts';
import { forced, networkChanged, rolloutBegan } from '../../support/recordings/update-service.ts';
import type { Rehearsal } from '../../support/sandbox.ts';
import { compareTimelines, momentsAfter, type Moment, worstOf } from '../../support/timeline.ts';

async function momentsOfRollout() {
  const stage = stageOf(2, balanced);
  await stage.update({ forceNewDeployment: true });
  stage.pass(300);
  const { deployments, events } = await stage.service();
  return momentsAfter(deployments?.[0]?.createdAt, events);
}

test('a rolling deployment behind a load balancer says what AWS said, in its order, each step within 30 seconds', async () => {
  const { recorded, happened, worstStep } = compareTimelines(
    momentsAfter(rolloutBegan, forced.events),
    await momentsOfRollout(),
  );
  expect(happened).toEqual(recorded);
  expect(worstStep).toBeLessThan(30);
});

test('connections begin to drain some milliseconds after the targets left, and steady comes 1 ms after completed', async () => {
  const distances = (moments: readonly Moment[]) => {
    const at = (text: RegExp) => moments.find((moment) => text.test(moment.text))?.seconds ?? NaN;
    return [at(/begun draining/) - at(/deregistered/), at(/steady state/) - at(/deployment completed/)];
  };
  const recorded = distances(momentsAfter(rolloutBegan, forced.events));
  expect(worstOf(recorded, distances(await momentsOfRollout()))).toBeLessThan(0.0005);
});

/** What StopTask tells of the task that was asked to stop. */
const asked = ({
  desiredStatus,
  lastStatus,
  stoppedReason,
  stoppingAt,
  stoppedAt,
  containers = [],
}: Task) => ({
  desiredStatus,
  lastStatus,
  stoppedReason,
  isStopping: stoppingAt !== undefined,
  hasStopped: stoppedAt !== undefined,
  containers: containers.map((container) => container.lastStatus),
});

async function stopOne(stage: Rehearsal, reason: string) {
  const [old] = await stage.tasks('RUNNING');
  const stopping = new StopTaskCommand({ cluster: 'shop', task: old?.taskArn ?? '', reason });
  const { task = {} } = await stage.ecs.send(stopping);
  return { old, task };
}

test('a task that is stopped by hand still runs, and has the caller’s reason', async () => {
  const stage = stageOf(1);
  stage.pass(60);
  const { task } = await stopOne(stage, stoppedByUser.stoppedReason ?? '');
  expect(asked(task)).toEqual(asked(stoppedByUser));
  // It came to the API later in that year.
  expect(task.stopCode).toBe('UserInitiated');
});

test('one behind a load balancer answers DEACTIVATING; its replacement starts while it drains, as fast as AWS’s', async () => {
  const stage = stageOf(1, balanced);
  const healthCheck = { command: ['CMD', 'true'], interval: 17 };
  await stage.update({ taskDefinition: await stage.register('v2', { healthCheck }) });
  stage.pass(300);
  const { old, task } = await stopOne(stage, 'rotation');
  expect(task.lastStatus).toBe(stopStates.answer);
  const replacement = async () =>
    (await stage.tasks('RUNNING')).find(({ taskArn }) => taskArn !== old?.taskArn);
  const moments: number[] = [];
  for (const [, lastStatus, healthStatus] of stopStates.replacement) {
    const more = await secondsUntil(stage, async () => {
      const seen = await replacement();
      return seen?.lastStatus === lastStatus && seen.healthStatus === healthStatus;
    });
    moments.push((moments.at(-1) ?? 0) + more);
  }
  const recorded = stopStates.replacement.map(([seconds]) => seconds);
  expect(moments[0]).toBe(recorded[0]);
  expect(worstOf(recorded, moments)).toBeLessThan(25);
});

/** Which deployments an answer lists, and in which network each is. */
const networksOf = ({ deployments = [] }: Service) =>
  deployments.map(({ status, pendingCount, networkConfiguration }) => ({
    status,
    pendingCount,
    securityGroups: networkConfiguration?.awsvpcConfiguration?.securityGroups,
  }));

test('another network alone starts a deployment; new and old are listed at once, each with its own, and no event', async () => {
  const stage = stageOf(
    1,
    'networkConfiguration: { awsvpcConfiguration: { subnets: [subnet-a], securityGroups: [sg-old] } }',
  );
  const before = (await stage.service()).events?.length;
  const answer = await stage.update({ networkConfiguration: networkChanged.networkConfiguration });
  expect(networksOf(answer)).toEqual(networksOf(networkChanged));
  expect(answer.networkConfiguration).toMatchObject(networkChanged.networkConfiguration ?? {});
  expect(answer.events).toHaveLength(before ?? NaN);
});
