import type { DescribeTasksRequest, ListTasksRequest, StopTaskRequest } from '@aws-sdk/client-ecs';
import type { Context } from '../../operation.ts';
import { seconds } from '../../wire/json11.ts';
import type { World } from '../../world.ts';
import { lastPart, taskArn } from './arn.ts';
import { ecsErrors } from './errors.ts';
import { clusterOf, findTaskDefinition, ownersOf, serviceByArn, serviceOf } from './find.ts';
import { wake } from './happening.ts';
import { page } from './page.ts';
import type { Container, Task } from './state.ts';
import { stop } from './task.ts';
import { takeOut, targetDrain } from './task-life.ts';

const mostTasks = 100;

/** ListTasks: those wanted RUNNING unless STOPPED ones are asked for. */
export function listTasks(input: ListTasksRequest, { world }: Context): object {
  const cluster = clusterOf(world, input.cluster);
  const service = input.serviceName === undefined ? undefined : serviceOf(world, cluster, input.serviceName);
  const { startedBy, family, desiredStatus = 'RUNNING' } = input;
  const tasks = world.ecs.tasks.filter(
    (task) =>
      task.clusterArn === cluster.arn &&
      task.desiredStatus === desiredStatus &&
      (service === undefined || task.serviceArn === service.arn) &&
      (startedBy === undefined || task.startedBy === startedBy) &&
      (family === undefined || lastPart(task.taskDefinition).split(':')[0] === family),
  );
  const { items, rest } = page(tasks, input);
  return { taskArns: items.map(({ arn }) => arn), ...rest };
}

/** DescribeTasks: stopped ones for an hour; a missing one is a failure in an answer with status 200. */
export function describeTasks(input: DescribeTasksRequest, { world }: Context): object {
  const cluster = clusterOf(world, input.cluster);
  const references = input.tasks ?? [];
  // [?] The words of both refusals.
  if (references.length === 0) throw ecsErrors.invalid('Tasks cannot be empty.');
  if (references.length > mostTasks) throw ecsErrors.invalid('Tasks must have at most 100 elements.');
  const found = references.map((reference) => ({ reference, task: findTask(world, cluster.arn, reference) }));
  return {
    tasks: found.flatMap(({ task }) => (task === undefined ? [] : [viewTask(world, task)])),
    failures: found
      .filter(({ task }) => task === undefined)
      .map(({ reference }) => ({
        arn: taskArn(world, cluster.name, lastPart(reference)),
        reason: 'MISSING',
      })),
  };
}

/** Seen: 17 s from StopTask to the replacement, while the task that was stopped still drains. */
const replacedAfter = 17_000;

/** StopTask: the service's scheduler replaces it. */
export function stopTask(input: StopTaskRequest, { world }: Context): object {
  const cluster = clusterOf(world, input.cluster);
  const task = findTask(world, cluster.arn, input.task ?? '');
  // [?] AWS's words.
  if (task === undefined) throw ecsErrors.invalid('The referenced task was not found.');
  const reason = input.reason ?? 'Task stopped by user';
  stop(world, task, { code: 'UserInitiated', reason, drain: targetDrain(world, task) });
  takeOut(world, task);
  const service = serviceByArn(world, task.serviceArn);
  if (service !== undefined) wake(world, service, replacedAfter);
  return { task: viewTask(world, task) };
}

const findTask = (world: World, clusterArn: string, reference: string): Task | undefined =>
  world.ecs.tasks.find(
    (task) => task.clusterArn === clusterArn && (task.arn === reference || task.id === lastPart(reference)),
  );

function viewTask(world: World, task: Task): object {
  const content = findTaskDefinition(world, task.taskDefinition)?.content;
  const service = serviceByArn(world, task.serviceArn);
  const settings = service && ownersOf(service).find(({ id }) => id === task.startedBy)?.settings;
  return {
    attachments: [viewAttachment(world, task)],
    attributes: [
      { name: 'ecs.cpu-architecture', value: content?.runtimePlatform?.cpuArchitecture ?? 'x86_64' },
    ],
    availabilityZone: `${world.region}a`,
    clusterArn: task.clusterArn,
    ...(task.lastStatus === 'PROVISIONING'
      ? {}
      : { connectivity: 'CONNECTED', connectivityAt: seconds(task.createdAt) }),
    containers: task.containers.map((container) => viewContainer(task, container)),
    cpu: content?.cpu ?? '0',
    createdAt: seconds(task.createdAt),
    desiredStatus: task.desiredStatus,
    enableExecuteCommand: settings?.enableExecuteCommand ?? false,
    group: task.group,
    healthStatus: task.healthStatus,
    lastStatus: task.lastStatus,
    launchType: settings?.launchType ?? 'FARGATE',
    memory: content?.memory ?? '0',
    overrides: {
      containerOverrides: task.containers.map(({ name }) => ({ name })),
      inferenceAcceleratorOverrides: [],
    },
    platformVersion: '1.4.0',
    platformFamily: 'Linux',
    startedBy: task.startedBy,
    tags: [],
    taskArn: task.arn,
    taskDefinitionArn: task.taskDefinition,
    version: task.course + 1,
    ephemeralStorage: { sizeInGiB: content?.ephemeralStorage?.sizeInGiB ?? 20 },
    ...viewTimes(task),
    ...(task.stopCode === undefined ? {} : { stopCode: task.stopCode }),
    ...(task.stoppedReason === undefined ? {} : { stoppedReason: task.stoppedReason }),
  };
}

function viewTimes(task: Task): object {
  const { pullStartedAt, pullStoppedAt, startedAt, stoppingAt, executionStoppedAt, stoppedAt } = task;
  const times = { pullStartedAt, pullStoppedAt, startedAt, stoppingAt, executionStoppedAt, stoppedAt };
  return Object.fromEntries(
    Object.entries(times).flatMap(([name, time]) => (time === undefined ? [] : [[name, seconds(time)]])),
  );
}

function viewAttachment(world: World, task: Task): object {
  const attached = !['PROVISIONING', 'DEPROVISIONING', 'STOPPED'].includes(task.lastStatus);
  const { subnet, attachment } = task.network;
  return {
    id: attachment,
    type: task.lastStatus === 'PROVISIONING' ? 'ElasticNetworkInterface' : 'eni',
    status: task.lastStatus === 'PROVISIONING' ? 'PRECREATED' : attached ? 'ATTACHED' : 'DELETED',
    details: [
      { name: 'subnetId', value: subnet },
      ...(task.lastStatus === 'PROVISIONING' ? [] : interfaceDetails(world, task.network)),
    ],
  };
}

/** Ids of the interface are made of the attachment's, and its MAC address of its IP address. */
function interfaceDetails(
  { region }: World,
  { address, attachment }: Task['network'],
): readonly { readonly name: string; readonly value: string }[] {
  const numbers = address.split('.');
  const mac = ['02', '42', ...numbers.map((number) => Number(number).toString(16).padStart(2, '0'))];
  // VPC user guide, "DNS attributes for your VPC": the first region has a domain of its own.
  const domain = region === 'us-east-1' ? 'ec2.internal' : `${region}.compute.internal`;
  return [
    { name: 'networkInterfaceId', value: `eni-${attachment.replaceAll('-', '').slice(0, 17)}` },
    { name: 'macAddress', value: mac.join(':') },
    { name: 'privateDnsName', value: `ip-${numbers.join('-')}.${domain}` },
    { name: 'privateIPv4Address', value: address },
  ];
}

function viewContainer(
  task: Task,
  { name, image, imageDigest, runtimeId, exitCode, reason }: Container,
): object {
  const running = ['RUNNING', 'DEACTIVATING', 'STOPPING'].includes(task.lastStatus);
  const over = ['DEPROVISIONING', 'STOPPED'].includes(task.lastStatus);
  const pulled = task.pullStoppedAt !== undefined;
  const { attachment, address } = task.network;
  return {
    containerArn: `${task.arn.replace(':task/', ':container/')}/${runtimeId}`,
    taskArn: task.arn,
    name,
    image,
    ...(pulled && imageDigest !== undefined ? { imageDigest } : {}),
    ...(task.lastStatus === 'PROVISIONING' ? {} : { runtimeId }),
    lastStatus: over ? 'STOPPED' : running ? 'RUNNING' : 'PENDING',
    // The code is there once the container has ended, and only if it ever ran.
    ...(over && exitCode !== undefined ? { exitCode } : {}),
    ...(over && reason !== undefined ? { reason } : {}),
    healthStatus: task.healthStatus,
    networkBindings: [],
    networkInterfaces:
      task.lastStatus === 'PROVISIONING' ? [] : [{ attachmentId: attachment, privateIpv4Address: address }],
    managedAgents: [],
    cpu: '0',
  };
}
