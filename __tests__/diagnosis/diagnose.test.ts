import { describe, expect, test } from '@jest/globals';
import type { ContainerDefinition } from '@aws-sdk/client-ecs';
import type { Diagnosis } from '../../src/diagnosis/diagnosis.ts';
import { pathText } from '../../src/inputs/node.ts';
import { denyNow, file, patient, type Stage, stage } from '../support/deployment.ts';
import { registry, workerScenario } from '../support/sandbox.ts';

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
  const { diagnosis, verdict } = await place.deploy({
    revision: fileWith('fault-no-capacity'),
    waitMinutes: 5,
  });

  expect(verdict.status).toBe('timed-out');
  expect(diagnosis?.causes[0]).toMatchObject({ cause: { kind: 'no-capacity' }, count: 0 });
});

test('a deployment that ends well is not diagnosed', async () => {
  const place = stage();

  expect((await place.deploy({ revision: fileWith('v2') })).diagnosis).toBeUndefined();
  expect(place.told.lines).not.toContain('Diagnosis');
});
