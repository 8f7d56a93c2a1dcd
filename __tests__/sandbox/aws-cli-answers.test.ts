import { CreateDeploymentCommand } from '@aws-sdk/client-codedeploy';
import {
  ListServiceDeploymentsCommand,
  ListTasksCommand,
  RegisterTaskDefinitionCommand,
  UpdateServiceCommand,
} from '@aws-sdk/client-ecs';
import { afterEach, beforeEach, describe, expect } from '@jest/globals';
import { cliTest, openCliStage, type CliStage } from '../support/aws-cli.ts';
import { appSpec } from '../support/blue-green.ts';
import { registry } from '../support/sandbox.ts';

// Botocore's own model of AWS reads what the sandbox answers: what it does not know, it does not show.
let stage: CliStage;
beforeEach(async () => {
  stage = await openCliStage(`
scalableTargets:
  - { resourceId: service/reservation/sidekiq, min: 1, max: 4 }
`);
});
afterEach(() => stage.close());

const arn = 'arn:aws:ecs:us-east-1:123456789012';
const cluster = ['--cluster', 'reservation'] as const;
const sidekiq = { cluster: 'reservation', service: 'sidekiq' } as const;

const definition = {
  family: 'reservation-sidekiq',
  networkMode: 'awsvpc',
  requiresCompatibilities: ['FARGATE'],
  cpu: '256',
  memory: '512',
  executionRoleArn: 'arn:aws:iam::123456789012:role/reservation-execution',
  containerDefinitions: [
    {
      name: 'sidekiq',
      image: `${registry}/reservation-sidekiq:v2`,
      essential: true,
      stopTimeout: 60,
      environment: [{ name: 'RAILS_ENV', value: 'production' }],
    },
  ],
} satisfies RegisterTaskDefinitionCommand['input'];

/** Starts a deployment of revision 2 and lets so many seconds pass; gives back the ARN of its record. */
async function deploySidekiq(seconds: number): Promise<string> {
  await stage.ecs.send(new RegisterTaskDefinitionCommand(definition));
  await stage.ecs.send(new UpdateServiceCommand({ ...sidekiq, taskDefinition: 'reservation-sidekiq:2' }));
  stage.pass(seconds);
  const { serviceDeployments = [] } = await stage.ecs.send(new ListServiceDeploymentsCommand(sidekiq));
  return serviceDeployments[0]?.serviceDeploymentArn ?? '';
}

/** Creates a deployment and lets so many seconds pass; gives back its id. */
async function deployApi(seconds: number): Promise<string> {
  const content = appSpec(`${arn}:task-definition/reservation-api:1`, { container: 'api', port: 3000 });
  const { deploymentId = '' } = await stage.codedeploy.send(
    new CreateDeploymentCommand({
      applicationName: 'AppECS-reservation-api',
      deploymentGroupName: 'DgpECS-reservation-api',
      revision: { revisionType: 'AppSpecContent', appSpecContent: { content } },
    }),
  );
  stage.pass(seconds);
  return deploymentId;
}

async function aTask(): Promise<string> {
  const { taskArns = [] } = await stage.ecs.send(
    new ListTasksCommand({ cluster: 'reservation', serviceName: 'sidekiq' }),
  );
  return taskArns[0] ?? '';
}

/** Version 1 of the CLI prints seconds, version 2 ISO 8601. */
const momentOf = (value: unknown): number =>
  typeof value === 'number' ? value * 1_000 : Date.parse(String(value));

cliTest('a task definition registered from --cli-input-json is described as it was given', async () => {
  await stage.aws('ecs', 'register-task-definition', '--cli-input-json', JSON.stringify(definition));
  expect(
    await stage.aws(
      ...['ecs', 'describe-task-definition', '--task-definition', 'reservation-sidekiq'],
      ...['--include', 'TAGS'],
    ),
  ).toMatchObject({
    taskDefinition: {
      ...definition,
      taskDefinitionArn: `${arn}:task-definition/reservation-sidekiq:2`,
      revision: 2,
      status: 'ACTIVE',
      compatibilities: ['EC2', 'FARGATE'],
      requiresAttributes: [
        { name: 'com.amazonaws.ecs.capability.ecr-auth' },
        { name: 'com.amazonaws.ecs.capability.docker-remote-api.1.19' },
        { name: 'ecs.capability.execution-role-ecr-pull' },
        { name: 'ecs.capability.task-eni' },
      ],
      registeredAt: expect.anything(),
      registeredBy: expect.stringMatching(/^arn:aws:sts::/),
    },
    tags: [],
  });
});

cliTest('wait tasks-stopped ends when a stopped task is STOPPED, with who stopped it and why', async () => {
  const task = await aTask();
  await stage.aws('ecs', 'stop-task', ...cluster, '--task', task, '--reason', 'looking');
  stage.pass(180);
  await stage.aws('ecs', 'wait', 'tasks-stopped', ...cluster, '--tasks', task);
  expect(await stage.aws('ecs', 'describe-tasks', ...cluster, '--tasks', task)).toMatchObject({
    tasks: [
      {
        taskArn: task,
        lastStatus: 'STOPPED',
        desiredStatus: 'STOPPED',
        stopCode: 'UserInitiated',
        stoppedReason: 'looking',
        stoppedAt: expect.anything(),
        containers: [{ lastStatus: 'STOPPED' }],
      },
    ],
    failures: [],
  });
});

cliTest('describe-services and describe-tasks show a rollout that is under way', async () => {
  await deploySidekiq(40);
  expect(await stage.aws('ecs', 'describe-services', ...cluster, '--services', 'sidekiq')).toMatchObject({
    services: [
      {
        status: 'ACTIVE',
        deployments: [
          { status: 'PRIMARY', rolloutState: 'IN_PROGRESS', taskDefinition: expect.stringMatching(/:2$/) },
          { status: 'ACTIVE', rolloutState: 'COMPLETED', taskDefinition: expect.stringMatching(/:1$/) },
        ],
        events: expect.arrayContaining([
          expect.objectContaining({ message: expect.stringContaining('has started 2 tasks') }),
        ]),
      },
    ],
    failures: [],
  });
  expect(await stage.aws('ecs', 'describe-tasks', ...cluster, '--tasks', await aTask())).toMatchObject({
    tasks: [{ group: 'service:sidekiq', startedBy: expect.stringMatching(/^ecs-svc\/\d+$/) }],
  });
});

describe('the service deployments API', () => {
  cliTest('lists records, newest first, with their moments in order', async () => {
    const record = await deploySidekiq(300);
    const query = 'serviceDeployments[].[serviceDeploymentArn, createdAt, startedAt, finishedAt]';
    const listed = await stage.aws(
      ...['ecs', 'list-service-deployments', ...cluster, '--service', 'sidekiq', '--query', query],
    );
    const rows: readonly unknown[] = Array.isArray(listed) ? listed : [];
    expect(rows).toHaveLength(2);
    expect(rows[0]).toContain(record);
    for (const row of rows) {
      const [, ...moments] = Array.isArray(row) ? row.map(momentOf) : [];
      expect(moments).toHaveLength(3);
      expect(moments).not.toContain(NaN);
      expect(moments.toSorted((one, other) => one - other)).toEqual(moments);
    }
  });

  cliTest('describes a success by its revisions, without reason or rollback', async () => {
    const record = await deploySidekiq(300);
    const described = await stage.aws(
      ...['ecs', 'describe-service-deployments', '--service-deployment-arns', record],
    );
    expect(described).toMatchObject({
      serviceDeployments: [
        {
          status: 'SUCCESSFUL',
          sourceServiceRevisions: [{ requestedTaskCount: 0 }],
          targetServiceRevision: { requestedTaskCount: 2, runningTaskCount: 2, pendingTaskCount: 0 },
          deploymentCircuitBreaker: { status: 'MONITORING_COMPLETE', failureCount: 0, threshold: 3 },
        },
      ],
      failures: [],
    });
    for (const absent of ['statusReason', 'rollback', 'lifecycleStage', 'stoppedAt']) {
      expect(described).not.toHaveProperty(`serviceDeployments[0].${absent}`);
    }
  });

  cliTest('a revision names the image that each container runs, by digest', async () => {
    await deploySidekiq(300);
    const { serviceDeployments: [newest] = [] } = await stage.ecs.send(
      new ListServiceDeploymentsCommand(sidekiq),
    );
    const revision = newest?.targetServiceRevisionArn ?? '';
    expect(
      await stage.aws('ecs', 'describe-service-revisions', '--service-revision-arns', revision),
    ).toMatchObject({
      serviceRevisions: [
        {
          serviceRevisionArn: revision,
          taskDefinition: `${arn}:task-definition/reservation-sidekiq:2`,
          containerImages: [
            {
              containerName: 'sidekiq',
              image: `${registry}/reservation-sidekiq:v2`,
              imageDigest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
            },
          ],
        },
      ],
      failures: [],
    });
  });

  cliTest('stop-service-deployment rolls back, and the record says so to its end', async () => {
    const record = await deploySidekiq(10);
    expect(
      await stage.aws(
        ...['ecs', 'stop-service-deployment', '--service-deployment-arn', record],
        ...['--stop-type', 'ROLLBACK'],
      ),
    ).toEqual({ serviceDeploymentArn: record });
    stage.pass(300);
    expect(
      await stage.aws('ecs', 'describe-service-deployments', '--service-deployment-arns', record),
    ).toMatchObject({
      serviceDeployments: [{ status: 'ROLLBACK_SUCCESSFUL', rollback: { reason: expect.any(String) } }],
    });
  });
});

describe('CodeDeploy', () => {
  cliTest('a green task set stands beside the blue one, with the deployment’s id', async () => {
    const id = await deployApi(20);
    expect(await stage.aws('ecs', 'describe-task-sets', ...cluster, '--service', 'api')).toMatchObject({
      taskSets: expect.arrayContaining([
        expect.objectContaining({ status: 'PRIMARY', stabilityStatus: 'STEADY_STATE' }),
        expect.objectContaining({ status: 'ACTIVE', startedBy: 'CODE_DEPLOY', externalId: id }),
      ]),
      failures: [],
    });
    expect(await stage.aws('ecs', 'describe-services', ...cluster, '--services', 'api')).toMatchObject({
      services: [{ taskSets: expect.arrayContaining([expect.objectContaining({ externalId: id })]) }],
    });
  });

  cliTest('the target shows each lifecycle event, and the traffic of both task sets', async () => {
    const id = await deployApi(20);
    expect(
      await stage.aws(
        'deploy',
        'get-deployment-target',
        '--deployment-id',
        id,
        '--target-id',
        'reservation:api',
      ),
    ).toMatchObject({
      deploymentTarget: {
        deploymentTargetType: 'ECSTarget',
        ecsTarget: {
          lifecycleEvents: [
            { lifecycleEventName: 'BeforeInstall', status: 'Succeeded' },
            { lifecycleEventName: 'Install', status: 'InProgress' },
            { lifecycleEventName: 'AfterInstall', status: 'Pending' },
            { lifecycleEventName: 'BeforeAllowTraffic', status: 'Pending' },
            { lifecycleEventName: 'AllowTraffic', status: 'Pending' },
            { lifecycleEventName: 'AfterAllowTraffic', status: 'Pending' },
          ],
          taskSetsInfo: expect.arrayContaining([
            expect.objectContaining({ taskSetLabel: 'Blue', trafficWeight: 100 }),
            expect.objectContaining({ taskSetLabel: 'Green', trafficWeight: 0 }),
          ]),
        },
      },
    });
  });

  cliTest('a deployment and its group are shown with the waits of the group', async () => {
    const id = await deployApi(20);
    const waits = {
      terminateBlueInstancesOnDeploymentSuccess: { action: 'TERMINATE', terminationWaitTimeInMinutes: 5 },
    };
    expect(await stage.aws('deploy', 'get-deployment', '--deployment-id', id)).toMatchObject({
      deploymentInfo: {
        status: 'InProgress',
        blueGreenDeploymentConfiguration: waits,
        computePlatform: 'ECS',
      },
    });
    expect(
      await stage.aws(
        ...['deploy', 'get-deployment-group', '--application-name', 'AppECS-reservation-api'],
        ...['--deployment-group-name', 'DgpECS-reservation-api'],
      ),
    ).toMatchObject({
      deploymentGroupInfo: {
        blueGreenDeploymentConfiguration: waits,
        ecsServices: [{ serviceName: 'api', clusterName: 'reservation' }],
      },
    });
  });

  cliTest('wait deployment-successful fails where a deployment was stopped', async () => {
    const id = await deployApi(20);
    expect(
      await stage.aws('deploy', 'stop-deployment', '--deployment-id', id, '--no-auto-rollback-enabled'),
    ).toMatchObject({ status: 'Pending' });
    stage.pass(120);
    await expect(stage.aws('deploy', 'wait', 'deployment-successful', '--deployment-id', id)).rejects.toThrow(
      /Waiter DeploymentSuccessful failed: .*terminal failure state/,
    );
  });
});

describe('ECR', () => {
  const repository = ['--repository-name', 'reservation-sidekiq'] as const;

  cliTest('one digest for a tag, in the image’s details and in its manifest', async () => {
    const tag = [...repository, '--image-ids', 'imageTag=v2'] as const;
    const digest = expect.stringMatching(/^sha256:[0-9a-f]{64}$/);
    const details = await stage.aws('ecr', 'describe-images', ...tag);
    expect(details).toMatchObject({ imageDetails: [{ imageDigest: digest, imageTags: ['v2'] }] });
    const image = await stage.aws('ecr', 'batch-get-image', ...tag);
    expect(image).toMatchObject({ images: [{ imageId: { imageTag: 'v2' } }], failures: [] });
    const [one] = JSON.stringify(details).match(/sha256:[0-9a-f]{64}/) ?? [];
    expect(image).toMatchObject({ images: [{ imageId: { imageDigest: one } }] });
  });

  cliTest('a missing image is an error of describe-images and a failure of batch-get-image', async () => {
    const missing = [...repository, '--image-ids', 'imageTag=v9'] as const;
    await expect(stage.aws('ecr', 'describe-images', ...missing)).rejects.toThrow(/ImageNotFoundException/);
    expect(await stage.aws('ecr', 'batch-get-image', ...missing)).toMatchObject({
      images: [],
      failures: [{ imageId: { imageTag: 'v9' }, failureCode: 'ImageNotFound' }],
    });
  });
});

cliTest('Application Auto Scaling tells the bounds of a service’s count', async () => {
  expect(
    await stage.aws(
      ...['application-autoscaling', 'describe-scalable-targets', '--service-namespace', 'ecs'],
      ...['--resource-ids', 'service/reservation/sidekiq'],
    ),
  ).toMatchObject({
    ScalableTargets: [
      {
        ServiceNamespace: 'ecs',
        ResourceId: 'service/reservation/sidekiq',
        ScalableDimension: 'ecs:service:DesiredCount',
        MinCapacity: 1,
        MaxCapacity: 4,
        SuspendedState: { DynamicScalingInSuspended: false },
      },
    ],
  });
});

cliTest('the CLI follows the pages of a list to its end', async () => {
  expect(await stage.aws('ecs', 'list-task-definitions', '--page-size', '1')).toEqual({
    taskDefinitionArns: ['api', 'sidekiq', 'web'].map(
      (name) => `${arn}:task-definition/reservation-${name}:1`,
    ),
  });
});

// A recorded refusal of this call has an empty text: the code alone is AWS's.
cliTest('the CLI shows AWS’s code of a refusal', async () => {
  await expect(stage.aws('ecs', 'update-service', ...cluster, '--service', 'nobody')).rejects.toThrow(
    /\(ServiceNotFoundException\) when calling the UpdateService operation/,
  );
});
