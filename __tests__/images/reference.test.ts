import { describe, expect, test } from '@jest/globals';
import { imageReference, pinned } from '../../src/images/reference.ts';

const digest = `sha256:${'a'.repeat(64)}`;

describe('name, tag and digest', () => {
  test.each([
    ['nginx', { name: 'nginx', tag: 'latest' }],
    ['nginx:1.27', { name: 'nginx', tag: '1.27' }],
    ['registry.example:5000/team/app', { name: 'registry.example:5000/team/app', tag: 'latest' }],
    ['registry.example:5000/team/app:v1', { name: 'registry.example:5000/team/app', tag: 'v1' }],
    [`app@${digest}`, { name: 'app', digest }],
    [`app:v1@${digest}`, { name: 'app', tag: 'v1', digest }],
    ['', { name: '', tag: 'latest' }],
  ])('%s', (image, expected) => {
    expect(imageReference(image)).toEqual(expected);
  });
});

describe('a private registry of Amazon ECR', () => {
  test.each([
    ['123456789012.dkr.ecr.eu-central-1.amazonaws.com/team/app:v1', 'eu-central-1'],
    ['123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn/team/app:v1', 'cn-north-1'],
    ['123456789012.dkr.ecr-fips.us-gov-west-1.amazonaws.com/team/app:v1', 'us-gov-west-1'],
    ['123456789012.dkr-ecr.eu-west-1.on.aws/team/app:v1', 'eu-west-1'],
    ['123456789012.dkr.ecr.eusc-de-east-1.amazonaws.eu/team/app:v1', 'eusc-de-east-1'],
  ])('%s', (image, region) => {
    expect(imageReference(image).ecr).toEqual({ account: '123456789012', region, repository: 'team/app' });
  });

  test.each([
    'public.ecr.aws/docker/library/nginx:1.27',
    '123456789012.dkr.ecr.eu-central-1.amazonaws.com',
    'x123456789012.dkr.ecr.eu-central-1.amazonaws.com/app',
    '123456789012.dkr.ecr.eu-central-1.amazonaws.com.evil.example/app',
    'evil.example/123456789012.dkr.ecr.eu-central-1.amazonaws.com/app',
  ])('is not what %s names', (image) => {
    expect(imageReference(image).ecr).toBeUndefined();
  });
});

test('a pinned image keeps its name alone', () => {
  expect(pinned(imageReference('registry.example:5000/app:v1'), digest)).toBe(
    `registry.example:5000/app@${digest}`,
  );
});
