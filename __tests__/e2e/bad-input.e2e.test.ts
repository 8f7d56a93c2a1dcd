import { describe, expect, test } from '@jest/globals';
import { ROLLBACK_OUTPUTS } from '../../src/report/outputs.ts';
import { type Ended, errorsOf } from '../support/action.ts';
import { type BadInput, runAll } from '../support/bad-input.ts';
import { accepted } from './bad-input/accepted.cases.ts';
import { undiagnosed, warned } from './bad-input/optional-permissions.cases.ts';
import { rollbackUndiagnosed, rollbackWarned } from './bad-input/rollback/permissions.cases.ts';
import { BAD_INPUT } from './bad-input.cases.ts';

const AT_ONCE = 4;
const rows = Object.values(BAD_INPUT).flat();
const allWarned = [...warned, ...rollbackWarned];
const allUndiagnosed = [...undiagnosed, ...rollbackUndiagnosed];
const all = [...rows, ...allWarned, ...allUndiagnosed, ...accepted];
const result = runAll(all, AT_ONCE);

test('every row has a name of its own', () => {
  const names = all.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});

describe.each(Object.entries(BAD_INPUT))('%s', (_, chapter) => {
  test.each(chapter.map((row) => [row.name, row] as const))('%s', async (name, row) => {
    const { ended, sent } = await result(name);
    expectRefused(ended, row.status ?? 'failed');
    expectSaid(ended, row);
    expect(sent).toEqual(row.sent ?? []);
  });
});

describe('permissions that a step can do without', () => {
  test.each(allWarned.map((row) => [row.name, row] as const))(
    '%s',
    async (name, { denied, what, status }) => {
      const { ended } = await result(name);
      expect(errorsOf(ended)).toEqual([]);
      expect(ended.exitCode).toBe(0);
      expect(ended.outputs.get('status')).toBe(status);
      const warning = ended.commands.find(
        ({ name: kind, message }) => kind === 'warning' && message.includes(what),
      );
      const [, action, resource] =
        / is not authorized to perform: (\S+) on resource: (\S+) /.exec(warning?.message ?? '') ?? [];
      expect(action).toBe(denied);
      expect(warning?.message).toContain(
        `Add this statement to the policy of the role that the job assumes: ${JSON.stringify({ Effect: 'Allow', Action: denied, Resource: resource })}`,
      );
    },
  );
});

describe('permissions that only a diagnosis asks for', () => {
  test.each(allUndiagnosed.map((row) => [row.name, row] as const))(
    '%s',
    async (name, { denied, what, status }) => {
      const { ended } = await result(name);
      expect(ended.outputs.get('status')).toBe(status);
      expect(ended.exitCode).toBe(1);
      const line = ended.log.split('\n').find((text) => text.startsWith(what)) ?? '';
      const [, action, resource] =
        / is not authorized to perform: (\S+) on resource: (\S+) /.exec(line) ?? [];
      expect(action).toBe(denied);
      expect(line).toContain(
        `Add this statement to the policy of the role that the job assumes: ${JSON.stringify({ Effect: 'Allow', Action: denied, Resource: resource })}`,
      );
    },
  );
});

describe('accepted', () => {
  test.each(accepted.map(({ name, said = [] }) => [name, said] as const))('%s', async (name, said) => {
    const { ended, sent } = await result(name);
    for (const text of said) expect(ended.log).toContain(text);
    expect(errorsOf(ended)).toEqual([]);
    expect(ended.exitCode).toBe(0);
    expect(ended.outputs.get('status')).toBe('unchanged');
    expect(sent).toEqual([]);
  });
});

const MOST_ANNOTATIONS = 9;

/** What every refusal has in common: red, one final error, at most nine with a place, no stack, no value lost. */
function expectRefused(ended: Ended, status: string): void {
  expect(ended.log).not.toMatch(/^\s+at /m);
  expect(ended.log).not.toContain('This is a bug');
  expect(ended.exitCode).toBe(1);
  expect(ended.outputs.get('status')).toBe(status);
  expect(ended.outputs.get('reason')).not.toBe('');
  expect(Object.keys(ROLLBACK_OUTPUTS)).toEqual(expect.arrayContaining([...ended.outputs.keys()]));
  const errors = errorsOf(ended);
  const annotations = errors.slice(0, -1);
  expect(errors.at(-1)?.properties).toBe('');
  expect(ended.log.trim().split('\n').at(-1)).toMatch(/^::error::/);
  expect(annotations.length).toBeLessThanOrEqual(MOST_ANNOTATIONS);
  for (const { properties } of annotations) expect(properties).toMatch(/^file=[^,]+,line=\d+/);
}

/** What is wrong, where, and what to do: on the line of a file where there is one, else in the final error. */
function expectSaid(ended: Ended, { where, what, remedy }: BadInput): void {
  const [, file, line] = /^([\w./-]+):(\d+)$/.exec(where) ?? [];
  const errors = errorsOf(ended);
  const final = errors.at(-1)?.message ?? '';
  if (file === undefined || line === undefined) {
    for (const text of [where, what, remedy]) expect(final).toMatch(patternOf(text));
    return;
  }
  const inLine = errors.filter(({ properties }) =>
    new RegExp(`^file=${file},line=${line}(,|$)`).test(properties),
  );
  expect(inLine.map(({ message }) => message)).toContainEqual(expect.stringMatching(patternOf(what)));
  const said = inLine.find(({ message }) => patternOf(what).test(message))?.message ?? '';
  expect(said).toMatch(patternOf(remedy));
  expect(said).toContain(where);
  // The final error is what the output and a notification say: it names the first place.
  expect(final).toMatch(/\b[\w./-]+:\d+:\d+: /);
}

const patternOf = (text: string | RegExp): RegExp =>
  typeof text === 'string' ? new RegExp(text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')) : text;
