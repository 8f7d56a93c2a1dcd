import { afterEach, describe, expect, test } from '@jest/globals';
import { virtualClock } from '../../sandbox/clock.ts';
import type { Served } from '../support/action.ts';
import { comparisons, deploymentMark, serveFor, type Call } from '../support/official-action.ts';
import { recordedRuns } from '../support/official-calls.ts';
import { startOfTime } from '../support/sandbox.ts';

const HOURS = 3_600_000;

const targets: Readonly<Record<string, string>> = {
  ecs: 'AmazonEC2ContainerServiceV20141113',
  codedeploy: 'CodeDeploy_20141006',
};

const service = {
  status: 'ACTIVE',
  deploymentController: { type: expect.stringMatching(/^(ECS|CODE_DEPLOY)$/) },
  desiredCount: 2,
  runningCount: 2,
};
const blueGreen = {
  deploymentReadyOption: { waitTimeInMinutes: 0 },
  terminateBlueInstancesOnDeploymentSuccess: { terminationWaitTimeInMinutes: 5 },
};

/** What the bundle reads of each answer, its waiters included. */
const needed: Readonly<Record<string, object>> = {
  'ecs:RegisterTaskDefinition': {
    taskDefinition: { taskDefinitionArn: expect.stringMatching(/^arn:aws:ecs:\S+:task-definition\/\S+:2$/) },
  },
  'ecs:DescribeServices': { services: [service] },
  'ecs:UpdateService': {
    service: {
      deployments: expect.arrayContaining([
        expect.objectContaining({ status: 'PRIMARY', id: expect.stringMatching(/^ecs-svc\/\d+$/) }),
      ]),
    },
  },
  'codedeploy:GetDeploymentGroup': { deploymentGroupInfo: { blueGreenDeploymentConfiguration: blueGreen } },
  'codedeploy:CreateDeployment': { deploymentId: expect.stringMatching(/^d-[A-Z0-9]{9}$/) },
  'codedeploy:GetDeployment': { deploymentInfo: { status: expect.stringMatching(/^[A-Z][A-Za-z]+$/) } },
};

let server: Served | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

interface Answered extends Call {
  readonly status: number;
  readonly answer: unknown;
}

/** Sends recorded calls as the bundle did, over HTTP; its last look comes when everything is over. */
async function replay(name: string): Promise<readonly Answered[]> {
  const comparison = comparisons.find((one) => one.name === name);
  const run = recordedRuns().find((one) => one.name === name);
  if (comparison === undefined || run === undefined) throw new Error(`There is no '${name}'.`);
  const clock = virtualClock(startOfTime);
  server = await serveFor(comparison, clock);
  const answered: Answered[] = [];
  let deploymentId = deploymentMark;
  for (const call of run.calls) {
    clock.advance(call === run.calls.at(-1) ? 2 * HOURS : 1_000);
    const body = JSON.stringify(call.input).replaceAll(deploymentMark, deploymentId);
    const { status, answer } = await send(server.endpoint, call.operation, body);
    deploymentId = textAt(answer, 'deploymentId') ?? deploymentId;
    answered.push({ ...call, status, answer });
  }
  return answered;
}

async function send(endpoint: string, name: string, body: string) {
  const [prefix = '', operation = ''] = name.split(':');
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `${targets[prefix] ?? ''}.${operation}`,
      authorization: 'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261123/us-east-1/ecs/aws4_request',
    },
    body,
  });
  const answer: unknown = await response.json();
  return { status: response.status, answer };
}

function textAt(value: unknown, name: string): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const found = new Map<string, unknown>(Object.entries(value)).get(name);
  return typeof found === 'string' ? found : undefined;
}

describe.each(recordedRuns())('$name', ({ name }) => {
  test('every call of the official action is answered with what its bundle reads', async () => {
    for (const { operation, status, answer } of await replay(name)) {
      expect({ operation, status }).toEqual({ operation, status: 200 });
      expect(Object.keys(needed)).toContain(operation);
      expect(answer).toMatchObject(needed[operation] ?? {});
    }
  });
});

/** The deployments of a rolling service in the bundle's last look, and the one that its update started. */
async function ended(name: string) {
  const answered = await replay(name);
  const update = answered.find(({ operation }) => operation === 'ecs:UpdateService')?.answer;
  const id = JSON.stringify(update).match(/"id":"(ecs-svc\/\d+)"/)?.[1];
  return { id, last: answered.at(-1)?.answer };
}

test('after a success the deployment of its update is the only one, COMPLETED', async () => {
  const { id, last } = await ended('rolling, success');
  expect(last).toMatchObject({
    services: [{ deployments: [{ id, status: 'PRIMARY', rolloutState: 'COMPLETED' }] }],
  });
});

test('after a rollback its waiter is content, and the deployment of its update is gone', async () => {
  const { id, last } = await ended('rolling, breaker rolls back');
  expect(id).toBeDefined();
  expect(last).toMatchObject({
    services: [{ deployments: [{ status: 'PRIMARY', rolloutState: 'COMPLETED' }] }],
  });
  expect(last).not.toMatchObject({ services: [{ deployments: [{ id }] }] });
});

test.each([
  ['CodeDeploy, success', 'Succeeded', undefined],
  ['CodeDeploy, hook fails', 'Failed', 'HOOK_EXECUTION_FAILURE'],
  ['CodeDeploy, tasks crash', 'Failed', 'TIMEOUT'],
])('%s: its waiter finds %s', async (name, status, code) => {
  const last = (await replay(name)).at(-1)?.answer;
  expect(last).toMatchObject({
    deploymentInfo: { status, ...(code === undefined ? {} : { errorInformation: { code } }) },
  });
});
