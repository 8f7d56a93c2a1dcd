import { describe, expect, test } from '@jest/globals';
import {
  historyUnderWay,
  leavingSince,
  previousRevision,
  returnedFrom,
  withBeside,
} from '../../src/rollback/history.ts';

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

const pastOf = (deployed: readonly number[]) =>
  deployed.map((revision) => ({ taskDefinition: arn(revision) })).toReversed();

describe('a deployment under way', () => {
  const underWay = (deployed: readonly number[], deploying?: number) =>
    historyUnderWay({
      deploying: deploying === undefined ? undefined : arn(deploying),
      past: pastOf(deployed),
    });

  test('is what is left', () => {
    expect(underWay([1, 2], 3)).toEqual({ leaving: arn(3), past: pastOf([1, 2]) });
    expect(underWay([], 3)).toEqual({ leaving: arn(3), past: [] });
  });

  test('of what serves, once more, is what is left, too', () => {
    expect(underWay([1, 2], 2)).toEqual({ leaving: arn(2), past: pastOf([1, 2]) });
  });

  test('of the revision to return to is a return already, and what served is left', () => {
    const history = underWay([1, 2, 3], 2);
    expect(history).toEqual({ leaving: arn(3), returning: arn(2), past: pastOf([1, 2, 3]) });
    expect(previousRevision(history)).toEqual({ taskDefinition: arn(2) });
  });

  test('of one further back is a deployment as any other', () => {
    expect(underWay([1, 2, 3], 1)).toEqual({ leaving: arn(1), past: pastOf([1, 2, 3]) });
  });

  test('of a revision that is not known leaves what serves as what to return to', () => {
    expect(underWay([1, 2])).toEqual({ past: pastOf([1, 2]) });
    expect(previousRevision(underWay([1, 2]))).toEqual({ taskDefinition: arn(2) });
  });
});

describe('a return under way', () => {
  test('is what a rollback returns to, with what is known of it', () => {
    const past = [{ taskDefinition: 'web:2', at: 'second' }, { taskDefinition: arn(1) }];
    expect(previousRevision({ leaving: arn(3), returning: arn(2), past })).toEqual({
      taskDefinition: 'web:2',
      at: 'second',
    });
  });

  test('may lead to what no history has', () => {
    expect(previousRevision({ returning: arn(7), past: pastOf([1]) })).toEqual({ taskDefinition: arn(7) });
  });
});

describe('where the service was returned from', () => {
  const from = (deployed: readonly number[], serving?: number): number | undefined => {
    const found = returnedFrom(serving === undefined ? undefined : arn(serving), pastOf(deployed));
    return found === undefined ? undefined : Number(found.split(':').at(-1));
  };

  test('is what was left by the last return', () => {
    expect(from([1, 2, 3, 2], 2)).toBe(3);
    expect(from([1, 2, 3, 2, 1], 1)).toBe(2);
  });

  test('is told before the return is in the history', () => {
    expect(from([1, 2, 3], 2)).toBe(3);
  });

  test('is not changed by a deployment of the same again', () => {
    expect(from([1, 2, 3, 2, 2], 2)).toBe(3);
    expect(from([1, 2, 2], 2)).toBeUndefined();
  });

  test('is nothing after a step forward, to something new or to what was returned from', () => {
    expect(from([1, 2], 2)).toBeUndefined();
    expect(from([1, 2, 1, 3], 3)).toBeUndefined();
    expect(from([1, 2, 3, 2, 3], 3)).toBeUndefined();
    expect(from([])).toBeUndefined();
  });
});

test('what stands beside served last, and has its time from the records', () => {
  const recorded = [{ taskDefinition: arn(2) }, { taskDefinition: arn(1), at: 'first' }];
  expect(withBeside(undefined, recorded)).toEqual(recorded);
  expect(withBeside(arn(1), recorded)).toEqual([{ taskDefinition: arn(1), at: 'first' }, ...recorded]);
  expect(withBeside(arn(7), recorded)).toEqual([{ taskDefinition: arn(7) }, ...recorded]);
});
