import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { realClock } from '../../sandbox/clock.ts';
import { createSandbox, parseScenario } from '../../sandbox/sandbox.ts';
import { startServer } from '../../sandbox/server.ts';
import { exampleScenario, registry } from '../support/sandbox.ts';

const run = promisify(execFile);

const cliIsThere = await run('aws', ['--version']).then(
  () => true,
  () => false,
);
const required = process.env['REQUIRE_ALL'] === '1';
const name = 'the AWS CLI registers, updates, and its waiter agrees that the service is stable';

// A second model of the API, botocore's, reads what the sandbox answers.
(cliIsThere || required ? test : test.skip)(
  cliIsThere ? name : `${name} (skipped: the command aws is missing)`,
  async () => {
    const sandbox = createSandbox(parseScenario(exampleScenario(), 'sandbox.yml'), realClock(400));
    const server = await startServer({ sandbox, port: 0 });
    try {
      const aws = async (...args: readonly string[]): Promise<string> => {
        const { stdout } = await run('aws', [...args, '--output', 'text'], {
          env: cliEnvironment(server.endpoint),
        });
        return stdout.trim();
      };
      const container = { name: 'sidekiq', image: `${registry}/reservation-sidekiq:v2` };
      const arn = await aws(
        ...['ecs', 'register-task-definition', '--family', 'reservation-sidekiq', '--network-mode', 'awsvpc'],
        ...['--requires-compatibilities', 'FARGATE', '--cpu', '256', '--memory', '512'],
        ...['--execution-role-arn', 'arn:aws:iam::123456789012:role/reservation-execution'],
        ...[
          '--container-definitions',
          JSON.stringify([container]),
          '--query',
          'taskDefinition.taskDefinitionArn',
        ],
      );
      const service = ['--cluster', 'reservation', '--service', 'sidekiq'] as const;
      await aws('ecs', 'update-service', ...service, '--task-definition', arn);
      await sandbox.clock.wait(240_000);
      await aws('ecs', 'wait', 'services-stable', '--cluster', 'reservation', '--services', 'sidekiq');
      const query = 'services[0].deployments[].[taskDefinition,rolloutState]';
      const described = await aws(
        ...[
          'ecs',
          'describe-services',
          '--cluster',
          'reservation',
          '--services',
          'sidekiq',
          '--query',
          query,
        ],
      );
      expect(described).toBe(`${arn}\tCOMPLETED`);
    } finally {
      await server.close();
    }
  },
);

function cliEnvironment(endpoint: string): NodeJS.ProcessEnv {
  return {
    PATH: process.env['PATH'],
    HOME: process.env['HOME'],
    AWS_ENDPOINT_URL: endpoint,
    AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'secret',
    AWS_DEFAULT_REGION: 'us-east-1',
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
  };
}
