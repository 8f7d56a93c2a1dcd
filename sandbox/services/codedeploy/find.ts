import type { World } from '../../world.ts';
import { findService } from '../ecs/find.ts';
import { lastPart } from '../ecs/arn.ts';
import type { Service, TaskSet } from '../ecs/state.ts';
import { codeDeployErrors } from './errors.ts';
import type { Application, Deployment, DeploymentGroup } from './state.ts';

/** The application of this name. Throws ApplicationDoesNotExistException. */
export function applicationOf(world: World, name: string): Application {
  const application = world.codedeploy.applications.find((candidate) => candidate.name === name);
  if (application === undefined) throw codeDeployErrors.noApplication(name);
  return application;
}

/** The deployment group of this name within its application. Throws where one of the two does not exist. */
export function groupOf(world: World, applicationName: string, name: string): DeploymentGroup {
  const group = applicationOf(world, applicationName).groups.find((candidate) => candidate.name === name);
  if (group === undefined) throw codeDeployErrors.noGroup(name);
  return group;
}

/** The deployment `d-…`, or undefined. */
export const findDeployment = (world: World, id: string): Deployment | undefined =>
  world.codedeploy.deployments.find((candidate) => candidate.id === id);

/** The deployment `d-…`. Throws DeploymentDoesNotExistException. */
export function deploymentOf(world: World, id: string): Deployment {
  const deployment = findDeployment(world, id);
  if (deployment === undefined) throw codeDeployErrors.noDeployment(id);
  return deployment;
}

/** The deployments of a group, oldest first. */
export const deploymentsOf = (world: World, group: DeploymentGroup): readonly Deployment[] =>
  world.codedeploy.deployments.filter(
    ({ applicationName, groupName }) => applicationName === group.applicationName && groupName === group.name,
  );

/** Whether a deployment has not come to its end. */
export const isLive = ({ status }: Deployment): boolean =>
  status !== 'Succeeded' && status !== 'Failed' && status !== 'Stopped';

/** Whether all is done but for the removal of the old task set: there is nothing left to stop [?]. */
export const isRemoving = ({ events, wait }: Deployment): boolean =>
  wait === undefined && events.every(({ status }) => status === 'Succeeded');

/** The names of the cluster and the service that a deployment is for; a group may hold ARNs. */
export function namesOf({ settings }: Deployment): { readonly cluster: string; readonly service: string } {
  const [target] = settings.ecsServices;
  return { cluster: lastPart(target?.clusterName ?? ''), service: lastPart(target?.serviceName ?? '') };
}

/** The service a deployment is for, while there is one. */
export function serviceOfDeployment(world: World, deployment: Deployment): Service | undefined {
  const { cluster: clusterName, service } = namesOf(deployment);
  const cluster = world.ecs.clusters.find(({ name }) => name === clusterName);
  return cluster && findService(world, cluster, service);
}

/** A task set of a service by its id, while there is one. */
export const taskSetOf = (service: Service, id: string | undefined): TaskSet | undefined =>
  service.taskSets.find((taskSet) => taskSet.id === id);
