import type { CurrentState } from './current.ts';
import type { DeployRequest } from './request.ts';
import { isReturnedTo } from './ecs/rolling-back.ts';
import { regionOf, type ServiceState } from '../service/service.ts';
import { isDescriptionOfRun, isOfRun } from './run.ts';

/** A deployment that stands in the way. */
export interface InProgress {
  readonly id: string;
  readonly taskDefinition?: string;
  readonly isOfRun: (request: DeployRequest) => boolean;
  readonly remedy: string;
  /** True when it brings back what was there before: it is waited for, never stopped. */
  readonly isRollback: boolean;
  /** Set when all traffic is shifted and only the old task set's end is awaited. */
  readonly endable?: { readonly minutesLeft?: number };
}

/** The deployment that is under way on the service, if any. */
export function deploymentInProgress(current: CurrentState): InProgress | undefined {
  const { service, codeDeploy, running, succeeded } = current;
  if (service.controller === 'CODE_DEPLOY') {
    const active = codeDeploy?.active;
    if (active === undefined) return undefined;
    return {
      id: active.id,
      isRollback: active.isRollback === true,
      ...(active.taskDefinition === undefined ? {} : { taskDefinition: active.taskDefinition }),
      isOfRun: ({ run }) => isDescriptionOfRun(active.description, run),
      remedy: active.onlyTerminates
        ? 'Wait, or set end-previous-wait to true, which ends that wait first.'
        : 'Wait for it, or stop it, then run this job again; when-in-progress can do either.',
      ...(active.onlyTerminates
        ? { endable: active.minutesLeft === undefined ? {} : { minutesLeft: active.minutesLeft } }
        : {}),
    };
  }
  const moving = service.deployments.find(
    ({ id, status, rolloutState }) =>
      status === 'PRIMARY' && rolloutState === 'IN_PROGRESS' && id !== succeeded,
  );
  if (moving === undefined) return undefined;
  return {
    id: moving.id,
    isRollback: isReturnedTo(moving),
    taskDefinition: moving.taskDefinition,
    // ECS does not say who started a deployment; it is known only where that run registered the revision.
    isOfRun: ({ run }) => running?.arn === moving.taskDefinition && isOfRun(running.tags, run),
    remedy: isEndless(service)
      ? endlessRemedy(service)
      : 'Wait for it to end, or stop it, then run this job again; when-in-progress can do either.',
  };
}

/** Whether ECS starts failing tasks of this service again for ever: then waiting may have no end. */
export const isEndless = ({ controller, breaker, alarms }: ServiceState): boolean =>
  controller === 'ECS' && !breaker.enabled && !alarms.enabled;

function endlessRemedy({ name, clusterName, clusterArn }: ServiceState): string {
  const region = regionOf(clusterArn);
  const list = `aws ecs list-service-deployments --cluster ${clusterName} --service ${name} --status IN_PROGRESS --region ${region}`;
  const stop = `aws ecs stop-service-deployment --service-deployment-arn ARN --stop-type ROLLBACK --region ${region}`;
  return `The service has neither a deployment circuit breaker nor alarms: if its tasks fail, AWS will retry for ever and this never ends by itself. Wait while its tasks start well; else stop it, then run this job again. The ARN to stop is in the answer of \`${list}\`. Stop it with \`${stop}\`.`;
}
