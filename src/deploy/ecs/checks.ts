import type { Problem } from '../../inputs/problem.ts';
import { denialRemedy } from '../../report/failure.ts';
import type { Situation } from '../situation.ts';
import { strategyAfter } from './settings.ts';

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
