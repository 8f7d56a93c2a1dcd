import type { RegisterTaskDefinitionCommandInput } from '@aws-sdk/client-ecs';
import { container, taskDefinition } from './task-definition.ts';

const only = (changes: Parameters<typeof container>[0]): RegisterTaskDefinitionCommandInput =>
  taskDefinition({ containerDefinitions: [container(changes)] });

const onInstances = (
  changes: Partial<RegisterTaskDefinitionCommandInput>,
): RegisterTaskDefinitionCommandInput => {
  return {
    family: 'web',
    requiresCompatibilities: ['EC2'],
    networkMode: 'bridge',
    memory: '512',
    containerDefinitions: [container()],
    ...changes,
  };
};

/** Definitions as users write them, each with something of its own. */
export const variedDefinitions: readonly (readonly [string, RegisterTaskDefinitionCommandInput])[] = [
  ['the smallest one for Fargate', taskDefinition()],
  ['vCPUs and gigabytes', taskDefinition({ cpu: '.5 vCPU', memory: '1 GB' })],
  ['a port', only({ portMappings: [{ containerPort: 8080 }] })],
  [
    'a named port with a protocol',
    only({
      portMappings: [
        { containerPort: 8080, hostPort: 8080, protocol: 'tcp', name: 'http', appProtocol: 'http2' },
      ],
    }),
  ],
  ['a UDP port', only({ portMappings: [{ containerPort: 53, protocol: 'udp' }] })],
  [
    'variables',
    only({
      environment: [
        { name: 'B', value: '1' },
        { name: 'A', value: '' },
        { name: 'C', value: 'x y' },
      ],
    }),
  ],
  [
    'secrets',
    only({
      secrets: [{ name: 'TOKEN', valueFrom: 'arn:aws:ssm:eu-central-1:123456789012:parameter/token' }],
    }),
  ],
  [
    'a health check with defaults',
    only({ healthCheck: { command: ['CMD-SHELL', 'curl -f http://localhost/'] } }),
  ],
  [
    'a health check without defaults',
    only({
      healthCheck: { command: ['CMD', 'true'], interval: 10, timeout: 2, retries: 5, startPeriod: 60 },
    }),
  ],
  [
    'logs',
    only({
      logConfiguration: {
        logDriver: 'awslogs',
        options: {
          'awslogs-group': '/ecs/web',
          'awslogs-region': 'eu-central-1',
          'awslogs-stream-prefix': 'web',
        },
      },
    }),
  ],
  [
    'logs with a router',
    taskDefinition({
      containerDefinitions: [
        container({ logConfiguration: { logDriver: 'awsfirelens', options: {} } }),
        container({ name: 'log', firelensConfiguration: { type: 'fluentbit' } }),
      ],
    }),
  ],
  [
    'containers that wait',
    taskDefinition({
      containerDefinitions: [
        container({ dependsOn: [{ containerName: 'init', condition: 'SUCCESS' }] }),
        container({ name: 'init', essential: false }),
      ],
    }),
  ],
  [
    'a volume of the host',
    taskDefinition({
      volumes: [{ name: 'cache' }],
      containerDefinitions: [
        container({ mountPoints: [{ sourceVolume: 'cache', containerPath: '/c', readOnly: false }] }),
      ],
    }),
  ],
  [
    'a file system',
    taskDefinition({
      volumes: [
        {
          name: 'files',
          efsVolumeConfiguration: {
            fileSystemId: 'fs-0123',
            rootDirectory: '/',
            transitEncryption: 'ENABLED',
            authorizationConfig: { iam: 'ENABLED' },
          },
        },
      ],
    }),
  ],
  [
    'a platform and more storage',
    taskDefinition({
      runtimePlatform: { cpuArchitecture: 'ARM64', operatingSystemFamily: 'LINUX' },
      ephemeralStorage: { sizeInGiB: 40 },
    }),
  ],
  [
    'limits and Linux parameters',
    only({
      ulimits: [{ name: 'nofile', softLimit: 1024, hardLimit: 4096 }],
      linuxParameters: { initProcessEnabled: true, capabilities: { drop: ['ALL'] } },
    }),
  ],
  [
    'commands',
    only({ entryPoint: ['sh', '-c'], command: ['exec "$0"', 'run'], workingDirectory: '/app', user: '1000' }),
  ],
  [
    'instances with a dynamic port',
    onInstances({
      containerDefinitions: [container({ memory: 256, portMappings: [{ containerPort: 80 }] })],
    }),
  ],
  [
    'instances in host mode',
    onInstances({
      networkMode: 'host',
      containerDefinitions: [container({ memoryReservation: 64, portMappings: [{ containerPort: 80 }] })],
    }),
  ],
  [
    'a placement constraint and a restart policy',
    onInstances({
      placementConstraints: [{ type: 'memberOf', expression: 'attribute:ecs.os-type == linux' }],
      containerDefinitions: [container({ restartPolicy: { enabled: true, ignoredExitCodes: [0] } })],
    }),
  ],
  [
    'labels, fault injection and a role',
    taskDefinition({
      enableFaultInjection: false,
      taskRoleArn: 'arn:aws:iam::123456789012:role/web',
      containerDefinitions: [
        container({ dockerLabels: { b: '2', a: '1' }, readonlyRootFilesystem: true, stopTimeout: 60 }),
      ],
    }),
  ],
];
