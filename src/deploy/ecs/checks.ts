import type { Problem } from '../../inputs/problem.ts';
import { denialRemedy } from '../../report/failure.ts';
import type { Situation } from '../situation.ts';
import { strategyAfter } from './settings.ts';

/** ECS: "5 active deployments exist, unable to create new deployment." */
const MOST_ACTIVE_DEPLOYMENTS = 5;

export function isRoomForAnother({ current: { service } }: Situation): readonly Problem[] {
  const active = service.deployments.filter(({ status }) => status === 'PRIMARY' || status === 'ACTIVE');
  if (service.controller !== 'ECS' || active.length < MOST_ACTIVE_DEPLOYMENTS) return [];
  return [
    {
      message: `${active.length} active deployments exist on ${service.name}, so ECS takes no other: each stays until all of its tasks have stopped.`,
      remedy:
        'Wait until old tasks have stopped (protection from scale-in, a long stopTimeout or deregistration delay keep them), then run this job again.',
      input: 'service',
    },
  ];
}

// Under a strategy that shifts traffic the tasks are all up long before the deployment is over.
export function recordsAreReadable({
  request,
  current: { service, recordsDenied },
}: Situation): readonly Problem[] {
  if (recordsDenied === undefined) return [];
  return [
    {
      message: `The strategy ${strategyAfter(service, request.settings.deployment)} of ${service.name} is judged by its service deployment, which may not be read: ${recordsDenied}`,
      remedy:
        denialRemedy(recordsDenied) ??
        'Allow ecs:ListServiceDeployments and ecs:DescribeServiceDeployments in the policy of the role that the job assumes.',
      input: 'service',
    },
  ];
}
