import {
  CreateServiceCommand,
  DescribeServiceDeploymentsCommand,
  DescribeServicesCommand,
  ListServiceDeploymentsCommand,
  type ServiceDeploymentBrief,
} from '@aws-sdk/client-ecs';
import { expect, test } from '@jest/globals';
import { differenceOf } from '../../support/conformance.ts';
import { secondsUntil, stageOf } from '../../support/conformance-story.ts';
import {
  listed,
  newestAfterUpdate,
  pending,
  rollbackFailed,
  seenLate,
} from '../../support/recordings/service-deployments.ts';

test('a record comes into the list seconds late; until then the newest and currentServiceDeployment are the one before', async () => {
  const stage = stageOf(1);
  const describe = new DescribeServicesCommand({ cluster: 'shop', services: ['worker'] });
  const current = async () => (await stage.ecs.send(describe)).services?.[0]?.currentServiceDeployment;
  const newest = async () => (await stage.records())[0];
  stage.pass(60);
  const before = (await newest())?.serviceDeploymentArn;
  await stage.deploy('fault-crash');
  const seen = [(await newest())?.status];
  expect(await current()).toBe(before);
  const late = await secondsUntil(stage, async () => (await newest())?.serviceDeploymentArn !== before);
  expect(late).toBeGreaterThan(0);
  expect(late).toBeLessThanOrEqual((seenLate.seenAt.getTime() - seenLate.createdAt.getTime()) / 1000 + 1);
  expect(await current()).not.toBe(before);
  seen.push((await newest())?.status);
  stage.pass(600);
  seen.push((await newest())?.status);
  expect(seen).toEqual(newestAfterUpdate.map(({ status }) => status));
});

test('a record has an id of 21 letters, digits, - and _, the number of its deployment, and starts a tenth of a second late', async () => {
  const stage = stageOf(1);
  const id = await stage.deploy('v2');
  stage.pass(300);
  const [[ours], [real]] = [await stage.records(), listed];
  expect(idOf(ours)).toMatch(/^[\w-]{21}$/);
  expect(ours?.targetServiceRevisionArn?.split('/').at(-1)).toBe(id.replace('ecs-svc/', ''));
  expect(Math.abs(delayOf(ours) - delayOf(real))).toBeLessThan(50);
});

const idOf = (record: ServiceDeploymentBrief | undefined): string =>
  record?.serviceDeploymentArn?.split('/').at(-1) ?? '';

const delayOf = (record: Pick<ServiceDeploymentBrief, 'startedAt' | 'createdAt'> | undefined): number =>
  (record?.startedAt?.getTime() ?? NaN) - (record?.createdAt?.getTime() ?? NaN);

// Users of the API report it; no recording shows the status of a superseded record.
test('a superseded record is STOPPED within a second', async () => {
  const stage = stageOf(1);
  await stage.deploy('v2');
  stage.pass(10);
  await stage.deploy('v3');
  stage.pass(7);
  const [newest, superseded] = await stage.records();
  expect(newest?.status).toBe('IN_PROGRESS');
  expect(superseded?.status).toBe('STOPPED');
  const after = (superseded?.finishedAt?.getTime() ?? NaN) - (newest?.createdAt?.getTime() ?? NaN);
  expect(after).toBeLessThanOrEqual(1000);
});

test('a PENDING record has every member that AWS documents, and none of one that has started', async () => {
  const stage = stageOf(1);
  await stage.deploy('v2');
  const [arn = ''] = stage.sandbox.live().ecs.services.flatMap(({ records }) => records[0]?.arn ?? []);
  const describe = new DescribeServiceDeploymentsCommand({ serviceDeploymentArns: [arn] });
  const { serviceDeployments: [record] = [] } = await stage.ecs.send(describe);
  // The documented one is shortened: those that have started have these members, too.
  expect(differenceOf(record, pending)).toEqual({
    missing: [],
    extra: [
      'createdAt',
      'deploymentConfiguration.alarms',
      'deploymentConfiguration.bakeTimeInMinutes',
      'deploymentConfiguration.strategy',
      'sourceServiceRevisions',
    ],
  });
  expect(record).toMatchObject({
    status: pending.status,
    targetServiceRevision: { requestedTaskCount: 0, runningTaskCount: 0, pendingTaskCount: 0 },
  });
});

test('a first deployment that fails has nothing to go back to, in the recorded words', async () => {
  const stage = stageOf(1);
  await stage.ecs.send(
    new CreateServiceCommand({
      cluster: 'shop',
      serviceName: 'first',
      taskDefinition: await stage.register('fault-crash'),
      desiredCount: 1,
      deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true } },
    }),
  );
  stage.pass(300);
  const list = new ListServiceDeploymentsCommand({ cluster: 'shop', service: 'first' });
  const { serviceDeployments: [record] = [] } = await stage.ecs.send(list);
  const { status, statusReason } = rollbackFailed;
  expect(record).toMatchObject({ status, statusReason });
  expect(Math.abs(delayOf(record) - delayOf(rollbackFailed))).toBeLessThan(50);
});
