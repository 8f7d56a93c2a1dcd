import { expect } from '@jest/globals';
import { realClock } from '../../sandbox/clock.ts';
import { createSandbox, parseScenario } from '../../sandbox/sandbox.ts';
import { startServer } from '../../sandbox/server.ts';
import { cliTest, runCli } from '../support/aws-cli.ts';
import { exampleScenario, registry } from '../support/sandbox.ts';

// A second model of the API, botocore's, reads what the sandbox answers.
cliTest('the AWS CLI registers, updates, and its waiter agrees that the service is stable', async () => {
  const sandbox = createSandbox(parseScenario(exampleScenario(), 'sandbox.yml'), realClock(400));
  const server = await startServer({ sandbox, port: 0 });
  try {
    const aws = (...args: readonly string[]): Promise<string> =>
      runCli(server.endpoint, [...args, '--output', 'text']);
    const container = { name: 'sidekiq', image: `${registry}/reservation-sidekiq:v2` };
    const arn = await aws(
      ...['ecs', 'register-task-definition', '--family', 'reservation-sidekiq', '--network-mode', 'awsvpc'],
      ...['--requires-compatibilities', 'FARGATE', '--cpu', '256', '--memory', '512'],
      ...['--execution-role-arn', 'arn:aws:iam::123456789012:role/reservation-execution'],
      ...['--container-definitions', JSON.stringify([container])],
      ...['--query', 'taskDefinition.taskDefinitionArn'],
    );
    await aws(
      ...['ecs', 'update-service', '--cluster', 'reservation', '--service', 'sidekiq'],
      ...['--task-definition', arn],
    );
    await sandbox.clock.wait(240_000);
    const where = ['--cluster', 'reservation', '--services', 'sidekiq'] as const;
    await aws('ecs', 'wait', 'services-stable', ...where);
    const query = 'services[0].deployments[].[taskDefinition,rolloutState]';
    expect(await aws('ecs', 'describe-services', ...where, '--query', query)).toBe(`${arn}\tCOMPLETED`);
  } finally {
    await server.close();
  }
});
