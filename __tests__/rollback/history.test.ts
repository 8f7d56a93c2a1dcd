import { describe, expect, test } from '@jest/globals';
import { leavingSince, previousRevision } from '../../src/rollback/history.ts';

const arn = (revision: number): string =>
  `arn:aws:ecs:us-east-1:123456789012:task-definition/web:${revision}`;

/** The revision that is returned to, when these were deployed one after the other and one is left. */
const previous = (deployed: readonly number[], leaving?: number): number | undefined => {
  const past = deployed.map((revision) => ({ taskDefinition: arn(revision) })).toReversed();
  const found = previousRevision({ past, ...(leaving === undefined ? {} : { leaving: arn(leaving) }) });
  return found === undefined ? undefined : Number(found.taskDefinition.split(':').at(-1));
};

describe('the revision to return to', () => {
  test('is the one deployed before the one that serves', () => {
    expect(previous([1, 2], 2)).toBe(1);
  });

  test('is the newest where what is left never succeeded', () => {
    expect(previous([1, 2], 3)).toBe(2);
  });

  test('is the newest where what is left is not known yet', () => {
    expect(previous([1, 2])).toBe(2);
  });

  test('is not the same revision deployed again', () => {
    expect(previous([1, 2, 2, 2], 2)).toBe(1);
  });

  test('is further back after a rollback: what was returned from is not returned to', () => {
    expect(previous([1, 2, 3, 2], 2)).toBe(1);
    expect(previous([1, 2, 3, 2, 1], 1)).toBeUndefined();
  });

  test('is what was returned to, once something new was deployed after the rollback', () => {
    expect(previous([1, 2, 1, 3], 3)).toBe(1);
  });

  test('is none where nothing was deployed before', () => {
    expect(previous([1], 1)).toBeUndefined();
    expect(previous([], 1)).toBeUndefined();
    expect(previous([])).toBeUndefined();
  });

  test('is found where one place names it by ARN and another as family:revision', () => {
    const past = [{ taskDefinition: 'web:2' }, { taskDefinition: 'web:1' }];
    expect(previousRevision({ past, leaving: arn(2) })).toEqual({ taskDefinition: 'web:1' });
  });

  test('carries the time of its last deployment', () => {
    const past = [
      { taskDefinition: arn(2), at: 'fourth' },
      { taskDefinition: arn(1), at: 'third' },
      { taskDefinition: arn(2), at: 'second' },
      { taskDefinition: arn(1), at: 'first' },
    ];
    expect(previousRevision({ past, leaving: arn(2) })).toEqual({ taskDefinition: arn(1), at: 'third' });
    expect(leavingSince({ past, leaving: arn(2) })).toBe('fourth');
    expect(leavingSince({ past, leaving: arn(3) })).toBeUndefined();
  });
});
