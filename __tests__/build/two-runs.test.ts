import { describe, expect, test } from '@jest/globals';
import { type BuildRun, digestIn, type RunOptions } from '../support/build-run.ts';
import { type BuildStage, buildStage } from '../support/build-stage.ts';

/** A gate that opens once. */
function gate(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

/**
 * Two runs of the same input: the second begins when the first has come to call `first`, and stands still at its own
 * call `second` until the first has ended.
 */
async function interleaved(
  stage: BuildStage,
  { first, second }: { readonly first: number; readonly second: number },
  options: RunOptions = {},
): Promise<readonly [BuildRun, BuildRun]> {
  const standing = gate();
  const ended = gate();
  let other: Promise<BuildRun> | undefined;
  const begin = (): Promise<BuildRun> =>
    stage.run({}, {
      ...options,
      before: async ({ number }) => {
        if (number !== second) return;
        standing.open();
        await ended.opened;
      },
    });
  const one = await stage.run({}, {
    ...options,
    before: async ({ number }) => {
      if (number !== first) return;
      other = begin();
      await Promise.race([other, standing.opened]);
    },
  });
  ended.open();
  return [one, await (other ?? begin())];
}

/** The calls of a run from which on it sees or changes what has a tag: in which order layers come is of no matter. */
async function crossings(scenario: string, options: RunOptions): Promise<readonly number[]> {
  const { calls } = await buildStage(scenario).run({}, options);
  return calls.flatMap((call, at) => (/blobs|Repositories|Token/.test(call) ? [] : [at + 1]));
}

/** Each way to meet in which the two do not end with one digest under their tag: where both stood. */
async function apart(scenario: string, options: RunOptions): Promise<readonly string[]> {
  const numbers = await crossings(scenario, options);
  const pairs = numbers.flatMap((first) => numbers.map((second) => ({ first, second })));
  const found: string[] = [];
  for (const pair of pairs) {
    const stage = buildStage(scenario);
    const [one, other] = await interleaved(stage, pair, options);
    expect([one.problems, other.problems]).toEqual([[], []]);
    const digests = new Set([digestIn(one), digestIn(other), stage.holder('v1')]);
    if (digests.size > 1) found.push(`${callOf(one, pair.first)}, ${callOf(other, pair.second)}`);
  }
  return found;
}

/** A call of a run and which of its kind it was; a run can end before it. */
function callOf({ calls }: BuildRun, number: number): string {
  const call = calls[number - 1];
  if (call === undefined) return 'the end';
  return `${call} ${calls.slice(0, number).filter((other) => other === call).length}`;
}

describe.each([
  ['a builder that pushes', {}, /\bPutImage 1\b/],
  [
    'the builder of the engine',
    { machinery: { frontend: 'buildx', driver: 'docker' } },
    /PUT manifests\/in-\S+ 1\b/,
  ],
] as const)('two runs of the same input at once with %s', (_, options, taking) => {
  test.each([
    ['nobody may move any tag', 'repositories: [{ name: web, immutable: true }]'],
    ['nobody may move input tags', 'repositories: [{ name: web, exclusions: ["in-*"] }]'],
  ])('end well with one digest, however they meet, where %s', async (_where, scenario) => {
    expect(await apart(scenario, options)).toEqual([]);
  });

  // ECR cannot put a tag only where there is none, unless nobody may move it.
  test('do so where tags may be moved, unless one stands between its look and its tag until the other has ended', async () => {
    const ways = await apart('repositories: [{ name: web }]', options);
    expect(ways.filter((way) => !taking.test(way))).toEqual([]);
  });
});

test('a run that comes to its tag when another has put it takes that image, and says so', async () => {
  const stage = buildStage('repositories: [{ name: web, immutable: true }]');
  let other: BuildRun | undefined;
  const run = await stage.run({}, {
    before: async ({ operation }) => {
      if (operation === 'PutImage') other ??= await stage.run();
    },
  });
  expect(run.outcome?.images[0]).toMatchObject({
    digest: other === undefined ? 'missing' : digestIn(other),
    reused: { kind: 'same-input' },
    metadata: {},
    problems: [],
  });
});

test('with reuse: off a run keeps what it has built, whatever another one does', async () => {
  const stage = buildStage();
  let other: BuildRun | undefined;
  const run = await stage.run(
    { reuse: false },
    {
      before: async ({ operation }) => {
        if (operation === 'PutImage') other ??= await stage.run();
      },
    },
  );
  expect(digestIn(run)).not.toBe(other === undefined ? '' : digestIn(other));
  expect(stage.holder('v1')).toBe(digestIn(run));
});
