import type { World } from '../../world.ts';
import { ecsErrors } from './errors.ts';
import { runnableTaskDefinition } from './find.ts';
import type { ServiceSettings } from './state.ts';

/** Throws what ECS refuses when a service's load balancers do not fit its task definition. */
export function checkContainers(world: World, settings: ServiceSettings): void {
  const definition = runnableTaskDefinition(world, settings.taskDefinition);
  for (const { containerName = '', containerPort = 0 } of settings.loadBalancers ?? []) {
    const container = definition.content.containerDefinitions?.find(({ name }) => name === containerName);
    if (container === undefined) throw ecsErrors.noContainer();
    const ports = (container.portMappings ?? []).map((mapping) => mapping.containerPort);
    if (!ports.includes(containerPort)) throw ecsErrors.noContainerPort(containerName, containerPort);
  }
}
