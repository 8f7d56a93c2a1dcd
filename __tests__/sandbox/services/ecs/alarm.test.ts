import { describe, expect, test } from '@jest/globals';
import { DescribeServiceDeploymentsCommand } from '@aws-sdk/client-ecs';
import { rehearse, workerScenario, type Rehearsal } from '../../../support/sandbox.ts';

const watched = (rollback: boolean, names = '[errors, latency]') =>
  workerScenario({
    service: `    deploymentConfiguration: { alarms: { enable: true, rollback: ${rollback}, alarmNames: ${names} } }`,
    more: 'alarms: [{ name: errors, at: 30 }]',
  });

async function newestRecord(stage: Rehearsal) {
  const arn = stage.sandbox.live().ecs.services[0]?.records[0]?.arn ?? '';
  const { serviceDeployments: [record] = [] } = await stage.ecs.send(
    new DescribeServiceDeploymentsCommand({ serviceDeploymentArns: [arn] }),
  );
  return record;
}

describe('an alarm during a rolling deployment', () => {
  test('has it fail about 20 seconds later and rolled back to the old deployment', async () => {
    const stage = rehearse(watched(true));
    const { deployments: [before] = [] } = await stage.service();
    const id = await stage.deploy('v2');
    stage.pass(45);
    expect((await stage.service()).deployments).toMatchObject([{ id, rolloutState: 'IN_PROGRESS' }, {}]);
    stage.pass(6);
    expect((await stage.service()).deployments).toMatchObject([
      { id: before?.id, status: 'PRIMARY', rolloutState: 'IN_PROGRESS' },
      { id, status: 'ACTIVE', rolloutState: 'FAILED' },
    ]);
    const messages = await stage.messages();
    expect(messages[1]).toBe(`(service worker) (deployment ${id}) deployment failed: alarm detected.`);
    expect(messages[0]).toBe(`(service worker) rolling back to deployment ${before?.id ?? ''}.`);
  });

  test('is named in the record, which ends ROLLBACK_SUCCESSFUL', async () => {
    const stage = rehearse(watched(true));
    await stage.deploy('v2');
    stage.pass(300);
    expect(await newestRecord(stage)).toMatchObject({
      status: 'ROLLBACK_SUCCESSFUL',
      alarms: { status: 'TRIGGERED', alarmNames: ['errors', 'latency'], triggeredAlarmNames: ['errors'] },
    });
  });

  test('leaves what runs as it is where no rollback is asked for', async () => {
    const stage = rehearse(watched(false));
    const id = await stage.deploy('v2');
    stage.pass(300);
    expect(await newestRecord(stage)).toMatchObject({ status: 'STOPPED' });
    expect((await stage.service()).deployments).toMatchObject([
      { id, status: 'PRIMARY', rolloutState: 'FAILED' },
      {},
    ]);
  });

  test('strikes as many deployments as the scenario says, and no other', async () => {
    const stage = rehearse(watched(true));
    await stage.deploy('v2');
    stage.pass(300);
    const id = await stage.deploy('v3');
    stage.pass(300);
    expect((await stage.service()).deployments).toMatchObject([{ id, rolloutState: 'COMPLETED' }]);
    expect(await newestRecord(stage)).toMatchObject({ alarms: { status: 'MONITORING_COMPLETE' } });
  });

  test('that the service does not watch is none of its business', async () => {
    const stage = rehearse(watched(true, '[latency]'));
    const id = await stage.deploy('v2');
    stage.pass(300);
    expect((await stage.service()).deployments).toMatchObject([{ id, rolloutState: 'COMPLETED' }]);
  });
});
