import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { CAUSE_KINDS } from '../../src/deploy/cause.ts';
import type { DiagnosedCause, Diagnosis } from '../../src/diagnosis/diagnosis.ts';
import { diagnosisLines, diagnosisOutput, diagnosisProblems, findings } from '../../src/report/diagnosis.ts';

const crash: DiagnosedCause = {
  cause: { kind: 'exited', awsText: 'Essential container in task exited', container: 'app', exitCode: 1 },
  count: 2,
  tasks: [
    {
      id: 'a1',
      containers: [
        { name: 'app', exitCode: 1 },
        { name: 'proxy', exitCode: 137 },
      ],
    },
  ],
  place: { file: 'web.yml', line: 7 },
  logs: [
    {
      task: 'a1',
      container: 'app',
      source: { group: '/web', stream: 'web/app/a1' },
      lines: ['begin', 'end'],
    },
  ],
  targets: [],
};

const diagnosis = (changes: Partial<Diagnosis> = {}): Diagnosis => ({
  causes: [],
  remarks: [],
  scaling: [],
  changes: [],
  gaps: [],
  ...changes,
});

const text = (changes: Partial<Diagnosis>): string => diagnosisLines(diagnosis(changes)).join('\n');

describe('the lines of the log', () => {
  test('have the exit code of every container', () => {
    expect(text({ causes: [crash] })).toContain('task a1: app exit code 1, proxy exit code 137');
  });

  test('have the last lines in their order, behind a bar', () => {
    expect(text({ causes: [crash] })).toContain(
      'The last 2 lines of container app of task a1 (/web, web/app/a1):\n  | begin\n  | end',
    );
  });

  test('have what is remarked upon', () => {
    const words = text({
      remarks: [
        { kind: 'spot', tasks: 1 },
        { kind: 'stop-timeout', tasks: 2, container: 'app' },
      ],
    });
    expect(words).toContain('1 task lost its Spot capacity');
    expect(words).toContain('2 tasks were killed (exit code 137) because app did not end when asked to');
  });

  test('name a failing hook, and what to do about it', () => {
    const stage = {
      name: 'AfterAllowTestTraffic',
      reason: 'the hook failed',
      hook: { functionName: 'check', lines: ['no'] },
      alarms: [],
    };
    const words = text({ stage });
    expect(words).toContain(
      'It ended in AfterAllowTestTraffic (its hook is the function check): the hook failed.',
    );
    expect(words).toContain('The last lines of the function check:\n  | no');
    expect(words).toContain('What to do next: Correct what the function check complains of.');
  });

  test('say what is missing and which line of a policy would show it', () => {
    const reason = 'User: u is not authorized to perform: logs:GetLogEvents on resource: arn:x because y';
    expect(text({ gaps: [{ what: 'logs', reason }] })).toContain(
      '{"Effect":"Allow","Action":"logs:GetLogEvents","Resource":"arn:x"}',
    );
  });

  test('cut what differs to twenty lines', () => {
    const changes = Array.from({ length: 25 }, (_, at) => ({ path: `a[${at}]`, kind: 'added' as const }));
    expect(text({ changes })).toContain('+ a[19]\n  and 5 more');
  });
});

test('the summary has no lines of logs', () => {
  expect(findings(diagnosis({ causes: [crash] })).join('\n')).not.toContain('begin');
});

test('what keeps tasks from starting is told with what there is to do: a quota by its name', () => {
  const because = (kind: 'account-limit' | 'no-capacity') =>
    text({ causes: [{ ...crash, cause: { kind, awsText: 'x' }, count: 0, tasks: [], logs: [] }] });
  expect(because('account-limit')).toContain('"Fargate On-Demand vCPU resource count"');
  expect(because('no-capacity')).toContain('Add capacity');
});

describe('annotations', () => {
  test('stand where the cause has a place, and say what to do', () => {
    const [problem, ...others] = diagnosisProblems(diagnosis({ causes: [crash] }));
    expect(problem?.location).toEqual({ file: 'web.yml', line: 7 });
    expect(problem?.message).toContain('2 tasks stopped: container app ended with exit code 1.');
    expect(problem?.remedy).toContain('Read the last lines');
    expect(others).toEqual([]);
  });

  test('are none where nothing in the file is to blame', () => {
    const { place, ...elsewhere } = crash;
    expect(place).toBeDefined();
    expect(diagnosisProblems(diagnosis({ causes: [elsewhere] }))).toEqual([]);
  });
});

describe('the output', () => {
  test('is one line of JSON that ends with what to do next', () => {
    const output = diagnosisOutput(diagnosis({ causes: [crash] }));
    expect(output).not.toContain('\n');
    expect(JSON.parse(output)).toMatchObject({ causes: [{ count: 2 }], next: expect.any(String) });
  });

  test('is empty where there is no diagnosis', () => {
    expect(diagnosisOutput(undefined)).toBe('');
  });
});

test.each(CAUSE_KINDS)('%s has a row in the docs', (kind) => {
  expect(readFileSync('docs/diagnosis.md', 'utf8')).toContain(`| \`${kind}\` `);
});

test('the output keeps the last lines of each log where all of them are too many for GitHub', () => {
  const lines = Array.from({ length: 50 }, (_, index) => `${index} ${'x'.repeat(990)}`);
  const [log] = crash.logs;
  if (log === undefined) throw new Error('The cause has no log.');
  const logs = Array.from({ length: 10 }, () => ({ ...log, lines }));
  const output = diagnosisOutput(diagnosis({ causes: [{ ...crash, logs }] }));
  expect(output.length).toBeLessThan(200_000);
  expect(output).toContain('49 x');
  expect(output).not.toContain('44 x');
});
