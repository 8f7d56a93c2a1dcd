import { expect, test } from '@jest/globals';
import { findDeploymentGroup } from '../../../src/deploy/codedeploy/group.ts';
import { clientsOver } from '../../support/answering.ts';
import { consoleNames } from '../../support/recordings/console-names.ts';
import { aCodeDeployService } from '../../support/service.ts';

test('a task set that no deployment made leads to the names that the console gives', async () => {
  const asked: unknown[] = [];
  const codeDeploy = await clientsOver((operation, input) => {
    asked.push({ operation, input });
    return { body: { deploymentGroupInfo: { deploymentGroupName: 'found' } } };
  }).codeDeploy();
  const found = await findDeploymentGroup(
    codeDeploy,
    { service: aCodeDeployService() },
    new AbortController().signal,
  );
  expect(found).toEqual({ group: { deploymentGroupName: 'found' } });
  const named = (name: string) => name.replace('CLUSTER', 'shop').replace('SERVICE', 'web');
  expect(asked).toEqual([
    {
      operation: 'GetDeploymentGroup',
      input: {
        applicationName: named(consoleNames.applicationName),
        deploymentGroupName: named(consoleNames.deploymentGroupName),
      },
    },
  ]);
});
