import {
  CloudWatchLogsClient,
  DescribeLogStreamsCommand,
  GetLogEventsCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import { expect, test } from '@jest/globals';
import { requestHandler } from '../../../../sandbox/request-handler.ts';
import type { Sandbox } from '../../../../sandbox/sandbox.ts';
import { appSpec, rehearseBlueGreen, webScenario } from '../../../support/blue-green.ts';

const logGroupName = '/aws/lambda/check-bookings';

/** The lines of the newest stream of the function, found as a person would find them. */
async function lines(sandbox: Sandbox): Promise<readonly string[]> {
  const client = new CloudWatchLogsClient({
    region: 'us-east-1',
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
    requestHandler: requestHandler(sandbox),
    maxAttempts: 1,
  });
  const { logStreams = [] } = await client.send(
    new DescribeLogStreamsCommand({ logGroupName, orderBy: 'LastEventTime', descending: true, limit: 1 }),
  );
  const logStreamName = logStreams[0]?.logStreamName ?? '';
  expect(logStreamName).toMatch(/^2026\/09\/01\/\[\$LATEST\][0-9a-f]{32}$/);
  const { events = [] } = await client.send(new GetLogEventsCommand({ logGroupName, logStreamName }));
  return events.map(({ message = '' }) => message);
}

async function deploy(function_: string, more?: string) {
  const stage = rehearseBlueGreen(webScenario(more === undefined ? {} : { more }));
  const revision = await stage.register('v2');
  await stage.create(appSpec(revision, { hooks: [{ BeforeInstall: function_ }] }));
  stage.pass(10);
  return lines(stage.sandbox);
}

test('a function that fails its hook says why before the end of its call', async () => {
  const written = await deploy('check-bookings', 'logGroups: []\nhooks: { check-bookings: fail }');
  expect(written.map((line) => line.split(/[\s:]/)[0])).toEqual([
    'INIT_START',
    'START',
    '2026-09-01T12',
    '2026-09-01T12',
    '2026-09-01T12',
    '2026-09-01T12',
    'END',
    'REPORT',
  ]);
  expect(written[4]).toMatch(/\tERROR\tError: GET \/health answered 503 instead of 200\n/);
  expect(written[7]).toContain('Duration: 2000.00 ms');
});

test('a function that is named by its ARN has the group of its name, and says that it succeeded', async () => {
  const written = await deploy('arn:aws:lambda:us-east-1:123456789012:function:check-bookings:live');
  expect(written.join('\n')).toContain('putLifecycleEventHookExecutionStatus Succeeded');
});
