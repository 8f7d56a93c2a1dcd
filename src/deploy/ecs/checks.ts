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

/**
 * Somebody may have reset the production rule since ECS set it: then ECS takes an empty group for the live one.
 * Where no group has a healthy target there is nothing to be saved, and this deployment may be the cure.
 */
export function trafficIsLive({ current: { service, live = [] } }: Situation): readonly Problem[] {
  if (service.desiredCount === 0) return [];
  return live.flatMap(({ rule, targetGroupArn, weight, healthy }) => {
    const other = live.find((group) => group.rule === rule && group.targetGroupArn !== targetGroupArn);
    if (weight === 0 || healthy > 0 || other === undefined || other.healthy === 0) return [];
    return [
      {
        message: `The production rule ${rule} sends traffic to ${targetGroupArn}, which has no healthy target; those of ${service.name} are in ${other.targetGroupArn}. ECS would take the empty group for the live one.`,
        remedy: `Let the rule forward to ${other.targetGroupArn} with all its weight, then run this job again.`,
        input: 'service',
      },
    ];
  });
}
