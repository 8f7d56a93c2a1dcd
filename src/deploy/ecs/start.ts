import type { ECS, PropagateTags, UpdateServiceCommandInput } from '@aws-sdk/client-ecs';
import { type AwsFailure, awsFailure } from '../../aws/errors.ts';
import { LostAnswer } from '../../aws/lost-answer.ts';
import { UserError } from '../../inputs/problem.ts';
import { describeService, readService, type ServiceReader } from '../../service/describe.ts';
import { type Deployment, revisionName, type ServiceState } from '../../service/service.ts';
import type { Clock } from '../../clock.ts';
import type { ServiceSettings } from '../request.ts';
import type { RollingRun } from './rules.ts';
import { configurationAfter, deploymentReasons } from './settings.ts';

export interface RollingStart {
  /** The service as it was read last before this call. */
  readonly before: ServiceState;
  readonly taskDefinition: string;
  /** True to start a deployment though the service runs this revision already. */
  readonly force: boolean;
  readonly settings: ServiceSettings;
}

export interface RollingStartPorts {
  readonly ecs: ServiceReader;
  /** Sends once; see aws/retry.ts. */
  readonly once: Pick<ECS, 'updateService'>;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/**
 * Starts one deployment by one UpdateService call and tells which. No deploymentConfiguration is sent unless
 * an input asks for another than there is: that belongs to whoever defines the service. When the answer is lost, what happened is read
 * and adopted; only when nothing happened is the call sent a second time. Throws a LostAnswer where that
 * cannot be read.
 */
export async function startRolling(ports: RollingStartPorts, start: RollingStart): Promise<RollingRun> {
  return (await attempt(ports, start)) ?? (await attempt(ports, start)) ?? unanswered(start);
}

async function attempt(ports: RollingStartPorts, start: RollingStart): Promise<RollingRun | undefined> {
  try {
    const answer = await ports.once.updateService(updateRequest(start));
    return answer.service === undefined ? undefined : runIn(readService(answer.service), start);
  } catch (error) {
    if (awsFailure(error)?.kind !== 'unknown-effect') throw error;
    return adopt(ports, start);
  }
}

function updateRequest({ before, taskDefinition, force, settings }: RollingStart): UpdateServiceCommandInput {
  const { desiredCount, propagateTags, managedTags, volume, deployment } = settings;
  return {
    cluster: before.clusterArn,
    service: before.name,
    taskDefinition,
    ...(force ? { forceNewDeployment: true } : {}),
    ...(desiredCount === undefined ? {} : { desiredCount }),
    ...(isPropagateTags(propagateTags) ? { propagateTags } : {}),
    ...(managedTags === undefined ? {} : { enableECSManagedTags: managedTags }),
    ...(deploymentReasons(deployment, before).length === 0
      ? {}
      : { deploymentConfiguration: configurationAfter(before, deployment) }),
    ...(volume === undefined
      ? {}
      : { volumeConfigurations: [{ name: volume.name, managedEBSVolume: volume.configuration }] }),
  };
}

const isPropagateTags = (value: string | undefined): value is PropagateTags => value !== undefined;

/** The deployment that this call started: the PRIMARY one of its answer. */
function runIn(after: ServiceState, { before, taskDefinition }: RollingStart): RollingRun | undefined {
  const primary = after.deployments.find(({ status }) => status === 'PRIMARY');
  return primary === undefined ? undefined : runOf(primary, before.deployments, taskDefinition);
}

/** The run of a deployment that this call started, or an earlier attempt. */
export function runOf(
  { id, createdAt }: Deployment,
  before: readonly Deployment[],
  taskDefinition: string,
): RollingRun {
  return {
    deploymentId: id,
    before: before.map((deployment) => deployment.id),
    taskDefinition,
    ...(createdAt === undefined ? {} : { createdAt }),
  };
}

const READS_AFTER_A_LOST_ANSWER = 3;
const BETWEEN_READS_MS = 1_000;

async function adopt(ports: RollingStartPorts, start: RollingStart): Promise<RollingRun | undefined> {
  const { ecs, clock, signal } = ports;
  const where = { cluster: start.before.clusterArn, service: start.before.name };
  let other: Deployment | undefined;
  let unread: AwsFailure | undefined;
  for (let read = 0; read < READS_AFTER_A_LOST_ANSWER; read += 1) {
    await clock.sleep(BETWEEN_READS_MS, signal);
    try {
      const described = await describeService(ecs, where, signal);
      unread = undefined;
      if (!described.found) continue;
      const run = runThatHappened(described.service, start);
      if (run !== undefined) return run;
      other = newDeployments(described.service, start)[0];
    } catch (error) {
      unread = awsFailure(error);
      if (unread === undefined || unread.kind === 'aborted') throw error;
    }
  }
  // A second call over what cannot be seen could start a second deployment.
  if (unread !== undefined) throw new LostAnswer('UpdateService', unread);
  return other === undefined ? undefined : overtaken(start, other);
}

const newDeployments = (after: ServiceState, { before }: RollingStart): readonly Deployment[] =>
  after.deployments.filter(({ id }) => !before.deployments.some((known) => known.id === id));

/** The deployment that the call made, though another may have taken over since; or the count it set. */
function runThatHappened(after: ServiceState, start: RollingStart): RollingRun | undefined {
  const { before, taskDefinition, force, settings } = start;
  // Newest first: what somebody else started of the same revision came after this call.
  const ours = newDeployments(after, start).findLast(
    (deployment) => deployment.taskDefinition === taskDefinition,
  );
  if (ours !== undefined) {
    return runOf(ours, before.deployments, taskDefinition);
  }
  const isCountOnly = !force && before.taskDefinition === taskDefinition;
  const isSet = after.desiredCount === (settings.desiredCount ?? before.desiredCount);
  return isCountOnly && isSet ? runIn(after, start) : undefined;
}

// A second call would overrun a deployment that somebody else started in between.
function overtaken({ before }: RollingStart, other: Deployment): never {
  throw new UserError({
    message: `The answer of UpdateService for ${before.name} was lost, and another deployment is in progress there now: ${other.id} of ${revisionName(other.taskDefinition)}.`,
    remedy: 'Wait for it to end, then run this job again.',
    input: 'service',
  });
}

function unanswered({ before }: RollingStart): never {
  throw new UserError({
    message: `UpdateService for ${before.name} was sent twice, its answers were lost, and the service shows no deployment of it.`,
    remedy: 'Run the job again: as far as AWS shows, nothing was started.',
  });
}
