import { CloudWatchClient, DescribeAlarmsCommand } from '@aws-sdk/client-cloudwatch';
import { expect, test } from '@jest/globals';
import { requestHandler } from '../../../../sandbox/request-handler.ts';
import type { Sandbox } from '../../../../sandbox/sandbox.ts';
import { groupOf, rehearseBlueGreen, webScenario } from '../../../support/blue-green.ts';
import { rehearse } from '../../../support/sandbox.ts';

const alarms = `
alarms:
  - name: web-5xx
    at: 30
    namespace: Shop
    metric: Errors
    comparison: GreaterThanOrEqualToThreshold
    threshold: 10
  - { name: queue }
`;

async function ask(sandbox: Sandbox, input: DescribeAlarmsCommand['input'] = {}) {
  const client = new CloudWatchClient({
    region: 'us-east-1',
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
    requestHandler: requestHandler(sandbox),
    maxAttempts: 1,
  });
  return (await client.send(new DescribeAlarmsCommand(input))).MetricAlarms ?? [];
}

test('an alarm tells its metric, threshold and state', async () => {
  const [alarm, other] = await ask(rehearse(alarms).sandbox);
  expect(alarm).toMatchObject({
    AlarmName: 'web-5xx',
    Namespace: 'Shop',
    MetricName: 'Errors',
    ComparisonOperator: 'GreaterThanOrEqualToThreshold',
    Threshold: 10,
    StateValue: 'OK',
  });
  expect(other).toMatchObject({ AlarmName: 'queue', StateValue: 'OK' });
});

test('alarms are found by name, prefix and state; a name that is not there is left out', async () => {
  const { sandbox } = rehearse(alarms);
  expect(await ask(sandbox, { AlarmNames: ['queue', 'none'] })).toHaveLength(1);
  expect(await ask(sandbox, { AlarmNamePrefix: 'web' })).toHaveLength(1);
  expect(await ask(sandbox, { StateValue: 'ALARM' })).toEqual([]);
});

test('an alarm that stops a deployment of CodeDeploy is in ALARM with a reason, and recovers', async () => {
  const stage = rehearseBlueGreen(
    webScenario({ group: groupOf('terminationWaitMinutes: 5', 'alarms: [web-5xx]'), more: alarms }),
  );
  await stage.deploy('v2');
  stage.pass(40);
  const [struck] = await ask(stage.sandbox, { StateValue: 'ALARM' });
  expect(struck).toMatchObject({
    AlarmName: 'web-5xx',
    StateReason: expect.stringMatching(
      /^Threshold Crossed: 1 out of the last 1 datapoints \[21\.0 \(01\/09\/26 1\d:\d\d:00\)\] was greater than or equal to the threshold \(10\.0\)/,
    ),
  });
  stage.pass(300);
  expect(await ask(stage.sandbox, { StateValue: 'ALARM' })).toEqual([]);
});

test('a denied call asks for alarms', async () => {
  await expect(ask(rehearse(`deny: ['cloudwatch:*']`).sandbox)).rejects.toThrow(
    'cloudwatch:DescribeAlarms on resource: arn:aws:cloudwatch:us-east-1:123456789012:alarm:* because',
  );
});
