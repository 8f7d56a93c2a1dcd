import { UpdateServiceCommand } from '@aws-sdk/client-ecs';
import { expect, test } from '@jest/globals';
import { rehearseBlueGreen } from '../../../support/blue-green.ts';

const scale = (desiredCount: number) =>
  new UpdateServiceCommand({ cluster: 'shop', service: 'web', desiredCount });

test('Install waits while the service is scaling', async () => {
  const stage = rehearseBlueGreen();
  await stage.ecs.send(scale(3));
  const id = await stage.deploy('v2');
  stage.pass(30);
  expect(await stage.events(id)).toContain('Install InProgress');
  expect((await stage.service()).taskSets).toHaveLength(1);
  await stage.until(async () => (await stage.service()).runningCount === 3);
  await stage.until(async () => (await stage.service()).taskSets?.length === 2);
  expect((await stage.service()).taskSets?.[1]).toMatchObject({ externalId: id, computedDesiredCount: 3 });
});

test('a service that never gets steady keeps Install waiting for an hour', async () => {
  const stage = rehearseBlueGreen();
  const blue = stage.sandbox.world.ecs.services[0]?.taskSets[0];
  if (blue !== undefined) blue.retry = { ...blue.retry, notBefore: Infinity };
  await stage.ecs.send(scale(3));
  const id = await stage.deploy('v2');
  stage.pass(3590);
  expect((await stage.info(id)).status).toBe('InProgress');
  stage.pass(20);
  expect(await stage.info(id)).toMatchObject({ status: 'Failed', errorInformation: { code: 'TIMEOUT' } });
});

test('a change of the count during the termination wait concerns both task sets', async () => {
  const stage = rehearseBlueGreen();
  const id = await stage.deploy('v2');
  await stage.until(async () => (await stage.target(id)).status === 'Succeeded');
  await stage.ecs.send(scale(3));
  stage.pass(60);
  const { taskSets, events = [] } = await stage.service();
  expect(taskSets).toMatchObject([{ computedDesiredCount: 3 }, { computedDesiredCount: 3 }]);
  expect(events.map(({ message }) => message)).toContain(
    `(service web) updated computedDesiredCount for taskSet ${taskSets?.[1]?.id ?? ''} to 3.`,
  );
});

test('ECS itself refuses what belongs to CodeDeploy', async () => {
  const stage = rehearseBlueGreen();
  const update = new UpdateServiceCommand({ cluster: 'shop', service: 'web', taskDefinition: 'web:1' });
  await expect(stage.ecs.send(update)).rejects.toThrow(
    'Unable to update task definition on services with a CODE_DEPLOY deployment controller. ' +
      'Use AWS CodeDeploy to trigger a new deployment.',
  );
});
