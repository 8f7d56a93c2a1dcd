import { characters } from '../../chance.ts';
import { schedule, type World } from '../../world.ts';
import { recordArn } from './arn.ts';
import type { Deployment, Service, ServiceDeployment, ServiceDeploymentStatus } from './state.ts';

const second = 1000;
/** At most six seconds in the one observation there is; how long it takes is not known [?]. */
const listedAfter = 6 * second;
/** Seen in 2026: a tenth of a second between createdAt and startedAt. */
const pendingFor = 100;

const idAlphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Opens the record of a new deployment. */
export function openRecord(world: World, service: Service, deployment: Deployment): ServiceDeployment {
  const record: ServiceDeployment = {
    arn: recordArn(service, characters(world.chance, 21, idAlphabet)),
    deploymentId: deployment.id,
    sourceDeploymentIds: service.deployments.filter(({ id }) => id !== deployment.id).map(({ id }) => id),
    createdAt: world.now,
    visibleAt: world.now + listedAfter,
    updatedAt: world.now,
    status: 'PENDING',
    breaker: { status: service.circuitBreaker.enable ? 'MONITORING' : 'DISABLED', failureCount: 0 },
  };
  service.records.unshift(record);
  schedule(world, pendingFor, {
    service: 'ecs',
    kind: 'record-started',
    serviceArn: service.arn,
    recordArn: record.arn,
  });
  return record;
}

/** A record that is PENDING has begun. */
export function startRecord(world: World, record: ServiceDeployment): void {
  if (record.status !== 'PENDING') return;
  record.status = 'IN_PROGRESS';
  record.startedAt = world.now;
  record.updatedAt = world.now;
}

/** Brings a record to an end, with its reason where AWS gives one. */
export function closeRecord(
  world: World,
  record: ServiceDeployment,
  end: { readonly status: ServiceDeploymentStatus; readonly reason?: string },
): void {
  record.status = end.status;
  record.startedAt ??= world.now;
  record.updatedAt = world.now;
  record.finishedAt = world.now;
  if (end.status === 'STOPPED') record.stoppedAt = world.now;
  if (end.reason !== undefined) record.statusReason = end.reason;
  if (record.breaker.status === 'MONITORING') record.breaker.status = 'MONITORING_COMPLETE';
}

/** The record of a deployment that has what it wanted becomes SUCCESSFUL, without any reason. */
export function succeed(world: World, service: Service, deployment: Deployment): void {
  const record = recordOf(service, deployment.id);
  if (record?.status === 'IN_PROGRESS') closeRecord(world, record, { status: 'SUCCESSFUL' });
}

/** When a deployment is COMPLETED that others were rolling back to, their rollback is over. */
export function settleRecords(world: World, service: Service, deployment: Deployment): void {
  for (const record of service.records) {
    if (record.status !== 'ROLLBACK_IN_PROGRESS' || record.rollback?.deploymentId !== deployment.id) continue;
    closeRecord(world, record, { status: 'ROLLBACK_SUCCESSFUL', reason: record.rollback.reason });
  }
}

/** The record of a deployment. */
export const recordOf = (service: Service, deploymentId: string): ServiceDeployment | undefined =>
  service.records.find((record) => record.deploymentId === deploymentId);
