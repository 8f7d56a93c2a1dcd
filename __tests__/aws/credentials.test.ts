import { expect, test } from '@jest/globals';
import { awsClients } from '../../src/aws/clients.ts';
import { assumeRole, type RolePorts } from '../../src/aws/credentials.ts';
import { awsFailure } from '../../src/aws/errors.ts';
import type { Role } from '../../src/aws/role.ts';
import { UserError } from '../../src/inputs/problem.ts';
import { distrust, openRoleStage, roleArn, subject, type RoleStage } from '../support/sts.ts';

const assumptions = (stage: RoleStage) =>
  stage.sandbox.requests.filter(({ operation }) => operation === 'AssumeRoleWithWebIdentity');

/** A client that signs with the credentials, and reads the service so many times. */
async function reader(stage: RoleStage) {
  const credentials = await assumeRole(stage.role, stage.ports);
  const aws = awsClients({ ...stage.ports.client, credentials });
  return async () => {
    const ecs = await aws.ecs();
    const { services = [] } = await ecs.describeServices({ cluster: 'shop', services: ['worker'] });
    return services.length;
  };
}

test('all clients share one session, though the calendar says that it ended', async () => {
  const stage = openRoleStage();
  const credentials = await assumeRole(stage.role, stage.ports);
  const aws = awsClients({ ...stage.ports.client, credentials });
  const [ecs, once, codeDeploy] = await Promise.all([aws.ecs(), aws.ecsOnce(), aws.codeDeploy()]);
  await Promise.all([
    ecs.listServices({ cluster: 'shop' }),
    ecs.listServices({ cluster: 'shop' }),
    once.listServices({ cluster: 'shop' }),
    codeDeploy.listApplications({}).catch(() => undefined),
  ]);
  expect(assumptions(stage)).toHaveLength(1);
});

test('asks AWS for what was asked of it', async () => {
  const stage = openRoleStage('', { seconds: 7200 });
  await assumeRole(stage.role, stage.ports);
  expect(assumptions(stage)).toMatchObject([
    {
      input: {
        RoleArn: roleArn,
        RoleSessionName: 'shop-1',
        DurationSeconds: 7200,
        WebIdentityToken: stage.tokens[0],
      },
    },
  ]);
});

test('a session is renewed five minutes before its end, by a token of its own', async () => {
  const stage = openRoleStage();
  const read = await reader(stage);
  stage.clock.advance(599_999);
  await read();
  expect(assumptions(stage)).toHaveLength(1);
  stage.clock.advance(1);
  await Promise.all([read(), read(), read()]);
  expect(assumptions(stage)).toHaveLength(2);
  expect(new Set(stage.tokens).size).toBe(2);
});

test('a session that ended while nobody asked is renewed before it is used', async () => {
  const stage = openRoleStage();
  const read = await reader(stage);
  stage.clock.advance(3_600_000);
  expect(await read()).toBe(1);
});

test('everything that is secret is hidden before it is used', async () => {
  const stage = openRoleStage();
  const credentials = await assumeRole(stage.role, stage.ports);
  const { accessKeyId, secretAccessKey, sessionToken } = await credentials();
  expect(stage.hidden).toEqual([accessKeyId, secretAccessKey, sessionToken]);
});

test('a session is used to its end when it cannot be renewed, which is tried every 15 seconds', async () => {
  const stage = openRoleStage();
  const read = await reader(stage);
  distrust(stage.sandbox);
  stage.clock.advance(600_000);
  for (let second = 0; second < 60; second += 1) {
    expect(await read()).toBe(1);
    stage.clock.advance(1_000);
  }
  expect(assumptions(stage)).toHaveLength(1 + 4);
});

test('a session that ended and is refused another ends as credentials do', async () => {
  const stage = openRoleStage();
  const read = await reader(stage);
  distrust(stage.sandbox);
  stage.clock.advance(900_000);
  const error: unknown = await read().catch((thrown: unknown) => thrown);
  expect(awsFailure(error)).toEqual({
    kind: 'credentials',
    code: 'CredentialsProviderError',
    message: `the session of ${roleArn} ended and could not be renewed: Not authorized to perform sts:AssumeRoleWithWebIdentity`,
  });
});

test('a session that AWS ended early is followed by one other, however many calls find out', async () => {
  const stage = openRoleStage('faults: [{ operation: DescribeServices, kind: expired-token, times: 3 }]');
  const read = await reader(stage);
  expect(await Promise.all([read(), read(), read()])).toEqual([1, 1, 1]);
  expect(assumptions(stage)).toHaveLength(2);
});

test('what is told of a session that was followed already ends none', async () => {
  const stage = openRoleStage();
  const credentials = await assumeRole(stage.role, stage.ports);
  const first = await credentials();
  stage.clock.advance(600_000);
  const second = await credentials();
  credentials.ended(first);
  expect(await credentials()).toBe(second);
  expect(credentials.inUse()).toBe(second);
});

test('a session that ended while AWS throttles is a matter of waiting', async () => {
  const stage = openRoleStage('faults: [{ operation: AssumeRoleWithWebIdentity, kind: throttle, after: 1 }]');
  const read = await reader(stage);
  stage.clock.advance(900_000);
  const error: unknown = await read().catch((thrown: unknown) => thrown);
  expect(awsFailure(error)).toMatchObject({ kind: 'throttled' });
  expect(await read()).toBe(1);
});

test('the STS of the region is asked, without a signature', async () => {
  const stage = openRoleStage();
  const asked: unknown[] = [];
  const { requestHandler } = stage.reach;
  const listening = {
    ...requestHandler,
    handle: (...[request, options]: Parameters<typeof requestHandler.handle>) => {
      asked.push([request.hostname, request.headers['authorization']]);
      return requestHandler.handle(request, options);
    },
  };
  const client = { ...stage.ports.client, region: 'eu-central-1', requestHandler: listening };
  await assumeRole(stage.role, { ...stage.ports, client });
  expect(asked).toEqual([['sts.eu-central-1.amazonaws.com', undefined]]);
});

test('a role in China asks for a token for the STS there', async () => {
  const stage = openRoleStage('', { arn: 'arn:aws-cn:iam::123456789012:role/deployer' });
  const audiences: string[] = [];
  const idToken = (audience: string) => {
    audiences.push(audience);
    return stage.ports.idToken(audience);
  };
  await expect(assumeRole(stage.role, { ...stage.ports, idToken })).rejects.toThrow(UserError);
  expect(audiences).toEqual(['sts.amazonaws.com.cn']);
});

const failing = (name: string, message: string) => () =>
  Promise.reject(Object.assign(new Error(message), { name }));

const trust =
  `Let the trust policy of the role allow "token.actions.githubusercontent.com:sub": "${subject}", ` +
  'with "token.actions.githubusercontent.com:aud": "sts.amazonaws.com"; and check that the role exists.';

interface Refusal {
  readonly what: string;
  readonly more?: string;
  readonly role?: Partial<Role>;
  readonly ports?: (stage: RoleStage) => Partial<RolePorts>;
  readonly message: string;
  readonly remedy: string;
  readonly input?: string;
}

const refusals: readonly Refusal[] = [
  {
    what: 'a role that does not trust the job',
    role: { arn: 'arn:aws:iam::123456789012:role/other' },
    message:
      'arn:aws:iam::123456789012:role/other cannot be assumed: Not authorized to perform sts:AssumeRoleWithWebIdentity.',
    remedy: trust,
  },
  {
    what: 'a session longer than the role gives out',
    role: { seconds: 7201 },
    message: `${roleArn} gives out no session of 7201 seconds: The requested DurationSeconds exceeds the MaxSessionDuration set for this role.`,
    remedy: 'Lower role-duration-seconds, or raise the maximum session duration of the role.',
    input: 'role-duration-seconds',
  },
  {
    what: 'an account without the provider',
    ports: (stage) => ({ idToken: () => Promise.resolve(stage.token({ audience: 'somebody' })) }),
    message: `${roleArn} cannot be assumed: Incorrect token audience.`,
    remedy:
      'Create the OIDC identity provider https://token.actions.githubusercontent.com with the audience sts.amazonaws.com in the account of the role.',
  },
  {
    what: 'an STS that cannot be reached',
    more: 'faults: [{ operation: AssumeRoleWithWebIdentity, kind: reset-before }]',
    message: 'AWS STS in us-east-1 could not be asked for credentials (ECONNRESET: read ECONNRESET).',
    remedy: 'Check the region, the endpoint and the network of the runner, then run the job again.',
  },
  {
    what: 'a GitHub that gives no token',
    ports: () => ({ idToken: failing('TokenProviderError', 'status 401, Unauthorized') }),
    message: 'GitHub gave the job no OIDC token: status 401, Unauthorized',
    remedy:
      'Run the job again; if it stays so, look at https://www.githubstatus.com and the proxy of the runner.',
  },
];

test.each(refusals)('$what is refused at once, with what to do', async (row) => {
  const stage = openRoleStage(row.more ?? '', row.role);
  const ports = { ...stage.ports, ...row.ports?.(stage) };
  const error: unknown = await assumeRole(stage.role, ports).catch((thrown: unknown) => thrown);
  expect(error instanceof UserError ? error.problems : error).toEqual([
    { message: row.message, remedy: row.remedy, input: row.input ?? 'role-to-assume' },
  ]);
});
