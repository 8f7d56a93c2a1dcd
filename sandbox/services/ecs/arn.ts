import type { World } from '../../world.ts';
import type { Service } from './state.ts';

const ecsArn = ({ region, account }: World, rest: string) => `arn:aws:ecs:${region}:${account}:${rest}`;

export const clusterArn = (world: World, name: string): string => ecsArn(world, `cluster/${name}`);

export const serviceArn = (world: World, cluster: string, name: string): string =>
  ecsArn(world, `service/${cluster}/${name}`);

export const taskArn = (world: World, cluster: string, id: string): string =>
  ecsArn(world, `task/${cluster}/${id}`);

export const taskDefinitionArn = (world: World, family: string, revision: number): string =>
  ecsArn(world, `task-definition/${family}:${revision}`);

/** The service revision of a deployment or task set: its last part is the number of the id `ecs-svc/NUMBER`. */
export const revisionArn = (service: Service, deploymentId: string): string =>
  `${service.arn.replace(':service/', ':service-revision/')}/${lastPart(deploymentId)}`;

export const recordArn = (service: Service, id: string): string =>
  `${service.arn.replace(':service/', ':service-deployment/')}/${id}`;

export const taskSetArn = (service: Service, id: string): string =>
  `${service.arn.replace(':service/', ':task-set/')}/${id}`;

/** What stands after the last slash: the name in an ARN, or a name itself. */
export const lastPart = (reference: string): string => reference.slice(reference.lastIndexOf('/') + 1);
