import { describe, expect, test } from '@jest/globals';
import { document, mapping, words } from '../../src/inputs/document-kinds.ts';
import { parsed, refused } from '../../src/inputs/problem.ts';
import type { InputSpec } from '../../src/inputs/schema.ts';
import { problemsOf, valueOrFail } from '../support/parsed.ts';

const description = 'An input.';
const valueOf = <T>(spec: InputSpec<T>, given: string): T => valueOrFail(spec.read(given));
const messagesOf = (spec: InputSpec<unknown>, given: string): readonly string[] =>
  problemsOf(spec.read(given)).map(({ message }) => message);

describe('mapping', () => {
  const spec = mapping({ description });
  const entries = (given: string): readonly (readonly [string, string])[] => [...valueOf(spec, given)];

  test('reads YAML and JSON alike', () => {
    const expected = [
      ['web', 'web:v1'],
      ['log', 'log:v2'],
    ];
    expect(entries('web: web:v1\nlog: log:v2')).toEqual(expected);
    expect(entries('{"web": "web:v1", "log": "log:v2"}')).toEqual(expected);
  });

  test('takes numbers and booleans as they are written', () => {
    expect(entries('a: 1.10\nb: 007\nc: true\nd: 12345678901234567890')).toEqual([
      ['a', '1.10'],
      ['b', '007'],
      ['c', 'true'],
      ['d', '12345678901234567890'],
    ]);
  });

  test('a name that objects have of their own is a name like any other', () => {
    expect(entries('{"__proto__": "a", "constructor": "b"}')).toEqual([
      ['__proto__', 'a'],
      ['constructor', 'b'],
    ]);
  });

  test('values that are no texts are all named', () => {
    expect(messagesOf(spec, 'a: [1]\nb: text\nc:\n  d: e\nf:')).toEqual([
      'The value of a is not a text.',
      'The value of c is not a text.',
      'The value of f is not a text.',
    ]);
  });

  test.each(['just text', '- a\n- b', '[]'])('%j is no mapping', (given) => {
    expect(messagesOf(spec, given)).toEqual(['It is not a mapping of names to texts.']);
  });

  test('a broken text says in which of its lines, and names no file', () => {
    const [problem] = problemsOf(spec.read('a: 1\nb: "2'));
    expect(problem?.message).toMatch(/^Line 2: /);
    expect(problem?.location).toBeUndefined();
  });
});

describe('words', () => {
  const spec = words({ description });

  test.each([
    ['web --port 80', ['web', '--port', '80']],
    ['  web\n  --port\t80 \n', ['web', '--port', '80']],
    ['-c run', ['-c', 'run']],
    ['--workers 4', ['--workers', '4']],
  ])('%j is cut at its blanks', (given, expected) => {
    expect(valueOf(spec, given)).toEqual(expected);
  });

  test.each([
    ['["sh", "-c", "exec web  --port 80"]', ['sh', '-c', 'exec web  --port 80']],
    ['- sh\n- -c\n- it\'s "here"', ['sh', '-c', 'it\'s "here"']],
    ['[web, 80, 1.0, true]', ['web', '80', '1.0', 'true']],
    ['[]', []],
    ['["a", ""]', ['a', '']],
  ])('the list %j is taken item by item', (given, expected) => {
    expect(valueOf(spec, given)).toEqual(expected);
  });

  test.each(['sh -c "exec web"', "echo it's", 'echo `date`'])(
    '%j has quotes that nobody would read, and the remedy is a list',
    (given) => {
      const [problem] = problemsOf(spec.read(given));
      expect(problem?.message).toContain('quotes');
      expect(problem?.remedy).toContain('["sh", "-c", "exec web --port 80"]');
    },
  );

  test('items that are no texts are all named, by number and never by what they hold', () => {
    const problems = problemsOf(spec.read('[a, [hunter2], null, {b: hunter2}]'));
    expect(problems.map(({ message }) => message)).toEqual([
      'Item 2 of the list is not a text.',
      'Item 3 of the list is not a text.',
      'Item 4 of the list is not a text.',
    ]);
    expect(JSON.stringify(problems)).not.toContain('hunter2');
  });

  test.each(['["a"', '- a\n  - b: ['])('%j is no list', (given) => {
    expect(spec.read(given).ok).toBe(false);
  });

  test('what begins as a list and is a mapping is refused', () => {
    expect(messagesOf(spec, '[a]: b')).not.toEqual([]);
  });
});

describe('a document', () => {
  const spec = document(
    'YAML or JSON',
    (node) =>
      node.kind === 'object'
        ? parsed(node.members.length)
        : refused({ message: 'It is no object.', remedy: 'Write one.', location: node.at }),
    { description },
  );

  test('is what its reader makes of it', () => {
    expect(valueOf(spec, 'a: 1\nb: 2')).toBe(2);
  });

  test('has the lines of the input in its problems, and no file', () => {
    const [problem] = problemsOf(spec.read('\n- a'));
    expect(problem?.message).toBe('Line 2: It is no object.');
    expect(problem?.location).toBeUndefined();
  });
});
