import { CreateRepositoryCommand, ECRClient, PutImageCommand } from '@aws-sdk/client-ecr';
import {
  CreateClusterCommand,
  CreateServiceCommand,
  DescribeServicesCommand,
  DescribeTaskDefinitionCommand,
  ECSClient,
  RegisterTaskDefinitionCommand,
} from '@aws-sdk/client-ecs';
import { afterAll, beforeAll, expect } from '@jest/globals';
import { type Ended, exampleInputs, runAction } from '../support/action.ts';
import { isMotoNeeded, type Moto, motoTest, startMoto } from '../support/moto.ts';

// A second server's parser, from another project, reads what the built action sends.
const image = '123456789012.dkr.ecr.us-east-1.amazonaws.com/reservation-sidekiq';
const revision = 'arn:aws:ecs:us-east-1:123456789012:task-definition/reservation-sidekiq';

let moto: Moto | undefined;
let ecs: ECSClient;
let ended: Ended;

beforeAll(async () => {
  if (!isMotoNeeded) return;
  moto = await startMoto();
  const options = {
    endpoint: moto.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
  };
  ecs = new ECSClient(options);
  await provision(ecs, new ECRClient(options));
  ended = await runAction({
    action: 'ecs-update-service',
    endpoint: moto.endpoint,
    inputs: { ...exampleInputs('sidekiq', 'v2'), 'wait-for-service-stability': 'false' },
  });
});

afterAll(async () => moto?.[Symbol.asyncDispose]());

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

motoTest('without waiting, the built action ends started against moto', () => {
  expect({ exitCode: ended.exitCode, status: ended.outputs.get('status'), log: ended.log }).toMatchObject({
    exitCode: 0,
    status: 'started',
  });
  expect(ended.outputs.get('task-definition-arn')).toBe(`${revision}:2`);
});

motoTest('moto holds the revision as the file has it', async () => {
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

motoTest('moto’s service is set to that revision', async () => {
  const { services = [] } = await ecs.send(
    new DescribeServicesCommand({ cluster: 'reservation', services: ['sidekiq'] }),
  );
  expect(services).toMatchObject([{ taskDefinition: `${revision}:2` }]);
});
