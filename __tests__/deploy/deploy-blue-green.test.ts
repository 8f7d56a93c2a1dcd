import { describe, expect, test } from '@jest/globals';
import { runDescription } from '../../src/deploy/run.ts';
import { outcomeSentence } from '../../src/report/outcome.ts';
import {
  blueGreenStage,
  type BlueGreenStage,
  denyNow,
  deployRequest,
  sendNow,
  webFile,
} from '../support/deployment.ts';
import { appSpec as appSpecFor, groupOf, webScenario } from '../support/blue-green.ts';

const web = (revision: number): string =>
  `arn:aws:ecs:us-east-1:123456789012:task-definition/web:${revision}`;
const { codeDeploy } = deployRequest();
const crash = { revision: webFile('fault-crash') };
const oneStart = ['ecs:RegisterTaskDefinition', 'codedeploy:CreateDeployment'];

/** Milliseconds since an operation was last called. */
const sinceLast = ({ sandbox }: BlueGreenStage, name: string): number =>
  sandbox.clock.now() - (sandbox.requests.findLast(({ operation }) => operation === name)?.at ?? 0);

const statusOf = async (shop: BlueGreenStage, id = ''): Promise<string | undefined> =>
  (await shop.info(id)).status;

describe('a version that runs', () => {
  test('is deployed by one registration and one CreateDeployment, and serves all traffic', async () => {
    const shop = blueGreenStage();
    const outcome = await shop.deploy();
    expect(outcome).toMatchObject({
      verdict: { status: 'deployed', rule: 'traffic-shifted' },
      taskDefinition: web(2),
      previousTaskDefinition: web(1),
      runningTaskDefinition: web(2),
      imageVerified: 'true',
    });
    expect(shop.mutations()).toEqual(oneStart);
    expect(shop.weights()).toMatchObject({ 'web-green': 100 });
    const { taskSets = [] } = await shop.service();
    expect(taskSets.find(({ status }) => status === 'PRIMARY')).toMatchObject({
      externalId: outcome.handle?.id,
      taskDefinition: web(2),
    });
  });

  test('tells the id of its deployment once, and until when an alarm can still roll back', async () => {
    const shop = blueGreenStage();
    const outcome = await shop.deploy();
    expect(shop.told.handles).toEqual([{ kind: 'codedeploy', id: outcome.handle?.id }]);
    expect(outcome.handle?.id).toMatch(/^d-[A-Z0-9]+$/);
    expect(outcomeSentence(outcome)).toContain('For at most 5 more minutes');
  });

  test('is described with the run that deploys it, and the user’s words', async () => {
    const shop = blueGreenStage();
    const outcome = await shop.deploy({ codeDeploy: { ...codeDeploy, description: 'Friday menu' } });
    const { description } = await shop.info(outcome.handle?.id ?? '');
    expect(description).toBe(
      'ecs-deploy-toolkit example/shop run 77 attempt 1 commit c0ffee revision web:2: Friday menu',
    );
  });

  test('shows lifecycle events and traffic as they happen, no event twice', async () => {
    const shop = blueGreenStage();
    const outcome = await shop.deploy();
    const events = outcome.timeline.flatMap(({ event }) =>
      event.kind === 'lifecycle-event' && event.status === 'Succeeded' ? [event.name] : [],
    );
    expect(events).toEqual([...new Set(events)]);
    expect(events.at(-1)).toBe('AfterAllowTraffic');
    expect(shop.told.lines.some((line) => /traffic: .*new 100%/.test(line))).toBe(true);
  });

  test('shifts linearly when asked by the deployment configuration, every step told', async () => {
    const shop = blueGreenStage();
    const config = 'CodeDeployDefault.ECSLinear10PercentEvery1Minutes';
    const outcome = await shop.deploy({ codeDeploy: { ...codeDeploy, config } });
    expect(outcome.verdict.status).toBe('deployed');
    const shares = outcome.timeline.flatMap(({ event }) =>
      event.kind === 'traffic'
        ? event.weights.flatMap(({ role, percent }) => (role === 'new' ? [percent] : []))
        : [],
    );
    expect(shares.filter((percent) => percent > 0)).toEqual([10, 20, 30, 40, 50, 60, 70, 80, 90, 100]);
    expect(outcome.milliseconds).toBeGreaterThan(9 * 60_000);
  });

  test('is awaited until the old task set is terminated, when asked', async () => {
    const shop = blueGreenStage();
    const outcome = await shop.deploy({ codeDeploy: { ...codeDeploy, waitForTermination: true } });
    expect(outcome.verdict).toMatchObject({ status: 'deployed', rule: 'terminated-blue' });
    expect(await statusOf(shop, outcome.handle?.id)).toBe('Succeeded');
    expect(outcome.milliseconds).toBeGreaterThan(5 * 60_000);
    expect((await shop.service()).taskSets).toHaveLength(1);
  });

  test('is awaited through a ready wait, which is told to be for a person', async () => {
    const scenario = webScenario({ group: groupOf('readyWaitMinutes: 20') });
    const shop = blueGreenStage({
      scenario,
      meanwhile: {
        afterSeconds: 600,
        happens: (sandbox) => {
          const deploymentId = sandbox.world.codedeploy.deployments.at(-1)?.id;
          sendNow(sandbox, 'ContinueDeployment', { deploymentId, deploymentWaitType: 'READY_WAIT' });
        },
      },
    });
    const outcome = await shop.deploy();
    expect(outcome.verdict.status).toBe('deployed');
    expect(shop.told.lines.join('\n')).toContain('waiting for a person to reroute the traffic');
  });

  test('that nobody reroutes ends as Stopped and is never green', async () => {
    const outcome = await blueGreenStage({
      scenario: webScenario({ group: groupOf('readyWaitMinutes: 5') }),
    }).deploy();
    expect(['failed', 'rolled-back']).toContain(outcome.verdict.status);
  });

  test('without waiting ends as started', async () => {
    const outcome = await blueGreenStage().deploy({ wait: false });
    expect(outcome.verdict.status).toBe('started');
    expect(outcomeSentence(outcome)).toContain('Nothing is proven');
  });
});

describe('a version whose tasks stop again and again', () => {
  const stoppedBefore = async (tag: string, group?: string) => {
    let seen = 0;
    const shop: BlueGreenStage = blueGreenStage({
      scenario: webScenario(group === undefined ? {} : { group }),
      before: (operation, { world }) => {
        if (operation !== 'StopDeployment') return;
        seen = world.ecs.tasks.filter(
          ({ desiredStatus, taskDefinition }) => desiredStatus === 'STOPPED' && taskDefinition === web(2),
        ).length;
      },
    });
    const outcome = await shop.deploy({ revision: webFile(tag) });
    return { shop, outcome, seen };
  };

  test('is stopped by this run after the third, and the previous one is restored', async () => {
    const { shop, outcome, seen } = await stoppedBefore('fault-crash');
    expect(outcome).toMatchObject({
      verdict: { status: 'rolled-back', rule: 'codedeploy-rolled-back' },
      runningTaskDefinition: web(1),
    });
    expect(seen).toBeGreaterThanOrEqual(3);
    expect(seen).toBeLessThanOrEqual(4);
    expect(shop.mutations()).toEqual([...oneStart, 'codedeploy:StopDeployment']);
    expect(shop.sent('StopDeployment')).toMatchObject({ autoRollbackEnabled: true });
    expect(outcomeSentence(outcome)).toContain('exit code 1');
    expect(outcome.milliseconds).toBeLessThan(10 * 60_000);
  });

  test('says the cause, then that this run stopped it, and not that a user did', async () => {
    const { outcome } = await stoppedBefore('fault-crash');
    expect(outcomeSentence(outcome)).toMatch(/exit code 1.*This run stopped the deployment because of that/);
    expect(outcomeSentence(outcome)).not.toMatch(/MANUAL_STOP|by a user/);
  });

  test('is left when a signal comes while StopDeployment has no answer, and that it was sent is said', async () => {
    const more = "faults: [{ operation: 'codedeploy:StopDeployment', kind: delay, seconds: 60 }]";
    const shop = blueGreenStage({ scenario: webScenario({ more }), cancelAt: 'StopDeployment' });
    const outcome = await shop.deploy(crash);
    expect(outcome.verdict).toMatchObject({
      status: 'cancelled',
      facts: { unanswered: 'codedeploy:StopDeployment' },
    });
    expect(sinceLast(shop, 'StopDeployment')).toBeLessThanOrEqual(2_000);
    expect(outcomeSentence(outcome)).toContain(
      'codedeploy:StopDeployment was sent; whether it had an effect is not known',
    );
  });

  test('is restored though the group rolls nothing back by itself', async () => {
    const { shop, outcome } = await stoppedBefore('fault-crash', '          terminationWaitMinutes: 5');
    expect(outcome.verdict.status).toBe('rolled-back');
    expect(shop.weights()).not.toMatchObject({ 'web-green': 100 });
  });

  test('is stopped after the second, when the image is not there', async () => {
    const { outcome, seen } = await stoppedBefore('fault-unpullable');
    expect(outcome.verdict.status).toBe('rolled-back');
    expect(seen).toBe(2);
    expect(outcomeSentence(outcome)).toContain('the image cannot be pulled');
  });

  test('is stopped, too, when the load balancer never finds it healthy', async () => {
    const { outcome } = await stoppedBefore('fault-unhealthy');
    expect(outcome.verdict.status).toBe('rolled-back');
    expect(outcomeSentence(outcome)).toContain('Task failed ELB health checks');
  });

  test('and that may not be stopped by this role is said, and ends as timed-out', async () => {
    const shop = blueGreenStage({ scenario: webScenario({ more: 'deny: [codedeploy:StopDeployment]' }) });
    const outcome = await shop.deploy({ ...crash, waitMinutes: 10 });
    expect(outcome.verdict.status).toBe('timed-out');
    expect(shop.told.lines.join('\n')).toContain(
      '✗ The deployment could not be stopped (codedeploy:StopDeployment): User: arn:aws:sts',
    );
    expect(outcomeSentence(outcome)).toContain(
      'This run could not stop the deployment (codedeploy:StopDeployment): User: arn:aws:sts',
    );
    expect(outcomeSentence(outcome)).toContain('"Action":"codedeploy:StopDeployment"');
    expect(shop.mutations().filter((name) => name === 'codedeploy:StopDeployment')).toHaveLength(1);
  });

  test('whose stop has no answer is still told by what serves then', async () => {
    const more = "faults: [{ operation: 'codedeploy:StopDeployment', kind: reset-after }]";
    const outcome = await blueGreenStage({ scenario: webScenario({ more }) }).deploy(crash);
    expect(outcome.verdict.status).toBe('rolled-back');
  });

  test('whose stop was lost before it had an effect is stopped all the same', async () => {
    const more = "faults: [{ operation: 'codedeploy:StopDeployment', kind: reset-before }]";
    const outcome = await blueGreenStage({ scenario: webScenario({ more }) }).deploy(crash);
    expect(outcome.verdict.status).toBe('rolled-back');
  });
});

describe('a deployment that ends badly', () => {
  const withHook = {
    codeDeploy: {
      ...codeDeploy,
      appSpec: {
        containerName: 'web',
        containerPort: 80,
        hooks: [{ event: 'BeforeAllowTraffic', lambda: 'check' }],
      },
    },
  };

  test('by a hook is rolled back and names the lifecycle event', async () => {
    const shop = blueGreenStage({ scenario: webScenario({ more: 'hooks: { check: fail }' }) });
    const outcome = await shop.deploy(withHook);
    expect(outcome.verdict).toMatchObject({
      status: 'rolled-back',
      facts: {
        lifecycleEvent: { name: 'BeforeAllowTraffic' },
        rollbackDeploymentId: expect.stringMatching(/^d-/),
      },
    });
    expect(outcomeSentence(outcome)).toContain('The lifecycle event BeforeAllowTraffic failed');
  });

  test('by a hook, in a group that rolls nothing back, has failed', async () => {
    const group = '          terminationWaitMinutes: 5';
    const shop = blueGreenStage({ scenario: webScenario({ group, more: 'hooks: { check: fail }' }) });
    const outcome = await shop.deploy(withHook);
    expect(outcome.verdict).toMatchObject({ status: 'failed', rule: 'codedeploy-ended' });
  });

  test('by a hook after the traffic is shifted is not taken for deployed', async () => {
    const shop = blueGreenStage({ scenario: webScenario({ more: 'hooks: { check: fail }' }) });
    const hooks = [{ event: 'AfterAllowTraffic', lambda: 'check' }];
    const appSpec = { containerName: 'web', containerPort: 80, hooks };
    const outcome = await shop.deploy({ codeDeploy: { ...codeDeploy, appSpec } });
    expect(outcome.verdict.status).toBe('rolled-back');
    expect(outcome.runningTaskDefinition).toBe(web(1));
  });

  const alarm = 'alarms: [{ name: too-many-errors, at: 20 }]';

  test('by an alarm, though AWS says Stopped and not Failed, is rolled back', async () => {
    const scenario = webScenario({ group: groupOf('alarms: [too-many-errors]'), more: alarm });
    const shop = blueGreenStage({ scenario });
    const outcome = await shop.deploy();
    expect(await statusOf(shop, outcome.handle?.id)).toBe('Stopped');
    expect(outcome.verdict).toMatchObject({ status: 'rolled-back', facts: { awsCode: 'ALARM_ACTIVE' } });
    expect(outcomeSentence(outcome)).toContain('too-many-errors');
    const traffic = shop.told.lines.filter((line) => line.includes('traffic:'));
    expect(traffic.filter((line) => /old .*old |new .*new /.test(line))).toEqual([]);
  });

  test('by an alarm, in a group that does not roll back on alarms, has failed', async () => {
    const group = '          alarms: [too-many-errors]\n          autoRollback: [DEPLOYMENT_FAILURE]';
    const outcome = await blueGreenStage({ scenario: webScenario({ group, more: alarm }) }).deploy();
    expect(outcome.verdict).toMatchObject({ status: 'failed', facts: { awsCode: 'ALARM_ACTIVE' } });
  });

  test.each([
    { rollsBack: true, status: 'rolled-back' },
    { rollsBack: false, status: 'failed' },
  ])('by a person who stops it (rollback: $rollsBack) is $status', async ({ rollsBack, status }) => {
    const shop = blueGreenStage({
      scenario: webScenario({ group: '          autoRollback: [DEPLOYMENT_FAILURE]' }),
      meanwhile: {
        afterSeconds: 20,
        happens: (sandbox) => {
          const deploymentId = sandbox.world.codedeploy.deployments.at(-1)?.id;
          sendNow(sandbox, 'StopDeployment', { deploymentId, autoRollbackEnabled: rollsBack });
        },
      },
    });
    const outcome = await shop.deploy();
    expect(outcome.verdict.status).toBe(status);
    expect(outcome.verdict.facts.awsCode).toBe('MANUAL_STOP');
  });
});

describe('the deployment group', () => {
  const asked = ({ sandbox }: BlueGreenStage): readonly string[] =>
    sandbox.requests.filter(({ service }) => service === 'codedeploy').map(({ operation }) => operation);

  test('named by the inputs is used, and nothing is searched', async () => {
    const shop = blueGreenStage();
    const outcome = await shop.deploy({ codeDeploy: { ...codeDeploy, application: 'Shop', group: 'Web' } });
    expect(outcome.verdict.status).toBe('deployed');
    expect(asked(shop)).not.toContain('ListApplications');
  });

  test('is found by the id on the task set that serves', async () => {
    const shop = blueGreenStage();
    await shop.deployByHand('v3');
    shop.pass(900);
    const outcome = await shop.deploy();
    expect(outcome.verdict.status).toBe('deployed');
    expect(asked(shop)).not.toContain('ListApplications');
  });

  test('is found under the names that the console gives', async () => {
    const scenario = webScenario()
      .replace('name: Shop', 'name: AppECS-shop-web')
      .replace('name: Web', 'name: DgpECS-shop-web');
    const shop = blueGreenStage({ scenario });
    const outcome = await shop.deploy();
    expect(outcome.verdict.status).toBe('deployed');
    expect(asked(shop)).not.toContain('ListApplications');
  });

  test('is found by a scan of all groups', async () => {
    const shop = blueGreenStage();
    const outcome = await shop.deploy();
    expect(outcome.verdict.status).toBe('deployed');
    expect(asked(shop)).toContain('ListApplications');
  });

  test.each([
    {
      given: { application: 'Shop', group: 'Wob' },
      says: 'no deployment group Wob in the CodeDeploy application Shop',
    },
    {
      given: { application: 'Shup', group: 'Web' },
      says: 'no deployment group Web in the CodeDeploy application Shup',
    },
    { given: { application: 'Shop' }, says: 'DgpECS-shop-web (the default name; none was given)' },
  ])('that does not exist ($given) refuses before anything is changed', async ({ given, says }) => {
    const shop = blueGreenStage();
    const outcome = await shop.deploy({ codeDeploy: { ...codeDeploy, ...given } });
    expect(outcome.verdict).toMatchObject({ status: 'failed', rule: 'refused' });
    expect(outcomeSentence(outcome)).toContain(says);
    expect(shop.mutations()).toEqual([]);
  });

  test('of another service is refused', async () => {
    const shop = blueGreenStage();
    for (const application of shop.sandbox.world.codedeploy.applications) {
      for (const group of application.groups) {
        group.settings = { ...group.settings, ecsServices: [{ clusterName: 'shop', serviceName: 'api' }] };
      }
    }
    const outcome = await shop.deploy({ codeDeploy: { ...codeDeploy, application: 'Shop', group: 'Web' } });
    expect(outcomeSentence(outcome)).toContain('deploys shop/api, not shop/web');
    expect(shop.mutations()).toEqual([]);
  });

  test('of no service at all is refused', async () => {
    const shop = blueGreenStage();
    shop.sandbox.world.codedeploy.applications.splice(0);
    const outcome = await shop.deploy();
    expect(outcomeSentence(outcome)).toContain('No CodeDeploy deployment group deploys shop/web');
  });
});

describe('the deployment configuration of the inputs', () => {
  test('that does not exist is refused before anything is changed', async () => {
    const shop = blueGreenStage();
    const outcome = await shop.deploy({ codeDeploy: { ...codeDeploy, config: 'Nowhere' } });
    expect(outcome.verdict).toMatchObject({ status: 'failed', rule: 'refused' });
    expect(outcome.problems).toMatchObject([{ input: 'codedeploy-deployment-config' }]);
    expect(outcomeSentence(outcome)).toContain('no deployment configuration Nowhere');
    expect(shop.mutations()).toEqual([]);
  });

  test('is left to CreateDeployment where this role may not read it', async () => {
    const shop = blueGreenStage({
      before: (operation, sandbox) => {
        if (operation === 'GetDeploymentConfig') denyNow(sandbox, 'codedeploy:GetDeploymentConfig');
        if (operation === 'CreateDeployment') Object.assign(sandbox.world.permissions, { deny: [] });
      },
    });
    const config = 'CodeDeployDefault.ECSAllAtOnce';
    const outcome = await shop.deploy({ codeDeploy: { ...codeDeploy, config } });
    expect(outcome.verdict.status).toBe('deployed');
  });
});

describe('the AppSpec', () => {
  test('is built from the task set that serves, with our revision', async () => {
    const shop = blueGreenStage();
    await shop.deploy();
    expect(contentOf(shop)).toMatchObject({
      Resources: [
        {
          TargetService: {
            Properties: {
              TaskDefinition: web(2),
              LoadBalancerInfo: { ContainerName: 'web', ContainerPort: 80 },
            },
          },
        },
      ],
    });
  });

  test('that sends traffic to a container the file does not have refuses before anything is changed', async () => {
    const shop = blueGreenStage();
    const appSpec = { containerName: 'wob', containerPort: 80, hooks: [] };
    const outcome = await shop.deploy({ codeDeploy: { ...codeDeploy, appSpec } });
    expect(outcomeSentence(outcome)).toContain('The AppSpec sends traffic to a container wob');
    expect(shop.mutations()).toEqual([]);
  });
});

function contentOf({ sandbox }: BlueGreenStage): unknown {
  return JSON.parse(sandbox.world.codedeploy.deployments.at(-1)?.content ?? '{}');
}

describe('a deployment in progress', () => {
  test('is named and left alone, and nothing is registered', async () => {
    const shop = blueGreenStage();
    const other = await shop.deployByHand('v3');
    const before = shop.mutations();
    const outcome = await shop.deploy();
    expect(outcome.verdict).toMatchObject({ status: 'failed', rule: 'refused' });
    expect(outcomeSentence(outcome)).toContain(other);
    expect(shop.mutations()).toEqual(before);
  });

  test('that only waits to terminate the old task set is told with the minutes left', async () => {
    const shop = blueGreenStage();
    const first = await shop.deploy({ revision: webFile('v3') });
    expect(first.verdict.status).toBe('deployed');
    const outcome = await shop.deploy({ run: { repository: 'example/shop', runId: '78' } });
    expect(outcome.verdict.status).toBe('failed');
    expect(outcomeSentence(outcome)).toMatch(/waits at most [45] more minutes to terminate the old task set/);
    expect(outcomeSentence(outcome)).toContain('end-previous-wait');
    expect(shop.mutations()).toEqual(oneStart);
  });

  test('that only waits is ended first, when asked, and then ours is deployed', async () => {
    const shop = blueGreenStage();
    await shop.deploy({ revision: webFile('v3') });
    const outcome = await shop.deploy({
      run: { repository: 'example/shop', runId: '78' },
      codeDeploy: { ...codeDeploy, endPreviousWait: true },
    });
    expect(outcome).toMatchObject({ verdict: { status: 'deployed' }, runningTaskDefinition: web(3) });
    expect(shop.sent('ContinueDeployment')).toMatchObject({ deploymentWaitType: 'TERMINATION_WAIT' });
    expect(shop.mutations()).toEqual([...oneStart, 'codedeploy:ContinueDeployment', ...oneStart]);
  });

  const endWait = {
    run: { repository: 'example/shop', runId: '78' },
    codeDeploy: { ...codeDeploy, endPreviousWait: true },
  };

  test('that only waits and brought what is asked for leaves it unchanged, and its wait is not ended', async () => {
    const shop = blueGreenStage();
    await shop.deploy({ revision: webFile('v3') });
    const outcome = await shop.deploy({ ...endWait, revision: webFile('v3') });
    expect(outcome).toMatchObject({
      verdict: { status: 'unchanged', rule: 'already-running' },
      taskDefinition: web(2),
      imageVerified: 'true',
    });
    expect(shop.mutations()).toEqual(oneStart);
  });

  test.each(['server-error', 'reset-before', 'reset-after', 'hang'])(
    'whose end has no answer (%s) is read, and asked for once more at most',
    async (kind) => {
      const more = `faults: [{ operation: 'codedeploy:ContinueDeployment', kind: ${kind} }]`;
      const shop = blueGreenStage({ scenario: webScenario({ more }) });
      await shop.deploy({ revision: webFile('v3') });
      const outcome = await shop.deploy(endWait);
      expect(outcome).toMatchObject({ verdict: { status: 'deployed' }, runningTaskDefinition: web(3) });
      const asked = shop.mutations().filter((name) => name === 'codedeploy:ContinueDeployment');
      expect(asked.length).toBeLessThanOrEqual(2);
    },
  );

  test('that ended by itself right before it was to be ended stands in the way no more', async () => {
    const shop: BlueGreenStage = blueGreenStage({
      before: (operation) => {
        if (operation === 'ContinueDeployment') shop.pass(400);
      },
    });
    await shop.deploy({ revision: webFile('v3') });
    const outcome = await shop.deploy(endWait);
    expect(outcome).toMatchObject({ verdict: { status: 'deployed' }, runningTaskDefinition: web(3) });
  });

  test('is left when a signal comes while ContinueDeployment has no answer, and that it was sent is said', async () => {
    const more = "faults: [{ operation: 'codedeploy:ContinueDeployment', kind: delay, seconds: 60 }]";
    const shop = blueGreenStage({ scenario: webScenario({ more }), cancelAt: 'ContinueDeployment' });
    await shop.deploy({ revision: webFile('v3') });
    const outcome = await shop.deploy(endWait);
    expect(outcome.verdict).toMatchObject({ status: 'cancelled', rule: 'signal' });
    expect(sinceLast(shop, 'ContinueDeployment')).toBeLessThanOrEqual(2_000);
    expect(outcomeSentence(outcome)).toContain('codedeploy:ContinueDeployment was sent');
    expect(shop.mutations()).toEqual([...oneStart, 'codedeploy:ContinueDeployment']);
  });

  test('of an earlier attempt of this run is joined', async () => {
    const shop = blueGreenStage();
    const first = await shop.deploy({ wait: false });
    shop.pass(15);
    const run = { repository: 'example/shop', commit: 'c0ffee', runId: '77', runAttempt: '2' };
    const second = await shop.deploy({ run });
    expect(second).toMatchObject({ verdict: { status: 'deployed' }, handle: first.handle });
    expect(shop.mutations()).toEqual(oneStart);
  });

  test('of an earlier attempt is joined after its traffic is shifted, and what served before is told', async () => {
    const shop = blueGreenStage();
    await shop.deploy();
    const run = { repository: 'example/shop', commit: 'c0ffee', runId: '77', runAttempt: '2' };
    const second = await shop.deploy({ run });
    expect(second).toMatchObject({
      verdict: { status: 'deployed' },
      previousTaskDefinition: web(1),
      runningTaskDefinition: web(2),
    });
    expect(shop.mutations()).toEqual(oneStart);
  });

  test('of an earlier attempt is joined even before its task set exists', async () => {
    const shop = blueGreenStage();
    const first = await shop.deploy({ wait: false });
    const run = { repository: 'example/shop', commit: 'c0ffee', runId: '77', runAttempt: '2' };
    const second = await shop.deploy({ run });
    expect(second).toMatchObject({ verdict: { status: 'deployed' }, handle: first.handle });
    expect(shop.mutations()).toEqual(oneStart);
  });
});

describe('what already runs', () => {
  test('is unchanged, and nothing is sent', async () => {
    const shop = blueGreenStage();
    const outcome = await shop.deploy({ revision: webFile('v1') });
    expect(outcome.verdict.status).toBe('unchanged');
    expect(shop.mutations()).toEqual([]);
  });

  test('is deployed again by the same revision when its tag names another image now', async () => {
    const shop = blueGreenStage();
    const [first, second] = shop.sandbox.world.ecr.repositories[0]?.images ?? [];
    first?.tags.splice(0, 1);
    second?.tags.push('v1');
    const outcome = await shop.deploy({ revision: webFile('v1') });
    expect(outcome).toMatchObject({ verdict: { status: 'deployed' }, taskDefinition: web(1) });
    expect(shop.mutations()).toEqual(['codedeploy:CreateDeployment']);
  });
});

describe('nothing is changed', () => {
  test('by a dry run', async () => {
    const shop = blueGreenStage();
    const outcome = await shop.deploy({ dryRun: true });
    expect(outcome.verdict.rule).toBe('plan-only');
    expect(shop.mutations()).toEqual([]);
  });

  test('by the action for the other controller', async () => {
    const shop = blueGreenStage();
    const outcome = await shop.deploy({ action: 'ecs-update-service' });
    expect(outcomeSentence(outcome)).toContain('Use the action bluegreen-deploy');
    expect(shop.mutations()).toEqual([]);
  });

  test('when inputs are given that CodeDeploy cannot take; each is named', async () => {
    const shop = blueGreenStage();
    const outcome = await shop.deploy({
      settings: {
        forceNewDeployment: true,
        desiredCount: 3,
        propagateTags: 'SERVICE',
        managedTags: undefined,
      },
    });
    expect(outcome.problems.map(({ input }) => input).sort()).toEqual([
      'desired-count',
      'force-new-deployment',
      'propagate-tags',
    ]);
    expect(shop.mutations()).toEqual([]);
  });

  test.each([
    { action: 'codedeploy:GetDeploymentGroup', named: { application: 'Shop', group: 'Web' } },
    { action: 'codedeploy:ListApplications', named: {} },
  ])('without $action', async ({ action, named }) => {
    const shop = blueGreenStage({ scenario: webScenario({ more: `deny: ['${action}']` }) });
    const outcome = await shop.deploy({ codeDeploy: { ...codeDeploy, ...named } });
    expect(outcome.verdict).toMatchObject({ status: 'failed', rule: 'refused' });
    expect(outcomeSentence(outcome)).toContain(`not authorized to perform: ${action}`);
    expect(shop.mutations()).toEqual([]);
  });

  test('but the revision, without codedeploy:CreateDeployment: it is named', async () => {
    const shop = blueGreenStage({ scenario: webScenario({ more: 'deny: [codedeploy:CreateDeployment]' }) });
    const outcome = await shop.deploy();
    expect(outcome.verdict).toMatchObject({ status: 'failed', rule: 'start-refused' });
    expect(outcomeSentence(outcome)).toContain('web:2 was registered and stays');
  });
});

describe('when the answer of CreateDeployment is lost', () => {
  const fault = (kind: string, more = ''): string =>
    webScenario({ more: `faults: [{ operation: 'codedeploy:CreateDeployment', kind: ${kind}${more} }]` });
  const deployments = ({ sandbox }: BlueGreenStage): number => sandbox.world.codedeploy.deployments.length;

  test.each(['server-error', 'reset-before', 'reset-after', 'hang'])(
    'by %s, exactly one deployment results, and the verdict is true',
    async (kind) => {
      const shop = blueGreenStage({ scenario: fault(kind) });
      const outcome = await shop.deploy();
      expect(outcome.verdict.status).toBe('deployed');
      expect(outcome.handle?.id).toBe(shop.sandbox.world.codedeploy.deployments[0]?.id);
      expect(deployments(shop)).toBe(1);
      expect(shop.sandbox.world.ecs.taskDefinitions).toHaveLength(2);
    },
  );

  test('twice before any effect, it fails and nothing was started', async () => {
    const shop = blueGreenStage({ scenario: fault('reset-before', ', times: 9') });
    const outcome = await shop.deploy();
    expect(outcome.verdict.status).toBe('failed');
    expect(deployments(shop)).toBe(0);
  });

  test('and somebody else deploys, theirs is not taken for ours', async () => {
    let isDone = false;
    const shop = blueGreenStage({
      scenario: fault('reset-before'),
      before: (_operation, sandbox) => {
        const isSent = sandbox.requests.some((request) => request.operation === 'CreateDeployment');
        if (isDone || !isSent) return;
        isDone = true;
        const content = JSON.stringify({ version: 0, Resources: [] });
        sendNow(sandbox, 'CreateDeployment', {
          applicationName: 'Shop',
          deploymentGroupName: 'Web',
          revision: { revisionType: 'AppSpecContent', appSpecContent: { content } },
        });
      },
    });
    const outcome = await shop.deploy();
    expect(outcome.verdict).toMatchObject({ status: 'failed', rule: 'start-refused' });
    expect(outcomeSentence(outcome)).toContain(shop.sandbox.world.codedeploy.deployments[0]?.id ?? 'none');
    expect(deployments(shop)).toBe(1);
  });
});

test.each(['', "faults: [{ operation: 'codedeploy:CreateDeployment', kind: reset-before, after: 1 }]"])(
  'another job of this run that was faster with another revision is not taken for ours (%s)',
  async (more) => {
    let isDone = false;
    const shop = blueGreenStage({
      scenario: webScenario({ more }),
      before: (operation, sandbox) => {
        if (operation !== 'CreateDeployment' || isDone) return;
        isDone = true;
        sendNow(sandbox, 'CreateDeployment', {
          applicationName: 'Shop',
          deploymentGroupName: 'Web',
          description: runDescription(deployRequest().run, web(1), undefined),
          revision: { revisionType: 'AppSpecContent', appSpecContent: { content: appSpecFor(web(1)) } },
        });
      },
    });
    const outcome = await shop.deploy();
    expect(outcome.verdict).toMatchObject({ status: 'failed', rule: 'start-refused' });
    expect(shop.sandbox.world.codedeploy.deployments).toHaveLength(1);
  },
);

describe('while it watches', () => {
  const during = (kind: string, times: number): string =>
    webScenario({
      more: `faults: [{ operation: 'codedeploy:BatchGetDeploymentTargets', kind: ${kind}, times: ${times}, after: 4 }]`,
    });

  test.each(['throttle', 'server-error', 'reset-before'])('%s means wait, not fail', async (kind) => {
    const outcome = await blueGreenStage({ scenario: during(kind, 5) }).deploy();
    expect(outcome.verdict.status).toBe('deployed');
  });

  test('credentials that expire end it as unknown, with the id and how to look', async () => {
    const outcome = await blueGreenStage({ scenario: during('expired-token', 999) }).deploy();
    expect(outcome.verdict.status).toBe('unknown');
    expect(outcomeSentence(outcome)).toContain(
      `aws deploy get-deployment --deployment-id ${outcome.handle?.id ?? 'none'}`,
    );
  });

  test('a signal ends it as cancelled, and AWS goes on', async () => {
    const shop = blueGreenStage({ cancelAfterSeconds: 20 });
    const outcome = await shop.deploy();
    expect(outcome.verdict.status).toBe('cancelled');
    expect(outcome.handle?.kind).toBe('codedeploy');
    expect(await statusOf(shop, outcome.handle?.id)).toBe('InProgress');
    expect(shop.mutations()).toEqual(oneStart);
  });
});

test('a service that is scaling is waited for, visibly, before anything is changed', async () => {
  const shop = blueGreenStage();
  sendNow(shop.sandbox, 'UpdateService', { cluster: 'shop', service: 'web', desiredCount: 4 });
  const outcome = await shop.deploy();
  expect(outcome.verdict.status).toBe('deployed');
  expect(shop.told.lines.some((line) => line.startsWith('Waiting until the service is steady'))).toBe(true);
  const registeredAt =
    shop.sandbox.requests.find(({ operation }) => operation === 'RegisterTaskDefinition')?.at ?? 0;
  const updatedAt = shop.sandbox.requests.find(({ operation }) => operation === 'UpdateService')?.at ?? 0;
  expect(registeredAt - updatedAt).toBeGreaterThan(5_000);
});

test('a service that is only scaling, and runs what is asked for, is unchanged once it is steady', async () => {
  const shop = blueGreenStage();
  sendNow(shop.sandbox, 'UpdateService', { cluster: 'shop', service: 'web', desiredCount: 4 });
  const outcome = await shop.deploy({ revision: webFile('v1') });
  expect(outcome).toMatchObject({ verdict: { status: 'unchanged' }, taskDefinition: web(1) });
  expect(shop.told.lines.some((line) => line.startsWith('Waiting until the service is steady'))).toBe(true);
  expect(shop.mutations()).toEqual(['ecs:UpdateService']);
});

test('a service that is deleted while CodeDeploy rolls back is not told as rolled back', async () => {
  const shop = blueGreenStage({
    meanwhile: {
      afterSeconds: 20,
      happens: (sandbox) =>
        sendNow(sandbox, 'DeleteService', { cluster: 'shop', service: 'web', force: true }),
    },
  });
  const outcome = await shop.deploy(crash);
  expect(outcome.verdict).toMatchObject({ status: 'unknown', rule: 'lost-sight' });
});

test('a lost answer of CreateDeployment that cannot be looked into ends as unknown, not as failed', async () => {
  const more = `faults:
  - { operation: 'codedeploy:CreateDeployment', kind: reset-after }
  - { operation: 'codedeploy:ListDeployments', kind: throttle, times: 9 }`;
  const shop = blueGreenStage({ scenario: webScenario({ more }) });
  const outcome = await shop.deploy();
  expect(outcome.verdict).toMatchObject({ status: 'unknown', facts: { wasSent: true } });
  expect(outcomeSentence(outcome)).toContain('The answer of CreateDeployment was lost');
  expect(shop.sandbox.world.codedeploy.deployments).toHaveLength(1);
});
