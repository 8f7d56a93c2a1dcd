import {
  BatchGetImageCommand,
  CreateRepositoryCommand,
  DescribeImagesCommand,
  ECRClient,
  PutImageCommand,
} from '@aws-sdk/client-ecr';
import { expect } from '@jest/globals';
import { checkout, errorsOf, runAction } from '../support/action.ts';
import { motoTest, startMoto } from '../support/moto.ts';
import { manifestOf, types } from '../support/registry.ts';

// The API calls of a build that takes what is there, read by a second server: it has no registry to push to.
const files = { Dockerfile: 'FROM scratch\nCOPY app /app\n', app: '1' };

const COMMIT = '81786380801ba71cd7b4b7d4565348f98210de99';

motoTest('an image that is there gets another tag in moto, byte for byte, without Docker', async () => {
  await using moto = await startMoto();
  const ecr = new ECRClient({
    endpoint: moto.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
  });
  const repositoryName = 'web';
  await ecr.send(new CreateRepositoryCommand({ repositoryName, imageTagMutability: 'IMMUTABLE' }));
  const imageManifest = manifestOf('layer');
  await ecr.send(
    new PutImageCommand({
      repositoryName,
      imageManifest,
      imageTag: COMMIT,
      imageManifestMediaType: types.manifest,
    }),
  );
  const ended = await runAction({
    action: 'build-push',
    endpoint: moto.endpoint,
    workspace: checkout(files),
    inputs: { repository: repositoryName, tags: '{{sha}},v2' },
    env: { PATH: '', GITHUB_SHA: COMMIT },
  });
  expect([ended.exitCode, errorsOf(ended)]).toEqual([0, []]);
  expect(ended.outputs.get('reused')).toBe('true');
  const { images = [] } = await ecr.send(
    new BatchGetImageCommand({ repositoryName, imageIds: [{ imageTag: 'v2' }] }),
  );
  expect(images.map((image) => image.imageManifest)).toEqual([imageManifest]);
  const { imageDetails = [] } = await ecr.send(new DescribeImagesCommand({ repositoryName }));
  expect(imageDetails).toHaveLength(1);
  expect(imageDetails[0]?.imageTags?.sort()).toEqual([COMMIT, 'v2']);
});
