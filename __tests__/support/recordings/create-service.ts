import type { Service } from '@aws-sdk/client-ecs';

/**
 * CreateService, recorded 2026-04-25 (public record), an excerpt: the revision has the number of the deployment, and
 * currentServiceDeployment is not in the answer.
 */
export const created: Service = {
  deployments: [
    {
      id: 'ecs-svc/3541978090126952138',
      status: 'PRIMARY',
      rolloutState: 'IN_PROGRESS',
      rolloutStateReason: 'ECS deployment ecs-svc/3541978090126952138 in progress.',
    },
  ],
  events: [],
  createdAt: new Date('2026-04-25T17:18:09.445Z'),
  currentServiceRevisions: [
    {
      arn: 'arn:aws:ecs:us-east-1:123456789012:service-revision/cluster/service/3541978090126952138',
      requestedTaskCount: 0,
      runningTaskCount: 0,
      pendingTaskCount: 0,
    },
  ],
};
