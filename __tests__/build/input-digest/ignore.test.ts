import { describe, expect, test } from '@jest/globals';
import { type IgnoreMatch, type IgnoreRule, isEntered, matchPath, parseIgnore } from '../../../src/build/input-digest/ignore.ts';

const rulesOf = (text: string) => parseIgnore(text).rules;

/** Whether a path is left out, asked from the context down, as a walk does. */
function isIgnored(path: string, rules: readonly IgnoreRule[]): boolean {
  const parts = path.split('/');
  const paths = parts.map((_, index) => parts.slice(0, index + 1).join('/'));
  const match = paths.reduce<IgnoreMatch | undefined>((parent, part) => matchPath(part, rules, parent), undefined);
  return match?.isIgnored === true;
}

/** Docker documentation, "Build context", section ".dockerignore files": its own examples, and its rules. */
describe('what a .dockerignore file leaves out', () => {
  test.each([
    // A pattern without a slash is no pattern for every folder, unlike in git.
    ['foo', ['foo', 'foo/bar'], ['a/foo', 'foobar']],
    ['/foo/bar', ['foo/bar', 'foo/bar/a'], ['foo', 'a/foo/bar']],
    ['foo/bar/', ['foo/bar'], ['foo']],
    ['*/temp*', ['a/temp', 'a/temporary.txt', 'a/temp/b'], ['temp', 'a/b/temp']],
    ['*/*/temp*', ['a/b/temp'], ['a/temp', 'a/b/c/temp']],
    ['temp?', ['tempa', 'tempb'], ['temp', 'tempab', 'temp/']],
    ['**/*.go', ['a.go', 'a/b.go', 'a/b/c.go'], ['a.goo', 'go']],
    ['**', ['a', 'a/b'], []],
    ['a/**', ['a/b', 'a/b/c'], ['a', 'ab']],
    ['a/**/b', ['a/b', 'a/x/b', 'a/x/y/b'], ['b', 'ab']],
    ['**/b', ['b', 'a/b', 'a/b/c'], ['ab', 'a/ab']],
    ['[a-c]x', ['ax', 'cx'], ['dx']],
    ['[^a]x', ['bx'], ['ax']],
    ['a\\*', ['a*'], ['ab']],
    ['a.b+(c)$', ['a.b+(c)$'], ['aXb+(c)$']],
    ['./a/../b', ['b'], ['a']],
    ['  a  ', ['a'], [' a']],
    ['\uFEFFa', ['a'], []],
    ['a\r\nb', ['a', 'b'], []],
    ['# a\n#b', [], ['a', 'b', '# a', '#b']],
    ['日本/*.txt', ['日本/🐟.txt'], ['日本/a.md']],
    // What follows is in no documentation, but so does the matcher that Docker uses.
    ['**a', ['a', 'ba', 'b/ca'], ['ab']],
    ['a**', ['a', 'ab', 'ab/c'], ['b/a']],
    ['a**b', ['ab', 'a/b', 'ax/b'], ['axb', 'a/xb']],
    ['/ a', ['a'], [' a']],
    ['a\\d', ['a1'], ['ad']],
    ['[a*]', ['[]', 'aa]'], ['a', '*']],
    ['a/**/b', [], ['a/x\ny/b']],
    ['\u0085a\u3000', ['a'], ['\u0085a']],
    ['a\uFEFF', ['a\uFEFF'], ['a']],
    ['x^', ['x^'], ['x']],
    ['x^*', [], ['x^', 'x^y']],
    ['.', [], ['a']],
    ['/', [], ['a']],
  ])('%j', (text, ignored, sent) => {
    const rules = rulesOf(text);
    expect(ignored.filter((path) => !isIgnored(path, rules))).toEqual([]);
    expect(sent.filter((path) => isIgnored(path, rules))).toEqual([]);
  });

  test.each([
    ['*.md\n!README.md', ['a.md'], ['README.md']],
    ['*.md\n!README*.md\nREADME-secret.md', ['a.md', 'README-secret.md'], ['README-a.md']],
    ['*.md\nREADME-secret.md\n!README*.md', ['a.md'], ['README-secret.md']],
    ['node_modules\n! node_modules/keep', ['node_modules/a'], ['node_modules/keep/b']],
    ['**\n!src/**/*.ts', ['a', 'src/a.js'], ['src/b/c.ts', 'src/c.ts']],
    // An exception that had nothing to bring back of a folder brings nothing back of what is in it.
    ['**/*.md\n!docs', ['docs/a.md'], ['docs']],
    ['**/*.md\n!docs/**', [], ['docs/a.md']],
    ['d\n!d/x\nd', ['d/y'], ['d/x']],
    ['a\n/!a/b', ['a/c'], ['a/b']],
    ['!a', [], ['a']],
  ])('the last pattern that matches decides: %j', (text, ignored, sent) => {
    const rules = rulesOf(text);
    expect(ignored.filter((path) => !isIgnored(path, rules))).toEqual([]);
    expect(sent.filter((path) => isIgnored(path, rules))).toEqual([]);
  });

  test('what Docker refuses is a problem with its line', () => {
    const refused = ['[b', 'c\\', '!', '!/', '[]', '[^]', '[a-]', '[z-a]', '[-a]', 'a\\cb', '[[:alpha:]]x'];
    expect(parseIgnore(['a', ...refused].join('\n')).problems).toEqual(
      refused.map((text, index) => ({ line: index + 2, text })),
    );
  });
});

describe('a folder that is left out is entered', () => {
  test.each([
    ['a\n!a/b/c', 'a', true],
    ['a\n!a/b/c', 'a/b', true],
    ['a\n!a/b/c', 'a/x', false],
    ['a\n!b', 'a', false],
    ['a\n!**/keep', 'a', true],
    ['a\n!a/*/keep', 'a/x', true],
    ['a\n!a/b/**', 'a/b', true],
    ['a\n!a/b/*', 'a/b/c', false],
    ['a\n!ab/c', 'a', false],
    // One exception of several is enough.
    ['a\n!b\n!a/c', 'a', true],
    ['a\n!b\n!**/keep', 'a', true],
    ['a\na/b', 'a', false],
  ])('%j at %s: %s', (text, folder, expected) => {
    expect(isEntered(folder, rulesOf(text))).toBe(expected);
  });
});

test('a path that leaves the context matches nothing in it, unless it begins at the root', () => {
  expect(isIgnored('b', rulesOf('../b'))).toBe(false);
  expect(isIgnored('b', rulesOf('a/../../b'))).toBe(false);
  expect(isIgnored('b', rulesOf('/../b'))).toBe(true);
});

test('neither the root nor the context itself leaves anything out', () => {
  for (const text of ['/', '.']) expect(isIgnored('a', rulesOf(text))).toBe(false);
});
