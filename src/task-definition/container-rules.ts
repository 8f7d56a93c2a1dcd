import type { PortMapping, RegisterTaskDefinitionCommandInput } from '@aws-sdk/client-ecs';
import { type Path, pathText } from '../inputs/document.ts';
import { containersOf, type Finding, type PlacedContainer, repetitions, type Rule } from './finding.ts';

/** The rules about one container or all of them, dependencies aside. */
export const containerRules: readonly Rule[] = [
  hasContainers,
  namesAreNames,
  namesAreUnique,
  imagesAreReferences,
  oneIsEssential,
  portsAreFree,
  portNamesAreUnique,
  hostPortsFollowNetworkMode,
  variablesAreUnique,
  memoryIsGiven,
];

function hasContainers({ containerDefinitions }: RegisterTaskDefinitionCommandInput): readonly Finding[] {
  if (containerDefinitions?.length !== 0) return [];
  return [
    {
      message: 'containerDefinitions is empty.',
      remedy: 'Add at least one container.',
      path: ['containerDefinitions'],
    },
  ];
}

/** API reference, ContainerDefinition name; `Container.name should not be null or blank.` */
function namesAreNames(definition: RegisterTaskDefinitionCommandInput): readonly Finding[] {
  return containersOf(definition)
    .filter(({ container }) => container.name !== undefined && !/^[\w-]{1,255}$/.test(container.name))
    .map(({ path }) => ({
      message: `${pathText([...path, 'name'])} is no name that AWS takes.`,
      remedy: 'Use up to 255 letters, numbers, hyphens and underscores.',
      path: [...path, 'name'],
    }));
}

function namesAreUnique(definition: RegisterTaskDefinitionCommandInput): readonly Finding[] {
  return repetitions(containersOf(definition), ({ name }) => name).map(([{ name, path }, first]) => ({
    message: `Two containers are named ${name}: ${pathText(first.path)} and ${pathText(path)}.`,
    remedy: 'Rename one of them.',
    path: [...path, 'name'],
  }));
}

/** API reference, ContainerDefinition image: what is no reference is registered, and found by the first pull. */
function imagesAreReferences(definition: RegisterTaskDefinitionCommandInput): readonly Finding[] {
  return containersOf(definition)
    .filter(({ container: { image = '' } }) => image.trim() !== '' && !isReference(image))
    .map(({ path, name }) => ({
      message: `The image of container ${name} is no reference to an image.`,
      remedy: 'Write registry/repository:tag or registry/repository@sha256:digest, without a scheme.',
      path: [...path, 'image'],
    }));
}

const isReference = (image: string): boolean => /^[\w.:/@#+-]+$/.test(image) && !image.includes('://');

/** API reference, essential: true when it is not given; all tasks must have one such container. */
function oneIsEssential(definition: RegisterTaskDefinitionCommandInput): readonly Finding[] {
  const containers = containersOf(definition);
  if (containers.length === 0 || containers.some(({ container }) => container.essential !== false)) return [];
  return [
    {
      message: 'No container is essential: AWS wants at least one.',
      remedy: 'Remove essential: false from the container that does the work.',
      path: ['containerDefinitions'],
      needs: containers.map(({ path }) => [...path, 'essential']),
    },
  ];
}

interface PlacedPort {
  readonly port: PortMapping;
  readonly path: Path;
  readonly owner: PlacedContainer;
}

function portsOf(definition: RegisterTaskDefinitionCommandInput): readonly PlacedPort[] {
  return containersOf(definition).flatMap((owner) =>
    (owner.container.portMappings ?? []).map((port, index) => ({
      port,
      path: [...owner.path, 'portMappings', index],
      owner,
    })),
  );
}

/** Containers of one task share its network interface under awsvpc, and the host's under host. */
function portsAreFree(definition: RegisterTaskDefinitionCommandInput): readonly Finding[] {
  const shared = definition.networkMode === 'awsvpc' || definition.networkMode === 'host';
  const keyOf = ({ port, owner }: PlacedPort): string | undefined => {
    const protocol = port.protocol ?? 'tcp';
    if (shared) return port.containerPort === undefined ? undefined : `${port.containerPort}/${protocol}`;
    if (port.hostPort !== undefined && port.hostPort !== 0) return `host ${port.hostPort}/${protocol}`;
    return port.containerPort === undefined
      ? undefined
      : `${pathText(owner.path)} ${port.containerPort}/${protocol}`;
  };
  return repetitions(portsOf(definition), keyOf).map(([{ port, path, owner }, first]) => ({
    message: `Port ${port.containerPort ?? port.hostPort ?? '?'} of container ${owner.name} is taken by ${pathText(first.path)}.`,
    remedy: 'Give each port and protocol to one container, once.',
    path,
  }));
}

/** A service refers to a port by its name (Service Connect, VPC Lattice). */
function portNamesAreUnique(definition: RegisterTaskDefinitionCommandInput): readonly Finding[] {
  return repetitions(portsOf(definition), ({ port }) => port.name).map(([{ port, path }, first]) => ({
    message: `Two ports are named ${port.name ?? ''}: ${pathText(first.path)} and ${pathText(path)}.`,
    remedy: 'Rename one of them.',
    path: [...path, 'name'],
  }));
}

/** API reference, PortMapping hostPort: under awsvpc and host it is left out or equal to containerPort. */
function hostPortsFollowNetworkMode(definition: RegisterTaskDefinitionCommandInput): readonly Finding[] {
  const { networkMode } = definition;
  if (networkMode !== 'awsvpc' && networkMode !== 'host') return [];
  return portsOf(definition)
    .filter(({ port: { hostPort, containerPort } }) => {
      return hostPort !== undefined && containerPort !== undefined && hostPort !== containerPort;
    })
    .map(({ path }) => ({
      message: `${pathText([...path, 'hostPort'])} differs from containerPort, which network mode ${networkMode} does not allow.`,
      remedy: 'Remove hostPort.',
      path: [...path, 'hostPort'],
    }));
}

/** `The secret name must be unique and not shared with any new or existing environment variables …` */
function variablesAreUnique(definition: RegisterTaskDefinitionCommandInput): readonly Finding[] {
  return containersOf(definition).flatMap(({ container, path, name }) => {
    const variables = (['environment', 'secrets'] as const).flatMap((member) =>
      (container[member] ?? []).map((variable, index) => ({
        name: variable.name,
        path: [...path, member, index],
      })),
    );
    return repetitions(variables, (variable) => variable.name).map(([variable, first]) => ({
      message: `Container ${name} has the variable ${variable.name ?? ''} twice: ${pathText(first.path)} and ${pathText(variable.path)}.`,
      remedy: 'Keep one of the two.',
      path: variable.path,
    }));
  });
}

/** `Invalid setting for container 'a'. At least one of 'memory' or 'memoryReservation' must be specified.` */
function memoryIsGiven(definition: RegisterTaskDefinitionCommandInput): readonly Finding[] {
  const containers = containersOf(definition);
  const ofTask: Finding[] =
    definition.memory !== undefined || definition.requiresCompatibilities?.includes('FARGATE') === true
      ? []
      : containers
          .filter(
            ({ container }) => container.memory === undefined && container.memoryReservation === undefined,
          )
          .map(({ path, name }) => ({
            message: `Container ${name} has neither memory nor memoryReservation, and the task has no memory.`,
            remedy: 'Give the memory of the container, or of the task.',
            path,
            needs: [
              ['memory'],
              [...path, 'memory'],
              [...path, 'memoryReservation'],
              ['requiresCompatibilities'],
            ],
          }));
  const reversed = containers
    .filter(({ container: { memory, memoryReservation } }) => {
      return memory !== undefined && memoryReservation !== undefined && memory <= memoryReservation;
    })
    .map(({ path, name }) => ({
      message: `Container ${name} reserves at least as much memory as its limit.`,
      remedy: 'Make memory greater than memoryReservation, or remove one of them.',
      path: [...path, 'memoryReservation'],
    }));
  return [...ofTask, ...reversed];
}
