import { expect, test } from '@jest/globals';
import { regionOf } from '../../src/aws/region.ts';
import { UserError } from '../../src/inputs/problem.ts';

test.each([
  'eu-central-1',
  'us-gov-west-1',
  'cn-northwest-1',
  'ap-southeast-7',
  'us-isob-east-1',
  'eusc-de-east-1',
])('%s is a region', (region) => {
  expect(regionOf({ AWS_REGION: ` ${region}\n` })).toBe(region);
});

test('AWS_REGION wins over AWS_DEFAULT_REGION, unless it is empty', () => {
  expect(regionOf({ AWS_REGION: 'eu-west-1', AWS_DEFAULT_REGION: 'us-east-1' })).toBe('eu-west-1');
  expect(regionOf({ AWS_REGION: ' ', AWS_DEFAULT_REGION: 'us-east-1' })).toBe('us-east-1');
});

test('without a region the user hears which variables to set', () => {
  expect(() => regionOf({})).toThrow(UserError);
  expect(() => regionOf({})).toThrow(/neither AWS_REGION nor AWS_DEFAULT_REGION/);
});

test.each([
  'eu-central-1a',
  'Frankfurt',
  'eu_central_1',
  'EU-CENTRAL-1',
  'eu-central-1.evil.example',
  'eu-1',
])('%s is no region', (region) => {
  expect(() => regionOf({ AWS_REGION: region })).toThrow(`"${region}" is not the name of an AWS region.`);
});
