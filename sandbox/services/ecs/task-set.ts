import type { World } from '../../world.ts';
import { taskSetArn } from './arn.ts';
import { addRevision, deploymentId, noRetry } from './deployment.ts';
import { named, say } from './event.ts';
import { liveTasksOf, tasksOf } from './find.ts';
import { wake } from './happening.ts';
import { beSteady } from './rollout.ts';
import { keepCount, registerTargets } from './scheduler.ts';
import type { Service, ServiceSettings, Task, TaskSet } from './state.ts';

/** What a new task set asks for. */
export interface TaskSetRequest {
  readonly settings: ServiceSettings;
  readonly status: TaskSet['status'];
  /** `CODE_DEPLOY`, and the id of its deployment; both absent on the set that CreateService made. */
  readonly startedBy?: string;
  readonly externalId?: string;
  /** Share of the service's desired count, in percent. */
  readonly scalePercent: number;
}

/** Adds a task set to the service; the scheduler starts its tasks soon after. */
export function createTaskSet(world: World, service: Service, request: TaskSetRequest): TaskSet {
  const id = deploymentId(world);
  const taskSet: TaskSet = {
    ...request,
    id,
    arn: taskSetArn(service, id),
    desiredCount: computedCount(service, request.scalePercent),
    failedTasks: 0,
    wave: 0,
    retry: noRetry,
    createdAt: world.now,
    updatedAt: world.now,
    stabilityStatus: 'STABILIZING',
    stabilityStatusAt: world.now,
  };
  service.taskSets.push(taskSet);
  service.steadySince = undefined;
  addRevision(world, service, id, request.settings);
  wake(world, service, 8000);
  return taskSet;
}

/** Has a task set's tasks stopped and drained; the set is gone once they are. */
export function drainTaskSet(world: World, service: Service, taskSet: TaskSet): void {
  taskSet.status = 'DRAINING';
  taskSet.updatedAt = world.now;
  wake(world, service, 0);
}

/** Makes a task set the PRIMARY one, and the service run its revision; the PRIMARY one before becomes ACTIVE. */
export function promoteTaskSet(world: World, service: Service, taskSet: TaskSet): void {
  for (const other of service.taskSets) if (other.status === 'PRIMARY') other.status = 'ACTIVE';
  taskSet.status = 'PRIMARY';
  taskSet.updatedAt = world.now;
  const { healthCheckGracePeriodSeconds, enableExecuteCommand, enableECSManagedTags, propagateTags } =
    service.settings;
  // These belong to the service, and may have been changed while the task set was there.
  service.settings = {
    ...taskSet.settings,
    healthCheckGracePeriodSeconds,
    enableExecuteCommand,
    enableECSManagedTags,
    propagateTags,
  };
}

/** One look of the scheduler at a service with task sets. It looks again when a task changes. */
export function passTaskSets(world: World, service: Service): void {
  for (const taskSet of service.taskSets) passTaskSet(world, service, taskSet);
  service.taskSets = service.taskSets.filter(
    (taskSet) => taskSet.status !== 'DRAINING' || tasksOf(world, taskSet).length > 0,
  );
  const steady = service.taskSets.every(
    ({ stabilityStatus, status }) => stabilityStatus === 'STEADY_STATE' || status === 'DRAINING',
  );
  if (!steady) service.steadySince = undefined;
  else if (service.steadySince === undefined) beSteady(world, service);
}

function passTaskSet(world: World, service: Service, taskSet: TaskSet): void {
  const count = taskSet.status === 'DRAINING' ? 0 : computedCount(service, taskSet.scalePercent);
  if (count !== taskSet.desiredCount && taskSet.status !== 'DRAINING') {
    const message = `(service ${service.name}) updated computedDesiredCount for taskSet ${taskSet.id} to ${count}.`;
    say(world, service, message);
  }
  taskSet.desiredCount = count;
  registerTargets(world, service, taskSet);
  // [?] The reason of a task stopped in a task set; for a deployment it names the deployment.
  const reason = `Scaling activity initiated by (taskSet ${taskSet.id})`;
  keepCount(world, service, taskSet, reason);
  if (taskSet.status !== 'DRAINING') noteStability(world, service, taskSet, liveTasksOf(world, taskSet));
}

function noteStability(world: World, service: Service, taskSet: TaskSet, live: readonly Task[]): void {
  const steady = live.length === taskSet.desiredCount && live.every(({ settled }) => settled);
  const status = steady ? 'STEADY_STATE' : 'STABILIZING';
  if (taskSet.stabilityStatus === status) return;
  taskSet.stabilityStatus = status;
  taskSet.stabilityStatusAt = world.now;
  taskSet.updatedAt = world.now;
  if (steady) say(world, service, `${named(service, taskSet)} updated state to STEADY_STATE.`);
}

const computedCount = (service: Service, percent: number): number =>
  Math.ceil((service.desiredCount * percent) / 100);
