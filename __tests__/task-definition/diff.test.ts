import type { RegisterTaskDefinitionCommandInput } from '@aws-sdk/client-ecs';
import { describe, expect, test } from '@jest/globals';
import { isTaskDefinition } from '../../src/task-definition/conform.ts';
import { diffTaskDefinitions } from '../../src/task-definition/diff.ts';
import { enumerations } from '../../src/task-definition/values.ts';
import { everyMember, leaves, withLeaf } from '../support/every-member.ts';
import { container, taskDefinition } from '../support/task-definition.ts';

function definition(value: unknown): RegisterTaskDefinitionCommandInput {
  if (isTaskDefinition(value)) return value;
  throw new Error('The sample is no task definition.');
}

const full = everyMember();
const paths = leaves(full);

/** The other values that may stand where a value does, by its look. */
function others(value: unknown): readonly unknown[] {
  if (typeof value === 'number') return [value + 1];
  if (typeof value === 'boolean') return [!value];
  if (typeof value !== 'string') return [];
  const known = [...enumerations.values()].filter((values) => values.includes(value)).flat();
  return [...known.filter((one) => one !== value), `${value}x`];
}

const changes = paths.flatMap((path) => {
  const values: unknown[] = [];
  withLeaf(full, path, (value) => values.push(value));
  const candidates = others(values[0]).map((value) => withLeaf(full, path, () => value));
  const changed = candidates.find(isTaskDefinition);
  return changed === undefined ? [] : [[path.join('.'), changed] as const];
});

describe('every change of a single value is a change', () => {
  test('the sample has a value for every member', () => {
    expect(paths.length).toBeGreaterThan(100);
  });

  test('only enumerations with a single value cannot be changed', () => {
    const changed = new Set(changes.map(([name]) => name));
    expect(paths.map((path) => path.join('.')).filter((name) => !changed.has(name))).toEqual([
      'containerDefinitions.0.environmentFiles.0.type',
      'placementConstraints.0.type',
      'proxyConfiguration.type',
    ]);
  });

  test.each(changes)('%s', (_, changed) => {
    expect(diffTaskDefinitions(definition(full), changed)).not.toEqual([]);
    expect(diffTaskDefinitions(changed, definition(full))).not.toEqual([]);
  });

  test.each(
    paths.filter((path) => !/^\d+$/.test(path.at(-1) ?? '')).map((path) => [path.join('.'), path] as const),
  )('its removal: %s', (_, path) => {
    const removed = definition(withLeaf(full, path, () => undefined));
    expect(diffTaskDefinitions(definition(full), removed)).not.toEqual([]);
  });
});

describe('a change tells where it is, and its values only where they can hold no secret', () => {
  const app = (changes: Parameters<typeof container>[0]): RegisterTaskDefinitionCommandInput =>
    taskDefinition({ containerDefinitions: [container(changes)] });

  test.each([
    [
      'an image',
      app({ image: 'a:1' }),
      app({ image: 'a:2' }),
      { path: 'containerDefinitions[app].image', kind: 'changed', before: 'a:1', after: 'a:2' },
    ],
    [
      'memory',
      taskDefinition({ memory: '512' }),
      taskDefinition({ memory: '1 GB' }),
      { path: 'memory', kind: 'changed', before: '512', after: '1024' },
    ],
    [
      'the family',
      taskDefinition(),
      taskDefinition({ family: 'worker' }),
      { path: 'family', kind: 'changed', before: 'web', after: 'worker' },
    ],
    [
      'cpu',
      taskDefinition(),
      taskDefinition({ cpu: '1 vCPU' }),
      { path: 'cpu', kind: 'changed', before: '256', after: '1024' },
    ],
    [
      'the role of the task',
      taskDefinition(),
      taskDefinition({ taskRoleArn: 'arn:b' }),
      { path: 'taskRoleArn', kind: 'added', after: 'arn:b' },
    ],
    [
      'the execution role',
      taskDefinition({ executionRoleArn: 'arn:a' }),
      taskDefinition({ executionRoleArn: 'arn:b' }),
      { path: 'executionRoleArn', kind: 'changed', before: 'arn:a', after: 'arn:b' },
    ],
    [
      'a number that was not given',
      app({}),
      app({ stopTimeout: 60 }),
      { path: 'containerDefinitions[app].stopTimeout', kind: 'added', after: '60' },
    ],
    [
      'a variable',
      app({ environment: [{ name: 'A', value: 'old' }] }),
      app({ environment: [{ name: 'A', value: 'new' }] }),
      { path: 'containerDefinitions[app].environment[A].value', kind: 'changed' },
    ],
    [
      'a new variable',
      app({}),
      app({ environment: [{ name: 'A', value: 'new' }] }),
      { path: 'containerDefinitions[app].environment[A]', kind: 'added' },
    ],
    [
      'a variable that came twice, which only its place can tell',
      app({
        environment: [
          { name: 'A', value: 'same' },
          { name: 'A', value: 'same' },
        ],
      }),
      app({ environment: [{ name: 'A', value: 'same' }] }),
      { path: 'containerDefinitions[app].environment[1]', kind: 'removed' },
    ],
    [
      'a secret',
      app({ secrets: [{ name: 'A', valueFrom: 'old' }] }),
      app({}),
      { path: 'containerDefinitions[app].secrets[A]', kind: 'removed' },
    ],
    [
      'a command',
      app({ command: ['old'] }),
      app({ command: ['new'] }),
      { path: 'containerDefinitions[app].command', kind: 'changed' },
    ],
    [
      'a label',
      app({ dockerLabels: { a: 'old' } }),
      app({ dockerLabels: { a: 'new' } }),
      { path: 'containerDefinitions[app].dockerLabels[a]', kind: 'changed' },
    ],
    [
      'a port',
      app({ portMappings: [{ containerPort: 80 }] }),
      app({ portMappings: [{ containerPort: 81 }] }),
      {
        path: 'containerDefinitions[app].portMappings[0].containerPort',
        kind: 'changed',
        before: '80',
        after: '81',
      },
    ],
    [
      'a tag',
      taskDefinition({ tags: [{ key: 'a', value: 'old' }] }),
      taskDefinition({ tags: [{ key: 'a', value: 'new' }] }),
      { path: 'tags[a].value', kind: 'changed' },
    ],
  ])('%s', (_, before, after, expected) => {
    expect(diffTaskDefinitions(before, after)).toEqual([expected]);
  });

  test('a container is called by its name, not by its position', () => {
    const two = taskDefinition({ containerDefinitions: [container({ name: 'a' }), container()] });
    expect(diffTaskDefinitions(taskDefinition(), two)).toEqual([
      { path: 'containerDefinitions[a]', kind: 'added' },
    ]);
  });
});
