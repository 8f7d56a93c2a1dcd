import { describe, expect, test } from '@jest/globals';
import { readMetadata } from '../../../src/build/builder/metadata.ts';
import type { BuildTarget } from '../../../src/build/builder/target.ts';

const target = (name: string): BuildTarget => ({
  name,
  uri: `r.example/${name}`,
  context: '/checkout',
  dockerfile: '/checkout/Dockerfile',
  target: undefined,
  buildArgs: new Map(),
  buildContexts: new Map(),
  secrets: [],
  ssh: [],
  platforms: [],
  labels: new Map(),
  annotations: [],
  compression: undefined,
  cacheFrom: [],
  cacheTo: [],
});

const digest = `sha256:${'a'.repeat(64)}`;

describe('the metadata file of the builder', () => {
  test('of one image has its members', () => {
    const metadata = { 'containerimage.digest': digest, 'buildx.build.ref': 'x' };
    expect(readMetadata([target('web')], JSON.stringify(metadata))).toEqual([
      { target: target('web'), digest, metadata },
    ]);
  });

  test('of several has an object for each, under its name for bake', () => {
    const text = JSON.stringify({ 'web-api': { 'containerimage.digest': digest }, web: { a: 1 } });
    expect(readMetadata([target('web'), target('web.api')], text).map(({ digest: one, metadata }) => [one, metadata])).toEqual([
      [undefined, { a: 1 }],
      [digest, { 'containerimage.digest': digest }],
    ]);
  });

  test('that has nothing of an image says nothing of it', () => {
    const names = [target('web'), target('api')];
    for (const text of [undefined, '{}', '[]', 'null', '{"web":null,"api":[1]}', '{"web":{"containerimage.digest":1}}']) {
      expect(readMetadata(names, text).map((image) => image.digest)).toEqual([undefined, undefined]);
    }
    expect(readMetadata([target('web')], '[1]')[0]?.metadata).toEqual({});
  });
});
