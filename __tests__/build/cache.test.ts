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

test('none is none, and lines are taken as they are', () => {
  expect(cacheTexts({ kind: 'none' }, image)).toEqual({ from: [], to: [] });
  const raw = { from: ['type=local,src=a'], to: ['type=local,dest=b', 'type=inline'] };
  expect(cacheTexts({ kind: 'raw', ...raw }, image)).toEqual(raw);
});
