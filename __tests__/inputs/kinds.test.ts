import { describe, expect, test } from '@jest/globals';
import {
  choice,
  flag,
  formed,
  formedLines,
  integer,
  tenths,
  names,
  pairs,
  references,
  text,
} from '../../src/inputs/kinds.ts';
import type { InputSpec } from '../../src/inputs/schema.ts';
import { problemsOf, valueOrFail } from '../support/parsed.ts';

const description = 'An input.';
const valueOf = <T>(spec: InputSpec<T>, given: string): T => valueOrFail(spec.read(given));
const messagesOf = (spec: InputSpec<unknown>, given: string): readonly string[] =>
  problemsOf(spec.read(given)).map(({ message }) => message);

describe('flag', () => {
  const spec = flag({ description });

  test.each(['true', 'True', 'TRUE', ' true\n'])('%j is true', (given) => {
    expect(valueOf(spec, given)).toBe(true);
  });

  test.each(['false', 'False', 'FALSE'])('%j is false', (given) => {
    expect(valueOf(spec, given)).toBe(false);
  });

  test.each(['yes', 'no', 'on', '1', '0', 'tRUE', 'y', 'true false'])('%j is neither', (given) => {
    expect(messagesOf(spec, given)).toEqual([`"${given}" is neither true nor false.`]);
  });
});

describe('integer', () => {
  const spec = integer({ description, min: 0, max: 360 });

  test.each([
    ['0', 0],
    ['360', 360],
    [' 30\n', 30],
    ['007', 7],
  ])('%j is %i', (given, value) => {
    expect(valueOf(spec, given)).toBe(value);
  });

  test.each([
    '361',
    '-1',
    '1.0',
    '1.5',
    '1e2',
    '0x10',
    '30m',
    '30 minutes',
    '+5',
    '-0',
    '１',
    'NaN',
    'Infinity',
  ])('%j is refused', (given) => {
    expect(messagesOf(spec, given)).toEqual([`"${given}" is not a whole number from 0 to 360.`]);
  });

  test('reads what is below zero where that is within the bounds', () => {
    expect(valueOf(integer({ description, min: -5, max: 5 }), '-5')).toBe(-5);
  });
});

describe('tenths', () => {
  const spec = tenths({ description, min: 0.1, max: 100 });

  test.each([
    ['0.1', 0.1],
    ['100', 100],
    [' 12.5\n', 12.5],
  ])('%j is %d', (given, value) => {
    expect(valueOf(spec, given)).toBe(value);
  });

  test.each(['0', '100.1', '12.55', '-1', '1e2', '5%', '.5', '5.', 'NaN'])('%j is refused', (given) => {
    expect(messagesOf(spec, given)).toEqual([
      `"${given}" is not a number from 0.1 to 100 with at most one decimal place.`,
    ]);
  });
});

describe('choice', () => {
  const spec = choice(['SERVICE', 'NONE'], { description });

  test('takes one of its words', () => {
    expect(valueOf(spec, ' NONE ')).toBe('NONE');
  });

  test.each(['none', 'SERVICE NONE', 'TASK'])('%j is none of them, and the remedy lists them', (given) => {
    const [problem] = problemsOf(spec.read(given));
    expect(problem?.message).toContain(given);
    expect(problem?.remedy).toBe('Use SERVICE or NONE.');
  });
});

test('text keeps inner space and drops the space around', () => {
  expect(valueOf(text({ description }), '  a  b \n')).toBe('a  b');
});

describe('pairs', () => {
  const spec = pairs({ description });
  const entries = (given: string): readonly (readonly [string, string])[] => [...valueOf(spec, given)];

  test('reads one a line, in order, and skips empty lines', () => {
    expect(entries('B=2\n\n  A=1\n')).toEqual([
      ['B', '2'],
      ['A', '1'],
    ]);
  });

  test('takes values as they are: quotes, spaces, equals signs, dollars', () => {
    expect(entries('A="x" = $Y \nB=')).toEqual([
      ['A', '"x" = $Y '],
      ['B', ''],
    ]);
  });

  test('takes the line ends of Windows', () => {
    expect(entries('A=1\r\nB=2\r\n')).toEqual([
      ['A', '1'],
      ['B', '2'],
    ]);
  });

  test('reports all lines that are wrong, by number and never by their text, which may be secret', () => {
    const problems = problemsOf(spec.read('A=1\nhunter2\n=hunter2\nA=hunter2'));
    expect(problems.map(({ message }) => message)).toEqual([
      'Line 2 is not NAME=VALUE.',
      'Line 3 is not NAME=VALUE.',
      'A is given twice (line 4).',
    ]);
    expect(JSON.stringify(problems)).not.toContain('hunter2');
  });
});

describe('references', () => {
  const spec = references({ description });

  test('lose the blanks around them and keep their equals signs', () => {
    expect([...valueOf(spec, 'A=/web/a \r\n  B = x=y')]).toEqual([
      ['A', '/web/a'],
      ['B', 'x=y'],
    ]);
  });

  test('are not empty', () => {
    expect(messagesOf(spec, 'A=\nB= \nC=/c')).toEqual([
      'A has nothing behind the equals sign.',
      'B has nothing behind the equals sign.',
    ]);
  });

  test('are refused like pairs, without their text', () => {
    expect(messagesOf(spec, 'hunter2')).toEqual(['Line 1 is not NAME=VALUE.']);
  });
});

const letters = { what: 'a word of small letters', pattern: /^[a-z]+$/, example: 'web' };

describe('a text of one form', () => {
  const spec = formed(letters, { description });

  test('is taken without the blanks around it', () => {
    expect(valueOf(spec, ' web\n')).toBe('web');
  });

  test('is refused with what it should be and one that is right', () => {
    const [problem] = problemsOf(spec.read('Web 2'));
    expect(problem?.message).toBe('"Web 2" is not a word of small letters.');
    expect(problem?.remedy).toContain('web');
  });
});

describe('lines of one form', () => {
  const spec = formedLines(letters, { description });

  test('are read in order; empty lines are skipped', () => {
    expect(valueOf(spec, 'b\r\n\n  a\n')).toEqual(['b', 'a']);
  });

  test('that are wrong are all named, by number', () => {
    expect(messagesOf(spec, 'a\nB\n\nc d')).toEqual([
      'Line 2 is not a word of small letters.',
      'Line 4 is not a word of small letters.',
    ]);
  });
});

describe('whether a value is always there', () => {
  test('follows from required or default', () => {
    expect(text({ description }).given).toBe(false);
    expect(text({ description, required: true }).given).toBe(true);
    expect(text({ description, default: '' }).given).toBe(true);
  });
});

describe('names', () => {
  const read = (text: string) => names({ description: 'Names.' }).read(text);

  test('are separated by commas or line breaks', () => {
    expect(read('api, web\n sidekiq\r\n')).toEqual({ ok: true, value: ['api', 'web', 'sidekiq'] });
  });

  test('are each named once, and at least one is', () => {
    expect(read('api,web,api')).toMatchObject({ ok: false, problems: [{ message: 'api is named twice.' }] });
    expect(read(' , ')).toMatchObject({ ok: false, problems: [{ message: 'It names nothing.' }] });
  });
});
