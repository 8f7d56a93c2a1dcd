import { describe, expect, test } from '@jest/globals';
import type { FailureKind } from '../../src/aws/errors.ts';
import { failureProblem } from '../../src/report/failure.ts';

describe('a call that failed', () => {
  const kinds = {
    throttled: 'slow down',
    denied: 'text of AWS.',
    credentials: 'no valid AWS credentials',
    'unknown-effect': 'did not answer in eu-central-1',
    refused: 'AWS refused: Code: text of AWS.',
    aborted: 'cut off',
  } as const satisfies Record<FailureKind, string>;
  const isKind = (name: string): name is FailureKind => Object.hasOwn(kinds, name);

  test.each(Object.keys(kinds).filter(isKind))('%s says what and what to do', (kind) => {
    const problem = failureProblem({ kind, code: 'Code', message: 'text of AWS' }, 'eu-central-1');
    expect(problem.message).toContain(kinds[kind]);
    expect(problem.remedy).not.toBe('');
  });
});
