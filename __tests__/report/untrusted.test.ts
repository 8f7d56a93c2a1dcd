import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cell, harmless, harmlessText } from '../../src/report/untrusted.ts';
import { holds } from '../support/property.ts';

/** Texts made of what a runner, a terminal and a Markdown page act on. */
const hostile = fc
  .array(
    fc.oneof(
      {
        weight: 3,
        arbitrary: fc.constantFrom(':', '::', '#', '##[', '[', '\\', '|', '&', ';', '<', '@', ' ', '\t'),
      },
      {
        weight: 3,
        arbitrary: fc.constantFrom(
          '\r',
          '\n',
          '\r\n',
          '\u001b',
          '\u001b[31m',
          '\u001b]0;',
          '\u009b',
          '\u0007',
          '\0',
        ),
      },
      { weight: 1, arbitrary: fc.constantFrom('\u0085', '\u2028', '\u00a0', '\ufeff', '\v', '\f', '\u001c') },
      {
        weight: 1,
        arbitrary: fc.constantFrom('set-output name=a', 'error', 'add-mask', 'x', 'stop-commands'),
      },
      { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
    ),
    { maxLength: 20 },
  )
  .map((parts) => parts.join(''));

describe('no line that is printed', () => {
  const everyLine = (isFine: (line: string) => boolean): void => {
    holds(
      fc.property(hostile, (text) => [...harmless(text), harmlessText(text)].every(isFine)),
      2_000,
    );
  };

  test('begins with a command, whatever white space is before it', () => {
    everyLine((line) => !line.trimStart().startsWith('::'));
  });

  test('holds a command of the older form', () => {
    everyLine((line) => !line.includes('##['));
  });

  test('holds a line end, an escape sequence or another control character', () => {
    // eslint's rule against control characters is not on: they are what this is about.
    everyLine((line) => !/[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u2028\u2029]/.test(line));
  });
});

describe('what is harmless stays', () => {
  test.each([
    'ECS deployment ecs-svc/2 in progress.',
    'a::b',
    '  indented',
    'arn:aws:ecs:eu-central-1:123456789012:cluster/shop',
    '# 1 [x] ümläut 漢字 🚀',
    '\ttab',
  ])('%j', (text) => {
    expect(harmless(text)).toEqual([text]);
  });

  test('lines stay lines', () => {
    expect(harmless('a\nb\r\nc\rd')).toEqual(['a', 'b', 'c', 'd']);
    expect(harmlessText('a\nb')).toBe('a b');
  });

  test('colours go, their text stays', () => {
    expect(harmless('\u001b[1;31mred\u001b[0m')).toEqual(['red']);
  });
});

describe('commands are shown, not obeyed', () => {
  test.each([
    ['::error::x', '\\::error::x'],
    ['  ::add-mask::x', '  \\::add-mask::x'],
    ['ok ##[error]x', 'ok ##\\[error]x'],
    [':\u0000:error::x', '\\::error::x'],
    ['#\u001b[0m#[group]', '##\\[group]'],
  ])('%j', (text, shown) => {
    expect(harmless(text)).toEqual([shown]);
  });
});

describe('a cell of a table', () => {
  test('never holds what would end it, begin a tag, a link, a mention or emphasis', () => {
    holds(
      fc.property(hostile, (text) => !/[|<>`*_[\]~@\\\r\n]|:\/\//.test(cell(text))),
      2_000,
    );
  });

  test('shows every character as it was', () => {
    expect(cell('a|b <c> &amp; @d')).toBe('a&#124;b &lt;c&gt; &amp;amp; &#64;d');
  });

  test.each(['https://evil.example', 'www.evil.example', 'WWW.evil.example'])(
    'makes no link of %s',
    (text) => {
      expect(cell(text)).not.toMatch(/:\/\/|www\./i);
    },
  );
});
