import { describe, expect, test } from '@jest/globals';
import { blueGreenStage, file, noSettings, stage, webFile } from '../support/deployment.ts';
import { loaded, loadProblems } from '../support/loaded.ts';
import { dataVolume, infrastructureRole, leftOpen } from '../support/volume.ts';

const { definition } = file('v2', leftOpen);
const inputs = {
  'service-managed-ebs-volume-name': 'data',
  'service-managed-ebs-volume': `{"roleArn": "${infrastructureRole}", "sizeInGiB": 20, "volumeType": "gp3"}`,
};

describe('a managed EBS volume', () => {
  test('goes to UpdateService and is what the service has', async () => {
    const shop = stage();
    const outcome = await shop.deploy(await loaded(inputs, definition));
    expect(outcome.verdict.status).toBe('deployed');
    const volumes = [
      { name: 'data', managedEBSVolume: { roleArn: infrastructureRole, sizeInGiB: 20, volumeType: 'gp3' } },
    ];
    expect(shop.sent('UpdateService')).toMatchObject({ volumeConfigurations: volumes });
    expect((await shop.service()).deployments?.[0]?.volumeConfigurations).toEqual(volumes);
  });

  test('that the service has already starts nothing', async () => {
    const shop = stage();
    await shop.deploy(await loaded(inputs, definition));
    shop.pass(120);
    const before = shop.mutations().length;
    const again = await shop.deploy(await loaded(inputs, definition));
    expect(again.verdict.status).toBe('unchanged');
    expect(shop.mutations()).toHaveLength(before);
  });

  test('of another size starts a deployment of the same revision', async () => {
    const shop = stage();
    const first = await shop.deploy(await loaded(inputs, definition));
    shop.pass(120);
    const larger = {
      ...inputs,
      'service-managed-ebs-volume': inputs['service-managed-ebs-volume'].replace('20', '40'),
    };
    const second = await shop.deploy(await loaded(larger, definition));
    expect(second.verdict.status).toBe('deployed');
    expect(second.taskDefinition).toBe(first.taskDefinition);
    expect(shop.told.lines.join('\n')).toContain('service-managed-ebs-volume sizeInGiB: 20 → 40');
  });

  test('that is not given is left as it is', async () => {
    const shop = stage();
    await shop.deploy(await loaded(inputs, definition));
    shop.pass(120);
    await shop.deploy(await loaded({}, file('v3', leftOpen).definition));
    expect(shop.sent('UpdateService')).not.toHaveProperty('volumeConfigurations');
    expect((await shop.service()).deployments?.[0]?.volumeConfigurations).toHaveLength(1);
  });

  test('that the file does not have stops everything before anything is registered', async () => {
    const shop = stage();
    const outcome = await shop.deploy(await loaded(inputs, file('v2').definition));
    expect(outcome.verdict.status).toBe('failed');
    expect(outcome.problems.map(({ input }) => input)).toEqual(['service-managed-ebs-volume-name']);
    expect(shop.mutations()).toEqual([]);
  });

  test('is refused by name with the controller CODE_DEPLOY', async () => {
    const shop = blueGreenStage();
    const outcome = await shop.deploy({
      revision: webFile('v2', leftOpen),
      settings: { ...noSettings, volume: dataVolume() },
    });
    expect(outcome.problems.map(({ message }) => message)).toEqual([
      'service-managed-ebs-volume cannot be used with the controller CODE_DEPLOY.',
    ]);
    expect(shop.mutations()).toEqual([]);
  });

  test('whose role may not be passed fails, naming the permission, and nothing was started', async () => {
    const shop = stage({
      before: (_, { world }) => Object.assign(world.permissions, { deny: ['iam:PassRole'] }),
    });
    const outcome = await shop.deploy(await loaded(inputs, definition));
    expect(outcome.verdict).toMatchObject({ status: 'failed', rule: 'start-refused' });
    expect(JSON.stringify(outcome.problems)).toContain('iam:PassRole');
    expect((await shop.service()).deployments).toHaveLength(1);
  });

  test('with problems in its settings is refused with all of them, by the name of the input', async () => {
    const alone = { 'service-managed-ebs-volume': inputs['service-managed-ebs-volume'] };
    expect((await loadProblems(alone, definition)).map(({ input }) => input)).toEqual([
      'service-managed-ebs-volume-name',
    ]);
    const misspelt = { ...inputs, 'service-managed-ebs-volume': 'sizeInGib: 20' };
    await expect(loaded(misspelt, definition)).rejects.toThrow(/Line 1: sizeInGib[^]*roleArn is missing/);
  });
});
