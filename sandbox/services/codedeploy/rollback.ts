import type { World } from '../../world.ts';
import { allAtOnce } from './config.ts';
import { writeAppSpec } from './appspec.ts';
import { addDeployment } from './deployment.ts';
import { serviceOfDeployment, taskSetOf } from './find.ts';
import type { Deployment } from './state.ts';

/**
 * Creates the deployment that rolls another one back: it gives the traffic back to the original task set, all at
 * once whatever the group says, and removes the replacement. No task set is created.
 */
export function rollBack(world: World, failed: Deployment): Deployment {
  failed.rollbackDue = false;
  const rollback = addDeployment(world, {
    applicationName: failed.applicationName,
    groupName: failed.groupName,
    configName: allAtOnce,
    creator: 'codeDeployRollback',
    content: originalRevision(world, failed),
    settings: failed.settings,
  });
  rollback.rollback = { kind: 'rolls-back', deploymentId: failed.id };
  failed.rollback = { kind: 'rolled-back-by', deploymentId: rollback.id };
  if (failed.blue !== undefined) rollback.blue = failed.blue;
  if (failed.green !== undefined) rollback.green = failed.green;
  return rollback;
}

/** [?] What a rollback gives as its revision: an AppSpec that names what the original task set runs. */
function originalRevision(world: World, failed: Deployment): string {
  const service = serviceOfDeployment(world, failed);
  const original =
    service &&
    (taskSetOf(service, failed.blue) ?? service.taskSets.find(({ status }) => status === 'PRIMARY'));
  const [target] = original?.settings.loadBalancers ?? [];
  return writeAppSpec({
    taskDefinition: original?.settings.taskDefinition ?? '',
    containerName: target?.containerName ?? '',
    containerPort: target?.containerPort ?? 0,
  });
}
