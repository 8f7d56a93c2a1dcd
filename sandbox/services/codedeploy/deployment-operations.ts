import type {
  BatchGetDeploymentsInput,
  ContinueDeploymentInput,
  GetDeploymentInput,
  ListDeploymentsInput,
  StopDeploymentInput,
} from '@aws-sdk/client-codedeploy';
import type { Context } from '../../operation.ts';
import { viewDeployment } from './deployment-view.ts';
import { codeDeployErrors } from './errors.ts';
import { rollsBackOn } from './failure.ts';
import { applicationOf, deploymentOf, findDeployment, groupOf, isLive, isRemoving } from './find.ts';
import { later } from './happening.ts';
import { endTerminationWait, reroute } from './lifecycle.ts';
import { page } from './page.ts';
import type { Deployment } from './state.ts';

/** [?] From the answer to StopDeployment until the deployment is Stopped. */
const stopTakes = 1500;

/** GetDeployment. */
export function getDeployment(input: GetDeploymentInput, { world }: Context): object {
  return { deploymentInfo: viewDeployment(deploymentOf(world, input.deploymentId ?? '')) };
}

/** BatchGetDeployments: ids that do not exist are left out. */
export function batchGetDeployments(input: BatchGetDeploymentsInput, { world }: Context): object {
  const found = (input.deploymentIds ?? []).flatMap((id) => findDeployment(world, id) ?? []);
  return { deploymentsInfo: found.map((deployment) => viewDeployment(deployment)) };
}

/** ListDeployments: newest first, of a group or of all. */
export function listDeployments(input: ListDeploymentsInput, { world }: Context): object {
  const { applicationName, deploymentGroupName, includeOnlyStatuses = [], createTimeRange } = input;
  if (applicationName !== undefined) applicationOf(world, applicationName);
  if (applicationName !== undefined && deploymentGroupName !== undefined)
    groupOf(world, applicationName, deploymentGroupName);
  // Times come as seconds since 1970 on the wire, whatever the type says.
  const start = Number(createTimeRange?.start ?? 0) * 1000;
  const end = Number(createTimeRange?.end ?? Infinity) * 1000;
  const wanted = (deployment: Deployment) =>
    (applicationName === undefined || deployment.applicationName === applicationName) &&
    (deploymentGroupName === undefined || deployment.groupName === deploymentGroupName) &&
    (includeOnlyStatuses.length === 0 || includeOnlyStatuses.includes(deployment.status)) &&
    deployment.createdAt >= start &&
    deployment.createdAt <= end;
  const newestFirst = world.codedeploy.deployments.filter(wanted).toReversed();
  const { items, rest } = page(newestFirst, input.nextToken);
  return { deployments: items.map(({ id }) => id), ...rest };
}

/** StopDeployment: it is Stopped a moment later; rolled back if asked for, or as the group has it. */
export function stopDeployment(input: StopDeploymentInput, { world }: Context): object {
  const deployment = deploymentOf(world, input.deploymentId ?? '');
  if (!isLive(deployment) || isRemoving(deployment)) throw codeDeployErrors.alreadyCompleted(deployment.id);
  const asConfigured = rollsBackOn(deployment, 'DEPLOYMENT_STOP_ON_REQUEST');
  const rollBack = deployment.creator === 'user' && (input.autoRollbackEnabled ?? asConfigured);
  later(world, deployment, stopTakes, { kind: 'stop', rollBack });
  // [?] Which message accompanies Pending.
  return { status: 'Pending', statusMessage: 'The deployment is being stopped.' };
}

/** ContinueDeployment: shifts the traffic now (READY_WAIT) or removes the original now (TERMINATION_WAIT). */
export function continueDeployment(input: ContinueDeploymentInput, { world }: Context): object {
  const deployment = deploymentOf(world, input.deploymentId ?? '');
  if (!isLive(deployment)) throw codeDeployErrors.alreadyCompleted(deployment.id);
  const kind = input.deploymentWaitType ?? 'READY_WAIT';
  if (deployment.wait?.kind !== kind) throw codeDeployErrors.notReady(deployment.id);
  if (kind === 'READY_WAIT') reroute(world, deployment);
  else endTerminationWait(world, deployment);
  return {};
}
