import { characters } from '../../chance.ts';
import { schedule, type World } from '../../world.ts';
import { lookUp } from '../ecr/state.ts';
import { watchAlarms } from './alarm.ts';
import { revisionArn } from './arn.ts';
import { ecsErrors } from './errors.ts';
import { findTaskDefinition } from './find.ts';
import { wake } from './happening.ts';
import { openRecord } from './service-deployment.ts';
import type { Deployment, Retry, Service, ServiceRevision, ServiceSettings } from './state.ts';
import { groupsFor, isRouted, returnTraffic } from './traffic.ts';

const second = 1000;
const mostActive = 5;

/** An id as deployments and task sets have it, in a world that has used no such number yet. */
export const deploymentId = (world: World): string =>
  `ecs-svc/${characters(world.chance, 1, '123456789')}${characters(world.chance, 18, '0123456789')}`;

export const noRetry: Retry = { failures: 0, wave: 0, notBefore: 0 };

/** A deployment in progress that has done nothing yet. */
export function createDeployment(world: World, id: string, settings: ServiceSettings): Deployment {
  return {
    id,
    settings,
    desiredCount: 0,
    failedTasks: 0,
    wave: 0,
    retry: noRetry,
    status: 'PRIMARY',
    createdAt: world.now,
    updatedAt: world.now,
    rolloutState: 'IN_PROGRESS',
    rolloutStateReason: `ECS deployment ${id} in progress.`,
  };
}

/**
 * Starts a deployment of the service with these settings: it becomes PRIMARY, whatever was PRIMARY becomes
 * ACTIVE. Throws where five are active already.
 */
export function startDeployment(world: World, service: Service, settings: ServiceSettings): Deployment {
  const active = service.deployments.filter(({ status }) => status !== 'DRAINING');
  if (active.length >= mostActive) throw ecsErrors.tooManyDeployments();
  supersede(world, service);
  const which = service.strategy.name === 'ROLLING' || service.lastCompleted === undefined ? 'live' : 'idle';
  const deployment = {
    ...createDeployment(world, deploymentId(world), settings),
    ...(isRouted(settings) ? { targetGroups: groupsFor(world, settings, which) } : {}),
  };
  for (const other of service.deployments) if (other.status === 'PRIMARY') other.status = 'ACTIVE';
  service.settings = settings;
  service.deployments.unshift(deployment);
  service.steadySince = undefined;
  addRevision(world, service, deployment.id, settings);
  watchAlarms(world, service, openRecord(world, service, deployment));
  // Seen: 14 to 17 seconds until the first task is started.
  wake(world, service, 14 * second);
  return deployment;
}

/** Freezes what a deployment or task set asks for, for DescribeServiceRevisions. */
export function addRevision(world: World, service: Service, id: string, settings: ServiceSettings): void {
  const arn = revisionArn(service, id);
  const containerImages = containerImagesOf(world, settings);
  service.revisions.unshift({ arn, deploymentId: id, settings, createdAt: world.now, containerImages });
}

/** Each image with the digest that its tag names now (developer guide, "Container image resolution"). */
function containerImagesOf(
  world: World,
  { taskDefinition }: ServiceSettings,
): ServiceRevision['containerImages'] {
  const containers = findTaskDefinition(world, taskDefinition)?.content.containerDefinitions ?? [];
  return containers.map(({ name: containerName = '', image = '' }) => {
    const found = lookUp(world.ecr, image);
    return { containerName, image, ...(found.kind === 'found' ? { imageDigest: found.digest } : {}) };
  });
}

/** Every record that is not over yet is STOPPED soon. [?] That this is so for one that is being rolled back, too. */
function supersede(world: World, service: Service): void {
  for (const record of service.records) {
    if (record.finishedAt !== undefined) continue;
    returnTraffic(world, service, record);
    schedule(world, 0.8 * second, {
      service: 'ecs',
      kind: 'record-stopped',
      serviceArn: service.arn,
      recordArn: record.arn,
    });
  }
}
