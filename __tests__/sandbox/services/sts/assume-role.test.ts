import { ListServicesCommand, ECSClient } from '@aws-sdk/client-ecs';
import {
  AssumeRoleWithWebIdentityCommand,
  GetCallerIdentityCommand,
  GetSessionTokenCommand,
  STSClient,
  type AssumeRoleWithWebIdentityCommandInput,
} from '@aws-sdk/client-sts';
import { expect, test } from '@jest/globals';
import { openStsStage, roleArn, subject, type StsStage } from '../../../support/sts.ts';

const assume = (stage: StsStage, more: Partial<AssumeRoleWithWebIdentityCommandInput> = {}) =>
  stage.sts.send(
    new AssumeRoleWithWebIdentityCommand({
      RoleArn: roleArn,
      RoleSessionName: 'shop-1',
      WebIdentityToken: stage.token(),
      ...more,
    }),
  );

/** Clients that sign with the credentials of a new session. */
async function inSession(stage: StsStage, seconds: number) {
  const { Credentials: given } = await assume(stage, { DurationSeconds: seconds });
  const credentials = {
    accessKeyId: given?.AccessKeyId ?? '',
    secretAccessKey: given?.SecretAccessKey ?? '',
    sessionToken: given?.SessionToken ?? '',
  };
  const options = { ...stage.reach, credentials };
  return { credentials, ecs: new ECSClient(options), sts: new STSClient(options) };
}

test('a trusted token is answered with credentials that end when AWS says', async () => {
  const stage = openStsStage();
  expect(await assume(stage)).toMatchObject({
    Credentials: {
      AccessKeyId: expect.stringMatching(/^ASIA[A-Z2-7]{16}$/),
      SecretAccessKey: expect.stringMatching(/^.{40}$/),
      Expiration: new Date(stage.clock.now() + 3_600_000),
    },
    SubjectFromWebIdentityToken: subject,
    AssumedRoleUser: {
      AssumedRoleId: expect.stringMatching(/^AROA[A-Z2-7]{17}:shop-1$/),
      Arn: 'arn:aws:sts::123456789012:assumed-role/deployer/shop-1',
    },
    Provider: 'arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com',
    Audience: 'sts.amazonaws.com',
  });
});

test('needs no signature, and counts as a call that changes nothing', async () => {
  const stage = openStsStage();
  const refuse = () => Promise.reject(new Error('There are no credentials.'));
  const sts = new STSClient({ ...stage.reach, credentials: refuse });
  await assume({ ...stage, sts });
  expect(stage.sandbox.requests).toMatchObject([
    { service: 'sts', operation: 'AssumeRoleWithWebIdentity', mutating: false, status: 200 },
  ]);
});

test('who signs with the credentials of a session is that session', async () => {
  const { sts } = await inSession(openStsStage("deny: ['sts:*']"), 900);
  expect(await sts.send(new GetCallerIdentityCommand({}))).toMatchObject({
    Account: '123456789012',
    Arn: 'arn:aws:sts::123456789012:assumed-role/deployer/shop-1',
    UserId: expect.stringMatching(/^AROA[A-Z2-7]{17}:shop-1$/),
  });
});

test('a session is refused from its last second on, by each protocol in its own code', async () => {
  const stage = openStsStage();
  const { ecs, sts } = await inSession(stage, 900);
  stage.clock.advance(899_999);
  await ecs.send(new ListServicesCommand({ cluster: 'shop' }));
  stage.clock.advance(1);
  const message = 'The security token included in the request is expired';
  await expect(ecs.send(new ListServicesCommand({ cluster: 'shop' }))).rejects.toMatchObject({
    name: 'ExpiredTokenException',
    message,
  });
  await expect(sts.send(new GetCallerIdentityCommand({}))).rejects.toMatchObject({
    name: 'ExpiredToken',
    message,
    $metadata: { httpStatusCode: 403 },
  });
});

test('keys without their session token are refused', async () => {
  const stage = openStsStage();
  const { credentials } = await inSession(stage, 900);
  const ecs = new ECSClient({ ...stage.reach, credentials: { ...credentials, sessionToken: 'other' } });
  await expect(ecs.send(new ListServicesCommand({ cluster: 'shop' }))).rejects.toMatchObject({
    name: 'UnrecognizedClientException',
    message: 'The security token included in the request is invalid.',
  });
});

test('a denied call names the session', async () => {
  const { ecs } = await inSession(openStsStage("deny: ['ecs:ListServices']"), 900);
  await expect(ecs.send(new ListServicesCommand({ cluster: 'shop' }))).rejects.toThrow(
    'User: arn:aws:sts::123456789012:assumed-role/deployer/shop-1 is not authorized to perform: ecs:ListServices',
  );
});

const denied = 'Not authorized to perform sts:AssumeRoleWithWebIdentity';

test.each([
  {
    what: 'a role that is not there',
    input: () => ({ RoleArn: 'arn:aws:iam::123456789012:role/other' }),
    name: 'AccessDenied',
    message: denied,
  },
  {
    what: 'a subject that the role does not trust',
    input: (stage: StsStage) => ({ WebIdentityToken: stage.token({ ref: 'refs/heads/feature' }) }),
    name: 'AccessDenied',
    message: denied,
  },
  {
    what: 'a token for somebody else',
    input: (stage: StsStage) => ({ WebIdentityToken: stage.token({ audience: 'https://github.com' }) }),
    name: 'InvalidIdentityTokenException',
    message: 'Incorrect token audience',
  },
  {
    what: 'a token that is none',
    input: () => ({ WebIdentityToken: 'hello' }),
    name: 'InvalidIdentityTokenException',
    message: 'The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)',
  },
  {
    what: 'a duration under the least',
    input: () => ({ DurationSeconds: 899 }),
    name: 'ValidationError',
    message:
      "1 validation error detected: Value '899' at 'durationSeconds' failed to satisfy constraint: " +
      'Member must have value greater than or equal to 900',
  },
  {
    what: 'a duration over the greatest',
    input: () => ({ DurationSeconds: 43_201 }),
    name: 'ValidationError',
    message:
      "1 validation error detected: Value '43201' at 'durationSeconds' failed to satisfy constraint: " +
      'Member must have value less than or equal to 43200',
  },
  {
    what: 'a duration over the greatest of the role',
    input: () => ({ DurationSeconds: 7201 }),
    name: 'ValidationError',
    message: 'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
  },
  {
    what: 'an ARN that is none',
    input: () => ({ RoleArn: 'arn:aws:iam::123456789012:user/deployer' }),
    name: 'ValidationError',
    message: 'Request ARN is invalid',
  },
  {
    what: 'a session name with blanks',
    input: () => ({ RoleSessionName: 'my deploy' }),
    name: 'ValidationError',
    message:
      "1 validation error detected: Value 'my deploy' at 'roleSessionName' failed to satisfy constraint: " +
      'Member must satisfy regular expression pattern: [\\w+=,.@-]*',
  },
  {
    what: 'members that are missing',
    input: () => ({ RoleArn: undefined, WebIdentityToken: undefined }),
    name: 'ValidationError',
    message:
      "2 validation errors detected: Value null at 'roleArn' failed to satisfy constraint: Member must not be null; " +
      "Value null at 'webIdentityToken' failed to satisfy constraint: Member must not be null",
  },
])('refuses $what, in the words of AWS', async ({ input, name, message }) => {
  const stage = openStsStage();
  await expect(assume(stage, input(stage))).rejects.toMatchObject({ name, message });
});

test('refuses a token that is older than five minutes', async () => {
  const stage = openStsStage();
  const token = stage.token();
  stage.clock.advance(300_000);
  await expect(assume(stage, { WebIdentityToken: token })).rejects.toMatchObject({
    name: 'ExpiredTokenException',
    message: 'Token expired: current date/time 1788264300 must be before the expiration date/time1788264300',
  });
});

test('says honestly what it does not model', async () => {
  await expect(openStsStage().sts.send(new GetSessionTokenCommand({}))).rejects.toMatchObject({
    name: 'InvalidAction',
    message: 'The sandbox does not model sts:GetSessionToken.',
  });
});

test('a fault strikes STS as it strikes others', async () => {
  const stage = openStsStage("faults: [{ operation: 'sts:AssumeRoleWithWebIdentity', kind: throttle }]");
  await expect(assume(stage)).rejects.toMatchObject({ name: 'Throttling', message: 'Rate exceeded' });
  await expect(assume(stage)).resolves.toBeDefined();
});
