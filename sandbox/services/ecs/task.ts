import { between, hexadecimal, uuid } from '../../chance.ts';
import { schedule, type World } from '../../world.ts';
import { lookUp } from '../ecr/state.ts';
import { lastPart, taskArn } from './arn.ts';
import { fateOf } from './fate.ts';
import { findTaskDefinition, targetsOf } from './find.ts';
import type { TaskEvent } from './happening.ts';
import { logStart } from './task-log.ts';
import type { Container, Service, StopCode, Task, TaskDefinition, TaskOwner, TaskStatus } from './state.ts';

const second = 1000;

interface Transition {
  readonly to: TaskStatus;
  /** Milliseconds. */
  readonly after: number;
}

/** How a task goes on by itself. RUNNING and STOPPED stay until something happens. */
const transitions: Readonly<Partial<Record<TaskStatus, Transition>>> = {
  PROVISIONING: { to: 'PENDING', after: 8 * second },
  PENDING: { to: 'ACTIVATING', after: 14 * second },
  ACTIVATING: { to: 'RUNNING', after: 4 * second },
  DEACTIVATING: { to: 'STOPPING', after: 1 * second },
  STOPPING: { to: 'DEPROVISIONING', after: 5 * second },
  DEPROVISIONING: { to: 'STOPPED', after: 8 * second },
};

const slowStart = 60 * second;
/**
 * How long a task takes to its end that was stopped before it ran. Seen: 79 s and more from the circuit breaker to
 * the end of a rollback that had nothing else to wait for.
 */
const pendingStop = 60 * second;

/** Starts one task of an owner. */
export function launch(world: World, service: Service, owner: TaskOwner): Task {
  const task = createTask(world, service, owner);
  world.ecs.tasks.push(task);
  enter(world, task, 'PROVISIONING');
  return task;
}

/** A task that has been running and healthy for long, for seeding. */
export function seedTask(world: World, service: Service, owner: TaskOwner): Task {
  const task = createTask(world, service, owner);
  task.lastStatus = 'RUNNING';
  task.settled = true;
  task.pullStartedAt = world.now;
  task.pullStoppedAt = world.now;
  task.startedAt = world.now;
  task.targets = targetsOf(owner).map((target) => ({ ...target, state: 'healthy', since: world.now }));
  world.ecs.tasks.push(task);
  logStart(world, task);
  return task;
}

/** Puts a task into a status, notes the time, and schedules what follows. */
export function enter(world: World, task: Task, status: TaskStatus): void {
  task.lastStatus = status;
  if (status === 'PENDING' && task.fate.kind !== 'unstartable') task.pullStartedAt = world.now;
  if (status === 'ACTIVATING') task.pullStoppedAt = world.now;
  if (status === 'RUNNING') task.startedAt = world.now;
  if (status === 'DEPROVISIONING') task.executionStoppedAt = world.now;
  if (status === 'STOPPED') task.stoppedAt = world.now;
  const next = followUp(task, status);
  if (next !== undefined) plan(world, task, next.after, { kind: 'task-step', to: next.to });
}

/** Schedules a step of a task on its present course. */
export function plan(world: World, task: Task, delay: number, step: StepOf<TaskEvent>): void {
  schedule(world, delay, { service: 'ecs', task: task.arn, course: task.course, ...step });
}

type StepOf<Event> = Event extends TaskEvent ? Omit<Event, 'task' | 'course'> : never;

/**
 * Turns a task towards its end. One that runs drains for `drain` milliseconds first; one that does not run yet
 * gives its place back at once.
 */
export function stop(
  world: World,
  task: Task,
  why: { readonly code: StopCode; readonly reason: string; readonly drain?: number },
): void {
  if (task.desiredStatus === 'STOPPED') return;
  const ran = task.lastStatus === 'RUNNING';
  task.desiredStatus = 'STOPPED';
  task.course += 1;
  task.stopCode = why.code;
  task.stoppedReason = why.reason;
  task.stoppingAt = world.now;
  if (why.code === 'TaskFailedToStart' || why.code === 'EssentialContainerExited') {
    enter(world, task, 'DEPROVISIONING');
    return;
  }
  if (!ran) {
    task.lastStatus = 'DEPROVISIONING';
    task.executionStoppedAt = world.now;
    plan(world, task, pendingStop, { kind: 'task-step', to: 'STOPPED' });
    return;
  }
  for (const container of task.containers) container.exitCode ??= endsOnSignal(task, container) ? 143 : 137;
  // Seen in an answer of StopTask; DEACTIVATING is for what comes before the end, such as leaving a load balancer
  // (developer guide, "Task lifecycle").
  if (task.targets.length > 0) task.lastStatus = 'DEACTIVATING';
  plan(world, task, why.drain ?? second, { kind: 'task-step', to: 'STOPPING' });
}

function followUp({ fate }: Task, status: TaskStatus): Transition | undefined {
  const next = transitions[status];
  if (next === undefined) return undefined;
  if (status === 'STOPPING' && fate.kind === 'unstoppable') return { ...next, after: fate.stopTimeout };
  if (status !== 'PENDING') return next;
  if (fate.kind === 'unstartable') return { to: 'DEPROVISIONING', after: fate.after };
  if (fate.kind === 'slow') return { ...next, after: next.after + slowStart };
  return next;
}

const endsOnSignal = ({ fate }: Task, { name }: Container): boolean =>
  fate.kind !== 'unstoppable' || fate.container !== name;

function createTask(world: World, service: Service, owner: TaskOwner): Task {
  const id = hexadecimal(world.chance, 32);
  const definition = findTaskDefinition(world, owner.settings.taskDefinition);
  const subnets = owner.settings.networkConfiguration?.awsvpcConfiguration?.subnets ?? [];
  return {
    arn: taskArn(world, lastPart(service.clusterArn), id),
    id,
    clusterArn: service.clusterArn,
    serviceArn: service.arn,
    group: `service:${service.name}`,
    startedBy: owner.id,
    taskDefinition: owner.settings.taskDefinition,
    wave: owner.wave,
    fate: definition === undefined ? { kind: 'runs' } : fateOf(world, definition, id),
    lastStatus: 'PROVISIONING',
    desiredStatus: 'RUNNING',
    course: 0,
    settled: false,
    healthStatus: 'UNKNOWN',
    targets: [],
    containers: definition === undefined ? [] : createContainers(world, definition, id),
    createdAt: world.now,
    network: {
      subnet: subnets[between(world.chance, 0, Math.max(0, subnets.length - 1))] ?? 'subnet-0',
      address: `10.0.${between(world.chance, 0, 255)}.${between(world.chance, 4, 254)}`,
      attachment: uuid(world.chance),
    },
  };
}

function createContainers(world: World, definition: TaskDefinition, taskId: string): Container[] {
  return (definition.content.containerDefinitions ?? []).map(({ name = '', image = '' }) => {
    const found = lookUp(world.ecr, image);
    const runtimeId = `${taskId}-${between(world.chance, 1_000_000_000, 4_000_000_000)}`;
    return found.kind === 'found'
      ? { name, image, runtimeId, imageDigest: found.digest }
      : { name, image, runtimeId };
  });
}
