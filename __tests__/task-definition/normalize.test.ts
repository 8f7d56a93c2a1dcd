import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { diffTaskDefinitions } from '../../src/task-definition/diff.ts';
import { NORMALISATIONS } from '../../src/task-definition/normalisations.ts';
import { normalizeTaskDefinition } from '../../src/task-definition/normalize.ts';
import { membersOf } from '../../src/task-definition/shape.ts';
import { anyDefinition } from '../support/any-definition.ts';
import { variedDefinitions } from '../support/definitions.ts';
import { described } from '../support/described.ts';
import { container, taskDefinition } from '../support/task-definition.ts';
import { holds } from '../support/property.ts';

describe('giving back what DescribeTaskDefinition answers changes nothing', () => {
  test.each(variedDefinitions)('%s', (_, definition) => {
    expect(diffTaskDefinitions(described(definition), definition)).toEqual([]);
    expect(diffTaskDefinitions(definition, described(definition))).toEqual([]);
  });

  test('there are at least twenty of them, all different', () => {
    const forms = new Set(
      variedDefinitions.map(([, definition]) => JSON.stringify(normalizeTaskDefinition(definition))),
    );
    expect(forms.size).toBe(variedDefinitions.length);
    expect(forms.size).toBeGreaterThanOrEqual(20);
  });
});

test.each(variedDefinitions)('normalising twice is normalising once: %s', (_, definition) => {
  const once = normalizeTaskDefinition(definition);
  expect(normalizeTaskDefinition({ ...definition, ...once })).toEqual(once);
});

test('normalising twice is normalising once, whatever the definition', () => {
  holds(
    fc.property(anyDefinition, (definition) => {
      const once = normalizeTaskDefinition(definition);
      expect(
        normalizeTaskDefinition({ family: undefined, containerDefinitions: undefined, ...once }),
      ).toEqual(once);
    }),
    500,
  );
});

describe('the canonical form', () => {
  const form = (definition: ReturnType<typeof taskDefinition>): string =>
    JSON.stringify(normalizeTaskDefinition(definition));

  /** The names of every object of a tree, in their order. */
  const namesIn = (tree: unknown): readonly (readonly string[])[] =>
    typeof tree !== 'object' || tree === null
      ? []
      : [...(Array.isArray(tree) ? [] : [Object.keys(tree)]), ...Object.values(tree).flatMap(namesIn)];

  test('has its members, and the names of its labels, sorted at every depth', () => {
    const names = namesIn(
      normalizeTaskDefinition(
        taskDefinition({ containerDefinitions: [container({ dockerLabels: { b: '', c: '', a: '' } })] }),
      ),
    );
    expect(names).toContainEqual(['a', 'b', 'c']);
    expect(names.filter((list) => list.join() !== [...list].sort().join())).toEqual([]);
  });

  test('is one for all orders that AWS does not keep', () => {
    const names = ['x', 'y', 'z'];
    const of = (reverse: boolean): ReturnType<typeof taskDefinition> => {
      const ordered = reverse ? names.toReversed() : names;
      const environment = ordered.map((name) => ({ name, value: name }));
      return taskDefinition({
        containerDefinitions: ordered.map((name) => container({ name, environment })),
      });
    };
    expect(form(of(true))).toBe(form(of(false)));
  });

  test('has no place for what is not given', () => {
    expect(Object.keys(normalizeTaskDefinition({ ...taskDefinition(), cpu: undefined }))).not.toContain(
      'cpu',
    );
  });
});

test('the definition itself is not changed', () => {
  const definition = taskDefinition({
    cpu: '1 vCPU',
    containerDefinitions: [container({ name: 'b' }), container({ name: 'a' })],
  });
  const copy = structuredClone(definition);
  normalizeTaskDefinition(definition);
  expect(definition).toEqual(copy);
});

test('every entry of the list belongs to a member and names its source', () => {
  const strange = NORMALISATIONS.filter(({ kind, member, source }) => {
    const [shape = '', name = ''] = member.split('.');
    return source.length < 10 || (kind !== 'empty' && !membersOf(shape).has(name));
  });
  expect(strange).toEqual([]);
});

describe('what is a default in one place makes a difference in another', () => {
  const port = (networkMode: 'awsvpc' | 'bridge', hostPort?: number): ReturnType<typeof taskDefinition> =>
    taskDefinition({
      networkMode,
      containerDefinitions: [
        container({ portMappings: [{ containerPort: 80, ...(hostPort !== undefined && { hostPort }) }] }),
      ],
    });

  test('a host port equal to the container port, under bridge', () => {
    expect(diffTaskDefinitions(port('bridge'), port('bridge', 80))).toHaveLength(1);
    expect(diffTaskDefinitions(port('awsvpc'), port('awsvpc', 80))).toEqual([]);
  });

  test('bridge, for Windows', () => {
    const linux = { family: 'web', containerDefinitions: [container()] };
    const windows = {
      ...linux,
      runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' },
    } as const;
    expect(diffTaskDefinitions(linux, { ...linux, networkMode: 'bridge' })).toEqual([]);
    expect(diffTaskDefinitions(windows, { ...windows, networkMode: 'bridge' })).toHaveLength(1);
  });
});

describe('a default that is written out is no change', () => {
  const app = (changes: Parameters<typeof container>[0]): ReturnType<typeof taskDefinition> =>
    taskDefinition({ containerDefinitions: [container(changes)] });
  const efs = (more: object): ReturnType<typeof taskDefinition> =>
    taskDefinition({
      volumes: [{ name: 'data', efsVolumeConfiguration: { fileSystemId: 'fs-1', ...more } }],
    });
  const mount = { sourceVolume: 'data', containerPath: '/data' };

  test.each([
    ['versionConsistency', app({}), app({ versionConsistency: 'enabled' })],
    [
      'restartAttemptPeriod',
      app({ restartPolicy: { enabled: true } }),
      app({ restartPolicy: { enabled: true, restartAttemptPeriod: 300 } }),
    ],
    [
      'readOnly of a mount',
      app({ mountPoints: [mount] }),
      app({ mountPoints: [{ ...mount, readOnly: false }] }),
    ],
    [
      'readOnly of volumes from elsewhere',
      app({ volumesFrom: [{ sourceContainer: 'b' }] }),
      app({ volumesFrom: [{ sourceContainer: 'b', readOnly: false }] }),
    ],
    ['rootDirectory', efs({}), efs({ rootDirectory: '/' })],
    ['transitEncryption', efs({}), efs({ transitEncryption: 'DISABLED' })],
    [
      'iam of EFS',
      efs({ authorizationConfig: { accessPointId: 'fsap-1' } }),
      efs({ authorizationConfig: { accessPointId: 'fsap-1', iam: 'DISABLED' } }),
    ],
    ['enableFaultInjection', taskDefinition(), taskDefinition({ enableFaultInjection: false })],
  ])('%s', (_, without, written) => {
    expect(diffTaskDefinitions(without, written)).toEqual([]);
    expect(diffTaskDefinitions(written, without)).toEqual([]);
  });
});

describe('an empty list', () => {
  const app = (changes: Parameters<typeof container>[0]): ReturnType<typeof taskDefinition> =>
    taskDefinition({ containerDefinitions: [container(changes)] });

  test('of variables or words of a command is as good as none', () => {
    expect(diffTaskDefinitions(app({}), app({ environment: [], command: [], dockerLabels: {} }))).toEqual([]);
  });

  test('is a change of the entry point, which it may take away', () => {
    expect(diffTaskDefinitions(app({}), app({ entryPoint: [] }))).toHaveLength(1);
  });
});

describe('the order of a list counts', () => {
  const command = (...words: string[]): ReturnType<typeof taskDefinition> =>
    taskDefinition({ containerDefinitions: [container({ command: words })] });

  test('in a command', () => {
    expect(diffTaskDefinitions(command('a', 'b'), command('b', 'a'))).toHaveLength(1);
  });

  test('between variables of the same name, but not between others', () => {
    const variables = (...pairs: [string, string][]): ReturnType<typeof taskDefinition> =>
      taskDefinition({
        containerDefinitions: [container({ environment: pairs.map(([name, value]) => ({ name, value })) })],
      });
    expect(diffTaskDefinitions(variables(['A', '1'], ['B', '2']), variables(['B', '2'], ['A', '1']))).toEqual(
      [],
    );
    expect(
      diffTaskDefinitions(variables(['A', '1'], ['A', '2']), variables(['A', '2'], ['A', '1'])),
    ).not.toEqual([]);
  });

  test('not between containers and tags, which have names', () => {
    const [a, b] = [container({ name: 'a' }), container({ name: 'b' })];
    const [x, y] = [
      { key: 'x', value: '1' },
      { key: 'y', value: '2' },
    ];
    const one = taskDefinition({ containerDefinitions: [a, b], tags: [x, y] });
    const other = taskDefinition({ containerDefinitions: [b, a], tags: [y, x] });
    expect(diffTaskDefinitions(one, other)).toEqual([]);
  });
});
