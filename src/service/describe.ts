import type * as Ecs from '@aws-sdk/client-ecs';
import type { Deployment, LoadBalancer, ServiceState, TaskSet } from './service.ts';
import type { ServiceVolume } from './volume.ts';

export type ServiceReader = Pick<Ecs.ECS, 'describeServices'>;

/** The service, or why there is none, in AWS's word (MISSING). */
export type DescribedService =
  | { readonly found: true; readonly service: ServiceState }
  | { readonly found: false; readonly reason: string };

/** Reads one service by name or ARN (DescribeServices). */
export async function describeService(
  ecs: ServiceReader,
  where: { readonly cluster: string; readonly service: string },
  signal: AbortSignal,
): Promise<DescribedService> {
  const answer = await ecs.describeServices(
    { cluster: where.cluster, services: [where.service] },
    { abortSignal: signal },
  );
  const described = answer.services?.[0];
  if (described !== undefined) return { found: true, service: readService(described) };
  return { found: false, reason: answer.failures?.[0]?.reason ?? 'MISSING' };
}

/** A service as any ECS answer describes it, with the defaults of what AWS leaves out. */
export function readService(service: Ecs.Service): ServiceState {
  const configuration = service.deploymentConfiguration;
  const clusterArn = service.clusterArn ?? '';
  return {
    arn: service.serviceArn ?? '',
    name: service.serviceName ?? '',
    clusterArn,
    clusterName: clusterArn.slice(clusterArn.lastIndexOf('/') + 1),
    status: service.status ?? '',
    controller: service.deploymentController?.type ?? 'ECS',
    strategy: configuration?.strategy ?? 'ROLLING',
    scheduling: service.schedulingStrategy ?? 'REPLICA',
    desiredCount: service.desiredCount ?? 0,
    runningCount: service.runningCount ?? 0,
    pendingCount: service.pendingCount ?? 0,
    taskDefinition: service.taskDefinition ?? '',
    minimumHealthyPercent: configuration?.minimumHealthyPercent ?? 100,
    maximumPercent: configuration?.maximumPercent ?? 200,
    configuration: configuration ?? {},
    breaker: {
      enabled: configuration?.deploymentCircuitBreaker?.enable ?? false,
      rollback: configuration?.deploymentCircuitBreaker?.rollback ?? false,
    },
    alarms: {
      enabled: configuration?.alarms?.enable ?? false,
      rollback: configuration?.alarms?.rollback ?? false,
      ...(configuration?.alarms?.alarmNames?.length ? { names: configuration.alarms.alarmNames } : {}),
    },
    loadBalancers: readLoadBalancers(service.loadBalancers),
    portNames: readPortNames(service),
    volumes: readVolumes(service),
    propagateTags: service.propagateTags ?? 'NONE',
    managedTags: service.enableECSManagedTags ?? false,
    deployments: (service.deployments ?? []).map(readDeployment),
    taskSets: (service.taskSets ?? []).map(readTaskSet),
    events: (service.events ?? []).map((event) => ({
      id: event.id ?? '',
      at: event.createdAt?.getTime() ?? 0,
      message: event.message ?? '',
    })),
  };
}

function readDeployment(deployment: Ecs.Deployment): Deployment {
  return {
    id: deployment.id ?? '',
    status: deployment.status ?? '',
    taskDefinition: deployment.taskDefinition ?? '',
    desiredCount: deployment.desiredCount ?? 0,
    runningCount: deployment.runningCount ?? 0,
    pendingCount: deployment.pendingCount ?? 0,
    failedTasks: deployment.failedTasks ?? 0,
    ...(deployment.rolloutState === undefined ? {} : { rolloutState: deployment.rolloutState }),
    ...(deployment.rolloutStateReason === undefined
      ? {}
      : { rolloutStateReason: deployment.rolloutStateReason }),
    ...(deployment.createdAt === undefined ? {} : { createdAt: deployment.createdAt.getTime() }),
    ...(deployment.updatedAt === undefined ? {} : { updatedAt: deployment.updatedAt.getTime() }),
  };
}

function readTaskSet(taskSet: Ecs.TaskSet): TaskSet {
  const network = taskSet.networkConfiguration?.awsvpcConfiguration;
  return {
    id: taskSet.id ?? '',
    status: taskSet.status ?? '',
    taskDefinition: taskSet.taskDefinition ?? '',
    ...(taskSet.externalId === undefined ? {} : { externalId: taskSet.externalId }),
    stability: taskSet.stabilityStatus ?? '',
    desiredCount: taskSet.computedDesiredCount ?? 0,
    runningCount: taskSet.runningCount ?? 0,
    pendingCount: taskSet.pendingCount ?? 0,
    loadBalancers: readLoadBalancers(taskSet.loadBalancers),
    ...(taskSet.platformVersion === undefined ? {} : { platformVersion: taskSet.platformVersion }),
    ...(network === undefined
      ? {}
      : {
          network: {
            subnets: network.subnets ?? [],
            securityGroups: network.securityGroups ?? [],
            assignPublicIp: network.assignPublicIp ?? 'DISABLED',
          },
        }),
    capacityProviders: (taskSet.capacityProviderStrategy ?? []).map((item) => ({
      capacityProvider: item.capacityProvider ?? '',
      base: item.base ?? 0,
      weight: item.weight ?? 0,
    })),
  };
}

function readLoadBalancers(loadBalancers: readonly Ecs.LoadBalancer[] | undefined): readonly LoadBalancer[] {
  return (loadBalancers ?? []).map((item) => ({
    ...(item.targetGroupArn === undefined ? {} : { targetGroupArn: item.targetGroupArn }),
    containerName: item.containerName ?? '',
    containerPort: item.containerPort ?? 0,
    ...readShifting(item.advancedConfiguration),
  }));
}

function readShifting(advanced: Ecs.AdvancedConfiguration | undefined): Pick<LoadBalancer, 'shifting'> {
  if (advanced === undefined) return {};
  const { alternateTargetGroupArn, productionListenerRule } = advanced;
  return {
    shifting: {
      ...(alternateTargetGroupArn === undefined ? {} : { alternateTargetGroupArn }),
      ...(productionListenerRule === undefined ? {} : { productionListenerRule }),
    },
  };
}

/** They are described on the deployments; the service itself has no such member. */
function readVolumes(service: Ecs.Service): readonly ServiceVolume[] {
  const deployment = service.deployments?.find(({ status }) => status === 'PRIMARY');
  return (deployment?.volumeConfigurations ?? []).flatMap(({ name = '', managedEBSVolume: configuration }) =>
    configuration === undefined ? [] : [{ name, configuration }],
  );
}

/** Service Connect is described on the deployments, VPC Lattice too; the service has neither member. */
function readPortNames(service: Ecs.Service): readonly string[] {
  const deployment = service.deployments?.find(({ status }) => status === 'PRIMARY');
  return [
    ...(deployment?.serviceConnectConfiguration?.services ?? []).map(({ portName }) => portName),
    ...(deployment?.vpcLatticeConfigurations ?? []).map(({ portName }) => portName),
  ].filter((name) => name !== undefined);
}
