import type { Deployment, Service, ServiceEvent } from '@aws-sdk/client-ecs';
import { breakerEvents, previousId } from './breaker-events.ts';

// Facts of two DescribeServices answers of 2021-04-23 (test data of the public repository
// sevenwestmedia-labs/pulumi-components), reduced and typed again: a rolling deployment of revision 6
// that the circuit breaker rolled back to revision 2, 20 seconds after it fired and when it was over.

const arn = (revision: number): string =>
  `arn:aws:ecs:ap-southeast-2:123456789012:task-definition/web-task-definition:${revision}`;

export const askedRevision = arn(6);
const previousRevision = arn(2);

const restored: Deployment = {
  id: previousId,
  status: 'PRIMARY',
  taskDefinition: previousRevision,
  desiredCount: 2,
  pendingCount: 1,
  runningCount: 1,
  failedTasks: 0,
  createdAt: new Date('2021-04-23T04:06:21.711Z'),
  rolloutState: 'IN_PROGRESS',
  rolloutStateReason: `ECS deployment circuit breaker: rolling back to deploymentId ${previousId}.`,
};

const eventsBefore = (moment: string): ServiceEvent[] =>
  breakerEvents.filter(({ createdAt }) => Number(createdAt) < Date.parse(moment));

/** The controller and the strategy are absent: an answer of before they existed. */
const service: Service = {
  serviceName: 'web',
  clusterArn: 'arn:aws:ecs:ap-southeast-2:123456789012:cluster/shared',
  status: 'ACTIVE',
  desiredCount: 2,
  runningCount: 1,
  pendingCount: 3,
  taskDefinition: previousRevision,
  deploymentConfiguration: {
    deploymentCircuitBreaker: { enable: true, rollback: true },
    maximumPercent: 200,
    minimumHealthyPercent: 100,
  },
};

export const rollingBack: Service = {
  ...service,
  deployments: [
    restored,
    // Superseded long before, and still listed as if it were under way.
    {
      id: 'ecs-svc/1281894607538416024',
      status: 'ACTIVE',
      taskDefinition: arn(5),
      desiredCount: 2,
      pendingCount: 2,
      runningCount: 0,
      failedTasks: 0,
      rolloutState: 'IN_PROGRESS',
      rolloutStateReason: 'ECS deployment ecs-svc/1281894607538416024 in progress.',
    },
  ],
  events: eventsBefore('2021-04-23T04:59:42Z'),
};

export const rolledBack: Service = {
  ...service,
  desiredCount: 1,
  runningCount: 1,
  pendingCount: 0,
  deployments: [
    {
      ...restored,
      desiredCount: 1,
      pendingCount: 0,
      runningCount: 1,
      rolloutState: 'COMPLETED',
      rolloutStateReason: `ECS deployment ${previousId} completed.`,
    },
  ],
  events: [...breakerEvents],
};
