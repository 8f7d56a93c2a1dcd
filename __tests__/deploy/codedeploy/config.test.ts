import { expect, test } from '@jest/globals';
import { checkDeploymentConfig } from '../../../src/deploy/codedeploy/config.ts';

const check = (computePlatform: 'ECS' | 'Lambda', name: string | undefined): Promise<void> => {
  const client = {
    getDeploymentConfig: () => Promise.resolve({ $metadata: {}, deploymentConfigInfo: { computePlatform } }),
  };
  return checkDeploymentConfig(client, name, new AbortController().signal);
};

test('a deployment configuration for another compute platform is refused', async () => {
  await expect(check('Lambda', 'Slow')).rejects.toThrow('Slow is for the compute platform Lambda, not ECS');
});

test('one for ECS passes, and none needs none', async () => {
  await expect(check('ECS', 'Slow')).resolves.toBeUndefined();
  await expect(check('Lambda', undefined)).resolves.toBeUndefined();
});
