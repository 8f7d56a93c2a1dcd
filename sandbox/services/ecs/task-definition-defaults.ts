import type { ContainerDefinition, PortMapping } from '@aws-sdk/client-ecs';
import type { TaskDefinitionContent } from './state.ts';

/** What was registered, with what ECS fills in, as DescribeTaskDefinition gives it back. */
export function withDefaults(content: TaskDefinitionContent): TaskDefinitionContent {
  const { networkMode } = content;
  // [?] Under host too: there it can be blank or equal, nothing else (API reference, PortMapping).
  const sharesPorts = networkMode === 'awsvpc' || networkMode === 'host';
  return {
    ...content,
    // [?] ECS gives a memory or cpu in words, such as '1 vCPU', back as a number of units.
    containerDefinitions: (content.containerDefinitions ?? []).map((container) =>
      containerWithDefaults(container, sharesPorts),
    ),
    volumes: content.volumes ?? [],
    placementConstraints: content.placementConstraints ?? [],
  };
}

function containerWithDefaults(container: ContainerDefinition, sharesPorts: boolean): ContainerDefinition {
  return {
    cpu: 0,
    essential: true,
    environment: [],
    mountPoints: [],
    volumesFrom: [],
    systemControls: [],
    ...container,
    portMappings: (container.portMappings ?? []).map((mapping) => portWithDefaults(mapping, sharesPorts)),
  };
}

function portWithDefaults(mapping: PortMapping, sharesPorts: boolean): PortMapping {
  const { containerPort, hostPort = sharesPorts ? containerPort : 0 } = mapping;
  return { protocol: 'tcp', ...mapping, ...(hostPort === undefined ? {} : { hostPort }) };
}
