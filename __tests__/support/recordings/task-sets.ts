import type { Service, ServiceEvent, TaskSet } from '@aws-sdk/client-ecs';

const sample = 'arn:aws:ecs:us-east-1:123456789012:task-definition/sample:2';
const group = 'arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/sample/47a3a7a81ab3db0e';
const loadBalancers = [{ targetGroupArn: group, containerName: 'sample-app', containerPort: 80 }];
const service = {
  serviceArn: 'arn:aws:ecs:us-east-1:123456789012:service/test/sample',
  clusterArn: 'arn:aws:ecs:us-east-1:123456789012:cluster/test',
} as const;
const network: TaskSet['networkConfiguration'] = {
  awsvpcConfiguration: {
    subnets: ['subnet-a', 'subnet-b'],
    securityGroups: ['sg-a'],
    assignPublicIp: 'ENABLED',
  },
};

/** On 2024-03-12. */
const event = (time: string, message: string): ServiceEvent => ({
  id: `event-${time}`,
  createdAt: new Date(`2024-03-12T${time}Z`),
  message: `(service sample${message}`,
});
const ofTaskSet = ', taskSet ecs-svc/4201323268728819917)';

/**
 * DescribeServices of a service with the controller CODE_DEPLOY, recorded 2024-03-12 (test data of
 * cloud-custodian), with names of our own: `deployments` is absent, and the task set that CreateService made has
 * neither startedBy nor externalId.
 */
export const steady: Service = {
  ...service,
  serviceName: 'sample',
  loadBalancers,
  serviceRegistries: [],
  status: 'ACTIVE',
  desiredCount: 1,
  runningCount: 1,
  pendingCount: 0,
  launchType: 'FARGATE',
  platformVersion: '1.4.0',
  platformFamily: 'Linux',
  taskDefinition: sample,
  deploymentConfiguration: { maximumPercent: 200, minimumHealthyPercent: 100 },
  taskSets: [
    {
      ...service,
      id: 'ecs-svc/4201323268728819917',
      taskSetArn: 'arn:aws:ecs:us-east-1:123456789012:task-set/test/sample/ecs-svc/4201323268728819917',
      status: 'PRIMARY',
      taskDefinition: sample,
      computedDesiredCount: 1,
      pendingCount: 0,
      runningCount: 1,
      createdAt: new Date('2024-03-12T19:49:24.781Z'),
      updatedAt: new Date('2024-03-12T19:50:19.876Z'),
      launchType: 'FARGATE',
      platformVersion: '1.4.0',
      platformFamily: 'Linux',
      networkConfiguration: network,
      loadBalancers,
      serviceRegistries: [],
      scale: { value: 100, unit: 'PERCENT' },
      stabilityStatus: 'STEADY_STATE',
      stabilityStatusAt: new Date('2024-03-12T19:50:19.876Z'),
      tags: [],
    },
  ],
  roleArn: 'arn:aws:iam::123456789012:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS',
  events: [
    event('19:50:19.885', ') has reached a steady state.'),
    event('19:50:19.884', `${ofTaskSet} updated state to STEADY_STATE.`),
    event('19:50:00.471', `${ofTaskSet} registered 1 targets in (target-group ${group})`),
    event('19:49:32.412', `${ofTaskSet} has started 1 tasks: (task 601dade4334d4864a4fb6da44a0ea8ff).`),
  ],
  createdAt: new Date('2024-03-12T19:49:24.781Z'),
  placementConstraints: [],
  placementStrategy: [],
  networkConfiguration: network,
  healthCheckGracePeriodSeconds: 0,
  schedulingStrategy: 'REPLICA',
  deploymentController: { type: 'CODE_DEPLOY' },
  createdBy: 'arn:aws:iam::123456789012:role/deployer',
  enableECSManagedTags: true,
  propagateTags: 'NONE',
  enableExecuteCommand: false,
};

/** UpdateService with the count 0 on that service, recorded in the same run: its task set wants 1 task still. */
export const countedDown: Service = { ...steady, desiredCount: 0 };

/**
 * An entry of DescribeTaskSets, controller EXTERNAL, from the examples of the AWS CLI (2019-05-07): scaled to
 * nothing, and steady.
 */
export const external: TaskSet = {
  id: 'ecs-svc/1234567890123456789',
  taskSetArn: 'arn:aws:ecs:us-west-2:123456789012:task-set/MyCluster/MyService/ecs-svc/1234567890123456789',
  status: 'ACTIVE',
  taskDefinition: 'arn:aws:ecs:us-west-2:123456789012:task-definition/sample-fargate:2',
  computedDesiredCount: 0,
  pendingCount: 0,
  runningCount: 0,
  createdAt: new Date('2019-05-07T05:41:55.195Z'),
  updatedAt: new Date('2019-05-07T05:42:20.014Z'),
  launchType: 'EC2',
  networkConfiguration: {
    awsvpcConfiguration: { subnets: ['subnet-a'], securityGroups: ['sg-a'], assignPublicIp: 'DISABLED' },
  },
  loadBalancers: [],
  serviceRegistries: [],
  scale: { value: 0, unit: 'PERCENT' },
  stabilityStatus: 'STEADY_STATE',
  stabilityStatusAt: new Date('2019-05-07T05:42:20.014Z'),
};

const staged = (number: string, more: TaskSet): TaskSet => ({
  id: `ecs-svc/${number}`,
  taskSetArn: `arn:aws:ecs:me-central-1:123456789012:task-set/staging/api/ecs-svc/${number}`,
  computedDesiredCount: 1,
  runningCount: 1,
  pendingCount: 0,
  scale: { unit: 'PERCENT', value: 100 },
  platformVersion: '1.4.0',
  platformFamily: 'Linux',
  ...more,
});

/**
 * A service with the controller EXTERNAL whose second task set is on its way, after a real answer of 2023
 * (mtyurt/ecstui), an excerpt; the events without their times, newest first.
 */
export const stabilizing: Service = {
  serviceName: 'api',
  status: 'ACTIVE',
  deploymentController: { type: 'EXTERNAL' },
  taskSets: [
    staged('3517849243791983451', { status: 'PRIMARY', stabilityStatus: 'STEADY_STATE' }),
    staged('8895224990753999325', { status: 'ACTIVE', stabilityStatus: 'STABILIZING' }),
  ],
  events: [
    `(service api, taskSet ecs-svc/8895224990753999325) registered 1 targets in (target-group ${group})`,
    '(service api, taskSet ecs-svc/8895224990753999325) has started 1 tasks: (task f6dd8e0f7a2a41e5ac58ae4b15b8ed8e).',
    '(service api) updated computedDesiredCount for taskSet ecs-svc/8895224990753999325 to 1.',
    '(service api) has reached a steady state.',
  ].map((message) => ({ message })),
};
