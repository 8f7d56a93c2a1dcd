import { describe, expect, test } from '@jest/globals';
import {
  DeregisterTaskDefinitionCommand,
  DescribeTaskDefinitionCommand,
  ListTaskDefinitionsCommand,
  RegisterTaskDefinitionCommand,
  type RegisterTaskDefinitionRequest,
} from '@aws-sdk/client-ecs';
import { registry, rehearse } from '../../../support/sandbox.ts';

const fargate = (changes: Partial<RegisterTaskDefinitionRequest> = {}): RegisterTaskDefinitionRequest => ({
  family: 'web',
  requiresCompatibilities: ['FARGATE'],
  networkMode: 'awsvpc',
  cpu: '256',
  memory: '512',
  executionRoleArn: 'arn:aws:iam::123456789012:role/execution',
  containerDefinitions: [{ name: 'web', image: `${registry}/web:v1`, portMappings: [{ containerPort: 80 }] }],
  ...changes,
});

const registering = (changes: Partial<RegisterTaskDefinitionRequest>) =>
  rehearse().ecs.send(new RegisterTaskDefinitionCommand(fargate(changes)));

test.each([
  { changes: { memory: '3072' }, text: 'No Fargate configuration exists for given values.' },
  { changes: { memory: '1500' }, text: 'No Fargate configuration exists for given values.' },
  { changes: { cpu: 'lots' }, text: "Invalid 'cpu' setting for task." },
  { changes: { networkMode: 'bridge' as const }, text: 'Fargate only supports network mode ‘awsvpc’.' },
  { changes: { tags: [] }, text: 'Tags can not be empty.' },
  {
    changes: { containerDefinitions: [{ image: 'web' }] },
    text: 'Container.name should not be null or blank.',
  },
])('refuses $changes with: $text', async ({ changes, text }) => {
  await expect(registering(changes)).rejects.toMatchObject({
    name: 'ClientException',
    message: expect.stringContaining(text),
  });
});

test('refuses an ECR image on Fargate without an execution role', async () => {
  // The SDK sends no member that is undefined.
  const input = { ...fargate(), executionRoleArn: undefined };
  await expect(rehearse().ecs.send(new RegisterTaskDefinitionCommand(input))).rejects.toThrow(
    'Fargate requires task definition to have execution role ARN to support ECR images.',
  );
});

test('refuses a container without memory where the task has none either', async () => {
  const input = { family: 'web', containerDefinitions: [{ name: 'web', image: 'web' }] };
  await expect(rehearse().ecs.send(new RegisterTaskDefinitionCommand(input))).rejects.toThrow(
    "Invalid setting for container 'web'. At least one of 'memory' or 'memoryReservation' must be specified.",
  );
});

test('refuses more than 64 KiB and says how much it was', async () => {
  const value = 'x'.repeat(70_000);
  const containerDefinitions = [{ name: 'web', image: 'web', environment: [{ name: 'A', value }] }];
  await expect(registering({ containerDefinitions })).rejects.toThrow(
    /^Actual length: '70\d+'\. Max allowed length is '65536' bytes\.$/,
  );
});

test.each([
  { cpu: '256', memory: '2048' },
  { cpu: '1 vCPU', memory: '2 GB' },
  { cpu: '.5 vcpu', memory: '1024' },
  { cpu: '16384', memory: '122880' },
])('takes the Fargate size $cpu with $memory', async (size) => {
  await expect(registering(size)).resolves.toBeDefined();
});

describe('what DescribeTaskDefinition gives back', () => {
  test('is what was registered, with the defaults that ECS fills in', async () => {
    const { ecs } = rehearse();
    await ecs.send(new RegisterTaskDefinitionCommand(fargate()));
    const { taskDefinition } = await ecs.send(new DescribeTaskDefinitionCommand({ taskDefinition: 'web' }));
    expect(taskDefinition).toMatchObject({
      taskDefinitionArn: 'arn:aws:ecs:us-east-1:123456789012:task-definition/web:1',
      revision: 1,
      status: 'ACTIVE',
      compatibilities: ['EC2', 'FARGATE'],
      volumes: [],
      placementConstraints: [],
      containerDefinitions: [
        {
          name: 'web',
          cpu: 0,
          essential: true,
          environment: [],
          mountPoints: [],
          volumesFrom: [],
          systemControls: [],
          portMappings: [{ containerPort: 80, hostPort: 80, protocol: 'tcp' }],
        },
      ],
    });
    expect(taskDefinition?.registeredAt).toBeInstanceOf(Date);
  });

  test('has tags only where they are asked for', async () => {
    const { ecs } = rehearse();
    const tags = [{ key: 'team', value: 'tables' }];
    await ecs.send(new RegisterTaskDefinitionCommand(fargate({ tags })));
    const plain = await ecs.send(new DescribeTaskDefinitionCommand({ taskDefinition: 'web:1' }));
    const full = await ecs.send(
      new DescribeTaskDefinitionCommand({ taskDefinition: 'web:1', include: ['TAGS'] }),
    );
    expect(plain.tags).toBeUndefined();
    expect(full.tags).toEqual(tags);
  });
});

test('the same content registered twice makes two revisions, listed newest first when asked', async () => {
  const { ecs } = rehearse();
  for (let count = 0; count < 2; count += 1) await ecs.send(new RegisterTaskDefinitionCommand(fargate()));
  const { taskDefinitionArns = [] } = await ecs.send(
    new ListTaskDefinitionsCommand({ familyPrefix: 'web', sort: 'DESC' }),
  );
  expect(taskDefinitionArns.map((arn) => arn.split('/')[1])).toEqual(['web:2', 'web:1']);
});

test('an inactive revision is described but cannot be run', async () => {
  const stage = rehearse();
  const arn = await stage.register('v2');
  await stage.ecs.send(new DeregisterTaskDefinitionCommand({ taskDefinition: arn }));
  const { taskDefinition } = await stage.ecs.send(new DescribeTaskDefinitionCommand({ taskDefinition: arn }));
  expect(taskDefinition?.status).toBe('INACTIVE');
  await expect(stage.update({ taskDefinition: arn })).rejects.toThrow('TaskDefinition is inactive');
});

test('a revision that never was cannot be described', async () => {
  await expect(
    rehearse().ecs.send(new DescribeTaskDefinitionCommand({ taskDefinition: 'worker:9' })),
  ).rejects.toMatchObject({ name: 'ClientException', message: 'Unable to describe task definition.' });
});
