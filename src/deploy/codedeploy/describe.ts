import type { CodeDeploy, DeploymentGroupInfo, DeploymentInfo, ECSTarget } from '@aws-sdk/client-codedeploy';
import { awsFailure } from '../../aws/errors.ts';
import { UserError } from '../../inputs/problem.ts';
import { describeService } from '../../service/describe.ts';
import type { ServiceState } from '../../service/service.ts';
import type { ActiveDeployment, CodeDeployState } from '../current.ts';
import type { Ports } from '../ports.ts';
import type { ServiceRequest } from '../request.ts';
import { isDescriptionOfRun } from '../run.ts';
import { checkDeploymentConfig } from './config.ts';
import { findDeploymentGroup, type FoundGroup } from './group.ts';
import {
  type CodeDeployDeployment,
  deploymentPhase,
  EVENT_PASSED,
  type LifecycleEvent,
  taskSetOf,
  type WeightedTaskSet,
} from './rules.ts';

/**
 * Finds the application and group of a service, and the deployment that is in the way, if any; throws
 * a UserError where the inputs name what is not there.
 */
export async function describeCodeDeploy(
  request: ServiceRequest,
  service: ServiceState,
  ports: Ports,
): Promise<CodeDeployState> {
  const { aws, signal } = ports;
  const client = await aws.codeDeploy();
  const found = await findDeploymentGroup(client, { ...request.codeDeploy, service }, signal);
  const { group } = found;
  checkGroupDeploys(group, service);
  const [active] = await Promise.all([
    activeDeployment({ ...found, service, request }, ports),
    checkDeploymentConfig(client, request.codeDeploy.config, signal),
  ]);
  const blueGreen = group.blueGreenDeploymentConfiguration;
  const termination = blueGreen?.terminateBlueInstancesOnDeploymentSuccess;
  const ready = blueGreen?.deploymentReadyOption;
  return {
    application: group.applicationName ?? '',
    group: group.deploymentGroupName ?? '',
    readyWaitMinutes: ready?.actionOnTimeout === 'STOP_DEPLOYMENT' ? (ready.waitTimeInMinutes ?? 0) : 0,
    terminationWaitMinutes:
      termination?.action === 'TERMINATE' ? (termination.terminationWaitTimeInMinutes ?? 0) : 0,
    ...(active === undefined ? {} : { active }),
  };
}

function checkGroupDeploys(group: DeploymentGroupInfo, service: ServiceState): void {
  const services = group.ecsServices ?? [];
  const isOfService = services.some(
    ({ serviceName, clusterName }) => serviceName === service.name && clusterName === service.clusterName,
  );
  if (isOfService) return;
  if (services.length === 0) throw noEcsGroup(group);
  const others = services.map((other) => `${other.clusterName ?? ''}/${other.serviceName ?? ''}`).join(', ');
  throw new UserError({
    message: `The deployment group ${group.deploymentGroupName ?? ''} deploys ${others}, not ${service.clusterName}/${service.name}.`,
    remedy:
      'Name the group of this service, or leave codedeploy-application and codedeploy-deployment-group out.',
    input: 'codedeploy-deployment-group',
  });
}

const noEcsGroup = ({ deploymentGroupName = '', computePlatform = 'ECS' }: DeploymentGroupInfo): UserError =>
  new UserError({
    message: `The deployment group ${deploymentGroupName} deploys no service of ECS (its compute platform is ${computePlatform}).`,
    remedy:
      'Name the group of this service, or leave codedeploy-application and codedeploy-deployment-group out.',
    input: 'codedeploy-deployment-group',
  });

/** What a group says of its newest deployment, whose status may be one of tomorrow. */
interface NewestOfGroup {
  readonly lastAttemptedDeployment?:
    { readonly deploymentId?: string | undefined; readonly status?: string | undefined } | undefined;
}

/**
 * The deployment of a group that has not ended: the newest, since a group works on one at a time and a rollback is a
 * deployment of its own (user guide, "Redeploy and roll back a deployment"). [?] The group names a deployment as soon
 * as there is one; CreateDeployment would refuse a second one.
 */
export function activeDeploymentId({ lastAttemptedDeployment: newest }: NewestOfGroup): string | undefined {
  const phase = newest?.status === undefined ? 'ended' : deploymentPhase(newest.status);
  switch (phase) {
    case 'succeeded':
    case 'ended':
      return undefined;
    case 'moving':
    case 'waiting':
    case 'unknown':
      return newest?.deploymentId;
  }
}

interface Place extends FoundGroup {
  readonly service: ServiceState;
  readonly request: ServiceRequest;
}

async function activeDeployment(place: Place, ports: Ports): Promise<ActiveDeployment | undefined> {
  const { group, madeBy, service } = place;
  const { signal } = ports;
  const id = activeDeploymentId(group);
  if (id === undefined) return undefined;
  const client = await ports.aws.codeDeploy();
  const [info, target] = await Promise.all([
    madeBy?.deploymentId === id ? madeBy : describeDeploymentInfo(client, id, signal),
    describeTarget(client, id, service, signal),
  ]);
  const isOurs = isDescriptionOfRun(info.description ?? '', place.request.run);
  const taskDefinition = isOurs
    ? await awaitTaskDefinition(id, service, ports)
    : taskSetOf(service, id)?.taskDefinition;
  const isShifted = target.lifecycleEvents.length > 0 && target.lifecycleEvents.every(hasPassed);
  const left = minutesLeft(group, target.lifecycleEvents, service);
  return {
    id,
    description: info.description ?? '',
    ...(taskDefinition === undefined ? {} : { taskDefinition }),
    onlyTerminates: isShifted,
    ...(info.creator === 'codeDeployRollback' ? { isRollback: true as const } : {}),
    ...(isShifted && left !== undefined ? { minutesLeft: left } : {}),
  };
}

const LOOKS_FOR_A_TASK_SET = 15;
const BETWEEN_LOOKS_MS = 2_000;

// An earlier attempt of this run may have started it a moment ago. Which revision it deploys shows
// when its task set does: GetDeployment always leaves the content of the AppSpec out (API reference).
async function awaitTaskDefinition(
  deploymentId: string,
  service: ServiceState,
  { aws, clock, signal }: Ports,
): Promise<string | undefined> {
  const ecs = await aws.ecs();
  const where = { cluster: service.clusterArn, service: service.name };
  let seen = service;
  for (let look = 0; look < LOOKS_FOR_A_TASK_SET; look += 1) {
    const taskSet = taskSetOf(seen, deploymentId);
    if (taskSet !== undefined) return taskSet.taskDefinition;
    await clock.sleep(BETWEEN_LOOKS_MS, signal);
    const described = await describeService(ecs, where, signal);
    if (described.found) seen = described.service;
  }
  return undefined;
}

const hasPassed = ({ status }: LifecycleEvent): boolean =>
  new Map<string, boolean>(Object.entries(EVENT_PASSED)).get(status) ?? false;

// Both moments are AWS's: our own clock is never compared with them. So this is "at most".
function minutesLeft(
  group: DeploymentGroupInfo,
  events: readonly LifecycleEvent[],
  service: ServiceState,
): number | undefined {
  const wait =
    group.blueGreenDeploymentConfiguration?.terminateBlueInstancesOnDeploymentSuccess
      ?.terminationWaitTimeInMinutes;
  const shiftedAt = events.at(-1)?.endedAt;
  if (wait === undefined || shiftedAt === undefined) return wait;
  const lastSeen = Math.max(shiftedAt, ...service.events.map(({ at }) => at));
  return Math.max(0, wait - (lastSeen - shiftedAt) / 60_000);
}

/** One deployment with all that AWS says of it (GetDeployment). */
export async function describeDeploymentInfo(
  client: Pick<CodeDeploy, 'getDeployment'>,
  deploymentId: string,
  signal: AbortSignal,
): Promise<DeploymentInfo> {
  const answer = await client.getDeployment({ deploymentId }, { abortSignal: signal });
  return answer.deploymentInfo ?? {};
}

/** One deployment, reduced to what the verdict needs (GetDeployment). */
export async function describeDeployment(
  client: Pick<CodeDeploy, 'getDeployment'>,
  deploymentId: string,
  signal: AbortSignal,
): Promise<CodeDeployDeployment> {
  const info = await describeDeploymentInfo(client, deploymentId, signal);
  const { errorInformation: error, rollbackInfo, autoRollbackConfiguration: auto } = info;
  return {
    id: deploymentId,
    status: info.status ?? '',
    ...(error?.code === undefined ? {} : { errorCode: error.code }),
    ...(error?.message === undefined ? {} : { errorMessage: error.message }),
    ...(rollbackInfo?.rollbackDeploymentId === undefined
      ? {}
      : { rollbackDeploymentId: rollbackInfo.rollbackDeploymentId }),
    autoRollback: auto?.enabled === true ? (auto.events ?? []) : [],
  };
}

export interface DescribedTarget {
  readonly lifecycleEvents: readonly LifecycleEvent[];
  readonly taskSets: readonly WeightedTaskSet[];
}

const NO_TARGET: DescribedTarget = { lifecycleEvents: [], taskSets: [] };

/** Lifecycle events and task sets of a deployment (BatchGetDeploymentTargets); none until there is a target. */
export async function describeTarget(
  client: Pick<CodeDeploy, 'batchGetDeploymentTargets'>,
  deploymentId: string,
  service: ServiceState,
  signal: AbortSignal,
): Promise<DescribedTarget> {
  try {
    const answer = await client.batchGetDeploymentTargets(
      { deploymentId, targetIds: [`${service.clusterName}:${service.name}`] },
      { abortSignal: signal },
    );
    const target = answer.deploymentTargets?.[0]?.ecsTarget;
    return target === undefined ? NO_TARGET : readTarget(target);
  } catch (error) {
    // A deployment that was just created has no target yet.
    if (NO_TARGET_YET.has(awsFailure(error)?.code ?? '')) return NO_TARGET;
    throw error;
  }
}

const NO_TARGET_YET: ReadonlySet<string> = new Set([
  'DeploymentTargetDoesNotExistException',
  'DeploymentNotStartedException',
  'InvalidDeploymentTargetIdException',
]);

function readTarget(target: ECSTarget): DescribedTarget {
  return {
    lifecycleEvents: (target.lifecycleEvents ?? []).map((event) => {
      const message = [event.diagnostics?.message, event.diagnostics?.logTail].filter(Boolean).join(' ');
      return {
        name: event.lifecycleEventName ?? '',
        status: event.status ?? '',
        ...(message === '' ? {} : { message }),
        ...(event.startTime === undefined ? {} : { startedAt: event.startTime.getTime() }),
        ...(event.endTime === undefined ? {} : { endedAt: event.endTime.getTime() }),
      };
    }),
    taskSets: (target.taskSetsInfo ?? []).map((taskSet) => ({
      // The member is spelt this way in the API.
      id: taskSet.identifer ?? '',
      label: taskSet.taskSetLabel ?? '',
      trafficWeight: taskSet.trafficWeight ?? 0,
      desiredCount: taskSet.desiredCount ?? 0,
      runningCount: taskSet.runningCount ?? 0,
      pendingCount: taskSet.pendingCount ?? 0,
    })),
  };
}
