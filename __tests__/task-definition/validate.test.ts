import type { ContainerDefinition, RegisterTaskDefinitionCommandInput } from '@aws-sdk/client-ecs';
import { describe, expect, test } from '@jest/globals';
import { pathText } from '../../src/inputs/document.ts';
import { validate } from '../../src/task-definition/validate.ts';
import { variedDefinitions } from '../support/definitions.ts';
import { container, taskDefinition } from '../support/task-definition.ts';

const found = (definition: RegisterTaskDefinitionCommandInput): readonly string[] =>
  validate(definition).map(({ path, message, remedy }) => `${pathText(path)}: ${message} | ${remedy}`);

const of = (...containers: ContainerDefinition[]): RegisterTaskDefinitionCommandInput =>
  taskDefinition({ containerDefinitions: containers });

const app = (changes: Partial<ContainerDefinition>): RegisterTaskDefinitionCommandInput =>
  of(container(changes));

const onInstances = (
  changes: Partial<RegisterTaskDefinitionCommandInput>,
): RegisterTaskDefinitionCommandInput => ({
  family: 'web',
  networkMode: 'bridge',
  containerDefinitions: [container({ memory: 64 })],
  ...changes,
});

test.each(variedDefinitions)('a definition that AWS takes passes: %s', (_, definition) => {
  expect(found(definition)).toEqual([]);
});

describe('containers', () => {
  test.each<readonly [string, RegisterTaskDefinitionCommandInput, string]>([
    ['none', of(), 'containerDefinitions: containerDefinitions is empty.'],
    [
      'a name with a space',
      app({ name: 'my app' }),
      'containerDefinitions[0].name is no name that AWS takes.',
    ],
    [
      'two of one name',
      of(container(), container()),
      'containerDefinitions[1].name: Two containers are named app',
    ],
    [
      'an image with a space',
      app({ image: 'web app:1' }),
      'containerDefinitions[0].image: The image of container app is no reference to an image.',
    ],
    ['an image with a scheme', app({ image: 'https://example.com/web:1' }), 'without a scheme'],
    ['none that is essential', app({ essential: false }), 'No container is essential'],
    [
      'one port twice in a container',
      app({ portMappings: [{ containerPort: 80 }, { containerPort: 80 }] }),
      'containerDefinitions[0].portMappings[1]: Port 80 of container app is taken by containerDefinitions[0].portMappings[0].',
    ],
    [
      'one port in two containers that share a network interface',
      of(
        container({ portMappings: [{ containerPort: 80 }] }),
        container({ name: 'b', portMappings: [{ containerPort: 80 }] }),
      ),
      'Port 80 of container b is taken',
    ],
    [
      'one host port twice',
      onInstances({
        containerDefinitions: [
          container({ memory: 1, portMappings: [{ containerPort: 80, hostPort: 80 }] }),
          container({ memory: 1, name: 'b', portMappings: [{ containerPort: 81, hostPort: 80 }] }),
        ],
      }),
      'Port 81 of container b is taken',
    ],
    [
      'one name of a port twice',
      app({
        portMappings: [
          { containerPort: 80, name: 'p' },
          { containerPort: 81, name: 'p' },
        ],
      }),
      'Two ports are named p',
    ],
    [
      'another host port under awsvpc',
      app({ portMappings: [{ containerPort: 80, hostPort: 81 }] }),
      'hostPort differs from containerPort, which network mode awsvpc does not allow',
    ],
    [
      'another host port under host',
      onInstances({
        networkMode: 'host',
        containerDefinitions: [container({ memory: 1, portMappings: [{ containerPort: 80, hostPort: 81 }] })],
      }),
      'hostPort differs from containerPort, which network mode host does not allow',
    ],
    [
      'one port twice in a container under bridge',
      onInstances({
        containerDefinitions: [
          container({ memory: 1, portMappings: [{ containerPort: 80 }, { containerPort: 80 }] }),
        ],
      }),
      'Port 80 of container app is taken',
    ],
    [
      'a variable that is also a secret',
      app({ environment: [{ name: 'A', value: 'x' }], secrets: [{ name: 'A', valueFrom: 'y' }] }),
      'Container app has the variable A twice',
    ],
    [
      'no memory at all',
      onInstances({ containerDefinitions: [container()] }),
      'Container app has neither memory nor memoryReservation',
    ],
    [
      'a limit below the reservation',
      app({ memory: 64, memoryReservation: 128 }),
      'reserves at least as much memory as its limit',
    ],
    [
      'a limit equal to the reservation',
      app({ memory: 64, memoryReservation: 64 }),
      'reserves at least as much memory as its limit',
    ],
  ])('%s is a problem', (_, definition, expected) => {
    expect(found(definition).join('\n')).toContain(expected);
  });

  test('a limit above the reservation is none', () => {
    expect(found(app({ memory: 128, memoryReservation: 64 }))).toEqual([]);
  });

  test('two ranges of ports under bridge are none', () => {
    const portMappings = [{ containerPortRange: '80-81' }, { containerPortRange: '90-91' }];
    const containerDefinitions = [container({ memory: 1, portMappings })];
    expect(found(onInstances({ containerDefinitions }))).toEqual([]);
  });

  test('ranges of ports, which have no single one, do not take each other’s', () => {
    const portMappings = [{ containerPortRange: '80-89' }, { containerPortRange: '90-99' }];
    expect(found(app({ portMappings }))).toEqual([]);
  });

  test('the same port with two protocols is none', () => {
    expect(
      found(app({ portMappings: [{ containerPort: 53 }, { containerPort: 53, protocol: 'udp' }] })),
    ).toEqual([]);
  });

  test('the same container port in two containers under bridge is none', () => {
    const ports = { memory: 1, portMappings: [{ containerPort: 80 }] };
    const containerDefinitions = [container(ports), container({ ...ports, name: 'b' })];
    expect(found(onInstances({ containerDefinitions }))).toEqual([]);
  });
});

describe('dependencies', () => {
  const waits = (name: string, ...others: string[]): ContainerDefinition =>
    container({
      name,
      dependsOn: others.map((containerName) => ({ containerName, condition: 'START' as const })),
    });

  test.each<readonly [string, RegisterTaskDefinitionCommandInput, string]>([
    [
      'a container that is not there',
      of(waits('app', 'databse'), container({ name: 'database' })),
      'names the container databse, which this task does not have. | Did you mean database?',
    ],
    ['itself', of(waits('app', 'app')), 'Container app depends on itself.'],
    [
      'a circle',
      of(waits('a', 'b'), waits('b', 'c'), waits('c', 'a')),
      'Containers wait for each other in a circle: a → b → c → a.',
    ],
    [
      'a circle that the first container is not in',
      of(waits('a', 'b'), waits('b', 'c'), waits('c', 'b')),
      'in a circle: b → c → b.',
    ],
    [
      'a volume of a container that is not there',
      app({ volumesFrom: [{ sourceContainer: 'data' }] }),
      'containerDefinitions[0].volumesFrom[0].sourceContainer names the container data',
    ],
    [
      'a link to a container that is not there',
      app({ links: ['db:database'] }),
      'containerDefinitions[0].links[0] names the container db',
    ],
    [
      'a proxy that is not there',
      taskDefinition({ proxyConfiguration: { containerName: 'envoy' } }),
      'proxyConfiguration.containerName names the container envoy',
    ],
    [
      'health without a health check',
      of(container({ dependsOn: [{ containerName: 'b', condition: 'HEALTHY' }] }), container({ name: 'b' })),
      'that container has no healthCheck',
    ],
    [
      'the end of an essential container',
      of(container({ dependsOn: [{ containerName: 'b', condition: 'SUCCESS' }] }), container({ name: 'b' })),
      'its end ends the task',
    ],
  ])('%s is a problem', (_, definition, expected) => {
    expect(found(definition).join('\n')).toContain(expected);
  });

  test('health of a container that is not there is one problem, not two', () => {
    const dependsOn = [{ containerName: 'b', condition: 'HEALTHY' as const }];
    expect(found(of(container({ dependsOn })))).toHaveLength(1);
  });

  test('two ways to one container are no circle', () => {
    expect(found(of(waits('a', 'b', 'c'), waits('b', 'd'), waits('c', 'd'), waits('d')))).toEqual([]);
  });

  test('a circle is found once', () => {
    expect(found(of(waits('a', 'b'), waits('b', 'a')))).toHaveLength(1);
  });
});

describe('volumes', () => {
  const mount = { sourceVolume: 'cache', containerPath: '/c' };

  test.each<readonly [string, RegisterTaskDefinitionCommandInput, string]>([
    [
      'one that is not declared',
      app({ mountPoints: [mount] }),
      'Container app mounts the volume cache, which volumes does not declare. | Add {"name": "cache"} to volumes.',
    ],
    [
      'one that is misspelt',
      taskDefinition({
        volumes: [{ name: 'cahce' }],
        containerDefinitions: [container({ mountPoints: [mount] })],
      }),
      'Did you mean cahce?',
    ],
    [
      'two of one name',
      taskDefinition({ volumes: [{ name: 'a' }, { name: 'a' }] }),
      'volumes[1].name: Two volumes are named a',
    ],
  ])('%s is a problem', (_, definition, expected) => {
    expect(found(definition).join('\n')).toContain(expected);
  });
});

describe('Fargate', () => {
  const without = (member: keyof RegisterTaskDefinitionCommandInput): RegisterTaskDefinitionCommandInput => {
    const definition = taskDefinition();
    return { ...definition, [member]: undefined };
  };

  test.each<readonly [string, RegisterTaskDefinitionCommandInput, string]>([
    [
      'no cpu',
      without('cpu'),
      'cpu is missing: Fargate needs the size of the task. | Add it, for example "256".',
    ],
    [
      'no memory',
      without('memory'),
      'memory is missing: Fargate needs the size of the task. | Add it, for example "512".',
    ],
    [
      'a cpu that is not offered',
      taskDefinition({ cpu: '300' }),
      'cpu: Fargate has no tasks with cpu 300. | Write one of 256, 512,',
    ],
    [
      'a pair that is not offered',
      taskDefinition({ memory: '4096' }),
      'memory: Fargate has no tasks with cpu 256 and memory 4096. | With cpu 256, memory can be 512, or 1024 to 2048 in steps of 1024 MiB.',
    ],
    ['a cpu that is none', taskDefinition({ cpu: 'much' }), 'cpu cannot be "much".'],
    ['a memory that is none', taskDefinition({ memory: '1 TB' }), 'memory cannot be "1 TB".'],
    [
      'another network mode',
      taskDefinition({ networkMode: 'bridge' }),
      'networkMode: Fargate takes network mode awsvpc only.',
    ],
    ['no network mode', without('networkMode'), 'Fargate takes network mode awsvpc only.'],
    [
      'a stopTimeout of more than two minutes',
      taskDefinition({ containerDefinitions: [container({ stopTimeout: 121 })] }),
      'containerDefinitions[0].stopTimeout: Fargate waits at most 120 seconds',
    ],
    [
      'a log driver of instances',
      app({ logConfiguration: { logDriver: 'json-file' } }),
      'log driver json-file, which Fargate does not have',
    ],
  ])('%s is a problem', (_, definition, expected) => {
    expect(found(definition).join('\n')).toContain(expected);
  });

  test('a container may be given two minutes to stop, but no longer', () => {
    const within = (stopTimeout: number) =>
      found(taskDefinition({ containerDefinitions: [container({ stopTimeout })] }));
    expect([within(120), within(121)]).toEqual([[], [expect.stringContaining('at most 120 seconds')]]);
  });

  test.each([{ cpu: 'much' }, { memory: '1 TB' }])('%j is one problem, not two', (size) => {
    expect(found(taskDefinition(size))).toHaveLength(1);
  });

  test.each([
    ['256', '512'],
    ['.25 vCPU', '2 GB'],
    ['1 vCPU', '8GB'],
    ['4096', '30720'],
    ['8192', '61440'],
    ['16 vCPU', '120 GB'],
  ])('cpu %s with memory %s is offered', (cpu, memory) => {
    expect(found(taskDefinition({ cpu, memory }))).toEqual([]);
  });

  test.each([
    ['1024', '1024'],
    ['4096', '31744'],
    ['8192', '17408'],
    ['16384', '36864'],
  ])('cpu %s with memory %s is not', (cpu, memory) => {
    expect(found(taskDefinition({ cpu, memory }))).toHaveLength(1);
  });

  const ecr = '123456789012.dkr.ecr.eu-central-1.amazonaws.com/web:1';

  test.each<readonly [string, Partial<ContainerDefinition>]>([
    ['an image in ECR', { image: ecr }],
    ['awslogs', { logConfiguration: { logDriver: 'awslogs' } }],
    ['secrets', { secrets: [{ name: 'A', valueFrom: 'b' }] }],
    [
      'secret options of logs',
      { logConfiguration: { logDriver: 'splunk', secretOptions: [{ name: 'A', valueFrom: 'b' }] } },
    ],
    ['credentials of a registry', { repositoryCredentials: { credentialsParameter: 'arn' } }],
  ])('%s without an execution role is a problem', (_, changes) => {
    const containerDefinitions = [container(changes)];
    expect(found({ ...without('executionRoleArn'), containerDefinitions })).toHaveLength(1);
    expect(found({ ...taskDefinition(), containerDefinitions })).toEqual([]);
  });

  test('an image in ECR needs no execution role on instances', () => {
    expect(found(onInstances({ containerDefinitions: [container({ image: ecr, memory: 64 })] }))).toEqual([]);
  });
});

describe('the whole', () => {
  const tags = (count: number): RegisterTaskDefinitionCommandInput =>
    taskDefinition({ tags: Array.from({ length: count }, (_, index) => ({ key: `k${index}`, value: '' })) });
  const ofSize = (length: number): RegisterTaskDefinitionCommandInput =>
    app({ environment: [{ name: 'A', value: 'x'.repeat(length) }] });
  const sizeWithoutValue = JSON.stringify(ofSize(0)).length;

  test.each<readonly [string, RegisterTaskDefinitionCommandInput, string]>([
    ['a family with a slash', taskDefinition({ family: 'a/b' }), 'family is no name'],
    [
      'an empty list of tags',
      tags(0),
      'tags: tags is an empty list, which AWS refuses. | Remove tags, or add one.',
    ],
    ['51 tags', tags(51), '51 tags are given; AWS takes at most 50.'],
    [
      'a tag without key',
      taskDefinition({ tags: [{ key: '', value: 'x' }] }),
      'tags[0]: A tag has an empty key.',
    ],
    [
      'a tag that AWS keeps for itself',
      taskDefinition({ tags: [{ key: 'aws:x', value: 'x' }] }),
      'begins with aws:',
    ],
    ['a tag with a long key', taskDefinition({ tags: [{ key: 'x'.repeat(129), value: '' }] }), 'is too long'],
    [
      'a tag with a long value',
      taskDefinition({ tags: [{ key: 'x', value: 'x'.repeat(257) }] }),
      'is too long',
    ],
    [
      'a byte more than 64 KiB',
      ofSize(65_537 - sizeWithoutValue),
      'has 65537 bytes; AWS takes at most 65536',
    ],
    [
      'more than 64 KiB in bytes, not characters',
      app({ environment: [{ name: 'A', value: 'ü'.repeat(33_000) }] }),
      'AWS takes at most 65536',
    ],
  ])('%s is a problem', (_, definition, expected) => {
    expect(found(definition).join('\n')).toContain(expected);
  });

  test('50 tags, the longest ones and 64 KiB are none', () => {
    expect(found(tags(50))).toEqual([]);
    expect(found(taskDefinition({ tags: [{ key: 'x'.repeat(128), value: 'x'.repeat(256) }] }))).toEqual([]);
    expect(found(ofSize(65_536 - sizeWithoutValue))).toEqual([]);
  });
});
