import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CodeDeployClient,
  CreateApplicationCommand,
  CreateDeploymentGroupCommand,
} from '@aws-sdk/client-codedeploy';
import {
  CreateClusterCommand,
  CreateServiceCommand,
  DescribeServicesCommand,
  ECSClient,
  RegisterTaskDefinitionCommand,
  UpdateServiceCommand,
  type CreateServiceRequest,
  type NetworkConfiguration,
  type Service,
} from '@aws-sdk/client-ecs';
import { afterEach, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { realClock } from '../../sandbox/clock.ts';
import { createSandbox, parseScenario } from '../../sandbox/sandbox.ts';
import { startServer } from '../../sandbox/server.ts';
import { exampleInputs, runAction, type Served } from '../support/action.ts';
import { exampleScenario, registry } from '../support/sandbox.ts';

const module = 'examples/reservation/terraform';
const balancing = 'arn:aws:elasticloadbalancing:us-east-1:123456789012';
const blue = `${balancing}:targetgroup/reservation-api-blue/1f2e3d4c5b6a7980`;
const listener = `${balancing}:listener/app/reservation/50dc6c495c0c9188/f2f7dc8efc522ab2`;

interface Ran {
  readonly code: number;
  readonly output: string;
}

function terraform(folder: string, ...args: readonly string[]): Promise<Ran> {
  const env = {
    ...process.env,
    AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'secret',
    TF_IN_AUTOMATION: '1',
  };
  return new Promise((resolve) => {
    execFile('terraform', [`-chdir=${folder}`, ...args], { env, timeout: 240_000 }, (error, out, words) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : 127;
      resolve({ code, output: `${out}\n${words}` });
    });
  });
}

const copyOfModule = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'terraform-'));
  cpSync(module, folder, { recursive: true });
  return folder;
};

const hasTerraform = (await terraform('.', 'version')).code === 0;
const initialised = copyOfModule();
const init = hasTerraform ? await terraform(initialised, 'init', '-input=false', '-no-color') : undefined;
const missing = hasTerraform
  ? init?.code === 0
    ? undefined
    : 'terraform cannot have its provider aws'
  : 'the command terraform is missing';

// Not even REQUIRE_ALL asks for it: the provider comes from a registry that not every machine reaches.
const providerTest = missing === undefined ? test : test.skip;
const named = (name: string): string => (missing === undefined ? name : `${name} (skipped: ${missing})`);

const SPEED = 200;
const MINUTE = 60_000;

let server: Served | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

/** A sandbox with the example's images and load balancers, and neither cluster nor services. */
async function emptyAccount(): Promise<Served> {
  const example: unknown = parse(exampleScenario());
  const kept = Object.entries(typeof example === 'object' && example !== null ? example : {}).filter(
    ([name]) => ['region', 'account', 'seed', 'repositories', 'loadBalancers'].includes(name),
  );
  const scenario = parseScenario(JSON.stringify(Object.fromEntries(kept)), 'scenario.json');
  const sandbox = createSandbox(scenario, realClock(SPEED));
  server = { sandbox, ...(await startServer({ sandbox, port: 0 })) };
  return server;
}

const clientsOf = ({ endpoint }: Served) => {
  const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' };
  const options = { endpoint, region: 'us-east-1', credentials };
  return { ecs: new ECSClient(options), codedeploy: new CodeDeployClient(options) };
};

/** The module leaves CodeDeploy to whoever owns the load balancer. */
async function createDeploymentGroup(served: Served): Promise<void> {
  const { codedeploy } = clientsOf(served);
  const applicationName = 'AppECS-reservation-api';
  await codedeploy.send(new CreateApplicationCommand({ applicationName, computePlatform: 'ECS' }));
  await codedeploy.send(
    new CreateDeploymentGroupCommand({
      applicationName,
      deploymentGroupName: 'DgpECS-reservation-api',
      deploymentConfigName: 'CodeDeployDefault.ECSAllAtOnce',
      serviceRoleArn: 'arn:aws:iam::123456789012:role/reservation-codedeploy',
      deploymentStyle: { deploymentType: 'BLUE_GREEN', deploymentOption: 'WITH_TRAFFIC_CONTROL' },
      ecsServices: [{ clusterName: 'reservation', serviceName: 'api' }],
      blueGreenDeploymentConfiguration: {
        deploymentReadyOption: { actionOnTimeout: 'CONTINUE_DEPLOYMENT' },
        terminateBlueInstancesOnDeploymentSuccess: { action: 'TERMINATE', terminationWaitTimeInMinutes: 0 },
      },
      loadBalancerInfo: {
        targetGroupPairInfoList: [
          {
            targetGroups: [{ name: 'reservation-api-blue' }, { name: 'reservation-api-green' }],
            prodTrafficRoute: { listenerArns: [listener] },
          },
        ],
      },
    }),
  );
}

/** Version 2 of both services by the built actions, then a third task each, as scaling would. */
async function deployAndScale(served: Served): Promise<void> {
  await served.sandbox.clock.wait(10 * MINUTE);
  const { endpoint } = served;
  const ended = await Promise.all([
    runAction({ action: 'ecs-update-service', endpoint, inputs: exampleInputs('sidekiq', 'v2') }),
    runAction({ action: 'bluegreen-deploy', endpoint, inputs: exampleInputs('api', 'v2') }),
  ]);
  expect(ended.map(({ outputs, log }) => [outputs.get('status'), log])).toEqual([
    ['deployed', expect.any(String)],
    ['deployed', expect.any(String)],
  ]);
  await served.sandbox.clock.wait(10 * MINUTE);
  const { ecs } = clientsOf(served);
  for (const service of ['sidekiq', 'api']) {
    await ecs.send(new UpdateServiceCommand({ cluster: 'reservation', service, desiredCount: 3 }));
  }
  await served.sandbox.clock.wait(10 * MINUTE);
}

describe('with Terraform', () => {
  const plan = (folder: string, { endpoint }: Served): Promise<Ran> =>
    terraform(
      ...([folder, 'plan', '-detailed-exitcode', '-input=false', '-no-color'] as const),
      ...['-var-file=example.tfvars', `-var=endpoint=${endpoint}`],
    );

  async function applied(): Promise<Served> {
    const served = await emptyAccount();
    const { code, output } = await terraform(
      ...([initialised, 'apply', '-auto-approve', '-input=false', '-no-color'] as const),
      ...['-var-file=example.tfvars', `-var=endpoint=${served.endpoint}`],
    );
    expect({ code, output }).toEqual({ code: 0, output: expect.any(String) });
    await createDeploymentGroup(served);
    await deployAndScale(served);
    return served;
  }

  providerTest(
    named('after a deployment there is nothing to plan, and there is without any one ignored change'),
    async () => {
      const served = await applied();
      expect(await plan(initialised, served)).toMatchObject({ code: 0 });
      const text = readFileSync(join(initialised, 'main.tf'), 'utf8');
      const entries = [...text.matchAll(/^ +(task_definition|load_balancer|desired_count), +#.*$/gm)];
      expect(entries).toHaveLength(5);
      for (const { 0: entry, index } of entries) {
        writeFileSync(join(initialised, 'main.tf'), text.slice(0, index) + text.slice(index + entry.length));
        expect({ entry, ...(await plan(initialised, served)) }).toMatchObject({ entry, code: 2 });
      }
    },
    600_000,
  );

  const formatTest = hasTerraform ? test : test.skip;
  formatTest(
    hasTerraform
      ? 'the module is formatted as terraform fmt does'
      : 'the module is formatted (skipped: the command terraform is missing)',
    async () => {
      expect(await terraform(module, 'fmt', '-check', '-recursive')).toMatchObject({ code: 0 });
    },
  );
});

describe('without Terraform, services as the module makes them', () => {
  // The provider sends assign_public_ip = false where a module says nothing.
  const network: NetworkConfiguration = {
    awsvpcConfiguration: {
      subnets: ['subnet-0a1b2c3d4e5f60718'],
      securityGroups: ['sg-0c1d2e3f405162738'],
      assignPublicIp: 'DISABLED',
    },
  };
  const common = {
    cluster: 'reservation',
    desiredCount: 2,
    launchType: 'FARGATE',
    networkConfiguration: network,
  } as const;
  const made: readonly (CreateServiceRequest & { readonly serviceName: string })[] = [
    {
      ...common,
      serviceName: 'sidekiq',
      taskDefinition: 'reservation-sidekiq:1',
      deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true } },
    },
    {
      ...common,
      serviceName: 'api',
      taskDefinition: 'reservation-api:1',
      deploymentController: { type: 'CODE_DEPLOY' },
      loadBalancers: [{ targetGroupArn: blue, containerName: 'api', containerPort: 3000 }],
    },
  ];

  async function create(served: Served): Promise<void> {
    const { ecs } = clientsOf(served);
    await ecs.send(new CreateClusterCommand({ clusterName: 'reservation' }));
    for (const { serviceName, loadBalancers, ...service } of made) {
      const portMappings = loadBalancers?.map(({ containerPort = 0 }) => ({ containerPort })) ?? [];
      await ecs.send(
        new RegisterTaskDefinitionCommand({
          family: `reservation-${serviceName}`,
          networkMode: 'awsvpc',
          requiresCompatibilities: ['FARGATE'],
          cpu: '512',
          memory: '1024',
          executionRoleArn: 'arn:aws:iam::123456789012:role/reservation-execution',
          containerDefinitions: [
            { name: serviceName, image: `${registry}/reservation-${serviceName}:v1`, portMappings },
          ],
        }),
      );
      await ecs.send(
        new CreateServiceCommand({
          ...service,
          serviceName,
          ...(loadBalancers === undefined ? {} : { loadBalancers }),
        }),
      );
    }
  }

  async function describeBoth(served: Served): Promise<readonly Service[]> {
    const names = made.map(({ serviceName }) => serviceName);
    const { services = [] } = await clientsOf(served).ecs.send(
      new DescribeServicesCommand({ cluster: 'reservation', services: names }),
    );
    return services;
  }

  /** What Terraform keeps of a service, as AWS spells it. */
  const configured = [
    'taskDefinition',
    'desiredCount',
    'loadBalancers',
    'launchType',
    'networkConfiguration',
    'deploymentController',
    'deploymentConfiguration',
    'schedulingStrategy',
    'healthCheckGracePeriodSeconds',
    'enableECSManagedTags',
    'propagateTags',
    'enableExecuteCommand',
    'availabilityZoneRebalancing',
    'placementConstraints',
    'placementStrategy',
    'serviceRegistries',
    'platformVersion',
  ] as const;

  const differences = (before: Service | undefined, after: Service | undefined): readonly string[] =>
    configured.filter((member) => JSON.stringify(before?.[member]) !== JSON.stringify(after?.[member]));

  test('a deployment and scaling change what the module ignores, and nothing else of a service', async () => {
    const served = await emptyAccount();
    await create(served);
    await createDeploymentGroup(served);
    const before = await describeBoth(served);
    await deployAndScale(served);
    const after = await describeBoth(served);
    expect(after.map((service, at) => [service.serviceName, differences(before[at], service)])).toEqual([
      ['sidekiq', ['taskDefinition', 'desiredCount']],
      ['api', ['taskDefinition', 'desiredCount', 'loadBalancers']],
    ]);
  });
});
