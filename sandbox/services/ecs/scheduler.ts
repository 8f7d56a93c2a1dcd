import { schedule, type World } from '../../world.ts';
import { named, say, taskList } from './event.ts';
import { isUnplaceable } from './fate.ts';
import { liveTasksOf, targetsOf } from './find.ts';
import { wake } from './happening.ts';
import type { Service, Task, TaskOwner } from './state.ts';
import { launch, plan, stop } from './task.ts';
import { targetDrain } from './task-life.ts';

const second = 1000;

/** From registration to the first healthy answer, and to the end of patience with an unhealthy one. */
const healthyAfter = 25 * second;
const unhealthyAfter = 150 * second;
/** Seen: two to ten seconds between stopping a task and taking its target out. */
const deregisterAfter = 2 * second;

/** Starts so many tasks together, as one wave. */
export function startTasks(world: World, service: Service, owner: TaskOwner, count: number): void {
  if (isUnplaceable(world, owner)) {
    findNoPlace(world, service, owner);
    return;
  }
  owner.wave += 1;
  const tasks = Array.from({ length: count }, () => launch(world, service, owner));
  say(world, service, `${named(service, owner)} has started ${count} tasks: ${taskList(tasks)}.`);
}

/** [?] How long the scheduler waits before it looks for capacity again, and that the breaker does not count this. */
const placeAgainAfter = 60 * second;

/** There is no capacity: the event tells it, no task is made. */
function findNoPlace(world: World, service: Service, owner: TaskOwner): void {
  const why =
    owner.settings.launchType === 'EC2'
      ? ' because no container instance met all of its requirements. Reason: No Container Instances were found in ' +
        'your cluster. For more information, see the Troubleshooting section of the Amazon ECS Developer Guide.'
      : '. Reason: Capacity is unavailable at this time. Please try again later or in a different availability zone.';
  say(world, service, `${named(service, owner)} was unable to place a task${why}`);
  owner.retry = { ...owner.retry, notBefore: world.now + placeAgainAfter };
  wake(world, service, placeAgainAfter);
}

/** Starts what an owner lacks to its desired count, not before its pause is over, and stops what it has too much. */
export function keepCount(world: World, service: Service, owner: TaskOwner, reason: string): void {
  const live = liveTasksOf(world, owner);
  const missing = owner.desiredCount - live.length;
  if (missing > 0 && world.now < owner.retry.notBefore)
    wake(world, service, owner.retry.notBefore - world.now);
  else if (missing > 0) startTasks(world, service, owner, missing);
  if (missing < 0) {
    const tasks = live.toSorted((one, other) => Number(other.settled) - Number(one.settled));
    stopTasks(world, service, owner, { tasks: tasks.slice(owner.desiredCount), reason });
  }
}

/** Stops tasks that are no longer wanted: first out of the target groups, then drained, then stopped. */
export function stopTasks(
  world: World,
  service: Service,
  owner: TaskOwner,
  { tasks, reason }: { readonly tasks: readonly Task[]; readonly reason: string },
): void {
  const running = tasks.filter(({ lastStatus }) => lastStatus === 'RUNNING');
  const pending = tasks.filter(({ lastStatus }) => lastStatus !== 'RUNNING');
  if (running.length > 0) {
    say(
      world,
      service,
      `${named(service, owner)} has stopped ${running.length} running tasks: ${taskList(running)}.`,
    );
  }
  if (pending.length > 0)
    say(world, service, `${named(service, owner)} stopped ${pending.length} pending tasks.`);
  for (const task of tasks) {
    stop(world, task, { code: 'ServiceSchedulerInitiated', reason, drain: targetDrain(world, task) });
  }
  const registered = running.filter(({ targets }) => targets.length > 0).map(({ arn }) => arn);
  if (registered.length === 0) return;
  schedule(world, deregisterAfter, {
    service: 'ecs',
    kind: 'deregister',
    serviceArn: service.arn,
    ownerId: owner.id,
    tasks: registered,
  });
}

/** Registers running tasks with the owner's target groups; whether they turn healthy is their fate. */
export function registerTargets(world: World, service: Service, owner: TaskOwner): void {
  const wanted = targetsOf(owner);
  const tasks = liveTasksOf(world, owner).filter(
    ({ lastStatus, targets }) => lastStatus === 'RUNNING' && targets.length < wanted.length,
  );
  if (tasks.length === 0) return;
  for (const { targetGroupArn } of wanted) {
    say(
      world,
      service,
      `${named(service, owner)} registered ${tasks.length} targets in (target-group ${targetGroupArn})`,
    );
  }
  for (const task of tasks) {
    task.targets = wanted.map((target) => ({ ...target, state: 'initial', since: world.now }));
    const grace = (owner.settings.healthCheckGracePeriodSeconds ?? 0) * second;
    if (task.fate.kind === 'unhealthy') plan(world, task, unhealthyAfter + grace, { kind: 'task-unhealthy' });
    else plan(world, task, healthyAfter, { kind: 'task-settle' });
  }
}

/** Takes stopped tasks out of their target groups. */
export function deregister(world: World, service: Service, owner: TaskOwner, tasks: readonly Task[]): void {
  const groups = new Set(tasks.flatMap(({ targets }) => targets.map(({ targetGroupArn }) => targetGroupArn)));
  for (const group of groups) {
    say(
      world,
      service,
      `${named(service, owner)} deregistered ${tasks.length} targets in (target-group ${group})`,
    );
  }
  for (const target of tasks.flatMap(({ targets }) => targets)) {
    target.state = 'draining';
    target.since = world.now;
  }
  say(
    world,
    service,
    `(service ${service.name}, taskSet ${owner.id}) has begun draining connections on ${tasks.length} tasks.`,
    4,
  );
}
