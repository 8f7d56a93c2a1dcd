import { type Service, StopTaskCommand } from '@aws-sdk/client-ecs';
import { expect, test } from '@jest/globals';
import { balanced, secondsUntil, stageOf } from '../../support/conformance-story.ts';
import { networkChanged } from '../../support/recordings/update-service.ts';
import { rolling, stoppedTask } from '../../support/recordings/timelines.ts';
import { compareTimelines, momentsAfter, worstOf } from '../../support/timeline.ts';

async function momentsOfRollout() {
  const stage = stageOf(2, balanced);
  await stage.update({ forceNewDeployment: true });
  stage.pass(300);
  const { deployments, events } = await stage.service();
  return momentsAfter(deployments?.[0]?.createdAt, events);
}

test('a rolling deployment behind a load balancer says what AWS said, in its order, each step within 30 seconds', async () => {
  const { texts, worstStep } = compareTimelines(rolling, await momentsOfRollout());
  expect(texts).toEqual(rolling.map(() => 'as recorded'));
  expect(worstStep).toBeLessThan(30);
});

test('connections begin to drain some milliseconds after the targets left, and steady comes 1 ms after completed', async () => {
  const moments = await momentsOfRollout();
  const at = (text: RegExp) => moments.find((moment) => text.test(moment.text))?.seconds ?? NaN;
  expect(at(/begun draining/) - at(/deregistered/)).toBeCloseTo(0.004, 3);
  expect(at(/steady state/) - at(/deployment completed/)).toBeCloseTo(0.001, 3);
});

test('a task stopped behind a load balancer answers DEACTIVATING; its replacement starts while it drains, as fast as AWS’s', async () => {
  const stage = stageOf(1, balanced);
  const healthCheck = { command: ['CMD', 'true'], interval: 17 };
  await stage.update({ taskDefinition: await stage.register('v2', { healthCheck }) });
  stage.pass(300);
  const [old] = await stage.tasks('RUNNING');
  const answer = await stage.ecs.send(
    new StopTaskCommand({ cluster: 'shop', task: old?.taskArn ?? '', reason: 'rotation' }),
  );
  expect(answer.task).toMatchObject({
    lastStatus: 'DEACTIVATING',
    desiredStatus: 'STOPPED',
    stoppedReason: 'rotation',
  });
  const replacement = async () =>
    (await stage.tasks('RUNNING')).find(({ taskArn }) => taskArn !== old?.taskArn);
  const provisioning = await secondsUntil(stage, async () => (await replacement()) !== undefined);
  const running =
    provisioning + (await secondsUntil(stage, async () => (await replacement())?.lastStatus === 'RUNNING'));
  const healthy =
    running + (await secondsUntil(stage, async () => (await replacement())?.healthStatus === 'HEALTHY'));
  expect(provisioning).toBe(stoppedTask.provisioning);
  expect(worstOf([stoppedTask.running, stoppedTask.healthy], [running, healthy])).toBeLessThan(25);
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
