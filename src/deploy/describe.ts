import type { ContainerDefinition } from '@aws-sdk/client-ecs';
import { awsFailure } from '../aws/errors.ts';
import { describeImages } from '../images/describe.ts';
import { pinImages } from '../images/pin.ts';
import { UserError } from '../inputs/problem.ts';
import { describeLiveGroups } from '../listener/describe.ts';
import { describeScalable } from '../scaling/describe.ts';
import { denialLine } from '../report/failure.ts';
import { describeService } from '../service/describe.ts';
import { primary, type ServiceState } from '../service/service.ts';
import { describeRevision } from '../task-definition/describe.ts';
import { describeTasks, listTasks } from '../tasks/describe.ts';
import { revisionInput } from './checks.ts';
import { changesToRunning } from './changes.ts';
import { describeSucceeded } from './ecs/describe.ts';
import { describeCodeDeploy } from './codedeploy/describe.ts';
import { isNative } from './ecs/configuration.ts';
import { denialOfRecords } from './ecs/describe.ts';
import { strategyAfter } from './ecs/settings.ts';
import type { Revision } from '../task-definition/revision.ts';
import type { CurrentState } from './current.ts';
import { deploymentInProgress, type InProgress } from './in-progress.ts';
import { Overtaken } from './overtaken.ts';
import { planDeployment } from './plan.ts';
import type { Ports } from './ports.ts';
import type { DeployRequest, ServiceRequest } from './request.ts';
import type { DeployContext } from './strategy.ts';

/**
 * Reads everything a plan needs; changes nothing. Throws a UserError when service, cluster or the
 * named revision does not exist.
 */
export async function describeCurrent(request: DeployRequest, ports: Ports): Promise<CurrentState> {
  const service = await serviceOf(request, ports);
  const newestRead = newestRevision(request, ports);
  const askedRead = askedRevision(request, ports);
  const [succeeded, running, newest, asked, images, scalable, codeDeploy, recordsDenied, live] =
    await Promise.all([
      succeededDeployment(service, ports),
      runningRevision(service, newestRead, ports),
      newestRead,
      askedRead,
      askedRead.then((found) => registryImages(imagesOf(request, found), ports)),
      scalableTarget(request, service, ports),
      service.controller === 'CODE_DEPLOY' && service.status === 'ACTIVE'
        ? describeCodeDeploy(request, service, ports)
        : undefined,
      recordsDenial(request, service, ports),
      liveGroups(request, service, ports),
    ]);
  const read: CurrentState = {
    service,
    images,
    ...(succeeded === undefined ? {} : { succeeded }),
    ...(running === undefined ? {} : { running }),
    ...(newest === undefined ? {} : { newest }),
    ...(asked === undefined ? {} : { asked }),
    ...(scalable === undefined ? {} : { scalable }),
    ...(codeDeploy === undefined ? {} : { codeDeploy }),
    ...(recordsDenied === undefined ? {} : { recordsDenied }),
    ...(live === undefined ? {} : { live }),
  };
  if (!mayRunAlready(request, read)) return read;
  return { ...read, ...(await describeRunning(service, ports)) };
}

async function succeededDeployment(
  service: ServiceState,
  { aws, signal }: Ports,
): Promise<string | undefined> {
  return service.controller === 'ECS' ? describeSucceeded(await aws.ecs(), service, signal) : undefined;
}

async function registryImages(
  images: readonly string[],
  { aws, log, signal }: Ports,
): Promise<CurrentState['images']> {
  const described = await describeImages(aws.ecr, images, signal);
  const denials = [...described.values()].flatMap((image) =>
    image.state === 'unknown' && image.denied !== undefined ? [image.denied] : [],
  );
  for (const message of new Set(denials)) {
    log.warn(
      `Whether the image is in its repository, and whether its tag has moved, cannot be read. ${denialLine(message)}`,
    );
  }
  return described;
}

const imagesOf = (request: DeployRequest, asked: Revision | undefined): readonly string[] =>
  containersOf(request, asked).flatMap(({ image }) => (image === undefined ? [] : [image]));

/** Whether the running revision is the one asked for: only then it matters which images its tasks run. */
function mayRunAlready(request: DeployRequest, read: CurrentState): boolean {
  const { revision, pinImages: isPinned } = request;
  const asked =
    isPinned && revision.kind === 'file'
      ? { ...revision, definition: pinImages(revision.definition, read.images).definition }
      : revision;
  return changesToRunning({ ...request, revision: asked }, read)?.length === 0;
}

/** The containers of the revision asked for. */
export function containersOf(
  { revision }: DeployRequest,
  asked: Revision | undefined,
): readonly ContainerDefinition[] {
  const definition = revision.kind === 'file' ? revision.definition : asked?.definition;
  return definition?.containerDefinitions ?? [];
}

/**
 * The state with the service read once more, last before the start. When something came in the way meanwhile it
 * throws a UserError, or Overtaken where the run may go on by another plan.
 */
export async function readAgain(
  request: DeployRequest,
  current: CurrentState,
  ports: Ports,
): Promise<CurrentState> {
  const fresh = { ...current, service: await serviceOf(request, ports) };
  const plan = planDeployment(request, fresh);
  switch (plan.kind) {
    case 'refuse':
      throw new UserError(plan.problems);
    case 'join':
    case 'clear':
    case 'unchanged':
      throw new Overtaken(cameInTheWay(fresh));
    case 'deploy':
      return fresh;
  }
}

const cameInTheWay = ({ service }: CurrentState): UserError =>
  new UserError({
    message: `Other deployments came in the way on the service ${service.name} again and again.`,
    remedy: 'Nothing was started. See who deploys to it, then run this job again.',
    input: 'service',
  });

/** The deployment that is in the way now, with as few calls as tell it. */
export async function describeInProgress({
  request,
  current,
  ports,
}: DeployContext): Promise<InProgress | undefined> {
  const service = await serviceOf(request, ports);
  if (service.controller !== 'CODE_DEPLOY') {
    const succeeded = await succeededDeployment(service, ports);
    return deploymentInProgress({ ...current, service, ...(succeeded === undefined ? {} : { succeeded }) });
  }
  const codeDeploy = await describeCodeDeploy(request, service, ports);
  return deploymentInProgress({ ...current, service, codeDeploy });
}

/** The service of a request. Throws a UserError where there is none. */
export async function serviceOf(
  request: Pick<DeployRequest, 'cluster' | 'service'>,
  { aws, signal }: Ports,
): Promise<ServiceState> {
  const { cluster, service: name } = request;
  const described = await describeService(await aws.ecs(), { cluster, service: name }, signal).catch(
    (error: unknown) => {
      const failure = awsFailure(error);
      if (failure?.kind === 'refused' && CLUSTER_INACTIVE.test(failure.message))
        throw inactive(request, aws.region);
      if (failure?.code !== 'ClusterNotFoundException') throw error;
      throw new UserError({
        message: `There is no cluster ${cluster} in ${aws.region}.`,
        remedy:
          'Check the input cluster and the region: a cluster is created where the resources are defined.',
        input: 'cluster',
      });
    },
  );
  if (described.found) return described.service;
  throw new UserError({
    message: `There is no service ${name} in cluster ${cluster} in ${aws.region} (${described.reason}).`,
    remedy:
      'Check the inputs service and cluster and the region: services are created where the resources are defined, never here.',
    input: 'service',
  });
}

// Published as a ClientException ("The referenced cluster was inactive.") and as an InvalidParameterException
// ("The specified cluster is inactive. …"): the words tell.
const CLUSTER_INACTIVE = /\bcluster (?:was|is) inactive\b/i;

const inactive = ({ cluster }: Pick<DeployRequest, 'cluster'>, region: string): UserError =>
  new UserError({
    message: `The cluster ${cluster} in ${region} is INACTIVE: it was deleted.`,
    remedy: 'Check the input cluster and the region, or create it again where its resources are defined.',
    input: 'cluster',
  });

/** The newest revision is usually the one that runs: then one call tells both. */
async function runningRevision(
  service: ServiceState,
  newestRead: Promise<Revision | undefined>,
  { aws, signal }: Ports,
): Promise<Revision | undefined> {
  const arn = primary(service)?.taskDefinition ?? service.taskDefinition;
  if (arn === '') return undefined;
  const newest = await newestRead;
  return newest?.arn === arn ? newest : describeRevision(await aws.ecs(), arn, signal);
}

async function newestRevision(
  { revision }: DeployRequest,
  { aws, signal }: Ports,
): Promise<Revision | undefined> {
  if (revision.kind === 'registered' || revision.definition.family === undefined) return undefined;
  return describeRevision(await aws.ecs(), revision.definition.family, signal);
}

async function askedRevision(
  { action, revision }: DeployRequest,
  { aws, signal }: Ports,
): Promise<Revision | undefined> {
  if (revision.kind === 'file') return undefined;
  const found = await describeRevision(await aws.ecs(), revision.reference, signal);
  const isOther = revision.reference.startsWith('arn:') && found?.arn !== revision.reference;
  if (found !== undefined && !isOther) return found;
  throw new UserError({
    message: `There is no task definition ${revision.reference} in ${aws.region}.`,
    remedy: `Name a registered revision as family:revision or ARN${action === 'rollback' ? '' : ', or give the path of a file'}.`,
    input: revisionInput(action),
  });
}

// Asked only where a count or suspend-scaling is: nobody else needs the permission, nor the call.
async function scalableTarget(
  { settings, suspendScaling }: ServiceRequest,
  service: ServiceState,
  { aws, log, signal }: Ports,
): Promise<CurrentState['scalable']> {
  if (settings.desiredCount === undefined && suspendScaling === undefined) return undefined;
  try {
    return await describeScalable(await aws.autoScaling(), service, signal);
  } catch (error) {
    const failure = awsFailure(error);
    if (failure?.kind !== 'denied' || suspendScaling !== undefined) throw error;
    log.warn(
      `Whether desired-count is within the bounds of Application Auto Scaling was not checked. ${denialLine(failure.message)}`,
    );
    return undefined;
  }
}

// Asked only where the service deployment alone tells the end: nobody else needs the permission.
async function recordsDenial(
  { settings }: DeployRequest,
  service: ServiceState,
  { aws, signal }: Ports,
): Promise<string | undefined> {
  const strategy = strategyAfter(service, settings.deployment);
  if (!isNative({ ...service, strategy }) || service.status !== 'ACTIVE') return undefined;
  const where = { cluster: service.clusterArn, service: service.name };
  return denialOfRecords(await aws.ecs(), where, signal);
}

// ECS takes the group that the production rule sends traffic to for the one that is live.
async function liveGroups(
  { settings }: DeployRequest,
  service: ServiceState,
  { aws, log, signal }: Ports,
): Promise<CurrentState['live']> {
  const strategy = strategyAfter(service, settings.deployment);
  const balancers = service.loadBalancers.filter(({ shifting }) => shifting !== undefined);
  if (!isNative({ ...service, strategy }) || service.status !== 'ACTIVE' || balancers.length === 0) {
    return undefined;
  }
  try {
    const client = await aws.loadBalancing();
    const groups = await Promise.all(balancers.map((one) => describeLiveGroups(client, one, signal)));
    return groups.flat();
  } catch (error) {
    const failure = awsFailure(error);
    if (failure?.kind !== 'denied') throw error;
    log.warn(
      `Whether the production rule sends its traffic to healthy targets was not checked. ${denialLine(failure.message)}`,
    );
    return undefined;
  }
}

/** The image digests of the containers in the running tasks of what is PRIMARY, by container name, and their age. */
async function describeRunning(
  service: ServiceState,
  { aws, log, signal }: Ports,
): Promise<Pick<CurrentState, 'runningDigests' | 'newestStart'>> {
  const ecs = await aws.ecs();
  const where = { cluster: service.clusterArn, service: service.name };
  try {
    const arns = await listTasks(ecs, where, 'RUNNING', signal);
    const tasks = await describeTasks(ecs, service.clusterArn, arns, signal);
    // Tasks that an earlier deployment leaves behind until they are terminated say nothing of this one.
    const startedBy = primary(service)?.id;
    const own = tasks.filter((task) => startedBy === undefined || task.startedBy === startedBy);
    const digests = new Map<string, (string | undefined)[]>();
    for (const { name = '', imageDigest } of own.flatMap(({ containers }) => containers ?? [])) {
      digests.set(name, [...(digests.get(name) ?? []), imageDigest]);
    }
    const starts = own.flatMap(({ startedAt }) => (startedAt === undefined ? [] : [startedAt.getTime()]));
    const isAllUp = starts.length === own.length && starts.length >= Math.max(1, service.runningCount);
    return { runningDigests: digests, ...(isAllUp ? { newestStart: Math.max(...starts) } : {}) };
  } catch (error) {
    const failure = awsFailure(error);
    if (failure?.kind !== 'denied') throw error;
    log.warn(
      `Which images its tasks run cannot be read, so image-verified is unknown, and whether a tag has moved is, too. ${denialLine(failure.message)}`,
    );
    return {};
  }
}
