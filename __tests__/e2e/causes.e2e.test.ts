import { describe, expect, test } from '@jest/globals';
import { errorsOf } from '../support/action.ts';
import { runAll } from '../support/bad-input.ts';
import { type CauseCase, causeCases, fileOfCause, STRATEGIES, stepOfCause } from '../support/causes.ts';

const AT_ONCE = 4;
const steps = STRATEGIES.flatMap((strategy) => causeCases.map((failure) => stepOfCause(failure, strategy)));
const result = runAll(steps, AT_ONCE);

/** The number of the line that begins so. */
const lineOf = (text: string, begin: string): number =>
  text.split('\n').findIndex((line) => line.trim().startsWith(begin)) + 1;

describe.each(STRATEGIES)('%s', (strategy) => {
  test.each(causeCases.map((failure): [string, CauseCase] => [failure.name, failure]))(
    '%s is told in the log, on its line and in the output, with what serves and what to do',
    async (_, failure) => {
      const { ended } = await result(stepOfCause(failure, strategy).name);
      const diagnosis: unknown = JSON.parse(ended.outputs.get('diagnosis') ?? '');
      const file = fileOfCause(failure, strategy);
      const marked = errorsOf(ended).filter(({ properties }) => properties !== '');
      const place = failure.line === undefined ? [] : [lineOf(file, failure.line)];

      expect(ended.exitCode).toBe(1);
      expect(ended.outputs.get('status')).toBe('rolled-back');
      expect(ended.log).toMatch(failure.says);
      expect(diagnosis).toMatchObject({
        causes: failure.kind === undefined ? [] : [{ cause: { kind: failure.kind } }],
        serving: { revision: expect.stringMatching(/^(worker|web):1$/), since: expect.any(String) },
        next: expect.any(String),
      });
      expect(marked.map(({ properties }) => /line=(\d+)/.exec(properties)?.[1])).toEqual(place.map(String));
    },
  );
});
