import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseDocument } from '../../src/inputs/document.ts';
import type { Parsed, Problem } from '../../src/inputs/problem.ts';
import { parseTaskDefinition, type TaskDefinitionFile } from '../../src/task-definition/parse.ts';
import { acceptedDefinition } from '../support/any-definition.ts';
import { problemsOf, valueOrFail } from '../support/parsed.ts';
import { container, taskDefinition } from '../support/task-definition.ts';
import { holds } from '../support/property.ts';

function parse(text: string, file = 'task.yaml'): Parsed<TaskDefinitionFile> {
  return parseTaskDefinition(valueOrFail(parseDocument(text, file)));
}

/** Problems as `line:column message | remedy`. */
function problems(text: string, file = 'task.yaml'): readonly string[] {
  return problemsOf(parse(text, file)).map(show);
}

function show({ location, message, remedy }: Problem): string {
  return `${location?.line ?? '?'}:${location?.column ?? '?'} ${message} | ${remedy}`;
}

const written = (value: unknown): string => JSON.stringify(value, null, 1);

test('what the file says is what is registered, every member of it', () => {
  const definition = taskDefinition({
    tags: [{ key: 'team', value: 'booking' }],
    containerDefinitions: [
      container({ dockerLabels: { a: '1' }, ulimits: [{ name: 'nofile', softLimit: 1, hardLimit: 2 }] }),
    ],
    enableFaultInjection: false,
  });
  expect(valueOrFail(parse(written(definition), 'task.json')).definition).toEqual(definition);
});

test('the place of each part can be found', () => {
  const file = valueOrFail(
    parse('family: web\ncontainerDefinitions:\n  - name: app\n    image: a:1\n    memory: 64\n'),
  );
  expect(file.locate(['containerDefinitions', 0, 'image'])).toEqual({
    file: 'task.yaml',
    line: 4,
    column: 12,
  });
  expect(file.locate(['containerDefinitions', 0, 'command', 0])).toEqual({
    file: 'task.yaml',
    line: 3,
    column: 5,
  });
});

describe('members and types', () => {
  const yaml = (lines: string): string =>
    `family: web\ncontainerDefinitions:\n  - name: app\n    image: a:1\n    memory: 64\n${lines}`;

  test.each<readonly [string, string, string]>([
    ['a misspelt member', 'netwrokMode: awsvpc', 'netwrokMode is no member'],
    ['the nearest known name', 'netwrokMode: awsvpc', 'Did you mean networkMode?'],
    ['another case', '    portmappings: []', '6:5 containerDefinitions[0].portmappings is no member'],
    ['another case, with the right one', '    portmappings: []', 'Did you mean portMappings?'],
    [
      'a member deep inside',
      '    healthCheck: {command: [x], intervall: 5}',
      'containerDefinitions[0].healthCheck.intervall',
    ],
    ['a member named as an inherited one', 'constructor: x', '6:1 constructor is no member'],
    [
      'a number where a text is wanted',
      'cpu: 256',
      '6:6 cpu must be a text, not a number. | Put it in quotes.',
    ],
    [
      'a text where a number is wanted',
      '    cpu: "256"',
      'must be a whole number, not a text. | Write it without quotes.',
    ],
    [
      'a text that is no number',
      '    cpu: much',
      'must be a whole number, not a text. | Write a whole number here.',
    ],
    ['a fraction', '    cpu: 0.5', 'must be a whole number of at most 2147483647'],
    ['a number that is too large', '    cpu: 99999999999', 'must be a whole number of at most 2147483647'],
    [
      'a text where a boolean is wanted',
      '    essential: "true"',
      'must be true or false, not a text. | Write it without quotes.',
    ],
    [
      'a boolean in a variable',
      '    environment: [{name: A, value: true}]',
      'must be a text, not a boolean. | Put it in quotes.',
    ],
    [
      'a text where a list is wanted',
      '    command: run',
      '6:14 containerDefinitions[0].command must be a list, not a text.',
    ],
    [
      'a list where an object is wanted',
      '    healthCheck: [x]',
      'must be an object, not a list. | Write it without the list.',
    ],
    [
      'a missing member',
      '    secrets: [{name: A}]',
      '6:15 containerDefinitions[0].secrets[0].valueFrom is missing.',
    ],
    [
      'a variable that is null',
      '    environment: [{name: A, value: }]',
      'environment[0].value is null. | Give it a value ("" for an empty text)',
    ],
    ['a null in a list', '    command: [a, null]', 'command[1] is null'],
    [
      'an unknown value',
      'networkMode: AWSVPC',
      '6:14 networkMode cannot be "AWSVPC". | Did you mean awsvpc?',
    ],
    ['an unknown value in a list', 'requiresCompatibilities: [FARGTE]', 'Did you mean FARGATE?'],
  ])('%s is a problem', (_, lines, expected) => {
    expect(problems(yaml(lines)).join('\n')).toContain(expected);
  });

  test('a misspelt member is not also reported as missing', () => {
    expect(problems('famly: web\ncontainerDefinitons: []')).toHaveLength(2);
  });

  test('a member of the wrong type is not also reported as missing', () => {
    const definition = { ...taskDefinition(), cpu: 256, executionRoleArn: 1, networkMode: 'awsvcp' };
    const containerDefinitions = [container({ secrets: [{ name: 'A', valueFrom: 'b' }] })];
    expect(problems(written({ ...definition, containerDefinitions }), 'a.json')).toHaveLength(3);
  });

  test('all problems are reported at once, in the order of the file', () => {
    const found = problems(
      'family: 1\ncpu: 2\ncontainerDefinitions:\n  - name: a\n    imag: b\n  - name: a\n    image: b\n    memory: 1',
    );
    expect(found.map((line) => line.split(' ', 2).join(' '))).toEqual([
      '1:9 family',
      '2:6 cpu',
      '4:5 Container',
      '5:5 containerDefinitions[0].imag',
      '6:11 Two',
    ]);
  });

  test('no message repeats the value of a variable', () => {
    const found = problems(
      yaml('    environment: [{name: A, value: 31337}, {name: B, value: [hunter2]}]'),
    ).join('\n');
    expect(found).not.toMatch(/31337|hunter2/);
  });
});

describe('what AWS answers or shows can be given back', () => {
  const described = {
    ...taskDefinition(),
    taskDefinitionArn: 'arn:aws:ecs:eu-central-1:123456789012:task-definition/web:7',
    revision: 7,
    status: 'ACTIVE',
    requiresAttributes: [{ name: 'ecs.capability.task-eni' }],
    compatibilities: ['EC2', 'FARGATE'],
    registeredAt: '2026-09-01T12:00:00+00:00',
    registeredBy: 'arn:aws:iam::123456789012:user/deployer',
    deregisteredAt: 1,
  };

  test('the answer of DescribeTaskDefinition, with a notice of what is left out', () => {
    const { definition, notices } = valueOrFail(parse(written(described), 'a.json'));
    expect(definition).toEqual(taskDefinition());
    expect(notices.map(({ message }) => message)).toEqual([
      expect.stringContaining('taskDefinitionArn, revision, status'),
    ]);
  });

  test('the whole answer, with its tags', () => {
    const tags = [{ key: 'team', value: 'booking' }];
    const { definition, locate } = valueOrFail(parse(written({ taskDefinition: described, tags }), 'a.json'));
    expect(definition).toEqual(taskDefinition({ tags }));
    expect(locate(['tags', 0, 'key']).line).toBe(35);
  });

  test('an empty list of tags is left out, for AWS refuses one', () => {
    const { definition, notices } = valueOrFail(
      parse(written({ taskDefinition: described, tags: [] }), 'a.json'),
    );
    expect(definition).not.toHaveProperty('tags');
    expect(notices).toHaveLength(2);
  });

  test('an empty list of tags is left out of a copied definition, too', () => {
    const { definition } = valueOrFail(parse(written({ ...described, tags: [] }), 'a.json'));
    expect(definition).not.toHaveProperty('tags');
  });

  test('members that are null are left out, with one notice that names them', () => {
    const copied = {
      ...taskDefinition(),
      pidMode: null,
      containerDefinitions: [{ ...container(), user: null }],
    };
    const { definition, notices } = valueOrFail(parse(written(copied), 'a.json'));
    expect(definition).toEqual(taskDefinition());
    expect(notices.map(({ message }) => message)).toEqual([
      'Left out what is null: containerDefinitions[0].user, pidMode.',
    ]);
  });

  test('a required member that is null is missing', () => {
    expect(problems(written({ ...taskDefinition(), family: null }), 'a.json').join()).toContain(
      'family is missing',
    );
  });

  test('something else beside taskDefinition is a problem', () => {
    expect(problems(written({ taskDefinition: described, extra: 1 }), 'a.json').join()).toContain(
      'extra stands beside',
    );
  });
});

test('no document makes the parser throw, and only whole definitions pass', () => {
  const keys = fc.constantFrom(
    'family',
    'containerDefinitions',
    'name',
    'image',
    'tags',
    'taskDefinition',
    '__proto__',
    'cpu',
  );
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      fc.jsonValue({ maxDepth: 0 }),
      fc.array(tie('tree'), { maxLength: 3 }),
      fc.dictionary(keys, tie('tree'), { maxKeys: 4 }),
    ),
  }));
  holds(
    fc.property(fc.dictionary(keys, tree), (value) => {
      const document = parseDocument(JSON.stringify(value), 'a.json');
      const result = document.ok ? parseTaskDefinition(document.value) : document;
      expect(result.ok || result.problems.length > 0).toBe(true);
    }),
    500,
  );
});

test('a member that nobody knows is found where it stands, wherever that is', () => {
  const files = fc.constantFrom('a.json', 'a.yaml');
  holds(
    fc.property(acceptedDefinition, files, fc.nat(), (definition, file, choice) => {
      const text = written(definition);
      // Names of labels and options have one letter in these definitions: they may be anything.
      const names = [...text.matchAll(/"\w{2,}"(?=: )/g)].map(({ 0: name, index }) => ({ name, index }));
      const { name, index } = names[choice % names.length] ?? { name: '', index: 0 };
      const misspelt = `${text.slice(0, index)}"strange"${text.slice(index + name.length)}`;
      const above = text.slice(0, index).split('\n');
      const place = `${above.length}:${(above.at(-1)?.length ?? 0) + 1}`;
      expect(problems(misspelt, file).join('\n')).toMatch(
        new RegExp(`^${place} (?:\\S+\\.)?strange is no member`, 'm'),
      );
    }),
  );
});

test('a member that comes from elsewhere later is not missed', () => {
  const { executionRoleArn, ...without } = taskDefinition({
    containerDefinitions: [container({ secrets: [{ name: 'A', valueFrom: '/a' }] })],
  });
  const document = valueOrFail(parseDocument(JSON.stringify(without), 'a.json'));
  expect(executionRoleArn).toBeDefined();
  expect(problemsOf(parseTaskDefinition(document))).toHaveLength(1);
  expect(parseTaskDefinition(document, [['executionRoleArn']]).ok).toBe(true);
});
