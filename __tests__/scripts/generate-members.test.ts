import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { membersPath, membersSource } from '../../scripts/generate-members.ts';
import { describedOnly, sdkVersion } from '../../src/task-definition/members.ts';
import { membersOf, requiredIn } from '../../src/task-definition/shape.ts';

test('the committed table of members is the one that the installed SDK gives', async () => {
  expect(readFileSync(membersPath, 'utf8')).toBe(await membersSource());
});

test('the table names the version of the installed SDK', () => {
  const manifest = readFileSync('node_modules/@aws-sdk/client-ecs/package.json', 'utf8');
  expect(JSON.parse(manifest)).toMatchObject({ version: sdkVersion });
});

test('members, kinds and required members are those of the API reference', () => {
  expect(membersOf('ContainerDefinition').get('portMappings')).toEqual({
    kind: 'list',
    of: { kind: 'structure', shape: 'PortMapping' },
  });
  expect(membersOf('ContainerDefinition').get('dockerLabels')).toEqual({
    kind: 'map',
    of: { kind: 'string' },
  });
  expect(requiredIn('RegisterTaskDefinitionRequest')).toEqual(['family', 'containerDefinitions']);
  expect(requiredIn('Ulimit')).toEqual(['name', 'softLimit', 'hardLimit']);
});

test('what only DescribeTaskDefinition answers is told apart', () => {
  expect([...describedOnly].sort()).toEqual([
    'compatibilities',
    'deleteRequestedAt',
    'deregisteredAt',
    'registeredAt',
    'registeredBy',
    'requiresAttributes',
    'revision',
    'status',
    'taskDefinitionArn',
  ]);
});

test('nothing inherited is taken for a shape or a member', () => {
  expect(membersOf('constructor').size).toBe(0);
  expect(membersOf('ContainerDefinition').get('constructor')).toBeUndefined();
  expect(requiredIn('toString')).toEqual([]);
});
