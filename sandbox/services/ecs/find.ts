import type { World } from '../../world.ts';
import { lastPart } from './arn.ts';
import { ecsErrors } from './errors.ts';
import type { Cluster, Service, Task, TaskDefinition, TaskOwner } from './state.ts';

/** The cluster by name or ARN; `default` when none is named. Throws where there is none, or it was deleted. */
export function clusterOf(world: World, reference = 'default'): Cluster {
  const cluster = world.ecs.clusters.find(({ arn, name }) => arn === reference || name === reference);
  if (cluster === undefined) throw ecsErrors.clusterNotFound();
  if (cluster.status === 'INACTIVE') throw ecsErrors.clusterInactive();
  return cluster;
}

/** The service by name or ARN within its cluster, or undefined. */
export function findService(world: World, cluster: Cluster, reference: string): Service | undefined {
  return world.ecs.services.find(
    ({ arn, clusterArn, name }) =>
      clusterArn === cluster.arn && (arn === reference || name === lastPart(reference)),
  );
}

/** The service by name or ARN; throws ServiceNotFoundException. */
export function serviceOf(world: World, cluster: Cluster, reference: string): Service {
  const service = findService(world, cluster, reference);
  if (service === undefined) throw ecsErrors.serviceNotFound();
  return service;
}

/** The service of an ARN the world itself wrote down. */
export const serviceByArn = (world: World, arn: string): Service | undefined =>
  world.ecs.services.find((service) => service.arn === arn);

/** The revision that `family`, `family:revision` or an ARN names: for a family, its newest ACTIVE one. */
export function findTaskDefinition(world: World, reference: string): TaskDefinition | undefined {
  const [family = '', revision] = lastPart(reference).split(':');
  if (revision === undefined) {
    return world.ecs.taskDefinitions.findLast(
      (definition) => definition.family === family && definition.status === 'ACTIVE',
    );
  }
  if (!/^\d+$/.test(revision)) throw ecsErrors.revisionNumber(revision);
  return world.ecs.taskDefinitions.find(
    (definition) => definition.family === family && definition.revision === Number(revision),
  );
}

/** A revision fit to be run: throws AWS's refusal where it does not exist or is inactive. [?] The words for a deleted one. */
export function runnableTaskDefinition(world: World, reference: string): TaskDefinition {
  const definition = findTaskDefinition(world, reference);
  if (definition === undefined) throw ecsErrors.taskDefinitionNotFound();
  if (definition.status !== 'ACTIVE') throw ecsErrors.taskDefinitionInactive();
  return definition;
}

/** The tasks of a deployment or task set that are not yet STOPPED. */
export const tasksOf = (world: World, owner: TaskOwner): readonly Task[] =>
  world.ecs.tasks.filter((task) => task.startedBy === owner.id && task.lastStatus !== 'STOPPED');

/** Those of them that nobody has asked to stop. */
export const liveTasksOf = (world: World, owner: TaskOwner): readonly Task[] =>
  tasksOf(world, owner).filter(({ desiredStatus }) => desiredStatus === 'RUNNING');

/** Where an owner's tasks are registered. */
export const targetsOf = ({ settings, targetGroups = [] }: TaskOwner) =>
  (settings.loadBalancers ?? []).map(({ targetGroupArn = '', containerPort = 0 }, index) => ({
    targetGroupArn: targetGroups[index] ?? targetGroupArn,
    port: containerPort,
  }));

/** The deployments and task sets of a service. */
export const ownersOf = (service: Service): readonly TaskOwner[] => [
  ...service.deployments,
  ...service.taskSets,
];
