import { ECR } from '@aws-sdk/client-ecr';
import { describe, expect, test } from '@jest/globals';
import { describeImages, type RegistryImage } from '../../src/images/describe.ts';
import { type Answer, offline } from '../support/answering.ts';
import { digest, pinnedImage, taggedImage } from '../support/current.ts';

const { signal } = new AbortController();

async function look(
  image: string,
  answer: (input: unknown) => Answer,
  regions: string[] = [],
): Promise<RegistryImage | undefined> {
  const ecr = new ECR(offline((_, input) => answer(input)));
  const found = await describeImages(
    (region) => {
      regions.push(region);
      return Promise.resolve(ecr);
    },
    [image, image],
    signal,
  );
  return found.get(image);
}

const image = (letter: string, manifest?: object): Answer => ({
  body: {
    images: [{ imageId: { imageDigest: digest(letter) }, imageManifest: JSON.stringify(manifest ?? {}) }],
  },
});
const refusal = (__type: string, status = 400): Answer => ({ status, body: { __type, message: 'text' } });

describe('what the registry has under a reference', () => {
  test('a tag has the digest that it names now, in the region of the image', async () => {
    const asked: unknown[] = [];
    const regions: string[] = [];
    const found = await look(
      taggedImage,
      (input) => {
        asked.push(input);
        return image('b');
      },
      regions,
    );
    expect(found).toEqual({ state: 'known', digest: digest('b'), children: [] });
    expect(regions).toEqual(['eu-central-1']);
    expect(asked).toMatchObject([
      { registryId: '123456789012', repositoryName: 'web', imageIds: [{ imageTag: 'v1' }] },
    ]);
  });

  test('a digest is asked for as a digest', async () => {
    const asked: unknown[] = [];
    await look(pinnedImage, (input) => {
      asked.push(input);
      return image('a');
    });
    expect(asked).toMatchObject([{ imageIds: [{ imageDigest: digest('a') }] }]);
  });

  test('an index has the digests of its images', async () => {
    const manifests = [{ digest: digest('c') }, { digest: digest('d') }, { size: 1 }];
    expect(await look(taggedImage, () => image('b', { manifests }))).toMatchObject({
      children: [digest('c'), digest('d')],
    });
  });

  test('an index is asked for as an index: ECR would convert it to an image of one platform', async () => {
    const asked: unknown[] = [];
    await look(taggedImage, (input) => {
      asked.push(input);
      return image('b');
    });
    expect(JSON.stringify(asked)).toContain('application/vnd.oci.image.index.v1+json');
  });
});

test('an image or a repository that is not there is missing', async () => {
  expect(
    await look(taggedImage, () => ({ body: { images: [], failures: [{ failureCode: 'ImageNotFound' }] } })),
  ).toEqual({
    state: 'missing',
  });
  expect(await look(taggedImage, () => refusal('RepositoryNotFoundException'))).toEqual({ state: 'missing' });
});

describe('what cannot be known is not called missing', () => {
  test.each([
    ['ServerException', 500, 'ServerException: text'],
    ['ThrottlingException', 400, 'ThrottlingException: text'],
  ])('%s', async (code, status, why) => {
    expect(await look(taggedImage, () => refusal(code, status))).toEqual({
      state: 'unknown',
      why,
      isUnanswered: true,
    });
  });

  test('for want of a permission, which AWS’s text names', async () => {
    expect(await look(taggedImage, () => refusal('AccessDeniedException'))).toEqual({
      state: 'unknown',
      why: 'ecr:BatchGetImage is not allowed',
      denied: 'text',
    });
  });

  test('an image elsewhere, for which nobody is asked', async () => {
    const regions: string[] = [];
    expect(await look('public.ecr.aws/nginx:1.27', () => image('b'), regions)).toEqual({
      state: 'unknown',
      why: 'it is not in a private registry of Amazon ECR',
    });
    expect(regions).toEqual([]);
  });
});

test('credentials that ended are no answer about an image', async () => {
  await expect(look(taggedImage, () => refusal('ExpiredTokenException'))).rejects.toThrow('text');
});
