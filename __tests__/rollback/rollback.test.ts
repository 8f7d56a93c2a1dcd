import { describe, expect, test } from '@jest/globals';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import type { Outcome } from '../../src/deploy/outcome.ts';
import { outcomeSentence } from '../../src/report/outcome.ts';
import { webScenario } from '../support/blue-green.ts';
import {
  blueGreenStage,
  control,
  file,
  patient,
  stage,
  type Stage,
  type StageOptions,
  webFile,
} from '../support/deployment.ts';
import { workerScenario } from '../support/sandbox.ts';

const worker = (revision: number): string =>
  `arn:aws:ecs:us-east-1:123456789012:task-definition/worker:${revision}`;
const web = (revision: number): string =>
  `arn:aws:ecs:us-east-1:123456789012:task-definition/web:${revision}`;

/** A lifecycle policy deletes a tag. */
function expire({ world }: Sandbox, repository: string, tag: string): void {
  const found = world.ecr.repositories.find(({ name }) => name === repository);
  if (found === undefined) throw new Error('There is no such repository.');
  const left = found.images.filter(({ tags }) => !tags.includes(tag));
  found.images.splice(0, Infinity, ...left);
}

async function after(...tags: readonly string[]): Promise<Stage> {
  const shop = stage();
  for (const tag of tags) {
    expect((await shop.deploy({ revision: file(tag) })).verdict.status).toBe('deployed');
    // ECS calls it SUCCESSFUL some seconds before it calls it COMPLETED.
    shop.pass(120);
  }
  return shop;
}

const sentAfter = (shop: Pick<Stage, 'mutations'>, earlier: readonly string[]): readonly string[] =>
  shop.mutations().slice(earlier.length);

const problems = ({ problems: found }: Outcome): readonly string[] => found.map(({ message }) => message);

describe('a service with the controller ECS', () => {
  test('returns to the revision before, by one UpdateService and without registering anything', async () => {
    const shop = await after('v2');
    const earlier = shop.mutations();
    const outcome = await shop.rollBack();
    expect(outcome).toMatchObject({
      verdict: { status: 'deployed' },
      taskDefinition: worker(1),
      previousTaskDefinition: worker(2),
      runningTaskDefinition: worker(1),
    });
    expect(sentAfter(shop, earlier)).toEqual(['ecs:UpdateService']);
  });

  test('is not deployed where what was returned to crashes a moment later, and goes back to what served', async () => {
    const shop = await after('fault-crash-late', 'v2');
    const earlier = shop.mutations();
    const stable = { ...control, whenInProgress: 'replace', stableFor: 120 } as const;
    const outcome = await shop.rollBack({ control: stable });
    expect(outcome).toMatchObject({
      verdict: { status: 'rolled-back' },
      taskDefinition: worker(2),
      runningTaskDefinition: worker(3),
    });
    expect(outcome.diagnosis?.causes).toMatchObject([{ cause: { kind: 'exited' } }]);
    expect(sentAfter(shop, earlier)).toEqual(['ecs:UpdateService', 'ecs:UpdateService']);
  });

  test('waits for the end of a deployment that has succeeded and is not COMPLETED yet', async () => {
    const shop = stage();
    await shop.deploy();
    expect((await shop.rollBack()).runningTaskDefinition).toBe(worker(1));
    expect(shop.mutations().filter((name) => name === 'ecs:UpdateService')).toHaveLength(2);
    expect(shop.told.lines).toContainEqual(
      expect.stringMatching(/^back to worker:1, which was deployed at 2026-/),
    );
  });

  test('says from which revision to which, the commit where a tag tells it, and since when', async () => {
    const shop = await after('v2', 'v3');
    await shop.rollBack();
    const from = shop.told.lines.indexOf('Rollback');
    expect(shop.told.lines.slice(from + 1, from + 3)).toEqual([
      expect.stringMatching(/^from worker:3 of commit c0ffee, which serves since 2026-09-01T12:\d\d:/),
      expect.stringMatching(/^back to worker:2 of commit c0ffee, which was deployed at 2026-09-01T12:\d\d:/),
    ]);
  });

  test('goes further back with every rollback, to where there is nothing any more', async () => {
    const shop = await after('v2', 'v3');
    expect((await shop.rollBack()).runningTaskDefinition).toBe(worker(2));
    shop.pass(120);
    expect((await shop.rollBack()).runningTaskDefinition).toBe(worker(1));
    shop.pass(120);
    const earlier = shop.mutations();
    const outcome = await shop.rollBack();
    expect(outcome.verdict).toMatchObject({ status: 'failed', rule: 'refused' });
    expect(problems(outcome)).toEqual([
      'AWS knows no revision that was deployed successfully to worker before worker:1: there is nothing to return to.',
    ]);
    expect(outcomeSentence(outcome)).toContain(
      'Name the revision with to. Those that are registered are listed by `aws ecs list-task-definitions --family-prefix worker --sort DESC --region us-east-1`.',
    );
    expect(sentAfter(shop, earlier)).toEqual([]);
  });

  test('never returns to one that was rolled back', async () => {
    const shop = await after('v2');
    const failed = await shop.deploy({ revision: file('fault-crash') });
    expect(failed.verdict.status).toBe('rolled-back');
    const good = await shop.deploy({ revision: file('v3') });
    expect(good.taskDefinition).toBe(worker(4));
    expect((await shop.rollBack()).runningTaskDefinition).toBe(worker(2));
  });

  test('never returns to one that was superseded', async () => {
    const shop = await after();
    await shop.deployByHand('v2');
    shop.pass(10);
    await shop.deployByHand('v3');
    shop.pass(600);
    expect((await shop.rollBack()).runningTaskDefinition).toBe(worker(1));
  });

  test('a deployment under way is stopped, and the revision before it serves', async () => {
    const shop = await after('v2');
    await shop.deployByHand('v3');
    shop.pass(20);
    const earlier = shop.mutations();
    const outcome = await shop.rollBack();
    expect(outcome.verdict).toMatchObject({ status: 'deployed', rule: 'restored-by-stop' });
    expect(outcome.runningTaskDefinition).toBe(worker(2));
    expect(sentAfter(shop, earlier)).toEqual(['ecs:StopServiceDeployment']);
    expect((await shop.service()).deployments).toMatchObject([
      { taskDefinition: worker(2), rolloutState: 'COMPLETED' },
    ]);
  });

  test('a deployment that failed and was left is left behind', async () => {
    const shop = stage({ scenario: workerScenario({ service: '    enableExecuteCommand: false' }) });
    await shop.deploy({
      revision: file('fault-crash'),
      control: { ...patient, onFailure: 'leave' },
      waitMinutes: 3,
    });
    const outcome = await shop.rollBack();
    expect(outcome.verdict.status).toBe('deployed');
    expect(outcome.runningTaskDefinition).toBe(worker(1));
  });

  test('an image that is gone is an error before anything is changed, which says what to do', async () => {
    const shop = await after('v2');
    expire(shop.sandbox, 'worker', 'v1');
    const earlier = shop.mutations();
    const outcome = await shop.rollBack();
    expect(outcome.verdict).toMatchObject({ status: 'failed', rule: 'refused' });
    expect(outcome.problems).toEqual([
      {
        message:
          'The image 123456789012.dkr.ecr.us-east-1.amazonaws.com/worker:v1 of container worker is not in its repository.',
        remedy:
          'A lifecycle policy of the repository may have deleted it. Push it again, or name another revision with to.',
        input: 'to',
      },
    ]);
    expect(sentAfter(shop, earlier)).toEqual([]);
  });

  test('an image that cannot be looked up is told', async () => {
    const shop = stage({ scenario: workerScenario({ more: 'deny: [ecr:BatchGetImage]' }) });
    await shop.deploy();
    shop.told.warnings.length = 0;
    expect((await shop.rollBack()).verdict.status).toBe('deployed');
    expect(shop.told.warnings.join('\n')).toContain('"Action":"ecr:BatchGetImage"');
  });

  test('an image whose tag names another one now is told: that one will run', async () => {
    const shop = await after('v2');
    const images = shop.sandbox.world.ecr.repositories[0]?.images ?? [];
    const [first, third] = ['v1', 'v3'].map((tag) => images.find(({ tags }) => tags.includes(tag)));
    first?.tags.splice(0, 1);
    third?.tags.push('v1');
    expect((await shop.rollBack()).verdict.status).toBe('deployed');
    expect(shop.told.warnings).toEqual([
      `The tag of 123456789012.dkr.ecr.us-east-1.amazonaws.com/worker:v1 has moved since: it named ${first?.digest ?? ''} when the revision was deployed, and names ${third?.digest ?? ''} now, which is what will run.`,
    ]);
  });

  test('a revision that was deregistered is an error that names the input', async () => {
    const shop = await after('v2');
    const revision = shop.sandbox.world.ecs.taskDefinitions.find(({ arn }) => arn === worker(1));
    Object.assign(revision ?? {}, { status: 'INACTIVE' });
    const outcome = await shop.rollBack();
    expect(outcome.problems).toMatchObject([
      { message: `The task definition ${worker(1)} is INACTIVE, not ACTIVE.`, input: 'to' },
    ]);
  });

  test('the revision that is named is what is returned to; its history is not asked', async () => {
    const shop = await after('v2', 'v3');
    const outcome = await shop.rollBack({ to: 'worker:1' });
    expect(outcome).toMatchObject({ verdict: { status: 'deployed' }, runningTaskDefinition: worker(1) });
    expect(shop.sandbox.requests.some(({ operation }) => operation === 'DescribeServiceRevisions')).toBe(
      false,
    );
  });

  test('a revision that does not exist is an error that names the input', async () => {
    const shop = await after();
    const outcome = await shop.rollBack({ to: 'worker:9' });
    expect(outcome.problems).toMatchObject([
      { message: 'There is no task definition worker:9 in us-east-1.', input: 'to' },
    ]);
  });

  test('a dry run plans it and changes nothing', async () => {
    const shop = await after('v2');
    const earlier = shop.mutations();
    const outcome = await shop.rollBack({ dryRun: true });
    expect(outcome.verdict).toMatchObject({ status: 'unchanged', rule: 'plan-only' });
    expect(shop.told.lines).toContain('use worker:1, which is registered already');
    expect(sentAfter(shop, earlier)).toEqual([]);
  });

  test('one that fails in turn ends with what served before it, and is red', async () => {
    const shop = stage();
    await shop.deploy();
    const revision = shop.sandbox.world.ecs.taskDefinitions.find(({ arn }) => arn === worker(1));
    const container = revision?.content.containerDefinitions?.[0];
    Object.assign(container ?? {}, { image: container?.image?.replace(':v1', ':fault-crash') });
    const outcome = await shop.rollBack();
    expect(outcome.verdict.status).toBe('rolled-back');
    expect(outcome.runningTaskDefinition).toBe(worker(2));
  });

  test('without the permission to read the history the policy line is named, and nothing is changed', async () => {
    const shop = stage({ scenario: workerScenario({ more: 'deny: [ecs:ListServiceDeployments]' }) });
    await shop.deploy();
    const earlier = shop.mutations();
    const outcome = await shop.rollBack();
    expect(outcome.verdict.status).toBe('failed');
    expect(outcomeSentence(outcome)).toContain('ecs:ListServiceDeployments');
    expect(sentAfter(shop, earlier)).toEqual([]);
  });
});

describe('a service with the controller CODE_DEPLOY', () => {
  const shopAfter = async (tags: readonly string[], options: StageOptions = {}) => {
    const shop = blueGreenStage(options);
    for (const tag of tags) {
      expect((await shop.deploy({ revision: webFile(tag) })).verdict.status).toBe('deployed');
      // The old task set is kept for five minutes.
      shop.pass(600);
    }
    return shop;
  };

  test('returns to the revision of the deployment before, all traffic at once', async () => {
    const shop = await shopAfter(['v2', 'v3']);
    const earlier = shop.mutations();
    const config = 'CodeDeployDefault.ECSAllAtOnce';
    const outcome = await shop.rollBack({
      codeDeploy: { endPreviousWait: false, waitForTermination: false, config },
    });
    expect(outcome).toMatchObject({
      verdict: { status: 'deployed' },
      taskDefinition: web(2),
      previousTaskDefinition: web(3),
      runningTaskDefinition: web(2),
    });
    expect(sentAfter(shop, earlier)).toEqual(['codedeploy:CreateDeployment']);
    expect(shop.sent('CreateDeployment')).toMatchObject({ deploymentConfigName: config });
    expect(shop.told.lines).toContainEqual(
      expect.stringMatching(/^from web:3 of commit c0ffee, which serves since 20/),
    );
  });

  test('goes further back the second time', async () => {
    const shop = await shopAfter(['v2', 'v3', 'v1']);
    expect((await shop.rollBack()).runningTaskDefinition).toBe(web(3));
    shop.pass(600);
    expect((await shop.rollBack()).runningTaskDefinition).toBe(web(2));
  });

  test('never returns to one that was rolled back, nor takes its rollback for a deployment', async () => {
    const shop = await shopAfter(['v2']);
    expect((await shop.deploy({ revision: webFile('fault-crash') })).verdict.status).toBe('rolled-back');
    shop.pass(600);
    expect((await shop.deploy({ revision: webFile('v3') })).taskDefinition).toBe(web(4));
    shop.pass(600);
    expect((await shop.rollBack()).runningTaskDefinition).toBe(web(2));
  });

  test('knows no history of the first deployment once its old task set is gone', async () => {
    const shop = await shopAfter(['v2']);
    const outcome = await shop.rollBack();
    expect(problems(outcome)).toEqual([
      'AWS knows no revision that was deployed successfully to web before web:2: there is nothing to return to.',
    ]);
  });

  test('while the old task set waits for its end, the traffic goes back to it at once', async () => {
    const shop = blueGreenStage();
    await shop.deploy({ revision: webFile('v2') });
    const earlier = shop.mutations();
    const outcome = await shop.rollBack();
    expect(outcome.verdict).toMatchObject({ status: 'deployed', rule: 'restored-by-stop' });
    expect(outcome).toMatchObject({ previousTaskDefinition: web(2), runningTaskDefinition: web(1) });
    expect(sentAfter(shop, earlier)).toEqual(['codedeploy:StopDeployment']);
    expect(shop.weights()).toMatchObject({ 'web-blue': 100 });
  });

  test('a deployment that shifts traffic is stopped, and what it was to replace serves', async () => {
    const shop = await shopAfter(['v2']);
    await shop.deployByHand('v3');
    shop.pass(40);
    const outcome = await shop.rollBack();
    expect(outcome.verdict).toMatchObject({ status: 'deployed', rule: 'restored-by-stop' });
    expect(outcome.runningTaskDefinition).toBe(web(2));
  });

  test('that waits is told from one that is named: its wait is ended first', async () => {
    const shop = await shopAfter(['v2']);
    await shop.deploy({ revision: webFile('v3') });
    const earlier = shop.mutations();
    const outcome = await shop.rollBack({ to: 'web:1' });
    expect(outcome).toMatchObject({ verdict: { status: 'deployed' }, runningTaskDefinition: web(1) });
    expect(sentAfter(shop, earlier)).toEqual([
      'codedeploy:ContinueDeployment',
      'codedeploy:CreateDeployment',
    ]);
  });

  test('an image that is gone is an error before anything is changed', async () => {
    const shop = await shopAfter(['v2', 'v3']);
    expire(shop.sandbox, 'web', 'v2');
    const earlier = shop.mutations();
    const outcome = await shop.rollBack();
    expect(outcome.problems).toMatchObject([{ input: 'to' }]);
    expect(sentAfter(shop, earlier)).toEqual([]);
  });

  test('a deployment in progress is left alone where that is asked', async () => {
    const shop = await shopAfter(['v2']);
    await shop.deployByHand('v3');
    shop.pass(40);
    const earlier = shop.mutations();
    const outcome = await shop.rollBack({ control: { ...control, whenInProgress: 'fail' } });
    expect(outcome.verdict.status).toBe('failed');
    expect(sentAfter(shop, earlier)).toEqual([]);
  });
});

test('a service that nothing of ours can deploy is refused', async () => {
  const scenario = webScenario().replace('type: CODE_DEPLOY', 'type: EXTERNAL');
  const shop = blueGreenStage({ scenario: scenario.slice(0, scenario.indexOf('codedeploy:')) });
  const outcome = await shop.rollBack();
  expect(problems(outcome)).toEqual(['The service web is deployed by the controller EXTERNAL.']);
});
