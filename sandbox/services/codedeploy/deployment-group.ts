import type {
  BatchGetDeploymentGroupsInput,
  CreateDeploymentGroupInput,
  GetDeploymentGroupInput,
  ListDeploymentGroupsInput,
  UpdateDeploymentGroupInput,
} from '@aws-sdk/client-codedeploy';
import { uuid } from '../../chance.ts';
import type { Context } from '../../operation.ts';
import { seconds } from '../../wire/json11.ts';
import type { World } from '../../world.ts';
import { allAtOnce, configOf } from './config.ts';
import { lastSuccess } from './create-deployment.ts';
import { viewRevision } from './deployment-view.ts';
import { codeDeployErrors } from './errors.ts';
import { applicationOf, deploymentsOf, groupOf } from './find.ts';
import { page } from './page.ts';
import type { Deployment, DeploymentGroup, GroupSettings } from './state.ts';

/** CreateDeploymentGroup, for one service on ECS with two target groups. */
export function createDeploymentGroup(input: CreateDeploymentGroupInput, { world }: Context): object {
  return { deploymentGroupId: addGroup(world, input).id };
}

/** Adds a group to its application. Throws what AWS refuses, as far as the sandbox goes. */
export function addGroup(world: World, input: CreateDeploymentGroupInput): DeploymentGroup {
  const application = applicationOf(world, input.applicationName ?? '');
  const name = input.deploymentGroupName ?? '';
  if (application.groups.some((group) => group.name === name)) throw codeDeployErrors.groupExists(name);
  const settings = settingsOf(input, {
    deploymentConfigName: allAtOnce,
    serviceRoleArn: `arn:aws:iam::${world.account}:role/codedeploy`,
    ecsServices: [],
    loadBalancerInfo: {},
    blueGreenDeploymentConfiguration: {
      deploymentReadyOption: { actionOnTimeout: 'CONTINUE_DEPLOYMENT', waitTimeInMinutes: 0 },
      terminateBlueInstancesOnDeploymentSuccess: { action: 'TERMINATE', terminationWaitTimeInMinutes: 0 },
    },
    autoRollbackConfiguration: { enabled: false, events: [] },
    alarmConfiguration: { enabled: false, ignorePollAlarmFailure: false, alarms: [] },
  });
  check(world, settings);
  const group = { id: uuid(world.chance), applicationName: application.name, name, settings };
  application.groups.push(group);
  return group;
}

/** UpdateDeploymentGroup: what is given replaces what was there; deployments under way keep what they had. */
export function updateDeploymentGroup(input: UpdateDeploymentGroupInput, { world }: Context): object {
  const group = groupOf(world, input.applicationName ?? '', input.currentDeploymentGroupName ?? '');
  const settings = settingsOf(input, group.settings);
  check(world, settings);
  group.settings = settings;
  group.name = input.newDeploymentGroupName ?? group.name;
  return { hooksNotCleanedUp: [] };
}

/** GetDeploymentGroup. */
export function getDeploymentGroup(input: GetDeploymentGroupInput, { world }: Context): object {
  const group = groupOf(world, input.applicationName ?? '', input.deploymentGroupName ?? '');
  return { deploymentGroupInfo: viewGroup(world, group) };
}

/** BatchGetDeploymentGroups: names that do not exist are told in `errorMessage` [?]. */
export function batchGetDeploymentGroups(input: BatchGetDeploymentGroupsInput, { world }: Context): object {
  const { groups } = applicationOf(world, input.applicationName ?? '');
  const names = input.deploymentGroupNames ?? [];
  const missing = names.filter((name) => !groups.some((group) => group.name === name));
  return {
    deploymentGroupsInfo: groups
      .filter(({ name }) => names.includes(name))
      .map((group) => viewGroup(world, group)),
    ...(missing.length === 0
      ? {}
      : { errorMessage: `No Deployment Group found for name: ${missing.join(', ')}` }),
  };
}

/** ListDeploymentGroups. */
export function listDeploymentGroups(input: ListDeploymentGroupsInput, { world }: Context): object {
  const { name, groups } = applicationOf(world, input.applicationName ?? '');
  const { items, rest } = page(groups, input.nextToken);
  return { applicationName: name, deploymentGroups: items.map((group) => group.name), ...rest };
}

type Given = Pick<CreateDeploymentGroupInput, keyof GroupSettings>;

const settingsOf = (
  given: Partial<Given> | Pick<UpdateDeploymentGroupInput, keyof GroupSettings>,
  before: GroupSettings,
): GroupSettings => ({
  deploymentConfigName: given.deploymentConfigName ?? before.deploymentConfigName,
  serviceRoleArn: given.serviceRoleArn ?? before.serviceRoleArn,
  ecsServices: given.ecsServices ?? before.ecsServices,
  loadBalancerInfo: given.loadBalancerInfo ?? before.loadBalancerInfo,
  blueGreenDeploymentConfiguration: {
    ...before.blueGreenDeploymentConfiguration,
    ...given.blueGreenDeploymentConfiguration,
  },
  autoRollbackConfiguration: given.autoRollbackConfiguration ?? before.autoRollbackConfiguration,
  alarmConfiguration: given.alarmConfiguration ?? before.alarmConfiguration,
});

/** [?] What AWS checks at this moment, and its words. */
function check(world: World, settings: GroupSettings): void {
  configOf(world, settings.deploymentConfigName);
  if (settings.ecsServices.length !== 1) {
    throw codeDeployErrors.invalidEcsService(
      'A deployment group for ECS must have exactly one Amazon ECS service.',
    );
  }
  const [pair] = settings.loadBalancerInfo.targetGroupPairInfoList ?? [];
  if (pair?.targetGroups?.length !== 2 || pair.prodTrafficRoute?.listenerArns?.length !== 1) {
    throw codeDeployErrors.invalidLoadBalancer(
      'A deployment group for ECS must have a pair of target groups and one listener for production traffic.',
    );
  }
}

function viewGroup(world: World, group: DeploymentGroup): object {
  const last = deploymentsOf(world, group).at(-1);
  const success = lastSuccess(world, group);
  return {
    applicationName: group.applicationName,
    deploymentGroupId: group.id,
    deploymentGroupName: group.name,
    ...group.settings,
    ec2TagFilters: [],
    onPremisesInstanceTagFilters: [],
    autoScalingGroups: [],
    triggerConfigurations: [],
    outdatedInstancesStrategy: 'UPDATE',
    deploymentStyle: { deploymentType: 'BLUE_GREEN', deploymentOption: 'WITH_TRAFFIC_CONTROL' },
    computePlatform: 'ECS',
    terminationHookEnabled: false,
    ...(success === undefined
      ? {}
      : { targetRevision: viewRevision(success.content), lastSuccessfulDeployment: viewLast(success) }),
    ...(last === undefined ? {} : { lastAttemptedDeployment: viewLast(last) }),
  };
}

const viewLast = ({ id, status, createdAt, completedAt }: Deployment): object => ({
  deploymentId: id,
  status,
  createTime: seconds(createdAt),
  ...(completedAt === undefined ? {} : { endTime: seconds(completedAt) }),
});
