import type { Attachment, Container, Task } from '@aws-sdk/client-ecs';

// Tasks on Fargate 1.4, recorded 2024-02 (test data of localstack, validated against AWS), with names of our own. The
// recorder came by them through Step Functions, which writes absent lists as empty ones (gpuIds,
// inferenceAccelerators and those of the overrides): these are left out here.

const clusterArn = 'arn:aws:ecs:eu-central-1:123456789012:cluster/cluster';
const time = (second: number): Date => new Date(Date.UTC(2024, 1, 23, 12, 0, second));

const taskOf = (id: string, more: Task): Task => ({
  taskArn: `arn:aws:ecs:eu-central-1:123456789012:task/cluster/${id}`,
  clusterArn,
  taskDefinitionArn: 'arn:aws:ecs:eu-central-1:123456789012:task-definition/family:19',
  attributes: [{ name: 'ecs.cpu-architecture', value: 'x86_64' }],
  availabilityZone: 'eu-central-1b',
  cpu: '256',
  memory: '512',
  createdAt: time(0),
  enableExecuteCommand: false,
  ephemeralStorage: { sizeInGiB: 20 },
  group: 'family:family',
  launchType: 'FARGATE',
  overrides: { containerOverrides: [{ name: 'main' }], inferenceAcceleratorOverrides: [] },
  platformVersion: '1.4.0',
  startedBy: 'AWS Step Functions',
  tags: [],
  ...more,
});

const container = (taskId: string, more: Container): Container => ({
  containerArn: `arn:aws:ecs:eu-central-1:123456789012:container/cluster/${taskId}/c1`,
  taskArn: `arn:aws:ecs:eu-central-1:123456789012:task/cluster/${taskId}`,
  name: 'main',
  cpu: '0',
  managedAgents: [],
  networkBindings: [],
  ...more,
});

const ended: Container = {
  lastStatus: 'STOPPED',
  runtimeId: 'c1',
  networkInterfaces: [{ attachmentId: 'a1', privateIpv4Address: '192.0.2.20' }],
};

/** What was attached when the task had stopped. */
const detached: Attachment = {
  id: 'a1',
  type: 'eni',
  status: 'DELETED',
  details: [
    { name: 'subnetId', value: 'subnet-a' },
    { name: 'networkInterfaceId', value: 'eni-a' },
    { name: 'macAddress', value: '0e:c9:88:10:56:18' },
    { name: 'privateDnsName', value: 'ip-192-0-2-20.eu-central-1.compute.internal' },
    { name: 'privateIPv4Address', value: '192.0.2.20' },
  ],
};

const over: Task = {
  attachments: [detached],
  connectivity: 'CONNECTED',
  connectivityAt: time(10),
  desiredStatus: 'STOPPED',
  lastStatus: 'STOPPED',
  stoppingAt: time(40),
  executionStoppedAt: time(41),
  stoppedAt: time(60),
};

const exitedId = '0f1e2d3c4b5a69788796a5b4c3d2e1f0';

/** The container ended by itself with exit code 0. */
export const exitedZero: Task = taskOf(exitedId, {
  ...over,
  pullStartedAt: time(20),
  pullStoppedAt: time(25),
  startedAt: time(30),
  stopCode: 'EssentialContainerExited',
  stoppedReason: 'Essential container in task exited',
  containers: [
    container(exitedId, { ...ended, image: 'busybox', imageDigest: `sha256:${'1'.repeat(64)}`, exitCode: 0 }),
  ],
  version: 5,
});

const deniedId = '00112233445566778899aabbccddeeff';

/** An image that Docker Hub does not have: no exit code, digest or reason on the container, and no pull. */
export const pullDenied: Task = taskOf(deniedId, {
  ...over,
  stopCode: 'TaskFailedToStart',
  stoppedReason:
    'CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref docker.io/library/no_such_image:latest: pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed',
  containers: [container(deniedId, { ...ended, image: 'no_such_image' })],
  version: 4,
});

const youngId = '0123456789abcdef0123456789abcdef';

/** A task in its first moment, from an answer of RunTask: no network yet, and nothing that is there later only. */
export const provisioning: Task = taskOf(youngId, {
  attachments: [
    {
      id: 'a1',
      type: 'ElasticNetworkInterface',
      status: 'PRECREATED',
      details: [{ name: 'subnetId', value: 'subnet-a' }],
    },
  ],
  containers: [container(youngId, { image: 'busybox', lastStatus: 'PENDING', networkInterfaces: [] })],
  desiredStatus: 'RUNNING',
  lastStatus: 'PROVISIONING',
  platformFamily: 'Linux',
  version: 1,
});

/**
 * StopTask, recorded 2018-01-15 (test data of cloud-custodian), reduced: the task is to stop and still runs, with the
 * caller's reason. No stopCode then.
 */
export const stoppedByUser: Task = {
  taskArn: 'arn:aws:ecs:us-east-1:123456789012:task/0f3e3546-6973-4d36-82ea-292de5d9fea4',
  lastStatus: 'RUNNING',
  desiredStatus: 'STOPPED',
  containers: [{ name: 'webserver', lastStatus: 'RUNNING' }],
  startedBy: 'ecs-svc/9223370520926505959',
  stoppedReason: 'custodian policy',
  startedAt: new Date('2018-01-15T21:15:14.984Z'),
  stoppingAt: new Date('2018-01-15T21:15:40.881Z'),
  group: 'service:home-web',
};

/**
 * A task behind a load balancer that was stopped by hand, and the one that replaced it (JWanderer73/credit-card-fraud,
 * 2026-09-04): seconds after StopTask, last status, health.
 */
export const stopStates = {
  answer: 'DEACTIVATING',
  replacement: [
    [17, 'PROVISIONING', 'UNKNOWN'],
    [33, 'ACTIVATING', 'UNKNOWN'],
    [66, 'RUNNING', 'UNKNOWN'],
    [83, 'RUNNING', 'HEALTHY'],
  ],
} as const;
