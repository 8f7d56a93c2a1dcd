import { describe, expect, test } from '@jest/globals';
import { runAll, type Step } from '../support/bad-input.ts';
import { groupOf, webScenario } from '../support/blue-green.ts';
import { sendNow } from '../support/deployment.ts';
import { registry, workerScenario } from '../support/sandbox.ts';
import { lambdaHook, shiftScenario } from '../support/shift.ts';

const fileOf = (family: string, tag: string, logs = ''): string => `family: ${family}
networkMode: awsvpc
containerDefinitions:
  - name: ${family}
    image: ${registry}/${family}:${tag}
    memory: 256
    portMappings: [{ containerPort: 80 }]
${logs}`;

const byEcs = {
  files: { 'deploy.yml': fileOf('worker', 'v2') },
  inputs: { cluster: 'shop', service: 'worker' },
};
const byCodeDeploy = {
  action: 'bluegreen-deploy',
  files: { 'deploy.yml': fileOf('web', 'v2') },
  inputs: { cluster: 'shop', service: 'web' },
} as const;

const native = (configuration: string, more: string): string =>
  shiftScenario({
    configuration: `strategy: BLUE_GREEN, bakeTimeInMinutes: 5, ${configuration}`,
    more,
  });

interface Row extends Step {
  readonly status: string;
  /** What the log has. */
  readonly says: readonly (string | RegExp)[];
  /** What the output has. */
  readonly diagnosis: object;
}

const rows: readonly Row[] = [
  {
    ...byEcs,
    name: "a hook of ECS's own strategies that fails",
    speed: 60,
    scenario: native(
      `lifecycleHooks: [${lambdaHook('check', 'POST_SCALE_UP')}]`,
      'lifecycleHooks: [{ function: check, result: fail }]',
    ),
    status: 'rolled-back',
    says: [
      '✗ It got as far as POST_SCALE_UP (its hook is the function check)',
      'The last lines of the function check:',
      'GET /health answered 503',
    ],
    diagnosis: { stage: { name: 'POST_SCALE_UP', hook: { functionName: 'check' } } },
  },
  {
    ...byEcs,
    name: "an alarm in the bake of ECS's own strategies",
    speed: 60,
    scenario: native(
      'alarms: { enable: true, rollback: true, alarmNames: [errors] }',
      'alarms: [{ name: errors, at: 240, threshold: 7 }]',
    ),
    status: 'rolled-back',
    says: ['✗ It got as far as BAKE_TIME', 'The alarm errors went off: Sum of'],
    diagnosis: { stage: { name: 'BAKE_TIME', alarms: [{ name: 'errors', threshold: 7 }] } },
  },
  {
    ...byEcs,
    name: "a pause of ECS's own strategies at which nobody decides in time",
    speed: 60,
    scenario: native(
      'lifecycleHooks: [{ targetType: PAUSE, lifecycleStages: [POST_SCALE_UP], timeoutConfiguration: { timeoutInMinutes: 3, action: ROLLBACK } }]',
      '',
    ),
    status: 'rolled-back',
    says: [/--action CONTINUE/, /--action ROLLBACK/, 'decide about the pause before its time is over'],
    diagnosis: { stage: { name: 'POST_SCALE_UP', pause: { status: 'TIMED_OUT' } } },
  },
  {
    ...byCodeDeploy,
    name: 'an alarm that CodeDeploy watches',
    speed: 60,
    scenario: webScenario({
      group: groupOf('alarms: [errors]'),
      more: 'alarms: [{ name: errors, at: 30, threshold: 7 }]',
    }),
    status: 'rolled-back',
    says: ['✗ The alarm errors went off: Sum of'],
    diagnosis: { stage: { name: 'Install', alarms: [{ name: 'errors', threshold: 7 }] } },
  },
  {
    ...byCodeDeploy,
    name: 'a hook of CodeDeploy that this run does not know, since it joins',
    speed: 20,
    scenario: webScenario({ more: 'hooks: { check-web: fail }' }),
    before: (sandbox, pass) => {
      sendNow(sandbox, 'CreateDeployment', {
        applicationName: 'Shop',
        deploymentGroupName: 'Web',
        revision: { revisionType: 'AppSpecContent', appSpecContent: { content: appSpec } },
      });
      pass(30);
    },
    inputs: {
      ...byCodeDeploy.inputs,
      'task-definition': 'web:1',
      'when-in-progress': 'join',
    },
    status: 'rolled-back',
    says: [
      '✗ It got as far as BeforeAllowTraffic (its hook is the function check-web)',
      'GET /health answered 503',
    ],
    diagnosis: { stage: { name: 'BeforeAllowTraffic', hook: { functionName: 'check-web' } } },
  },
  {
    ...byEcs,
    name: 'a deployment that another one takes over from',
    speed: 20,
    scenario: workerScenario({
      more: 'competing: [{ service: worker, afterSeconds: 40, taskDefinition: worker:1 }]',
    }),
    status: 'superseded',
    says: [
      /✗ It was superseded by ecs-svc\/\d+ of worker:1 \(registered by arn:aws:/,
      'Serves now: worker:1',
    ],
    diagnosis: { successor: { revision: 'worker:1' }, serving: { revision: 'worker:1' } },
  },
  {
    ...byEcs,
    name: 'a crash whose log goes through FireLens to CloudWatch Logs',
    speed: 60,
    files: {
      'deploy.yml': fileOf(
        'worker',
        'fault-crash',
        `    logConfiguration:
      logDriver: awsfirelens
      options: { Name: cloudwatch_logs, region: us-east-1, log_group_name: /shop, log_stream_prefix: app- }
`,
      ),
    },
    scenario: workerScenario(),
    status: 'rolled-back',
    says: [/The last \d+ lines of container worker of task \w+ \(\/shop, app-worker-firelens-\w+\):/],
    diagnosis: { causes: [{ cause: { kind: 'exited' } }] },
  },
  {
    ...byEcs,
    name: 'a crash of a revision that is given by its name, while a policy scales',
    speed: 60,
    scenario: workerScenario({
      more: `scalableTargets: [{ resourceId: service/shop/worker, min: 1, max: 9 }]
scalings: [{ resourceId: service/shop/worker, afterSeconds: 20, desiredCount: 3, policy: busy }]`,
    }),
    before: (sandbox) => {
      sendNow(sandbox, 'RegisterTaskDefinition', {
        family: 'worker',
        networkMode: 'awsvpc',
        containerDefinitions: [
          {
            name: 'worker',
            image: `${registry}/worker:fault-crash`,
            memory: 256,
            portMappings: [{ containerPort: 80 }],
          },
        ],
      });
    },
    inputs: { ...byEcs.inputs, 'task-definition': 'worker:2' },
    status: 'rolled-back',
    says: [
      'to blame: containerDefinitions[0].name; no line is marked',
      'Meanwhile the service was scaled: Setting desired count to 3.',
    ],
    diagnosis: { causes: [{ member: 'containerDefinitions[0].name' }], scaling: [{}] },
  },
];

const appSpec = JSON.stringify({
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
  Hooks: [{ BeforeAllowTraffic: 'check-web' }],
});

const result = runAll(rows, 4);

describe('what fails beside tasks is told through dist', () => {
  test.each(rows.map((row): [string, Row] => [row.name, row]))('%s', async (name, row) => {
    const { ended } = await result(name);

    expect(ended.exitCode).toBe(1);
    expect(ended.outputs.get('status')).toBe(row.status);
    for (const text of row.says) expect(ended.log).toMatch(text);
    expect(JSON.parse(ended.outputs.get('diagnosis') ?? '')).toMatchObject(row.diagnosis);
    expect(ended.summary).toContain('#### Diagnosis');
  });
});
