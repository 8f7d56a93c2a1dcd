import type { ContainerDefinition } from '@aws-sdk/client-ecs';
import { nearest } from '../inputs/nearest.ts';
import type { Location, Problem } from '../inputs/problem.ts';
import type { Path } from '../inputs/node.ts';
import type { LoadBalancer, ServiceState } from '../service/service.ts';
import { appSpecOf } from './appspec.ts';
import type { DeployRequest } from './request.ts';
import { recordsAreReadable, trafficIsLive } from './ecs/checks.ts';
import { isNative } from './ecs/configuration.ts';
import { deploymentInputsGiven, deploymentSettingsFit, strategyAfter } from './ecs/settings.ts';
import type { Situation } from './situation.ts';
import { volumeIsDeclared } from './volume.ts';

type Check = (situation: Situation) => readonly Problem[];

/** Every check before the first mutating call; all of them run, so that all problems come at once. */
const CHECKS: readonly Check[] = [
  actionFitsController,
  revisionIsActive,
  imagesExist,
  loadBalancersFindTheirContainers,
  appSpecFits,
  portNamesExist,
  canProgress,
  countIsAllowed,
  volumeIsDeclared,
  settingsFitController,
  rolloutIsReported,
  recordsAreReadable,
  trafficIsLive,
  deploymentSettingsFit,
];

/** Why this deployment must not be started; empty when nothing is in its way. */
export function checkSituation(situation: Situation): readonly Problem[] {
  const problems = serviceIsActive(situation);
  return problems.length > 0 ? problems : CHECKS.flatMap((check) => check(situation));
}

/** What speaks against deploying a service at all, whatever the revision. */
export function checkService(
  { action }: Pick<DeployRequest, 'action'>,
  service: ServiceState,
): readonly Problem[] {
  const of = { request: { action }, current: { service } };
  const problems = serviceIsActive(of);
  return problems.length > 0 ? problems : actionFitsController(of);
}

/** The part of a situation that says who deploys what. */
interface Fit {
  readonly request: Pick<DeployRequest, 'action'>;
  readonly current: { readonly service: ServiceState };
}

/** The input that names a registered revision. */
export const revisionInput = (action: DeployRequest['action']): string =>
  action === 'rollback' ? 'to' : 'task-definition';

function serviceIsActive({ current: { service } }: Fit): readonly Problem[] {
  if (service.status === 'ACTIVE') return [];
  return [
    {
      message: `The service ${service.name} in cluster ${service.clusterName} is ${service.status}, not ACTIVE.`,
      remedy:
        'A service that is deleted cannot be deployed to: create it again where its resources are defined.',
      input: 'service',
    },
  ];
}

function actionFitsController({ request, current: { service } }: Fit): readonly Problem[] {
  const right = rightAction(service);
  // A rollback goes by the controller of the service, whichever that is.
  const takesBoth = request.action === 'rollback' || isNative(service);
  if (right === request.action || (right !== undefined && takesBoth)) return [];
  return [
    {
      message: `The service ${service.name} is deployed by the controller ${service.controller}${service.controller === 'ECS' ? ` with the strategy ${service.strategy}` : ''}.`,
      remedy:
        right === undefined
          ? 'This controller deploys by means of its own: no action can deploy it.'
          : `Use the action ${right} for this service.`,
      input: 'service',
    },
  ];
}

function rightAction(service: ServiceState): DeployRequest['action'] | undefined {
  if (service.controller === 'CODE_DEPLOY') return 'bluegreen-deploy';
  return service.controller === 'ECS' ? 'ecs-update-service' : undefined;
}

function revisionIsActive({ request, current: { asked } }: Situation): readonly Problem[] {
  if (request.revision.kind === 'file' || asked === undefined || asked.status === 'ACTIVE') return [];
  return [
    {
      message: `The task definition ${request.revision.reference} is ${asked.status}, not ACTIVE.`,
      remedy:
        request.action === 'rollback'
          ? 'Somebody deregistered it: it cannot be deployed any more. Name another revision, which is ACTIVE, with to.'
          : 'Name a revision that is ACTIVE, or give the file.',
      input: revisionInput(request.action),
    },
  ];
}

// Known to be missing is an error now, instead of a failed pull minutes later. Not known is no error.
function imagesExist({ request, current, containers }: Situation): readonly Problem[] {
  return containers.flatMap(({ name, image }, index) => {
    if (image === undefined || current.images.get(image)?.state !== 'missing') return [];
    return [
      {
        message: `The image ${image} of container ${name ?? '?'} is not in its repository.`,
        remedy:
          request.action === 'rollback'
            ? 'A lifecycle policy of the repository may have deleted it. Push it again, or name another revision with to.'
            : 'Push it first, or correct the tag.',
        ...locationOf(request, ['containerDefinitions', index, 'image']),
      },
    ];
  });
}

function loadBalancersFindTheirContainers({ request, current, containers }: Situation): readonly Problem[] {
  return current.service.loadBalancers.flatMap((target) => {
    const problem = missingTarget(target, containers);
    return problem === undefined ? [] : [{ ...problem, ...locationOf(request, ['containerDefinitions']) }];
  });
}

function appSpecFits({ request, current: { service }, containers }: Situation): readonly Problem[] {
  if (service.controller !== 'CODE_DEPLOY') return [];
  const appSpec = appSpecOf(request, service);
  if (!appSpec.ok) return appSpec.problems;
  if (request.codeDeploy.appSpec === undefined) return [];
  const problem = missingTarget(appSpec.value, containers, 'The AppSpec');
  return problem === undefined ? [] : [{ ...problem, input: 'codedeploy-appspec' }];
}

function missingTarget(
  { containerName, containerPort }: LoadBalancer,
  containers: readonly ContainerDefinition[],
  who = "The service's load balancer",
): Problem | undefined {
  const container = containers.find(({ name }) => name === containerName);
  if (container === undefined) {
    const names = containers.map(({ name }) => name ?? '');
    const known = nearest(containerName, names);
    return {
      message: `${who} sends traffic to a container ${containerName}, which the task definition does not have.`,
      remedy: `Name the container ${containerName}${known === undefined ? '' : ` (it has ${known})`}, or change the service first.`,
    };
  }
  const ports = (container.portMappings ?? []).map((mapping) => mapping.containerPort);
  if (ports.includes(containerPort)) return undefined;
  return {
    message: `${who} sends traffic to port ${containerPort} of container ${containerName}, which does not map it.`,
    remedy: `Add "containerPort": ${containerPort} to its portMappings${ports.length === 0 ? '' : ` (they have ${ports.join(', ')})`}, or change the service first.`,
  };
}

function portNamesExist({ request, current, containers }: Situation): readonly Problem[] {
  const names = containers.flatMap(({ portMappings }) => (portMappings ?? []).map(({ name }) => name));
  return current.service.portNames
    .filter((name) => !names.includes(name))
    .map((name) => ({
      message: `The service looks up the port name ${name} (Service Connect or VPC Lattice), which no port mapping of the task definition has.`,
      remedy: `Add "name": "${name}" to the port mapping that is meant.`,
      ...locationOf(request, ['containerDefinitions']),
    }));
}

function canProgress({ request, current: { service } }: Situation): readonly Problem[] {
  const count = request.settings.desiredCount ?? service.desiredCount;
  const isStuck =
    service.controller === 'ECS' &&
    strategyAfter(service, request.settings.deployment) === 'ROLLING' &&
    service.scheduling === 'REPLICA' &&
    service.minimumHealthyPercent >= 100 &&
    service.maximumPercent <= 100 &&
    count > 0;
  if (!isStuck) return [];
  return [
    {
      message: `The service ${service.name} has minimumHealthyPercent ${service.minimumHealthyPercent} and maximumPercent ${service.maximumPercent}: no task may stop and none may start, so a deployment cannot progress.`,
      remedy: 'Raise maximumPercent or lower minimumHealthyPercent where the service is defined.',
      input: 'service',
    },
  ];
}

function countIsAllowed({ request, current: { service, scalable } }: Situation): readonly Problem[] {
  const count = request.settings.desiredCount;
  if (count === undefined || service.controller === 'CODE_DEPLOY') return [];
  if (service.scheduling === 'DAEMON') {
    return [
      {
        message: `The service ${service.name} runs one task on each instance (DAEMON): it has no count to set.`,
        remedy: 'Remove desired-count.',
        input: 'desired-count',
      },
    ];
  }
  if (scalable === undefined || (count >= scalable.min && count <= scalable.max)) return [];
  return [
    {
      message: `desired-count ${count} is outside the bounds of Application Auto Scaling, ${scalable.min} to ${scalable.max}: it would be undone at once.`,
      remedy: 'Remove desired-count, or change the bounds first.',
      input: 'desired-count',
    },
  ];
}

const ELSEWHERE = {
  'desired-count':
    'Change the count on the service itself: CodeDeploy starts as many tasks as the service wants.',
  'propagate-tags': 'Set it on the service, where that is defined.',
  'force-new-deployment':
    'Remove it: CodeDeploy starts a new task set whenever there is something to deploy.',
  'enable-ecs-managed-tags': 'Set it on the service, where that is defined.',
  // A task set, which is what CodeDeploy creates, has no volumeConfigurations in the API.
  'service-managed-ebs-volume': 'Remove it: tasks that CodeDeploy starts take no volume from their service.',
} as const;

function settingsFitController({
  request: { settings, control },
  current: { service },
}: Situation): readonly Problem[] {
  if (service.controller !== 'CODE_DEPLOY') return [];
  const given = {
    'desired-count': settings.desiredCount !== undefined,
    'propagate-tags': settings.propagateTags !== undefined,
    'force-new-deployment': settings.forceNewDeployment === true,
    'enable-ecs-managed-tags': settings.managedTags !== undefined,
    'service-managed-ebs-volume': settings.volume !== undefined,
  };
  const notTaken = (input: string, remedy: string): Problem => ({
    message: `${input} cannot be used with the controller CODE_DEPLOY.`,
    remedy,
    input,
  });
  return [
    ...Object.entries(ELSEWHERE).flatMap(([input, remedy]) =>
      isKey(given, input) && given[input] ? [notTaken(input, remedy)] : [],
    ),
    ...(typeof control.stableFor === 'number' && control.stableFor > 0
      ? [notTaken('stable-for', 'Remove it: use a hook or the wait times of the deployment group.')]
      : []),
    ...deploymentInputsGiven(settings.deployment).map((input) =>
      notTaken(
        input,
        'Remove it: CodeDeploy shifts the traffic by the deployment configuration (codedeploy-deployment-config), and alarms belong to the deployment group.',
      ),
    ),
  ];
}

const isKey = <T extends object>(object: T, key: string): key is Extract<keyof T, string> =>
  Object.hasOwn(object, key);

// Behind a Classic Load Balancer ECS reports no rolloutState, so no verdict could be true.
function rolloutIsReported({ current: { service } }: Situation): readonly Problem[] {
  const isSilent =
    service.controller === 'ECS' &&
    service.deployments.length > 0 &&
    service.deployments.every(({ rolloutState }) => rolloutState === undefined);
  if (!isSilent) return [];
  return [
    {
      message: `ECS reports no rollout state for the service ${service.name} (as behind a Classic Load Balancer): the outcome of a deployment could not be told.`,
      remedy: 'Move the service to an Application or Network Load Balancer.',
      input: 'service',
    },
  ];
}

function locationOf(
  { action, revision }: DeployRequest,
  path: Path,
): { readonly location: Location } | { readonly input: string } {
  return revision.kind === 'file' ? { location: revision.locate(path) } : { input: revisionInput(action) };
}
