import type { CreateClusterRequest, DescribeClustersRequest } from '@aws-sdk/client-ecs';
import type { Context } from '../../operation.ts';
import type { World } from '../../world.ts';
import { clusterArn, lastPart } from './arn.ts';
import type { Cluster } from './state.ts';

/** CreateCluster: the cluster that exists already is answered as it is. */
export function createCluster(input: CreateClusterRequest, { world }: Context): object {
  const name = input.clusterName ?? 'default';
  const existing = world.ecs.clusters.find((cluster) => cluster.name === name);
  const cluster = existing ?? { arn: clusterArn(world, name), name, tags: input.tags ?? [] };
  if (existing === undefined) world.ecs.clusters.push(cluster);
  return { cluster: viewCluster(world, cluster) };
}

/** DescribeClusters: a missing one is a failure in an answer with status 200. */
export function describeClusters(input: DescribeClustersRequest, { world }: Context): object {
  const found = (input.clusters ?? ['default']).map((reference) => ({
    reference,
    cluster: world.ecs.clusters.find(({ arn, name }) => arn === reference || name === reference),
  }));
  return {
    clusters: found.flatMap(({ cluster }) => (cluster === undefined ? [] : [viewCluster(world, cluster)])),
    failures: found
      .filter(({ cluster }) => cluster === undefined)
      .map(({ reference }) => ({ arn: clusterArn(world, lastPart(reference)), reason: 'MISSING' })),
  };
}

function viewCluster(world: World, cluster: Cluster): object {
  const tasks = world.ecs.tasks.filter(
    ({ clusterArn: arn, desiredStatus }) => arn === cluster.arn && desiredStatus === 'RUNNING',
  );
  const running = tasks.filter(({ lastStatus }) => lastStatus === 'RUNNING').length;
  const services = world.ecs.services.filter(
    ({ clusterArn: arn, status }) => arn === cluster.arn && status === 'ACTIVE',
  );
  return {
    clusterArn: cluster.arn,
    clusterName: cluster.name,
    status: cluster.status ?? 'ACTIVE',
    registeredContainerInstancesCount: 0,
    runningTasksCount: running,
    pendingTasksCount: tasks.length - running,
    activeServicesCount: services.length,
    statistics: [],
    tags: cluster.tags,
    settings: [],
    capacityProviders: ['FARGATE', 'FARGATE_SPOT'],
    defaultCapacityProviderStrategy: [],
  };
}
