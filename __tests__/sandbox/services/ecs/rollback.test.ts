import { describe, expect, test } from '@jest/globals';
import {
  CreateServiceCommand,
  DescribeServiceDeploymentsCommand,
  DescribeServicesCommand,
  ListServiceDeploymentsCommand,
} from '@aws-sdk/client-ecs';
import { rehearse, targetGroup, workerScenario, type Rehearsal } from '../../../support/sandbox.ts';

/** Seconds until the condition holds, looked at every second. */
async function until(stage: Rehearsal, holds: () => Promise<boolean>, limit = 3600): Promise<number> {
  for (let elapsed = 0; elapsed < limit; elapsed += 1) {
    if (await holds()) return elapsed;
    stage.pass(1);
  }
  throw new Error('It never came to that.');
}

const rollsBack = (stage: Rehearsal) =>
  until(stage, async () =>
    /rolling back/.test((await stage.service()).deployments?.[0]?.rolloutStateReason ?? ''),
  );

describe('the circuit breaker with rollback', () => {
  test('makes the old deployment PRIMARY again, with its old id and createdAt', async () => {
    const stage = rehearse();
    const { deployments: [before] = [] } = await stage.service();
    const failed = await stage.deploy('fault-crash');
    await rollsBack(stage);
    const { deployments: [primary, other] = [] } = await stage.service();
    expect(primary).toMatchObject({
      id: before?.id,
      createdAt: before?.createdAt,
      status: 'PRIMARY',
      rolloutState: 'IN_PROGRESS',
      rolloutStateReason: `ECS deployment circuit breaker: rolling back to deploymentId ${before?.id ?? ''}.`,
    });
    expect(other).toMatchObject({
      id: failed,
      rolloutState: 'FAILED',
      rolloutStateReason: 'ECS deployment circuit breaker: tasks failed to start.',
    });
  });

  test('ends like a success but for the task definition, and the record tells it apart', async () => {
    const stage = rehearse();
    const { deployments: [before] = [] } = await stage.service();
    await stage.deploy('fault-crash');
    stage.pass(600);
    expect((await stage.service()).deployments).toMatchObject([
      {
        id: before?.id,
        status: 'PRIMARY',
        rolloutState: 'COMPLETED',
        taskDefinition: before?.taskDefinition,
      },
    ]);
    const reason = 'Service deployment rolled back because the circuit breaker threshold was exceeded.';
    const [record] = await stage.records();
    expect(record).toMatchObject({ status: 'ROLLBACK_SUCCESSFUL', statusReason: reason });
    const { serviceDeployments: [full] = [] } = await stage.ecs.send(
      new DescribeServiceDeploymentsCommand({ serviceDeploymentArns: [record?.serviceDeploymentArn ?? ''] }),
    );
    expect(full).toMatchObject({
      rollback: { reason },
      deploymentCircuitBreaker: { status: 'TRIGGERED', threshold: 3 },
    });
  });

  test('says so in events, the failure before the rollback', async () => {
    const stage = rehearse();
    const failed = await stage.deploy('fault-crash');
    await rollsBack(stage);
    stage.pass(1);
    const messages = await stage.messages();
    const failure = messages.indexOf(
      `(service worker) (deployment ${failed}) deployment failed: tasks failed to start.`,
    );
    const rollback = messages.findIndex((message) =>
      message.startsWith('(service worker) rolling back to deployment ecs-svc/'),
    );
    expect(rollback).toBeGreaterThanOrEqual(0);
    expect(failure).toBeGreaterThan(rollback);
  });

  test.each([
    { tag: 'fault-crash', least: 100, most: 240 },
    { tag: 'fault-oom', least: 100, most: 300 },
    { tag: 'fault-unpullable', least: 600, most: 780 },
  ])('acts on $tag after $least to $most seconds', async ({ tag, least, most }) => {
    const stage = rehearse();
    await stage.deploy(tag);
    const elapsed = await rollsBack(stage);
    expect(elapsed).toBeGreaterThanOrEqual(least);
    expect(elapsed).toBeLessThanOrEqual(most);
  });

  test('acts on targets that never turn healthy after 8 to 15 minutes', async () => {
    const service = `    loadBalancers: [{ targetGroupArn: '${targetGroup}', containerName: worker, containerPort: 80 }]
    deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true } }`;
    const stage = rehearse(workerScenario({ service }));
    await stage.deploy('fault-unhealthy');
    const elapsed = await rollsBack(stage);
    expect(elapsed / 60).toBeGreaterThanOrEqual(8);
    expect(elapsed / 60).toBeLessThanOrEqual(15);
  });

  test('finds nothing to return to at a first deployment', async () => {
    const stage = rehearse();
    const taskDefinition = await stage.register('fault-crash');
    await stage.ecs.send(
      new CreateServiceCommand({
        cluster: 'shop',
        serviceName: 'new',
        taskDefinition,
        desiredCount: 1,
        launchType: 'FARGATE',
        deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true } },
      }),
    );
    stage.pass(600);
    const { serviceDeployments } = await stage.ecs.send(
      new ListServiceDeploymentsCommand({ cluster: 'shop', service: 'new' }),
    );
    expect(serviceDeployments).toMatchObject([
      { status: 'ROLLBACK_FAILED', statusReason: 'No rollback candidate was found to run the rollback.' },
    ]);
    const { services } = await stage.ecs.send(
      new DescribeServicesCommand({ cluster: 'shop', services: ['new'] }),
    );
    expect(services).toMatchObject([{ deployments: [{ status: 'PRIMARY', rolloutState: 'FAILED' }] }]);
  });
});

test('the circuit breaker without rollback leaves the failed deployment PRIMARY and the old tasks running', async () => {
  const service =
    '    deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: false } }';
  const stage = rehearse(workerScenario({ service }));
  const id = await stage.deploy('fault-crash');
  stage.pass(900);
  const after = await stage.service();
  expect(after.deployments).toMatchObject([
    { id, status: 'PRIMARY', rolloutState: 'FAILED', runningCount: 0 },
    { status: 'ACTIVE', rolloutState: 'COMPLETED', runningCount: 2 },
  ]);
  expect(after.runningCount).toBe(2);
});

test('without a breaker ECS retries for ever, with growing pauses', async () => {
  const stage = rehearse(
    workerScenario({ service: '    desiredCount: 1' }).replace('    desiredCount: 2\n', ''),
  );
  const id = await stage.deploy('fault-crash');
  stage.pass(6 * 3600);
  const { deployments: [primary] = [], events = [] } = await stage.service();
  expect(primary).toMatchObject({ id, status: 'PRIMARY', rolloutState: 'IN_PROGRESS' });
  const starts = events
    .filter(({ message = '' }) => message.includes('has started'))
    .map(({ createdAt }) => createdAt?.getTime() ?? 0)
    .toReversed()
    .slice(1);
  const pauses = starts.slice(1).map((start, index) => start - (starts[index] ?? 0));
  expect(pauses.at(-1) ?? 0).toBeGreaterThan(5 * (pauses[0] ?? Infinity));
  expect(await stage.messages()).toContain(
    '(service worker) is unable to consistently start tasks successfully.',
  );
});

describe('a task that failed says why', () => {
  const stoppedTask = async (tag: string, seconds: number) => {
    const stage = rehearse();
    const id = await stage.deploy(tag);
    stage.pass(seconds);
    const [task] = await stage.tasks('STOPPED', id);
    return task;
  };

  test('a crash: exit code 1 of an essential container', async () => {
    expect(await stoppedTask('fault-crash', 70)).toMatchObject({
      lastStatus: 'STOPPED',
      stopCode: 'EssentialContainerExited',
      stoppedReason: 'Essential container in task exited',
      containers: [{ name: 'worker', exitCode: 1 }],
    });
  });

  test('out of memory: exit code 137 and the container’s reason', async () => {
    expect(await stoppedTask('fault-oom', 90)).toMatchObject({
      stopCode: 'EssentialContainerExited',
      containers: [{ exitCode: 137, reason: 'OutOfMemoryError: Container killed due to memory usage' }],
    });
  });

  test('a tag that the repository does not have: no exit code, no pull, AWS’s text', async () => {
    const task = await stoppedTask('v9', 130);
    const image = '123456789012.dkr.ecr.us-east-1.amazonaws.com/worker:v9';
    expect(task).toMatchObject({
      stopCode: 'TaskFailedToStart',
      stoppedReason:
        'CannotPullContainerError: pull image manifest has been retried 1 time(s): ' +
        `failed to resolve ref ${image}: ${image}: not found`,
    });
    expect(task?.containers?.[0]).not.toHaveProperty('exitCode');
    expect(task).not.toHaveProperty('pullStartedAt');
  });

  test('it can be described for an hour', async () => {
    const stage = rehearse();
    const id = await stage.deploy('v2');
    stage.pass(180);
    expect(id).not.toBe('');
    expect(await stage.tasks('STOPPED')).toHaveLength(2);
    stage.pass(3600);
    expect(await stage.tasks('STOPPED')).toHaveLength(0);
  });
});

describe('container health checks without a load balancer', () => {
  const healthCheck = { command: ['CMD', 'true'], interval: 10, retries: 3, startPeriod: 20 };

  test('that never pass have the task stopped for that reason', async () => {
    const stage = rehearse();
    const taskDefinition = await stage.register('fault-unhealthy', { healthCheck });
    const { deployments: [ours] = [] } = await stage.update({ taskDefinition });
    stage.pass(150);
    const [task] = await stage.tasks('STOPPED', ours?.id);
    expect(task).toMatchObject({
      stopCode: 'ServiceSchedulerInitiated',
      stoppedReason: 'Task failed container health checks',
      healthStatus: 'UNHEALTHY',
    });
    expect(await stage.messages()).toContain(
      `(service worker) (task ${task?.taskArn?.split('/').at(-1) ?? ''}) failed container health checks.`,
    );
  });

  test('that pass let the rollout go on', async () => {
    const stage = rehearse();
    await stage.update({ taskDefinition: await stage.register('v2', { healthCheck }) });
    stage.pass(180);
    expect((await stage.tasks('RUNNING')).map(({ healthStatus }) => healthStatus)).toEqual([
      'HEALTHY',
      'HEALTHY',
    ]);
    expect((await stage.service()).deployments).toMatchObject([{ rolloutState: 'COMPLETED' }]);
  });
});
