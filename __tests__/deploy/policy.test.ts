import { describe, expect, test } from '@jest/globals';
import type { Outcome } from '../../src/deploy/outcome.ts';
import { POLICIES } from '../../src/deploy/policy.ts';
import { policyDocument, type PolicyStatement } from '../../src/iam/policy.ts';
import type { ActionName, DeployRequest } from '../../src/deploy/request.ts';
import type { RegisterTaskDefinitionCommandInput } from '@aws-sdk/client-ecs';
import type { RollbackRequest } from '../../src/rollback/rollback.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { groupOf, webScenario } from '../support/blue-green.ts';
import {
  blueGreenStage,
  type BlueGreenStage,
  file,
  noSettings,
  type Stage,
  stage,
  webFile,
} from '../support/deployment.ts';
import { registry, targetGroup, workerScenario } from '../support/sandbox.ts';
import { lambdaHook, shiftScenario } from '../support/shift.ts';
import { dataVolume, leftOpen } from '../support/volume.ts';

const roles = {
  executionRoleArn: 'arn:aws:iam::123456789012:role/execution',
  taskRoleArn: 'arn:aws:iam::123456789012:role/task',
};
const names = new Map([
  ['EXECUTION_ROLE', 'execution'],
  ['TASK_ROLE', 'task'],
  ['INFRASTRUCTURE_ROLE', 'infrastructure'],
  ['HOOK_ROLE', 'hooks'],
  ['APPLICATION', 'Shop'],
  ['REPOSITORY', '*'],
  ['SERVICE', '*'],
  ['CLUSTER', 'shop'],
  ['ACCOUNT', '123456789012'],
  ['REGION', 'us-east-1'],
  ['LOG_GROUP', '/shop'],
  ['FAMILY', '*'],
  ['HOOK', 'check'],
  ['GROUP', 'Web'],
]);

/** A policy as a user would fill it in, as a line of a scenario. */
function policyOf(statements: readonly PolicyStatement[]): string {
  const text = JSON.stringify(policyDocument(statements));
  const filled = [...names].reduce(
    (line, [word, name]) => line.replaceAll(new RegExp(`\\b${word}\\b`, 'g'), name),
    text,
  );
  return `policy: ${filled}`;
}

type DeployAction = Exclude<ActionName, 'rollback'>;

/** What a deployment had to say for itself: how it ended, what it warned of, and whether it knows its image. */
interface Told {
  readonly status: string;
  readonly image: string;
  readonly causes: number;
  readonly warnings: number;
  /** Whether this run could end a deployment that cannot succeed. */
  readonly stopped: boolean;
  /** What a diagnosis could not read. */
  readonly gaps: number;
}

interface Case {
  /** Lines of the scenario. */
  readonly more?: string;
  /** Lines of the service, or of the deployment group. */
  readonly lines?: string;
  /** A statement that is missing too. */
  readonly without?: string;
  /** Whether it is a service whose traffic ECS shifts between two target groups. */
  readonly shifts?: boolean;
  /** Whether it is a service of ECS, though the action deploys by CodeDeploy as well. */
  readonly native?: boolean;
  readonly request?: Partial<DeployRequest>;
  /** Something that was done before, by somebody who may do everything. */
  readonly after?: 'a deployment that waits';
}

const whole: Told = { status: 'deployed', image: 'true', causes: 0, warnings: 0, stopped: false, gaps: 0 };
const crashing: Told = {
  status: 'rolled-back',
  image: 'unknown',
  causes: 1,
  warnings: 0,
  stopped: true,
  gaps: 0,
};

/** A line that makes a service a scalable target. */
const scalable = (service: string): string =>
  `scalableTargets: [{ resourceId: service/shop/${service}, min: 1, max: 9 }]`;

const rolling = async (
  statements: readonly PolicyStatement[],
  { request = {}, lines, more = scalable('worker'), without, shifts = false }: Case,
): Promise<Told> => {
  const policy = policyOf(statements.filter(({ sid }) => sid !== without));
  const place: Stage = stage({
    scenario: shifts
      ? shiftScenario({
          configuration: 'strategy: BLUE_GREEN, bakeTimeInMinutes: 0',
          more: `${policy}\n${more}`,
        })
      : workerScenario({ more: `${policy}\n${more}`, ...(lines === undefined ? {} : { service: lines }) }),
  });
  return told(await place.deploy({ revision: file('v2', roles), ...request }), place);
};

const blueGreen = async (
  statements: readonly PolicyStatement[],
  { native = false, ...given }: Case,
): Promise<Told> => {
  if (native) {
    const request = { action: 'bluegreen-deploy', ...given.request } as const;
    return rolling(statements, { ...given, request });
  }
  const { request = {}, after, lines, more = scalable('web'), without } = given;
  const policyLine = policyOf(statements.filter(({ sid }) => sid !== without));
  const group = lines === undefined ? {} : { group: lines };
  const scenario = webScenario({ ...group, more: `${policyLine}\n${more}` });
  const place: BlueGreenStage = blueGreenStage({ scenario });
  if (after !== undefined) {
    await unlimited(place.sandbox, () => place.deploy({ revision: webFile('v2', roles) }));
    place.told.warnings.length = 0;
  }
  return told(await place.deploy({ revision: webFile('v3', roles), ...request }), place);
};

/** Something that is done by somebody who may do everything. */
async function unlimited({ world }: Sandbox, act: () => Promise<unknown>): Promise<void> {
  const { policy, ...rest } = world.permissions;
  Object.assign(world, { permissions: rest });
  await act();
  Object.assign(world, { permissions: { ...rest, policy } });
}

const told = (outcome: Outcome, { told: said }: { told: { warnings: readonly unknown[] } }): Told => ({
  status: outcome.verdict.status,
  image: outcome.imageVerified,
  causes: outcome.causes.length,
  warnings: said.warnings.length,
  stopped: outcome.verdict.facts.stopped === true,
  gaps: outcome.diagnosis?.gaps.length ?? 0,
});

const byName = { application: 'Shop', group: 'Web' };
const plain = { codeDeploy: { ...byName, endPreviousWait: false, waitForTermination: false } };

const logged = (family: string): Partial<RegisterTaskDefinitionCommandInput> => ({
  ...roles,
  containerDefinitions: [
    {
      name: family,
      image: `${registry}/${family}:fault-crash`,
      memory: 256,
      portMappings: [{ containerPort: 80 }],
      logConfiguration: {
        logDriver: 'awslogs',
        options: {
          'awslogs-group': '/shop',
          'awslogs-region': 'us-east-1',
          'awslogs-stream-prefix': 'app',
        },
      },
    },
  ],
});

const scaled = (
  service: string,
): string => `scalableTargets: [{ resourceId: service/shop/${service}, min: 1, max: 9 }]
scalings: [{ resourceId: service/shop/${service}, afterSeconds: 20, desiredCount: 3, policy: busy }]`;

const balanced = `    loadBalancers: [{ targetGroupArn: '${targetGroup}', containerName: worker, containerPort: 80 }]
    deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true } }`;

const hooked = {
  ...plain.codeDeploy,
  appSpec: {
    containerName: 'web',
    containerPort: 80,
    hooks: [{ event: 'BeforeAllowTraffic', lambda: 'check' }],
  },
};

/** A service without a load balancer that ECS replaces side by side, and what more its configuration has. */
const sideBySide = (strategy: string, more = ''): string =>
  `    deploymentConfiguration: { strategy: ${strategy}, bakeTimeInMinutes: 0${more} }`;

const hookedService = sideBySide('BLUE_GREEN', `, lifecycleHooks: [${lambdaHook('smoke', 'POST_SCALE_UP')}]`);
const withBreaker = sideBySide('BLUE_GREEN', ', deploymentCircuitBreaker: { enable: true, rollback: true }');

/** For each statement a deployment that needs it; what is not here is needed by the plain one. */
const needing: Readonly<Record<DeployAction, Readonly<Record<string, Case>>>> = {
  'ecs-update-service': {
    ReadLogs: { request: { revision: file('fault-crash', logged('worker')) } },
    ReadTargets: { lines: balanced, request: { revision: file('fault-unhealthy', roles) } },
    ReadTags: { without: 'ReadImages', request: { revision: file('v22', roles) } },
    ReadScalingActivities: { more: scaled('worker'), request: { revision: file('fault-crash', roles) } },
    ReadAlarms: {
      lines:
        '    deploymentConfiguration: { alarms: { enable: true, rollback: true, alarmNames: [errors] } }',
      more: 'alarms: [{ name: errors, at: 10 }]',
    },
    ReadHookLogs: {
      lines: `    deploymentConfiguration: { strategy: BLUE_GREEN, bakeTimeInMinutes: 0, lifecycleHooks: [${lambdaHook('check', 'POST_SCALE_UP')}] }`,
      more: 'lifecycleHooks: [{ function: check, stage: POST_SCALE_UP, result: fail }]',
    },
    StopServiceDeployment: { request: { revision: file('fault-crash', roles) } },
    ReadLiveTargets: { shifts: true },
    PassRolesForHooks: {
      lines: hookedService,
      request: { settings: { ...noSettings, deployment: { bakeMinutes: 1 } } },
    },
    ReadScalableTargets: { request: { suspendScaling: 'in' } },
    SuspendScaling: { request: { suspendScaling: 'in' } },
    PassRoleForVolumes: {
      request: {
        settings: { ...noSettings, volume: dataVolume() },
        revision: file('v2', { ...roles, ...leftOpen }),
      },
    },
  },
  'bluegreen-deploy': {
    ReadScalableTargets: { request: { ...plain, suspendScaling: 'in' } },
    SuspendScaling: { request: { ...plain, suspendScaling: 'in' } },
    ReadLogs: { request: { ...plain, revision: webFile('fault-crash', logged('web')) } },
    ReadTargets: { request: { ...plain, revision: webFile('fault-unhealthy', roles) } },
    ReadTags: { without: 'ReadImages', request: { ...plain, revision: webFile('v22', roles) } },
    ReadScalingActivities: {
      more: scaled('web'),
      request: { ...plain, revision: webFile('fault-crash', roles) },
    },
    ReadHookLogs: { more: 'hooks: { check: fail }', request: { codeDeploy: hooked } },
    ReadAlarms: {
      lines: groupOf('alarms: [errors]'),
      more: 'alarms: [{ name: errors, at: 30 }]',
      request: plain,
    },
    ListDeployments: {
      more: "faults: [{ operation: 'codedeploy:CreateDeployment', kind: reset-after }]",
      request: plain,
    },
    StopDeployment: { request: { ...plain, revision: webFile('fault-crash', roles), waitMinutes: 20 } },
    EndPreviousWait: {
      request: { codeDeploy: { ...byName, endPreviousWait: true, waitForTermination: false } },
      after: 'a deployment that waits',
    },
    FindDeploymentGroup: {
      request: { codeDeploy: { endPreviousWait: false, waitForTermination: false } },
    },
    UpdateService: { native: true, shifts: true },
    ListServiceDeployments: { native: true, shifts: true },
    ReadServiceDeployments: { native: true, shifts: true },
    ReadLiveTargets: { native: true, shifts: true },
    StopServiceDeployment: {
      native: true,
      lines: withBreaker,
      request: { revision: file('fault-crash', roles) },
    },
    PassRolesForHooks: {
      native: true,
      lines: hookedService,
      request: { settings: { ...noSettings, deployment: { bakeMinutes: 1 } } },
    },
    PassRoleForVolumes: {
      native: true,
      lines: sideBySide('BLUE_GREEN'),
      request: {
        settings: { ...noSettings, volume: dataVolume() },
        revision: file('v2', { ...roles, ...leftOpen }),
      },
    },
  },
};

const actions = { 'ecs-update-service': rolling, 'bluegreen-deploy': blueGreen } as const;

describe.each(['ecs-update-service', 'bluegreen-deploy'] as const)('the policy of %s', (action) => {
  const run = actions[action];
  const request = action === 'bluegreen-deploy' ? plain : {};

  test('is enough for a deployment that has nothing to complain of', async () => {
    expect(await run(POLICIES[action], { request })).toEqual(whole);
  });

  test('is enough to tell why a deployment failed', async () => {
    const revision =
      action === 'bluegreen-deploy' ? webFile('fault-crash', roles) : file('fault-crash', roles);

    expect(await run(POLICIES[action], { request: { ...request, revision } })).toEqual(crashing);
  });

  test.each(['BLUE_GREEN', 'LINEAR', 'CANARY'])(
    'is enough for a service of ECS with %s',
    async (strategy) => {
      const given = { native: true, lines: sideBySide(strategy) };
      expect(await run(POLICIES[action], given)).toEqual(whole);
      const revision = file('fault-crash', roles);
      expect(await run(POLICIES[action], { ...given, request: { revision } })).toEqual(crashing);
    },
  );

  test('is enough for a service whose traffic ECS shifts', async () => {
    expect(await run(POLICIES[action], { native: true, shifts: true })).toEqual(whole);
  });

  test.each(POLICIES[action].map((statement) => [statement.sid, statement] as const))(
    'cannot do without %s',
    async (sid, statement) => {
      const needed = { request, ...needing[action][sid] };
      const rest = POLICIES[action].filter((other) => other !== statement);
      const complete = await run(POLICIES[action], needed);
      const told = await run(rest, needed);

      expect(told).not.toEqual(complete);
      // What the README calls optional is: the deployment ends as it would.
      if (!statement.optional) expect(told.status).toBe('failed');
    },
  );
});

interface RollbackCase {
  readonly request?: Partial<RollbackRequest>;
  /** Image tags that were deployed before, each long enough ago; v2 and v3 unless given. */
  readonly after?: readonly string[];
  /** Then this one was deployed, and its deployment is under way, or waits to terminate the old task set. */
  readonly underWay?: string;
}

describe('the policy of rollback', () => {
  const rollBack = async (
    statements: readonly PolicyStatement[],
    { request = {}, after = ['v2', 'v3'], underWay }: RollbackCase,
  ): Promise<readonly Told[]> => {
    const more = policyOf(statements);
    const worker = stage({ scenario: workerScenario({ more: `${more}\n${scalable('worker')}` }) });
    const web = blueGreenStage({ scenario: webScenario({ more: `${more}\n${scalable('web')}` }) });
    const places = [
      { place: worker, revision: (tag: string) => file(tag, roles) },
      { place: web, revision: (tag: string) => webFile(tag, roles) },
    ] as const;
    const ended: Told[] = [];
    for (const { place, revision } of places) {
      await unlimited(place.sandbox, async () => {
        for (const tag of after) {
          await place.deploy({ revision: revision(tag) });
          place.pass(600);
        }
        if (underWay !== undefined) await place.deployByHand(underWay);
        place.pass(30);
      });
      place.told.warnings.length = 0;
      ended.push(told(await place.rollBack({ ...plain, ...request }), place));
    }
    return ended;
  };

  const needs: Readonly<Record<string, RollbackCase>> = {
    ReadScalableTargets: { request: { suspendScaling: 'in' } },
    SuspendScaling: { request: { suspendScaling: 'in' } },
    StopServiceDeployment: { underWay: 'v1' },
    StopDeployment: { underWay: 'v1' },
    FindDeploymentGroup: {
      after: [],
      request: { to: 'web:1', codeDeploy: { endPreviousWait: false, waitForTermination: false } },
    },
  };

  test('is enough for a rollback that has nothing to complain of, of either kind', async () => {
    expect(await rollBack(POLICIES.rollback, {})).toEqual([whole, whole]);
  });

  test.each(['BLUE_GREEN', 'LINEAR', 'CANARY'])(
    'is enough for a service of ECS with %s',
    async (strategy) => {
      const configuration = `strategy: ${strategy}, bakeTimeInMinutes: 0`;
      const scenario = shiftScenario({ configuration, more: policyOf(POLICIES.rollback) });
      const place = stage({ scenario });
      await unlimited(place.sandbox, async () => {
        await place.deploy({ revision: file('v2', roles), waitMinutes: 120 });
        place.pass(600);
      });
      place.told.warnings.length = 0;
      expect(told(await place.rollBack({ waitMinutes: 120 }), place)).toEqual(whole);
    },
  );

  // A rollback is diagnosed, and finds its live target group, by the code of the deploy actions: their tests prove these.
  const proven = [
    'EndPreviousWait',
    'ReadLiveTargets',
    'ReadLogs',
    'ReadHookLogs',
    'ReadTargets',
    'ReadTags',
    'ReadAlarms',
    'ReadScalingActivities',
  ];
  const plainly = POLICIES.rollback.filter(({ sid }) => !proven.includes(sid));
  test.each(plainly.map((statement) => [statement.sid, statement] as const))(
    'cannot do without %s',
    async (sid, statement) => {
      const needed = needs[sid] ?? {};
      const rest = POLICIES.rollback.filter((other) => other !== statement);
      const complete = await rollBack(POLICIES.rollback, needed);
      const without = await rollBack(rest, needed);

      expect(without).not.toEqual(complete);
      if (!statement.optional) expect(without.map(({ status }) => status)).toContain('failed');
    },
  );

  test.each([
    ['with', POLICIES.rollback, 'deployed'],
    ['without', POLICIES.rollback.filter(({ sid }) => sid !== 'EndPreviousWait'), 'failed'],
  ] as const)(
    '%s EndPreviousWait a revision is named while the last one waits',
    async (_with, policy, status) => {
      const web = blueGreenStage({ scenario: webScenario({ more: policyOf(policy) }) });
      await unlimited(web.sandbox, async () => {
        await web.deploy({ revision: webFile('v2', roles) });
        web.pass(600);
        await web.deploy({ revision: webFile('v3', roles) });
      });
      expect((await web.rollBack({ ...plain, to: 'web:1' })).verdict.status).toBe(status);
    },
  );
});

test('without the bounds of Application Auto Scaling a count outside them is not refused', async () => {
  const narrow = `scalableTargets: [{ resourceId: service/shop/worker, min: 1, max: 3 }]`;
  const policy = POLICIES['ecs-update-service'];
  const outcomes = [policy, policy.filter(({ sid }) => sid !== 'ReadScalableTargets')].map(
    async (statements) => {
      const more = `${policyOf(statements)}\n${narrow}`;
      const place = stage({ scenario: workerScenario({ more }) });
      const settings = { ...noSettings, desiredCount: 5 };
      return (await place.deploy({ revision: file('v2', roles), settings })).verdict.status;
    },
  );

  expect(await Promise.all(outcomes)).toEqual(['failed', 'deployed']);
});
