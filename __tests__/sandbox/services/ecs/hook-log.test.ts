import { FilterLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { expect, test } from '@jest/globals';
import { lambdaHook, rehearseShift } from '../../../support/shift.ts';

/** The lines of the function behind a hook, when the deployment that asked it is over. */
async function written(result: 'succeed' | 'fail'): Promise<readonly string[]> {
  const hook = lambdaHook('smoke', 'POST_SCALE_UP');
  const stage = rehearseShift({
    configuration: `strategy: BLUE_GREEN, bakeTimeInMinutes: 0, lifecycleHooks: [${hook}]`,
    more: `lifecycleHooks: [{ function: smoke, result: ${result} }]`,
  });
  await stage.deploy('v2');
  await stage.watch();
  const { events = [] } = await stage.logs.send(
    new FilterLogEventsCommand({ logGroupName: '/aws/lambda/smoke' }),
  );
  return events.map(({ message = '' }) => message);
}

test('a function that refuses a lifecycle stage says why in its own log group', async () => {
  const lines = await written('fail');
  expect(lines.find((line) => line.includes('\tERROR\t'))).toContain('GET /health answered 503');
  expect(lines.at(-1)).toMatch(/^REPORT RequestId: /);
});

test('a function that allows a stage names it, and what it answered', async () => {
  const text = (await written('succeed')).join('\n');
  expect(text).toContain('POST_SCALE_UP of a service deployment');
  expect(text).toContain('hookStatus SUCCEEDED');
});
