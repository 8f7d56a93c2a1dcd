import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { placeholderValues } from '../../src/deploy/workflow.ts';
import { parseDocument } from '../../src/inputs/document.ts';
import type { Parsed } from '../../src/inputs/problem.ts';
import { parseInterpolated, interpolate, placeholdersIn } from '../../src/task-definition/interpolate.ts';
import { parseTaskDefinition } from '../../src/task-definition/parse.ts';
import { plain, problemsOf, valueOrFail } from '../support/parsed.ts';
import { holds } from '../support/property.ts';

const values = new Map([
  ['image', 'repo/web:2'],
  ['images.sidecar', 'repo/side:1'],
  ['vars.cpu', '256'],
  ['vars.flag', 'true'],
  ['vars.nested', '${{ image }}'],
  ['github.sha', 'abc123'],
]);

const filled = (
  text: string,
  given: ReadonlyMap<string, string> = values,
): Parsed<Parameters<typeof interpolate>[0]> =>
  interpolate(valueOrFail(parseDocument(text, 'task.yaml')), given);

const read = (text: string, given = values): unknown => plain(valueOrFail(filled(text, given)));

const problems = (text: string, given: ReadonlyMap<string, string> = values): readonly string[] =>
  problemsOf(filled(text, given)).map(
    ({ message, remedy, location }) =>
      `${location?.line ?? '?'}:${location?.column ?? '?'} ${message} | ${remedy}`,
  );

describe('a placeholder is replaced by its value', () => {
  test.each([
    ['alone', 'a: ${{ image }}', { a: 'repo/web:2' }],
    ['without spaces', 'a: ${{image}}', { a: 'repo/web:2' }],
    ['within a text', 'a: "v-${{ github.sha }}-${{ vars.cpu }}"', { a: 'v-abc123-256' }],
    ['deep inside', 'a: [{b: "${{ images.sidecar }}"}]', { a: [{ b: 'repo/side:1' }] }],
    ['in the way of CodePipeline', 'a: <IMAGE1_NAME>', { a: 'repo/web:2' }],
    ['and not again in what was put in', 'a: ${{ vars.nested }}', { a: '${{ image }}' }],
  ])('%s', (_, text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test('a value of its own wins for a name of CodePipeline', () => {
    expect(read('a: <IMAGE1_NAME>', new Map([...values, ['IMAGE1_NAME', 'other']]))).toEqual({ a: 'other' });
  });

  test('the task definition of an AppSpec stays where no value is given', () => {
    expect(read('a: <TASK_DEFINITION>')).toEqual({ a: '<TASK_DEFINITION>' });
  });

  test('dollars in shell texts are left alone', () => {
    expect(read('a: "$HOME ${HOME} $${X} }}"')).toEqual({ a: '$HOME ${HOME} $${X} }}' });
  });
});

describe('what cannot be resolved is a problem with its place', () => {
  test.each([
    [
      'an unknown name',
      'a: 1\nb: ${{ vars.nothing }}',
      '2:4 No value is given for the placeholder vars.nothing.',
    ],
    ['a misspelt name', 'a: ${{ imgae }}', 'Did you mean image?'],
    ['a name in another case', 'a: ${{ GitHub.SHA }}', 'Did you mean github.sha?'],
    ['an image that was not given', 'a: <IMAGE2_NAME>', 'Give it with the input image or images.'],
    ['a secret', 'a: ${{ secrets.TOKEN }}', 'Secrets are not put into files'],
    ['an environment value', 'a: ${{ env.PATH }}', 'Only the input vars gives values'],
    ['one that is not closed', 'a: "${{ image"', 'it is not closed with }}'],
    ['one without a name', 'a: "${{ }}"', 'it has no name'],
    ['one in another', 'a: "${{ vars.${{ image }} }}"', 'another one stands in it'],
    ['a function', 'a: "${{ toJSON(github) }}"', 'there are no functions'],
    ['one in a key', '"${{ image }}": 1', '1:1 A placeholder stands in the name of a member.'],
  ])('%s', (_, text, expected) => {
    expect(problems(text).join('\n')).toContain(expected);
  });

  test('all of them at once', () => {
    expect(problems('a: ${{ x.y.z }}\nb: "${{ q.r.s }} ${{"')).toHaveLength(3);
  });

  test('without any values the message says so', () => {
    expect(problems('a: ${{ image }}', new Map()).join()).toContain('Known names: none.');
  });
});

test('nothing that an object, a list, a map or a text inherits is a name', () => {
  const prototypes = [Object.prototype, Array.prototype, Map.prototype, String.prototype, Function.prototype];
  const inherited = fc.constantFrom(...new Set(prototypes.flatMap(Object.getOwnPropertyNames)));
  const owners = fc.constantFrom('', 'image.', 'images.', 'vars.', 'github.', 'constructor.', '__proto__.');
  const given = placeholderValues(
    { image: 'a:1', images: new Map([['web', 'b:1']]), vars: new Map([['cpu', '256']]) },
    { GITHUB_SHA: 'abc123' },
  );
  holds(
    fc.property(owners, inherited, (owner, name) => {
      expect(problems(`a: "\${{ ${owner}${name} }}"`, given)).toHaveLength(1);
    }),
    500,
  );
});

test('a value comes out as it is, whatever it is', () => {
  holds(
    fc.property(fc.string(), (value) => {
      expect(read('a: "<${{ x }}>"', new Map([['x', value]]))).toEqual({ a: `<${value}>` });
    }),
  );
});

test('the placeholders of a file can be listed', () => {
  const document = valueOrFail(
    parseDocument('a: ["${{ image }}", {b: <IMAGE1_NAME>}]\nc: ${{ vars.x }}', 'a.yaml'),
  );
  expect([...placeholdersIn(document)].sort()).toEqual(['IMAGE1_NAME', 'image', 'vars.x']);
});

describe('a value that is one placeholder may stand for a number or a boolean', () => {
  const definition = (lines: string): ReturnType<typeof parseTaskDefinition> =>
    parseTaskDefinition(
      valueOrFail(
        filled(`family: web\ncontainerDefinitions:\n  - name: app\n    image: a:1\n    memory: 64\n${lines}`),
      ),
    );

  test('and is read strictly as such', () => {
    const file = valueOrFail(definition('    cpu: ${{ vars.cpu }}\n    essential: ${{ vars.flag }}'));
    expect(file.definition.containerDefinitions?.[0]).toMatchObject({ cpu: 256, essential: true });
  });

  test('or for a text, as it is', () => {
    expect(valueOrFail(definition('cpu: ${{ vars.cpu }}')).definition.cpu).toBe('256');
  });

  test.each([
    [
      'a text for a number',
      '    cpu: ${{ github.sha }}',
      'must be a whole number, not what its placeholder gives',
    ],
    ['a number for a boolean', '    essential: ${{ vars.cpu }}', 'must be true or false'],
    [
      'two placeholders for a number',
      '    cpu: ${{ vars.cpu }}${{ vars.cpu }}',
      'must be a whole number, not a text',
    ],
  ])('but not %s', (_, lines, expected) => {
    expect(
      problemsOf(definition(lines))
        .map(({ message }) => message)
        .join(),
    ).toContain(expected);
  });
});

test('a placeholder without a value hides no other problem of the file, and makes none up', () => {
  const text = [
    'family: web',
    'networkMode: awsvpc',
    'requiresCompatibilities: [FARGATE]',
    'cpu: ${{ vars.CPU }}',
    "memory: '512'",
    'containerDefinitons: []',
    'containerDefinitions:',
    '  - name: app',
    '    image: ${{ image }}',
    '    memory: ${{ vars.MEMORY }}',
    "    portMappings: [{ containerPort: '80' }]",
  ].join('\n');
  const document = parseDocument(text, 'web.yml');
  if (!document.ok) throw new Error('The document cannot be read.');
  const file = parseInterpolated(document.value, new Map([['image', 'app:1']]), parseTaskDefinition);
  const lines = file.ok ? [] : file.problems.map(({ location }) => location?.line);

  expect(lines.sort((a = 0, b = 0) => a - b)).toEqual([4, 6, 10, 11]);
});
