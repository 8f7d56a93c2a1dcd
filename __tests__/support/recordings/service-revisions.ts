import type { ServiceRevision } from '@aws-sdk/client-ecs';

const arnOf = (kind: string, rest: string): string =>
  `arn:aws:ecs:ap-northeast-1:123456789012:${kind}/my-cluster/${rest}`;

/**
 * An entry of DescribeServiceRevisions, from the examples of the AWS CLI (2024-10-31), with names of our own: which
 * digest each image was resolved to, the image as the task definition names it.
 */
export const revision: ServiceRevision = {
  serviceRevisionArn: arnOf('service-revision', 'my-service/1485800978477494678'),
  serviceArn: arnOf('service', 'my-service'),
  clusterArn: 'arn:aws:ecs:ap-northeast-1:123456789012:cluster/my-cluster',
  taskDefinition: 'arn:aws:ecs:ap-northeast-1:123456789012:task-definition/webserver:5',
  capacityProviderStrategy: [{ capacityProvider: 'FARGATE', weight: 1, base: 0 }],
  platformVersion: '1.4.0',
  platformFamily: 'Linux',
  networkConfiguration: {
    awsvpcConfiguration: {
      subnets: ['subnet-a', 'subnet-b'],
      securityGroups: ['sg-a'],
      assignPublicIp: 'ENABLED',
    },
  },
  containerImages: [
    {
      containerName: 'aws-otel-collector',
      imageDigest: 'sha256:7a1b3560655071bcacd66902c20ebe9a69470d5691fe3bd36baace7c2f3c4640',
      image: 'public.ecr.aws/aws-observability/aws-otel-collector:v0.32.0',
    },
    {
      containerName: 'web',
      imageDigest: 'sha256:28402db69fec7c17e179ea87882667f1e054391138f77ffaf0c3eb388efc3ffb',
      image: 'nginx',
    },
  ],
  guardDutyEnabled: false,
  serviceConnectConfiguration: { enabled: false },
  createdAt: new Date('2024-10-31T12:03:29.302Z'),
};
