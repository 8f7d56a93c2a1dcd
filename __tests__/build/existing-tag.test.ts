import { describe, expect, test } from '@jest/globals';
import type { OnExistingTag } from '../../src/build/image.ts';
import { imageSpec } from '../support/build-request.ts';
import { digestIn } from '../support/build-run.ts';
import { type BuildStage, buildStage } from '../support/build-stage.ts';

/** The settings of a repository, and whether its tag `v1` may be moved. */
const REPOSITORIES = [
  ['MUTABLE', '{ name: web }', 'movable'],
  ['IMMUTABLE', '{ name: web, immutable: true }', 'fixed'],
  ['MUTABLE but for v*', '{ name: web, exclusions: ["v*"] }', 'fixed'],
  ['MUTABLE but for in-*', '{ name: web, exclusions: ["in-*"] }', 'movable'],
  ['IMMUTABLE but for v*', '{ name: web, immutable: true, exclusions: ["release-*", "v*"] }', 'movable'],
  ['IMMUTABLE but for in-*', '{ name: web, immutable: true, exclusions: ["in-*"] }', 'fixed'],
] as const;

const base = { bases: { ruby: 'sha256:1' } };

/** What has the tag `v1` when the run begins, and how it came there. */
const HOLDERS: Readonly<Record<string, (stage: BuildStage) => Promise<unknown>>> = {
  'nothing': () => Promise.resolve(),
  'an image of the same input': (stage) => stage.run({}, base),
  'an image of other input': (stage) => stage.run({}, { ...base, content: 'other' }),
  'an image of the same source on other base images': (stage) => stage.run({}, { bases: { ruby: 'sha256:0' } }),
  'an image that somebody pushed': (stage) => Promise.resolve(stage.push('v1', 'theirs')),
};

type Ending = 'built' | 'same-input' | 'fixed-tag' | 'promoted' | 'refused';

/** As the documentation has it. */
function expected(holder: string, policy: OnExistingTag, mutability: 'movable' | 'fixed'): Ending {
  if (holder === 'nothing') return 'built';
  if (holder === 'an image of the same input') return 'same-input';
  if (policy === 'fail') return 'refused';
  if (mutability === 'movable') return 'built';
  return policy === 'reuse' && holder === 'an image of the same source on other base images' ? 'fixed-tag' : 'refused';
}

describe.each(REPOSITORIES)('in a repository that is %s', (_, repository, mutability) => {
  describe.each(['reuse', 'fail', 'overwrite'] as const)('with on-existing-tag: %s', (onExistingTag) => {
    test.each(Object.keys(HOLDERS))('where the tag has %s', async (holder) => {
      const stage = buildStage(`repositories: [${repository}]`);
      await HOLDERS[holder]?.(stage);
      const before = { holder: stage.holder('v1'), changes: stage.changes() };
      const run = await stage.run({ onExistingTag }, base);
      const ending: Ending = run.outcome === undefined ? 'refused' : (run.outcome.images[0]?.reused?.kind ?? 'built');
      expect(ending).toBe(expected(holder, onExistingTag, mutability));
      if (ending === 'refused') {
        expect(run.problems).toEqual([expect.stringContaining('the tag v1')]);
        expect([stage.holder('v1'), stage.changes(), run.closed]).toEqual([before.holder, before.changes, 1]);
      } else {
        expect(run.problems).toEqual([]);
        expect(stage.holder('v1')).toBe(digestIn(run));
        expect(stage.holder('v1') === before.holder).toBe(ending !== 'built');
      }
    });
  });
});

describe('a tag whose field this run lacks', () => {
  const images = [imageSpec({ tags: ['{{sha}}', 'pr-{{pr}}'] })];

  test('is left out, and said', async () => {
    const stage = buildStage();
    const run = await stage.run({ images }, { environment: { GITHUB_SHA: 'c0ffee' } });
    expect(run.outcome?.images[0]?.tags).toEqual([expect.stringMatching(/^in-/), 'c0ffee']);
    expect(run.lines).toContain(
      'Image web: this run has no {{pr}} that a tag could have, so the tags with it are left out.',
    );
  });

  test('leaves an image that only its input tag finds', async () => {
    const run = await buildStage().run({ images }, { environment: {} });
    expect(run.problems).toEqual([]);
    expect(run.outcome?.images[0]?.tags).toEqual([expect.stringMatching(/^in-/)]);
  });
});

test('the input digest can be a tag of its own, as the input tag has it', async () => {
  const run = await buildStage().run({ images: [imageSpec({ tags: ['v-{{input-digest}}'] })] });
  const [input = '', tag = ''] = run.outcome?.images[0]?.tags ?? [];
  expect(tag).toBe(input.replace('in-', 'v-'));
});

test('an image that is too old is built anew though nobody may move its input tag; the tags go to the new one', async () => {
  const stage = buildStage('repositories: [{ name: web, exclusions: ["in-*"] }]');
  const first = await stage.run();
  stage.pass(8);
  const second = await stage.run();
  expect([second.problems, second.outcome?.images[0]?.tags]).toEqual([[], ['v1']]);
  expect(digestIn(second)).not.toBe(digestIn(first));
  expect(second.outcome?.images[0]?.sizeBefore).toBeGreaterThan(0);
});

test('tags whose mutability may not be read are put, and what nobody may move is told afterwards', async () => {
  const stage = buildStage('repositories: [{ name: web, immutable: true }]\ndeny: [ecr:DescribeRepositories]');
  stage.push('v1', 'theirs');
  const run = await stage.run();
  expect(run.problems).toEqual([expect.stringMatching(/^Image web: the tag v1 was taken by another image/)]);
  expect(run.warnings).toEqual([
    expect.stringMatching(/cannot be read before the build.*"Action":"ecr:DescribeRepositories"/),
  ]);
});
