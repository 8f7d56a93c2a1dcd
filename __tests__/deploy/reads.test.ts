import { describe, expect, test } from '@jest/globals';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import type { DeployRequest } from '../../src/deploy/request.ts';
import { webScenario } from '../support/blue-green.ts';
import { blueGreenStage, file, stage, webFile } from '../support/deployment.ts';

const byService = { endPreviousWait: false, waitForTermination: false };
const notWaiting: Partial<DeployRequest> = { wait: false };

/** The calls that change nothing, from the request so numbered to the one that starts a deployment. */
function readsBeforeTheStart({ requests }: Sandbox, from = 0): readonly string[] {
  const start = requests.findIndex(
    ({ operation }, index) => index >= from && /^(UpdateService|CreateDeployment)$/.test(operation),
  );
  if (start === -1) throw new Error('Nothing was started.');
  return requests
    .slice(from, start)
    .filter(({ mutating }) => !mutating)
    .map(({ operation }) => operation);
}

describe('reads before the start of a rolling deployment', () => {
  test('are the service, the newest revision, the image, and the service once more', async () => {
    const run = stage();
    await run.deploy(notWaiting);
    expect(readsBeforeTheStart(run.sandbox)).toEqual([
      'DescribeServices',
      'DescribeTaskDefinition',
      'BatchGetImage',
      'DescribeServices',
    ]);
  });

  test('are two more where the same revision is deployed again: the tasks tell which image they run', async () => {
    const run = stage();
    const settings = {
      forceNewDeployment: true,
      desiredCount: undefined,
      propagateTags: undefined,
      managedTags: undefined,
    };
    await run.deploy({ ...notWaiting, revision: file('v1'), settings });
    expect(readsBeforeTheStart(run.sandbox)).toHaveLength(6);
    expect(readsBeforeTheStart(run.sandbox)).toEqual(expect.arrayContaining(['ListTasks', 'DescribeTasks']));
  });
});

describe('reads before the start of a deployment by CodeDeploy', () => {
  test('are five where application and group are named', async () => {
    const run = blueGreenStage();
    await run.deploy({ ...notWaiting, codeDeploy: { ...byService, application: 'Shop', group: 'Web' } });
    expect([...readsBeforeTheStart(run.sandbox)].sort()).toEqual([
      'BatchGetImage',
      'DescribeServices',
      'DescribeServices',
      'DescribeTaskDefinition',
      'GetDeploymentGroup',
    ]);
  });

  test('are five where the group has the names of the console', async () => {
    const scenario = webScenario()
      .replace('name: Shop', 'name: AppECS-shop-web')
      .replace('name: Web', 'name: DgpECS-shop-web');
    const run = blueGreenStage({ scenario });
    await run.deploy({ ...notWaiting, codeDeploy: byService });
    expect(readsBeforeTheStart(run.sandbox)).toHaveLength(5);
  });

  test('are six where the group is found by the deployment that made the task set', async () => {
    const run = blueGreenStage();
    await run.deploy();
    run.pass(600);
    const from = run.sandbox.requests.length;
    await run.deploy({ ...notWaiting, revision: webFile('v3'), codeDeploy: byService });
    const reads = readsBeforeTheStart(run.sandbox, from);
    expect(reads).toHaveLength(6);
    expect(reads.filter((operation) => operation === 'GetDeployment')).toHaveLength(1);
  });

  test('are seven where that service runs an older revision than the newest', async () => {
    const run = blueGreenStage();
    await run.deploy();
    run.pass(600);
    await run.register('v1');
    const from = run.sandbox.requests.length;
    await run.deploy({ ...notWaiting, revision: webFile('v3'), codeDeploy: byService });
    expect(readsBeforeTheStart(run.sandbox, from)).toHaveLength(7);
  });

  test('are eight where a first deployment looks for its group in an application', async () => {
    const run = blueGreenStage();
    await run.deploy({ ...notWaiting, codeDeploy: byService });
    expect(readsBeforeTheStart(run.sandbox)).toHaveLength(8);
  });

  test.each([
    ['seven where its group is named', { ...byService, application: 'Shop', group: 'Web' }, 7],
    ['eight where its group is found by the deployment before', byService, 8],
  ])('are of the same revision, whose tag moved, %s', async (_, codeDeploy, reads) => {
    const run = blueGreenStage();
    await run.deploy();
    run.pass(600);
    for (const { images } of run.sandbox.world.ecr.repositories) {
      images[2]?.tags.push(...(images[1]?.tags.splice(0, 1) ?? []));
    }
    const from = run.sandbox.requests.length;
    await run.deploy({ ...notWaiting, codeDeploy });
    expect(run.mutations().at(-1)).toBe('codedeploy:CreateDeployment');
    expect(readsBeforeTheStart(run.sandbox, from)).toHaveLength(reads);
  });

  test('ask once for the deployment that made the task set and only waits to terminate the old one', async () => {
    const run = blueGreenStage();
    await run.deploy();
    const from = run.sandbox.requests.length;
    const { verdict } = await run.deploy({ ...notWaiting, revision: webFile('v3'), codeDeploy: byService });
    expect(verdict.status).toBe('failed');
    const asked = run.sandbox.requests.slice(from).filter(({ operation }) => operation === 'GetDeployment');
    expect(asked).toHaveLength(1);
  });
});

test('what the running tasks run is asked where pinned images may be it', async () => {
  const run = stage();
  await run.deploy({ pinImages: true });
  run.pass(600);
  const { verdict, imageVerified } = await run.deploy({ pinImages: true });
  expect([verdict.status, imageVerified]).toEqual(['unchanged', 'true']);
});
