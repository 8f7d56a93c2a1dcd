import { describe, expect, test } from '@jest/globals';
import { action } from '../../../src/actions/build-push/inputs.ts';
import type { ImageSpec } from '../../../src/build/image.ts';
import { buildRequest } from '../../../src/build/request/request.ts';
import { parseInputs } from '../../../src/inputs/parse.ts';
import { type Problem, UserError } from '../../../src/inputs/problem.ts';

type Inputs = Readonly<Record<string, string>>;

function requestOf(inputs: Inputs, runner: Inputs = {}) {
  const given = Object.entries({ repository: 'reservation/web', ...inputs }).map(
    ([name, text]) => [`INPUT_${name.toUpperCase()}`, text] as const,
  );
  const environment = { ...runner, ...Object.fromEntries(given) };
  const parsed = parseInputs(action, environment);
  if (!parsed.ok) throw new UserError(parsed.problems);
  return buildRequest(parsed.value.values, environment);
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

const SHA = [{ kind: 'field', field: 'sha' }];

const imageOf = (inputs: Inputs): ImageSpec | undefined => requestOf(inputs).images[0];

describe('one image', () => {
  test('is called as its repository is, unless several are built', () => {
    expect(imageOf({})).toMatchObject({ name: 'web', context: '.', tags: [SHA], file: undefined });
  });

  test.each([
    ['id=env:NAME', { id: 'id', from: 'env', variable: 'NAME' }],
    ['npm.rc=file:/tmp/a,b', { id: 'npm.rc', from: 'file', path: '/tmp/a,b' }],
  ])('the secret %s', (text, secret) => {
    expect(imageOf({ secrets: text })?.secrets).toEqual([secret]);
  });

  test.each([
    ['default', [{ id: 'default', paths: [] }]],
    ['default,git=/a=b', [{ id: 'default', paths: [] }, { id: 'git', paths: ['/a=b'] }]],
    ['default\n"git=a b,c"', [{ id: 'default', paths: [] }, { id: 'git', paths: ['a b', 'c'] }]],
  ])('the SSH keys %j', (text, ssh) => {
    expect(imageOf({ ssh: text })?.ssh).toEqual(ssh);
  });

  test.each(['git=', '"git=a,"', '/home/me/.ssh/id', '-----BEGIN PRIVATE KEY-----', 'git=a,git=b'])(
    'the SSH keys %j are refused, and not repeated',
    (text) => {
      const problems = problemsFor({ ssh: text });
      expect(problems.map(({ input }) => input)).toEqual(['ssh']);
      expect(JSON.stringify(problems)).not.toContain(text);
    },
  );

  test('arguments keep every character of their values', () => {
    const inputs = { 'build-args': 'A=1=2,3 "x" $HOME ${{ y }}\n"B=line 1\nline 2"' };
    expect([...(imageOf(inputs)?.buildArgs ?? [])]).toEqual([
      ['A', '1=2,3 "x" $HOME ${{ y }}'],
      ['B', 'line 1\nline 2'],
    ]);
  });
});

describe('several images', () => {
  const images = `
- repository: reservation/api
  target: api
  build-args:
    WHO: |
      a "quoted"
      text
    PORT: 80
- name: worker
  tags: [a, b]
  compression: gzip
  secrets: { token: env:TOKEN }
`;

  test('have what they do not say themselves from the inputs', () => {
    const { images: read } = requestOf({
      images,
      platforms: 'linux/arm64',
      'build-args': 'X=1',
      compression: 'zstd',
    });
    expect(read).toMatchObject([
      { name: 'api', repository: 'reservation/api', target: 'api', platforms: ['linux/arm64'], tags: [SHA] },
      { name: 'worker', repository: 'reservation/web', platforms: ['linux/arm64'], tags: [[{ kind: 'text', text: 'a' }], [{ kind: 'text', text: 'b' }]] },
    ]);
    expect(read.map(({ compression }) => compression)).toEqual(['zstd', 'gzip']);
    expect([...(read[0]?.buildArgs ?? [])]).toEqual([
      ['WHO', 'a "quoted"\ntext\n'],
      ['PORT', '80'],
    ]);
    expect([...(read[1]?.buildArgs ?? [])]).toEqual([['X', '1']]);
    expect(read[1]?.secrets).toEqual([{ id: 'token', from: 'env', variable: 'TOKEN' }]);
  });

  test.each([
    ['- target: [a, b]\n  platforms: x', [/target/, /platforms/]],
    ['- {repositry: a}', [/Did you mean repository/]],
    ['a: b', [/not a list of images/]],
    ['[]', [/not a list of images/]],
    ['- a', [/An image is a mapping/]],
    ['- {repository: A}\n- {platforms: x}', [/Image A:.*repository/, /Image 2:.*platform/]],
    ['- {repository: a/web}\n- {repository: b/web}', [/Two images are called web/]],
    ['- {build-args: {A: [1]}}', [/build-args/]],
  ])('%j', (given, sentences) => {
    const texts = problemsFor({ images: given }).map(({ message, remedy }) => `${message} ${remedy}`);
    expect(texts).toHaveLength(sentences.length);
    for (const [index, sentence] of sentences.entries()) expect(texts[index]).toMatch(sentence);
  });

  test('take no further arguments of the builder', () => {
    expect(problemsFor({ images, 'extra-args': '--x' }).map(({ input }) => input)).toEqual(['extra-args']);
  });
});

describe('further arguments', () => {
  test.each(['--add-host=db:10.0.0.5', '--network=host', '--no-cache-filter=build', '--ulimit=nofile=1'])(
    '%s goes to the builder',
    (line) => {
      expect(requestOf({ 'extra-args': line }).options.extraArgs).toEqual([line]);
    },
  );

  test.each([
    ['--build-context=lib=../lib', /Write it under build-contexts/],
    ['--build-arg=TOKEN', /Write it under build-args/],
    ['--file=other/Dockerfile', /Write it under file\b/],
    ['-fother/Dockerfile', /Write it under file\b/],
    ['--ssh=default', /Write it under ssh/],
    ['--secret=id=a', /Write it under secrets/],
    ['--platform=linux/arm64', /Write it under platforms/],
    ['--tag=web:latest', /Write it under tags/],
    ['-tweb:latest', /Write it under tags/],
    ['--cache-to=type=inline', /Write it under cache/],
    ['--builder=other', /Write it under builder/],
    ['--attest=type=sbom', /Write it under provenance or sbom/],
    ['--output=type=local,dest=out', /Leave it out/],
    ['-o', /Leave it out/],
    ['--push', /Leave it out/],
    ['--load=true', /Leave it out/],
    ['--call=check', /Leave it out/],
    ['--metadata-file=x', /Leave it out/],
  ])('%s is refused: the input digest or the result would miss it', (line, remedy) => {
    expect(problemsFor({ 'extra-args': `--network=host\n${line}` })).toEqual([
      {
        message: expect.stringMatching(/^The argument -\S+ in extra-args is set by this action\.$/),
        remedy: expect.stringMatching(remedy),
        input: 'extra-args',
      },
    ]);
  });
});

describe('the cache', () => {
  test.each([
    ['ecr', { kind: 'ecr' }],
    ['gha', { kind: 'gha' }],
    ['none', { kind: 'none' }],
    ['from=type=gha\nto=type=gha,mode=max', { kind: 'raw', from: ['type=gha'], to: ['type=gha,mode=max'] }],
  ])('%j', (cache, expected) => {
    expect(requestOf({ cache }).options.cache).toEqual(expected);
  });

  test.each(['ec', 'ecr\ngha', 'type=gha'])('%j is refused', (cache) => {
    expect(problemsFor({ cache }).map(({ input }) => input)).toEqual(['cache']);
  });
});

test.each([
  ['7d', 604_800_000],
  ['12h', 43_200_000],
  ['90m', 5_400_000],
])('an age of %s is %d ms', (given, milliseconds) => {
  expect(requestOf({ 'max-age': given }).maxAge).toBe(milliseconds);
});

test('no-cache also takes no image that is there', () => {
  expect(requestOf({ 'no-cache': 'true' }).reuse).toBe(false);
});

test.each([
  ['repository', 'Web'],
  ['repository', 'web:latest'],
  ['repository', 'web@sha256:1'],
  ['repository', 'https://x/web'],
  ['platforms', 'arm64'],
  ['platforms', 'linux/arm64,Linux/x'],
  ['target', '-a'],
  ['build-args', '1A=1'],
  ['build-args', 'A'],
  ['build-contexts', 'A=b'],
  ['secrets', 'id=NAME'],
  ['secrets', 'id=env:1X'],
  ['secrets', 'the-secret-itself'],
  ['labels', 'a b=c'],
  ['max-age', '0d'],
  ['max-age', '1w'],
  ['reuse', 'on'],
  ['compression', 'zst'],
  ['pull', 'yes'],
  ['on-existing-tag', 'keep'],
  ['cache-from', 'type=gha'],
])('%s: %j is refused, and no value that may be secret is repeated', (name, given) => {
  const problems = problemsFor({ [name]: given });
  expect(problems.map(({ input }) => input)).toEqual([name]);
  if (name === 'secrets') expect(JSON.stringify(problems)).not.toContain(given);
});

test('no repository is one problem, as are arguments for several images', () => {
  expect(problemsFor({ repository: '' })).toEqual([
    {
      message: 'No repository is given.',
      remedy: 'Name the repository of Amazon ECR that the image goes to.',
      input: 'repository',
    },
  ]);
  expect(problemsFor({ images: '- repository: web', 'extra-args': '--x' })).toEqual([
    {
      message: 'extra-args are for one image, and images has several.',
      remedy: 'Build the image that needs them in a step of its own.',
      input: 'extra-args',
    },
  ]);
});

test.each([
  ['auto', true],
  ['off', false],
])('reuse: %s', (reuse, isReused) => {
  expect(requestOf({ reuse }).reuse).toBe(isReused);
});

test.each([
  ['false', false],
  ['FALSE', false],
  ['true', ''],
  ['True', ''],
  ['mode=max', 'mode=max'],
])('provenance and sbom %s are %j', (given, expected) => {
  expect(requestOf({ provenance: given, sbom: given }).options.attestations).toEqual({
    provenance: expected,
    sbom: expected,
  });
});

test('the checkout is where the runner says, or the current folder', () => {
  expect(requestOf({}, { GITHUB_WORKSPACE: '/checkout' }).workspace).toBe('/checkout');
  expect(requestOf({}).workspace).toBe('.');
});
