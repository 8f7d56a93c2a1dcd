import { schedule, type World } from '../../world.ts';
import { named, say } from './event.ts';
import { forgetFailures, noteFailure } from './failure.ts';
import { findTaskDefinition, ownersOf, serviceByArn } from './find.ts';
import { wake, type TaskEvent } from './happening.ts';
import type { Task, TaskStatus } from './state.ts';
import { enter, plan, stop } from './task.ts';
import { logExit, logSignal, logStart, logUnhealthy } from './task-log.ts';

const second = 1000;

/** After how long a Spot task is interrupted: before the scheduler relies on it. */
const interruptAfter = 10 * second;
/** [?] How long a task without any health check must run before the scheduler relies on it. */
const settleAfter = 12 * second;
const describable = 3600 * second;

/** Plays one step of a task's life. */
export function playTask(world: World, event: TaskEvent): void {
  const task = world.ecs.tasks.find(({ arn }) => arn === event.task);
  if (task?.course !== event.course) return;
  switch (event.kind) {
    case 'task-step':
      step(world, task, event.to);
      return;
    case 'task-exit':
      exit(world, task);
      return;
    case 'task-settle':
      settle(world, task);
      return;
    case 'task-unhealthy':
      giveUp(world, task);
      return;
    case 'task-interrupt':
      interrupt(world, task);
      return;
  }
}

function step(world: World, task: Task, to: TaskStatus): void {
  if (to === 'DEPROVISIONING' && task.fate.kind === 'unstartable' && task.desiredStatus === 'RUNNING') {
    stop(world, task, { code: 'TaskFailedToStart', reason: task.fate.reason });
    return;
  }
  enter(world, task, to);
  if (to === 'RUNNING') begin(world, task);
  if (to === 'STOPPING') logSignal(world, task);
  if (to === 'STOPPED') end(world, task);
}

/** What a container does once it runs, and how its health will turn out. */
function begin(world: World, task: Task): void {
  const service = serviceByArn(world, task.serviceArn);
  if (service !== undefined) wake(world, service, second);
  logStart(world, task);
  if (task.fate.kind === 'interrupted') plan(world, task, interruptAfter, { kind: 'task-interrupt' });
  if (task.fate.kind === 'exits' && task.fate.since === 'start') {
    plan(world, task, task.fate.after, { kind: 'task-exit' });
    return;
  }
  const behindLoadBalancer = loadBalancersOf(world, task).length > 0;
  const check = containerCheck(world, task);
  if (check !== undefined && task.fate.kind === 'unhealthy') {
    plan(world, task, check.failsAfter, { kind: 'task-unhealthy' });
  } else if (check !== undefined) {
    plan(world, task, check.passesAfter, { kind: 'task-settle' });
  } else if (!behindLoadBalancer) {
    plan(world, task, settleAfter, { kind: 'task-settle' });
  }
}

/** An essential container ended by itself: the task goes with it. */
function exit(world: World, task: Task): void {
  const { fate } = task;
  if (fate.kind !== 'exits') return;
  for (const container of task.containers) {
    const isCulprit = container.name === fate.container;
    container.exitCode = isCulprit ? fate.exitCode : 143;
    if (isCulprit && fate.reason !== undefined) container.reason = fate.reason;
  }
  logExit(world, task, fate);
  stop(world, task, { code: 'EssentialContainerExited', reason: 'Essential container in task exited' });
  takeOut(world, task);
}

/** Recorded text (2021 and later) of a Spot task whose capacity was taken back. */
function interrupt(world: World, task: Task): void {
  const drain = targetDrain(world, task);
  stop(world, task, { code: 'SpotInterruption', reason: 'Your Spot Task was interrupted.', drain });
  takeOut(world, task);
}

function settle(world: World, task: Task): void {
  if (containerCheck(world, task) !== undefined) task.healthStatus = 'HEALTHY';
  for (const target of task.targets) {
    if (target.state !== 'initial') continue;
    target.state = 'healthy';
    target.since = world.now;
  }
  const service = serviceByArn(world, task.serviceArn);
  if (service === undefined) return;
  // Behind a load balancer a container's own check is not the last word.
  task.settled = task.targets.length === loadBalancersOf(world, task).length;
  if (!task.settled) return;
  const owner = ownersOf(service).find(({ id }) => id === task.startedBy);
  if (owner !== undefined) forgetFailures(service, owner);
  if (task.fate.kind === 'exits') plan(world, task, task.fate.after, { kind: 'task-exit' });
  wake(world, service, second);
}

/** A task whose health checks failed too often: the scheduler stops it. */
function giveUp(world: World, task: Task): void {
  const service = serviceByArn(world, task.serviceArn);
  const owner = service && ownersOf(service).find(({ id }) => id === task.startedBy);
  if (service === undefined || owner === undefined) return;
  logUnhealthy(world, task);
  const [target] = task.targets;
  if (target === undefined || failedOwnCheck(world, task)) {
    task.healthStatus = 'UNHEALTHY';
    say(world, service, `${named(service, owner)} (task ${task.id}) failed container health checks.`);
    const reason = 'Task failed container health checks';
    stop(world, task, {
      code: 'ServiceSchedulerInitiated',
      reason,
      ...(target === undefined ? {} : { drain: targetDrain(world, task) }),
    });
    takeOut(world, task);
    return;
  }
  target.state = 'unhealthy';
  target.since = world.now;
  const { port, targetGroupArn } = target;
  say(
    world,
    service,
    `${named(service, owner)} (task ${task.id}) (port ${port}) is unhealthy in (target-group ${targetGroupArn}) ` +
      'due to (reason Health checks failed with these codes: [503]).',
  );
  const reason = `Task failed ELB health checks in (target-group ${targetGroupArn})`;
  const drain = deregistrationDelay(world, targetGroupArn);
  stop(world, task, { code: 'ServiceSchedulerInitiated', reason, drain: drain + 2 * second });
  takeOut(world, task);
}

/** Whether the container's own check has failed often enough, before the load balancer's patience ends or after. */
function failedOwnCheck(world: World, task: Task): boolean {
  const check = containerCheck(world, task);
  return check !== undefined && world.now - (task.startedAt ?? world.now) >= check.failsAfter;
}

/** Has a task's targets deregistered, if it has any. */
export function takeOut(world: World, task: Task): void {
  if (task.targets.length === 0) return;
  const { serviceArn, startedBy: ownerId } = task;
  schedule(world, 2 * second, { service: 'ecs', kind: 'deregister', serviceArn, ownerId, tasks: [task.arn] });
}

function end(world: World, task: Task): void {
  schedule(world, describable, { service: 'ecs', kind: 'forget-task', task: task.arn });
  const service = serviceByArn(world, task.serviceArn);
  if (service === undefined) return;
  noteFailure(world, service, task);
  wake(world, service, second);
}

/** How long a task drains when it is stopped, in milliseconds. */
export const targetDrain = (world: World, task: Task): number =>
  Math.max(
    second,
    ...task.targets.map(({ targetGroupArn }) => 2 * second + deregistrationDelay(world, targetGroupArn)),
  );

/** How long targets of a group drain, in milliseconds; AWS's default where the sandbox does not know the group. */
export function deregistrationDelay(world: World, targetGroupArn: string): number {
  const group = world.loadBalancing.targetGroups.find(({ arn }) => arn === targetGroupArn);
  return (group?.deregistrationDelaySeconds ?? 300) * second;
}

function loadBalancersOf(world: World, task: Task) {
  const service = serviceByArn(world, task.serviceArn);
  const owner = service && ownersOf(service).find(({ id }) => id === task.startedBy);
  return owner?.settings.loadBalancers ?? [];
}

/** When the essential containers' own health check passes and when it fails for good, or undefined without one. */
function containerCheck(world: World, task: Task) {
  const containers = findTaskDefinition(world, task.taskDefinition)?.content.containerDefinitions ?? [];
  const check = containers.find(({ healthCheck }) => healthCheck !== undefined)?.healthCheck;
  if (check === undefined) return undefined;
  const interval = (check.interval ?? 30) * second;
  const grace = (check.startPeriod ?? 0) * second;
  return { passesAfter: interval, failsAfter: grace + interval * (check.retries ?? 3) };
}
