import { describe, expect, test } from '@jest/globals';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import type { ServiceDeployment } from '../../sandbox/services/ecs/state.ts';
import { cancel, cutOff, expectUndone, type Moment, momentName, type Step } from '../support/cut-off.ts';

type Once = NonNullable<Moment['once']>;

const isSeen = (sandbox: Sandbox, is: (record: ServiceDeployment) => boolean): boolean =>
  sandbox.live().ecs.services.some(({ records: [newest] }) => newest !== undefined && is(newest));

/** The first look once the service deployment of this run is at this stage. */
const lookAt = (stage: string): Moment => ({
  operation: 'DescribeServices',
  time: 1,
  when: 'before',
  once: { name: stage, holds: (sandbox) => isSeen(sandbox, ({ shift }) => shift?.stage === stage) },
});

const complete: Once = {
  name: 'ECS calls it complete',
  holds: (sandbox) => isSeen(sandbox, ({ status }) => status === 'SUCCESSFUL'),
};

/** The example with ECS as the controller of `web`, which shifts its traffic so. */
const withNativeWeb = (configuration: string) => (example: string) => {
  const [before = '', after = ''] = example.split('    serviceName: web\n');
  const [, rule = ''] = /(arn:\S+listener-rule\S+9683b2d02a6cabe1)/.exec(example) ?? [];
  const [, green = ''] = /(arn:\S+reservation-web-green\S+)/.exec(example) ?? [];
  const role = 'arn:aws:iam::123456789012:role/shift';
  const web = after
    .replace('{ type: CODE_DEPLOY }', '{ type: ECS }')
    .replace('deploymentConfiguration:', `deploymentConfiguration:\n      ${configuration}`)
    .replace(
      'containerPort: 8080',
      `containerPort: 8080\n        advancedConfiguration: { alternateTargetGroupArn: '${green}', productionListenerRule: '${rule}', roleArn: '${role}' }`,
    );
  return `${before}    serviceName: web\n${web.slice(0, web.indexOf('codedeploy:'))}`;
};

const shifted = (...configuration: readonly string[]): Step => ({
  action: 'bluegreen-deploy',
  service: 'web',
  scenario: withNativeWeb(configuration.join('\n      ')),
  requestMs: 6_000,
});

const call = (operation: string, when: Moment['when'], time = 1): Moment => ({ operation, time, when });
const start = [call('UpdateService', 'before'), call('UpdateService', 'after')];
const worker = { action: 'ecs-update-service', service: 'sidekiq', requestMs: 6_000 } as const;

const cases: readonly (readonly [string, Step, readonly Moment[]])[] = [
  [
    'BLUE_GREEN without a load balancer',
    { ...worker, inputs: { strategy: 'BLUE_GREEN', 'bake-minutes': '10' } },
    [...start, lookAt('SCALE_UP'), lookAt('BAKE_TIME')],
  ],
  [
    'BLUE_GREEN',
    shifted('strategy: BLUE_GREEN', 'bakeTimeInMinutes: 10'),
    [...start.slice(1), lookAt('BAKE_TIME')],
  ],
  [
    'CANARY',
    shifted(
      'strategy: CANARY',
      'canaryConfiguration: { canaryPercent: 10, canaryBakeTimeInMinutes: 5 }',
      'bakeTimeInMinutes: 0',
    ),
    [lookAt('SCALE_UP'), lookAt('PRODUCTION_TRAFFIC_SHIFT')],
  ],
  [
    'LINEAR',
    shifted(
      'strategy: LINEAR',
      'linearConfiguration: { stepPercent: 50, stepBakeTimeInMinutes: 5 }',
      'bakeTimeInMinutes: 0',
    ),
    [lookAt('PRODUCTION_TRAFFIC_SHIFT')],
  ],
  [
    'stable-for',
    { ...worker, inputs: { 'stable-for': '600' } },
    [
      call('DescribeServices', 'before', 3),
      { ...call('DescribeServices', 'after'), once: complete },
      { ...call('DescribeServices', 'before', 2), once: complete },
    ],
  ],
  [
    'a deployment that this step ends since its tasks crash',
    { ...worker, tag: 'fault-crash', requestMs: 12_000 },
    [call('StopServiceDeployment', 'before'), call('StopServiceDeployment', 'after')],
  ],
  [
    'the same by CodeDeploy',
    { action: 'bluegreen-deploy', service: 'web', tag: 'fault-crash', requestMs: 12_000 },
    [call('StopDeployment', 'before'), call('StopDeployment', 'after')],
  ],
];

describe.each(cases)('%s with on-cancel: rollback, cut off at every step', (_name, step, moments) => {
  test.each(moments.map((moment) => [momentName(moment), moment] as const))(
    'cancelled or killed %s: what was there before is back',
    async (_, moment) => {
      const [cancelled, killed] = await Promise.all([
        cutOff(step, moment, cancel),
        cutOff(step, moment, (child) => child.kill('SIGKILL')),
      ]);
      expect(cancelled.main.outputs.get('status')).toBe('cancelled');
      expect(killed.main.exitCode).toBeNull();
      expectUndone(cancelled);
      expectUndone(killed);
    },
  );
});

describe('suspend-scaling with on-cancel: rollback, cut off at every step', () => {
  const step: Step = {
    action: 'ecs-update-service',
    service: 'sidekiq',
    inputs: { 'suspend-scaling': 'all' },
    scenario: 'scalableTargets: [{ resourceId: service/reservation/sidekiq, min: 1, max: 9 }]',
  };
  const moments = [
    call('DescribeScalableTargets', 'before'),
    call('TagResource', 'before'),
    call('TagResource', 'after'),
    call('RegisterScalableTarget', 'before'),
    call('RegisterScalableTarget', 'after'),
    ...start,
    call('DescribeServiceDeployments', 'before'),
  ];

  test.each(moments.map((moment) => [momentName(moment), moment] as const))(
    'cancelled or killed %s: scaling and service are as they were before',
    async (_, moment) => {
      const [cancelled, killed] = await Promise.all([
        cutOff(step, moment, cancel),
        cutOff(step, moment, (child) => child.kill('SIGKILL')),
      ]);
      expect(cancelled.main.outputs.get('status')).toBe('cancelled');
      expect(killed.main.exitCode).toBeNull();
      for (const seen of [cancelled, killed]) {
        expectUndone(seen);
        const untouched = { in: false, out: false, scheduled: false };
        expect(seen.scalableTargets).toMatchObject([{ suspended: untouched, tags: {} }]);
      }
    },
  );
});
