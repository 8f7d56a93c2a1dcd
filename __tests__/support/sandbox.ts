import { readFileSync } from 'node:fs';
import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import { ECRClient } from '@aws-sdk/client-ecr';
import {
  DescribeServicesCommand,
  DescribeTasksCommand,
  ECSClient,
  ListServiceDeploymentsCommand,
  ListTasksCommand,
  RegisterTaskDefinitionCommand,
  UpdateServiceCommand,
  type Service,
  type ServiceDeploymentBrief,
  type Task,
  type UpdateServiceRequest,
} from '@aws-sdk/client-ecs';
import { ElasticLoadBalancingV2Client } from '@aws-sdk/client-elastic-load-balancing-v2';
import { virtualClock, type VirtualClock } from '../../sandbox/clock.ts';
import { requestHandler } from '../../sandbox/request-handler.ts';
import { createSandbox, parseScenario, type Sandbox } from '../../sandbox/sandbox.ts';

export const registry = '123456789012.dkr.ecr.us-east-1.amazonaws.com';
export const startOfTime = Date.UTC(2026, 8, 1, 12);

/** The tags of images that misbehave: sandbox/README.md says how. */
export const faults = [
  'fault-arch',
  'fault-crash',
  'fault-crash-late',
  'fault-exec-format',
  'fault-exit-code-78',
  'fault-layers',
  'fault-log-group',
  'fault-log-group-unreachable',
  'fault-no-capacity',
  'fault-no-route',
  'fault-oom',
  'fault-registry-denied',
  'fault-secret',
  'fault-secret-denied',
  'fault-secret-unreachable',
  'fault-slow',
  'fault-spot',
  'fault-stop-timeout',
  'fault-unhealthy',
  'fault-unpack',
  'fault-unpullable',
] as const;

/** The scenario text of one small rolling service `worker`; `more` is added at the end. */
export function workerScenario(options: { readonly service?: string; readonly more?: string } = {}): string {
  return `
clusters: [shop]
repositories:
  - { name: worker, tags: [v1, v2, v3, ${faults.join(', ')}] }
taskDefinitions:
  - family: worker
    networkMode: awsvpc
    containerDefinitions: [{ name: worker, image: ${registry}/worker:v1, memory: 256, portMappings: [{ containerPort: 80 }] }]
loadBalancers:
  targetGroups:
    - { arn: '${targetGroup}', deregistrationDelaySeconds: 30 }
services:
  - cluster: shop
    serviceName: worker
    taskDefinition: worker:1
    desiredCount: 2
    launchType: FARGATE
${options.service ?? '    deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true } }'}
${options.more ?? ''}`;
}

export const targetGroup =
  'arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/worker/0123456789abcdef';

/** A sandbox under a virtual clock, with SDK clients mounted on it and the questions that tests ask. */
export interface Rehearsal {
  readonly sandbox: Sandbox;
  readonly clock: VirtualClock;
  readonly ecs: ECSClient;
  readonly ecr: ECRClient;
  readonly logs: CloudWatchLogsClient;
  readonly loadBalancing: ElasticLoadBalancingV2Client;
  /** Lets so many seconds pass. */
  pass(seconds: number): void;
  /** Registers a revision of `worker` with this image tag and gives back its ARN. */
  register(tag: string, more?: object): Promise<string>;
  update(input: Omit<UpdateServiceRequest, 'cluster' | 'service'>): Promise<Service>;
  /** Registers and updates; gives back the id of the new deployment. */
  deploy(tag: string): Promise<string>;
  service(): Promise<Service>;
  messages(): Promise<readonly string[]>;
  records(): Promise<readonly ServiceDeploymentBrief[]>;
  tasks(desiredStatus: 'RUNNING' | 'STOPPED', startedBy?: string): Promise<readonly Task[]>;
}

export function rehearse(scenario: string = workerScenario(), attempts = 1): Rehearsal {
  const clock = virtualClock(startOfTime);
  const sandbox = createSandbox(parseScenario(scenario, 'scenario.yml'), clock);
  const options = {
    region: 'us-east-1',
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
    requestHandler: requestHandler(sandbox),
    maxAttempts: attempts,
  };
  const ecs = new ECSClient(options);
  const names = { cluster: 'shop', service: 'worker' };
  const service = async () => {
    const { services = [] } = await ecs.send(
      new DescribeServicesCommand({ cluster: 'shop', services: ['worker'] }),
    );
    const [found] = services;
    if (found === undefined) throw new Error('The service is missing.');
    return found;
  };
  const register = async (tag: string, more: object = {}) => {
    const container = { name: 'worker', image: `${registry}/worker:${tag}`, memory: 256 };
    const { taskDefinition } = await ecs.send(
      new RegisterTaskDefinitionCommand({
        family: 'worker',
        networkMode: 'awsvpc',
        containerDefinitions: [{ ...container, portMappings: [{ containerPort: 80 }], ...more }],
      }),
    );
    return taskDefinition?.taskDefinitionArn ?? '';
  };
  const update = async (input: Omit<UpdateServiceRequest, 'cluster' | 'service'>) => {
    const answer = await ecs.send(new UpdateServiceCommand({ ...names, ...input }));
    if (answer.service === undefined) throw new Error('UpdateService answered nothing.');
    return answer.service;
  };
  return {
    sandbox,
    clock,
    ecs,
    ecr: new ECRClient(options),
    logs: new CloudWatchLogsClient(options),
    loadBalancing: new ElasticLoadBalancingV2Client(options),
    pass: (seconds) => clock.advance(seconds * 1000),
    register,
    update,
    deploy: async (tag) => {
      const answer = await update({ taskDefinition: await register(tag) });
      return answer.deployments?.[0]?.id ?? '';
    },
    service,
    messages: async () => ((await service()).events ?? []).map(({ message = '' }) => message),
    records: async () => (await ecs.send(new ListServiceDeploymentsCommand(names))).serviceDeployments ?? [],
    tasks: async (desiredStatus, startedBy) => {
      const { taskArns = [] } = await ecs.send(
        new ListTasksCommand({ cluster: 'shop', serviceName: 'worker', desiredStatus }),
      );
      if (taskArns.length === 0) return [];
      const { tasks = [] } = await ecs.send(new DescribeTasksCommand({ cluster: 'shop', tasks: taskArns }));
      return startedBy === undefined ? tasks : tasks.filter((task) => task.startedBy === startedBy);
    },
  };
}

/** The scenario that users get. */
export const exampleScenario = (): string => readFileSync('examples/reservation/sandbox.yml', 'utf8');
