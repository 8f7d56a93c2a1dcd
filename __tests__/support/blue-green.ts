import {
  CodeDeployClient,
  CreateDeploymentCommand,
  GetDeploymentCommand,
  GetDeploymentTargetCommand,
  ListDeploymentsCommand,
  StopDeploymentCommand,
  type CreateDeploymentInput,
  type DeploymentInfo,
  type ECSTarget,
} from '@aws-sdk/client-codedeploy';
import {
  DescribeServicesCommand,
  DescribeTasksCommand,
  ECSClient,
  ListTasksCommand,
  RegisterTaskDefinitionCommand,
  type Service,
  type Task,
} from '@aws-sdk/client-ecs';
import { virtualClock } from '../../sandbox/clock.ts';
import { requestHandler } from '../../sandbox/request-handler.ts';
import { createSandbox, parseScenario, type Sandbox } from '../../sandbox/sandbox.ts';
import { faults, registry, startOfTime } from './sandbox.ts';

const arn = 'arn:aws:elasticloadbalancing:us-east-1:123456789012';
export const blueGroup = `${arn}:targetgroup/web-blue/0123456789abcde1`;
export const greenGroup = `${arn}:targetgroup/web-green/0123456789abcde2`;
export const productionListener = `${arn}:listener/app/shop/0123456789abcde3/0123456789abcde4`;
export const testListener = `${arn}:listener/app/shop/0123456789abcde3/0123456789abcde5`;

const allRollbacks = '[DEPLOYMENT_FAILURE, DEPLOYMENT_STOP_ON_ALARM, DEPLOYMENT_STOP_ON_REQUEST]';

/** A scenario of one service `web` under CodeDeploy; lines for its group, and more at the end. */
export function webScenario(options: { readonly group?: string; readonly more?: string } = {}): string {
  const rules = (name: string) =>
    `rules: [{ arn: '${arn}:listener-rule/${name}', forward: [{ targetGroupArn: '${blueGroup}', weight: 100 }] }]`;
  return `
clusters: [shop]
repositories:
  - { name: web, tags: [v1, v2, v3, ${faults.join(', ')}] }
taskDefinitions:
  - family: web
    networkMode: awsvpc
    containerDefinitions: [{ name: web, image: ${registry}/web:v1, memory: 256, portMappings: [{ containerPort: 80 }] }]
loadBalancers:
  targetGroups:
    - { arn: '${blueGroup}', deregistrationDelaySeconds: 10 }
    - { arn: '${greenGroup}', deregistrationDelaySeconds: 10 }
  listeners:
    - { arn: '${productionListener}', port: 443, ${rules('production')} }
    - { arn: '${testListener}', port: 8443, ${rules('test')} }
services:
  - cluster: shop
    serviceName: web
    taskDefinition: web:1
    desiredCount: 2
    launchType: FARGATE
    deploymentController: { type: CODE_DEPLOY }
    loadBalancers: [{ targetGroupArn: '${blueGroup}', containerName: web, containerPort: 80 }]
codedeploy:
  applications:
    - name: Shop
      deploymentGroups:
        - name: Web
          cluster: shop
          service: web
          targetGroups: [web-blue, web-green]
          productionListener: ${productionListener}
${options.group ?? `          terminationWaitMinutes: 5\n          autoRollback: ${allRollbacks}`}
${options.more ?? ''}`;
}

/** Group lines: each a `key: value`. */
export const groupOf = (...lines: readonly string[]): string =>
  [`autoRollback: ${allRollbacks}`, ...lines].map((line) => `          ${line}`).join('\n');

/** A sandbox under a virtual clock with a service that CodeDeploy deploys, and the questions that tests ask. */
export interface BlueGreenRehearsal {
  readonly sandbox: Sandbox;
  readonly codedeploy: CodeDeployClient;
  readonly ecs: ECSClient;
  /** Lets so many seconds pass. */
  pass(seconds: number): void;
  /** Lets time pass, a second at a time and one at least, until this holds. Throws after two hours. */
  until(holds: () => Promise<boolean>): Promise<void>;
  register(tag: string): Promise<string>;
  create(content: string, more?: Partial<CreateDeploymentInput>): Promise<string>;
  /** Registers a revision with this image tag and creates a deployment of it; gives back its id. */
  deploy(tag: string, more?: Partial<CreateDeploymentInput>): Promise<string>;
  stop(id: string, autoRollbackEnabled?: boolean): Promise<unknown>;
  /** The ids of all deployments, newest first. */
  ids(): Promise<readonly string[]>;
  info(id: string): Promise<DeploymentInfo>;
  target(id: string): Promise<ECSTarget>;
  /** `Event Status`, in order. */
  events(id: string): Promise<readonly string[]>;
  /** `Label status weight`, of each task set. */
  taskSets(id: string): Promise<readonly string[]>;
  service(): Promise<Service>;
  tasks(desiredStatus: 'RUNNING' | 'STOPPED', startedBy: string | undefined): Promise<readonly Task[]>;
  /** The share of the production traffic that each target group gets. */
  weights(): Readonly<Record<string, number>>;
}

export function rehearseBlueGreen(scenario: string = webScenario()): BlueGreenRehearsal {
  const clock = virtualClock(startOfTime);
  const sandbox = createSandbox(parseScenario(scenario, 'scenario.yml'), clock);
  const options = {
    region: 'us-east-1',
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
    requestHandler: requestHandler(sandbox),
    maxAttempts: 1,
  };
  const codedeploy = new CodeDeployClient(options);
  const ecs = new ECSClient(options);
  const stage: BlueGreenRehearsal = {
    sandbox,
    codedeploy,
    ecs,
    pass: (seconds) => clock.advance(seconds * 1000),
    until: async (holds) => {
      for (let elapsed = 0; elapsed < 7200; elapsed += 1) {
        clock.advance(1000);
        if (await holds()) return;
      }
      throw new Error('This never came to hold.');
    },
    ...readers({ sandbox, codedeploy, ecs }),
    register: async (tag) => {
      const container = { name: 'web', image: `${registry}/web:${tag}`, memory: 256 };
      const { taskDefinition } = await ecs.send(
        new RegisterTaskDefinitionCommand({
          family: 'web',
          networkMode: 'awsvpc',
          containerDefinitions: [{ ...container, portMappings: [{ containerPort: 80 }] }],
        }),
      );
      return taskDefinition?.taskDefinitionArn ?? '';
    },
    create: async (content, more = {}) => {
      const { deploymentId } = await codedeploy.send(
        new CreateDeploymentCommand({
          applicationName: 'Shop',
          deploymentGroupName: 'Web',
          revision: { revisionType: 'AppSpecContent', appSpecContent: { content } },
          ...more,
        }),
      );
      return deploymentId ?? '';
    },
    deploy: async (tag, more) => stage.create(appSpec(await stage.register(tag)), more),
    stop: (id, autoRollbackEnabled) =>
      codedeploy.send(
        new StopDeploymentCommand({
          deploymentId: id,
          ...(autoRollbackEnabled === undefined ? {} : { autoRollbackEnabled }),
        }),
      ),
  };
  return stage;
}

type Readers = Pick<
  BlueGreenRehearsal,
  'ids' | 'info' | 'target' | 'events' | 'taskSets' | 'service' | 'tasks' | 'weights'
>;

function readers({
  sandbox,
  codedeploy,
  ecs,
}: Pick<BlueGreenRehearsal, 'sandbox' | 'codedeploy' | 'ecs'>): Readers {
  const target = async (deploymentId: string) => {
    const { deploymentTarget } = await codedeploy.send(
      new GetDeploymentTargetCommand({ deploymentId, targetId: 'shop:web' }),
    );
    return deploymentTarget?.ecsTarget ?? {};
  };
  return {
    target,
    ids: async () => (await codedeploy.send(new ListDeploymentsCommand({}))).deployments ?? [],
    info: async (deploymentId) =>
      (await codedeploy.send(new GetDeploymentCommand({ deploymentId }))).deploymentInfo ?? {},
    events: async (id) =>
      ((await target(id)).lifecycleEvents ?? []).map(
        ({ lifecycleEventName = '', status = '' }) => `${lifecycleEventName} ${status}`,
      ),
    taskSets: async (id) =>
      ((await target(id)).taskSetsInfo ?? []).map(
        ({ taskSetLabel = '', status = '', trafficWeight = -1 }) =>
          `${taskSetLabel} ${status} ${trafficWeight}`,
      ),
    service: async () => {
      const answer = await ecs.send(new DescribeServicesCommand({ cluster: 'shop', services: ['web'] }));
      return answer.services?.[0] ?? {};
    },
    tasks: async (desiredStatus, startedBy) => {
      const list = new ListTasksCommand({ cluster: 'shop', serviceName: 'web', desiredStatus });
      const { taskArns = [] } = await ecs.send(list);
      if (taskArns.length === 0) return [];
      const { tasks = [] } = await ecs.send(new DescribeTasksCommand({ cluster: 'shop', tasks: taskArns }));
      return tasks.filter((task) => task.startedBy === startedBy);
    },
    weights: () => {
      const listener = sandbox
        .live()
        .loadBalancing.listeners.find(({ arn: own }) => own === productionListener);
      const shares = listener?.rules[0]?.forward ?? [];
      return Object.fromEntries(
        shares.map(({ targetGroupArn, weight }) => [targetGroupArn.split('/')[1] ?? '', weight]),
      );
    },
  };
}

/** An AppSpec in JSON for a revision; the container and its port can be others, and hooks can be added. */
export const appSpec = (
  taskDefinition: string,
  more: { readonly container?: string; readonly port?: number; readonly hooks?: readonly object[] } = {},
): string =>
  JSON.stringify({
    version: 0,
    Resources: [
      {
        TargetService: {
          Type: 'AWS::ECS::Service',
          Properties: {
            TaskDefinition: taskDefinition,
            LoadBalancerInfo: { ContainerName: more.container ?? 'web', ContainerPort: more.port ?? 80 },
          },
        },
      },
    ],
    ...(more.hooks === undefined ? {} : { Hooks: more.hooks }),
  });
