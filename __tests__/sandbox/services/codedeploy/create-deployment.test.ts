import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { appSpec, rehearseBlueGreen } from '../../../support/blue-green.ts';

describe('CreateDeployment refuses', () => {
  test.each([
    {
      what: 'an unknown application',
      more: { applicationName: 'Shap' },
      name: 'ApplicationDoesNotExistException',
      text: 'No application found for name: Shap',
    },
    {
      what: 'an unknown group',
      more: { deploymentGroupName: 'Wob' },
      name: 'DeploymentGroupDoesNotExistException',
      text: 'No Deployment Group found for name: Wob',
    },
    {
      what: 'an unknown configuration',
      more: { deploymentConfigName: 'CodeDeployDefault.OneAtATime' },
      name: 'DeploymentConfigDoesNotExistException',
      text: 'CodeDeployDefault.OneAtATime',
    },
    {
      what: 'a description of 513 characters',
      more: { description: 'x'.repeat(513) },
      name: 'DescriptionTooLongException',
      text: '512',
    },
    {
      what: 'no revision',
      more: { revision: undefined },
      name: 'RevisionRequiredException',
      text: 'RevisionLocation must be specified',
    },
    {
      what: 'a digest that is not that of the content',
      more: { revision: { revisionType: 'AppSpecContent', appSpecContent: { content: '{}', sha256: 'ab' } } },
      name: 'InvalidRevisionException',
      text: 'SHA256',
    },
  ] as const)('$what', async ({ more, name, text }) => {
    const stage = rehearseBlueGreen();
    const refused = stage.create('{}', more);
    await expect(refused).rejects.toThrow(text);
    await expect(refused).rejects.toMatchObject({ name });
    expect(await stage.ids()).toEqual([]);
  });

  test('a second deployment of the group, and names the first', async () => {
    const stage = rehearseBlueGreen();
    const id = await stage.deploy('v2');
    expect(id).toMatch(/^d-[A-Z0-9]{9}$/);
    const refused = stage.deploy('v3');
    await expect(refused).rejects.toThrow(
      `The Deployment Group 'Web' already has an active Deployment '${id}'`,
    );
    await expect(refused).rejects.toMatchObject({ name: 'DeploymentLimitExceededException' });
  });
});

test('gives back the description, and of the revision the digest alone', async () => {
  const stage = rehearseBlueGreen();
  const content = appSpec(await stage.register('v2'));
  const sha256 = createHash('sha256').update(content).digest('hex');
  const revision = { revisionType: 'AppSpecContent', appSpecContent: { content, sha256 } } as const;
  const id = await stage.create(content, { revision, description: 'v2 of the shop' });
  const info = await stage.info(id);
  expect(info).toMatchObject({ description: 'v2 of the shop', creator: 'user' });
  expect(info.revision?.appSpecContent?.sha256).toBe(sha256);
  expect(info.revision?.appSpecContent?.content).toBeUndefined();
});

test('reads an AppSpec in YAML, its keys in any case', async () => {
  const stage = rehearseBlueGreen();
  const id = await stage.create(`
version: 0.0
resources:
  - targetService:
      type: AWS::ECS::Service
      properties:
        taskDefinition: ${await stage.register('v2')}
        loadBalancerInfo: { containerName: web, containerPort: 80 }
        platformVersion: 1.4.0
        networkConfiguration:
          awsvpcConfiguration: { subnets: [subnet-1], securityGroups: [sg-1], assignPublicIp: ENABLED }
`);
  await stage.until(async () => (await stage.info(id)).status === 'Succeeded');
  const { taskDefinition, taskSets } = await stage.service();
  expect(taskDefinition).toMatch(/web:2$/);
  expect(taskSets?.[0]).toMatchObject({
    platformVersion: '1.4.0',
    networkConfiguration: {
      awsvpcConfiguration: { subnets: ['subnet-1'], securityGroups: ['sg-1'], assignPublicIp: 'ENABLED' },
    },
  });
});

test('the same revision can be deployed again', async () => {
  const stage = rehearseBlueGreen();
  const id = await stage.create(appSpec('web:1'));
  await stage.until(async () => (await stage.info(id)).status === 'Succeeded');
  expect((await stage.service()).taskSets).toMatchObject([
    { externalId: id, taskDefinition: expect.stringMatching(/web:1$/) },
  ]);
});
