import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { nextDelay, type Pace } from '../../src/deploy/pace.ts';
import { holds } from '../support/property.ts';

const minutes = 60_000;
const paceOf = (changes: Partial<Pace>): Pace => ({
  sinceStart: 10 * minutes,
  sinceChange: 10 * minutes,
  throttled: 0,
  chance: 0.5,
  ...changes,
});

const anyPace = {
  sinceStart: fc.nat(6 * 60 * minutes),
  sinceChange: fc.nat(6 * 60 * minutes),
  chance: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
};

test('looks are never more than 5 s and never less than 0.9 s apart', () => {
  holds(
    fc.property(fc.record({ ...anyPace, throttled: fc.constant(0) }), (pace) => {
      const delay = nextDelay(pace);
      expect(delay).toBeGreaterThanOrEqual(900);
      expect(delay).toBeLessThanOrEqual(5_000);
    }),
  );
});

describe('about a second', () => {
  test('in the first minute, whatever moves', () => {
    expect(nextDelay(paceOf({ sinceStart: 59_000 }))).toBe(1_000);
  });

  test('and then little by little longer', () => {
    const delays = [60_000, 75_000, 90_000].map((sinceStart) => nextDelay(paceOf({ sinceStart })));
    expect(delays).toEqual([1_000, 2_000, 3_000]);
  });

  test('while things move, however late', () => {
    expect(nextDelay(paceOf({ sinceChange: 14_000 }))).toBe(1_000);
  });
});

test('it slows down the longer nothing moves', () => {
  const delays = [15_000, 30_000, 45_000, 10 * minutes].map((sinceChange) =>
    nextDelay(paceOf({ sinceChange })),
  );
  expect(delays).toEqual([1_000, 2_000, 3_000, 4_500]);
});

test('chance spreads the looks by a tenth either way', () => {
  const at = (chance: number): number => nextDelay(paceOf({ sinceStart: 0, chance }));
  expect([at(0), at(0.999)]).toEqual([900, 1_100]);
});

test('throttling means to wait longer each time, but not for ever', () => {
  const delays = [1, 2, 3, 4, 20].map((throttled) => nextDelay(paceOf({ sinceStart: 0, throttled })));
  expect(delays).toEqual([4_500, 9_000, 18_000, 30_000, 30_000]);
});
