import { beforeAll, describe, expect, test } from '@jest/globals';
import { generate } from '../../chaos/generate.ts';
import { type Mount, mountClients } from '../../chaos/mount.ts';
import { trialText, tryOut } from '../../chaos/trial.ts';

const SEEDS = 1_000;

let mount: Mount;
beforeAll(async () => {
  mount = await mountClients();
});

describe('the generator', () => {
  test('makes the same scenario of the same seed, as plain data', () => {
    expect(generate(7)).toEqual(generate(7));
    expect(JSON.parse(JSON.stringify(generate(7)))).toEqual(generate(7));
  });

  test('reaches every strategy, count, fault, act, kind of job and way to end', () => {
    const scenarios = Array.from({ length: SEEDS }, (_, seed) => generate(seed + 1));
    const reached = (of: (scenario: ReturnType<typeof generate>) => readonly unknown[]): number =>
      new Set(scenarios.flatMap(of)).size;
    expect(reached(({ service }) => [`${service.strategy} ${service.desiredCount}`])).toBe(18);
    expect(reached(({ faults }) => faults.map(({ kind }) => kind))).toBe(8);
    expect(reached(({ others }) => others.map(({ does }) => does.kind))).toBe(10);
    expect(reached(({ cancel }) => [cancel === undefined])).toBe(2);
    expect(reached(({ kill }) => [kill && Object.keys(kill).join(' ')])).toBe(7);
    expect(reached(({ control }) => [control.stableFor])).toBe(6);
    expect(reached(({ configuration }) => [configuration?.strategy])).toBe(5);
    expect(reached(({ scaling }) => [`${scaling.asked} ${scaling.before === undefined}`])).toBe(6);
    expect(reached(({ rollback }) => [rollback && Object.keys(rollback).join(' ')])).toBe(5);
    expect(reached(({ second }) => [second === undefined])).toBe(2);
    expect(
      reached(({ service }) =>
        service.strategy === 'rolling' ? (service.hooks ?? []).map(({ kind }) => kind) : [],
      ),
    ).toBe(2);
    expect(reached(({ again }) => [again?.afterSeconds])).toBe(5);
  });
});

describe('a seed', () => {
  test.each([529, 64, 231, 11, 103, 1355, 210, 3612])(
    'plays the same run every time, byte for byte: %i',
    async (seed) => {
      const [one, other] = [await tryOut(seed, mount), await tryOut(seed, mount)];
      expect(JSON.stringify(other) === JSON.stringify(one)).toBe(true);
    },
  );

  test('that fails is told with the line that plays it again and its scenario', async () => {
    const { run } = await tryOut(3, mount);
    const text = trialText({
      run,
      breaches: [{ invariant: 'throws nothing', attempt: 1, found: 'an error' }],
    });
    expect(text).toContain('npm run chaos -- --seeds 1 --from 3\n');
    expect(text).toContain('broken: throws nothing (step 1): an error');
    expect(text).toContain(JSON.stringify(generate(3)));
  });
});

test(
  `no invariant breaks in ${SEEDS} seeds`,
  async () => {
    const failed: string[] = [];
    for (let seed = 1; seed <= SEEDS; seed += 1) {
      const trial = await tryOut(seed, mount);
      if (trial.breaches.length > 0) failed.push(trialText(trial));
    }
    expect(failed).toEqual([]);
  },
  10 * 60_000,
);
