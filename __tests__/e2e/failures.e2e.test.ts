import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, describe } from '@jest/globals';
import { realClock } from '../../sandbox/clock.ts';
import type { Served } from '../support/action.ts';
import { cliTest } from '../support/aws-cli.ts';
import { type Failure, failures } from '../support/failures.ts';
import { runOurs, serveFor } from '../support/official-action.ts';

const SPEED = 60;
const run = promisify(execFile);

/** What the AWS CLI answers about the same world, in JSON. */
async function aws(endpoint: string, ...args: readonly string[]): Promise<unknown> {
  const { stdout } = await run('aws', [...args, '--output', 'json'], {
    env: {
      ...process.env,
      AWS_ENDPOINT_URL: endpoint,
      AWS_DEFAULT_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
      AWS_SECRET_ACCESS_KEY: 'secret',
    },
  });
  return JSON.parse(stdout);
}

const cluster = ['--cluster', 'reservation'] as const;

async function expectServed(endpoint: string, { service }: Failure): Promise<void> {
  const answer = await aws(endpoint, 'ecs', 'describe-services', ...cluster, '--services', service);
  const served = expect.objectContaining({
    status: 'PRIMARY',
    taskDefinition: expect.stringMatching(/:1$/),
  });
  const where = service === 'api' ? 'taskSets' : 'deployments';
  expect(answer).toMatchObject({ services: [{ [where]: expect.arrayContaining([served]) }] });
}

async function expectStopped(endpoint: string, { service, task }: Failure): Promise<void> {
  if (task === undefined) return;
  const listed = await aws(
    endpoint,
    'ecs',
    'list-tasks',
    ...cluster,
    '--service-name',
    service,
    '--desired-status',
    'STOPPED',
    '--query',
    'taskArns',
  );
  expect(Array.isArray(listed)).toBe(true);
  const arns = Array.isArray(listed) ? listed.map(String) : [];
  const described = await aws(endpoint, 'ecs', 'describe-tasks', ...cluster, '--tasks', ...arns);
  const container = expect.objectContaining(task.exitCode === undefined ? {} : { exitCode: task.exitCode });
  expect(described).toMatchObject({
    tasks: expect.arrayContaining([
      expect.objectContaining({
        stopCode: task.stopCode,
        taskDefinitionArn: expect.stringMatching(/:2$/),
        containers: expect.arrayContaining([container]),
      }),
    ]),
  });
}

async function expectEnded(server: Served, { service }: Failure, id: string): Promise<void> {
  if (service !== 'api') return;
  const answer = await aws(server.endpoint, 'deploy', 'get-deployment', '--deployment-id', id);
  expect(answer).toMatchObject({
    deploymentInfo: {
      status: expect.stringMatching(/^(Failed|Stopped)$/),
      rollbackInfo: { rollbackDeploymentId: expect.stringMatching(/^d-/) },
    },
  });
}

describe('the ten most common failures, through the built action', () => {
  for (const failure of failures) {
    cliTest(
      `${failure.name}: red, its cause told, what was there before serves, and the AWS CLI says the same`,
      async () => {
        const server = await serveFor(failure, realClock(SPEED));
        try {
          const ended = await runOurs(failure, server.endpoint);
          expect(ended.outputs.get('status')).toBe('rolled-back');
          expect(ended.exitCode).toBe(1);
          expect(ended.log).toContain(failure.cause);
          expect(ended.outputs.get('reason')).toContain(failure.cause);
          await Promise.all([
            expectServed(server.endpoint, failure),
            expectStopped(server.endpoint, failure),
            expectEnded(server, failure, ended.outputs.get('deployment-id') ?? ''),
          ]);
        } finally {
          await server.close();
        }
      },
    );
  }
});
