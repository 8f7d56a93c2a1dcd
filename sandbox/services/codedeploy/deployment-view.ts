import { seconds } from '../../wire/json11.ts';
import { sha256 } from '../../wire/sha256.ts';
import type { Deployment, Rollback } from './state.ts';
import { targetStatus } from './target.ts';

/** A deployment as GetDeployment answers it. */
export function viewDeployment(deployment: Deployment): object {
  const { settings, startedAt, completedAt, description, error, rollback, overrideAlarms } = deployment;
  return {
    applicationName: deployment.applicationName,
    deploymentGroupName: deployment.groupName,
    deploymentConfigName: deployment.configName,
    deploymentId: deployment.id,
    ...(deployment.previousContent === undefined
      ? {}
      : { previousRevision: withoutContent(deployment.previousContent) }),
    revision: withoutContent(deployment.content),
    status: deployment.status,
    ...(error === undefined ? {} : { errorInformation: error }),
    createTime: seconds(deployment.createdAt),
    ...(startedAt === undefined ? {} : { startTime: seconds(startedAt) }),
    ...(completedAt === undefined ? {} : { completeTime: seconds(completedAt) }),
    ...(completedAt === undefined ? {} : { deploymentOverview: overview(deployment) }),
    ...(description === undefined ? {} : { description }),
    creator: deployment.creator,
    ignoreApplicationStopFailures: false,
    autoRollbackConfiguration: settings.autoRollbackConfiguration,
    updateOutdatedInstancesOnly: false,
    ...(rollback === undefined ? {} : { rollbackInfo: viewRollback(deployment.id, rollback) }),
    deploymentStyle: { deploymentType: 'BLUE_GREEN', deploymentOption: 'WITH_TRAFFIC_CONTROL' },
    instanceTerminationWaitTimeStarted: deployment.terminationWaitStarted,
    blueGreenDeploymentConfiguration: settings.blueGreenDeploymentConfiguration,
    loadBalancerInfo: settings.loadBalancerInfo,
    fileExistsBehavior: 'DISALLOW',
    deploymentStatusMessages: [],
    computePlatform: 'ECS',
    ...(overrideAlarms === undefined ? {} : { overrideAlarmConfiguration: overrideAlarms }),
  };
}

/** A revision as GetDeploymentGroup answers it. */
export const viewRevision = (content: string): object => ({
  revisionType: 'AppSpecContent',
  appSpecContent: { content, sha256: sha256(content) },
});

/** A revision as GetDeployment answers it: the content is always null (API reference of GetDeployment). */
const withoutContent = (content: string): object => ({
  revisionType: 'AppSpecContent',
  appSpecContent: { content: null, sha256: sha256(content) },
});

/** The one target of the deployment, counted by its state; there is none before the end. */
function overview(deployment: Deployment): object {
  const status = targetStatus(deployment);
  const counted = ['Pending', 'InProgress', 'Succeeded', 'Failed', 'Skipped', 'Ready'] as const;
  return Object.fromEntries(counted.map((name) => [name, name === status ? 1 : 0]));
}

function viewRollback(id: string, { kind, deploymentId }: Rollback): object {
  switch (kind) {
    case 'rolled-back-by':
      return {
        rollbackDeploymentId: deploymentId,
        rollbackMessage: `Deployment ${id} terminated. Automatic rollback is triggered with a DeploymentId ${deploymentId}.`,
      };
    case 'rolls-back':
      return {
        rollbackTriggeringDeploymentId: deploymentId,
        rollbackMessage: `Deployment ${id} is triggered to roll back deployment ${deploymentId}.`,
      };
  }
}
