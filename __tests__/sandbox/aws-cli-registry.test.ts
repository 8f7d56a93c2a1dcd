import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect } from '@jest/globals';
import { cliTest, openCliStage, type CliStage } from '../support/aws-cli.ts';
import { digestOf, manifestOf } from '../support/registry.ts';

// Botocore's own model of ECR reads what the sandbox answers: what it does not know, it does not show.
let stage: CliStage;
let folder: string;
beforeEach(async () => {
  stage = await openCliStage('\ncreationTemplates: [{ prefix: team, exclusions: [latest] }]\n');
  folder = mkdtempSync(join(tmpdir(), 'layers-'));
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
  await stage.close();
});

const ecr = (...args: readonly string[]) => stage.aws('ecr', ...args);
const web = ['--repository-name', 'web'] as const;

async function upload(content: string): Promise<void> {
  const file = join(folder, 'layer');
  writeFileSync(file, content);
  const begun = await ecr('initiate-layer-upload', ...web);
  const [, id = ''] = /"uploadId":"([^"]+)"/.exec(JSON.stringify(begun)) ?? [];
  const part = ['--layer-part-blob', `fileb://${file}`, '--part-first-byte', '0'];
  const last = ['--part-last-byte', String(content.length - 1)];
  await ecr('upload-layer-part', ...web, '--upload-id', id, ...part, ...last);
  const ended = await ecr(
    'complete-layer-upload',
    ...web,
    '--upload-id',
    id,
    '--layer-digests',
    digestOf(content),
  );
  expect(ended).toMatchObject({ layerDigest: digestOf(content) });
}

cliTest('the AWS CLI creates a repository and makes an image of the layers that it uploads', async () => {
  const rules = ['--image-tag-mutability', 'IMMUTABLE_WITH_EXCLUSION'];
  const filters = ['--image-tag-mutability-exclusion-filters', 'filterType=WILDCARD,filter=cache*'];
  await ecr('create-repository', ...web, ...rules, ...filters);
  await upload('layer');
  await upload('{}');
  const layers = [digestOf('layer'), digestOf('other')];
  expect(await ecr('batch-check-layer-availability', ...web, '--layer-digests', ...layers)).toMatchObject({
    layers: [{ layerAvailability: 'AVAILABLE' }, { layerAvailability: 'UNAVAILABLE' }],
  });
  const url = await ecr('get-download-url-for-layer', ...web, '--layer-digest', digestOf('layer'));
  expect(url).toMatchObject({ layerDigest: digestOf('layer') });
  const image = ['--image-manifest', manifestOf('layer'), '--image-tag', 'v1'];
  const digest = digestOf(manifestOf('layer'));
  expect(await ecr('put-image', ...web, ...image)).toMatchObject({
    image: { imageId: { imageDigest: digest } },
  });
  expect(await ecr('describe-images', ...web)).toMatchObject({ imageDetails: [{ imageSizeInBytes: 7 }] });
  await expect(ecr('put-image', ...web, ...image)).rejects.toThrow('ImageAlreadyExistsException');
});

cliTest('the AWS CLI reads templates, and asks for a login', async () => {
  expect(await ecr('describe-repository-creation-templates')).toMatchObject({
    repositoryCreationTemplates: [{ prefix: 'team', imageTagMutability: 'MUTABLE_WITH_EXCLUSION' }],
  });
  expect(await ecr('get-authorization-token')).toMatchObject({
    authorizationData: [{ authorizationToken: expect.stringMatching(/^QVdTO/) }],
  });
});
