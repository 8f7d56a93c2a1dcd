import type { Deployment } from '@aws-sdk/client-ecs';

const arn = (revision: number): string =>
  `arn:aws:ecs:us-east-1:123456789012:task-definition/reporting:${revision}`;

export const runOfIt = {
  deploymentId: 'ecs-svc/6000000000000000006',
  before: ['ecs-svc/7246342417563559064'],
  taskDefinition: arn(6),
};

const broken = (changes: Partial<Deployment>): Deployment => ({
  id: 'ecs-svc/6000000000000000006',
  status: 'PRIMARY',
  taskDefinition: arn(6),
  desiredCount: 1,
  pendingCount: 0,
  runningCount: 0,
  failedTasks: 0,
  rolloutState: 'IN_PROGRESS',
  ...changes,
});

const previous = (changes: Partial<Deployment>): Deployment => ({
  id: 'ecs-svc/7246342417563559064',
  status: 'ACTIVE',
  taskDefinition: arn(5),
  desiredCount: 1,
  pendingCount: 0,
  runningCount: 1,
  failedTasks: 0,
  rolloutState: 'COMPLETED',
  ...changes,
});

/**
 * The deployments of a service whose new image tag does not exist, polled on 2026-07-03 by a user who
 * published it (desiredCount 1, breaker with rollback), oldest first; ids and the last entry, when the
 * rollback was done, are filled in.
 */
export const polled: readonly (readonly Deployment[])[] = [
  // 0 min 0 s
  [broken({}), previous({})],
  // 2 min 34 s
  [broken({ failedTasks: 1 }), previous({})],
  // 4 min 46 s
  [broken({ failedTasks: 2 }), previous({})],
  // 11 min 0 s
  [broken({ failedTasks: 3 }), previous({})],
  // 11 min 44 s
  [
    previous({
      status: 'PRIMARY',
      rolloutState: 'IN_PROGRESS',
      rolloutStateReason:
        'ECS deployment circuit breaker: rolling back to deploymentId ecs-svc/7246342417563559064.',
    }),
    broken({ status: 'ACTIVE', failedTasks: 3 }),
  ],
  // 13 min 30 s: DRAINING is in no list of the API.
  [
    previous({
      status: 'PRIMARY',
      rolloutState: 'IN_PROGRESS',
      rolloutStateReason:
        'ECS deployment circuit breaker: rolling back to deploymentId ecs-svc/7246342417563559064.',
    }),
    broken({
      status: 'DRAINING',
      failedTasks: 3,
      rolloutState: 'FAILED',
      rolloutStateReason: 'ECS deployment circuit breaker: tasks failed to start.',
    }),
  ],
  [previous({ status: 'PRIMARY' })],
];
