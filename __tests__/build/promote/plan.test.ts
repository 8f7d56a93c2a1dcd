import { describe, expect, test } from '@jest/globals';
import { planPromotion, type PromotionSituation } from '../../../src/build/promote/plan.ts';
import type { TaggedImage } from '../../../src/build/registry/tagged-image.ts';

const image = (digest: string, lacks: readonly string[] = []): TaggedImage => ({
  digest,
  manifest: '{}',
  mediaType: undefined,
  tags: [],
  pushedAt: undefined,
  size: undefined,
  lacks,
  areTagsKnown: true,
});

const plan = (given: Partial<PromotionSituation> = {}) =>
  planPromotion({
    name: 'web',
    digest: 'sha256:ours',
    tags: ['v1', 'latest'],
    there: undefined,
    found: new Map(),
    mutability: () => 'movable',
    onExistingTag: 'reuse',
    ...given,
  });

const ours = image('sha256:ours');
const held = new Map([['latest', image('sha256:theirs')]]);

describe('an image', () => {
  test('that the repository lacks is copied, and gets all tags', () => {
    expect(plan()).toEqual({ kind: 'promote', image: undefined, newTags: ['v1', 'latest'] });
  });

  test('that is there is taken, and gets the tags that it lacks', () => {
    const found = new Map([['v1', ours]]);
    expect(plan({ there: ours, found })).toEqual({ kind: 'promote', image: ours, newTags: ['latest'] });
  });

  test('of whose index a part is gone is copied again', () => {
    expect(plan({ there: image('sha256:ours', ['sha256:child']) })).toMatchObject({ image: undefined });
  });
});

describe('a tag of another image', () => {
  test.each([
    ['reuse', 'movable'],
    ['reuse', 'unknown'],
    ['overwrite', 'movable'],
    ['overwrite', 'unknown'],
  ] as const)('is moved with %s where it is %s', (onExistingTag, mutability) => {
    expect(plan({ found: held, onExistingTag, mutability: () => mutability })).toMatchObject({
      kind: 'promote',
      newTags: ['v1', 'latest'],
    });
  });

  test.each([
    ['reuse', 'fixed', 'Image web: nobody may move the tag latest, and another image has it: sha256:theirs.'],
    ['overwrite', 'fixed', 'Image web: nobody may move the tag latest, and another image has it: sha256:theirs.'],
    ['fail', 'fixed', 'Image web: nobody may move the tag latest, and another image has it: sha256:theirs.'],
    ['fail', 'movable', 'Image web: the tag latest is there already, on sha256:theirs.'],
    ['fail', 'unknown', 'Image web: the tag latest is there already, on sha256:theirs.'],
  ] as const)('refuses with %s where it is %s', (onExistingTag, mutability, message) => {
    expect(plan({ found: held, onExistingTag, mutability: () => mutability })).toEqual({
      kind: 'refuse',
      problems: [{ message, remedy: expect.any(String), input: 'tags' }],
    });
  });

  test('refuses for each of them, and only for those', () => {
    const found = new Map([
      ['v1', image('sha256:theirs')],
      ['v2', ours],
      ['latest', image('sha256:other')],
    ]);
    const refused = plan({ tags: ['v1', 'v2', 'v3', 'latest'], found, mutability: () => 'fixed' });
    expect(refused).toMatchObject({
      problems: [{ message: expect.stringContaining('v1') }, { message: expect.stringContaining('latest') }],
    });
  });

  test('is none where the very image has it, though nobody may move it and it must not be there', () => {
    const found = new Map([['latest', ours]]);
    expect(plan({ found, mutability: () => 'fixed', onExistingTag: 'fail' })).toMatchObject({ newTags: ['v1'] });
  });
});
