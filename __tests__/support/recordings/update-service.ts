import type { Deployment, Service, ServiceCurrentRevisionSummary, ServiceEvent } from '@aws-sdk/client-ecs';

const ui = 'arn:aws:ecs:ap-northeast-3:123456789012:task-definition/ui:4';
const uiGroup = 'arn:aws:elasticloadbalancing:ap-northeast-3:123456789012:targetgroup/blue/d981484920c49db1';
const uiNetwork: Deployment['networkConfiguration'] = {
  awsvpcConfiguration: {
    subnets: ['subnet-a', 'subnet-b'],
    securityGroups: ['sg-a'],
    assignPublicIp: 'DISABLED',
  },
};

const uiDeployment = (number: string, more: Deployment): Deployment => ({
  id: `ecs-svc/${number}`,
  taskDefinition: ui,
  pendingCount: 0,
  failedTasks: 0,
  launchType: 'FARGATE',
  platformVersion: '1.4.0',
  platformFamily: 'Linux',
  networkConfiguration: uiNetwork,
  ...more,
});

const uiRevision = (number: string, count: number): ServiceCurrentRevisionSummary => ({
  arn: `arn:aws:ecs:ap-northeast-3:123456789012:service-revision/retail/ui/${number}`,
  requestedTaskCount: count,
  runningTaskCount: count,
  pendingTaskCount: 0,
});

/** On 2026-04-30. */
const uiEvent = (time: string, message: string): ServiceEvent => ({
  id: `event-${time}`,
  createdAt: new Date(`2026-04-30T${time}Z`),
  message: `(service ui${message}`,
});

/** When UpdateService had created the deployment before: the newest seven events are its own. */
export const rolloutBegan = new Date('2026-04-30T02:05:17.056Z');

/**
 * UpdateService with forceNewDeployment, recorded 2026-04-30 (public workshop notes), with names of our own: the new
 * PRIMARY wants 0 tasks at first, the new revision is the first and has its number, and currentServiceDeployment is
 * not in the answer.
 */
export const forced: Service = {
  serviceArn: 'arn:aws:ecs:ap-northeast-3:123456789012:service/retail/ui',
  serviceName: 'ui',
  clusterArn: 'arn:aws:ecs:ap-northeast-3:123456789012:cluster/retail',
  loadBalancers: [{ targetGroupArn: uiGroup, containerName: 'application', containerPort: 8080 }],
  serviceRegistries: [],
  status: 'ACTIVE',
  desiredCount: 2,
  runningCount: 2,
  pendingCount: 0,
  launchType: 'FARGATE',
  platformVersion: 'LATEST',
  platformFamily: 'Linux',
  taskDefinition: ui,
  deploymentConfiguration: {
    deploymentCircuitBreaker: { enable: false, rollback: false },
    maximumPercent: 200,
    minimumHealthyPercent: 100,
    strategy: 'ROLLING',
    bakeTimeInMinutes: 0,
  },
  deployments: [
    uiDeployment('6216346761948112104', {
      status: 'PRIMARY',
      desiredCount: 0,
      runningCount: 0,
      createdAt: new Date('2026-04-30T03:00:42.816Z'),
      updatedAt: new Date('2026-04-30T03:00:42.816Z'),
      rolloutState: 'IN_PROGRESS',
      rolloutStateReason: 'ECS deployment ecs-svc/6216346761948112104 in progress.',
    }),
    uiDeployment('5678755162203410295', {
      status: 'ACTIVE',
      desiredCount: 2,
      runningCount: 2,
      createdAt: rolloutBegan,
      updatedAt: new Date('2026-04-30T02:07:46.073Z'),
      rolloutState: 'COMPLETED',
      rolloutStateReason: 'ECS deployment ecs-svc/5678755162203410295 completed.',
    }),
  ],
  roleArn: 'arn:aws:iam::123456789012:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS',
  events: [
    uiEvent('02:07:46.079', ') has reached a steady state.'),
    uiEvent('02:07:46.078', ') (deployment ecs-svc/5678755162203410295) deployment completed.'),
    uiEvent(
      '02:06:44.015',
      ', taskSet ecs-svc/7142340952746948336) has begun draining connections on 2 tasks.',
    ),
    uiEvent('02:06:44.011', `) deregistered 2 targets in (target-group ${uiGroup})`),
    uiEvent(
      '02:06:42.457',
      ') has stopped 2 running tasks: (task 3e7a1395d08a42a89371db1f2755625e) (task 5e1c383c0e4a4d4a8beb0b98276134a2).',
    ),
    uiEvent('02:06:01.418', `) registered 2 targets in (target-group ${uiGroup})`),
    uiEvent(
      '02:05:31.480',
      ') has started 2 tasks: (task 6a127288b5fa4ad7b70e2b340d705cc0) (task ef673d3a5c6d4401993bdbe5f77df574).',
    ),
    uiEvent('01:01:10.917', ') has reached a steady state.'),
    uiEvent('01:01:10.916', ') (deployment ecs-svc/7142340952746948336) deployment completed.'),
    uiEvent('01:00:30.305', `) registered 1 targets in (target-group ${uiGroup})`),
    uiEvent(
      '01:00:00.213',
      ') has started 2 tasks: (task 3e7a1395d08a42a89371db1f2755625e) (task 5e1c383c0e4a4d4a8beb0b98276134a2).',
    ),
  ],
  createdAt: new Date('2026-04-30T00:59:43.081Z'),
  currentServiceRevisions: [uiRevision('6216346761948112104', 0), uiRevision('5678755162203410295', 2)],
  placementConstraints: [],
  placementStrategy: [],
  networkConfiguration: uiNetwork,
  healthCheckGracePeriodSeconds: 30,
  schedulingStrategy: 'REPLICA',
  deploymentController: { type: 'ECS' },
  createdBy: 'arn:aws:iam::123456789012:role/deployer',
  enableECSManagedTags: false,
  propagateTags: 'NONE',
  enableExecuteCommand: true,
  availabilityZoneRebalancing: 'ENABLED',
  resourceManagementType: 'CUSTOMER',
};

const test1 = 'arn:aws:ecs:us-east-1:123456789012:task-definition/test:1';

/** The event of a service that finds no instance, from the same answers. */
export const noInstances =
  '(service autoscaling-test) was unable to place a task because no container instance met all of its requirements. ' +
  'Reason: No Container Instances were found in your cluster. For more information, see the Troubleshooting section ' +
  'of the Amazon ECS Developer Guide.';

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
  events: [{ id: 'e1', createdAt: new Date('2021-03-17T15:02:20.928Z'), message: noInstances }],
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
