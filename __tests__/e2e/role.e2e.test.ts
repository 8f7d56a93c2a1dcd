import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  type Ended,
  exampleInputs,
  runAction,
  serve,
  type Served,
  tokenVariables,
} from '../support/action.ts';
import { roleArn, roles } from '../support/sts.ts';

/** Nothing that the SDK could sign with by itself. */
const noCredentials = { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '', AWS_EC2_METADATA_DISABLED: 'true' };

let server: Served;
let ended: Ended;
beforeAll(async () => {
  server = await serve(40, undefined, roles);
  ended = await runAction({
    action: 'ecs-update-service',
    endpoint: server.endpoint,
    inputs: { ...exampleInputs('sidekiq', 'v2'), 'role-to-assume': roleArn },
    env: { ...noCredentials, ...tokenVariables(server.endpoint) },
  });
}, 60_000);
afterAll(() => server.close());

const requests = () => server.sandbox.requests.map(({ service, operation }) => `${service}:${operation}`);

test('a job without credentials deploys by a role that it assumes itself', () => {
  expect(ended.outputs.get('status')).toBe('deployed');
  expect(ended.exitCode).toBe(0);
});

test('the role is assumed once, before anything else is asked of AWS', () => {
  expect(requests().filter((name) => name.startsWith('sts:'))).toEqual(['sts:AssumeRoleWithWebIdentity']);
  expect(requests()[0]).toBe('sts:AssumeRoleWithWebIdentity');
});

test('the session is named after repository and run, and the log says so', () => {
  const [session] = server.sandbox.world.sts.sessions;
  expect(session?.arn).toBe('arn:aws:sts::123456789012:assumed-role/deployer/example-reservation-77');
  expect(ended.log).toContain(`${roleArn} is assumed as example-reservation-77.`);
});

test('the role is kept for the post step, which needs credentials of its own', () => {
  expect(JSON.parse(ended.state.get('role') ?? '')).toEqual({
    arn: roleArn,
    sessionName: 'example-reservation-77',
    seconds: 3600,
  });
});

test('token and keys are in the log as what to hide, and nowhere else', () => {
  const [session] = server.sandbox.world.sts.sessions;
  const token = server.sandbox.requests[0]?.input['WebIdentityToken'];
  const masked = ended.commands.filter(({ name }) => name === 'add-mask').map(({ message }) => message);
  expect(masked).toEqual([token, session?.accessKeyId, expect.stringMatching(/^.{40}$/), session?.token]);
  const shown = ended.log
    .split('\n')
    .filter((line) => !line.startsWith('::add-mask::'))
    .join('\n');
  const left = [shown, ended.summary, ...ended.outputs.values(), ...ended.state.values()].join('\n');
  for (const secret of masked) expect(left).not.toContain(secret);
});

test('credentials of the environment are left alone, with a notice, though they are no good', async () => {
  const other = await runAction({
    action: 'ecs-update-service',
    endpoint: server.endpoint,
    inputs: { ...exampleInputs('sidekiq', 'v2'), 'role-to-assume': roleArn, 'dry-run': 'true' },
    env: { AWS_ACCESS_KEY_ID: 'not good\n', ...tokenVariables(server.endpoint) },
  });
  expect(other.commands.find(({ name }) => name === 'notice')?.message).toContain(
    'The credentials of AWS_ACCESS_KEY_ID are not used: role-to-assume is given.',
  );
  expect(other.exitCode).toBe(0);
});

test('the post step of a step that was killed assumes the role again, to roll back', async () => {
  const place = await serve(5, undefined, roles);
  const step = {
    action: 'ecs-update-service',
    endpoint: place.endpoint,
    inputs: { ...exampleInputs('sidekiq', 'v2'), 'role-to-assume': roleArn, 'on-cancel': 'rollback' },
    env: { ...noCredentials, ...tokenVariables(place.endpoint) },
  } as const;
  const main = await runAction({
    ...step,
    seen: (log, child) => {
      if (log.includes('is started')) child.kill('SIGKILL');
    },
  });
  expect(main.exitCode).toBeNull();
  const post = await runAction({ ...step, after: main.state });
  await place.close();
  expect(post.log).toContain(`${roleArn} is assumed as example-reservation-77.`);
  expect(post.log).toContain('was rolled back on sidekiq.');
  expect(post.exitCode).toBe(0);
});
