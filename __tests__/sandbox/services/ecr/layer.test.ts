import {
  BatchCheckLayerAvailabilityCommand,
  CompleteLayerUploadCommand,
  type ECRClient,
  GetDownloadUrlForLayerCommand,
  InitiateLayerUploadCommand,
  PutImageCommand,
  UploadLayerPartCommand,
} from '@aws-sdk/client-ecr';
import { expect, test } from '@jest/globals';
import { digestOf, manifestOf, openRegistry } from '../../../support/registry.ts';
import { rehearse } from '../../../support/sandbox.ts';

const repositoryName = 'web';
const openEcr = () => rehearse('repositories: [{ name: web }]').ecr;

async function uploadLayer(ecr: ECRClient, parts: readonly string[], digest = digestOf(parts.join(''))) {
  const { uploadId } = await ecr.send(new InitiateLayerUploadCommand({ repositoryName }));
  let sent = 0;
  for (const part of parts) {
    await ecr.send(
      new UploadLayerPartCommand({
        ...{ repositoryName, uploadId },
        layerPartBlob: new TextEncoder().encode(part),
        ...{ partFirstByte: sent, partLastByte: sent + part.length - 1 },
      }),
    );
    sent += part.length;
  }
  return ecr.send(new CompleteLayerUploadCommand({ repositoryName, uploadId, layerDigests: [digest] }));
}

test('a layer that is uploaded in parts is available, with its size', async () => {
  const ecr = openEcr();
  const large = 'a'.repeat(5_242_880);
  await uploadLayer(ecr, [large, 'b']);
  const layerDigests = [digestOf(`${large}b`), digestOf('other'), 'none'];
  const command = new BatchCheckLayerAvailabilityCommand({ repositoryName, layerDigests });
  expect(await ecr.send(command)).toMatchObject({
    layers: [
      { layerDigest: layerDigests[0], layerAvailability: 'AVAILABLE', layerSize: 5_242_881 },
      { layerDigest: layerDigests[1], layerAvailability: 'UNAVAILABLE' },
    ],
    failures: [{ layerDigest: 'none', failureCode: 'InvalidLayerDigest' }],
  });
});

test.each([
  ['parts but the last that are below 5 MiB', ['a', 'b'], undefined, 'LayerPartTooSmallException'],
  ['no part at all', [], undefined, 'EmptyUploadException'],
  ['another digest', ['a'], digestOf('b'), 'InvalidLayerException'],
])('an upload with %s is refused', async (_, parts, digest, name) => {
  await expect(uploadLayer(openEcr(), parts, digest)).rejects.toMatchObject({ name });
});

test('a layer that is there is refused', async () => {
  const ecr = openEcr();
  await uploadLayer(ecr, ['a']);
  await expect(uploadLayer(ecr, ['a'])).rejects.toMatchObject({ name: 'LayerAlreadyExistsException' });
});

test('a part that does not follow the last one is refused', async () => {
  const ecr = openEcr();
  const { uploadId } = await ecr.send(new InitiateLayerUploadCommand({ repositoryName }));
  const layerPartBlob = new TextEncoder().encode('part');
  const part = { repositoryName, uploadId, layerPartBlob, partFirstByte: 1, partLastByte: 4 };
  await expect(ecr.send(new UploadLayerPartCommand(part))).rejects.toMatchObject({
    name: 'InvalidLayerPartException',
  });
});

test('an upload that ended is not there any more', async () => {
  const ecr = openEcr();
  const { uploadId } = await ecr.send(new InitiateLayerUploadCommand({ repositoryName }));
  const part = { layerPartBlob: new TextEncoder().encode('a'), partFirstByte: 0, partLastByte: 0 };
  await ecr.send(new UploadLayerPartCommand({ repositoryName, uploadId, ...part }));
  const end = { repositoryName, uploadId, layerDigests: [digestOf('a')] };
  await ecr.send(new CompleteLayerUploadCommand(end));
  await expect(ecr.send(new CompleteLayerUploadCommand(end))).rejects.toMatchObject({
    name: 'UploadNotFoundException',
  });
});

test('layers of the API make an image, and missing ones do not', async () => {
  const ecr = openEcr();
  const put = () =>
    ecr.send(new PutImageCommand({ repositoryName, imageManifest: manifestOf('layer'), imageTag: 'v1' }));
  await uploadLayer(ecr, ['layer']);
  await expect(put()).rejects.toMatchObject({
    name: 'LayersNotFoundException',
    message:
      `Layers with digests '[${digestOf('{}')}]' required for pushing image into repository with name 'web' ` +
      "in the registry with id '123456789012' do not exist",
  });
  await uploadLayer(ecr, ['{}']);
  expect(await put()).toMatchObject({ image: { imageId: { imageTag: 'v1' } } });
});

test('the address of a layer gives its bytes without a login', async () => {
  await using stage = await openRegistry();
  await stage.upload(repositoryName, 'layer');
  const layerDigest = digestOf('layer');
  const { downloadUrl } = await stage.ecr.send(
    new GetDownloadUrlForLayerCommand({ repositoryName, layerDigest }),
  );
  expect(await (await fetch(downloadUrl ?? '')).text()).toBe('layer');
});

test('a layer that is missing has no address', async () => {
  const command = new GetDownloadUrlForLayerCommand({ repositoryName, layerDigest: digestOf('layer') });
  await expect(openEcr().send(command)).rejects.toMatchObject({ name: 'LayersNotFoundException' });
});
