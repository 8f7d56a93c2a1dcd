import { GetApplicationRevisionCommand } from '@aws-sdk/client-codedeploy';
import { expect, test } from '@jest/globals';
import { appSpec, rehearseBlueGreen } from '../../../support/blue-green.ts';

test('the digest in a deployment leads to the text of its AppSpec', async () => {
  const stage = rehearseBlueGreen();
  const content = appSpec(await stage.register('v2'));
  const { revision } = await stage.info(await stage.create(content));
  const answer = await stage.codedeploy.send(
    new GetApplicationRevisionCommand({ applicationName: 'Shop', revision }),
  );
  expect(answer.revision?.appSpecContent?.content).toBe(content);
  expect(answer.revisionInfo?.deploymentGroups).toEqual(['Web']);
});

test('a digest that no deployment used is refused', async () => {
  const { codedeploy } = rehearseBlueGreen();
  const revision = { revisionType: 'AppSpecContent', appSpecContent: { sha256: 'a'.repeat(64) } } as const;
  await expect(
    codedeploy.send(new GetApplicationRevisionCommand({ applicationName: 'Shop', revision })),
  ).rejects.toMatchObject({ name: 'RevisionDoesNotExistException' });
});
