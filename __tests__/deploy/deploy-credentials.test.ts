import { describe, expect, test } from '@jest/globals';
import type { AwsCredentialIdentity } from '@smithy/types';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { openSession } from '../../sandbox/services/sts/session.ts';
import { assumeRole, type RoleCredentials } from '../../src/aws/credentials.ts';
import { outcomeSentence } from '../../src/report/outcome.ts';
import { groupOf, webScenario } from '../support/blue-green.ts';
import {
  blueGreenStage,
  type BlueGreenStage,
  deployRequest,
  type StageOptions,
} from '../support/deployment.ts';
import { assumedAt, distrust, reachRole, roleArn, roles } from '../support/sts.ts';

const SESSION_SECONDS = 900;
const RENEWED_AFTER_SECONDS = 600;

const AT_FIRST = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' };

/** The credentials of a role that is assumed by the first call. */
function roleCredentials(sandbox: Sandbox): RoleCredentials {
  const { role, ports } = reachRole(sandbox, { seconds: SESSION_SECONDS });
  let assuming: Promise<RoleCredentials> | undefined;
  let assumed: RoleCredentials | undefined;
  const credentials = async () => {
    assumed = await (assuming ??= assumeRole(role, ports));
    return assumed();
  };
  return Object.assign(credentials, {
    memoized: true as const,
    inUse: () => assumed?.inUse() ?? AT_FIRST,
    ended: (identity: AwsCredentialIdentity) => assumed?.ended(identity),
  });
}

/** Every session ends at once, as when somebody revokes those that are older. */
function revoke({ world }: Sandbox): void {
  for (const session of world.sts.sessions) Object.assign(session, { expiresAt: world.now });
}

/** A session that somebody else opened before this step: it cannot be renewed. */
function givenCredentials({ world }: Sandbox) {
  const arn = `arn:aws:sts::${world.account}:assumed-role/deployer/elsewhere`;
  const { accessKeyId, secret, token } = openSession(world, { arn, seconds: SESSION_SECONDS });
  return { accessKeyId, secretAccessKey: secret, sessionToken: token };
}

/** A deployment that is watched until the old task set is terminated, so many minutes after the shift. */
function longDeployment(minutes: number, options: StageOptions) {
  const scenario = webScenario({ group: groupOf(`terminationWaitMinutes: ${minutes}`), more: roles });
  const shop = blueGreenStage({ ...options, scenario });
  const { codeDeploy } = deployRequest();
  const deploy = () =>
    shop.deploy({ codeDeploy: { ...codeDeploy, waitForTermination: true }, waitMinutes: 360 });
  return { shop, deploy };
}

/** Whatever AWS refused once the deployment was under way. */
const refusals = ({ sandbox: { requests } }: BlueGreenStage) =>
  requests.filter(({ at, status }) => at > (requests[0]?.at ?? 0) && status !== 200);

test('a deployment of two hours outlives its sessions of a quarter of an hour: one assumption for each', async () => {
  const { shop, deploy } = longDeployment(120, { credentials: roleCredentials });
  const outcome = await deploy();
  expect(outcome.verdict.status).toBe('deployed');
  expect(outcome.milliseconds).toBeGreaterThan(2 * 3_600_000);
  expect(refusals(shop)).toEqual([]);
  const times = assumedAt(shop.sandbox);
  const gaps = times.slice(1).map((at, index) => at - (times[index] ?? 0));
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(RENEWED_AFTER_SECONDS);
  expect(Math.max(...gaps)).toBeLessThan(SESSION_SECONDS);
  expect(times.length).toBe(Math.floor(outcome.milliseconds / 1_000 / RENEWED_AFTER_SECONDS) + 1);
  expect(shop.sandbox.world.sts.sessions).toHaveLength(times.length);
});

test('credentials from elsewhere that end in the middle leave the outcome unknown, with id and how to look', async () => {
  const { shop, deploy } = longDeployment(60, { credentials: givenCredentials });
  const outcome = await deploy();
  expect(outcome.verdict).toMatchObject({
    status: 'unknown',
    rule: 'lost-sight',
    facts: {
      awsCode: 'ExpiredTokenException',
      awsReason: 'The security token included in the request is expired',
    },
  });
  const [id = ''] = await shop.ids();
  expect(outcome.handle).toEqual({ kind: 'codedeploy', id });
  expect(outcomeSentence(outcome)).toContain(`aws deploy get-deployment --deployment-id ${id}`);
  expect((await shop.info(id)).status).toBe('InProgress');
});

test('a role that may no longer be assumed leaves the outcome unknown when its last session ends', async () => {
  const { deploy } = longDeployment(60, {
    credentials: roleCredentials,
    meanwhile: { afterSeconds: 700, happens: distrust },
  });
  const outcome = await deploy();
  expect(outcome.verdict).toMatchObject({
    status: 'unknown',
    rule: 'lost-sight',
    facts: {
      awsReason: `the session of ${roleArn} ended and could not be renewed: Not authorized to perform sts:AssumeRoleWithWebIdentity`,
    },
  });
  expect(outcome.milliseconds).toBeGreaterThanOrEqual((RENEWED_AFTER_SECONDS + SESSION_SECONDS) * 1_000);
});

describe('a session that AWS ends before its time', () => {
  test.each(['DescribeTaskDefinition', 'RegisterTaskDefinition', 'CreateDeployment', 'GetDeployment'])(
    'right before %s is followed by another, and the call is made once more',
    async (operation) => {
      let isRevoked = false;
      const shop = blueGreenStage({
        scenario: webScenario({ more: roles }),
        credentials: roleCredentials,
        before: (name, sandbox) => {
          if (name !== operation || isRevoked) return;
          isRevoked = true;
          revoke(sandbox);
        },
      });
      const outcome = await shop.deploy();
      expect(outcome.verdict.status).toBe('deployed');
      const expired = shop.sandbox.requests.filter(({ status }) => status !== 200);
      expect(expired.map((one) => one.operation)).toContain(operation);
      expect(shop.sandbox.world.sts.sessions).toHaveLength(2);
      expect(await shop.ids()).toHaveLength(1);
    },
  );

  test('and gives no other for is the end: the outcome is unknown, and AWS is asked once', async () => {
    let isRevoked = false;
    const shop = blueGreenStage({
      scenario: webScenario({ more: roles }),
      credentials: roleCredentials,
      before: (name, sandbox) => {
        if (name !== 'BatchGetDeploymentTargets' || isRevoked) return;
        isRevoked = true;
        distrust(sandbox);
        revoke(sandbox);
      },
    });
    const outcome = await shop.deploy();
    expect(outcome.verdict).toMatchObject({
      status: 'unknown',
      rule: 'lost-sight',
      facts: { awsReason: expect.stringContaining('ended and could not be renewed') },
    });
  });

  test('is told as it is where another is refused at once, too', async () => {
    const faults = 'faults: [{ operation: GetDeployment, kind: expired-token, times: 2 }]';
    const shop = blueGreenStage({
      scenario: webScenario({ more: `${roles}\n${faults}` }),
      credentials: roleCredentials,
    });
    const outcome = await shop.deploy();
    expect(outcome.verdict).toMatchObject({ status: 'unknown', facts: { awsCode: 'ExpiredTokenException' } });
    const asked = shop.sandbox.requests.filter(({ operation }) => operation === 'GetDeployment');
    expect(asked).toHaveLength(2);
  });
});
