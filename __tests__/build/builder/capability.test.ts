import { describe, expect, test } from '@jest/globals';
import { needsMore, plainProblems } from '../../../src/build/builder/capability.ts';
import { buildOptions, buildRequest, imageSpec } from '../../support/build-request.ts';

const attesting = (given: object) =>
  buildRequest({ options: { ...buildOptions, attestations: { provenance: false, sbom: false, ...given } } });
const of = (given: Parameters<typeof imageSpec>[0]) => buildRequest({ images: [imageSpec(), imageSpec(given)] });

describe('what the builder of the engine cannot do', () => {
  test.each([
    ['nothing', buildRequest(), []],
    ['one platform', of({ platforms: ['linux/arm64'] }), []],
    ['two platforms', of({ platforms: ['linux/amd64', 'linux/arm64'] }), ['several platforms']],
    ['provenance', attesting({ provenance: '' }), ['provenance']],
    ['an SBOM', attesting({ sbom: 'generator=x' }), ['sbom']],
    ['annotations', of({ annotations: ['a=b'] }), ['annotations']],
    ['zstd', of({ compression: 'zstd' }), ['compression zstd']],
    ['gzip, which the engine has itself', of({ compression: 'gzip' }), []],
  ] as const)('of %s', (_, request, needs) => {
    expect(needsMore(request)).toEqual(needs);
  });
});

describe('a Docker without Buildx', () => {
  const plain = { frontend: 'plain', driver: undefined } as const;
  const asked = (request: Parameters<typeof plainProblems>[0]): string =>
    plainProblems(request, plain)
      .map(({ message }) => message.replace(/^.*asked for: /, ''))
      .join();

  test('builds one image', () => {
    expect(plainProblems(buildRequest(), plain)).toEqual([]);
  });

  test('names all that it cannot do, in one problem', () => {
    const contexts = { buildContexts: new Map([['shared', '../common']]), annotations: ['a=b'] };
    expect(asked(buildRequest({ images: [imageSpec(contexts)] }))).toBe('build-contexts, annotations.');
    expect(asked(of({}))).toBe('images.');
    expect(asked(of(contexts))).toBe('images, build-contexts, annotations.');
  });

  test('is not meant where there is Buildx', () => {
    expect(plainProblems(of({ annotations: ['a=b'] }), { frontend: 'buildx', driver: 'docker' })).toEqual([]);
  });
});
