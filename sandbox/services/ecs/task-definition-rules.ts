import type { ContainerDefinition, RegisterTaskDefinitionRequest } from '@aws-sdk/client-ecs';
import { ecsErrors } from './errors.ts';

const longest = 65_536;

/** Throws what ECS refuses a task definition with; the first rule broken speaks. */
export function checkTaskDefinition(input: RegisterTaskDefinitionRequest): void {
  // [?] The words for these three.
  if ((input.family ?? '').trim() === '') throw ecsErrors.client('Family should not be null or blank.');
  if (!/^[\w-]{1,255}$/.test(input.family ?? ''))
    throw ecsErrors.client('Family contains invalid characters.');
  if ((input.containerDefinitions ?? []).length === 0)
    throw ecsErrors.client('Container list cannot be empty.');
  if (input.tags?.length === 0) throw ecsErrors.client('Tags can not be empty.');
  const size = JSON.stringify(input).length;
  if (size > longest) {
    throw ecsErrors.client(`Actual length: '${size}'. Max allowed length is '${longest}' bytes.`);
  }
  for (const container of input.containerDefinitions ?? []) checkContainer(input, container);
  checkTogether(input);
  if (input.requiresCompatibilities?.includes('FARGATE') === true) checkFargate(input);
}

function checkContainer(input: RegisterTaskDefinitionRequest, container: ContainerDefinition): void {
  const { name = '', image = '', memory, memoryReservation } = container;
  if (name.trim() === '') throw ecsErrors.client('Container.name should not be null or blank.');
  // [?] By analogy with the name's.
  if (image.trim() === '') throw ecsErrors.client('Container.image should not be null or blank.');
  if (input.memory === undefined && memory === undefined && memoryReservation === undefined) {
    throw ecsErrors.client(
      `Invalid setting for container '${name}'. At least one of 'memory' or 'memoryReservation' must be specified.`,
    );
  }
}

/** [?] The words of these; that each is refused is documented. */
function checkTogether(input: RegisterTaskDefinitionRequest): void {
  const containers = input.containerDefinitions ?? [];
  const names = containers.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw ecsErrors.client(`Container names must be unique: '${twice}'.`);
  if (containers.every(({ essential }) => essential === false)) {
    throw ecsErrors.client('At least one container must be essential.');
  }
  const volumes = new Set((input.volumes ?? []).map(({ name }) => name));
  for (const { sourceVolume } of containers.flatMap(({ mountPoints }) => mountPoints ?? [])) {
    if (!volumes.has(sourceVolume)) throw ecsErrors.client(`Unknown volume '${sourceVolume ?? ''}'.`);
  }
  for (const { containerName } of containers.flatMap(({ dependsOn }) => dependsOn ?? [])) {
    if (!names.includes(containerName)) throw ecsErrors.client(`Unknown container '${containerName ?? ''}'.`);
  }
}

function checkFargate(input: RegisterTaskDefinitionRequest): void {
  if (input.networkMode !== 'awsvpc') throw ecsErrors.client('Fargate only supports network mode ‘awsvpc’.');
  // [?] The words for a size that is missing.
  if (input.cpu === undefined)
    throw ecsErrors.client(`Fargate requires that 'cpu' be defined at the task level.`);
  if (input.memory === undefined) {
    throw ecsErrors.client(`Fargate requires that 'memory' be defined at the task level.`);
  }
  const cpu = units(input.cpu, 'vcpu');
  const memory = units(input.memory, 'gb');
  if (cpu === undefined) {
    throw ecsErrors.client(
      `Invalid 'cpu' setting for task. For more information, see the Troubleshooting section of the Amazon ECS Developer Guide.`,
    );
  }
  if (memory === undefined || !fits(cpu, memory)) {
    throw ecsErrors.client('No Fargate configuration exists for given values.');
  }
  const fromEcr = (input.containerDefinitions ?? []).some(({ image = '' }) => /\.dkr\.ecr\./.test(image));
  if (fromEcr && input.executionRoleArn === undefined) {
    throw ecsErrors.client(
      'Fargate requires task definition to have execution role ARN to support ECR images.',
    );
  }
}

/** CPU units or MiB: a plain number, or one with its unit, such as `1 vCPU` or `2 GB`. */
function units(text: string, unit: string): number | undefined {
  const match = /^\s*(\d*\.?\d+)\s*([a-z]*)\s*$/i.exec(text);
  const [, number, suffix = ''] = match ?? [];
  if (number === undefined || (suffix !== '' && suffix.toLowerCase() !== unit)) return undefined;
  return suffix === '' ? Number(number) : Number(number) * 1024;
}

const gibibyte = 1024;

/** Memory in MiB for each size in CPU units: least, most, and the step between. */
const fargateSizes: Readonly<Record<number, { least: number; most: number; step: number }>> = {
  512: { least: gibibyte, most: 4 * gibibyte, step: gibibyte },
  1024: { least: 2 * gibibyte, most: 8 * gibibyte, step: gibibyte },
  2048: { least: 4 * gibibyte, most: 16 * gibibyte, step: gibibyte },
  4096: { least: 8 * gibibyte, most: 30 * gibibyte, step: gibibyte },
  8192: { least: 16 * gibibyte, most: 60 * gibibyte, step: 4 * gibibyte },
  16384: { least: 32 * gibibyte, most: 120 * gibibyte, step: 8 * gibibyte },
};

function fits(cpu: number, memory: number): boolean {
  // The smallest size takes half a gibibyte besides one and two.
  if (cpu === 256) return [512, gibibyte, 2 * gibibyte].includes(memory);
  const size = fargateSizes[cpu];
  if (size === undefined) return false;
  return memory >= size.least && memory <= size.most && (memory - size.least) % size.step === 0;
}
