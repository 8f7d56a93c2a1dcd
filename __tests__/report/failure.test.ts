import { ECS } from '@aws-sdk/client-ecs';
import { describe, expect, test } from '@jest/globals';
import { awsFailure, type FailureKind } from '../../src/aws/errors.ts';
import { failureProblem } from '../../src/report/failure.ts';
import { offline } from '../support/answering.ts';
import { refusedContinues, refusedSettings } from '../support/recordings/blue-green.ts';
import * as recorded from '../support/recordings/refusals.ts';
import type { Refusal } from '../support/recordings/refusals.ts';

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

/** What the toolkit tells of a call that was refused so, as the SDK throws it. */
async function problemOf({ name, text }: Refusal) {
  const answer = { status: 400, body: { __type: name, message: text } };
  const error: unknown = await new ECS(offline(() => answer))
    .updateService({ service: 'web' })
    .catch((reason: unknown) => reason);
  const failure = awsFailure(error);
  if (failure === undefined) throw new Error('It was not read.');
  return { failure, problem: failureProblem(failure, 'us-east-1') };
}

describe('recorded refusals', () => {
  const refusals: readonly Refusal[] = [
    ...Object.values(recorded.ecs),
    ...Object.values(recorded.ecr),
    ...Object.values(refusedSettings),
    ...Object.values(refusedContinues),
    recorded.anotherDeployment,
  ];

  test.each(refusals)('$name: $text', async ({ name, text }) => {
    const { failure, problem } = await problemOf({ name, text });
    expect(failure).toEqual({ kind: 'refused', code: name, message: text === '' ? name : text });
    expect(problem.message.startsWith(`AWS refused: ${name}: ${text}`)).toBe(true);
    expect(problem.message).not.toMatch(/\.\.$|: \.$/);
  });

  test.each(Object.values(recorded.denials))(
    '$action is denied: the line of a policy names it and its resource',
    async (denial) => {
      const { failure, problem } = await problemOf(denial);
      expect(failure.kind).toBe('denied');
      const { action: Action, resource: Resource } = denial;
      expect(problem.remedy).toContain(JSON.stringify({ Effect: 'Allow', Action, Resource }));
    },
  );

  test.each(recorded.boundaries)('no line of a policy helps against a boundary: $text', async (refusal) => {
    const { failure, problem } = await problemOf(refusal);
    expect(failure.kind).toBe('denied');
    expect(problem.remedy).toMatch(/^A policy of its own kind stands in the way/);
    expect(problem.remedy).not.toContain('undefined');
  });

  test('credentials that ended, and a call too many, are told as such', async () => {
    const { expired, throttled } = recorded.common;
    expect((await problemOf(expired)).failure.kind).toBe('credentials');
    expect((await problemOf(throttled)).failure.kind).toBe('throttled');
  });
});
