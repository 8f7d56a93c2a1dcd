import { describe, expect, test } from '@jest/globals';
import type { ContainerDefinition } from '@aws-sdk/client-ecs';
import type { Diagnosis } from '../../src/diagnosis/diagnosis.ts';
import { pathText } from '../../src/inputs/node.ts';
import { outcomeSentence } from '../../src/report/outcome.ts';
import { groupOf, webScenario } from '../support/blue-green.ts';
import { blueGreenStage, denyNow, file, patient, type Stage, stage } from '../support/deployment.ts';
import { registry, targetGroup, workerScenario } from '../support/sandbox.ts';

const run = { repository: 'example/shop', runId: '76', runAttempt: '1' };

const awslogs = {
  logDriver: 'awslogs',
  options: { 'awslogs-group': '/shop', 'awslogs-region': 'us-east-1', 'awslogs-stream-prefix': 'w' },
} as const;

/** A file whose every member says by its line which it is. */
const fileWith = (tag: string, more: Partial<ContainerDefinition> = {}) => ({
  ...file(tag, {
    containerDefinitions: [
      {
        name: 'worker',
        image: `${registry}/worker:${tag}`,
        memory: 256,
        logConfiguration: awslogs,
        ...more,
      },
    ],
  }),
  locate: (path: readonly (string | number)[]) => ({ file: pathText(path), line: 1 }),
});

interface Failed {
  readonly place: Stage;
  readonly diagnosis: Diagnosis;
}

async function failed(
  tag: string,
  more: Partial<ContainerDefinition> = {},
  place: Stage = stage(),
): Promise<Failed> {
  const { diagnosis, verdict } = await place.deploy({ revision: fileWith(tag, more), control: patient });
  if (diagnosis === undefined) throw new Error(`No diagnosis: ${verdict.status} ${verdict.rule}`);
  return { place, diagnosis };
}

describe('a version that crashes', () => {
  test('is diagnosed with its exit code and the end of its log, from its own stream', async () => {
    const { diagnosis, place } = await failed('fault-crash');
    const [cause] = diagnosis.causes;

    expect(cause?.cause).toMatchObject({ kind: 'exited', container: 'worker', exitCode: 1 });
    expect(cause?.logs).toHaveLength(2);
    expect(cause?.logs[0]?.source).toEqual({
      group: '/shop',
      stream: `w/worker/${cause?.tasks[0]?.id ?? ''}`,
    });
    expect(cause?.logs[0]?.lines.at(-1)).toContain('config.ru');
    expect(place.told.lines).toContain('Diagnosis');
    expect(place.told.lines.join('\n')).toContain('What to do next');
  });

  test('is shown at the name of its container, or at its command where it has one', async () => {
    const plain = await failed('fault-crash');
    const commanded = await failed('fault-crash', { command: ['run'] });

    expect(plain.diagnosis.causes[0]?.place?.file).toBe('containerDefinitions[0].name');
    expect(commanded.diagnosis.causes[0]?.place?.file).toBe('containerDefinitions[0].command');
  });

  test('without permission for its log loses that line alone, which says what would show it', async () => {
    const place = stage();
    denyNow(place.sandbox, 'logs:GetLogEvents');
    const { diagnosis } = await failed('fault-crash', {}, place);

    expect(diagnosis.causes[0]?.cause.kind).toBe('exited');
    expect(diagnosis.gaps.map(({ what }) => what)).toEqual(['logs']);
    expect(place.told.lines.join('\n')).toContain(
      'Add this statement to the policy of the role that the job assumes: {"Effect":"Allow","Action":"logs:GetLogEvents"',
    );
  });

  test('with another log driver says where to look', async () => {
    const options = { Name: 'datadog', Host: 'intake.example', apikey: 'never-to-be-shown' };
    const { diagnosis, place } = await failed('fault-crash', {
      logConfiguration: { logDriver: 'awsfirelens', options },
    });

    expect(diagnosis.causes[0]?.logs[0]?.source).toEqual({
      kind: 'elsewhere',
      plugin: 'datadog',
      destination: 'intake.example',
    });
    expect(place.told.lines.join('\n')).toContain('look where datadog (intake.example) sends it');
    expect(JSON.stringify([diagnosis, place.told])).not.toContain('never-to-be-shown');
  });
});

test.each([
  ['fault-unpullable', 'image-missing', 'containerDefinitions[0].image'],
  ['fault-arch', 'wrong-architecture', 'containerDefinitions[0].image'],
  ['fault-exec-format', 'wrong-architecture', 'containerDefinitions[0].image'],
  ['fault-oom', 'out-of-memory', 'containerDefinitions[0].memory'],
  ['fault-log-group', 'log-group-missing', 'containerDefinitions[0].logConfiguration'],
  ['fault-no-route', 'registry-unreachable', undefined],
  ['fault-layers', 'layers-unreachable', undefined],
])('%s is diagnosed as %s, at %s', async (tag, kind, place) => {
  const tags = ['v1', tag].map((name) => `${name}: sha256:${'0'.repeat(64)}`).join(', ');
  const scenario = workerScenario().replace(/tags: \[.*\]/, `tags: { ${tags} }`);
  const { diagnosis } = await failed(tag, {}, stage({ scenario }));

  expect(diagnosis.causes[0]?.cause.kind).toBe(kind);
  expect(diagnosis.causes[0]?.place?.file).toBe(place);
});

test.each([
  ['fault-secret', 'secret-missing'],
  ['fault-secret-denied', 'secret-denied'],
])('%s is diagnosed as %s, at the secret', async (tag, kind) => {
  const tags = ['v1', tag].map((name) => `${name}: sha256:${'0'.repeat(64)}`).join(', ');
  const scenario = workerScenario().replace(/tags: \[.*\]/, `tags: { ${tags} }`);
  const secrets = [{ name: 'KEY', valueFrom: 'arn:aws:secretsmanager:us-east-1:123456789012:secret:app' }];
  const { diagnosis } = await failed(tag, { secrets }, stage({ scenario }));

  expect(diagnosis.causes[0]?.cause.kind).toBe(kind);
  expect(diagnosis.causes[0]?.place?.file).toBe('containerDefinitions[0].secrets[0]');
});

test('a container health check is shown at its line', async () => {
  const { diagnosis } = await failed('fault-unhealthy', { healthCheck: { command: ['CMD', 'true'] } });

  expect(diagnosis.causes[0]?.cause).toMatchObject({ kind: 'container-health', container: 'worker' });
  expect(diagnosis.causes[0]?.place?.file).toBe('containerDefinitions[0].healthCheck');
});

test('want of capacity is told by the events of the service, without any stopped task', async () => {
  const scenario = workerScenario().replace('fault-slow', 'fault-no-capacity');
  const place = stage({ scenario });
  const outcome = await place.deploy({ revision: fileWith('fault-no-capacity'), waitMinutes: 5 });
  const { diagnosis, verdict } = outcome;

  expect(verdict.status).toBe('timed-out');
  expect(diagnosis?.causes[0]).toMatchObject({ cause: { kind: 'no-capacity' }, count: 0 });
  expect(outcomeSentence(outcome)).toContain('No task was started: there is no capacity for the task.');
});

const serviceBehindLoadBalancer = `    loadBalancers: [{ targetGroupArn: '${targetGroup}', containerName: worker, containerPort: 80 }]
    deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true } }`;

test("the load balancer's health check is told with the reason of the target", async () => {
  const scenario = workerScenario({ service: serviceBehindLoadBalancer });
  const ports = { portMappings: [{ containerPort: 80 }] };
  const { diagnosis } = await failed('fault-unhealthy', ports, stage({ scenario }));

  expect(diagnosis.causes[0]?.cause.kind).toBe('load-balancer-health');
  expect(diagnosis.causes[0]?.targets[0]?.description).toContain('Health checks failed');
  expect(diagnosis.gaps).toEqual([]);
});

describe('an image that is missing', () => {
  test('is told with the tags that its repository has, the nearest first', async () => {
    // Where the registry can be asked before, nothing is started.
    const unread = stage();
    denyNow(unread.sandbox, 'ecr:BatchGetImage');
    const { diagnosis, place } = await failed('v22', {}, unread);

    expect(diagnosis.causes[0]?.image).toMatchObject({ reference: `${registry}/worker:v22` });
    expect(diagnosis.causes[0]?.image?.nearestTags[0]).toMatch(/^v[12]$/);
    expect(place.told.lines.join('\n')).toContain('its repository has v');
  });
});

describe('what serves and what differs', () => {
  test('name the revision, its image and start, and the changed members', async () => {
    const { diagnosis, place } = await failed('fault-crash');

    expect(diagnosis.serving).toMatchObject({ revision: 'worker:1' });
    expect(diagnosis.serving?.digests[0]?.digest).toMatch(/^sha256:/);
    expect(diagnosis.serving?.since).toMatch(/^2026-08-25T/);
    expect(diagnosis.changes.map(({ path }) => path)).toContain('containerDefinitions[worker].image');
    expect(place.told.lines.join('\n')).toContain('Serves now: worker:1');
  });

  test('name the commit, where this toolkit registered what serves', async () => {
    const place = stage();
    await place.deploy({ revision: fileWith('v3'), run: { ...run, commit: 'facade' } });
    place.pass(600);
    const { diagnosis } = await failed('fault-crash', {}, place);

    expect(diagnosis.serving).toMatchObject({ revision: 'worker:2', commit: 'facade' });
    expect(place.told.lines.join('\n')).toContain('Serves now: worker:2 (commit facade, since ');
  });

  test('name variables and secrets, and never their values', async () => {
    const { diagnosis, place } = await failed('fault-crash', {
      environment: [{ name: 'TOKEN', value: 'value-of-token' }],
      secrets: [{ name: 'KEY', valueFrom: 'arn:aws:ssm:us-east-1:123456789012:parameter/key' }],
    });
    const all = JSON.stringify([diagnosis, place.told]);

    expect(all).toContain('environment[TOKEN]');
    expect(all).toContain('secrets[KEY]');
    expect(all).not.toContain('value-of-token');
  });
});

describe('a deployment of CodeDeploy', () => {
  const hook = 'arn:aws:lambda:us-east-1:123456789012:function:check-web:live';
  const appSpec = {
    containerName: 'web',
    containerPort: 80,
    hooks: [{ event: 'BeforeAllowTraffic', lambda: hook }],
  };
  const codeDeploy = { endPreviousWait: false, waitForTermination: false, appSpec };

  test('that a hook failed is told with the event, the function and its last lines', async () => {
    const place = blueGreenStage({ scenario: webScenario({ more: `hooks: { '${hook}': fail }` }) });
    const { diagnosis, verdict } = await place.deploy({ codeDeploy });

    expect(verdict.status).toBe('rolled-back');
    expect(diagnosis?.stage).toMatchObject({ name: 'BeforeAllowTraffic' });
    expect(diagnosis?.stage?.hook?.functionName).toBe('check-web');
    expect(diagnosis?.stage?.hook?.lines?.length).toBeGreaterThan(0);
  });

  test('that an alarm stopped is told with its metric and threshold', async () => {
    const scenario = webScenario({
      group: groupOf('alarms: [errors]'),
      more: `alarms: [{ name: errors, at: 30, threshold: 7 }]`,
    });
    const place = blueGreenStage({ scenario });
    const { diagnosis } = await place.deploy();

    expect(diagnosis?.stage?.alarms[0]).toMatchObject({ name: 'errors', threshold: 7 });
    expect(place.told.lines.join('\n')).toContain('The alarm errors went off: Sum of');
  });

  test('whose alarm may not be read names it all the same', async () => {
    const scenario = webScenario({
      group: groupOf('alarms: [errors]'),
      more: `alarms: [{ name: errors, at: 30 }]`,
    });
    const place = blueGreenStage({ scenario });
    denyNow(place.sandbox, 'cloudwatch:DescribeAlarms');
    const { diagnosis } = await place.deploy();

    expect(diagnosis?.stage?.alarms).toEqual([{ name: 'errors' }]);
    expect(diagnosis?.gaps.map(({ what }) => what)).toEqual(['alarms']);
  });
});

test('an alarm that ended a rolling deployment is named, though ECS does not say which it was', async () => {
  const scenario = workerScenario({
    service:
      '    deploymentConfiguration: { alarms: { enable: true, rollback: true, alarmNames: [errors, quiet] } }',
    more: 'alarms: [{ name: quiet }, { name: errors, at: 10, threshold: 7 }]',
  });
  const { diagnosis, verdict } = await stage({ scenario }).deploy({ revision: fileWith('v2') });

  expect(verdict.status).toBe('rolled-back');
  expect(diagnosis?.stage?.alarms).toMatchObject([{ name: 'errors', threshold: 7 }]);
});

test.each(['server-error', 'hang', 'reset-before', 'expired-token'])(
  'a log that cannot be read (%s) changes no verdict and costs its line',
  async (kind) => {
    const scenario = workerScenario({
      more: `faults: [{ operation: 'logs:GetLogEvents', kind: ${kind}, times: 9 }]`,
    });
    const { diagnosis, verdict } = await stage({ scenario }).deploy({ revision: fileWith('fault-crash') });

    expect(verdict.status).toBe('rolled-back');
    expect(diagnosis?.causes[0]?.cause.kind).toBe('exited');
    expect(diagnosis?.gaps.map(({ what }) => what)).toEqual(['logs']);
  },
);

test('what scaled the service meanwhile is told', async () => {
  const scenario = workerScenario({
    more: `scalableTargets: [{ resourceId: service/shop/worker, min: 1, max: 9 }]
scalings: [{ resourceId: service/shop/worker, afterSeconds: 20, desiredCount: 3, policy: busy }]`,
  });
  const { diagnosis } = await failed('fault-crash', {}, stage({ scenario }));

  expect(diagnosis.scaling[0]?.description).toContain('desired count to 3');
});

test('a revision that was given by its name says which member is to blame, and why no line is marked', async () => {
  const place = stage();
  const arn = await place.register('fault-crash');
  const { diagnosis } = await place.deploy({ revision: { kind: 'registered', reference: arn } });

  expect(diagnosis?.causes[0]).toMatchObject({ member: 'containerDefinitions[0].name' });
  expect(diagnosis?.causes[0]?.place).toBeUndefined();
  expect(place.told.lines.join('\n')).toContain(
    'to blame: containerDefinitions[0].name; no line is marked, since the revision was given by its name',
  );
});

test('reads that take longer than ten seconds together are given up, and what was read is told', async () => {
  const limits: number[] = [];
  const place = stage({
    scenario: workerScenario({ more: "faults: [{ operation: 'logs:GetLogEvents', kind: hang, times: 99 }]" }),
    limited: (milliseconds) => limits.push(milliseconds),
  });
  const { diagnosis, verdict } = await place.deploy({ revision: fileWith('fault-crash') });

  expect(limits.filter((limit) => limit === 10_000)).toHaveLength(1);
  expect(verdict.status).toBe('rolled-back');
  expect(diagnosis?.gaps).toEqual([{ what: 'logs', reason: 'AWS did not answer in time' }]);
  expect(diagnosis?.serving?.revision).toBe('worker:1');
  expect(diagnosis?.causes[0]?.cause.kind).toBe('exited');
});

test('a deployment that ends well is not diagnosed', async () => {
  const place = stage();

  expect((await place.deploy({ revision: fileWith('v2') })).diagnosis).toBeUndefined();
  expect(place.told.lines).not.toContain('Diagnosis');
});
