import type { BadInput } from '../../support/bad-input.ts';
import { exampleScenario } from '../../support/sandbox.ts';
import { roleArn, roles, subject } from '../../support/sts.ts';

const noCredentials = { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' };
const otherRole = 'arn:aws:iam::123456789012:role/other';
const rightToAsk = 'Give the job "permissions:" with "id-token: write"';

/** A step in a job that may ask for tokens. */
const step = (row: Omit<BadInput, 'isTrusted'>): BadInput => ({
  isTrusted: true,
  env: noCredentials,
  scenario: `${exampleScenario()}\n${roles}`,
  ...row,
});

/** Roles to assume that are none, or that the job may not have. Nothing is asked of ECS before it has one. */
export const rolesToAssume: readonly BadInput[] = [
  ...['deployer', 'arn:aws:iam::123456789012:user/deployer', 'arn:aws:iam::12:role/deployer'].map((arn) =>
    step({
      name: `the role ${arn}`,
      inputs: { 'role-to-assume': arn },
      where: 'role-to-assume',
      what: `"${arn}" is not the ARN of an IAM role.`,
      remedy: 'Write it as in arn:aws:iam::123456789012:role/deployer.',
    }),
  ),
  ...['x', 'my deploy', 'ü'.repeat(5), 'x'.repeat(65)].map((name) =>
    step({
      name: `the session name ${name}`,
      inputs: { 'role-to-assume': roleArn, 'role-session-name': name },
      where: 'role-session-name',
      what: `"${name}" is not the name of a session`,
      remedy: 'Write it as in deploy-web.',
    }),
  ),
  ...['899', '43201'].map((seconds) =>
    step({
      name: `a session of ${seconds} seconds`,
      inputs: { 'role-to-assume': roleArn, 'role-duration-seconds': seconds },
      where: 'role-duration-seconds',
      what: `"${seconds}" is not a whole number from 900 to 43200.`,
      remedy: 'Write it in digits',
    }),
  ),
  step({
    name: 'a session name without a role',
    inputs: { 'role-session-name': 'deploy' },
    where: 'role-session-name',
    what: 'role-session-name is given, but no role to assume.',
    remedy: 'Give role-to-assume too, or leave role-session-name out.',
  }),
  ...['URL', 'TOKEN'].map((part) =>
    step({
      name: `a job that may not ask for tokens: no ${part}`,
      inputs: { 'role-to-assume': roleArn },
      env: { ...noCredentials, [`ACTIONS_ID_TOKEN_REQUEST_${part}`]: '' },
      where: 'role-to-assume',
      what: `The job has no right to ask GitHub for an OIDC token: ACTIONS_ID_TOKEN_REQUEST_${part} is not set.`,
      remedy: rightToAsk,
    }),
  ),
  step({
    name: 'a GitHub that cannot be reached',
    inputs: { 'role-to-assume': roleArn },
    env: { ...noCredentials, ACTIONS_ID_TOKEN_REQUEST_URL: 'http://127.0.0.1:1/token?api-version=2.0' },
    where: 'role-to-assume',
    what: 'GitHub gave the job no OIDC token: connect ECONNREFUSED 127.0.0.1:1',
    remedy: 'Run the job again',
  }),
  step({
    name: 'an STS that cannot be reached',
    inputs: { 'role-to-assume': roleArn, 'max-retries': '0' },
    env: { ...noCredentials, AWS_ENDPOINT_URL: 'http://127.0.0.1:1' },
    where: 'role-to-assume',
    what: 'AWS STS in us-east-1 could not be asked for credentials (ECONNREFUSED',
    remedy: 'Check the region, the endpoint and the network of the runner',
  }),
  step({
    name: 'a role that does not trust the job',
    inputs: { 'role-to-assume': otherRole },
    where: 'role-to-assume',
    what: `${otherRole} cannot be assumed: Not authorized to perform sts:AssumeRoleWithWebIdentity.`,
    remedy: `"token.actions.githubusercontent.com:sub": "${subject}"`,
  }),
  step({
    name: 'a session that is longer than the role gives out',
    inputs: { 'role-to-assume': roleArn, 'role-duration-seconds': '7201' },
    where: 'role-duration-seconds',
    what: 'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
    remedy: 'Lower role-duration-seconds, or raise the maximum session duration of the role.',
  }),
];
