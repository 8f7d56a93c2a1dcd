import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { promisify } from 'node:util';
import { CreateRepositoryCommand, ECRClient, PutImageCommand } from '@aws-sdk/client-ecr';
import {
  CreateClusterCommand,
  CreateServiceCommand,
  DescribeServicesCommand,
  DescribeTaskDefinitionCommand,
  ECSClient,
  RegisterTaskDefinitionCommand,
} from '@aws-sdk/client-ecs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Ended, exampleInputs, runAction } from '../support/action.ts';

// A second server's parser, from another project, reads what the built action sends.
const motoIsThere = await promisify(execFile)('moto_server', ['--help']).then(
  () => true,
  () => false,
);
const needed = motoIsThere || process.env['REQUIRE_ALL'] === '1';
const motoTest = needed ? test : test.skip;
const named = (name: string): string =>
  motoIsThere ? name : `${name} (skipped: the command moto_server is missing)`;

const image = '123456789012.dkr.ecr.us-east-1.amazonaws.com/reservation-sidekiq';
const revision = 'arn:aws:ecs:us-east-1:123456789012:task-definition/reservation-sidekiq';

let moto: ChildProcess | undefined;
let ecs: ECSClient;
let ended: Ended;

beforeAll(async () => {
  if (!needed) return;
  const started = await startMoto();
  moto = started.process;
  const options = {
    endpoint: started.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
  };
  ecs = new ECSClient(options);
  await provision(ecs, new ECRClient(options));
  ended = await runAction({
    action: 'ecs-update-service',
    endpoint: started.endpoint,
    inputs: { ...exampleInputs('sidekiq', 'v2'), 'wait-for-service-stability': 'false' },
  });
});

afterAll(async () => {
  if (moto === undefined || moto.exitCode !== null) return;
  moto.kill('SIGTERM');
  await once(moto, 'close');
});

/** Its services never start a task; with this count of running ones it calls a deployment COMPLETED. */
async function startMoto(): Promise<{ readonly process: ChildProcess; readonly endpoint: string }> {
  const child = spawn('moto_server', ['-H', '127.0.0.1', '-p', '0'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, MOTO_ECS_SERVICE_RUNNING: '2' },
  });
  const endpoint = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const [, address] = /Running on (http:\/\/127\.0\.0\.1:\d+)/.exec(said) ?? [];
      if (address !== undefined) resolve(address);
    });
    child.once('error', reject);
    child.once('close', () => reject(new Error(`moto_server ended: ${said}`)));
  });
  return { process: child, endpoint };
}

async function provision(client: ECSClient, ecr: ECRClient): Promise<void> {
  await client.send(new CreateClusterCommand({ clusterName: 'reservation' }));
  await client.send(
    new RegisterTaskDefinitionCommand({
      family: 'reservation-sidekiq',
      networkMode: 'awsvpc',
      requiresCompatibilities: ['FARGATE'],
      cpu: '256',
      memory: '512',
      executionRoleArn: 'arn:aws:iam::123456789012:role/reservation-execution',
      containerDefinitions: [{ name: 'sidekiq', image: `${image}:v1` }],
    }),
  );
  await client.send(
    new CreateServiceCommand({
      cluster: 'reservation',
      serviceName: 'sidekiq',
      taskDefinition: 'reservation-sidekiq:1',
      desiredCount: 2,
      launchType: 'FARGATE',
    }),
  );
  await ecr.send(new CreateRepositoryCommand({ repositoryName: 'reservation-sidekiq' }));
  const mediaType = 'application/vnd.oci.image.manifest.v1+json';
  const config = {
    mediaType: 'application/vnd.oci.image.config.v1+json',
    digest: `sha256:${'1f'.repeat(32)}`,
    size: 2,
  };
  const manifest = { schemaVersion: 2, mediaType, config, layers: [] };
  await ecr.send(
    new PutImageCommand({
      repositoryName: 'reservation-sidekiq',
      imageTag: 'v2',
      imageManifest: JSON.stringify(manifest),
      imageManifestMediaType: mediaType,
    }),
  );
}

motoTest(named('without waiting, the built action ends started against moto'), () => {
  expect({ exitCode: ended.exitCode, status: ended.outputs.get('status'), log: ended.log }).toMatchObject({
    exitCode: 0,
    status: 'started',
  });
  expect(ended.outputs.get('task-definition-arn')).toBe(`${revision}:2`);
});

motoTest(named('moto holds the revision as the file has it'), async () => {
  const { taskDefinition, tags = [] } = await ecs.send(
    new DescribeTaskDefinitionCommand({ taskDefinition: `${revision}:2`, include: ['TAGS'] }),
  );
  expect(taskDefinition).toMatchObject({
    cpu: '256',
    memory: '512',
    taskRoleArn: 'arn:aws:iam::123456789012:role/reservation-sidekiq',
    containerDefinitions: [
      { name: 'sidekiq', image: `${image}:v2`, stopTimeout: 60, logConfiguration: { logDriver: 'awslogs' } },
    ],
  });
  expect(tags).toContainEqual({ key: 'ecs-deploy-toolkit:run-id', value: '77' });
});

motoTest(named('moto’s service is set to that revision'), async () => {
  const { services = [] } = await ecs.send(
    new DescribeServicesCommand({ cluster: 'reservation', services: ['sidekiq'] }),
  );
  expect(services).toMatchObject([{ taskDefinition: `${revision}:2` }]);
});
