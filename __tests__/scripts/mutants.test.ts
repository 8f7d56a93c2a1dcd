import { expect, test } from '@jest/globals';
import { mutantsOf } from '../../scripts/mutants.ts';

/** The sources of all mutants of a text, without the parts that no mutant touches. */
const sourcesOf = (source: string): readonly string[] =>
  mutantsOf('a.ts', source).map((mutant) => mutant.source);

test.each([
  ['a comparison', 'x = a === b;', ['x = a !== b;']],
  ['a bound', 'x = a < b; y = a >= b;', ['x = a <= b; y = a >= b;', 'x = a < b; y = a > b;']],
  ['a connective', 'x = a && b;', ['x = a || b;']],
  ['a condition', 'if (a) b();', ['if (!(a)) b();']],
  ['a choice', 'x = a ? b : c;', ['x = !(a) ? b : c;']],
  [
    'some and every',
    'x = a.some(b); y = a.every(b);',
    ['x = a.every(b); y = a.every(b);', 'x = a.some(b); y = a.some(b);'],
  ],
  ['an entry of a table', 'const A = [1, 2];', ['const A = [...[], 2];', 'const A = [1, ...[]];']],
  [
    'an entry of a set',
    "const A = new Set(['a', 'b']);",
    ["const A = new Set([...[], 'b']);", "const A = new Set(['a', ...[]]);"],
  ],
  [
    'an entry of an object',
    'const A = { b: 1, c: 2, d: 2 } as const;',
    [
      'const A = { b: 2, c: 2, d: 2 } as const;',
      'const A = { b: 1, c: 1, d: 2 } as const;',
      'const A = { b: 1, c: 2, d: 1 } as const;',
    ],
  ],
  [
    'an entry of an object with three values',
    "const A = { b: 'x', c: true, d: false };",
    [
      'const A = { b: true, c: true, d: false };',
      'const A = { b: false, c: true, d: false };',
      "const A = { b: 'x', c: 'x', d: false };",
      "const A = { b: 'x', c: false, d: false };",
      "const A = { b: 'x', c: true, d: 'x' };",
      "const A = { b: 'x', c: true, d: true };",
    ],
  ],
  [
    'a pair of a list',
    "const A: B = [[/a/, 'x'], [/b/, 'y']];",
    [
      "const A: B = [...[], [/b/, 'y']];",
      "const A: B = [[/a/, 'x'], ...[]];",
      "const A: B = [[/a/, 'y'], [/b/, 'y']];",
      "const A: B = [[/a/, 'x'], [/b/, 'x']];",
    ],
  ],
])('%s is broken in every way', (_, source, mutants) => {
  expect(sourcesOf(source)).toEqual(mutants);
});

test.each([
  ['types', 'type A = B extends C ? D : E; interface F { readonly g: (h: 1 | 2) => void }'],
  ['imports', "import { some } from './every.ts';"],
  ['a list inside a function', 'function f() { return [1, 2]; }'],
  ['a table of one entry', 'const A = [1]; const B = { c: 1 };'],
  ['an object of functions or of one value', 'const A = { b: f, c: () => 1 }; const D = { e: 1, g: 1 };'],
  ['an object inside a function', 'function f() { return { a: 1, b: 2 }; }'],
  ['sums and texts', "x = a + b; y = 'a === b';"],
])('%s are left alone', (_, source) => {
  expect(sourcesOf(source)).toEqual([]);
});

test('two mutants of one line have descriptions of their own, which do not change when lines move', () => {
  const source = 'x = a < 1 || b < 1;';
  const described = (text: string) => mutantsOf('a.ts', text).map(({ description }) => description);
  expect(new Set(described(source)).size).toBe(3);
  expect(described(`\n\n${source}`)).toEqual(described(source));
  expect(mutantsOf('a.ts', `\n\n${source}`).map(({ line }) => line)).toEqual([3, 3, 3]);
});

test('every mutant differs from the source', () => {
  const source = 'const A = [f(a), g(b)];\nif (A.some((x) => x !== 1 && x <= 2)) h();';
  expect(sourcesOf(source)).not.toContain(source);
  expect(new Set(sourcesOf(source)).size).toBe(sourcesOf(source).length);
});
