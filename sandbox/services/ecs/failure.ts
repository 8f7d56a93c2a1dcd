import { schedule, type World } from '../../world.ts';
import { named, say } from './event.ts';
import { ownersOf } from './find.ts';
import type { FailureKind } from './happening.ts';
import type { Service, Task, TaskOwner } from './state.ts';

const second = 1000;

/** Pauses before the next start after the first, second, … failed wave; the last one doubles from then on. */
const pauses: Readonly<Record<FailureKind, readonly number[]>> = {
  // Seen: a crash at start is replaced every 51 s.
  exit: [12, 12, 12, 12],
  // Seen: 31 s, 31 s, then about 5 minutes.
  launch: [30, 30, 300],
  // Seen: five and a half minutes from one failure to the next, start and draining included.
  health: [60, 60, 60],
};
/** [?] How far the pauses grow. */
const longestPause = 900;

/**
 * How long after the last counted failure the circuit breaker acts. Seen: 5 s after one more task was started,
 * 44 s and 37 s.
 */
const breakerAfter: Readonly<Record<FailureKind, number>> = { exit: 17, launch: 44, health: 37 };

/** Notes a stopped task as a failure of its deployment or task set, if it is one, and puts off the next start. */
export function noteFailure(world: World, service: Service, task: Task): void {
  const failure = failureOf(task);
  const owner = ownersOf(service).find(({ id }) => id === task.startedBy);
  if (failure === undefined || owner === undefined) return;
  const firstOfWave = task.wave > owner.retry.wave;
  if (firstOfWave) {
    const failures = owner.retry.failures + 1;
    owner.retry = { failures, wave: task.wave, notBefore: world.now + pauseAfter(failure, failures) };
    if (failures > pauses[failure].length) {
      say(world, service, `${named(service, owner)} is unable to consistently start tasks successfully.`);
    }
  }
  if (failure !== 'launch') {
    countFailure(world, service, { ownerId: owner.id, failure });
  } else if (firstOfWave) {
    say(
      world,
      service,
      `${named(service, owner)} was unable to place a task. Reason: ${task.stoppedReason ?? ''}.`,
    );
    // failedTasks grows late for tasks that could not start: with the next attempt, and once for a group.
    schedule(world, owner.retry.notBefore - world.now, {
      service: 'ecs',
      kind: 'count-failure',
      serviceArn: service.arn,
      ownerId: owner.id,
      failure,
    });
  }
}

/** Counts a failure, and has the circuit breaker act when they are too many. */
export function countFailure(
  world: World,
  service: Service,
  { ownerId, failure }: { readonly ownerId: string; readonly failure: FailureKind },
): void {
  const owner = ownersOf(service).find(({ id }) => id === ownerId);
  if (owner === undefined) return;
  owner.failedTasks += 1;
  const deployment = service.deployments.find(({ id }) => id === ownerId);
  const record = service.records.find(({ deploymentId }) => deploymentId === ownerId);
  if (deployment === undefined || record === undefined) return;
  deployment.updatedAt = world.now;
  if (deployment.status !== 'PRIMARY' || deployment.rolloutState !== 'IN_PROGRESS') return;
  record.breaker.failureCount += 1;
  if (service.circuitBreaker.enable && record.breaker.failureCount === breakerThreshold(service)) {
    const delay = breakerAfter[failure] * second;
    schedule(world, delay, { service: 'ecs', kind: 'breaker', serviceArn: service.arn, ownerId });
  }
}

/** Half the desired count, at least 3 and at most 200. */
export const breakerThreshold = (service: Service): number =>
  Math.min(200, Math.max(3, Math.ceil(service.desiredCount / 2)));

/** A task proved healthy: what failed before it counts no longer. */
export function forgetFailures(service: Service, owner: TaskOwner): void {
  owner.retry = { ...owner.retry, failures: 0 };
  const record = service.records.find(({ deploymentId }) => deploymentId === owner.id);
  if (record?.status === 'IN_PROGRESS' && service.circuitBreaker.resetOnHealthyTask)
    record.breaker.failureCount = 0;
}

function failureOf(task: Task): FailureKind | undefined {
  if (task.stopCode === 'TaskFailedToStart') return 'launch';
  if (task.stopCode === 'EssentialContainerExited') return 'exit';
  return task.stoppedReason?.startsWith('Task failed') === true ? 'health' : undefined;
}

function pauseAfter(failure: FailureKind, failures: number): number {
  const known = pauses[failure];
  const last = known.at(-1) ?? 0;
  const pause = known[failures - 1] ?? last * 2 ** (failures - known.length);
  return Math.min(longestPause, pause) * second;
}
