import { describe, expect, test } from '@jest/globals';
import { promotion } from '../../support/build-request.ts';
import { action } from '../../../src/actions/build-push/inputs.ts';
import { isPromotion, promotionRequest } from '../../../src/build/promote/request.ts';
import type { PromotionRequest } from '../../../src/build/promote/promotion.ts';
import { parseInputs } from '../../../src/inputs/parse.ts';
import { type Problem, UserError } from '../../../src/inputs/problem.ts';

type Inputs = Readonly<Record<string, string>>;

const digest = `sha256:${'a'.repeat(64)}`;
const source = `210987654321.dkr.ecr.eu-west-1.amazonaws.com/reservation/web@${digest}`;

/** As the runner hands inputs over: defaults, too. */
const DEFAULTS = Object.fromEntries(
  Object.entries(action.inputs).flatMap(([name, spec]) => ('default' in spec ? [[name, spec.default]] : [])),
);

function requestOf(inputs: Inputs, runner: Inputs = {}): PromotionRequest | undefined {
  const given = Object.entries({ ...DEFAULTS, ...inputs }).map(
    ([name, text]) => [`INPUT_${name.toUpperCase()}`, text] as const,
  );
  const environment = { ...runner, ...Object.fromEntries(given) };
  const parsed = parseInputs(action, environment);
  if (!parsed.ok) throw new UserError(parsed.problems);
  const { values } = parsed.value;
  return isPromotion(values) ? promotionRequest(values, environment) : undefined;
}

function problemsFor(inputs: Inputs): readonly Problem[] {
  try {
    requestOf(inputs);
  } catch (error) {
    if (error instanceof UserError) return error.problems;
    throw error;
  }
  return [];
}

const one = { 'from-image': source, repository: 'prod/web' };

test('without from-image it is a build', () => {
  expect(requestOf({ repository: 'web' })).toBeUndefined();
  expect(requestOf({ images: '- repository: web' })).toBeUndefined();
});

test('an image is named as its target, and takes what means something without a build', () => {
  const more = { tags: 'v1,{{sha}}', 'on-existing-tag': 'fail', 'dry-run': 'true', 'max-retries': '7' };
  const role = { 'role-to-assume': 'arn:aws:iam::123456789012:role/promoter' };
  expect(requestOf({ ...one, ...more, ...role }, { GITHUB_WORKSPACE: '/checkout' })).toEqual({
    images: [
      {
        name: 'web',
        repository: 'prod/web',
        source: { repository: '210987654321.dkr.ecr.eu-west-1.amazonaws.com/reservation/web', digest },
        tags: promotion({ tags: ['v1', '{{sha}}'] }).tags,
      },
    ],
    onExistingTag: 'fail',
    dryRun: true,
    workspace: '/checkout',
  });
});

test('several images have the tags of the inputs unless they say others', () => {
  const images = JSON.stringify([
    { repository: 'prod/web', 'from-image': source },
    { name: 'other', repository: 'prod/api', 'from-image': `api@${digest}`, tags: ['x'] },
  ]);
  expect(requestOf({ images, tags: 'v1' })).toMatchObject({
    images: [
      { name: 'web', tags: promotion().tags },
      { name: 'other', source: { repository: 'api', digest }, tags: promotion({ tags: ['x'] }).tags },
    ],
    workspace: '.',
  });
});

describe('what is for a build', () => {
  const BUILD: Inputs = {
    context: 'app',
    file: 'Other',
    target: 'web',
    'build-args': 'A=1',
    'build-contexts': 'a=b',
    secrets: 'a=env:A',
    ssh: 'default',
    platforms: 'linux/arm64',
    labels: 'a=b',
    annotations: 'a=b',
    compression: 'zstd',
    reuse: 'off',
    'max-age': '1d',
    cache: 'none',
    provenance: 'true',
    sbom: 'true',
    'no-cache': 'true',
    pull: 'true',
    builder: 'mine',
    'extra-args': '--network=host',
  };

  test('is an error for each, all at once', () => {
    expect(problemsFor({ ...one, ...BUILD }).map(({ input }) => input).toSorted()).toEqual(Object.keys(BUILD).toSorted());
  });

  test('covers every input but those that mean something here', () => {
    const others = Object.keys(action.inputs).filter((name) => BUILD[name] === undefined);
    expect(others.filter((name) => !/role|session|audience|region/.test(name)).toSorted()).toEqual([
      'dry-run',
      'from-image',
      'images',
      'max-retries',
      'on-existing-tag',
      'repository',
      'tags',
    ]);
  });

  test('is an error in an entry of images, too, even as the default says it', () => {
    const images = JSON.stringify([{ ...one, name: 'web', target: 'x', context: '.' }]);
    expect(problemsFor({ images, pull: 'true' })).toEqual([
      expect.objectContaining({ message: expect.stringMatching(/^pull is for a build/), input: 'pull' }),
      expect.objectContaining({ message: expect.stringMatching(/^Image web: target is for a build/), input: 'images' }),
      expect.objectContaining({ message: expect.stringMatching(/^Image web: context is for a build/), input: 'images' }),
    ]);
  });
});

test('images of which some are built are an error', () => {
  const images = JSON.stringify([{ ...one }, { name: 'api', repository: 'api' }]);
  expect(problemsFor({ images })).toEqual([
    {
      message: 'Image api: It has no from-image, and others have.',
      remedy: 'Build in one step and promote in another.',
      input: 'images',
    },
  ]);
});

test('problems of the images come with those of the inputs', () => {
  const images = JSON.stringify([{ 'from-image': 'web:v1', repository: 'A' }]);
  expect(problemsFor({ images, pull: 'true' }).map(({ message }) => message)).toEqual([
    expect.stringMatching(/^Image A: .*repository/),
    expect.stringMatching(/^Image A: .*tags move/),
    expect.stringMatching(/^pull is/),
  ]);
});

describe('a source', () => {
  test.each([`web@${digest}`, `127.0.0.1:5000/a/web@${digest}`])('%s', (text) => {
    expect(requestOf({ ...one, 'from-image': text })?.images[0]?.source).toEqual({
      repository: text.slice(0, text.indexOf('@')),
      digest,
    });
  });

  test.each([
    ['reservation/web:v1', /does not name an image by its digest, and tags move/],
    ['reservation/web', /does not name an image by its digest/],
    [`web:v1@${digest}`, /one digest of SHA-256 behind it, and no tag/],
    ['web@sha256:abc', /one digest of SHA-256/],
    [`web@${digest}0`, /one digest of SHA-256/],
    [`web@x${digest}`, /one digest of SHA-256/],
    [`web@${digest}@${digest}`, /one digest of SHA-256/],
    [`Web@${digest}`, /not the name or the URI of a repository/],
  ])('%s is refused', (text, message) => {
    const [problem, ...others] = problemsFor({ ...one, 'from-image': text });
    expect([problem?.message, problem?.input, others]).toEqual([expect.stringMatching(message), 'from-image', []]);
  });
});
