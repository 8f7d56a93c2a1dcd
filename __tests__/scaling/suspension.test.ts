import { describe, expect, test } from '@jest/globals';
import {
  isAnythingSuspended,
  isSameState,
  stateIn,
  stateText,
  suspendedBy,
} from '../../src/scaling/suspension.ts';

const nothing = { in: false, out: false, scheduled: false };

describe('the state while a deployment is under way', () => {
  test('with in: only scaling in is added', () => {
    expect(suspendedBy('in', nothing)).toEqual({ in: true, out: false, scheduled: false });
    expect(suspendedBy('in', { ...nothing, scheduled: true })).toEqual({
      in: true,
      out: false,
      scheduled: true,
    });
  });

  test('with all: all three', () => {
    expect(suspendedBy('all', nothing)).toEqual({ in: true, out: true, scheduled: true });
  });
});

const single = [
  { ...nothing, in: true },
  { ...nothing, out: true },
  { ...nothing, scheduled: true },
];

test.each(single)('%j is another state than none, and suspends something', (state) => {
  expect([isSameState(state, nothing), isSameState(state, { ...state })]).toEqual([false, true]);
  expect([isAnythingSuspended(state), isAnythingSuspended(nothing)]).toEqual([true, false]);
});

describe('a state as the value of a tag', () => {
  const flags = [false, true];
  const states = flags.flatMap((inward) =>
    flags.flatMap((out) => flags.map((scheduled) => ({ in: inward, out, scheduled }))),
  );

  test.each(states)('%j comes back as it was, in characters that a tag may have', (state) => {
    expect(stateIn(stateText(state))).toEqual(state);
    expect(stateText(state)).toMatch(/^[\w .:/=+@-]{1,256}$/);
  });

  test.each(['', 'in:true', 'in:true out:maybe scheduled:false', 'xin:true out:true scheduled:false'])(
    '"%s" is none',
    (text) => {
      expect(stateIn(text)).toBeUndefined();
    },
  );
});
