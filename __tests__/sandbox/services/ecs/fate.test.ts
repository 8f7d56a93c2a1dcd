import { FilterLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { describe, expect, test } from '@jest/globals';
import { rehearse, type Rehearsal, targetGroup, workerScenario } from '../../../support/sandbox.ts';

const awslogs = {
  logConfiguration: {
    logDriver: 'awslogs',
    options: { 'awslogs-group': '/worker', 'awslogs-region': 'us-east-1', 'awslogs-stream-prefix': 'app' },
  },
};

/** A worker whose registry has this tag, deployed; so many seconds have passed. */
async function deploy(tag: string, seconds: number, more: object = {}): Promise<Rehearsal> {
  const stage = rehearse();
  await stage.update({ taskDefinition: await stage.register(tag, { ...awslogs, ...more }) });
  stage.pass(seconds);
  return stage;
}

/** A task of the revision that was deployed. */
const stopped = async (stage: Rehearsal) =>
  (await stage.tasks('STOPPED')).find(({ taskDefinitionArn }) => taskDefinitionArn?.endsWith(':2'));

const logged = async (stage: Rehearsal): Promise<readonly string[]> =>
  (await stage.logs.send(new FilterLogEventsCommand({ logGroupName: '/worker' }))).events?.map(
    ({ message = '' }) => message,
  ) ?? [];

describe('a task that cannot start', () => {
  const secrets = [
    { name: 'KEY', valueFrom: 'arn:aws:secretsmanager:us-east-1:123456789012:secret:key-AbCdEf' },
  ];

  test.each([
    [
      'fault-arch',
      "CannotPullContainerError: pull image manifest has been retried 7 time(s): image Manifest does not contain descriptor matching platform 'linux/amd64'",
    ],
    [
      'fault-secret',
      'secret:key-AbCdEf from secrets manager: operation error Secrets Manager: GetSecretValue, https response error StatusCode: 400, RequestID: ',
    ],
    ['fault-secret', "ResourceNotFoundException: Secrets Manager can't find the specified secret."],
    [
      'fault-secret-denied',
      'is not authorized to perform: secretsmanager:GetSecretValue on resource: arn:aws:secretsmanager:us-east-1:123456789012:secret:key-AbCdEf because',
    ],
    ['fault-log-group', 'The specified log group does not exist. : exit status 1'],
    [
      'fault-no-route',
      'The task cannot pull registry auth from Amazon ECR: There is a connection issue between the task and Amazon ECR.',
    ],
    ['fault-layers', 'There is a connection issue between the task and the registry.'],
  ])('%s: %s', async (tag, text) => {
    const stage = await deploy(tag, 330, { secrets });
    const task = await stopped(stage);
    expect(task).toMatchObject({
      stopCode: 'TaskFailedToStart',
      stoppedReason: expect.stringContaining(text),
    });
    expect(task?.containers?.[0]).not.toHaveProperty('exitCode');
    expect(await stage.messages()).toContainEqual(
      `(service worker) was unable to place a task. Reason: ${task?.stoppedReason ?? ''}.`,
    );
  });

  test('without a route it is PENDING for four and a half to five minutes', async () => {
    const stage = await deploy('fault-no-route', 14 + 8 + 270);
    expect(await stage.tasks('STOPPED')).toEqual([]);
    stage.pass(38);
    expect(await stopped(stage)).toMatchObject({ stopCode: 'TaskFailedToStart' });
  });

  test('a parameter is named as SSM has it', async () => {
    const valueFrom = 'arn:aws:ssm:us-east-1:123456789012:parameter/shop/key';
    const stage = await deploy('fault-secret', 60, { secrets: [{ name: 'KEY', valueFrom }] });
    expect((await stopped(stage))?.stoppedReason).toContain('invalid ssm parameters: /shop/key');
  });
});

describe('a container that ends', () => {
  test('fault-exec-format is told by its log alone', async () => {
    const stage = await deploy('fault-exec-format', 60, { entryPoint: ['/app/run'] });
    expect(await stopped(stage)).toMatchObject({
      stopCode: 'EssentialContainerExited',
      stoppedReason: 'Essential container in task exited',
      containers: [{ exitCode: 1 }],
    });
    expect(new Set(await logged(stage))).toEqual(new Set(['exec /app/run: exec format error']));
  });

  test('fault-exit-code-N ends with that code', async () => {
    expect(await stopped(await deploy('fault-exit-code-78', 60))).toMatchObject({
      containers: [{ exitCode: 78 }],
    });
  });

  test('fault-crash-late is healthy first', async () => {
    const stage = await deploy('fault-crash-late', 60);
    expect((await stage.service()).deployments?.[0]).toMatchObject({ runningCount: 2, failedTasks: 0 });
    expect(
      (await stage.tasks('STOPPED')).filter(({ stopCode }) => stopCode !== 'ServiceSchedulerInitiated'),
    ).toEqual([]);
    stage.pass(40);
    expect((await stage.tasks('STOPPED')).map(({ stopCode }) => stopCode)).toContain(
      'EssentialContainerExited',
    );
  });

  test('fault-oom says how the memory grew', async () => {
    expect(await logged(await deploy('fault-oom', 60))).toContain('[worker] memory in use: 99 %');
  });

  test('fault-stop-timeout is killed when its stop time-out is over', async () => {
    const stage = await deploy('fault-stop-timeout', 200, { stopTimeout: 90 });
    await stage.update({ desiredCount: 1 });
    stage.pass(5 + 2 + 80);
    expect(await stopped(stage)).toMatchObject({ lastStatus: 'STOPPING' });
    stage.pass(30);
    expect(await stopped(stage)).toMatchObject({ lastStatus: 'STOPPED', containers: [{ exitCode: 137 }] });
    expect(await logged(stage)).toContain('[worker] received SIGTERM');
  });

  test('fault-spot is interrupted, and replaced', async () => {
    const stage = await deploy('fault-spot', 80);
    expect(await stopped(stage)).toMatchObject({
      stopCode: 'SpotInterruption',
      stoppedReason: 'Your Spot Task was interrupted.',
      containers: [{ exitCode: 143 }],
    });
    stage.pass(60);
    expect((await stage.tasks('RUNNING')).length).toBeGreaterThan(2);
  });
});

test('fault-unhealthy answers its checks with 503, and the log says so', async () => {
  const healthCheck = { command: ['CMD-SHELL', 'true'], interval: 10, retries: 2 };
  const stage = await deploy('fault-unhealthy', 90, { healthCheck });
  expect(await logged(stage)).toContain('[worker] GET /health 503 Service Unavailable in 2 ms');
});

test('fault-no-capacity starts no task: the event alone tells why', async () => {
  const stage = await deploy('fault-no-capacity', 200);
  expect((await stage.tasks('STOPPED')).length).toBe(0);
  expect((await stage.service()).deployments?.[0]).toMatchObject({ pendingCount: 0, runningCount: 0 });
  expect(await stage.messages()).toContain(
    '(service worker) was unable to place a task. Reason: Capacity is unavailable at this time. ' +
      'Please try again later or in a different availability zone.',
  );
});

test("fault-unhealthy behind a load balancer fails by the container's check where that is the quicker one", async () => {
  const service = `    loadBalancers: [{ targetGroupArn: '${targetGroup}', containerName: worker, containerPort: 80 }]`;
  const reasonWith = async (interval: number) => {
    const stage = rehearse(workerScenario({ service }));
    const healthCheck = { command: ['CMD', 'true'], interval, retries: 2, startPeriod: 0 };
    await stage.update({ taskDefinition: await stage.register('fault-unhealthy', { healthCheck }) });
    stage.pass(300);
    return (await stage.tasks('STOPPED'))[0]?.stoppedReason;
  };
  expect(await reasonWith(5)).toBe('Task failed container health checks');
  expect(await reasonWith(300)).toContain('Task failed ELB health checks');
});
