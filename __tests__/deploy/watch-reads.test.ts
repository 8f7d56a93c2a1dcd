import { expect, test } from '@jest/globals';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { groupOf, webScenario } from '../support/blue-green.ts';
import { type BlueGreenStage, blueGreenStage, type StageOptions, webFile } from '../support/deployment.ts';

const codeDeploy = { application: 'Shop', group: 'Web', endPreviousWait: false, waitForTermination: false };
const alarmed = webScenario({
  group: groupOf('terminationWaitMinutes: 60', 'alarms: [web-5xx]'),
  more: 'alarms: [{ name: web-5xx, at: 30 }]',
});

interface Story {
  readonly tag: string;
  readonly status: string;
  readonly options?: StageOptions;
}

const success: Story = { tag: 'v2', status: 'deployed' };
const alarm: Story = { tag: 'v2', status: 'rolled-back', options: { scenario: alarmed } };
const crash: Story = { tag: 'fault-crash', status: 'rolled-back' };
const slow: Story = { tag: 'fault-slow', status: 'deployed' };

async function live({ tag, status, options }: Story, chance: () => number): Promise<BlueGreenStage> {
  const run = blueGreenStage({ ...options, chance });
  const { verdict } = await run.deploy({ revision: webFile(tag), codeDeploy });
  expect(verdict.status).toBe(status);
  return run;
}

/** The reads since the deployment was started, each with its moment in seconds. */
function watching({ requests }: Sandbox): readonly { readonly operation: string; readonly at: number }[] {
  const start = requests.findIndex(({ operation }) => operation === 'CreateDeployment');
  return requests
    .slice(start + 1)
    .filter(({ mutating }) => !mutating)
    .map(({ operation, at }) => ({ operation, at: at / 1_000 }));
}

/** The longest time in seconds between two of these moments. */
const longestGap = (moments: readonly number[]): number =>
  Math.max(...moments.slice(1).map((at, index) => at - (moments[index] ?? at)));

test.each<[string, Story, number]>([
  ['that succeeds', success, 125],
  ['that an alarm rolls back', alarm, 150],
  ['whose tasks crash', crash, 150],
  ['whose tasks are slow', slow, 120],
])('a deployment %s costs few reads a minute', async (_, story, most) => {
  const { sandbox } = await live(story, () => 0.5);
  const reads = watching(sandbox);
  const minutes = ((reads.at(-1)?.at ?? NaN) - (reads[0]?.at ?? NaN)) / 60;
  expect(reads.length / minutes).toBeLessThanOrEqual(most);
});

test.each<[string, Story]>([
  ['success', success],
  ['alarm', alarm],
  ['crash', crash],
  ['slow', slow],
])('%s: nothing that decides is ever 5 seconds old, whatever the jitter', async (_, story) => {
  const turns = [0, 0.999, 0.2, 0.8];
  for (const chance of [() => 0, () => 0.999, () => turns.push(turns.shift() ?? 0) && (turns[0] ?? 0)]) {
    const reads = watching((await live(story, chance)).sandbox);
    for (const name of ['DescribeServices', 'GetDeployment', 'BatchGetDeploymentTargets']) {
      const moments = reads.filter(({ operation }) => operation === name).map(({ at }) => at);
      expect(longestGap(moments)).toBeLessThanOrEqual(5);
    }
  }
});

test('in the first minute a look is a second after the last one', async () => {
  const reads = watching((await live(success, () => 0.5)).sandbox);
  const looks = [...new Set(reads.map(({ at }) => at))];
  const [first = NaN] = looks;
  expect(longestGap(looks.filter((at) => at - first < 60))).toBeLessThanOrEqual(1);
});
