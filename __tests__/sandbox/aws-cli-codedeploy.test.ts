import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect } from '@jest/globals';
import { realClock } from '../../sandbox/clock.ts';
import { createSandbox, parseScenario, type Sandbox } from '../../sandbox/sandbox.ts';
import { startServer } from '../../sandbox/server.ts';
import { cliTest, runCli } from '../support/aws-cli.ts';
import { appSpec } from '../support/blue-green.ts';
import { exampleScenario, registry } from '../support/sandbox.ts';

let sandbox: Sandbox;
let server: Awaited<ReturnType<typeof startServer>>;
let folder: string;

/** One call of the CLI takes a second or two, and its waiters look every 15 s: of real time, all of it. */
async function open(speed: number): Promise<void> {
  sandbox = createSandbox(parseScenario(exampleScenario(), 'sandbox.yml'), realClock(speed));
  server = await startServer({ sandbox, port: 0 });
  folder = await mkdtemp(join(tmpdir(), 'aws-cli-'));
}

afterEach(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

// A second model of the API, botocore's, reads what the sandbox answers.
cliTest('the AWS CLI creates a deployment, and its waiter agrees that it has succeeded', async () => {
  await open(1000);
  const arn = await registerApi('v2');
  const id = await aws(...createDeployment(arn), '--query', 'deploymentId');
  await sandbox.clock.wait(600_000);
  await aws('deploy', 'wait', 'deployment-successful', '--deployment-id', id);
  const [status, creator] = (
    await aws('deploy', 'get-deployment', '--deployment-id', id, '--query', 'deploymentInfo.[status,creator]')
  ).split('\t');
  expect({ status, creator }).toEqual({ status: 'Succeeded', creator: 'user' });
  expect(await taskDefinitionOf('api')).toBe(arn);
});

cliTest('the AWS CLI’s own blue/green client, aws ecs deploy, deploys to the end', async () => {
  await open(100_000);
  const definition = join(folder, 'task-definition.json');
  const spec = join(folder, 'appspec.json');
  await writeFile(definition, JSON.stringify(apiDefinition('v2')));
  // The client itself writes the task definition into the AppSpec.
  await writeFile(spec, appSpec('<TASK_DEFINITION>', { container: 'api', port: 3000 }));
  const output = await aws(
    ...['ecs', 'deploy', '--cluster', 'reservation', '--service', 'api'],
    ...['--task-definition', definition, '--codedeploy-appspec', spec],
  );
  expect(output).toMatch(/Successfully deployed arn:\S+reservation-api:2 to service 'api'/);
  expect(await taskDefinitionOf('api')).toMatch(/reservation-api:2$/);
});

cliTest('the AWS CLI stops a deployment whose tasks crash, and it is rolled back', async () => {
  await open(100);
  const arn = await registerApi('fault-crash');
  const id = await aws(...createDeployment(arn), '--query', 'deploymentId');
  const stop = ['deploy', 'stop-deployment', '--deployment-id', id, '--auto-rollback-enabled'];
  expect(await aws(...stop, '--query', 'status')).toBe('Pending');
  await sandbox.clock.wait(300_000);
  const query = 'deploymentInfo.[status,errorInformation.code,rollbackInfo.rollbackDeploymentId]';
  const [status, code, rollback = ''] = (
    await aws('deploy', 'get-deployment', '--deployment-id', id, '--query', query)
  ).split('\t');
  expect({ status, code }).toEqual({ status: 'Stopped', code: 'MANUAL_STOP' });
  await aws('deploy', 'wait', 'deployment-successful', '--deployment-id', rollback);
  expect(await taskDefinitionOf('api')).toMatch(/reservation-api:1$/);
});

const aws = (...args: readonly string[]): Promise<string> =>
  runCli(server.endpoint, [...args, '--output', 'text']);

const apiDefinition = (tag: string) => ({
  family: 'reservation-api',
  networkMode: 'awsvpc',
  requiresCompatibilities: ['FARGATE'],
  cpu: '256',
  memory: '512',
  executionRoleArn: 'arn:aws:iam::123456789012:role/reservation-execution',
  containerDefinitions: [
    { name: 'api', image: `${registry}/reservation-api:${tag}`, portMappings: [{ containerPort: 3000 }] },
  ],
});

const registerApi = (tag: string): Promise<string> =>
  aws(
    ...['ecs', 'register-task-definition', '--cli-input-json', JSON.stringify(apiDefinition(tag))],
    ...['--query', 'taskDefinition.taskDefinitionArn'],
  );

const createDeployment = (arn: string): readonly string[] => [
  ...['deploy', 'create-deployment', '--application-name', 'AppECS-reservation-api'],
  ...['--deployment-group-name', 'DgpECS-reservation-api', '--revision'],
  JSON.stringify({
    revisionType: 'AppSpecContent',
    appSpecContent: { content: appSpec(arn, { container: 'api', port: 3000 }) },
  }),
];

const taskDefinitionOf = (service: string): Promise<string> =>
  aws(
    ...['ecs', 'describe-services', '--cluster', 'reservation', '--services', service],
    ...['--query', 'services[0].taskDefinition'],
  );
