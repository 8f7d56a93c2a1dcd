import type { CreateDeploymentInput } from '@aws-sdk/client-codedeploy';
import { authorize } from '../../iam/authorize.ts';
import type { Context } from '../../operation.ts';
import { sha256 } from '../../wire/sha256.ts';
import type { World } from '../../world.ts';
import { configOf } from './config.ts';
import { addDeployment } from './deployment.ts';
import { codeDeployErrors } from './errors.ts';
import { deploymentsOf, groupOf, isLive } from './find.ts';
import { launchDeployment } from './lifecycle.ts';
import type { DeploymentGroup, GroupSettings } from './state.ts';

const longestDescription = 512;

/**
 * CreateDeployment. Whether the AppSpec can be read shows only when the deployment starts. Not idempotent: a
 * second one is refused while the first, or its rollback, is under way.
 */
export function createDeployment(input: CreateDeploymentInput, { world, caller }: Context): object {
  if (input.deploymentGroupName === undefined) throw codeDeployErrors.groupNameRequired();
  const group = groupOf(world, input.applicationName ?? '', input.deploymentGroupName);
  const configName = input.deploymentConfigName ?? group.settings.deploymentConfigName;
  configOf(world, configName);
  authorizeParts({ application: group.applicationName, config: configName }, { world, caller });
  const content = contentOf(input);
  if ((input.description ?? '').length > longestDescription) throw codeDeployErrors.descriptionTooLong();
  refuseSecond(world, group);
  const { description, overrideAlarmConfiguration } = input;
  const previous = lastSuccess(world, group);
  const deployment = addDeployment(world, {
    applicationName: group.applicationName,
    groupName: group.name,
    configName,
    creator: 'user',
    content,
    settings: overridden(group.settings, input),
    ...(description === undefined ? {} : { description }),
    ...(previous === undefined ? {} : { previousContent: previous.content }),
    ...(overrideAlarmConfiguration === undefined ? {} : { overrideAlarms: overrideAlarmConfiguration }),
  });
  launchDeployment(world, deployment);
  return { deploymentId: deployment.id };
}

// CreateDeployment also registers the revision and reads the configuration in the caller's name (CodeDeploy user
// guide, permissions reference; a recorded refusal names GetApplicationRevision).
function authorizeParts(
  { application, config }: { readonly application: string; readonly config: string },
  { world, caller }: Pick<Context, 'world' | 'caller'>,
): void {
  const arn = `arn:aws:codedeploy:${world.region}:${world.account}`;
  const parts = [
    ['codedeploy:GetDeploymentConfig', `${arn}:deploymentconfig:${config}`],
    ['codedeploy:RegisterApplicationRevision', `${arn}:application:${application}`],
    ['codedeploy:GetApplicationRevision', `${arn}:application:${application}`],
  ] as const;
  for (const [action, resource] of parts) authorize(world.permissions, caller, { action, resource });
}

/** The deployment of a group that succeeded last. */
export const lastSuccess = (world: World, group: DeploymentGroup) =>
  deploymentsOf(world, group).findLast(({ status }) => status === 'Succeeded');

function contentOf({ revision }: CreateDeploymentInput): string {
  if (revision === undefined) throw codeDeployErrors.noRevision();
  const { content, sha256: digest } = revision.appSpecContent ?? {};
  // [?] The words of all three.
  if (revision.revisionType !== undefined && revision.revisionType !== 'AppSpecContent') {
    throw codeDeployErrors.invalidRevision('The sandbox reads a revision of type AppSpecContent.');
  }
  if (content === undefined || content === '')
    throw codeDeployErrors.invalidRevision('The AppSpec content is missing.');
  if (digest !== undefined && digest.toLowerCase() !== sha256(content)) {
    throw codeDeployErrors.invalidRevision('The SHA256 of the AppSpec content does not match.');
  }
  return content;
}

function refuseSecond(world: World, group: DeploymentGroup): void {
  const active = deploymentsOf(world, group).findLast(
    (deployment) => isLive(deployment) || deployment.rollbackDue,
  );
  if (active !== undefined) throw codeDeployErrors.alreadyActive(group.name, active.id);
}

const overridden = (settings: GroupSettings, input: CreateDeploymentInput): GroupSettings => ({
  ...settings,
  autoRollbackConfiguration: input.autoRollbackConfiguration ?? settings.autoRollbackConfiguration,
  alarmConfiguration: input.overrideAlarmConfiguration ?? settings.alarmConfiguration,
});
