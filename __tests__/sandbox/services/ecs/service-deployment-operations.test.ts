import { describe, expect, test } from '@jest/globals';
import {
  CreateServiceCommand,
  DescribeServiceDeploymentsCommand,
  ListServiceDeploymentsCommand,
  StopServiceDeploymentCommand,
} from '@aws-sdk/client-ecs';
import { rehearse, workerScenario, type Rehearsal } from '../../../support/sandbox.ts';

/** The newest record's ARN, before AWS would list it. */
const newest = (stage: Rehearsal): string => stage.sandbox.live().ecs.services.at(-1)?.records[0]?.arn ?? '';

const stop = (stage: Rehearsal, serviceDeploymentArn: string) =>
  stage.ecs.send(new StopServiceDeploymentCommand({ serviceDeploymentArn, stopType: 'ROLLBACK' }));

async function describeRecord(stage: Rehearsal, serviceDeploymentArn: string) {
  const { serviceDeployments: [record] = [] } = await stage.ecs.send(
    new DescribeServiceDeploymentsCommand({ serviceDeploymentArns: [serviceDeploymentArn] }),
  );
  return record;
}

const breakers = {
  'no breaker': '',
  'a breaker without rollback':
    '    deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: false } }',
  'a breaker with rollback':
    '    deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true } }',
} as const;

test('ListServiceDeployments has 20 in a page unless told', async () => {
  const stage = rehearse(workerScenario());
  const where = { cluster: 'shop', service: 'worker' };
  for (let count = 0; count < 21; count += 1) {
    await stage.deploy('v2');
    stage.pass(300);
  }
  const first = await stage.ecs.send(new ListServiceDeploymentsCommand(where));
  expect(first.serviceDeployments).toHaveLength(20);
  const all = await stage.ecs.send(new ListServiceDeploymentsCommand({ ...where, maxResults: 100 }));
  expect(all.serviceDeployments?.length).toBeGreaterThan(20);
});

describe('StopServiceDeployment with ROLLBACK', () => {
  test.each(['no breaker', 'a breaker without rollback', 'a breaker with rollback'] as const)(
    'returns a service with %s to the old deployment, by its old id',
    async (name) => {
      const stage = rehearse(workerScenario({ service: breakers[name] }));
      const { deployments: [before] = [] } = await stage.service();
      await stage.deploy('v2');
      stage.pass(40);
      await stop(stage, newest(stage));
      stage.pass(300);
      expect((await stage.records())[0]?.status).toBe('ROLLBACK_SUCCESSFUL');
      expect((await stage.service()).deployments).toMatchObject([
        { id: before?.id, createdAt: before?.createdAt, status: 'PRIMARY', rolloutState: 'COMPLETED' },
      ]);
      expect(await stage.tasks('RUNNING', before?.id)).toHaveLength(2);
    },
  );

  test('goes through ROLLBACK_REQUESTED and ROLLBACK_IN_PROGRESS', async () => {
    const stage = rehearse();
    await stage.deploy('v2');
    stage.pass(20);
    const arn = newest(stage);
    await stop(stage, arn);
    const statuses = [(await describeRecord(stage, arn))?.status];
    stage.pass(5);
    statuses.push((await describeRecord(stage, arn))?.status);
    stage.pass(300);
    statuses.push((await describeRecord(stage, arn))?.status);
    expect(statuses).toEqual(['ROLLBACK_REQUESTED', 'ROLLBACK_IN_PROGRESS', 'ROLLBACK_SUCCESSFUL']);
  });

  test('works while the deployment is PENDING', async () => {
    const stage = rehearse();
    const { deployments: [before] = [] } = await stage.service();
    await stage.deploy('v2');
    const arn = newest(stage);
    expect(await describeRecord(stage, arn)).toMatchObject({ status: 'PENDING' });
    await stop(stage, arn);
    stage.pass(300);
    expect(await describeRecord(stage, arn)).toMatchObject({ status: 'ROLLBACK_SUCCESSFUL' });
    expect((await stage.service()).deployments).toMatchObject([
      { id: before?.id, rolloutState: 'COMPLETED' },
    ]);
  });

  test('keeps a deployment from succeeding that would be complete in the next moment', async () => {
    const stage = rehearse();
    const { deployments: [before] = [] } = await stage.service();
    await stage.deploy('v2');
    const arn = newest(stage);
    while ((await stage.tasks('RUNNING')).filter(({ lastStatus }) => lastStatus === 'RUNNING').length < 4)
      stage.pass(1);
    stage.pass(10);
    await stop(stage, arn);
    stage.pass(300);
    expect(await describeRecord(stage, arn)).toMatchObject({ status: 'ROLLBACK_SUCCESSFUL' });
    expect((await stage.service()).deployments).toMatchObject([{ id: before?.id }]);
  });

  test('has nothing to return to at a service’s first deployment', async () => {
    const stage = rehearse();
    const taskDefinition = await stage.register('v2');
    await stage.ecs.send(
      new CreateServiceCommand({ cluster: 'shop', serviceName: 'new', taskDefinition, desiredCount: 1 }),
    );
    const arn = newest(stage);
    stage.pass(20);
    await stop(stage, arn);
    stage.pass(60);
    expect(await describeRecord(stage, arn)).toMatchObject({
      status: 'ROLLBACK_FAILED',
      statusReason: 'No rollback candidate was found to run the rollback.',
    });
  });

  test('is accepted again while the rollback goes on', async () => {
    const stage = rehearse();
    await stage.deploy('v2');
    stage.pass(20);
    const arn = newest(stage);
    await stop(stage, arn);
    await stop(stage, arn);
    stage.pass(4);
    expect(await stop(stage, arn)).toMatchObject({ serviceDeploymentArn: arn });
  });

  test('a newer deployment ends a rollback that is under way as STOPPED', async () => {
    const stage = rehearse();
    await stage.deploy('v2');
    stage.pass(20);
    const arn = newest(stage);
    await stop(stage, arn);
    stage.pass(4);
    const id = await stage.deploy('v3');
    stage.pass(300);
    expect(await describeRecord(stage, arn)).toMatchObject({ status: 'STOPPED' });
    expect((await stage.service()).deployments).toMatchObject([{ id, rolloutState: 'COMPLETED' }]);
  });
});

describe('StopServiceDeployment is refused', () => {
  test('with ConflictException once the deployment is over', async () => {
    const stage = rehearse();
    await stage.deploy('v2');
    stage.pass(300);
    await expect(stop(stage, newest(stage))).rejects.toMatchObject({ name: 'ConflictException' });
  });

  test('with ServiceDeploymentNotFoundException for an ARN that is none', async () => {
    const stage = rehearse();
    await expect(stop(stage, `${newest(stage)}x`)).rejects.toMatchObject({
      name: 'ServiceDeploymentNotFoundException',
      message: 'The service deployment does not exist.',
    });
  });

  test('with another stop type than ROLLBACK', async () => {
    const stage = rehearse();
    await stage.deploy('v2');
    const input = { serviceDeploymentArn: newest(stage), stopType: 'ABORT' } as const;
    await expect(stage.ecs.send(new StopServiceDeploymentCommand(input))).rejects.toMatchObject({
      name: 'InvalidParameterException',
    });
  });
});

test('a PENDING deployment has not started and has no circuit breaker yet', async () => {
  const stage = rehearse();
  await stage.deploy('v2');
  const record = await describeRecord(stage, newest(stage));
  expect(record).not.toHaveProperty('startedAt');
  expect(record).not.toHaveProperty('deploymentCircuitBreaker');
  stage.pass(1);
  expect(await describeRecord(stage, newest(stage))).toMatchObject({
    status: 'IN_PROGRESS',
    deploymentCircuitBreaker: { status: 'MONITORING' },
  });
});
