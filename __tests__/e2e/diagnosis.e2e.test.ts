import { beforeAll, describe, expect, test } from '@jest/globals';
import { errorsOf, type Ended, finalErrorsOf } from '../support/action.ts';
import { runStep } from '../support/bad-input.ts';
import { denyNow } from '../support/deployment.ts';
import { registry, workerScenario } from '../support/sandbox.ts';

/** Each member that can be to blame on a line of its own. */
const fileOf = (tag: string): string => `family: worker
networkMode: awsvpc
executionRoleArn: arn:aws:iam::123456789012:role/execution
containerDefinitions:
  - name: worker
    image: ${registry}/worker:${tag}
    memory: 256
    command: [run]
    healthCheck:
      command: [CMD, check]
    environment:
      - { name: TOKEN, value: value-of-the-token }
    secrets:
      - name: KEY
        valueFrom: arn:aws:ssm:us-east-1:123456789012:parameter/key
    logConfiguration:
      logDriver: awslogs
      options: { awslogs-group: /shop, awslogs-region: us-east-1, awslogs-stream-prefix: w }
`;

const FAULTS = ['fault-crash', 'fault-oom', 'fault-unhealthy', 'fault-secret', 'v22'] as const;
type Fault = (typeof FAULTS)[number];

const pushed = FAULTS.filter((tag) => tag !== 'v22').join(', ');
const scenario = workerScenario().replace(/tags: \[.*\]/, `tags: [v1, v2, ${pushed}]`);

const results = new Map<Fault, Ended>();
const of = (fault: Fault): Ended => {
  const ended = results.get(fault);
  if (ended === undefined) throw new Error(`${fault} did not run.`);
  return ended;
};

beforeAll(async () => {
  await Promise.all(
    FAULTS.map(async (fault) => {
      const { ended } = await runStep({
        name: fault,
        scenario,
        speed: 100,
        files: { 'deploy.yml': fileOf(fault) },
        inputs: { cluster: 'shop', service: 'worker', image: '' },
        before: (sandbox) => denyNow(sandbox, 'ecr:BatchGetImage'),
      });
      results.set(fault, ended);
    }),
  );
});

describe.each([
  ['v22', 'image-missing', 6],
  ['fault-oom', 'out-of-memory', 7],
  ['fault-crash', 'exited', 8],
  ['fault-unhealthy', 'container-health', 10],
  ['fault-secret', 'secret-missing', 14],
] as const)('%s', (fault, kind, line) => {
  test('is red, with one final error', () => {
    expect(of(fault).exitCode).toBe(1);
    expect(finalErrorsOf(of(fault))).toHaveLength(1);
    expect(of(fault).log.trim().split('\n').at(-1)).toMatch(/^::error::/);
  });

  test(`is shown at line ${line} of the file, with what to do`, () => {
    const [annotation] = errorsOf(of(fault)).filter(({ properties }) => properties !== '');
    expect(annotation?.properties).toMatch(new RegExp(`^file=deploy\\.yml,line=${line}(,|$)`));
    expect(annotation?.message).toMatch(/stopped: .+\. [A-Z]/);
  });

  test('is told in the log and in the summary', () => {
    expect(of(fault).log).toContain('::group::Diagnosis');
    expect(of(fault).log).toContain('What to do next: ');
    expect(of(fault).summary).toContain('#### Diagnosis');
  });

  test('is an output that programs can read', () => {
    const diagnosis: unknown = JSON.parse(of(fault).outputs.get('diagnosis') ?? '');
    expect(diagnosis).toMatchObject({ causes: [{ cause: { kind } }], serving: { revision: 'worker:1' } });
  });

  test('shows the name of a variable that is new, and its value nowhere', () => {
    const { log, summary, outputs } = of(fault);
    expect(log).toContain('environment[TOKEN]');
    expect([log, summary, ...outputs.values()].join('\n')).not.toContain('value-of-the-token');
  });
});

test('the last lines of a crash are in the log, and obeyed by nobody', () => {
  expect(of('fault-crash').log).toMatch(
    /The last \d+ lines of container worker of task \w+ \(\/shop, w\/worker\//,
  );
  expect(of('fault-crash').log).toMatch(/^ {2}\| /m);
});

test('the nearest tags of a missing image are named', () => {
  expect(of('v22').log).toMatch(/worker:v22 is not there; its repository has v[12],/);
});
