import { expect, test } from '@jest/globals';
import {
  BatchGetImageCommand,
  DescribeImagesCommand,
  DescribeRepositoriesCommand,
  GetAuthorizationTokenCommand,
  PutImageCommand,
} from '@aws-sdk/client-ecr';
import { rehearse } from '../../../support/sandbox.ts';

const v1 = `sha256:${'1'.repeat(64)}`;
const v2 = `sha256:${'2'.repeat(64)}`;
const stageOf = (immutable: boolean) =>
  rehearse(
    `repositories: [{ name: web, immutable: ${String(immutable)}, tags: { v1: '${v1}', v2: '${v2}' } }]`,
  );

async function manifestOf(stage: ReturnType<typeof stageOf>, imageTag: string): Promise<string> {
  const command = new BatchGetImageCommand({ repositoryName: 'web', imageIds: [{ imageTag }] });
  const { images: [image] = [] } = await stage.ecr.send(command);
  return image?.imageManifest ?? '';
}

test('a tag leads to its digest, and a digest to its tags', async () => {
  const stage = stageOf(false);
  const byTag = new DescribeImagesCommand({ repositoryName: 'web', imageIds: [{ imageTag: 'v2' }] });
  const byDigest = new DescribeImagesCommand({ repositoryName: 'web', imageIds: [{ imageDigest: v2 }] });
  expect((await stage.ecr.send(byTag)).imageDetails).toMatchObject([{ imageDigest: v2 }]);
  expect((await stage.ecr.send(byDigest)).imageDetails).toMatchObject([{ imageTags: ['v2'] }]);
});

test('the same manifest under a new tag tags the image again', async () => {
  const stage = stageOf(false);
  const imageManifest = await manifestOf(stage, 'v1');
  await stage.ecr.send(new PutImageCommand({ repositoryName: 'web', imageManifest, imageTag: 'latest' }));
  const command = new DescribeImagesCommand({ repositoryName: 'web', imageIds: [{ imageTag: 'latest' }] });
  expect((await stage.ecr.send(command)).imageDetails).toMatchObject([
    { imageDigest: v1, imageTags: ['v1', 'latest'] },
  ]);
});

test('a tag moves to another image where tags may move', async () => {
  const stage = stageOf(false);
  const imageManifest = await manifestOf(stage, 'v1');
  await stage.ecr.send(new PutImageCommand({ repositoryName: 'web', imageManifest, imageTag: 'v2' }));
  expect(await manifestOf(stage, 'v2')).toBe(imageManifest);
});

test('a tag that is there stays where it is in an immutable repository', async () => {
  const stage = stageOf(true);
  const imageManifest = await manifestOf(stage, 'v1');
  const command = new PutImageCommand({ repositoryName: 'web', imageManifest, imageTag: 'v2' });
  await expect(stage.ecr.send(command)).rejects.toMatchObject({
    name: 'ImageTagAlreadyExistsException',
    message:
      "The image tag 'v2' already exists in the 'web' repository and cannot be overwritten because the repository is immutable.",
  });
});

test('a missing repository is refused by name', async () => {
  await expect(
    stageOf(false).ecr.send(new DescribeRepositoriesCommand({ repositoryNames: ['nope'] })),
  ).rejects.toThrow("The repository with name 'nope' does not exist in the registry with id '123456789012'");
});

test('a missing image is a failure of BatchGetImage and an error of DescribeImages', async () => {
  const stage = stageOf(false);
  const imageIds = [{ imageTag: 'v9' }];
  const batch = await stage.ecr.send(new BatchGetImageCommand({ repositoryName: 'web', imageIds }));
  expect(batch.failures).toMatchObject([{ failureCode: 'ImageNotFound' }]);
  await expect(
    stage.ecr.send(new DescribeImagesCommand({ repositoryName: 'web', imageIds })),
  ).rejects.toMatchObject({ name: 'ImageNotFoundException' });
});

test('an authorization token names the user AWS and is good for twelve hours', async () => {
  const stage = stageOf(false);
  const { authorizationData: [token] = [] } = await stage.ecr.send(new GetAuthorizationTokenCommand({}));
  expect(atob(token?.authorizationToken ?? '')).toMatch(/^AWS:.+/);
  expect((token?.expiresAt?.getTime() ?? 0) - stage.clock.now()).toBe(12 * 3600 * 1000);
});
