import { describe, expect, test } from '@jest/globals';
import { commaList, lines, listOfIds, quotedPairs } from '../../src/inputs/list-kinds.ts';
import { parsed, refused } from '../../src/inputs/problem.ts';
import { problemsOf, valueOrFail } from '../support/parsed.ts';

const description = 'An input.';
const any = (item: string) => parsed(item);
const noX = (item: string) =>
  item.includes('x') ? refused({ message: 'It has an x.', remedy: 'Remove it.' }) : parsed(item);

describe('lines', () => {
  const spec = lines(any, { description });

  test.each([
    ['a\nb\r\nc', ['a', 'b', 'c']],
    ['\n  a  \n\n', ['a']],
    ['A=1,2', ['A=1,2']],
    ['A="one" two', ['A="one" two']],
    [`A='$HOME' \\n`, [`A='$HOME' \\n`]],
    ['"A=first\nsecond"\nB=1', ['A=first\nsecond', 'B=1']],
    ['"A=say ""hi"""', ['A=say "hi"']],
    ['# no comment', ['# no comment']],
  ])('%j is %j', (given, items) => {
    expect(valueOrFail(spec.read(given))).toEqual(items);
  });

  test('a quote that is not closed is a problem', () => {
    expect(problemsOf(spec.read('"A=1\nB=2'))).toHaveLength(1);
  });

  test('every item that is wrong is named with its line', () => {
    const messages = problemsOf(lines(noX, { description }).read('a\nx\nb\nxx')).map(
      ({ message }) => message,
    );
    expect(messages).toEqual(['Line 2: It has an x.', 'Line 4: It has an x.']);
  });
});

test('a comma list is cut at commas and lines, but not inside quotes', () => {
  const spec = commaList(any, { description });
  expect(valueOrFail(spec.read('a, b\nc,"d,e"'))).toEqual(['a', 'b', 'c', 'd,e']);
});

test('in a list of IDs each is there once', () => {
  const spec = listOfIds((id) => parsed({ id }), { description });
  expect(valueOrFail(spec.read('b, a\nc'))).toEqual([{ id: 'b' }, { id: 'a' }, { id: 'c' }]);
  expect(problemsOf(spec.read('a,b\na')).map(({ message }) => message)).toEqual(['a is given twice.']);
});

describe('pairs with quotes', () => {
  const spec = quotedPairs(noX, { description });

  test('a value has everything behind the first equals sign', () => {
    expect([...valueOrFail(spec.read('A=b=c\nB=\n"C=1\n2"'))]).toEqual([
      ['A', 'b=c'],
      ['B', ''],
      ['C', '1\n2'],
    ]);
  });

  test.each([
    ['A=1\nA=2', ['A is given twice.']],
    ['secret', ['Line 1: It is not NAME=VALUE.']],
    ['=1', ['Line 1: It is not NAME=VALUE.']],
    ['ax=1', ['Line 1: It has an x.']],
  ])('%j is refused', (given, messages) => {
    expect(problemsOf(spec.read(given)).map(({ message }) => message)).toEqual(messages);
  });
});
