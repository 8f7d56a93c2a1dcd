import type {
  BatchGetDeploymentTargetsInput,
  GetDeploymentTargetInput,
  ListDeploymentTargetsInput,
  TargetStatus,
} from '@aws-sdk/client-codedeploy';
import type { Context } from '../../operation.ts';
import { seconds } from '../../wire/json11.ts';
import type { World } from '../../world.ts';
import { countTasks } from '../ecs/service-view.ts';
import type { TaskSet } from '../ecs/state.ts';
import { codeDeployErrors } from './errors.ts';
import { deploymentOf, namesOf, serviceOfDeployment } from './find.ts';
import type { Deployment, TaskSetInfo } from './state.ts';
import { targetGroupOf, trafficWeight } from './traffic.ts';

/** GetDeploymentTarget: a deployment on ECS has one target, `CLUSTER:SERVICE`. */
export function getDeploymentTarget(input: GetDeploymentTargetInput, { world }: Context): object {
  const deployment = startedDeployment(world, input.deploymentId);
  return { deploymentTarget: viewTarget(world, deployment, input.targetId ?? '') };
}

/** BatchGetDeploymentTargets. */
export function batchGetDeploymentTargets(input: BatchGetDeploymentTargetsInput, { world }: Context): object {
  const deployment = startedDeployment(world, input.deploymentId);
  return { deploymentTargets: (input.targetIds ?? []).map((id) => viewTarget(world, deployment, id)) };
}

/** ListDeploymentTargets. */
export function listDeploymentTargets(input: ListDeploymentTargetsInput, { world }: Context): object {
  const deployment = startedDeployment(world, input.deploymentId);
  return { targetIds: [targetIdOf(deployment)] };
}

/** The deployment, once it has targets. [?] That AWS knows of none just as long as it is Created. */
function startedDeployment(world: World, id = ''): Deployment {
  const deployment = deploymentOf(world, id);
  if (deployment.status === 'Created') throw codeDeployErrors.notStarted(id);
  return deployment;
}

/** What has become of the target. It has succeeded with its last lifecycle event, long before the deployment. */
export function targetStatus({ events, startedAt, completedAt, wait }: Deployment): TargetStatus {
  const done = events.every(({ status }) => status === 'Succeeded');
  if (done) return 'Succeeded';
  if (completedAt !== undefined) return 'Failed';
  if (wait?.kind === 'READY_WAIT') return 'Ready';
  return startedAt === undefined ? 'Pending' : 'InProgress';
}

/** The task sets of a deployment as they are now. */
export function viewTaskSets(world: World, deployment: Deployment): readonly TaskSetInfo[] {
  const service = serviceOfDeployment(world, deployment);
  if (service === undefined) return [];
  // Before the replacement exists, what serves is the original.
  const shown = service.taskSets.filter(({ id, status }) =>
    deployment.blue === undefined ? status === 'PRIMARY' : [deployment.blue, deployment.green].includes(id),
  );
  return shown.map((taskSet) => viewTaskSet(world, deployment, taskSet));
}

function viewTaskSet(world: World, deployment: Deployment, taskSet: TaskSet): TaskSetInfo {
  const { running, pending } = countTasks(world, taskSet);
  const arn = targetGroupOf(taskSet);
  return {
    id: taskSet.id,
    desiredCount: taskSet.desiredCount,
    pendingCount: pending,
    runningCount: running,
    status: taskSet.status,
    trafficWeight: trafficWeight(world, deployment, arn),
    targetGroup: world.loadBalancing.targetGroups.find((group) => group.arn === arn)?.name ?? '',
    label: taskSet.id === deployment.green ? 'Green' : 'Blue',
  };
}

function viewTarget(world: World, deployment: Deployment, targetId: string): object {
  if (targetId !== targetIdOf(deployment)) throw codeDeployErrors.noTarget(targetId);
  const { cluster, service } = namesOf(deployment);
  const taskSets = deployment.lastTaskSets ?? viewTaskSets(world, deployment);
  return {
    deploymentTargetType: 'ECSTarget',
    ecsTarget: {
      deploymentId: deployment.id,
      targetId,
      targetArn: `arn:aws:ecs:${world.region}:${world.account}:service/${cluster}/${service}`,
      lastUpdatedAt: seconds(deployment.updatedAt),
      lifecycleEvents: deployment.events.map(({ name, status, startedAt, endedAt }) => ({
        lifecycleEventName: name,
        ...(startedAt === undefined ? {} : { startTime: seconds(startedAt) }),
        ...(endedAt === undefined ? {} : { endTime: seconds(endedAt) }),
        status,
      })),
      status: targetStatus(deployment),
      taskSetsInfo: taskSets.map(({ id, targetGroup, label, ...counts }) => ({
        // AWS spells it so.
        identifer: id,
        ...counts,
        targetGroup: { name: targetGroup },
        taskSetLabel: label,
      })),
    },
  };
}

const targetIdOf = (deployment: Deployment): string => {
  const { cluster, service } = namesOf(deployment);
  return `${cluster}:${service}`;
};
