import type { Deployment } from '@aws-sdk/client-ecs';

const arn = (revision: number): string =>
  `arn:aws:ecs:us-east-1:123456789012:task-definition/reporting:${revision}`;
const previousId = 'ecs-svc/7246342417563559064';
const brokenId = 'ecs-svc/6000000000000000006';

/** What was told of a deployment that the breaker rolled back, one task wanted: seconds after UpdateService. */
export interface Story {
  /** Looks at the deployments of the service, oldest first. */
  readonly looks: readonly { readonly seconds: number; readonly deployments: readonly Deployment[] }[];
  /** Events, oldest first, without the name of the service. */
  readonly events: readonly (readonly [seconds: number, text: string])[];
}

/** What the run of every story had asked for; ids that were not published are filled in. */
export const runOfThem = { deploymentId: brokenId, before: [previousId], taskDefinition: arn(6) };

const broken = (changes: Partial<Deployment> = {}): Deployment => ({
  id: brokenId,
  status: 'PRIMARY',
  taskDefinition: arn(6),
  desiredCount: 1,
  pendingCount: 0,
  runningCount: 0,
  failedTasks: 0,
  rolloutState: 'IN_PROGRESS',
  ...changes,
});

const previous = (changes: Partial<Deployment> = {}): Deployment => ({
  id: previousId,
  status: 'ACTIVE',
  taskDefinition: arn(5),
  desiredCount: 1,
  pendingCount: 0,
  runningCount: 1,
  failedTasks: 0,
  rolloutState: 'COMPLETED',
  ...changes,
});

const begun = { seconds: 0, deployments: [broken(), previous()] };

const rollingBack = previous({
  status: 'PRIMARY',
  rolloutState: 'IN_PROGRESS',
  rolloutStateReason: `ECS deployment circuit breaker: rolling back to deploymentId ${previousId}.`,
});

const failed = broken({
  status: 'DRAINING',
  failedTasks: 3,
  rolloutState: 'FAILED',
  rolloutStateReason: 'ECS deployment circuit breaker: tasks failed to start.',
});

const unpulled =
  'was unable to place a task. Reason: CannotPullContainerError: pull image manifest has been retried 1 time(s): ' +
  'failed to resolve ref reporting:broken-tag: reporting:broken-tag: not found.';

/**
 * An image tag that does not exist, told by a user (public record): looked at every 20 s on 2026-07-03, with the
 * failed deployment seen DRAINING, a status that is in no list of the API; the events are those of the day before. The
 * last look, when the rollback was done, is filled in.
 */
export const unpullable: Story = {
  looks: [
    begun,
    { seconds: 154, deployments: [broken({ failedTasks: 1 }), previous()] },
    { seconds: 286, deployments: [broken({ failedTasks: 2 }), previous()] },
    { seconds: 660, deployments: [broken({ failedTasks: 3 }), previous()] },
    { seconds: 704, deployments: [rollingBack, broken({ status: 'ACTIVE', failedTasks: 3 })] },
    { seconds: 810, deployments: [rollingBack, failed] },
    { seconds: 900, deployments: [previous({ status: 'PRIMARY' })] },
  ],
  events: [
    [48, 'has started 1 tasks'],
    [140, unpulled],
    [172, 'has started 1 tasks'],
    [258, unpulled],
    [289, 'has started 1 tasks'],
    [374, unpulled],
  ],
};

/** A container that exits at once, told by a user (TreyWright360/aws-ecs-bedrock-devsecops, 2026-09-24). */
export const crashing: Story = {
  looks: [
    begun,
    { seconds: 175, deployments: [rollingBack, failed] },
    { seconds: 254, deployments: [previous({ status: 'PRIMARY' })] },
  ],
  events: [
    [17, 'has started 1 tasks'],
    [69, 'has started 1 tasks'],
    [120, 'has started 1 tasks'],
    [170, 'has started 1 tasks'],
  ],
};

const unanswered =
  '(port 3001) is unhealthy in (target-group arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/1) ' +
  'due to (reason Request timed out).';

/**
 * A container that runs but never listens behind a load balancer, told by a user, 2026-09-18, to the minute at the
 * start: the breaker acts 37 s after the third failure. The reason is filled in.
 */
export const unhealthy: Story = {
  looks: [begun, { seconds: 934, deployments: [rollingBack, failed] }],
  events: [
    [230, unanswered],
    [568, unanswered],
    [897, unanswered],
    [934, 'deployment failed: tasks failed to start.'],
  ],
};
