import type { World } from '../../world.ts';
import { ecsErrors } from './errors.ts';
import { runnableTaskDefinition } from './find.ts';
import type { ServiceSettings } from './state.ts';

/** Throws what ECS refuses when a service's volumes are not those that its task definition leaves open. */
export function checkVolumes(
  world: World,
  { taskDefinition, volumeConfigurations = [] }: ServiceSettings,
): void {
  const { volumes = [] } = runnableTaskDefinition(world, taskDefinition).content;
  for (const { name = '' } of volumeConfigurations) {
    const isOpen = volumes.some((volume) => volume.name === name && volume.configuredAtLaunch === true);
    if (!isOpen) throw ecsErrors.noVolumeAtLaunch(name);
  }
}

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
