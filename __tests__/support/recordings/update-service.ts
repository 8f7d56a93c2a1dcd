import type { Deployment, Service } from '@aws-sdk/client-ecs';

const ui = 'arn:aws:ecs:ap-northeast-3:123456789012:task-definition/ui:4';

/**
 * UpdateService with forceNewDeployment, recorded 2026-04-30 (public workshop notes), reduced: the new
 * PRIMARY wants 0 tasks at first, and currentServiceDeployment is not in the answer.
 */
export const forced: Service = {
  serviceName: 'ui',
  clusterArn: 'arn:aws:ecs:ap-northeast-3:123456789012:cluster/retail',
  status: 'ACTIVE',
  desiredCount: 2,
  runningCount: 2,
  pendingCount: 0,
  taskDefinition: ui,
  deploymentController: { type: 'ECS' },
  deploymentConfiguration: {
    deploymentCircuitBreaker: { enable: false, rollback: false },
    maximumPercent: 200,
    minimumHealthyPercent: 100,
    strategy: 'ROLLING',
    bakeTimeInMinutes: 0,
  },
  deployments: [
    {
      id: 'ecs-svc/6216346761948112104',
      status: 'PRIMARY',
      taskDefinition: ui,
      desiredCount: 0,
      pendingCount: 0,
      runningCount: 0,
      failedTasks: 0,
      rolloutState: 'IN_PROGRESS',
      rolloutStateReason: 'ECS deployment ecs-svc/6216346761948112104 in progress.',
    },
    {
      id: 'ecs-svc/5678755162203410295',
      status: 'ACTIVE',
      taskDefinition: ui,
      desiredCount: 2,
      pendingCount: 0,
      runningCount: 2,
      failedTasks: 0,
      rolloutState: 'COMPLETED',
      rolloutStateReason: 'ECS deployment ecs-svc/5678755162203410295 completed.',
    },
  ],
};

const test1 = 'arn:aws:ecs:us-east-1:123456789012:task-definition/test:1';

const counted = (desiredCount: number): Service => ({
  serviceName: 'autoscaling-test',
  clusterArn: 'arn:aws:ecs:us-east-1:123456789012:cluster/test',
  status: 'ACTIVE',
  desiredCount,
  runningCount: 0,
  pendingCount: 0,
  taskDefinition: test1,
  deployments: [
    {
      id: 'ecs-svc/2250466774619741758',
      status: 'PRIMARY',
      taskDefinition: test1,
      desiredCount,
      pendingCount: 0,
      runningCount: 0,
      failedTasks: 0,
      rolloutState: 'COMPLETED',
      rolloutStateReason: 'ECS deployment ecs-svc/2250466774619741758 completed.',
    },
  ],
});

/**
 * UpdateService with a desiredCount alone, recorded 2021-03-17 (test data of cloud-custodian), reduced: the
 * deployment keeps its id and stays COMPLETED, though with no instances no task runs.
 */
export const countAlone = counted(1);

/** The same with the count 0. */
export const countToZero = counted(0);

const network = (securityGroup: string): Deployment['networkConfiguration'] => ({
  awsvpcConfiguration: { subnets: ['subnet-a'], securityGroups: [securityGroup] },
});

/** Before there was a rolloutState. */
const early = (id: string, status: string, securityGroup: string): Deployment => ({
  id,
  status,
  taskDefinition: test1,
  desiredCount: 1,
  pendingCount: 0,
  runningCount: 0,
  networkConfiguration: network(securityGroup),
});

/**
 * UpdateService with another network alone, recorded 2019-02-24 (test data of cloud-custodian), reduced: the new
 * deployment and the old one are listed at once, each with its own network, and no event tells of it.
 */
export const networkChanged: Service = {
  serviceName: 'update-test',
  clusterArn: 'arn:aws:ecs:us-east-1:123456789012:cluster/test',
  status: 'ACTIVE',
  desiredCount: 1,
  runningCount: 0,
  pendingCount: 0,
  taskDefinition: test1,
  networkConfiguration: network('sg-new'),
  deployments: [
    early('ecs-svc/9223370485812826009', 'PRIMARY', 'sg-new'),
    early('ecs-svc/9223370485813623167', 'ACTIVE', 'sg-old'),
  ],
  events: [],
};
