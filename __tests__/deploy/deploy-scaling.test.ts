import { describe, expect, test } from '@jest/globals';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { outcomeSentence } from '../../src/report/outcome.ts';
import { SUSPENDED_FROM } from '../../src/scaling/suspension.ts';
import { webScenario } from '../support/blue-green.ts';
import { blueGreenStage, denyNow, file, stage, type StageOptions, webFile } from '../support/deployment.ts';
import { workerScenario } from '../support/sandbox.ts';

const nothing = { in: false, out: false, scheduled: false };
const scalable = 'scalableTargets: [{ resourceId: service/shop/worker, min: 1, max: 9 }]';
const target = ({ world }: Sandbox) => {
  const [found] = world.autoscaling.scalableTargets;
  if (found === undefined) throw new Error('There is no scalable target.');
  return found;
};

/** A service that scales; what it was suspended to at each start of a deployment. */
function scalingStage(options: StageOptions & { readonly more?: string } = {}) {
  const during: object[] = [];
  const shop = stage({
    scenario: workerScenario({ more: `${scalable}\n${options.more ?? ''}` }),
    ...options,
    before: (operation, sandbox) => {
      if (operation === 'UpdateService') during.push(target(sandbox).suspended);
      options.before?.(operation, sandbox);
    },
  });
  return { ...shop, during, target: () => target(shop.sandbox) };
}

const fault = (operation: string, kind: string): string =>
  `faults: [{ operation: ${operation}, kind: ${kind} }]`;

describe('scaling while a deployment is under way', () => {
  test.each([
    ['in', { in: true, out: false, scheduled: false }],
    ['all', { in: true, out: true, scheduled: true }],
  ] as const)('with %s is suspended at the start and as before at the end', async (suspendScaling, state) => {
    const shop = scalingStage();
    const outcome = await shop.deploy({ suspendScaling });
    expect(outcome.verdict.status).toBe('deployed');
    expect(shop.during).toEqual([state]);
    expect(shop.target()).toMatchObject({ suspended: nothing, tags: {}, min: 1, max: 9 });
    expect(shop.mutations()).toEqual([
      'application-autoscaling:TagResource',
      'application-autoscaling:RegisterScalableTarget',
      'ecs:RegisterTaskDefinition',
      'ecs:UpdateService',
      'application-autoscaling:RegisterScalableTarget',
      'application-autoscaling:UntagResource',
    ]);
  });

  test('is set by a call with nothing but the state, so that no bound is overruled', async () => {
    const shop = scalingStage();
    await shop.deploy({ suspendScaling: 'in' });
    expect(shop.sent('RegisterScalableTarget')).toEqual({
      ServiceNamespace: 'ecs',
      ResourceId: 'service/shop/worker',
      ScalableDimension: 'ecs:service:DesiredCount',
      SuspendedState: {
        DynamicScalingInSuspended: false,
        DynamicScalingOutSuspended: false,
        ScheduledScalingSuspended: false,
      },
    });
  });

  test('what somebody had suspended before stays so', async () => {
    const shop = scalingStage();
    shop.target().suspended = { in: false, out: true, scheduled: true };
    await shop.deploy({ suspendScaling: 'in' });
    expect(shop.during).toEqual([{ in: true, out: true, scheduled: true }]);
    expect(shop.target()).toMatchObject({ suspended: { in: false, out: true, scheduled: true }, tags: {} });
  });

  test('is restored when the deployment fails', async () => {
    const shop = scalingStage();
    const outcome = await shop.deploy({ suspendScaling: 'all', revision: file('fault-crash') });
    expect(outcome.verdict.status).toBe('rolled-back');
    expect(shop.target()).toMatchObject({ suspended: nothing, tags: {} });
  });

  test('is restored when AWS refuses the start', async () => {
    const shop = scalingStage({
      before: (operation, sandbox) =>
        operation === 'RegisterTaskDefinition' && denyNow(sandbox, 'ecs:UpdateService'),
    });
    const outcome = await shop.deploy({ suspendScaling: 'all' });
    expect(outcome.verdict).toMatchObject({ status: 'failed', rule: 'start-refused' });
    expect(shop.target()).toMatchObject({ suspended: nothing, tags: {} });
  });

  test('is restored when the run is cancelled', async () => {
    const shop = scalingStage({ cancelAfterSeconds: 30 });
    const outcome = await shop.deploy({ suspendScaling: 'all' });
    expect(outcome.verdict.status).toBe('cancelled');
    expect(shop.during).toHaveLength(1);
    expect(shop.target()).toMatchObject({ suspended: nothing, tags: {} });
  });

  test('is restored under CodeDeploy, too', async () => {
    const more = scalable.replace('worker', 'web');
    const during: object[] = [];
    const shop = blueGreenStage({
      scenario: webScenario({ more }),
      before: (operation, sandbox) => {
        if (operation === 'CreateDeployment') during.push(target(sandbox).suspended);
      },
    });
    const outcome = await shop.deploy({ suspendScaling: 'in', revision: webFile('v2') });
    expect(outcome.verdict.status).toBe('deployed');
    expect(during).toEqual([{ in: true, out: false, scheduled: false }]);
    expect(target(shop.sandbox)).toMatchObject({ suspended: nothing, tags: {} });
  });

  test('is kept for the post step before it is suspended, and as restored afterwards', async () => {
    const kept: number[] = [];
    const shop = scalingStage({
      before: (operation) => operation === 'TagResource' && kept.push(shop.told.suspensions.length),
    });
    await shop.deploy({ suspendScaling: 'in' });
    expect(kept).toEqual([1]);
    expect(shop.told.suspensions).toMatchObject([
      { resourceId: 'service/shop/worker', before: nothing, isRestored: false },
      { before: nothing, isRestored: true },
    ]);
  });

  test('without a scalable target there is nothing to do, and that is said', async () => {
    const shop = stage();
    expect((await shop.deploy({ suspendScaling: 'all' })).verdict.status).toBe('deployed');
    expect(shop.told.lines).toContain(
      'suspend-scaling: worker is no scalable target of Application Auto Scaling, so there is nothing to suspend.',
    );
  });

  test('a dry run, and a service that runs what is asked for, suspend nothing', async () => {
    const shop = scalingStage();
    await shop.deploy({ suspendScaling: 'all', dryRun: true });
    await shop.deploy({ suspendScaling: 'all', revision: { kind: 'registered', reference: 'worker:1' } });
    expect(shop.mutations()).toEqual([]);
  });
});

describe('a missing permission', () => {
  test.each(['TagResource', 'RegisterScalableTarget', 'DescribeScalableTargets'])(
    'for %s refuses the run before anything is changed, with the policy line',
    async (operation) => {
      const action = `application-autoscaling:${operation}`;
      const shop = scalingStage({ more: `deny: ['${action}']` });
      const outcome = await shop.deploy({ suspendScaling: 'in' });
      expect(outcome.verdict).toMatchObject({ status: 'failed', rule: 'refused' });
      expect(outcomeSentence(outcome)).toContain(`"Action":"${action}"`);
      expect(shop.mutations().filter((name) => name.startsWith('ecs:'))).toEqual([]);
      expect(shop.target()).toMatchObject({ suspended: nothing, tags: {} });
    },
  );

  test('to look is none for who suspends nothing', async () => {
    const shop = scalingStage({ more: "deny: ['application-autoscaling:*']" });
    expect((await shop.deploy()).verdict.status).toBe('deployed');
    expect(shop.told.warnings).toEqual([]);
  });

  test('to restore is told with the call that does it, and stays with the post step', async () => {
    const shop = scalingStage({
      before: (operation, sandbox) =>
        operation === 'UpdateService' && denyNow(sandbox, 'application-autoscaling:RegisterScalableTarget'),
    });
    expect((await shop.deploy({ suspendScaling: 'in' })).verdict.status).toBe('deployed');
    expect(shop.told.warnings.at(-1)).toContain('aws application-autoscaling register-scalable-target');
    expect(shop.told.suspensions.at(-1)).toMatchObject({ isRestored: false });
    expect(shop.target().tags).toEqual({ [SUSPENDED_FROM]: 'in:false out:false scheduled:false' });
  });
});

describe('a lost answer', () => {
  test.each([
    ['TagResource', 'reset-before'],
    ['TagResource', 'reset-after'],
    ['RegisterScalableTarget', 'reset-before'],
    ['RegisterScalableTarget', 'reset-after'],
    ['UntagResource', 'reset-before'],
    ['UntagResource', 'reset-after'],
  ])('of %s (%s) is looked into', async (operation, kind) => {
    const shop = scalingStage({ more: fault(operation, kind) });
    const outcome = await shop.deploy({ suspendScaling: 'in' });
    expect(outcome.verdict.status).toBe('deployed');
    expect(shop.during).toEqual([{ in: true, out: false, scheduled: false }]);
    expect(shop.target()).toMatchObject({ suspended: nothing, tags: {} });
    const sent = shop.mutations().filter((name) => name.endsWith(`:${operation}`)).length;
    const [without, lost] = [operation === 'RegisterScalableTarget' ? 2 : 1, kind === 'reset-before' ? 1 : 0];
    expect(sent).toBe(without + lost);
  });
});

describe('what a run that was killed has left suspended', () => {
  const left = (before: string, options: StageOptions = {}) => {
    const shop = scalingStage(options);
    Object.assign(shop.target(), {
      suspended: { in: true, out: true, scheduled: true },
      tags: { [SUSPENDED_FROM]: before, team: 'shop' },
    });
    return shop;
  };

  test.each(['in', 'all'] as const)(
    'is restored by the next run, which has suspend-scaling %s, to what was before the first',
    async (suspendScaling) => {
      const shop = left('in:false out:true scheduled:false');
      await shop.deploy({ suspendScaling });
      expect(shop.target()).toMatchObject({
        suspended: { in: false, out: true, scheduled: false },
        tags: { team: 'shop' },
      });
      expect(shop.target().tags).not.toHaveProperty([SUSPENDED_FROM]);
      expect(shop.told.lines.join('\n')).toContain(
        'An earlier run has left scaling of service/shop/worker suspended',
      );
    },
  );

  test('is restored though there is nothing to deploy', async () => {
    const shop = left('in:false out:false scheduled:false');
    const outcome = await shop.deploy({
      revision: { kind: 'registered', reference: 'worker:1' },
      suspendScaling: 'in',
    });
    expect(outcome.verdict.status).toBe('unchanged');
    expect(shop.target().suspended).toEqual(nothing);
  });

  test('is left by a run that is refused, and by a dry run: they change nothing', async () => {
    const shop = left('in:false out:false scheduled:false');
    await shop.deploy({ dryRun: true, suspendScaling: 'in' });
    await shop.deploy({ revision: file('missing'), suspendScaling: 'in' });
    expect(shop.mutations()).toEqual([]);
  });

  test('is not guessed where the tag is not of ours', async () => {
    const shop = left('somebody was here');
    await shop.deploy({ suspendScaling: 'in' });
    expect(shop.target().suspended).toEqual({ in: true, out: true, scheduled: true });
  });

  test('is not asked for by a run that suspends nothing and sets no count', async () => {
    const shop = left('in:false out:false scheduled:false');
    await shop.deploy();
    expect(shop.sandbox.requests.filter(({ service }) => service === 'application-autoscaling')).toEqual([]);
  });
});
