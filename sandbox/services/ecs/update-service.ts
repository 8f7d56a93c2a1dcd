import type { UpdateServiceRequest } from '@aws-sdk/client-ecs';
import { authorize } from '../../iam/authorize.ts';
import type { Context } from '../../operation.ts';
import { schedule, type World } from '../../world.ts';
import { startScalings } from '../application-autoscaling/scaling.ts';
import { startDeployment } from './deployment.ts';
import { ecsErrors } from './errors.ts';
import { clusterOf, findService, runnableTaskDefinition } from './find.ts';
import { wake } from './happening.ts';
import { checkContainers, checkVolumes } from './service-rules.ts';
import { viewService } from './service-view.ts';
import type { Service, ServiceSettings } from './state.ts';

/**
 * UpdateService. A change of what tasks are made of, or `forceNewDeployment`, starts a deployment; a change of
 * the count or of the deployment configuration alone keeps the deployment there is.
 */
export function updateService(input: UpdateServiceRequest, { world, caller }: Context): object {
  authorizeVolumes(input, { world, caller });
  const service = findService(world, clusterOf(world, input.cluster), input.service ?? '');
  if (service === undefined) throw ecsErrors.serviceToUpdateNotFound();
  if (service.status !== 'ACTIVE') throw ecsErrors.serviceNotActive();
  const settings = changedSettings(world, service.settings, input);
  if (service.controller === 'CODE_DEPLOY') refuseForCodeDeploy(input);
  const rolls =
    service.controller === 'ECS' &&
    (input.forceNewDeployment === true ||
      rolled.some((name) => differs(service.settings[name], settings[name])));
  if (rolls) {
    checkContainers(world, settings);
    checkVolumes(world, settings);
    startDeployment(world, service, settings);
  }
  applyWithoutDeployment(world, service, input);
  service.settings = settings;
  startCompetition(world, service);
  startScalings(world, service);
  return { service: viewService(world, service) };
}

// [?] Which service the infrastructure role is passed to: its trust policy names ecs.amazonaws.com (developer
// guide, "Amazon ECS infrastructure IAM role").
function authorizeVolumes(
  { volumeConfigurations = [] }: UpdateServiceRequest,
  { world, caller }: Pick<Context, 'world' | 'caller'>,
): void {
  for (const { managedEBSVolume } of volumeConfigurations) {
    if (managedEBSVolume?.roleArn === undefined) continue;
    const keys = { 'iam:PassedToService': 'ecs.amazonaws.com' };
    authorize(world.permissions, caller, {
      action: 'iam:PassRole',
      resource: managedEBSVolume.roleArn,
      keys,
    });
  }
}

/** What somebody else's UpdateService with another task definition does. */
export function updateTaskDefinition(world: World, service: Service, reference: string): void {
  const taskDefinition = runnableTaskDefinition(world, reference).arn;
  if (service.controller === 'ECS') startDeployment(world, service, { ...service.settings, taskDefinition });
}

/** Schedules the competing deployments that a scenario has for this service, at the first deployment of it. */
export function startCompetition(world: World, service: Service): void {
  for (const competitor of world.competing) {
    if (competitor.service !== service.name || competitor.started) continue;
    competitor.started = true;
    schedule(world, competitor.afterSeconds * 1000, {
      service: 'ecs',
      kind: 'competing-update',
      serviceArn: service.arn,
      taskDefinition: competitor.taskDefinition,
    });
  }
}

/** Members whose change starts a deployment. */
const rolled = [
  'taskDefinition',
  'capacityProviderStrategy',
  'networkConfiguration',
  'platformVersion',
  'loadBalancers',
  'serviceRegistries',
  'serviceConnectConfiguration',
  'volumeConfigurations',
] as const satisfies readonly (keyof ServiceSettings)[];

function changedSettings(
  world: World,
  before: ServiceSettings,
  input: UpdateServiceRequest,
): ServiceSettings {
  const { taskDefinition } = input;
  const given = [
    'capacityProviderStrategy',
    'networkConfiguration',
    'platformVersion',
    'loadBalancers',
    'serviceRegistries',
    'serviceConnectConfiguration',
    'volumeConfigurations',
    'placementConstraints',
    'placementStrategy',
    'healthCheckGracePeriodSeconds',
    'enableECSManagedTags',
    'propagateTags',
    'enableExecuteCommand',
    'availabilityZoneRebalancing',
  ] as const satisfies readonly (keyof ServiceSettings & keyof UpdateServiceRequest)[];
  const changes = Object.fromEntries(
    given.flatMap((name) => (input[name] === undefined ? [] : [[name, input[name]]])),
  );
  return {
    ...before,
    ...changes,
    taskDefinition:
      taskDefinition === undefined
        ? before.taskDefinition
        : runnableTaskDefinition(world, taskDefinition).arn,
  };
}

function applyWithoutDeployment(world: World, service: Service, input: UpdateServiceRequest): void {
  if (input.desiredCount !== undefined && input.desiredCount !== service.desiredCount) {
    service.desiredCount = input.desiredCount;
    service.steadySince = undefined;
    wake(world, service, 5000);
  }
  const configuration = input.deploymentConfiguration;
  service.maximumPercent = configuration?.maximumPercent ?? service.maximumPercent;
  service.minimumHealthyPercent = configuration?.minimumHealthyPercent ?? service.minimumHealthyPercent;
  const breaker = configuration?.deploymentCircuitBreaker;
  if (breaker !== undefined) {
    service.circuitBreaker = {
      enable: breaker.enable ?? false,
      rollback: breaker.rollback ?? false,
      resetOnHealthyTask: breaker.resetOnHealthyTask ?? true,
    };
  }
}

function refuseForCodeDeploy(input: UpdateServiceRequest): void {
  if (input.taskDefinition !== undefined)
    throw ecsErrors.codeDeployControls('Unable to update task definition');
  if (input.networkConfiguration !== undefined) {
    throw ecsErrors.codeDeployControls('Unable to update network parameters');
  }
  if (input.forceNewDeployment === true) throw ecsErrors.codeDeployControls('Cannot force a new deployment');
  // [?] The words for these two; that they are refused is documented.
  if (input.loadBalancers !== undefined)
    throw ecsErrors.codeDeployControls('Unable to update load balancers');
  if (input.platformVersion !== undefined)
    throw ecsErrors.codeDeployControls('Unable to update platform version');
  // [?] That it is refused, and the words: a task set has no volumes in the API.
  if (input.volumeConfigurations !== undefined && input.volumeConfigurations.length > 0)
    throw ecsErrors.codeDeployControls('Unable to update volume configurations');
}

const differs = (one: unknown, other: unknown): boolean => JSON.stringify(one) !== JSON.stringify(other);
