import { describe, expect, test } from '@jest/globals';
import { type ImageSituation, planImage } from '../../../src/build/registry/plan.ts';
import type { TaggedImage } from '../../../src/build/registry/tagged-image.ts';

const DAY = 86_400_000;
const NOW = 100 * DAY;
const INPUT = { source: 'a'.repeat(20), base: 'b'.repeat(12) };
const INPUT_TAG = `in-${INPUT.source}-${INPUT.base}`;
const OTHER_BASE = `in-${INPUT.source}-${'c'.repeat(12)}`;
const OTHER_SOURCE = `in-${'d'.repeat(20)}-${INPUT.base}`;

const image = (digest: string, tags: readonly string[], age = DAY): TaggedImage => ({
  digest,
  manifest: '{}',
  mediaType: undefined,
  tags,
  pushedAt: NOW - age,
  size: 1,
  lacks: [],
  areTagsKnown: true,
});

const situation = (given: Partial<ImageSituation>): ImageSituation => ({
  name: 'web',
  tags: ['v1', 'latest'],
  input: INPUT,
  commit: undefined,
  found: new Map(),
  mutability: () => 'movable',
  onExistingTag: 'reuse',
  reuse: true,
  maxAge: 7 * DAY,
  now: NOW,
  ...given,
});

const under = (...images: readonly (readonly [string, TaggedImage])[]): Pick<ImageSituation, 'found'> => ({
  found: new Map(images),
});

const fixed = (...tags: readonly string[]): Pick<ImageSituation, 'mutability'> => ({
  mutability: (tag) => (tags.includes(tag) ? 'fixed' : 'movable'),
});

describe('an image that was built from the same input', () => {
  const same = image('sha256:1', [INPUT_TAG, 'v1']);

  test('is taken and given the tags that it lacks', () => {
    expect(planImage(situation(under([INPUT_TAG, same], ['v1', same])))).toEqual({
      kind: 'reuse',
      image: same,
      reason: { kind: 'same-input' },
      newTags: ['latest'],
    });
  });

  test('takes a tag from another image that may lose it', () => {
    const other = image('sha256:2', ['latest']);
    const plan = planImage(situation(under([INPUT_TAG, same], ['v1', same], ['latest', other])));
    expect(plan).toMatchObject({ kind: 'reuse', image: same, newTags: ['latest'] });
  });

  test.each([
    [7 * DAY, 'reuse'],
    [7 * DAY + 1, 'build'],
  ])('of age %d: %s', (age, kind) => {
    const old = image('sha256:1', [INPUT_TAG], age);
    expect(planImage(situation(under([INPUT_TAG, old]))).kind).toBe(kind);
  });

  test('is taken whatever its age where the age may not be read', () => {
    const ageless = { ...same, pushedAt: undefined };
    expect(planImage(situation(under([INPUT_TAG, ageless]))).kind).toBe('reuse');
  });

  test('is built again with reuse: off, and loses the input tag to the new one', () => {
    expect(planImage(situation({ ...under([INPUT_TAG, same]), reuse: false }))).toEqual({
      kind: 'build',
      newTags: ['v1', 'latest', INPUT_TAG],
      why: 'reuse-off',
    });
  });

  test('that is too old keeps an input tag that nobody may move', () => {
    const old = image('sha256:1', [INPUT_TAG], 8 * DAY);
    expect(planImage(situation({ ...under([INPUT_TAG, old]), ...fixed(INPUT_TAG) }))).toEqual({
      kind: 'build',
      newTags: ['v1', 'latest'],
      why: 'too-old',
    });
  });
});

test('what is not there is built, with all tags and the input tag', () => {
  expect(planImage(situation({}))).toEqual({
    kind: 'build',
    newTags: ['v1', 'latest', INPUT_TAG],
    why: 'not-there',
  });
});

describe('a tag that nobody may move and another image has', () => {
  const held = (tags: readonly string[]) => under(['v1', image('sha256:2', ['v1', ...tags])]);

  test.each([
    ['the same input', [INPUT_TAG], 'same'],
    ['the same source on other base images', [OTHER_BASE], 'other-base'],
  ])('makes an image of %s the result', (_, tags, input) => {
    expect(planImage(situation({ ...held(tags), ...fixed('v1') }))).toMatchObject({
      kind: 'reuse',
      image: { digest: 'sha256:2' },
      reason: { kind: 'fixed-tag', tag: 'v1', input },
    });
  });

  test('is refused when that image comes from other input', () => {
    const plan = planImage(situation({ ...held([OTHER_SOURCE]), ...fixed('v1') }));
    expect(plan).toMatchObject({ kind: 'refuse', problems: [{ input: 'tags' }] });
  });

  test.each([
    ['81786380801ba71cd7b4b7d4565348f98210de99', 'v1-81786380801ba71cd7b4b7d4565348f98210de99', 'reuse'],
    ['81786380801ba71cd7b4b7d4565348f98210de99', 'sha-8178638', 'reuse'],
    ['81786380801ba71cd7b4b7d4565348f98210de99', 'sha-817863', 'refuse'],
    ['81786380801ba71cd7b4b7d4565348f98210de99', 'main', 'refuse'],
    [undefined, 'main', 'refuse'],
  ])('of an image whose input is not known, in a run of %s: %s, %s', (commit, tag, kind) => {
    const plan = planImage(
      situation({ tags: [tag], ...under([tag, image('sha256:2', [tag])]), ...fixed(tag), commit }),
    );
    expect(plan.kind).toBe(kind);
    if (plan.kind === 'refuse') expect(plan.problems[0]?.message).toContain('does not say what it was built from');
    else expect(plan).toMatchObject({ reason: { kind: 'fixed-tag', tag, input: 'unknown' } });
  });

  test('is enough where one of two on the same image names the commit', () => {
    const both = image('sha256:2', ['main', 'sha-8178638']);
    const plan = planImage(
      situation({
        tags: ['main', 'sha-8178638'],
        ...under(['main', both], ['sha-8178638', both]),
        ...fixed('main', 'sha-8178638'),
        commit: '81786380801ba71cd7b4b7d4565348f98210de99',
      }),
    );
    expect(plan).toMatchObject({ kind: 'reuse', image: { digest: 'sha256:2' }, newTags: [] });
  });

  test('is refused when two such tags are on two images', () => {
    const found = under(['v1', image('sha256:2', ['v1'])], ['latest', image('sha256:3', ['latest'])]);
    expect(planImage(situation({ ...found, ...fixed('v1', 'latest') })).kind).toBe('refuse');
  });

  test('wins over an image of the same input that could be tagged elsewhere', () => {
    const found = under(
      ['v1', image('sha256:2', ['v1', OTHER_BASE])],
      [INPUT_TAG, image('sha256:1', [INPUT_TAG])],
    );
    expect(planImage(situation({ ...found, ...fixed('v1') }))).toMatchObject({
      kind: 'reuse',
      image: { digest: 'sha256:2' },
    });
  });

  test('is no obstacle when it is on the very image that is reused', () => {
    const same = image('sha256:1', [INPUT_TAG, 'v1']);
    const found = under(['v1', same], [INPUT_TAG, same]);
    expect(planImage(situation({ ...found, ...fixed('v1'), onExistingTag: 'fail' }))).toMatchObject({
      kind: 'reuse',
      reason: { kind: 'same-input' },
    });
  });

  test.each(['fail', 'overwrite'] as const)('is refused with %s, whatever it comes from', (onExistingTag) => {
    expect(planImage(situation({ ...held([OTHER_BASE]), ...fixed('v1'), onExistingTag })).kind).toBe('refuse');
  });
});

describe('a tag that may be moved and another image has', () => {
  const found = under(['v1', image('sha256:2', ['v1', OTHER_SOURCE])]);

  test.each(['reuse', 'overwrite'] as const)('is moved with %s', (onExistingTag) => {
    expect(planImage(situation({ ...found, onExistingTag }))).toMatchObject({
      kind: 'build',
      newTags: ['v1', 'latest', INPUT_TAG],
    });
  });

  test('is refused with fail, once, with its name', () => {
    const plan = planImage(situation({ ...found, onExistingTag: 'fail' }));
    expect(plan.kind === 'refuse' && plan.problems.map(({ message }) => message)).toEqual([
      'Image web: the tag v1 is there already, on sha256:2.',
    ]);
  });
});

test('with fail a tag that nobody may move is refused once, and one on the image that is taken not at all', () => {
  const held = under(['v1', image('sha256:2', ['v1'])]);
  const plan = planImage(situation({ ...held, ...fixed('v1'), onExistingTag: 'fail' }));
  expect(plan.kind === 'refuse' && plan.problems).toHaveLength(1);
  const same = image('sha256:1', [INPUT_TAG, 'v1']);
  const found = under(['v1', same], [INPUT_TAG, same]);
  expect(planImage(situation({ ...found, onExistingTag: 'fail' }))).toMatchObject({
    kind: 'reuse',
    newTags: ['latest'],
  });
});

test('a tag that nobody may move is not taken where what it came from may not be read', () => {
  const found = new Map([['v1', { ...image('sha256:1', ['v1']), areTagsKnown: false }]]);
  const plan = planImage(situation({ found, mutability: () => 'fixed' }));
  expect(plan).toMatchObject({ kind: 'refuse', problems: [{ message: expect.stringContaining('cannot be read') }] });
});

test('a tag that nobody may move is taken where it is on the image of the input tag, though no other may be read', () => {
  const held = { ...image('sha256:1', ['v1', INPUT_TAG]), areTagsKnown: false };
  const found = new Map([
    ['v1', held],
    [INPUT_TAG, held],
  ]);
  const plan = planImage(situation({ found, reuse: false, mutability: () => 'fixed' }));
  expect(plan).toMatchObject({ kind: 'reuse', reason: { input: 'same' } });
});

test('an image of unknown input that is taken for its tag does not get the input tag', () => {
  const held = under(['v1', image('sha256:2', ['v1'])]);
  const commit = { tags: ['v1', 'latest'], commit: 'v1' };
  expect(planImage(situation({ ...held, ...fixed('v1'), ...commit }))).toMatchObject({
    kind: 'reuse',
    newTags: ['latest'],
  });
});

test('an index that lacks an image is built again, and refused where nobody may move its tag', () => {
  const same = { ...image('sha256:1', [INPUT_TAG, 'v1']), lacks: ['sha256:8', 'sha256:9'] };
  const found = under(['v1', same], [INPUT_TAG, same]);
  expect(planImage(situation(found))).toMatchObject({ kind: 'build', why: 'incomplete' });
  const plan = planImage(situation({ ...found, ...fixed('v1') }));
  expect(plan.kind === 'refuse' && plan.problems.map(({ message }) => message)).toEqual([
    'Image web: nobody may move the tag v1, and sha256:1, which has it, lacks sha256:8 and sha256:9.',
  ]);
});
