import { expect, test } from '@jest/globals';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { openSession } from '../../sandbox/services/sts/session.ts';
import { assumeRole, type RoleCredentials } from '../../src/aws/credentials.ts';
import { outcomeSentence } from '../../src/report/sentences.ts';
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

/** The credentials of a role that is assumed by the first call. */
function roleCredentials(sandbox: Sandbox): RoleCredentials {
  const { role, ports } = reachRole(sandbox, { seconds: SESSION_SECONDS });
  let assumed: Promise<RoleCredentials> | undefined;
  const credentials = async () => (await (assumed ??= assumeRole(role, ports)))();
  return Object.assign(credentials, { memoized: true as const });
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
