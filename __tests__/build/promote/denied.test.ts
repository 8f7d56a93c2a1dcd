import { expect, test } from '@jest/globals';
import { deniedAction } from '../../../src/build/promote/denied.ts';

const digest = `sha256:${'0'.repeat(64)}`;
const host = 'https://123456789012.dkr.ecr.us-east-1.amazonaws.com/v2';

test.each([
  ['GET', `a/web/manifests/${digest}`, 'ecr:BatchGetImage'],
  ['HEAD', `a/web/manifests/${digest}`, 'ecr:BatchGetImage'],
  ['PUT', `a/web/manifests/${digest}`, 'ecr:PutImage'],
  ['GET', `a/web/blobs/${digest}`, 'ecr:GetDownloadUrlForLayer'],
  ['HEAD', `a/web/blobs/${digest}`, 'ecr:BatchCheckLayerAvailability'],
  ['POST', 'a/web/blobs/uploads/', 'ecr:InitiateLayerUpload'],
  ['POST', `a/web/blobs/uploads/?from=b&mount=${digest}`, 'ecr:InitiateLayerUpload'],
  ['PATCH', 'a/web/blobs/uploads/1', 'ecr:UploadLayerPart'],
  ['PUT', `a/web/blobs/uploads/1?digest=${digest}`, 'ecr:CompleteLayerUpload'],
])('%s %s that is forbidden is %s', (method, path, action) => {
  const message = `copy ${digest}: unexpected status from ${method} request to ${host}/${path}: 403 Forbidden`;
  expect(deniedAction(message)).toEqual({ action, repository: 'a/web' });
});

test.each([
  `unexpected status from GET request to ${host}/web/manifests/v1: 404 Not Found`,
  `unexpected status from DELETE request to ${host}/web/manifests/v1: 403 Forbidden`,
  'denied: Your authorization token has expired. Reauthenticate and try again.',
])('nothing in: %s', (message) => {
  expect(deniedAction(message)).toBeUndefined();
});
