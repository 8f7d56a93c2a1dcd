import type { CodeDeploy, DeploymentInfo } from '@aws-sdk/client-codedeploy';
import type { ContainerImage, ECS, ServiceRevision } from '@aws-sdk/client-ecs';
import { describeAppSpec } from '../appspec/describe.ts';
import { revisionIn } from '../appspec/revision.ts';
import { describeCodeDeploy, describeDeploymentInfo } from '../deploy/codedeploy/describe.ts';
import type { CodeDeployState } from '../deploy/current.ts';
import type { Ports } from '../deploy/ports.ts';
import type { ServiceRequest } from '../deploy/request.ts';
import { primary, type ServiceState } from '../service/service.ts';
import type { History, Past } from './history.ts';

/** What AWS tells of the successful deployments of a service, by its controller. */
export async function describeHistory(
  request: ServiceRequest,
  service: ServiceState,
  ports: Ports,
): Promise<History> {
  return service.controller === 'CODE_DEPLOY'
    ? codeDeployHistory(service, await describeCodeDeploy(request, service, ports), ports)
    : ecsHistory(service, ports);
}

/** What stands beside has served last; when it was deployed is in the records, where it is in them. */
function withBeside(beside: string | undefined, recorded: readonly Past[]): readonly Past[] {
  if (beside === undefined) return recorded;
  const known = recorded.find(({ taskDefinition }) => taskDefinition === beside);
  return [known ?? { taskDefinition: beside }, ...recorded];
}

/** How many successful deployments are looked at, the newest: the limit of one DescribeServiceRevisions. */
const LOOKED_AT = 20;

// One that was rolled back, stopped or superseded is not SUCCESSFUL: AWS itself leaves it out.
async function ecsHistory(service: ServiceState, { aws, signal }: Ports): Promise<History> {
  const ecs = await aws.ecs();
  const { serviceDeployments = [] } = await ecs.listServiceDeployments(
    { cluster: service.clusterArn, service: service.name, status: ['SUCCESSFUL'] },
    { abortSignal: signal },
  );
  // The API reference promises no order.
  const newest = serviceDeployments
    .toSorted((one, other) => timeOf(other.createdAt) - timeOf(one.createdAt))
    .slice(0, LOOKED_AT);
  const arns = newest.flatMap(({ targetServiceRevisionArn: arn }) => (arn === undefined ? [] : [arn]));
  const revisions = await revisionsOf(ecs, [...new Set(arns)], signal);
  const recorded = newest.flatMap(({ targetServiceRevisionArn = '', finishedAt }): Past[] => {
    const { taskDefinition, containerImages } = revisions.get(targetServiceRevisionArn) ?? {};
    if (taskDefinition === undefined) return [];
    return [{ ...past(taskDefinition, finishedAt), images: digestsOf(containerImages) }];
  });
  const set = primary(service);
  // A service may be older than its records: what stands beside was completed before.
  const beside = service.deployments.find(
    ({ id, rolloutState }) => id !== set?.id && rolloutState === 'COMPLETED',
  );
  return {
    ...(set === undefined ? {} : { leaving: set.taskDefinition }),
    past: withBeside(beside?.taskDefinition, recorded),
  };
}

async function revisionsOf(
  ecs: Pick<ECS, 'describeServiceRevisions'>,
  serviceRevisionArns: string[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, ServiceRevision>> {
  if (serviceRevisionArns.length === 0) return new Map();
  const { serviceRevisions = [] } = await ecs.describeServiceRevisions(
    { serviceRevisionArns },
    { abortSignal: signal },
  );
  return new Map(serviceRevisions.map((revision) => [revision.serviceRevisionArn ?? '', revision]));
}

const digestsOf = (images: readonly ContainerImage[] = []): ReadonlyMap<string, string> =>
  new Map(
    images.flatMap(({ image, imageDigest }) =>
      image === undefined || imageDigest === undefined ? [] : [[image, imageDigest] as const],
    ),
  );

const timeOf = (moment: Date | undefined): number => moment?.getTime() ?? 0;

const past = (taskDefinition: string, at: Date | undefined): Past => ({
  taskDefinition,
  ...(at === undefined ? {} : { at: at.toISOString() }),
});

async function codeDeployHistory(
  service: ServiceState,
  { application, group, active }: CodeDeployState,
  ports: Ports,
): Promise<History> {
  const recorded = await succeeded({ application, group }, ports);
  const serving = primary(service)?.taskDefinition;
  const isShifting = active !== undefined && !active.onlyTerminates;
  const leaving = isShifting ? active.taskDefinition : serving;
  // What serves while another is shifted in, and what was shifted out and waits for its end, have served;
  // the task set that CreateService made is in no history.
  const beside = isShifting ? serving : active === undefined ? undefined : taskSetBeside(service);
  return {
    ...(leaving === undefined ? {} : { leaving }),
    past: withBeside(beside, recorded),
  };
}

const taskSetBeside = ({ taskSets }: ServiceState): string | undefined =>
  taskSets.find(({ status }) => status === 'ACTIVE')?.taskDefinition;

/**
 * The successful deployments of a group, but for those that rolled others back: they made no task set. Which
 * revision one deployed is in its AppSpec.
 */
async function succeeded(
  { application, group }: Pick<CodeDeployState, 'application' | 'group'>,
  { aws, log, signal }: Ports,
): Promise<readonly Past[]> {
  const client = await aws.codeDeploy();
  const { deployments = [] } = await client.listDeployments(
    { applicationName: application, deploymentGroupName: group, includeOnlyStatuses: ['Succeeded'] },
    { abortSignal: signal },
  );
  // [?] The newest are in the first page. BatchGetDeployments would need a permission of its own.
  const infos = await Promise.all(
    deployments.slice(0, LOOKED_AT).map((id) => describeDeploymentInfo(client, id, signal)),
  );
  const newest = infos
    .filter(({ creator }) => creator !== 'codeDeployRollback')
    .toSorted((one, other) => timeOf(other.createTime) - timeOf(one.createTime));
  const read = newest.map(async (info): Promise<readonly Past[]> => {
    const taskDefinition = await revisionOf(client, info, signal);
    if (taskDefinition !== undefined) return [past(taskDefinition, info.completeTime)];
    log.warn(
      `Which revision the deployment ${info.deploymentId ?? ''} deployed cannot be read any more: it is passed over.`,
    );
    return [];
  });
  return (await Promise.all(read)).flat();
}

async function revisionOf(
  client: Pick<CodeDeploy, 'getApplicationRevision'>,
  info: DeploymentInfo,
  signal: AbortSignal,
): Promise<string | undefined> {
  const appSpec = await describeAppSpec(client, info, signal);
  return appSpec === undefined ? undefined : revisionIn(appSpec);
}
