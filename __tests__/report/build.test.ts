import { describe, expect, test } from '@jest/globals';
import type { FailureKind } from '../../src/build/failure/failure.ts';
import type { BuildOutcome, ImageOutcome } from '../../src/build/outcome.ts';
import type { Step } from '../../src/build/progress/steps.ts';
import {
  buildFailure,
  buildOutputs,
  buildProblem,
  imageSentence,
  renderBuildSummary,
  stepLine,
} from '../../src/report/build.ts';
import { harmless } from '../../src/report/untrusted.ts';

const digest = `sha256:${'a'.repeat(64)}`;

const image = (given: Partial<ImageOutcome> = {}): ImageOutcome => ({
  name: 'web',
  image: `r.example/web@${digest}`,
  digest,
  platformDigests: new Map([['linux/amd64', digest]]),
  tags: ['in-1', 'v1'],
  inputDigest: 'f00',
  reused: undefined,
  size: 12_300_000,
  sizeBefore: undefined,
  metadata: { 'containerimage.digest': digest },
  problems: [],
  ...given,
});

const step = (given: Partial<Step> = {}): Step => ({
  name: '[2/3] RUN make',
  took: 1_234,
  isCached: false,
  error: undefined,
  output: [],
  ...given,
});

const outcome = (given: Partial<BuildOutcome> = {}): BuildOutcome => ({
  plan: ['Image web: is built.'],
  isDryRun: false,
  images: [image()],
  unfinished: [],
  problems: [],
  steps: [step(), step({ name: '[3/3] COPY a b', isCached: true, took: 0 })],
  milliseconds: 65_000,
  ...given,
});

const unfinished = [{ name: 'api', image: undefined }];
const problem = { message: 'The push broke.', remedy: 'Run the job again.' };

test('the summary of a dry run has what would be done, that of any other run has not', () => {
  const summary = renderBuildSummary(outcome({ isDryRun: true, images: [], steps: [] }));
  expect(summary).toBe(
    '### build-push: dry run\n\nDry run: nothing is built, copied or tagged. This is what would be done:\n\n- Image web: is built.\n\nTook 1:05.\n',
  );
  expect(renderBuildSummary(outcome())).not.toContain('is built.');
});

describe('the final error', () => {
  test('is none where all is as asked for', () => {
    expect(buildFailure(outcome())).toBeUndefined();
  });

  test('says that nothing was tagged where nothing was', () => {
    expect(buildFailure(outcome({ images: [], unfinished, problems: [problem] }))).toBe(
      'Nothing was tagged. The push broke. Run the job again.',
    );
  });

  test('says of each of several images where it is', () => {
    const pushed = [...unfinished, { name: 'job', image: 'r.example/job@sha256:1' }];
    expect(buildFailure(outcome({ unfinished: pushed, problems: [problem] }))).toBe(
      `Not all tags are as asked for. web is r.example/web@${digest}. api is not in its repository, or not known to be there; it was given none of its tags. job is in its repository as r.example/job@sha256:1, but was not given all of its tags. The push broke. Run the job again.`,
    );
  });

  test('does not say that nothing was tagged of an image that was pushed and then could not be read', () => {
    const pushed = [{ name: 'web', image: 'r.example/web@sha256:1' }];
    expect(buildFailure(outcome({ images: [], unfinished: pushed, problems: [problem] }))).toMatch(
      /^Not all tags are as asked for\. web is in its repository as r\.example\/web@sha256:1/,
    );
  });

  test('has the problems of tags, too', () => {
    expect(buildFailure(outcome({ images: [image({ problems: [problem] })] }))).toBe(
      'Not all tags are as asked for. The push broke. Run the job again.',
    );
  });
});

describe('the outputs', () => {
  test('of one image name it by its digest', () => {
    expect(buildOutputs(outcome())).toEqual({
      image: `r.example/web@${digest}`,
      images: `{"web":"r.example/web@${digest}"}`,
      digest,
      'platform-digests': `{"linux/amd64":"${digest}"}`,
      tags: 'in-1\nv1',
      'input-digest': 'f00',
      reused: 'false',
      'cache-hit-ratio': '0.50',
      metadata: `{"web":{"containerimage.digest":"${digest}"}}`,
    });
  });

  test('of several are by name, and those of a single one are empty', () => {
    const outputs = buildOutputs(
      outcome({ images: [image(), image({ name: 'api', image: 'r.example/api@x' })] }),
    );
    expect(outputs).toMatchObject({ image: '', digest: '', tags: '', 'input-digest': '' });
    expect(JSON.parse(outputs.images ?? '')).toEqual({
      web: `r.example/web@${digest}`,
      api: 'r.example/api@x',
    });
    expect(JSON.parse(outputs['platform-digests'] ?? '')).toEqual({
      web: { 'linux/amd64': digest },
      api: { 'linux/amd64': digest },
    });
  });

  test.each([
    ['all were', ['same-input', 'same-input'], 'true'],
    ['one was', ['same-input', undefined], 'false'],
    ['none is the result, as in a dry run', [], 'false'],
  ] as const)('say reused where %s', (_, kinds, reused) => {
    const images = kinds.map((kind) => image({ reused: kind === undefined ? undefined : { kind } }));
    expect(buildOutputs(outcome({ images })).reused).toBe(reused);
  });

  test('of several are those of the images that are finished, and nothing that is for one image alone', () => {
    const outputs = buildOutputs(
      outcome({ images: [image({ reused: { kind: 'same-input' } })], unfinished }),
    );
    expect(outputs).toMatchObject({
      image: '',
      digest: '',
      tags: '',
      images: `{"web":"r.example/web@${digest}"}`,
      reused: 'false',
    });
  });

  test('are none where no image is finished', () => {
    expect(buildOutputs(outcome({ images: [], unfinished }))).toEqual({});
  });

  test('have no ratio where nothing was built', () => {
    expect(buildOutputs(outcome({ steps: [] }))['cache-hit-ratio']).toBe('');
  });
});

describe('the summary', () => {
  test('has the images that are not finished, and why', () => {
    const text = renderBuildSummary(outcome({ unfinished, problems: [problem] }));
    expect(text).toContain('### ✅ web: built');
    expect(text).toContain('### ❌ api: not finished');
    expect(text).toContain('- The push broke. Run the job again.');
  });

  test('has image, tags, size, platforms, the slowest steps and what the cache gave', () => {
    const text = renderBuildSummary(outcome());
    expect(text).toContain('### ✅ web: built');
    expect(text).toContain('| Tags | in-1, v1 |');
    expect(text).toContain('| Size | 12.3 MB |');
    expect(text).toContain(`| linux/amd64 | ${digest} |`);
    expect(text).toContain('50 % of the steps came from the cache.');
    expect(text).toContain('RUN make | 1.2 s |');
    expect(text).not.toContain('COPY a b');
    expect(text).toContain('Took 1:05.');
  });

  test.each([
    [12_300_000, 10_000_000, '12.3 MB (+23.0 % against the image before)'],
    [9_000_000, 10_000_000, '9.0 MB (-10.0 % against the image before)'],
    [9_000_000, 0, '9.0 MB |'],
  ])('tells the size %d against %d before', (size, sizeBefore, cell) => {
    expect(renderBuildSummary(outcome({ images: [image({ size, sizeBefore })] }))).toContain(
      `| Size | ${cell}`,
    );
  });

  test('of what was reused says why, and has no size where that may not be read', () => {
    const reused = { kind: 'fixed-tag', tag: 'v1', input: 'other-base' } as const;
    const text = renderBuildSummary(outcome({ images: [image({ reused, size: undefined })], steps: [] }));
    expect(text).toContain('### ✅ web: reused');
    expect(text).toMatch(
      /nobody may move its tag v1; it was built from the same source, on base images that have moved/,
    );
    expect(text).not.toMatch(/Size|Slowest|cache/);
  });

  test('is red for an image whose tag could not be put', () => {
    const problems = [{ message: 'no', remedy: 'do' }];
    expect(renderBuildSummary(outcome({ images: [image({ problems })] }))).toContain('### ❌ web');
  });

  test('lets no text of a build leave its cell', () => {
    const hostile = 'a | b\n::error::c <img src=x> [d](https://e) @f `g`\r\n| h | i |';
    const text = renderBuildSummary(
      outcome({ images: [image({ name: hostile, tags: [hostile] })], steps: [step({ name: hostile })] }),
    );
    expect(text).not.toMatch(/<img|\]\(|https:\/\/|@f|^\| h|^\s*::/m);
    expect(text.split('\n').filter((line) => line.startsWith('|') && !/^\|.*\|.*\|$/.test(line))).toEqual([]);
    expect(text.split('\n').every((line) => (line.match(/\|/g) ?? []).length % 3 === 0)).toBe(true);
  });
});

describe('a step', () => {
  test.each([
    [{}, '✓ [2/3] RUN make (1.2 s)'],
    [{ isCached: true }, '= [2/3] RUN make (cached)'],
    [{ error: 'exit code: 3' }, '✗ [2/3] RUN make (1.2 s)'],
    [{ name: 'importing cache manifest', error: 'not found' }, '- importing cache manifest: not found.'],
    [
      { name: '[web 2/3] RUN --mount=type=cache a', error: 'exit code: 1', took: 0 },
      '✗ [web 2/3] RUN --mount=type=cache a (0.0 s)',
    ],
  ])('%j is one line', (given, line) => {
    expect(stepLine(step(given))).toBe(line);
  });

  test('that is called like a command of the runner is printed as none', () => {
    const lines = harmless(stepLine(step({ name: '[1/1] RUN a\n::error::b\n##[error]c' })));
    expect(lines.filter((line) => /^\s*::|##\[/.test(line))).toEqual([]);
  });
});

describe('a build that failed', () => {
  const failure = {
    message: 'exit code: 3',
    image: undefined,
    location: { file: 'Dockerfile', line: 3 },
    step: undefined,
  };

  test('says which of several images it is', () => {
    const { message } = buildProblem({ ...failure, kind: 'dockerfile', image: 'api' });
    expect(message).toBe('Image api: exit code: 3.');
  });

  test('is a problem at its line', () => {
    expect(buildProblem({ ...failure, kind: 'dockerfile' })).toMatchObject({
      message: 'exit code: 3.',
      location: { file: 'Dockerfile', line: 3 },
    });
  });

  test('says that the last output is in the log where there is some', () => {
    const wrote = (output: readonly string[]) =>
      buildProblem({ ...failure, kind: 'dockerfile', step: { name: 'RUN false', output } }).remedy;
    expect(
      [wrote(['boo']), wrote([])].map((remedy) => remedy.includes('last output of the step is in the log')),
    ).toEqual([true, false]);
  });

  test.each<[FailureKind, RegExp]>([
    ['dockerfile', /Dockerfile or its files\.$/],
    ['registry-busy', /run the job again later/],
    ['upload-refused', /ecr:InitiateLayerUpload.*see the policy/],
    ['login-refused', /policies of role and repository/],
    ['tag-taken', /\{\{input-digest\}\}/],
    ['unreachable', /name of the registry/],
    ['disk-full', /docker system df/],
    ['builder', /docker buildx inspect/],
    ['push-refused', /what the registry says/],
    ['cache', /the input cache/],
    ['entitlement', /extra-args and Dockerfile.*--allow-insecure-entitlement/],
    ['arguments', /inputs of this step.*extra-args, cache, ssh, secrets, provenance/],
  ])('by %s says what to do', (kind, remedy) => {
    expect(buildProblem({ ...failure, kind, location: undefined })).toEqual({
      message: 'exit code: 3.',
      remedy: expect.stringMatching(remedy),
    });
  });
});

test.each([
  [undefined, 'built'],
  [{ kind: 'same-input' } as const, 'reused'],
])('the sentence of an image says where it is, and how it came there', (reused, how) => {
  expect(imageSentence(image({ reused }))).toBe(
    `web is r.example/web@${digest} (${how}), with the tags in-1, v1.`,
  );
});
