import type { Service } from '@aws-sdk/client-ecs';

const sample = 'arn:aws:ecs:us-east-1:123456789012:task-definition/sample:2';
const loadBalancers = [
  {
    targetGroupArn: 'arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/sample/47a3a7a81ab3db0e',
    containerName: 'sample-app',
    containerPort: 80,
  },
];

/**
 * DescribeServices of a service with the controller CODE_DEPLOY, recorded 2024-03-12 (test data of
 * cloud-custodian), reduced: `deployments` is absent, and the task set that CreateService made has neither
 * startedBy nor externalId.
 */
export const steady: Service = {
  serviceName: 'sample',
  clusterArn: 'arn:aws:ecs:us-east-1:123456789012:cluster/test',
  status: 'ACTIVE',
  desiredCount: 1,
  runningCount: 1,
  pendingCount: 0,
  taskDefinition: sample,
  deploymentController: { type: 'CODE_DEPLOY' },
  deploymentConfiguration: { maximumPercent: 200, minimumHealthyPercent: 100 },
  loadBalancers,
  taskSets: [
    {
      id: 'ecs-svc/4201323268728819917',
      status: 'PRIMARY',
      taskDefinition: sample,
      computedDesiredCount: 1,
      pendingCount: 0,
      runningCount: 1,
      platformVersion: '1.4.0',
      networkConfiguration: {
        awsvpcConfiguration: {
          subnets: ['subnet-a', 'subnet-b'],
          securityGroups: ['sg-a'],
          assignPublicIp: 'ENABLED',
        },
      },
      loadBalancers,
      scale: { value: 100, unit: 'PERCENT' },
      stabilityStatus: 'STEADY_STATE',
    },
  ],
};
