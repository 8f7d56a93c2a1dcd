import type { World } from '../../world.ts';
import { createDeployment } from './deployment.ts';
import type { Deployment, Service, TaskSet } from './state.ts';

/**
 * Moves a service with task sets to the controller ECS: each becomes a deployment with the task set's id, so that
 * the tasks stay its own, and the PRIMARY one counts as completed. [?] What becomes of the ids.
 */
export function adoptTaskSets(world: World, service: Service): void {
  const order = { PRIMARY: 0, ACTIVE: 1, DRAINING: 2 } as const;
  service.deployments = service.taskSets
    .toSorted((one, other) => order[one.status] - order[other.status])
    .map((taskSet) => deploymentOf(world, service, taskSet));
  service.taskSets = [];
  service.controller = 'ECS';
  const primary = service.deployments.find(({ status }) => status === 'PRIMARY');
  service.lastCompleted = primary && { ...primary };
}

function deploymentOf(world: World, service: Service, taskSet: TaskSet): Deployment {
  const { id, settings, desiredCount, failedTasks, wave, retry, status, createdAt } = taskSet;
  return {
    ...createDeployment(world, id, { ...service.settings, ...settings }),
    desiredCount,
    failedTasks,
    wave,
    retry,
    status,
    createdAt,
    rolloutState: 'COMPLETED',
    rolloutStateReason: `ECS deployment ${id} completed.`,
  };
}
