import type { DeploymentConfiguration } from '@aws-sdk/client-ecs';
import { characters } from '../../chance.ts';
import { schedule, type World } from '../../world.ts';
import { recordArn } from './arn.ts';
import { viewConfiguration } from './deployment-configuration.ts';
import { stepsOf } from './stage.ts';
import type { Deployment, Service, ServiceDeployment, ServiceDeploymentStatus, Shift } from './state.ts';
import { isRouted, isTested } from './traffic.ts';

const second = 1000;
/** At most six seconds in the one observation there is; how long it takes is not known [?]. */
const listedAfter = 6 * second;
/** Seen in 2026: a tenth of a second between createdAt and startedAt. */
const pendingFor = 100;

/** What the ids of service deployments and of hooks are made of. */
export const recordIds = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Opens the record of a new deployment. */
export function openRecord(world: World, service: Service, deployment: Deployment): ServiceDeployment {
  const configuration = viewConfiguration(service);
  const sources = service.deployments.filter(({ id }) => id !== deployment.id).map(({ id }) => id);
  const record: ServiceDeployment = {
    arn: recordArn(service, characters(world.chance, 21, recordIds)),
    deploymentId: deployment.id,
    sourceDeploymentIds: sources,
    createdAt: world.now,
    visibleAt: world.now + listedAfter,
    updatedAt: world.now,
    status: 'PENDING',
    configuration,
    ...(configuration.strategy === 'ROLLING'
      ? {}
      : { shift: createShift(service, configuration, sources.length) }),
    alarms: { status: service.strategy.alarms?.enable === true ? 'MONITORING' : 'DISABLED', triggered: [] },
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

function createShift(service: Service, configuration: DeploymentConfiguration, sources: number): Shift {
  const hasLoadBalancer = isRouted(service.settings);
  return {
    steps: stepsOf(configuration, { sources, hasLoadBalancer }),
    step: -1,
    worked: false,
    stage: undefined,
    hooks: [],
    ...(hasLoadBalancer ? { productionWeight: 0 } : {}),
    ...(isTested(service.settings) ? { testWeight: 0 } : {}),
  };
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
  if (end.status === 'SUCCESSFUL' && record.shift?.productionWeight !== undefined)
    record.shift.productionWeight = 100;
  if (end.reason !== undefined) record.statusReason = end.reason;
  for (const monitor of [record.breaker, record.alarms])
    if (monitor.status === 'MONITORING') monitor.status = 'MONITORING_COMPLETE';
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
