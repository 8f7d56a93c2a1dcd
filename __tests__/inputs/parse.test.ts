import { describe, expect, test } from '@jest/globals';
import { action as blueGreen } from '../../src/actions/bluegreen-deploy/inputs.ts';
import { action as update } from '../../src/actions/ecs-update-service/inputs.ts';
import { flag, integer, text } from '../../src/inputs/kinds.ts';
import { parseInputs } from '../../src/inputs/parse.ts';
import type { ActionSpec } from '../../src/inputs/schema.ts';
import { problemsOf, valueOrFail } from '../support/parsed.ts';

const sample = {
  name: 'sample',
  title: 'Sample',
  description: 'An action of tests.',
  inputs: {
    service: text({ description: 'A.', required: true }),
    'wait-for-minutes': integer({ description: 'B.', min: 1, max: 360 }),
    'dry-run': flag({ description: 'C.', default: 'false' }),
  },
  outputs: {},
  refused: { 'run-task': 'Run it in a step of its own.' },
  pointless: { 'wait-max-delay-seconds': 'It is fast already.' },
} as const satisfies ActionSpec;

const read = (environment: Readonly<Record<string, string | undefined>>) =>
  parseInputs(sample, { INPUT_SERVICE: 'web', ...environment });
const messagesOf = (environment: Readonly<Record<string, string | undefined>>): readonly string[] =>
  problemsOf(read(environment)).map(({ message }) => message);

describe('values', () => {
  test('come from INPUT_ variables, hyphens kept, with defaults for what is absent', () => {
    expect(valueOrFail(read({ 'INPUT_WAIT-FOR-MINUTES': '5', PATH: '/bin' })).values).toEqual({
      service: 'web',
      'wait-for-minutes': 5,
      'dry-run': false,
    });
  });

  test.each(['', '  ', '\n'])('%j counts as not given', (empty) => {
    const { values } = valueOrFail(read({ 'INPUT_WAIT-FOR-MINUTES': empty, 'INPUT_DRY-RUN': empty }));
    expect(values).toMatchObject({ 'wait-for-minutes': undefined, 'dry-run': false });
  });

  test('an empty text does not satisfy a required input', () => {
    expect(messagesOf({ INPUT_SERVICE: '' })).toEqual(['The input service is required.']);
  });

  test('an empty text under an unknown name is nothing: a composite action passes those', () => {
    expect(read({ INPUT_SERVCE: '' }).ok).toBe(true);
  });
});

describe('unknown names', () => {
  test.each([
    ['INPUT_SERVCIE', 'servcie', 'Did you mean service?'],
    ['INPUT_WAIT_FOR_MINUTES', 'wait_for_minutes', 'Did you mean wait-for-minutes?'],
    ['INPUT_DRYRUN', 'dryrun', 'Did you mean dry-run?'],
    ['INPUT_COLOUR', 'colour', 'Remove it: see the list in the README of this action.'],
    ['INPUT_TOSTRING', 'tostring', 'Remove it: see the list in the README of this action.'],
  ])('%s is an error with the nearest name', (variable, input, remedy) => {
    expect(problemsOf(read({ [variable]: 'x' }))).toEqual([
      { message: `There is no input ${input}.`, remedy, input },
    ]);
  });

  test('an input of others that is refused says what to use instead', () => {
    expect(problemsOf(read({ 'INPUT_RUN-TASK': 'true' }))).toEqual([
      {
        message: 'The input run-task is not supported here.',
        remedy: 'Run it in a step of its own.',
        input: 'run-task',
      },
    ]);
  });

  test('an input of others that does nothing is a notice, not an error', () => {
    const { notices } = valueOrFail(read({ 'INPUT_WAIT-MAX-DELAY-SECONDS': '5' }));
    expect(notices).toEqual([
      {
        message: 'The input wait-max-delay-seconds has no effect.',
        remedy: 'It is fast already.',
        input: 'wait-max-delay-seconds',
      },
    ]);
  });
});

test('all problems come at once, each with the name of its input', () => {
  const problems = problemsOf(
    parseInputs(sample, {
      'INPUT_RUN-TASK': 'true',
      INPUT_SERVCIE: 'web',
      'INPUT_WAIT-FOR-MINUTES': '0',
      'INPUT_DRY-RUN': 'yes',
    }),
  );
  expect(problems.map(({ input }) => input)).toEqual([
    'run-task',
    'servcie',
    'service',
    'wait-for-minutes',
    'dry-run',
  ]);
  expect(problems.map(({ message }) => message)).toContain(
    'Input wait-for-minutes: "0" is not a whole number from 1 to 360.',
  );
});

describe.each([update, blueGreen])('$name', ({ inputs, ...action }) => {
  const minimal = { 'INPUT_TASK-DEFINITION': 'web.yml', INPUT_SERVICE: 'web' };

  test('needs a task definition and a service, and nothing else', () => {
    const spec: ActionSpec = { ...action, inputs };
    expect(parseInputs(spec, minimal).ok).toBe(true);
    expect(problemsOf(parseInputs(spec, {})).map(({ input }) => input)).toEqual([
      'task-definition',
      'service',
    ]);
  });

  test('has no default that its own reader refuses', () => {
    for (const input of Object.values(inputs)) {
      const spec: { default?: string; read: (given: string) => { ok: boolean } } = input;
      if (spec.default !== undefined) expect(spec.read(spec.default).ok).toBe(true);
    }
  });

  test('wait-for-minutes: 0 is an error', () => {
    const spec: ActionSpec = { ...action, inputs };
    expect(problemsOf(parseInputs(spec, { ...minimal, 'INPUT_WAIT-FOR-MINUTES': '0' }))).toHaveLength(1);
  });

  test('refuses and ignores only what it does not have', () => {
    const others = [...Object.keys(action.refused), ...Object.keys(action.pointless)];
    expect(others.filter((name) => Object.hasOwn(inputs, name))).toEqual([]);
  });
});

test('the inputs for CodeDeploy name the other action where they do not belong', () => {
  const [problem] = problemsOf(
    parseInputs(update, {
      'INPUT_TASK-DEFINITION': 'web.yml',
      INPUT_SERVICE: 'web',
      'INPUT_CODEDEPLOY-APPSPEC': 'appspec.yml',
    }),
  );
  expect(problem?.remedy).toContain('use the action bluegreen-deploy');
});
