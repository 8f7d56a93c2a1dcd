import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { listOf, readInstructions, triggerOf } from '../../../src/build/dockerfile/instruction.ts';
import { holds } from '../../support/property.ts';

/** As `LINE KEYWORD [FLAGS] REST`. */
const read = (text: string): readonly string[] =>
  readInstructions(text).instructions.map(
    ({ line, keyword, flags, rest }) => `${line} ${keyword} [${flags.join('|')}] ${rest}`,
  );

describe('lines', () => {
  test.each([
    ['FROM a\nRUN b', ['1 FROM [] a', '2 RUN [] b']],
    ['\uFEFF from a\r\n\r\n\trun  b \r\n', ['1 FROM [] a', '3 RUN [] b']],
    ['# c\n  # d\nFROM a', ['3 FROM [] a']],
    ['FROM\u000ba\fAS\tb', ['1 FROM [] a\fAS\tb']],
    ['WORKDIR', ['1 WORKDIR [] ']],
    ['RUN a \\\n  b', ['1 RUN [] a   b']],
    ['RUN a \\ \t\nb\nRUN c', ['1 RUN [] a b', '3 RUN [] c']],
    ['RUN a\\\\\nRUN b', ['1 RUN [] a\\\\', '2 RUN [] b']],
    ['RUN a \\\n# c\n\n  \n # d\n b\nRUN c', ['1 RUN [] a  b', '7 RUN [] c']],
    ['RUN a \\', ['1 RUN [] a']],
    ['\\\nFROM a', ['1 FROM [] a']],
    ['FR\\\nOM a', ['1 FROM [] a']],
    ['RUN a\\ b', ['1 RUN [] a\\ b']],
  ])('%j', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test.each([
    ['# escape=`\nRUN a `\nb\nRUN c \\\nRUN d', ['2 RUN [] a b', '4 RUN [] c \\', '5 RUN [] d'], '`'],
    [' # syntax=x\n  # ESCAPE = `\nRUN a `\nb', ['3 RUN [] a b'], '`'],
    ['# escape=\\\nRUN a \\\nb', ['2 RUN [] a b'], '\\'],
    ['# escape=x\nRUN a x\nRUN b', ['2 RUN [] a x', '3 RUN [] b'], '\\'],
    ['#!/bin/sh\n# escape=`\nRUN a `\nRUN b', ['3 RUN [] a `', '4 RUN [] b'], '\\'],
    ['# c\n# escape=`\nRUN a `\nRUN b', ['3 RUN [] a `', '4 RUN [] b'], '\\'],
  ])('%j with the escape that it says', (text, expected, escape) => {
    expect(read(text)).toEqual(expected);
    expect(readInstructions(text).escape).toBe(escape);
  });
});

test.each([
  ['COPY --from=a --chown=b c d', '1 COPY [--from=a|--chown=b] c d'],
  ['COPY  --from="a b"  --x=\'c"d\' e f', '1 COPY [--from=a b|--x=c"d] e f'],
  ['COPY --from=a\\ b c d', '1 COPY [--from=a b] c d'],
  ['RUN --mount=type=bind,from=a -- --b', '1 RUN [--mount=type=bind,from=a] --b'],
  ['RUN a --mount=b', '1 RUN [] a --mount=b'],
  ['RUN - --a', '1 RUN [] - --a'],
  ['RUN -a', '1 RUN [] -a'],
  ['RUN --a', '1 RUN [--a] '],
  ['RUN --a\\', '1 RUN [--a] '],
  ['RUN --a="b', '1 RUN [--a=b] '],
  ['ONBUILD COPY --from=a b c', '1 ONBUILD [] COPY --from=a b c'],
])('the flags of %s', (text, expected) => {
  expect(read(text)).toEqual([expected]);
});

test('a trigger is an instruction of its own, on the same line', () => {
  const [onbuild] = readInstructions('\nONBUILD copy --from=a b c').instructions;
  expect(onbuild === undefined ? undefined : triggerOf(onbuild, '\\')).toEqual({
    keyword: 'COPY',
    flags: ['--from=a'],
    rest: 'b c',
    line: 2,
  });
});

describe('a here-document is no instruction', () => {
  test.each([
    'RUN <<A\nFROM x\nA',
    'RUN <<A\r\nFROM x\r\nA\r',
    'RUN cat <<A <<-B > c\nFROM x\nA\n\tFROM y\n\t\tB',
    'RUN 3<<A\nFROM x\nA',
    'RUN << A\nFROM x\nA',
    'COPY <<"A B" /c\nFROM x\nA B',
    "ADD <<'A' /c\nFROM x\nA",
    'COPY <<A"B"C /c\nFROM x\nABC',
    'COPY --chmod=1 <<A <<B /c/\nFROM x\nB\nA\nFROM y\nB',
    'RUN <<A \\\n && b\nFROM x\nA',
    'ONBUILD RUN <<A\nFROM x\nA',
    'RUN [a] <<A\nFROM x\nA',
    'RUN $a ${b} ${c:-d} <<A\nFROM x\nA',
  ])('%j', (text) => {
    expect(read(`${text}\nFROM c`).map((one) => one.replace(/^\d+ (\w+) .*/s, '$1'))).toEqual([
      /^\w+/.exec(text)?.[0],
      'FROM',
    ]);
  });

  test.each([
    'RUN echo "<<A"\nFROM x\nA',
    "RUN echo 'it is' \"<<A\nFROM x\nA",
    'RUN ["<<A"]\nFROM x\nA',
    'COPY ["<<A", "b"]\nFROM x\nA',
    'CMD cat <<A\nFROM x\nA',
    'ONBUILD CMD cat <<A\nFROM x\nA',
    'RUN a<<A\nFROM x\nA',
    'RUN a < b\nFROM x\nA',
    'RUN <<<A\nFROM x\nA',
    'RUN <<\nFROM x\nA',
    'RUN echo $((1<<2))\nFROM x\nA',
    // A name of more than one word, and a variable that BuildKit cannot read.
    'RUN ${#a} <<A\nFROM x\nA',
  ])('but this is none: %j', (text) => {
    expect(read(text)).toContain('2 FROM [] x');
  });

  test('takes all that is left where nothing ends it', () => {
    expect(read('RUN <<A\nFROM x\n A')).toEqual(['1 RUN [] <<A']);
    expect(read('RUN <<-A\nFROM x\n A')).toEqual(['1 RUN [] <<-A']);
    expect(read('A\nRUN <<A\nFROM x\n\tA\nA\nFROM y')).toEqual(['1 A [] ', '2 RUN [] <<A', '6 FROM [] y']);
  });
});

test.each([
  ['["a", "b"]', ['a', 'b']],
  ['[]', []],
  ['["a", 1]', undefined],
  ['[a]', undefined],
  ['{"a": "b"}', undefined],
  ['"a"', undefined],
])('the list in %s: %j', (text, expected) => {
  expect(listOf(text)).toEqual(expected);
});

test('no text whatever makes it throw', () => {
  const words = fc.constantFrom('FROM', 'COPY ', '--from=', 'RUN ', 'ONBUILD ', '<<E', '-', '\\', '\n', '"', "'", '#', 'a', ' ', '[');
  holds(
    fc.property(fc.array(fc.oneof(words, fc.string())), (parts) => readInstructions(parts.join('')).escape !== ''),
    1_000,
  );
});
