import type { ContainerDefinition, PortMapping } from '@aws-sdk/client-ecs';
import type { TaskDefinitionContent } from './state.ts';

/** What was registered, with what ECS fills in, as DescribeTaskDefinition gives it back. */
export function withDefaults(content: TaskDefinitionContent): TaskDefinitionContent {
  return {
    ...content,
    // [?] ECS gives a memory or cpu in words, such as '1 vCPU', back as a number of units.
    containerDefinitions: (content.containerDefinitions ?? []).map((container) =>
      containerWithDefaults(container, content.networkMode === 'awsvpc'),
    ),
    volumes: content.volumes ?? [],
    placementConstraints: content.placementConstraints ?? [],
  };
}

function containerWithDefaults(container: ContainerDefinition, awsvpc: boolean): ContainerDefinition {
  return {
    cpu: 0,
    essential: true,
    environment: [],
    mountPoints: [],
    volumesFrom: [],
    systemControls: [],
    ...container,
    portMappings: (container.portMappings ?? []).map((mapping) => portWithDefaults(mapping, awsvpc)),
  };
}

function portWithDefaults(mapping: PortMapping, awsvpc: boolean): PortMapping {
  const { containerPort, hostPort = awsvpc ? containerPort : 0 } = mapping;
  return { protocol: 'tcp', ...mapping, ...(hostPort === undefined ? {} : { hostPort }) };
}
