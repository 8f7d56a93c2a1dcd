import { describe, expect, test } from '@jest/globals';
import { groupOf, rehearseBlueGreen, testListener, webScenario } from '../../../support/blue-green.ts';

/** The green shares of the traffic, as they followed each other, each with the minutes since the first one. */
async function sharesOver(config: string, more = '') {
  const group = groupOf(`deploymentConfig: ${config}`);
  const stage = rehearseBlueGreen(webScenario({ group, more }));
  const id = await stage.deploy('v2');
  const shares: { readonly minute: number; readonly weight: number }[] = [];
  let start: number | undefined;
  stage.pass(1);
  for (let elapsed = 0; (await stage.target(id)).status !== 'Succeeded'; elapsed += 1) {
    const weight = stage.weights()['web-green'] ?? 0;
    if (weight > 0 && weight !== shares.at(-1)?.weight) {
      start ??= elapsed;
      shares.push({ minute: Math.round((elapsed - start) / 60), weight });
    }
    stage.pass(1);
  }
  return shares;
}

describe('traffic is shifted as the deployment configuration has it', () => {
  test('by ten percent every minute', async () => {
    expect(await sharesOver('CodeDeployDefault.ECSLinear10PercentEvery1Minutes')).toEqual(
      Array.from({ length: 10 }, (_, index) => ({ minute: index, weight: 10 * (index + 1) })),
    );
  });

  test('first to a canary, five minutes later all the rest', async () => {
    expect(await sharesOver('CodeDeployDefault.ECSCanary10Percent5Minutes')).toEqual([
      { minute: 0, weight: 10 },
      { minute: 5, weight: 100 },
    ]);
  });

  test('by steps of one’s own, of which the last one gives the rest', async () => {
    const more =
      '  deploymentConfigs: [{ name: Thirds, type: TimeBasedLinear, percentage: 40, intervalMinutes: 2 }]';
    expect(await sharesOver('Thirds', more)).toEqual([
      { minute: 0, weight: 40 },
      { minute: 2, weight: 80 },
      { minute: 4, weight: 100 },
    ]);
  });

  test('and a deployment can ask for another configuration than its group', async () => {
    const stage = rehearseBlueGreen();
    const id = await stage.deploy('v2', {
      deploymentConfigName: 'CodeDeployDefault.ECSCanary10Percent15Minutes',
    });
    await stage.until(() => Promise.resolve(stage.weights()['web-green'] !== undefined));
    expect(await stage.taskSets(id)).toEqual(['Blue PRIMARY 90', 'Green ACTIVE 10']);
  });
});

test('with a test listener there are two more events, and green is tried there before it gets real traffic', async () => {
  const stage = rehearseBlueGreen(webScenario({ group: groupOf(`testListener: ${testListener}`) }));
  const id = await stage.deploy('v2');
  stage.pass(1);
  expect((await stage.events(id)).slice(3, 5)).toEqual([
    'AllowTestTraffic Pending',
    'AfterAllowTestTraffic Pending',
  ]);
  await stage.until(async () => (await stage.events(id)).includes('AllowTestTraffic Succeeded'));
  const { listeners } = stage.sandbox.live().loadBalancing;
  const rule = listeners.find(({ arn }) => arn === testListener)?.rules[0];
  expect(rule?.forward.map(({ weight }) => weight)).toEqual([0, 100]);
  expect(stage.weights()).toEqual({ 'web-blue': 100 });
});
