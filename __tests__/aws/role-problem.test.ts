import { expect, test } from '@jest/globals';
import { awsFailure } from '../../src/aws/errors.ts';
import { roleProblem } from '../../src/aws/role-problem.ts';
import { notTrusted } from '../support/recordings/refusals.ts';

test('a job that the role does not trust (recorded) is told which subject its trust policy must allow', () => {
  const error = Object.assign(new Error(notTrusted.text), { name: notTrusted.name });
  const refusal = awsFailure(error);
  if (refusal === undefined) throw new Error('It was not read.');
  expect(refusal.kind).toBe('denied');
  // Since 2026 the subject of new repositories has the ids of owner and repository.
  const subject = 'repo:octo-org@1234/shop@5678:ref:refs/heads/main';
  const token = `e30.${btoa(JSON.stringify({ sub: subject }))}.x`;
  const role = { arn: 'arn:aws:iam::123456789012:role/deployer', sessionName: 'shop-1', seconds: 3600 };
  const problem = roleProblem({ refusal, error, token }, role, 'us-east-1');
  expect(problem.message).toBe(
    'arn:aws:iam::123456789012:role/deployer cannot be assumed: Not authorized to perform sts:AssumeRoleWithWebIdentity.',
  );
  expect(problem.remedy).toContain(`"token.actions.githubusercontent.com:sub": "${subject}"`);
});
