import type { TaskDefinition } from '@aws-sdk/client-ecs';

/**
 * An entry of DeleteTaskDefinitions, recorded 2023-03-27 (test data of cloud-custodian), with names of our own: the
 * revision was deregistered before, and has all its content still.
 */
export const deleted: TaskDefinition = {
  taskDefinitionArn: 'arn:aws:ecs:us-east-1:123456789012:task-definition/testing:2',
  containerDefinitions: [
    {
      name: 'testing',
      image: '123456789012.dkr.ecr.us-east-1.amazonaws.com/nodejs:latest',
      cpu: 0,
      portMappings: [
        { containerPort: 80, hostPort: 80, protocol: 'tcp', name: 'testing-80-tcp', appProtocol: 'http' },
      ],
      essential: true,
      environment: [],
      environmentFiles: [],
      mountPoints: [],
      volumesFrom: [],
      logConfiguration: {
        logDriver: 'awslogs',
        options: {
          'awslogs-create-group': 'true',
          'awslogs-group': '/ecs/testing',
          'awslogs-region': 'us-east-1',
          'awslogs-stream-prefix': 'ecs',
        },
      },
    },
  ],
  family: 'testing',
  executionRoleArn: 'arn:aws:iam::123456789012:role/ecsTaskExecutionRole',
  networkMode: 'awsvpc',
  revision: 2,
  volumes: [],
  status: 'DELETE_IN_PROGRESS',
  requiresAttributes: [
    { name: 'com.amazonaws.ecs.capability.logging-driver.awslogs' },
    { name: 'ecs.capability.execution-role-awslogs' },
    { name: 'com.amazonaws.ecs.capability.ecr-auth' },
    { name: 'com.amazonaws.ecs.capability.docker-remote-api.1.19' },
    { name: 'ecs.capability.execution-role-ecr-pull' },
    { name: 'com.amazonaws.ecs.capability.docker-remote-api.1.18' },
    { name: 'ecs.capability.task-eni' },
    { name: 'com.amazonaws.ecs.capability.docker-remote-api.1.29' },
  ],
  placementConstraints: [],
  compatibilities: ['EC2', 'FARGATE'],
  runtimePlatform: { cpuArchitecture: 'X86_64', operatingSystemFamily: 'LINUX' },
  requiresCompatibilities: ['FARGATE'],
  cpu: '1024',
  memory: '3072',
  registeredAt: new Date('2023-03-27T15:30:09.622Z'),
  deregisteredAt: new Date('2023-03-27T15:32:11.769Z'),
  registeredBy: 'arn:aws:iam::123456789012:user/timmy',
};
