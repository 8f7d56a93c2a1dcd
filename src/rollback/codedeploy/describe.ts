import { type CodeDeploy, type DeploymentInfo } from '@aws-sdk/client-codedeploy';
import { describeDeployed } from '../../appspec/describe.ts';
import { describeDeploymentInfo } from '../../deploy/codedeploy/describe.ts';
import { taskSetOf } from '../../deploy/codedeploy/rules.ts';
import type { ActiveDeployment, CodeDeployState } from '../../deploy/current.ts';
import type { Ports } from '../../deploy/ports.ts';
import { primary, type ServiceState } from '../../service/service.ts';
import { type History, historyUnderWay, type Past, past, returnedFrom, withBeside } from '../history.ts';

/** How many successful deployments are looked at, the newest. */
const LOOKED_AT = 20;

/** The history of a service that CodeDeploy deploys (ListDeployments, GetDeployment, GetApplicationRevision). */
export async function codeDeployHistory(
  service: ServiceState,
  { application, group, active }: CodeDeployState,
  ports: Ports,
): Promise<History> {
  const { recorded, rolledBackFrom } = await succeeded({ application, group }, ports);
  const leaving = primary(service)?.taskDefinition;
  if (active?.isRollback === true) return historyRollingBack(service, active, recorded);
  // What serves while another is shifted in has served; the task set that CreateService made is in no history.
  if (active !== undefined && !active.onlyTerminates) {
    return historyUnderWay({ deploying: active.taskDefinition, past: withBeside(leaving, recorded) });
  }
  // What was shifted out and waits for its end has served, too.
  const served = withBeside(active === undefined ? undefined : taskSetBeside(service), recorded);
  const from = rolledBackFrom ?? returnedFrom(leaving, recorded);
  return {
    ...(leaving === undefined ? {} : { leaving }),
    ...(from === undefined || from === leaving ? {} : { returnedFrom: from }),
    past: served,
  };
}

function historyRollingBack(
  service: ServiceState,
  { rollbackOf = '', taskDefinition }: ActiveDeployment,
  recorded: readonly Past[],
): History {
  const leaving = taskSetOf(service, rollbackOf)?.taskDefinition;
  return {
    ...(leaving === undefined ? {} : { leaving }),
    ...(taskDefinition === undefined ? {} : { returning: taskDefinition }),
    past: recorded,
  };
}

const taskSetBeside = ({ taskSets }: ServiceState): string | undefined =>
  taskSets.find(({ status }) => status === 'ACTIVE')?.taskDefinition;

interface Succeeded {
  /** Newest first. */
  readonly recorded: readonly Past[];
  /** The revision that the last of them rolled back, where it was a rollback of CodeDeploy. */
  readonly rolledBackFrom: string | undefined;
}

/** The successful deployments of a group; those that rolled others back made no task set and are not among them. */
async function succeeded(
  { application, group }: Pick<CodeDeployState, 'application' | 'group'>,
  { aws, log, signal }: Ports,
): Promise<Succeeded> {
  const client = await aws.codeDeploy();
  const { deployments = [] } = await client.listDeployments(
    { applicationName: application, deploymentGroupName: group, includeOnlyStatuses: ['Succeeded'] },
    { abortSignal: signal },
  );
  // [?] The newest are in the first page. BatchGetDeployments would need a permission of its own.
  const infos = await Promise.all(
    deployments.slice(0, LOOKED_AT).map((id) => describeDeploymentInfo(client, id, signal)),
  );
  const newest = infos.toSorted((one, other) => timeOf(other.createTime) - timeOf(one.createTime));
  const read = newest
    .filter((info) => !isRollback(info))
    .map(async (info): Promise<readonly Past[]> => {
      const taskDefinition = await describeDeployed(client, info, signal);
      if (taskDefinition !== undefined) return [past(taskDefinition, info.completeTime)];
      log.warn(
        `Which revision the deployment ${info.deploymentId ?? ''} deployed cannot be read any more: it is passed over.`,
      );
      return [];
    });
  const [last] = newest;
  return {
    recorded: (await Promise.all(read)).flat(),
    rolledBackFrom: last && isRollback(last) ? await rolledBackBy(last, client, signal) : undefined,
  };
}

async function rolledBackBy(
  { rollbackInfo }: DeploymentInfo,
  client: Pick<CodeDeploy, 'getDeployment' | 'getApplicationRevision'>,
  signal: AbortSignal,
): Promise<string | undefined> {
  const id = rollbackInfo?.rollbackTriggeringDeploymentId;
  if (id === undefined) return undefined;
  return describeDeployed(client, await describeDeploymentInfo(client, id, signal), signal);
}

const isRollback = ({ creator }: DeploymentInfo): boolean => creator === 'codeDeployRollback';

const timeOf = (moment: Date | undefined): number => moment?.getTime() ?? 0;
