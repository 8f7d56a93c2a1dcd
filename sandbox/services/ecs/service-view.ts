import { seconds } from '../../wire/json11.ts';
import type { World } from '../../world.ts';
import { revisionArn } from './arn.ts';
import { viewConfiguration } from './deployment-configuration.ts';
import { liveTasksOf } from './find.ts';
import type { Deployment, Service, TaskOwner, TaskSet } from './state.ts';

/** The service as DescribeServices answers it; `tags` only where they were asked for. */
export function viewService(world: World, service: Service, include: readonly string[] = []): object {
  const owners = service.controller === 'ECS' ? service.deployments : service.taskSets;
  const counts = owners.map((owner) => countTasks(world, owner));
  // The service has no such members: they are told by its revisions, and volumes by its deployments too.
  const hidden = new Set(['serviceConnectConfiguration', 'volumeConfigurations']);
  const settings = Object.fromEntries(Object.entries(service.settings).filter(([name]) => !hidden.has(name)));
  return {
    ...settings,
    ...shownPlatform(service),
    serviceArn: service.arn,
    serviceName: service.name,
    clusterArn: service.clusterArn,
    status: service.status,
    desiredCount: service.desiredCount,
    runningCount: sum(counts.map(({ running }) => running)),
    pendingCount: sum(counts.map(({ pending }) => pending)),
    platformFamily: 'Linux',
    deploymentConfiguration: viewConfiguration(service),
    ...viewOwners(world, service),
    roleArn: `arn:aws:iam::${world.account}:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS`,
    events: service.events.map(({ id, createdAt, message }) => ({
      id,
      createdAt: seconds(createdAt),
      message,
    })),
    createdAt: seconds(service.createdAt),
    deploymentController: { type: service.controller },
    createdBy: service.createdBy,
    resourceManagementType: 'CUSTOMER',
    ...(include.includes('TAGS') ? { tags: service.tags } : {}),
  };
}

/** Recorded: what asked for LATEST says so under ECS; with task sets it shows the version that theirs is. */
const shownPlatform = ({ controller, settings: { platformVersion } }: Service): object =>
  controller === 'ECS' || platformVersion === undefined
    ? {}
    : { platformVersion: resolvedPlatform(platformVersion) };

const resolvedPlatform = (version: string): string => (version === 'LATEST' ? '1.4.0' : version);

/** The service as DescribeServices answers it, with the newest service deployment that AWS knows of by now. */
export function describeService(world: World, service: Service, include: readonly string[]): object {
  // Recorded: for some seconds it names the deployment before.
  const current = service.records.find(({ visibleAt }) => visibleAt <= world.now);
  const view = viewService(world, service, include);
  return current === undefined ? view : { ...view, currentServiceDeployment: current.arn };
}

/** A task set as DescribeServices and DescribeTaskSets answer it. */
export function viewTaskSet(world: World, service: Service, taskSet: TaskSet): object {
  const { running, pending } = countTasks(world, taskSet);
  const { startedBy, externalId } = taskSet;
  const { loadBalancers = [], serviceRegistries = [] } = taskSet.settings;
  return {
    id: taskSet.id,
    taskSetArn: taskSet.arn,
    serviceArn: service.arn,
    clusterArn: service.clusterArn,
    ...(startedBy === undefined ? {} : { startedBy }),
    ...(externalId === undefined ? {} : { externalId }),
    status: taskSet.status,
    ...placement(taskSet),
    computedDesiredCount: taskSet.desiredCount,
    pendingCount: pending,
    runningCount: running,
    createdAt: seconds(taskSet.createdAt),
    updatedAt: seconds(taskSet.updatedAt),
    loadBalancers,
    serviceRegistries,
    scale: { value: taskSet.scalePercent, unit: 'PERCENT' },
    stabilityStatus: taskSet.stabilityStatus,
    stabilityStatusAt: seconds(taskSet.stabilityStatusAt),
    tags: [],
  };
}

/** How many tasks of an owner run and how many are on their way there. */
export function countTasks(
  world: World,
  owner: TaskOwner,
): { readonly running: number; readonly pending: number } {
  const live = liveTasksOf(world, owner);
  const running = live.filter(({ lastStatus }) => lastStatus === 'RUNNING').length;
  return { running, pending: live.length - running };
}

function viewOwners(world: World, service: Service): object {
  // Recorded: `deployments` is absent where a service has task sets.
  if (service.controller !== 'ECS') {
    return { taskSets: service.taskSets.map((taskSet) => viewTaskSet(world, service, taskSet)) };
  }
  return {
    deployments: service.deployments.map((deployment) => viewDeployment(world, deployment)),
    currentServiceRevisions: service.deployments.map((deployment) => ({
      arn: revisionArn(service, deployment.id),
      ...viewRevisionCounts(world, deployment),
    })),
  };
}

/** The counts of a service revision. */
export function viewRevisionCounts(world: World, owner: TaskOwner) {
  const { running, pending } = countTasks(world, owner);
  return { requestedTaskCount: owner.desiredCount, runningTaskCount: running, pendingTaskCount: pending };
}

function viewDeployment(world: World, deployment: Deployment): object {
  const { volumeConfigurations } = deployment.settings;
  const { running, pending } = countTasks(world, deployment);
  return {
    id: deployment.id,
    status: deployment.status,
    ...placement(deployment),
    desiredCount: deployment.desiredCount,
    pendingCount: pending,
    runningCount: running,
    failedTasks: deployment.failedTasks,
    createdAt: seconds(deployment.createdAt),
    updatedAt: seconds(deployment.updatedAt),
    rolloutState: deployment.rolloutState,
    rolloutStateReason: deployment.rolloutStateReason,
    ...(volumeConfigurations === undefined || volumeConfigurations.length === 0
      ? {}
      : { volumeConfigurations }),
  };
}

/** What a deployment and a task set say about where their tasks run. `LATEST` is resolved there. */
function placement({ settings }: TaskOwner): object {
  const { taskDefinition, launchType, capacityProviderStrategy, platformVersion, networkConfiguration } =
    settings;
  return {
    taskDefinition,
    ...(launchType === undefined ? {} : { launchType }),
    ...(capacityProviderStrategy === undefined ? {} : { capacityProviderStrategy }),
    ...(platformVersion === undefined
      ? {}
      : {
          platformVersion: resolvedPlatform(platformVersion),
          platformFamily: 'Linux',
        }),
    ...(networkConfiguration === undefined ? {} : { networkConfiguration }),
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
