import type { UpdateServiceRequest } from '@aws-sdk/client-ecs';
import { authorize } from '../../iam/authorize.ts';
import type { Context } from '../../operation.ts';
import { schedule, type World } from '../../world.ts';
import { startScalings } from '../application-autoscaling/scaling.ts';
import { adoptTaskSets } from './controller.ts';
import { configured } from './deployment-configuration.ts';
import { checkLoadBalancers } from './deployment-configuration-rules.ts';
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
  authorizeRoles(input, { world, caller });
  const service = findService(world, clusterOf(world, input.cluster), input.service ?? '');
  if (service === undefined) throw ecsErrors.serviceToUpdateNotFound();
  if (service.status !== 'ACTIVE') throw ecsErrors.serviceNotActive();
  const settings = changedSettings(world, service.settings, input);
  const moves = changesController(service, input);
  if (service.controller === 'CODE_DEPLOY' && !moves) refuseForCodeDeploy(input);
  const configuration = configured(service, input.deploymentConfiguration);
  checkLoadBalancers(world, settings, configuration.strategy);
  const rolls =
    moves ||
    (service.controller === 'ECS' &&
      (input.forceNewDeployment === true ||
        rolled.some((name) => differs(service.settings[name], settings[name]))));
  if (rolls) {
    checkContainers(world, settings);
    checkVolumes(world, settings);
  }
  if (moves) adoptTaskSets(world, service);
  Object.assign(service, configuration);
  if (rolls) startDeployment(world, service, settings);
  applyWithoutDeployment(world, service, input);
  service.settings = settings;
  startCompetition(world, service);
  startScalings(world, service);
  return { service: viewService(world, service) };
}

/**
 * Whether the service moves in place to the controller ECS. API reference, UpdateService: it can.
 * [?] That a move always starts a deployment, and the words for any other change.
 */
function changesController({ controller }: Service, { deploymentController }: UpdateServiceRequest): boolean {
  const wanted = deploymentController?.type ?? controller;
  if (wanted === controller) return false;
  if (wanted !== 'ECS') throw ecsErrors.controller(wanted);
  return true;
}

// [?] Which service the roles are passed to: their trust policy names ecs.amazonaws.com (developer guide, "Amazon
// ECS infrastructure IAM role" and "Permissions required for Lambda functions").
function authorizeRoles(
  input: UpdateServiceRequest,
  { world, caller }: Pick<Context, 'world' | 'caller'>,
): void {
  const { volumeConfigurations = [], loadBalancers = [], deploymentConfiguration } = input;
  const roles = [
    ...volumeConfigurations.map(({ managedEBSVolume }) => managedEBSVolume?.roleArn),
    ...loadBalancers.map(({ advancedConfiguration }) => advancedConfiguration?.roleArn),
    ...(deploymentConfiguration?.lifecycleHooks ?? []).map(({ roleArn }) => roleArn),
  ];
  for (const resource of new Set(roles)) {
    if (resource === undefined) continue;
    const keys = { 'iam:PassedToService': 'ecs.amazonaws.com' };
    authorize(world.permissions, caller, { action: 'iam:PassRole', resource, keys });
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
    // Recorded: where the count alone changes, the answer has the new one in the deployment too.
    const primary = service.deployments.find(({ status }) => status === 'PRIMARY');
    if (primary?.rolloutState === 'COMPLETED') {
      primary.desiredCount = input.desiredCount;
      primary.updatedAt = world.now;
    }
    wake(world, service, 5000);
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
