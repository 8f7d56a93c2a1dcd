import type { ContainerDefinition, RegisterTaskDefinitionCommandInput } from '@aws-sdk/client-ecs';
import fc from 'fast-check';
import { isTaskDefinition } from '../../src/task-definition/conform.ts';
import { rootShape } from '../../src/task-definition/members.ts';
import type { MemberType } from '../../src/task-definition/member-type.ts';
import { membersOf } from '../../src/task-definition/shape.ts';
import { enumerations } from '../../src/task-definition/values.ts';
import { pinnedImage } from './current.ts';

/** Values that mean something in some place: defaults, sizes, names that come twice. */
const texts = ['', 'a', 'b', '/', '0', '256', '1 vCPU', '2 GB', '__proto__', 'constructor', 'disabled'];
const numbers = [0, 1, 3, 5, 30, 80, 300];

/** Any task definition as far as types go, with few members of many, and values that are often defaults. */
export const anyDefinition: fc.Arbitrary<RegisterTaskDefinitionCommandInput> = valueOf(
  { kind: 'structure', shape: rootShape },
  rootShape,
).map((value) => {
  if (isTaskDefinition(value)) return value;
  throw new Error('What was made up is no task definition.');
});

/** The same, made such that ECS registers it. */
export const acceptedDefinition: fc.Arbitrary<RegisterTaskDefinitionCommandInput> =
  anyDefinition.map(accepted);

const role = 'arn:aws:iam::123456789012:role/execution';
const size = { cpu: '256', memory: '512' };

function accepted(given: RegisterTaskDefinitionCommandInput): RegisterTaskDefinitionCommandInput {
  const { cpu, memory, tags, ...rest } = given;
  const fargate = given.requiresCompatibilities?.includes('FARGATE') === true;
  const volumes = given.volumes?.map((volume, index) => ({ ...volume, name: `volume${index}` }));
  const containers = given.containerDefinitions?.length === 0 ? undefined : given.containerDefinitions;
  return {
    ...rest,
    ...(cpu !== undefined && { cpu: /^\d+$|vCPU$/.test(cpu) ? cpu : size.cpu }),
    ...(memory !== undefined && { memory: /^\d+$|GB$/.test(memory) ? memory : size.memory }),
    ...(fargate && { networkMode: 'awsvpc', executionRoleArn: role, ...size }),
    ...(volumes !== undefined && { volumes }),
    ...(tags !== undefined &&
      tags.length > 0 && { tags: tags.map((tag, index) => ({ ...tag, key: `tag${index}` })) }),
    family: 'web',
    containerDefinitions: (containers ?? [{}]).map((container, index) =>
      acceptedContainer(container, { index, volume: volumes?.[0]?.name }),
    ),
  };
}

interface Among {
  readonly index: number;
  readonly volume: string | undefined;
}

function acceptedContainer(container: ContainerDefinition, { index, volume }: Among): ContainerDefinition {
  const { dependsOn, essential, mountPoints, ...rest } = container;
  return {
    ...rest,
    name: `container${index}`,
    image: pinnedImage,
    memory: container.memory ?? 64,
    ...(essential !== undefined && { essential: essential || index === 0 }),
    ...(dependsOn !== undefined &&
      index > 0 && {
        dependsOn: dependsOn.map((one) => ({ ...one, containerName: 'container0' })),
      }),
    ...(mountPoints !== undefined &&
      volume !== undefined && {
        mountPoints: mountPoints.map((mount) => ({ ...mount, sourceVolume: volume })),
      }),
  };
}

function valueOf(type: MemberType, member: string): fc.Arbitrary<unknown> {
  switch (type.kind) {
    case 'string':
      return fc.constantFrom(...(enumerations.get(member) ?? texts));
    case 'integer':
      return fc.constantFrom(...numbers);
    case 'boolean':
      return fc.boolean();
    case 'timestamp':
      return fc.date({ noInvalidDate: true });
    case 'list':
      return fc.array(valueOf(type.of, member), { maxLength: 3 });
    case 'map':
      return fc.dictionary(fc.constantFrom('a', 'b', 'c'), valueOf(type.of, member), { maxKeys: 3 });
    case 'structure': {
      const members = [...membersOf(type.shape)].map(
        ([name, of]) => [name, valueOf(of, `${type.shape}.${name}`)] as const,
      );
      return fc.record(Object.fromEntries(members), { requiredKeys: [], noNullPrototype: true });
    }
  }
}
