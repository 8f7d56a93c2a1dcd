import type { CreateServiceRequest } from '@aws-sdk/client-ecs';
import type { Context } from '../../operation.ts';
import type { World } from '../../world.ts';
import { lastPart, serviceArn } from './arn.ts';
import { configured, defaultConfiguration } from './deployment-configuration.ts';
import { checkLoadBalancers } from './deployment-configuration-rules.ts';
import { addRevision, createDeployment, deploymentId, startDeployment } from './deployment.ts';
import { ecsErrors } from './errors.ts';
import { say, taskList } from './event.ts';
import { clusterOf, findService, runnableTaskDefinition } from './find.ts';
import { closeRecord, openRecord } from './service-deployment.ts';
import { checkContainers, checkVolumes } from './service-rules.ts';
import { viewService } from './service-view.ts';
import type { ControllerType, Service, ServiceSettings } from './state.ts';
import { seedTask } from './task.ts';
import { createTaskSet } from './task-set.ts';
import { groupsFor, isRouted } from './traffic.ts';

/** CreateService: the service starts its first deployment, or its first task set. */
export function createService(input: CreateServiceRequest, { world, caller }: Context): object {
  const service = addService(world, input, caller);
  if (service.controller === 'ECS') startDeployment(world, service, service.settings);
  if (service.controller === 'CODE_DEPLOY') {
    createTaskSet(world, service, { settings: service.settings, status: 'PRIMARY', scalePercent: 100 });
  }
  return { service: viewService(world, service) };
}

/** Puts a service into the world as it is when its deployment ended long ago: steady, all tasks running. */
export function seedService(world: World, input: CreateServiceRequest): Service {
  const service = addService(world, input, `arn:aws:iam::${world.account}:role/deployer`);
  const name = `(service ${service.name}`;
  if (service.controller === 'ECS') {
    const deployment = {
      ...createDeployment(world, deploymentId(world), service.settings),
      ...(isRouted(service.settings) ? { targetGroups: groupsFor(world, service.settings, 'live') } : {}),
    };
    service.deployments = [deployment];
    addRevision(world, service, deployment.id, service.settings);
    const record = openRecord(world, service, deployment);
    closeRecord(world, record, { status: 'SUCCESSFUL' });
    deployment.desiredCount = service.desiredCount;
    deployment.rolloutState = 'COMPLETED';
    deployment.rolloutStateReason = `ECS deployment ${deployment.id} completed.`;
    seedTasks(world, service, `${name})`);
    service.lastCompleted = { ...deployment };
    say(world, service, `${name}) (deployment ${deployment.id}) deployment completed.`);
  } else {
    const taskSet = createTaskSet(world, service, {
      settings: service.settings,
      status: 'PRIMARY',
      scalePercent: 100,
    });
    taskSet.stabilityStatus = 'STEADY_STATE';
    seedTasks(world, service, `${name}, taskSet ${taskSet.id})`);
    say(world, service, `${name}, taskSet ${taskSet.id}) updated state to STEADY_STATE.`);
  }
  service.steadySince = world.now;
  say(world, service, `${name}) has reached a steady state.`, 1);
  return service;
}

function seedTasks(world: World, service: Service, named: string): void {
  const [owner] = [...service.deployments, ...service.taskSets];
  if (owner === undefined || service.desiredCount === 0) return;
  const tasks = Array.from({ length: service.desiredCount }, () => seedTask(world, service, owner));
  say(world, service, `${named} has started ${tasks.length} tasks: ${taskList(tasks)}.`);
}

function addService(world: World, input: CreateServiceRequest, createdBy: string): Service {
  const cluster = clusterOf(world, input.cluster);
  const name = input.serviceName ?? '';
  // [?] AWS's words.
  if (name === '') throw ecsErrors.invalid('Service name cannot be empty.');
  const earlier = findService(world, cluster, name);
  if (earlier !== undefined && earlier.status !== 'INACTIVE') throw ecsErrors.serviceExists();
  const service: Service = {
    arn: serviceArn(world, lastPart(cluster.arn), name),
    name,
    clusterArn: cluster.arn,
    status: 'ACTIVE',
    controller: controllerOf(input),
    desiredCount: input.desiredCount ?? 0,
    settings: settingsOf(world, input),
    ...configured(defaultConfiguration, input.deploymentConfiguration),
    createdAt: world.now,
    createdBy,
    tags: input.tags ?? [],
    deployments: [],
    taskSets: [],
    events: [],
    records: [],
    revisions: [],
    lastCompleted: undefined,
    nextPassAt: undefined,
    steadySince: undefined,
  };
  checkLoadBalancers(world, service.settings, service.strategy);
  checkContainers(world, service.settings);
  checkVolumes(world, service.settings);
  world.ecs.services.push(service);
  return service;
}

const controllerOf = ({ deploymentController }: CreateServiceRequest): ControllerType =>
  deploymentController?.type ?? 'ECS';

function settingsOf(world: World, input: CreateServiceRequest): ServiceSettings {
  const { launchType, capacityProviderStrategy, platformVersion, networkConfiguration } = input;
  const { serviceConnectConfiguration, volumeConfigurations } = input;
  const fargate = launchType === 'FARGATE' || capacityProviderStrategy !== undefined;
  return {
    taskDefinition: runnableTaskDefinition(world, input.taskDefinition ?? '').arn,
    ...(capacityProviderStrategy === undefined
      ? { launchType: launchType ?? 'EC2' }
      : { capacityProviderStrategy }),
    ...(fargate ? { platformVersion: platformVersion ?? 'LATEST' } : {}),
    ...(networkConfiguration === undefined ? {} : { networkConfiguration }),
    ...(serviceConnectConfiguration === undefined ? {} : { serviceConnectConfiguration }),
    ...(volumeConfigurations === undefined ? {} : { volumeConfigurations }),
    loadBalancers: input.loadBalancers ?? [],
    serviceRegistries: input.serviceRegistries ?? [],
    placementConstraints: input.placementConstraints ?? [],
    placementStrategy: input.placementStrategy ?? [],
    schedulingStrategy: input.schedulingStrategy ?? 'REPLICA',
    healthCheckGracePeriodSeconds: input.healthCheckGracePeriodSeconds ?? 0,
    enableECSManagedTags: input.enableECSManagedTags ?? false,
    propagateTags: input.propagateTags ?? 'NONE',
    enableExecuteCommand: input.enableExecuteCommand ?? false,
    availabilityZoneRebalancing: input.availabilityZoneRebalancing ?? 'DISABLED',
  };
}
