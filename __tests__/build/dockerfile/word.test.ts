import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { expanded, plainWords, rawWords, type Variable } from '../../../src/build/dockerfile/word.ts';
import { holds } from '../../support/property.ts';

const inEnvironment = (word: string, values: Readonly<Record<string, string>>, escape = '\\'): string | undefined =>
  expanded(word, {
    escape,
    variable: (name): Variable => {
      const value = values[name];
      return value === undefined ? 'unset' : { value };
    },
  });

const OF_BUILDKIT = readFileSync(new URL('words.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((row) => row.split('|').map((cell) => cell.trim()));

test.each(OF_BUILDKIT)('%s is %s', (word = '', expected) => {
  const values = { PWD: '/home', SHELL: 'bash', KOREAN: '한국어', NULL: '' };
  expect(inEnvironment(word, values) ?? 'error').toBe(expected);
});

/** From BuildKit's frontend/dockerfile/shell/lex_test.go, with a few of its pattern rules beside them. */
test.each([
  ['${F-aaa} ${B-bbb} ${Z-ccc}', { F: 'xxx', B: '' }, 'xxx  ccc'],
  ['${F:-aaa} ${B:-bbb} ${Z:-ccc}', { F: 'xxx', B: '' }, 'xxx bbb ccc'],
  ['${F+aaa} ${B+bbb} ${Z+ccc}', { F: 'xxx', B: '' }, 'aaa bbb '],
  ['${F:+aaa} ${B:+bbb} ${Z:+ccc}', { F: 'xxx', B: '' }, 'aaa  '],
  ['${F=aaa}', { F: 'xxx' }, undefined],
  ['${F#()[]{\\}^$.\\*\\?|\\\\}', { F: '()[]{}^$.*?|\\x' }, 'x'],
  ['${F%%\\**}', { F: 'xx**' }, 'xx'],
  ['${F#*x*y}', { F: 'xxyy' }, 'y'],
  ['${F#*}', { F: 'xxyy' }, 'xxyy'],
  ['${F##*}', { F: 'xxyy' }, ''],
  ['${F#$B}', { F: 'xxyy', B: 'x' }, 'xyy'],
  ['${F#$B}', { F: 'xxyy', B: '' }, 'xxyy'],
  ['${F#}', { F: 'xxyy' }, 'xxyy'],
  ['${F##*x}', { F: 'xxyy' }, 'yy'],
  ['${F##}', { F: 'xxyy' }, 'xxyy'],
  ['${F#?\\?}', { F: '???y' }, '?y'],
  ['${A:-.}${F%x}${A:-.}', { F: 'xxyy' }, '.xxyy.'],
  ['${F%%\\**\\*}', { F: 'a***yy*' }, 'a'],
  ['${F%.*}', { F: '1.2.3' }, '1.2'],
  ['${F%%.*}', { F: '1.2.3' }, '1'],
  ['${F%🚀?}', { F: '🖖🚀👽' }, '🖖'],
  ['${F%}', { F: 'xxyy' }, 'xxyy'],
  ['${F:#}', {}, undefined],
  ['${F:%%}', {}, undefined],
  ['${F#x}', {}, ''],
  ['${F#\\x}', { F: 'x' }, undefined],
  ['${F%\\x}', { F: 'x' }, undefined],
  ['${F/\\x/y}', { F: 'x' }, undefined],
  ['${F/$N/.} - ${F//$N/.}', { F: '/foo*/*/*.txt', N: '\\*/' }, '/foo.*/*.txt - /foo..*.txt'],
  ['${F/$N/} - ${F//$N/}', { F: '/tmp/tmp/bar.txt', N: '/tmp' }, '/tmp/bar.txt - /bar.txt'],
  ['${F/$N/$R} - ${F//$N/$R}', { F: '/a/foo/b/c.txt', N: '/?/', R: '/' }, '/foo/b/c.txt - /foo/c.txt'],
  ['${F//\\//\\/}', { F: '/tmp/foo.txt' }, '\\/tmp\\/foo.txt'],
  ['${F/b*b/x}', { F: 'abcbab' }, 'ax'],
  ['${F/a/$R}', { F: 'abc', R: '$&' }, '$&bc'],
  ['${F//ww}', { F: 'xxyy' }, undefined],
  ['${F//}', { F: 'xxyy' }, undefined],
  ['${F///}', { F: 'xxyy' }, 'xxyy'],
  ['${F///}', {}, ''],
  ['a<b<<c', {}, 'a<b<<c'],
  ['"a\\"b"', {}, 'a"b'],
])('%s with %j is %s', (word, values, expected) => {
  expect(inEnvironment(word, values)).toBe(expected);
});

test('another escape takes the place of the backslash', () => {
  expect(inEnvironment('c:\\a`$X"`""$X', { X: '1' }, '`')).toBe('c:\\a$X"1');
});

describe('a variable that the builder alone knows', () => {
  test.each(['$X', 'a${X}b', '${X:-1}', '${X+1}', '"$X"', '${Y:-$X}', '${X#a}', '${X/a/b}'])('leaves %s open', (word) => {
    expect(expanded(word, { escape: '\\', variable: (name) => (name === 'X' ? 'unknown' : 'unset') })).toBeUndefined();
  });

  test('is of no matter where it is not a variable', () => {
    expect(expanded("a\\$X'$X'", { escape: '\\', variable: () => 'unknown' })).toBe('a$X$X');
  });
});

test.each([
  ['RUN a  "b c" d', ['RUN', 'a', '"b c"', 'd'], ['RUN', 'a', 'b c', 'd']],
  ["'a''b' \"\\\"\"", ["'a''b'", '"\\""'], ['ab', '"']],
  ['a\\ b c\\', ['a\\ b', 'c\\'], ['a b', 'c']],
  ['a << b <<-c', ['a', '<< b', '<<-c'], ['a', '<< b', '<<-c']],
  ['$a ${b} ${c:-d e} ${f:+g} ${h/i/j} ${k#l}', ['$a', '${b}', '${c:-d', 'e}', '${f:+g}', '${h/i/j}', '${k#l}'], undefined],
  ['a <<\tb <<\rc <<\fd', ['a', '<<\tb', '<<\rc', '<<', 'd'], undefined],
  ['', [], []],
  ['"a', undefined, undefined],
  ['${#a} b', undefined, undefined],
])('the words of %j are %j, without quotes %j', (line, raw, plain) => {
  expect(rawWords(line)).toEqual(raw);
  expect(plainWords(line)).toEqual(plain ?? raw);
});

test('no text whatever makes it throw', () => {
  const part = fc.constantFrom('$', '${', '}', ':', '-', '#', '%', '/', '\\', '"', "'", '<', ' ', 'X', '*');
  holds(
    fc.property(fc.array(fc.oneof(part, fc.string())), (parts) => {
      inEnvironment(parts.join(''), { X: 'x*y' });
      rawWords(parts.join(''));
    }),
    1_000,
  );
});
