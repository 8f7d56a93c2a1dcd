import { describe, expect, test } from '@jest/globals';
import { readProvenance, readSbom } from '../../../src/build/request/attestation.ts';
import type { Parsed } from '../../../src/inputs/problem.ts';

const said = (read: Parsed<string | false>): unknown =>
  read.ok ? read.value : read.problems.map(({ message, remedy }) => `${message} ${remedy}`);

describe.each([
  ['provenance', readProvenance],
  ['sbom', readSbom],
])('%s', (_, read) => {
  test.each([
    ['false', false],
    [' False', false],
    ['FALSE', false],
    ['true', ''],
    ['True ', ''],
    ['TRUE', ''],
  ])('%j', (text, value) => {
    expect(said(read(text))).toBe(value);
  });

  test.each(['ture', 'falsely', 'untrue', 'mode', 'mode=max,ture', '"mode=max', 'a b=c', '=x', '', 'mode=max\nmode=min'])(
    'cannot be %j',
    (text) => {
      const [problem = ''] = [said(read(text))].flat().map(String);
      expect(problem).toContain(`${JSON.stringify(text)} is no attestation. Write true, false, or `);
    },
  );

  test('is not said to be of another type, nor disabled among its parameters', () => {
    expect(said(read('type=sbom,disabled=true'))).toEqual([
      expect.stringMatching(/^type is decided by the input itself\. Write true, false/),
      expect.stringMatching(/^disabled is decided/),
    ]);
  });
});

describe('provenance', () => {
  test.each(['mode=max', 'mode=min,version=v1', 'version=v0.2', 'builder-id=https://a/b,filename=x', 'reproducible=true,inline-only=false', '"builder-id=a,b"'])(
    'can have %s',
    (text) => {
      expect(said(readProvenance(text))).toBe(text);
    },
  );

  test.each([
    ['mode=maximal', 'mode cannot be "maximal". Write min or max.'],
    ['mode=amax', 'mode cannot be "amax". Write min or max.'],
    ['mode=', 'mode cannot be "". Write min or max.'],
    ['version=v9x', 'version cannot be "v9x". Write v0.2 or v1.'],
    ['version=av1', 'version cannot be "av1". Write v0.2 or v1.'],
    ['reproducible=yes', 'reproducible cannot be "yes". Write true or false.'],
    ['inline-only=1', 'inline-only cannot be "1". Write true or false.'],
    ['builder-id=', 'builder-id cannot be "". Give it a value.'],
    ['moed=max', 'Provenance has no moed. Did you mean mode?'],
    ['something=max', 'Provenance has no something. It has mode, version, builder-id, filename, reproducible, inline-only.'],
  ])('cannot have %s', (text, problem) => {
    expect(said(readProvenance(text))).toEqual([problem]);
  });

  test('tells all that is wrong', () => {
    expect(said(readProvenance('mode=nope,reproducible=maybe'))).toHaveLength(2);
  });
});

describe('sbom', () => {
  test('goes to its generator with whatever that takes', () => {
    expect(said(readSbom('generator=a/b:1,scan=all'))).toBe('generator=a/b:1,scan=all');
  });

  test('needs a generator where it names one', () => {
    expect(said(readSbom('generator='))).toEqual([
      'generator has no value. Write generator=IMAGE, or true for that of Docker.',
    ]);
  });
});
