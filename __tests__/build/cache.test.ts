import { expect, test } from '@jest/globals';
import { cacheTexts } from '../../src/build/cache.ts';

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
