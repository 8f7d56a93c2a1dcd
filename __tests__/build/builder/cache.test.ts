import { describe, expect, test } from '@jest/globals';
import { cacheHasToWork, cacheNotice, cacheTexts, withoutCache } from '../../../src/build/builder/cache.ts';
import type { FailureKind } from '../../../src/build/failure/failure.ts';
import type { BuildTarget } from '../../../src/build/builder/target.ts';

const image = { uri: 'r.example/web', scope: 'web' };

test('a cache in ECR is an image manifest of OCI types that never fails the build', () => {
  expect(cacheTexts({ kind: 'ecr' }, image)).toEqual({
    from: ['type=registry,ref=r.example/web:buildcache-web'],
    to: [
      'type=registry,ref=r.example/web:buildcache-web,mode=max,image-manifest=true,oci-mediatypes=true,ignore-error=true',
    ],
  });
});

test('a cache of GitHub has a scope for each image, and never fails the build', () => {
  expect(cacheTexts({ kind: 'gha' }, image)).toEqual({
    from: ['type=gha,scope=web'],
    to: ['type=gha,scope=web,mode=max,ignore-error=true'],
  });
});

test('none is none', () => {
  expect(cacheTexts({ kind: 'none' }, image)).toEqual({ from: [], to: [] });
});

test.each([
  ['type=local,dest=b', 'type=local,dest=b,ignore-error=true'],
  ['type=inline', 'type=inline,ignore-error=true'],
  ['type=gha,ignore-error=false', 'type=gha,ignore-error=false'],
  ['r.example/web:cache', 'type=registry,ref=r.example/web:cache,ignore-error=true'],
])('the line to=%s never fails the build, unless it says so itself', (line, text) => {
  const from = ['type=local,src=a'];
  expect(cacheTexts({ kind: 'raw', from, to: [line] }, image)).toEqual({ from, to: [text] });
});

test.each([
  ['The web, of all', 'The-web-of-all'],
  ['a'.repeat(200), 'a'.repeat(100)],
])('an image called %s has a tag for its cache all the same', (scope, tag) => {
  expect(cacheTexts({ kind: 'ecr' }, { ...image, scope }).from).toEqual([
    `type=registry,ref=r.example/web:buildcache-${tag}`,
  ]);
  expect(cacheTexts({ kind: 'gha' }, { ...image, scope }).from).toEqual([`type=gha,scope=${tag}`]);
});

describe('the cache of GitHub', () => {
  const url = { ACTIONS_RESULTS_URL: 'https://r' };
  const token = { ACTIONS_RUNTIME_TOKEN: 'x' };
  const raw = (...to: readonly string[]) => ({ kind: 'raw', from: [], to }) as const;

  test.each([
    [{}, 'ACTIONS_RUNTIME_TOKEN, ACTIONS_RESULTS_URL and ACTIONS_CACHE_URL'],
    [url, 'ACTIONS_RUNTIME_TOKEN'],
    [token, 'ACTIONS_RESULTS_URL and ACTIONS_CACHE_URL'],
    [{ ...token, ACTIONS_CACHE_URL: '' }, 'ACTIONS_RESULTS_URL and ACTIONS_CACHE_URL'],
  ])('cannot be reached with %j alone', (environment, missing) => {
    const notice = `The cache of GitHub cannot be reached, so no layers are taken from it or kept: ${missing} of the runner are not set.`;
    expect(cacheNotice({ kind: 'gha' }, environment)).toBe(notice);
    expect(cacheNotice(raw('mode=max,type=gha'), environment)).toBe(notice);
    expect(cacheNotice({ ...raw('type=inline'), from: ['type=gha,scope=a'] }, environment)).toBe(notice);
  });

  test.each([url, { ACTIONS_CACHE_URL: 'https://c' }])('can be reached with a token and %j', (environment) => {
    expect(cacheNotice({ kind: 'gha' }, { ...token, ...environment })).toBeUndefined();
  });

  test.each([{ kind: 'ecr' } as const, { kind: 'none' } as const, raw('type=ghax', 'type=registry,ref=xtype=gha', 'type=gha,token=a,url=b')])(
    'is not missed by %j',
    (cache) => {
      expect(cacheNotice(cache, {})).toBeUndefined();
    },
  );
});

describe('the same run without a cache', () => {
  const target: BuildTarget = {
    name: 'web',
    uri: 'r/web',
    context: '/a',
    dockerfile: '/a/Dockerfile',
    target: undefined,
    buildArgs: new Map(),
    buildContexts: new Map(),
    secrets: [],
    platforms: [],
    labels: new Map(),
    annotations: [],
    ssh: [],
    compression: undefined,
    cacheFrom: ['type=registry,ref=a'],
    cacheTo: ['type=registry,ref=a,ignore-error=true'],
  };
  const failure = (kind: FailureKind, message = 'x') => ({
    kind,
    message,
    image: undefined,
    location: undefined,
    step: undefined,
  });
  const without = (kind: FailureKind, given: Partial<BuildTarget> = {}, message?: string) =>
    withoutCache({ targets: [{ ...target, ...given }, target] }, failure(kind, message));

  test('is there for what is said of a cache, and has none for any image', () => {
    const bare = { ...target, cacheFrom: [], cacheTo: [] };
    expect(without('cache')).toEqual({ targets: [bare, bare] });
  });

  test('is there where the builder did not begin with a folder, which it does not call a cache', () => {
    const folder = 'mkdir /proc/a: no such file or directory';
    expect(without('arguments', { cacheTo: ['mode=max,type=local,dest=a'] }, folder)).toBeDefined();
    expect(without('arguments', { cacheFrom: ['type=local,src=a'] }, folder)).toBeDefined();
    expect(without('arguments', { cacheFrom: ['type=locale,src=a'] }, folder)).toBeUndefined();
    expect(without('arguments', { cacheFrom: ['type=local,src=a'] }, 'unknown flag: --nope')).toBeUndefined();
  });

  test.each<FailureKind>(['arguments', 'dockerfile', 'builder'])('is not there for a failure of the kind %s', (kind) => {
    expect(without(kind)).toBeUndefined();
  });

  test('is there where a cache that is written has answered too late for the run', () => {
    const late = 'failed to receive status: rpc error: code = NotFound desc = no such job x';
    expect(without('builder', {}, late)).toBeDefined();
    const reading = { ...target, cacheTo: [] };
    expect(withoutCache({ targets: [reading] }, failure('builder', late))).toBeUndefined();
    expect(withoutCache({ targets: [reading, target] }, failure('builder', late))).toBeDefined();
  });

  test('is not there without a cache, or where a line says that an error counts', () => {
    const bare = { ...target, cacheFrom: [], cacheTo: [] };
    expect(withoutCache({ targets: [bare] }, failure('cache'))).toBeUndefined();
    for (const no of ['false', 'False', 'f', '0']) {
      expect(without('cache', { cacheTo: [`type=s3,ignore-error=${no}`] })).toBeUndefined();
      expect(cacheHasToWork({ kind: 'raw', from: [], to: [`type=s3,ignore-error=${no},name=a`] })).toBe(true);
      expect(cacheHasToWork({ kind: 'raw', from: [`ignore-error=${no},type=s3`], to: [] })).toBe(true);
    }
    expect(cacheHasToWork({ kind: 'raw', from: ['type=s3'], to: ['type=s3,ignore-error=true'] })).toBe(false);
    expect(cacheHasToWork({ kind: 'raw', from: ['type=s3'], to: ['type=s3,ignore-error=false'] })).toBe(true);
    expect(cacheHasToWork({ kind: 'gha' })).toBe(false);
  });
});
