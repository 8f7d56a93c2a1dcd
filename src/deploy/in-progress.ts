import type { CurrentState } from './current.ts';
import type { DeployRequest } from './request.ts';
import { isDescriptionOfRun, isOfRun } from './run.ts';

/** A deployment that stands in the way. */
export interface InProgress {
  readonly id: string;
  readonly taskDefinition?: string;
  readonly isOfRun: (request: DeployRequest) => boolean;
  readonly remedy: string;
  /** Set when all traffic is shifted and only the old task set's end is awaited. */
  readonly endable?: { readonly minutesLeft?: number };
}

/** The deployment that is under way on the service, if any. */
export function deploymentInProgress(current: CurrentState): InProgress | undefined {
  const { service, codeDeploy, running } = current;
  if (service.controller === 'CODE_DEPLOY') {
    const active = codeDeploy?.active;
    if (active === undefined) return undefined;
    return {
      id: active.id,
      ...(active.taskDefinition === undefined ? {} : { taskDefinition: active.taskDefinition }),
      isOfRun: ({ run }) => isDescriptionOfRun(active.description, run),
      remedy: active.onlyTerminates
        ? 'Wait, or set end-previous-wait to true, which ends that wait first.'
        : 'Wait for it, or stop it, then run this job again.',
      ...(active.onlyTerminates
        ? { endable: active.minutesLeft === undefined ? {} : { minutesLeft: active.minutesLeft } }
        : {}),
    };
  }
  const moving = service.deployments.find(
    ({ status, rolloutState }) => status === 'PRIMARY' && rolloutState === 'IN_PROGRESS',
  );
  if (moving === undefined) return undefined;
  return {
    id: moving.id,
    taskDefinition: moving.taskDefinition,
    // ECS does not say who started a deployment; it is known only where that run registered the revision.
    isOfRun: ({ run }) => running?.arn === moving.taskDefinition && isOfRun(running.tags, run),
    remedy: 'Wait for it to end, or stop it, then run this job again.',
  };
}
