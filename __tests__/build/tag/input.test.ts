import { expect, test } from '@jest/globals';
import { compareInput, inputTagText, readInputTag } from '../../../src/build/tag/input.ts';

const source = 'a1'.repeat(10);
const base = 'b2'.repeat(6);
const asked = { source, base };
const tag = (a: string, b: string): string => inputTagText({ source: a, base: b });

test('an input tag is read as it was written', () => {
  expect(inputTagText(asked)).toBe(`in-${source}-${base}`);
  expect(readInputTag(inputTagText(asked))).toEqual(asked);
});

test.each([
  'latest',
  `in-${source}`,
  `in-${source}-${base}0`,
  `in-0${source}-${base}`,
  `xin-${source}-${base}`,
  `in-${source.toUpperCase()}-${base}`,
  `in-${'g'.repeat(20)}-${base}`,
])('%s is none', (text) => {
  expect(readInputTag(text)).toBeUndefined();
});

test.each([
  ['same', [tag(source, base)]],
  ['same', ['v1', tag('f'.repeat(20), base), tag(source, 'c'.repeat(12)), tag(source, base)]],
  ['other-base', [tag(source, 'c'.repeat(12)), 'latest']],
  ['other-base', [tag('f'.repeat(20), base), tag(source, 'c'.repeat(12))]],
  ['other', [tag('f'.repeat(20), base)]],
  ['unknown', ['v1', 'latest']],
  ['unknown', []],
] as const)('it is %s by the tags %j', (expected, tags) => {
  expect(compareInput(tags, asked)).toBe(expected);
});
