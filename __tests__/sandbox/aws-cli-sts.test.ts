import { expect } from '@jest/globals';
import { mintIdToken } from '../../sandbox/github/id-token.ts';
import { cliTest, openCliStage } from '../support/aws-cli.ts';
import { startOfTime } from '../support/sandbox.ts';
import { roleArn, roles } from '../support/sts.ts';

const job = { repository: 'octo-org/shop', ref: 'refs/heads/main', environment: '' };
const token = mintIdToken(job, 'sts.amazonaws.com', startOfTime);
const assume = (...more: readonly string[]) => [
  'sts',
  'assume-role-with-web-identity',
  ...['--role-arn', roleArn, '--role-session-name', 'cli', '--web-identity-token', token],
  ...more,
];

cliTest('the AWS CLI reads who calls', async () => {
  const stage = await openCliStage();
  try {
    expect(await stage.aws('sts', 'get-caller-identity')).toMatchObject({
      Account: '123456789012',
      Arn: 'arn:aws:sts::123456789012:assumed-role/deployer/sandbox',
    });
  } finally {
    await stage.close();
  }
});

cliTest('the AWS CLI assumes a role by a token of GitHub, and reads a refusal', async () => {
  const stage = await openCliStage(roles);
  try {
    expect(await stage.aws(...assume('--duration-seconds', '900'))).toMatchObject({
      Credentials: { Expiration: expect.stringMatching(/^2026-09-01T12:15:00(Z|\+00:00)$/) },
      AssumedRoleUser: { Arn: 'arn:aws:sts::123456789012:assumed-role/deployer/cli' },
    });
    await expect(stage.aws(...assume('--duration-seconds', '7201'))).rejects.toThrow(
      'An error occurred (ValidationError) when calling the AssumeRoleWithWebIdentity operation: ' +
        'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
    );
  } finally {
    await stage.close();
  }
});
