import { expect, test } from '@jest/globals';
import { readRole, roleOf } from '../../src/aws/role.ts';
import { UserError } from '../../src/inputs/problem.ts';

const inputs = {
  'role-to-assume': 'arn:aws:iam::123456789012:role/deployer',
  'role-session-name': undefined,
  'role-duration-seconds': 3600,
};
const named = (environment: Readonly<Record<string, string>>) => roleOf(inputs, environment)?.sessionName;

test('without a role there is none, whatever else is in the environment', () => {
  expect(roleOf({ ...inputs, 'role-to-assume': undefined }, { AWS_ROLE_ARN: 'x' })).toBeUndefined();
});

test('a name for no role is refused', () => {
  const only = { ...inputs, 'role-to-assume': undefined, 'role-session-name': 'deploy' };
  expect(() => roleOf(only, {})).toThrow(UserError);
});

test('a session is named after repository and run', () => {
  expect(named({ GITHUB_REPOSITORY: 'octo-org/octo.repo', GITHUB_RUN_ID: '77' })).toBe(
    'octo-org-octo.repo-77',
  );
});

test('a name that is too long keeps its run', () => {
  const name =
    named({ GITHUB_REPOSITORY: `octo-org/${'x'.repeat(100)}`, GITHUB_RUN_ID: '12345678901' }) ?? '';
  expect(name).toMatch(/^octo-org-x+-12345678901$/);
  expect(name).toHaveLength(64);
});

test.each([
  {},
  { GITHUB_REPOSITORY: 'a/b', GITHUB_RUN_ID: '' },
  { GITHUB_REPOSITORY: 'ö b/ü', GITHUB_RUN_ID: '1' },
])('AWS takes the name that is made of %j', (environment) => {
  expect(named(environment)).toMatch(/^[\w+=,.@-]{2,64}$/);
});

test('a role that was written for the post step is read back; anything else is none', () => {
  const role = roleOf(inputs, { GITHUB_REPOSITORY: 'a/b', GITHUB_RUN_ID: '1' });
  expect(readRole(JSON.stringify(role))).toEqual(role);
  for (const text of ['', 'null', '{}', '{"arn":1,"sessionName":"x","seconds":900}', '{'])
    expect(readRole(text)).toBeUndefined();
});
