import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { type DocumentNode, locate, parseDocument } from '../../src/inputs/document.ts';
import type { Location } from '../../src/inputs/problem.ts';
import { plain, problemsOf, valueOrFail } from '../support/parsed.ts';
import { holds } from '../support/property.ts';

const read = (text: string, file = 'task.yaml'): unknown => plain(valueOrFail(parseDocument(text, file)));
const messages = (text: string, file = 'task.yaml'): readonly string[] =>
  problemsOf(parseDocument(text, file)).map(
    ({ message, location }) => `${location?.line ?? '?'}:${location?.column ?? '?'} ${message}`,
  );

describe('JSON, JSONC and YAML give the same tree', () => {
  const expected = { family: 'web', cpu: 0.5, on: true, none: null, list: ['a', 1] };

  test.each([
    ['JSON', 'a.json', '{"family":"web","cpu":0.5,"on":true,"none":null,"list":["a",1]}'],
    [
      'JSONC with a trailing comma',
      'a.jsonc',
      '// c\n{"family":"web",/* c */"cpu":0.5,"on":true,"none":null,"list":["a",1,],}',
    ],
    ['YAML', 'a.yaml', 'family: web\ncpu: 0.5\non: true\nnone:\nlist:\n  - a\n  - 1\n'],
    ['YAML in flow style', 'a.yml', '{family: web, cpu: 0.5, on: true, none: ~, list: [a, 1]}'],
    [
      'JSON with a byte order mark and CRLF',
      'a.json',
      '\uFEFF{"family":"web",\r\n"cpu":0.5,"on":true,"none":null,"list":["a",1]}',
    ],
    ['YAML with CRLF', 'a', 'family: web\r\ncpu: 0.5\r\non: true\r\nnone: null\r\nlist: [a, 1]\r\n'],
  ])('%s', (_, file, text) => {
    expect(read(text, file)).toEqual(expected);
  });
});

describe('keys and values know their place', () => {
  test.each([
    ['JSON', 'a.json', '{\n  "a": [\n    {"b": 1}\n  ]\n}', { line: 3, column: 11 }],
    ['JSON with CRLF', 'a.json', '{\r\n  "a": [\r\n    {"b": 1}\r\n  ]\r\n}', { line: 3, column: 11 }],
    ['YAML', 'a.yaml', 'a:\n  - c: 2\n    b: 1\n', { line: 3, column: 8 }],
  ])('%s', (_, file, text, place) => {
    const node = valueOrFail(parseDocument(text, file));
    expect(locate(node, ['a', 0, 'b'])).toEqual({ file, ...place });
  });

  test('a path that leads nowhere is found at its nearest parent', () => {
    const node = valueOrFail(parseDocument('a:\n  - b: 1\n', 'a.yaml'));
    expect(locate(node, ['a', 0, 'constructor', 'name'])).toEqual({ file: 'a.yaml', line: 2, column: 5 });
  });
});

describe('what cannot be read is refused where it stands', () => {
  test.each<readonly [string, string, string, string]>([
    ['an empty file', 'a.yaml', ' \n', '1:1 The file is empty.'],
    ['only comments', 'a.yaml', '# nothing\n', '1:1 The file holds no value'],
    ['a list', 'a.json', '[1]', '1:1 The file must hold an object with named members, not a list.'],
    ['a text', 'a.yaml', 'web', 'not a text'],
    ['UTF-16 read as UTF-8', 'a.json', '{\0"\0', '1:2 The file is not UTF-8 text.'],
    ['bytes that are no UTF-8', 'a.yaml', 'a: \uFFFD', '1:4 The file is not UTF-8 text.'],
    [
      'a key twice in JSON',
      'a.json',
      '{"a": 1,\n "a": 2}',
      '2:2 a comes twice in the same object: first in line 1.',
    ],
    [
      'a key twice in YAML',
      'a.yaml',
      'a: 1\nb: 2\na: 3',
      '3:1 a comes twice in the same object: first in line 1.',
    ],
    ['a tab', 'a.yaml', 'a: 1\n\tb: 2', '2:1 The line is indented with a tab.'],
    ['several documents', 'a.yaml', 'a: 1\n---\nb: 2', 'The file holds more than one YAML document.'],
    ['a custom tag', 'a.yaml', 'a: !Ref x', 'The value has a YAML tag that has no meaning here.'],
    ['a binary tag', 'a.yaml', 'a: !!binary abcd', 'tag:yaml.org,2002:binary has no meaning'],
    ['a number as key', 'a.yaml', 'a:\n  8080: x', '2:3 A key is not a text.'],
    ['a list as key', 'a.yaml', '? [a]\n: 1', '1:3 A key is not a text.'],
    ['an unknown alias', 'a.yaml', 'a: *web', '1:4 No anchor &web stands before the alias *web.'],
    ['an alias of itself', 'a.yaml', 'a: &x [*x]', 'more than 64 deep'],
    ['infinity', 'a.yaml', 'a: .inf', '1:4 The value is neither a text nor a number'],
    ['a missing comma', 'a.json', '{"a": 1\n"b": 2}', '2:1 The JSON is not valid: a comma is expected.'],
    ['a missing brace', 'a.json', '{"a": 1', 'The JSON is not valid: a closing brace is missing'],
    ['YAML under the name of JSON', 'a.json', 'a: 1', 'The JSON is not valid'],
    ['a bare placeholder', 'a.json', '{"a": ${{ x }}}', 'A placeholder stands outside quotes'],
    [
      'deep JSON',
      'a.json',
      '['.repeat(100_000),
      '1:65 Objects and lists stand in one another more than 64 deep.',
    ],
    ['deep YAML', 'a.yaml', 'a: ' + '['.repeat(70) + ']'.repeat(70), 'more than 64 deep'],
  ])('%s', (_, file, text, expected) => {
    expect(messages(text, file).join('\n')).toContain(expected);
  });

  test('a bomb of aliases is refused and named once', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
    for (let n = 1; n < 12; n += 1) {
      lines.push(`a${n}: &a${n} [${Array.from({ length: 10 }, () => `*a${n - 1}`).join(', ')}]`);
    }
    expect(messages(lines.join('\n'))).toEqual([expect.stringContaining('more than 50000 values')]);
  });

  test('all repeated keys are reported together', () => {
    expect(messages('{"a":1,"a":2,"b":{"c":1,"c":2}}', 'a.json')).toHaveLength(2);
  });
});

describe('anchors, aliases and merge keys', () => {
  test('an alias gives the value of the latest anchor of its name before it', () => {
    expect(read('a: &x 1\nb: *x\nc: &x 2\nd: *x')).toEqual({ a: 1, b: 1, c: 2, d: 2 });
  });

  test('own members win over merged ones, and the first of several merged objects wins', () => {
    expect(read('x: &x {a: 1, b: 1}\ny: &y {b: 2, c: 2}\nz:\n  <<: [*x, *y]\n  a: 3')).toMatchObject({
      z: { a: 3, b: 1, c: 2 },
    });
  });

  test('a merge key in quotes is a key like any other', () => {
    expect(read('"<<": {a: 1}')).toEqual({ '<<': { a: 1 } });
  });

  test('a merge of a text is a problem', () => {
    expect(messages('<<: web')).toEqual([expect.stringContaining('1:1 The merge key << wants an object')]);
  });
});

test('numbers keep the text that a double would change', () => {
  const { members } = valueOrFail(parseDocument('version: 0.0\nid: 12345678901234567890', 'a.yaml'));
  expect(members.map(({ value }) => (value.kind === 'number' ? value.source : ''))).toEqual([
    '0.0',
    '12345678901234567890',
  ]);
});

test('YAML 1.1 words such as yes and on are texts', () => {
  expect(read('a: yes\nb: on\nc: 010')).toEqual({ a: 'yes', b: 'on', c: 10 });
});

test('a key named __proto__ is a key like any other', () => {
  const { members } = valueOrFail(parseDocument('{"__proto__": {"a": 1}}', 'a.json'));
  expect(members.map(({ key }) => key)).toEqual(['__proto__']);
});

test('no text makes the parser throw, and every problem has a place and a remedy', () => {
  const fragments = fc.constantFrom(
    ...Array.from('{}[]:,-?&*!|>%@`"\'#<~ \n\t\r'),
    '${{',
    '}}',
    '<<: ',
    '---\n',
    'a: ',
    '&a ',
    '*a',
  );
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fragments, { maxLength: 40 }).map((all) => all.join('')),
  );
  holds(
    fc.property(texts, fc.constantFrom('a.json', 'a.yaml', 'a'), (text, file) => {
      const result = parseDocument(text, file);
      if (result.ok) return;
      for (const { remedy, location } of result.problems) {
        expect(remedy).not.toBe('');
        const { line = 0, column = 0 } = location ?? {};
        expect(line).toBeGreaterThan(0);
        expect(column).toBeGreaterThan(0);
        // The end of the text is a place too.
        expect(column).toBeLessThanOrEqual((text.split('\n')[line - 1]?.length ?? -1) + 1);
      }
    }),
    2000,
  );
});

describe('every value and key of a document stands where its place says', () => {
  const words = fc.stringMatching(/^[a-z][a-z0-9 ü-]{0,8}[a-z]$/);
  const scalars = fc.oneof(words, fc.integer(), fc.boolean(), fc.constant(null));
  const values = fc.letrec((tie) => ({
    tree: fc.oneof(
      { maxDepth: 3 },
      scalars,
      fc.array(tie('tree'), { maxLength: 3 }),
      fc.dictionary(words, tie('tree'), { maxKeys: 3 }),
    ),
  })).tree;

  /** What the text has at a place, up to its length. */
  const textAt = (text: string, { line = 0, column = 0 }: Location, length: number): string =>
    (text.split('\n')[line - 1] ?? '').slice(column - 1, column - 1 + length);

  /** Each scalar and key with the text that must stand at its place. */
  function placed(node: DocumentNode): readonly (readonly [Location, string])[] {
    switch (node.kind) {
      case 'object':
        return node.members.flatMap(({ key, keyAt, value }) => [[keyAt, key] as const, ...placed(value)]);
      case 'list':
        return node.items.flatMap(placed);
      case 'null':
        return [[node.at, 'null']];
      case 'text':
      case 'boolean':
        return [[node.at, String(node.value)]];
      case 'number':
        return [[node.at, node.source]];
    }
  }

  test.each([
    ['JSON', 'a.json', (value: unknown) => JSON.stringify(value, null, 2)],
    ['JSON with CRLF', 'a.json', (value: unknown) => JSON.stringify(value, null, 2).replaceAll('\n', '\r\n')],
    ['JSON on one line', 'a.json', (value: unknown) => JSON.stringify(value)],
    [
      'YAML',
      'a.yaml',
      (value: unknown) => stringify(value, { defaultStringType: 'QUOTE_DOUBLE', lineWidth: 0 }),
    ],
  ])('%s', (_, file, write) => {
    holds(
      fc.property(fc.dictionary(words, values, { minKeys: 1 }), (value) => {
        const text = write(value);
        const wrong = placed(valueOrFail(parseDocument(text, file))).filter(([at, expected]) => {
          const quoted = textAt(text, at, expected.length + 1);
          return quoted !== `"${expected}` && !quoted.startsWith(expected);
        });
        expect(wrong).toEqual([]);
      }),
      100,
    );
  });
});

test('what JSON.stringify writes is read back as it was', () => {
  holds(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 5 })), (value) => {
      const text = JSON.stringify(value);
      fc.pre(!/[\0\uFFFD]/.test(text));
      const node: DocumentNode = valueOrFail(parseDocument(text, 'a.json'));
      expect(JSON.stringify(plain(node))).toBe(text);
    }),
  );
});
