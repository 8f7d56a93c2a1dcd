import { describe, expect, test } from '@jest/globals';
import { outcomeSentence } from '../../src/report/outcome.ts';
import { webScenario } from '../support/blue-green.ts';
import { blueGreenStage, control, denyNow, sendNow, type Stage, stage } from '../support/deployment.ts';
import { lambdaHook, shiftScenario } from '../support/shift.ts';

const textOf = ({ told }: Pick<Stage, 'told'>): string => told.lines.join('\n');

/** A service that ECS deploys blue/green, with what its configuration and its scenario have beside that. */
const shop = (configuration: string, more = ''): Stage =>
  stage({
    scenario: shiftScenario({
      configuration: `strategy: BLUE_GREEN, bakeTimeInMinutes: 5, ${configuration}`,
      loadBalancer: false,
      more,
    }),
  });

describe('a hook of a strategy of ECS that fails', () => {
  const failing = (at: string, result = 'fail'): Stage =>
    shop(
      `lifecycleHooks: [${lambdaHook('check', at)}]`,
      `lifecycleHooks: [{ function: check, result: ${result} }]`,
    );

  test.each(['PRE_SCALE_UP', 'POST_SCALE_UP', 'PRE_PRODUCTION_TRAFFIC_SHIFT'])(
    'at %s is told with its stage, its function and the end of its log',
    async (at) => {
      const place = failing(at);
      const { diagnosis, verdict } = await place.deploy();

      expect(verdict.status).toBe('rolled-back');
      expect(diagnosis?.stage).toMatchObject({ name: at, hook: { functionName: 'check' } });
      expect(diagnosis?.stage?.hook?.lines?.join('\n')).toContain('GET /health answered 503');
      expect(textOf(place)).toContain(`✗ It got as far as ${at} (its hook is the function check)`);
      expect(textOf(place)).toContain('What to do next: Correct what the function check complains of.');
    },
  );

  test('because it says nothing is told by what it wrote', async () => {
    const { diagnosis } = await failing('POST_SCALE_UP', 'none').deploy();

    expect(diagnosis?.stage?.hook?.lines?.join('\n')).toContain('nothing to say');
    expect(diagnosis?.stage?.reason).toContain('HookStatus must not be null');
  });

  test('without permission for its log costs those lines, and names the policy line', async () => {
    const place = failing('POST_SCALE_UP');
    denyNow(place.sandbox, 'logs:DescribeLogStreams');
    const { diagnosis } = await place.deploy();

    expect(diagnosis?.stage?.hook).toEqual({ functionName: 'check' });
    expect(diagnosis?.gaps.map(({ what }) => what)).toEqual(['hook-log']);
    expect(textOf(place)).toContain('{"Effect":"Allow","Action":"logs:DescribeLogStreams"');
    expect(textOf(place)).not.toContain('No lines of the function');
  });

  test('and that nobody answers in time is told as what the deployment waited for', async () => {
    const place = failing('POST_SCALE_UP', 'never');
    const { diagnosis, verdict } = await place.deploy({ waitMinutes: 10 });

    expect(verdict.status).toBe('timed-out');
    expect(diagnosis?.stage).toMatchObject({ name: 'POST_SCALE_UP', hook: { functionName: 'check' } });
  });

  test('is told at the stage that it belongs to, though another has begun when its end is seen', async () => {
    const place = shop(`lifecycleHooks: [${lambdaHook('check', 'POST_SCALE_UP')}]`);
    await place.deploy();

    expect(textOf(place)).toContain('hook check at POST_SCALE_UP: SUCCEEDED');
    expect(textOf(place)).not.toContain('hook check at BAKE_TIME');
  });
});

test('an alarm in the bake of a strategy of ECS is told with its stage, by the record that names it', async () => {
  const place = shop(
    'alarms: { enable: true, rollback: true, alarmNames: [quiet, errors] }',
    'alarms: [{ name: quiet }, { name: errors, at: 240, threshold: 7 }]',
  );
  const { diagnosis } = await place.deploy();

  expect(diagnosis?.stage).toMatchObject({
    name: 'BAKE_TIME',
    alarms: [{ name: 'errors', threshold: 7 }],
  });
  expect(textOf(place)).toContain('✗ It got as far as BAKE_TIME: ');
});

test('what serves in the middle of a deployment is what has the traffic', async () => {
  const place = stage({
    scenario: shiftScenario({
      configuration: `strategy: BLUE_GREEN, bakeTimeInMinutes: 5, lifecycleHooks: [${lambdaHook('check', 'POST_SCALE_UP')}]`,
      more: 'lifecycleHooks: [{ function: check, result: never }]',
    }),
  });
  const { diagnosis, verdict } = await place.deploy({ waitMinutes: 10 });

  expect(verdict.status).toBe('timed-out');
  expect(diagnosis?.serving?.revision).toBe('worker:1');
});

describe('a pause at which nobody decides', () => {
  const pause = (minutes: number): Stage =>
    shop(
      `lifecycleHooks: [{ targetType: PAUSE, lifecycleStages: [POST_SCALE_UP], timeoutConfiguration: { timeoutInMinutes: ${minutes}, action: ROLLBACK } }]`,
    );

  test('is what to do next, with both commands, when the time of the run is over', async () => {
    const place = pause(600);
    const { diagnosis, verdict } = await place.deploy({ waitMinutes: 10 });
    const next = place.told.lines.find((line) => line.startsWith('What to do next'));

    expect(verdict.status).toBe('timed-out');
    expect(diagnosis?.stage).toMatchObject({ name: 'POST_SCALE_UP', pause: { status: 'AWAITING_ACTION' } });
    expect(next).toMatch(
      /aws ecs continue-service-deployment --service-deployment-arn \S+ --hook-id ecs-pause-\S+ --region us-east-1 --action CONTINUE` goes on/,
    );
    expect(next).toMatch(/--action ROLLBACK` returns/);
  });

  test('is told when AWS has rolled back for it', async () => {
    const place = pause(5);
    const { diagnosis, verdict } = await place.deploy({ waitMinutes: 30 });

    expect(verdict.status).toBe('rolled-back');
    expect(diagnosis?.stage).toMatchObject({ name: 'POST_SCALE_UP', pause: { status: 'TIMED_OUT' } });
    expect(textOf(place)).toContain('decide about the pause before its time is over');
  });
});

describe('the function of a hook of CodeDeploy', () => {
  const hook = 'arn:aws:lambda:us-east-1:123456789012:function:check-web:live';
  const scenario = webScenario({ more: `hooks: { '${hook}': fail }` });

  /** Somebody else deploys with this hook, and a run without any AppSpec joins. */
  const joined = async (denied?: string) => {
    const place = blueGreenStage({ scenario });
    const { sandbox } = place;
    sendNow(sandbox, 'CreateDeployment', {
      applicationName: 'Shop',
      deploymentGroupName: 'Web',
      revision: { revisionType: 'AppSpecContent', appSpecContent: { content: contentOf(hook) } },
    });
    place.pass(30);
    if (denied !== undefined) denyNow(sandbox, denied);
    const revision = { kind: 'registered', reference: 'web:1' } as const;
    const joining = { ...control, whenInProgress: 'join' } as const;
    return { place, outcome: await place.deploy({ revision, control: joining }) };
  };

  test('is known without the AppSpec of this run, from the one that CodeDeploy keeps', async () => {
    const { outcome } = await joined();

    expect(outcome.verdict.status).toBe('rolled-back');
    expect(outcome.diagnosis?.stage?.hook?.functionName).toBe('check-web');
    expect(outcome.diagnosis?.stage?.hook?.lines?.length).toBeGreaterThan(0);
  });

  test('is told of a hook that is under way when the time of the run is over', async () => {
    const slow = 'hooks: { check-web: slow }';
    const place = blueGreenStage({ scenario: webScenario({ more: slow }) });
    const appSpec = {
      containerName: 'web',
      containerPort: 80,
      hooks: [{ event: 'BeforeAllowTraffic', lambda: 'check-web' }],
    };
    const codeDeploy = { endPreviousWait: false, waitForTermination: false, appSpec };
    const { diagnosis, verdict } = await place.deploy({ codeDeploy, waitMinutes: 3 });

    expect(verdict.status).toBe('timed-out');
    expect(diagnosis?.stage).toMatchObject({
      name: 'BeforeAllowTraffic',
      hook: { functionName: 'check-web' },
    });
  });

  test('is a gap where that may not be read', async () => {
    const { outcome, place } = await joined('codedeploy:GetApplicationRevision');

    expect(outcome.diagnosis?.gaps.map(({ what }) => what)).toEqual(['hook']);
    expect(textOf(place)).toContain('Which function the hook is, is not shown');
    expect(outcomeSentence(outcome)).toContain('BeforeAllowTraffic failed');
  });
});

const contentOf = (hook: string): string =>
  JSON.stringify({
    version: 0,
    Resources: [
      {
        Web: {
          Type: 'AWS::ECS::Service',
          Properties: {
            TaskDefinition: 'arn:aws:ecs:us-east-1:123456789012:task-definition/web:1',
            LoadBalancerInfo: { ContainerName: 'web', ContainerPort: 80 },
          },
        },
      },
    ],
    Hooks: [{ beforeAllowTraffic: hook }],
  });
