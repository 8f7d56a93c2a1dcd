import { schedule, type World } from '../../world.ts';
import { recordOf, settleRecords, succeed } from './service-deployment.ts';
import { named, say } from './event.ts';
import { liveTasksOf, tasksOf } from './find.ts';
import { wake } from './happening.ts';
import { registerTargets, startTasks, stopTasks } from './scheduler.ts';
import type { Deployment, Service, Task } from './state.ts';

const sixHours = 6 * 3600 * 1000;

/**
 * One look of the ECS scheduler at a service with controller ECS: starts within maximumPercent, stops while
 * minimumHealthyPercent holds, ends what is done. It looks again when a task changes.
 */
export function passRollout(world: World, service: Service): void {
  const primary = service.deployments.find(({ status }) => status === 'PRIMARY');
  if (primary === undefined) return;
  if (primary.desiredCount !== service.desiredCount && primary.rolloutState !== 'FAILED') {
    primary.desiredCount = service.desiredCount;
    primary.updatedAt = world.now;
  }
  for (const deployment of service.deployments) registerTargets(world, service, deployment);
  start(world, service, primary);
  stopSurplus(world, service, primary);
  dropFinished(world, service);
  conclude(world, service, primary);
}

function start(world: World, service: Service, primary: Deployment): void {
  if (primary.rolloutState === 'FAILED') return;
  const missing = primary.desiredCount - liveTasksOf(world, primary).length;
  const room =
    Math.floor((service.desiredCount * service.maximumPercent) / 100) - live(world, service).length;
  const count = Math.min(missing, room);
  if (count <= 0) return;
  if (world.now < primary.retry.notBefore) wake(world, service, primary.retry.notBefore - world.now);
  else startTasks(world, service, primary, count);
}

function stopSurplus(world: World, service: Service, primary: Deployment): void {
  const own = liveTasksOf(world, primary);
  const reason = `Scaling activity initiated by (deployment ${primary.id})`;
  if (own.length > primary.desiredCount) {
    stopTasks(world, service, primary, { tasks: worthKeeping(own).slice(primary.desiredCount), reason });
  }
  if (primary.rolloutState === 'FAILED') return;
  const old = service.deployments.filter((deployment) => deployment !== primary);
  for (const deployment of old) {
    const idle = liveTasksOf(world, deployment).filter(({ settled }) => !settled);
    stopTasks(world, service, deployment, { tasks: idle, reason });
  }
  let stoppable = stoppableCount(world, service, primary);
  for (const deployment of old) {
    const tasks = liveTasksOf(world, deployment).slice(0, stoppable);
    stopTasks(world, service, deployment, { tasks, reason });
    stoppable -= tasks.length;
  }
}

/** How many old tasks may and should go now. */
function stoppableCount(world: World, service: Service, primary: Deployment): number {
  const all = live(world, service);
  const own = liveTasksOf(world, primary);
  const healthy = all.filter(({ settled }) => settled).length;
  const allowed = healthy - Math.ceil((service.desiredCount * service.minimumHealthyPercent) / 100);
  const oldCount = all.length - own.length;
  const stillNeeded = Math.max(0, service.desiredCount - own.filter(({ settled }) => settled).length);
  const replaced = oldCount - stillNeeded;
  const maximum = Math.floor((service.desiredCount * service.maximumPercent) / 100);
  const wantsRoom = all.length >= maximum ? Math.max(0, service.desiredCount - own.length) : 0;
  return Math.max(0, Math.min(allowed, Math.max(replaced, wantsRoom)));
}

/** An old deployment leaves the list once its tasks are gone; a failed one is seen DRAINING before. */
function dropFinished(world: World, service: Service): void {
  service.deployments = service.deployments.filter(
    (deployment) => deployment.status === 'PRIMARY' || tasksOf(world, deployment).length > 0,
  );
  for (const deployment of service.deployments) {
    if (deployment.status !== 'ACTIVE') continue;
    const remaining = liveTasksOf(world, deployment).length;
    deployment.desiredCount = remaining;
    if (remaining === 0 && deployment.rolloutState === 'FAILED') deployment.status = 'DRAINING';
  }
}

function conclude(world: World, service: Service, primary: Deployment): void {
  const settled = liveTasksOf(world, primary).filter((task) => task.settled).length;
  const oldLive = live(world, service).length - liveTasksOf(world, primary).length;
  const asWanted =
    settled === primary.desiredCount && primary.desiredCount === service.desiredCount && oldLive === 0;
  if (!asWanted || primary.rolloutState === 'FAILED') {
    service.steadySince = undefined;
    return;
  }
  if (recordOf(service, primary.id)?.status === 'ROLLBACK_REQUESTED') return;
  // SUCCESSFUL comes as soon as the old tasks are on their way out, COMPLETED when they are gone.
  succeed(world, service, primary);
  // [?] A deployment whose record is SUCCESSFUL can be rolled back to before it is COMPLETED.
  if (service.strategy.name === 'ROLLING') service.lastCompleted = { ...primary };
  if (service.deployments.length > 1) return;
  if (primary.rolloutState === 'IN_PROGRESS') complete(world, service, primary);
  if (service.steadySince === undefined) beSteady(world, service);
}

function complete(world: World, service: Service, primary: Deployment): void {
  primary.rolloutState = 'COMPLETED';
  primary.rolloutStateReason = `ECS deployment ${primary.id} completed.`;
  primary.updatedAt = world.now;
  service.lastCompleted = { ...primary };
  service.steadySince = undefined;
  settleRecords(world, service, primary);
  say(world, service, `${named(service, primary)} (deployment ${primary.id}) deployment completed.`);
}

/** Says that all is as wanted, and again every six hours while it stays so. */
export function beSteady(world: World, service: Service): void {
  service.steadySince = world.now;
  say(world, service, `(service ${service.name}) has reached a steady state.`, 1);
  schedule(world, sixHours, {
    service: 'ecs',
    kind: 'steady-again',
    serviceArn: service.arn,
    since: world.now,
  });
}

const live = (world: World, service: Service): readonly Task[] =>
  service.deployments.flatMap((deployment) => liveTasksOf(world, deployment));

/** The ones to keep come first. */
const worthKeeping = (tasks: readonly Task[]): readonly Task[] => [
  ...tasks.filter(({ settled }) => settled),
  ...tasks.filter(({ settled }) => !settled),
];
