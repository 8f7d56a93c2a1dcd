import type {
  ContainerDefinition,
  PortMapping,
  RegisterTaskDefinitionCommandInput,
  TaskDefinition,
} from '@aws-sdk/client-ecs';

/**
 * A definition as DescribeTaskDefinition answers it, with what AWS fills in: cpu 0, empty lists, essential,
 * host port and protocol as in a recorded answer of 2023; `host: {}`, the values of the health check and the
 * sorted variables as in answers that users have shown.
 */
export function described(definition: RegisterTaskDefinitionCommandInput): TaskDefinition {
  return {
    ...Object.fromEntries(Object.entries(definition).filter(([name]) => name !== 'tags')),
    taskDefinitionArn: `arn:aws:ecs:eu-central-1:123456789012:task-definition/${definition.family ?? ''}:7`,
    revision: 7,
    status: 'ACTIVE',
    compatibilities: ['EC2', 'FARGATE'],
    requiresAttributes: [{ name: 'ecs.capability.task-eni' }],
    registeredAt: new Date(0),
    registeredBy: 'arn:aws:iam::123456789012:user/deployer',
    volumes: (definition.volumes ?? []).map((volume) =>
      Object.keys(volume).length === 1 ? { ...volume, host: {} } : volume,
    ),
    placementConstraints: definition.placementConstraints ?? [],
    ...(definition.cpu !== undefined && { cpu: inUnits(definition.cpu) }),
    ...(definition.memory !== undefined && { memory: inUnits(definition.memory) }),
    containerDefinitions: (definition.containerDefinitions ?? []).map((one) =>
      describedContainer(one, definition.networkMode),
    ),
  };
}

function inUnits(text: string): string {
  const number = Number.parseFloat(text);
  return /[a-z]/i.test(text) ? String(number * 1024) : text;
}

function describedContainer(
  given: ContainerDefinition,
  networkMode: string | undefined,
): ContainerDefinition {
  return {
    ...given,
    cpu: given.cpu ?? 0,
    essential: given.essential ?? true,
    environment: [...(given.environment ?? [])].reverse(),
    mountPoints: given.mountPoints ?? [],
    volumesFrom: given.volumesFrom ?? [],
    systemControls: given.systemControls ?? [],
    portMappings: (given.portMappings ?? []).map((port) => describedPort(port, networkMode)),
    ...(given.healthCheck !== undefined && {
      healthCheck: { interval: 30, timeout: 5, retries: 3, ...given.healthCheck },
    }),
  };
}

function describedPort(port: PortMapping, networkMode: string | undefined): PortMapping {
  const hostPort = networkMode === 'awsvpc' || networkMode === 'host' ? port.containerPort : 0;
  return { protocol: 'tcp', ...port, ...(port.hostPort === undefined && { hostPort }) };
}
