import type { CodeDeploy, DeploymentGroupInfo, DeploymentInfo } from '@aws-sdk/client-codedeploy';
import { awsFailure } from '../../aws/errors.ts';
import { UserError } from '../../inputs/problem.ts';
import type { ServiceState } from '../../service/service.ts';

export type GroupReader = Pick<
  CodeDeploy,
  | 'getDeployment'
  | 'getDeploymentGroup'
  | 'listApplications'
  | 'listDeploymentGroups'
  | 'batchGetDeploymentGroups'
>;

export interface GroupSearch {
  readonly application?: string;
  readonly group?: string;
  readonly service: ServiceState;
}

export interface FoundGroup {
  readonly group: DeploymentGroupInfo;
  /** The deployment that made the serving task set, where the group was found by it. */
  readonly madeBy?: DeploymentInfo;
}

interface GroupName {
  readonly application: string;
  readonly group: string;
}

/**
 * The deployment group of a service: as the inputs name it, else by the deployment that made the
 * serving task set, else under the names that the console gives, else by a scan of all groups.
 */
export async function findDeploymentGroup(
  client: GroupReader,
  search: GroupSearch,
  signal: AbortSignal,
): Promise<FoundGroup> {
  if (search.application !== undefined || search.group !== undefined) {
    return { group: await namedGroup(client, search, signal) };
  }
  const ofTaskSet = await groupOfTaskSet(client, search.service, signal);
  if (ofTaskSet !== undefined) return ofTaskSet;
  const group =
    (await guessedGroup(client, consoleNames(search), signal)) ??
    (await scan(client, search.service, signal)) ??
    noGroup(search.service);
  return { group };
}

const consoleNames = ({ application, group, service }: GroupSearch): GroupName => ({
  application: application ?? `AppECS-${service.clusterName}-${service.name}`,
  group: group ?? `DgpECS-${service.clusterName}-${service.name}`,
});

async function namedGroup(
  client: GroupReader,
  search: GroupSearch,
  signal: AbortSignal,
): Promise<DeploymentGroupInfo> {
  const name = consoleNames(search);
  const found = await getGroup(client, name, signal);
  if (found !== undefined) return found;
  const isDefault = search.group === undefined ? ' (the default name; none was given)' : '';
  throw new UserError({
    message: `There is no deployment group ${name.group}${isDefault} in the CodeDeploy application ${name.application}.`,
    remedy:
      'Check codedeploy-application and codedeploy-deployment-group and the region, or leave both out to find them by the service.',
    input: search.group === undefined ? 'codedeploy-application' : 'codedeploy-deployment-group',
  });
}

const ABSENT = new Set(['ApplicationDoesNotExistException', 'DeploymentGroupDoesNotExistException']);

async function getGroup(
  client: GroupReader,
  { application, group }: GroupName,
  signal: AbortSignal,
): Promise<DeploymentGroupInfo | undefined> {
  try {
    const answer = await client.getDeploymentGroup(
      { applicationName: application, deploymentGroupName: group },
      { abortSignal: signal },
    );
    return answer.deploymentGroupInfo;
  } catch (error) {
    if (ABSENT.has(awsFailure(error)?.code ?? '')) return undefined;
    throw error;
  }
}

/** A group under names that are only guessed: a policy that names the real group denies asking for others. */
async function guessedGroup(
  client: GroupReader,
  name: GroupName,
  signal: AbortSignal,
): Promise<DeploymentGroupInfo | undefined> {
  try {
    return await getGroup(client, name, signal);
  } catch (error) {
    if (awsFailure(error)?.kind === 'denied') return undefined;
    throw error;
  }
}

/** The id on the task set leads to application and group; the one CreateService made has none. */
async function groupOfTaskSet(
  client: GroupReader,
  service: ServiceState,
  signal: AbortSignal,
): Promise<FoundGroup | undefined> {
  const made = service.taskSets.find(
    ({ status, externalId }) => status === 'PRIMARY' && externalId !== undefined,
  );
  if (made?.externalId === undefined) return undefined;
  try {
    const { deploymentInfo: info } = await client.getDeployment(
      { deploymentId: made.externalId },
      { abortSignal: signal },
    );
    if (info?.applicationName === undefined || info.deploymentGroupName === undefined) return undefined;
    const group = await getGroup(
      client,
      { application: info.applicationName, group: info.deploymentGroupName },
      signal,
    );
    return group && { group, madeBy: info };
  } catch (error) {
    // The deployment may have been made by an application that is gone since.
    const kind = awsFailure(error)?.kind;
    if (kind === 'refused' || kind === 'denied') return undefined;
    throw error;
  }
}

const GROUPS_A_CALL = 100;

async function scan(
  client: GroupReader,
  service: ServiceState,
  signal: AbortSignal,
): Promise<DeploymentGroupInfo | undefined> {
  for (const application of await applications(client, signal)) {
    const names = await groupNames(client, application, signal);
    for (let from = 0; from < names.length; from += GROUPS_A_CALL) {
      const { deploymentGroupsInfo: groups = [] } = await client.batchGetDeploymentGroups(
        { applicationName: application, deploymentGroupNames: names.slice(from, from + GROUPS_A_CALL) },
        { abortSignal: signal },
      );
      const found = groups.find(({ ecsServices }) =>
        ecsServices?.some(
          ({ serviceName, clusterName }) =>
            serviceName === service.name && clusterName === service.clusterName,
        ),
      );
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

async function applications(client: GroupReader, signal: AbortSignal): Promise<readonly string[]> {
  const names: string[] = [];
  let nextToken: string | undefined;
  do {
    const page = await client.listApplications({ nextToken }, { abortSignal: signal });
    names.push(...(page.applications ?? []));
    nextToken = page.nextToken;
  } while (nextToken !== undefined);
  return names;
}

async function groupNames(
  client: GroupReader,
  applicationName: string,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const names: string[] = [];
  let nextToken: string | undefined;
  do {
    const page = await client.listDeploymentGroups({ applicationName, nextToken }, { abortSignal: signal });
    names.push(...(page.deploymentGroups ?? []));
    nextToken = page.nextToken;
  } while (nextToken !== undefined);
  return names;
}

function noGroup(service: ServiceState): never {
  throw new UserError({
    message: `No CodeDeploy deployment group deploys ${service.clusterName}/${service.name}.`,
    remedy:
      'Name it with codedeploy-application and codedeploy-deployment-group; groups are created where the resources are defined.',
    input: 'codedeploy-deployment-group',
  });
}
