import { describe, expect, test } from '@jest/globals';
import { actions as all } from '../../scripts/actions.ts';
import { migrationPage } from '../../scripts/generate-migration.ts';
import { type Fate, OFFICIAL_ACTIONS } from '../../scripts/migration.ts';
import { parseInputs } from '../../src/inputs/parse.ts';
import type { ActionSpec } from '../../src/inputs/schema.ts';
import { officialNames } from '../support/official-names.ts';
import { problemsOf, valueOrFail } from '../support/parsed.ts';

const sources = ['deploy', 'render', 'build'] as const;

const deployActions = all.filter(({ inputs }) => Object.hasOwn(inputs, 'task-definition'));

/** Those that take the place of each. */
const takers: Readonly<Record<(typeof sources)[number], readonly ActionSpec[]>> = {
  deploy: deployActions,
  render: deployActions,
  build: all.filter(({ name }) => name === 'build-push'),
};

test.each(sources)(
  'the table has every input and output of the official %s action, and no other',
  (source) => {
    const { inputs, outputs } = OFFICIAL_ACTIONS[source];
    expect(Object.keys(inputs).sort()).toEqual([...officialNames[source].inputs].sort());
    expect(Object.keys(outputs).sort()).toEqual([...officialNames[source].outputs].sort());
  },
);

/** How an action answers to an input, beside those it needs. */
function answerOf(action: ActionSpec, name: string): 'taken' | 'refused' | 'pointless' | 'unknown' {
  if (Object.hasOwn(action.inputs, name)) return 'taken';
  const read = parseInputs(action, {
    'INPUT_TASK-DEFINITION': 'web.yml',
    INPUT_SERVICE: 'web',
    [`INPUT_${name.toUpperCase()}`]: 'x',
  });
  const problem = problemsOf(read).find(({ input }) => input === name.toLowerCase());
  if (problem !== undefined) return problem.message.startsWith('There is no input') ? 'unknown' : 'refused';
  return valueOrFail(read).notices.some(({ input }) => input === name.toLowerCase()) ? 'pointless' : 'taken';
}

/** What the row promises of an action: those of CodeDeploy are for one of the two. */
function promised({ is }: Fate, name: string, action: ActionSpec): ReturnType<typeof answerOf> {
  switch (is) {
    case 'same':
    case 'other default':
      return name.startsWith('codedeploy-') && action.name !== 'bluegreen-deploy' ? 'refused' : 'taken';
    case 'refused':
    case 'pointless':
      return is;
    case 'not needed':
      return 'unknown';
  }
}

describe.each(sources)('each row for the official %s action', (source) => {
  const rows = Object.entries(OFFICIAL_ACTIONS[source].inputs);
  const actions = takers[source];

  test.each(rows)('%s is answered as the row says', (name, fate) => {
    for (const action of actions) {
      const answer = answerOf(action, name);
      expect([action.name, answer]).toEqual([action.name, promised(fate, name, action)]);
    }
  });

  test('that says an output is the same is true of each', () => {
    const outputs = Object.entries(OFFICIAL_ACTIONS[source].outputs).filter(([, { is }]) => is === 'same');
    for (const [name] of outputs)
      for (const action of actions) expect(Object.keys(action.outputs)).toContain(name);
  });

  test('that says an output has no place here is true of each', () => {
    const outputs = Object.entries(OFFICIAL_ACTIONS[source].outputs).filter(([, { is }]) => is !== 'same');
    for (const [name] of outputs)
      for (const action of actions) expect(Object.keys(action.outputs)).not.toContain(name);
  });
});

test('no input of ours is refused or pointless that no official action has', () => {
  const known = new Set(
    sources.flatMap((source) => officialNames[source].inputs.map((name) => name.toLowerCase())),
  );
  for (const { refused = {}, pointless = {} } of [...deployActions, ...takers.build]) {
    const others = [...Object.keys(refused), ...Object.keys(pointless)].filter((name) => !known.has(name));
    expect(others).toEqual([]);
  }
});

test.each(['wait-for-service-stability', 'cluster'])('the default of %s is as the page says', (name) => {
  const fate = OFFICIAL_ACTIONS.deploy.inputs[name];
  for (const { inputs } of deployActions) {
    const ours = inputs[name]?.default;
    expect(fate).toEqual(
      name === 'cluster'
        ? { is: 'same' }
        : { is: 'other default', theirs: '`false`', ours: `\`${ours ?? ''}\`` },
    );
  }
});

test('the page says of a refused input what the action itself says', () => {
  const row = migrationPage()
    .split('\n')
    .find((line) => line.startsWith('| `run-task-assign-public-IP` '));
  expect(row).toContain('| refused | Run one-off tasks in a step of their own, before this one. |');
});
