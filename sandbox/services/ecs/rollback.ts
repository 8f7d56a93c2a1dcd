import { schedule, type World } from '../../world.ts';
import { say } from './event.ts';
import { liveTasksOf } from './find.ts';
import { wake } from './happening.ts';
import { stopTasks } from './scheduler.ts';
import { closeRecord, recordOf, startRecord } from './service-deployment.ts';
import type { Deployment, Service, ServiceDeployment } from './state.ts';
import { returnTraffic } from './traffic.ts';

/** The circuit breaker acts on a deployment that is still the service's PRIMARY one and still under way. */
export function fireBreaker(world: World, service: Service, ownerId: string): void {
  const failed = service.deployments.find(({ id }) => id === ownerId);
  const record = recordOf(service, ownerId);
  if (failed?.status !== 'PRIMARY' || failed.rolloutState !== 'IN_PROGRESS') return;
  if (record?.status !== 'IN_PROGRESS') return;
  record.breaker.status = 'TRIGGERED';
  endFailed(world, service, record, {
    event: 'tasks failed to start.',
    state: 'ECS deployment circuit breaker: tasks failed to start.',
    reason: 'Service deployment rolled back because the circuit breaker threshold was exceeded.',
    rollsBack: service.circuitBreaker.rollback,
  });
}

/** What AWS says about a deployment that failed, and whether it is rolled back. */
export interface Failure {
  /** What follows `deployment failed: ` in the service event. */
  readonly event: string;
  /** The rolloutStateReason. */
  readonly state: string;
  /** The reason of the rollback, and the record's statusReason. */
  readonly reason: string;
  readonly rollsBack: boolean;
}

/** Ends a deployment that failed, whatever has found that out. */
export function endFailed(
  world: World,
  service: Service,
  record: ServiceDeployment,
  { event, state, reason, rollsBack }: Failure,
): void {
  const failed = service.deployments.find(({ id }) => id === record.deploymentId);
  if (failed?.status !== 'PRIMARY') return;
  say(world, service, `(service ${service.name}) (deployment ${failed.id}) deployment failed: ${event}`);
  fail(world, failed, state);
  if (rollsBack) {
    rollBack(world, service, { failed, record, reason });
    return;
  }
  stopStarting(world, service, failed);
  // API reference, ServiceDeployment, stoppedAt: one that fails without the rollback option stops.
  closeRecord(world, record, { status: 'STOPPED' });
}

/** Returns the service to the deployment that completed last: **its old id becomes PRIMARY again**. */
export function rollBack(
  world: World,
  service: Service,
  {
    failed,
    record,
    reason,
  }: { readonly failed: Deployment; readonly record: ServiceDeployment; readonly reason: string },
): void {
  const candidate = candidateOf(world, service);
  if (candidate === undefined) {
    stopStarting(world, service, failed);
    closeRecord(world, record, {
      status: 'ROLLBACK_FAILED',
      reason: 'No rollback candidate was found to run the rollback.',
    });
    return;
  }
  returnTraffic(world, service, record);
  failed.status = 'ACTIVE';
  candidate.status = 'PRIMARY';
  candidate.rolloutState = 'IN_PROGRESS';
  candidate.rolloutStateReason = `ECS deployment circuit breaker: rolling back to deploymentId ${candidate.id}.`;
  candidate.desiredCount = service.desiredCount;
  candidate.updatedAt = world.now;
  service.deployments = [candidate, ...service.deployments.filter(({ id }) => id !== candidate.id)];
  service.settings = { ...service.settings, ...candidate.settings };
  record.status = 'ROLLBACK_IN_PROGRESS';
  record.updatedAt = world.now;
  record.rollback = { startedAt: world.now, reason, deploymentId: candidate.id };
  say(world, service, `(service ${service.name}) rolling back to deployment ${candidate.id}.`, 180);
  // Seen: 8 s until the pending tasks of the failed deployment are stopped.
  wake(world, service, 8000);
}

/** A deployment that starts nothing more. */
export function fail(world: World, deployment: Deployment, reason: string): void {
  deployment.rolloutState = 'FAILED';
  deployment.rolloutStateReason = reason;
  deployment.updatedAt = world.now;
}

function stopStarting(world: World, service: Service, failed: Deployment): void {
  const tasks = liveTasksOf(world, failed).filter(({ settled }) => !settled);
  const reason = `Scaling activity initiated by (deployment ${failed.id})`;
  stopTasks(world, service, failed, { tasks, reason });
}

/** The deployment to return to: still there, or revived with its id and a newer createdAt [?]. */
function candidateOf(world: World, service: Service): Deployment | undefined {
  const last = service.lastCompleted;
  if (last === undefined) return undefined;
  const present = service.deployments.find(({ id }) => id === last.id);
  return present ?? { ...last, createdAt: world.now, failedTasks: 0 };
}

/** [?] How long a rollback that was asked for stays ROLLBACK_REQUESTED. */
const requestedFor = 3000;

/** StopServiceDeployment: the deployment is no longer concluded, and rolled back soon after. */
export function requestRollback(world: World, service: Service, record: ServiceDeployment): void {
  startRecord(world, record);
  record.status = 'ROLLBACK_REQUESTED';
  record.updatedAt = world.now;
  schedule(world, requestedFor, {
    service: 'ecs',
    kind: 'requested-rollback',
    serviceArn: service.arn,
    recordArn: record.arn,
  });
}

/** The rollback that was asked for. [?] The reason's words, and that it looks as a breaker's rollback does. */
export function rollBackAsRequested(world: World, service: Service, record: ServiceDeployment): void {
  const deployment = service.deployments.find(({ id }) => id === record.deploymentId);
  if (deployment?.status !== 'PRIMARY' || record.status !== 'ROLLBACK_REQUESTED') return;
  fail(world, deployment, `ECS deployment ${deployment.id} stopped.`);
  const reason = 'Service deployment rolled back because it was requested by the user.';
  rollBack(world, service, { failed: deployment, record, reason });
}
