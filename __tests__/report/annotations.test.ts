import { describe, expect, test } from '@jest/globals';
import type { Problem } from '../../src/inputs/problem.ts';
import { annotated, problemLine } from '../../src/report/annotations.ts';

const at = (line: number): Problem => ({
  message: 'It is wrong.',
  remedy: 'Correct it.',
  location: { file: 'web.yml', line },
});

describe('annotations', () => {
  test('are nine at most, so that the final error still is shown as the tenth', () => {
    const problems = Array.from({ length: 30 }, (_, index) => at(index + 1));
    expect(annotated(problems)).toEqual(problems.slice(0, 9));
  });

  test('are for what has a place in a file', () => {
    const nowhere = { message: 'It is wrong.', remedy: 'Correct it.', input: 'service' };
    expect(annotated([nowhere, at(3)])).toEqual([at(3)]);
  });
});

describe('a problem on one line', () => {
  test.each([
    [{ file: 'web.yml', line: 3, column: 5 }, 'web.yml:3:5: It is wrong. Correct it.'],
    [{ file: 'web.yml', line: 3 }, 'web.yml:3: It is wrong. Correct it.'],
    [{ file: 'web.yml' }, 'web.yml: It is wrong. Correct it.'],
  ])('begins with its place: %j', (location, line) => {
    expect(problemLine({ ...at(1), location })).toBe(line);
  });

  test('begins with its input, unless the message names that', () => {
    const problem = { message: 'It is wrong.', remedy: 'Correct it.', input: 'service' };
    expect(problemLine(problem)).toBe('service: It is wrong. Correct it.');
    expect(problemLine({ ...problem, message: 'The input service is wrong.' })).toBe(
      'The input service is wrong. Correct it.',
    );
  });

  test('has both where an input does not fit a file', () => {
    expect(problemLine({ ...at(3), input: 'images' })).toBe('web.yml:3: images: It is wrong. Correct it.');
  });
});
