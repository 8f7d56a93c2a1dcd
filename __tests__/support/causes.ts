import type { CauseKind } from '../../src/deploy/cause.ts';
import type { Step } from './bad-input.ts';
import { groupOf, webScenario } from './blue-green.ts';
import { denyNow } from './deployment.ts';
import { registry, targetGroup, workerScenario } from './sandbox.ts';
import { shiftScenario } from './shift.ts';

/** One row of the table of causes, and what a run must show of it. */
export interface CauseCase {
  readonly name: string;
  readonly tag: string;
  /** Absent for what is only remarked upon. */
  readonly kind?: CauseKind;
  /** What the line of the file that is marked begins with. */
  readonly line?: string;
  /** What the log has, beside what every cause has. */
  readonly says: string | RegExp;
  /** Seconds until an alarm ends the deployment, where nothing else does. */
  readonly alarmAt?: number;
  /** More lines of the container. */
  readonly container?: string;
}

const healthCheck = '    healthCheck: { command: [CMD, check], interval: 5, retries: 1, startPeriod: 0 }\n';
const stubborn = '    stopTimeout: 20\n';

/** Every cause that the sandbox can bring about, by the tag that asks for it. */
export const causeCases: readonly CauseCase[] = [
  {
    name: 'an image that is missing',
    tag: 'v22',
    kind: 'image-missing',
    line: 'image:',
    says: /:v22 is not there; its repository has v[123], /,
  },
  {
    name: 'an index without the architecture',
    tag: 'fault-arch',
    kind: 'wrong-architecture',
    line: 'image:',
    says: 'Build the image for the architecture of the task',
  },
  {
    name: 'a single image for another architecture',
    tag: 'fault-exec-format',
    kind: 'wrong-architecture',
    line: 'image:',
    says: 'exec format error',
  },
  {
    name: 'no route to the registry',
    tag: 'fault-no-route',
    kind: 'registry-unreachable',
    says: 'Give the subnets a route to the registry',
  },
  {
    name: 'layers that cannot be reached',
    tag: 'fault-layers',
    kind: 'layers-unreachable',
    says: 'Give the subnets a route to Amazon S3',
  },
  {
    name: 'a registry that denies',
    tag: 'fault-registry-denied',
    kind: 'registry-denied',
    line: 'executionRoleArn:',
    says: 'Allow the execution role ecr:GetAuthorizationToken',
  },
  {
    name: 'a secret that is missing',
    tag: 'fault-secret',
    kind: 'secret-missing',
    line: '- name: KEY',
    says: 'Create the secret or parameter',
  },
  {
    name: 'a secret that is denied',
    tag: 'fault-secret-denied',
    kind: 'secret-denied',
    line: '- name: KEY',
    says: 'Allow the execution role to read it',
  },
  {
    name: 'a secret that cannot be reached',
    tag: 'fault-secret-unreachable',
    kind: 'secret-unreachable',
    line: '- name: KEY',
    says: 'a route to AWS Secrets Manager',
  },
  {
    name: 'a log group that is missing',
    tag: 'fault-log-group',
    kind: 'log-group-missing',
    line: 'logDriver:',
    says: 'Create the log group',
  },
  {
    name: 'a log group that cannot be reached',
    tag: 'fault-log-group-unreachable',
    kind: 'log-group-unreachable',
    line: 'logDriver:',
    says: 'whether the log group exists is not known',
  },
  {
    name: 'an image that cannot be unpacked',
    tag: 'fault-unpack',
    kind: 'not-started',
    says: 'no processor for media-type',
  },
  {
    name: 'a crash',
    tag: 'fault-crash',
    kind: 'exited',
    line: 'command:',
    says: /exit code 1\b[^]*The last \d+ lines of container \w+ of task/,
  },
  {
    name: 'want of memory',
    tag: 'fault-oom',
    kind: 'out-of-memory',
    line: 'memory:',
    says: /exit code 137\b[^]*memory in use: 99 %/,
  },
  {
    name: "the container's health check",
    tag: 'fault-unhealthy',
    kind: 'container-health',
    line: 'healthCheck:',
    says: 'Check the command of the health check',
    container: healthCheck,
  },
  {
    name: "the load balancer's health check",
    tag: 'fault-unhealthy',
    kind: 'load-balancer-health',
    says: /is unhealthy: (?:Target\.ResponseCodeMismatch: )?Health checks failed with these codes: \[503\]/,
  },
  {
    name: 'no capacity',
    tag: 'fault-no-capacity',
    kind: 'no-capacity',
    says: 'No task was started: there is no capacity for the task.',
    alarmAt: 150,
  },
  {
    name: 'Spot capacity that is taken back',
    tag: 'fault-spot',
    says: /\d+ tasks? lost (?:its|their) Spot capacity/,
    alarmAt: 150,
  },
  {
    name: 'a container that does not stop in time',
    tag: 'fault-stop-timeout',
    says: 'did not end when asked to',
    alarmAt: 45,
    container: stubborn,
  },
];

export const STRATEGIES = ['rolling', 'CodeDeploy', 'native'] as const;
export type StrategyName = (typeof STRATEGIES)[number];

/** The file of a cause, each member that can be to blame on a line of its own. */
export const fileOfCause = ({ tag, container = '' }: CauseCase, strategy: StrategyName): string => {
  const name = nameIn(strategy);
  return `family: ${name}
networkMode: awsvpc
executionRoleArn: arn:aws:iam::123456789012:role/execution
containerDefinitions:
  - name: ${name}
    image: ${registry}/${name}:${tag}
    memory: 256
    command: [run]
    portMappings: [{ containerPort: 80 }]
${container}    secrets:
      - name: KEY
        valueFrom: arn:aws:secretsmanager:us-east-1:123456789012:secret:key-AbCdEf
    logConfiguration:
      logDriver: awslogs
      options: { awslogs-group: /shop, awslogs-region: us-east-1, awslogs-stream-prefix: w }
`;
};

const nameIn = (strategy: StrategyName): string => (strategy === 'CodeDeploy' ? 'web' : 'worker');

/** A deployment that fails for a cause, through the built action; what the registry has is not asked before. */
export const stepOfCause = (failure: CauseCase, strategy: StrategyName): Step => ({
  name: `${strategy}: ${failure.name}`,
  action: strategy === 'CodeDeploy' ? 'bluegreen-deploy' : 'ecs-update-service',
  speed: 100,
  scenario: scenarioOf(
    strategy,
    failure.alarmAt === undefined ? '' : `alarms: [{ name: errors, at: ${failure.alarmAt} }]`,
  ),
  files: { 'deploy.yml': fileOfCause(failure, strategy) },
  inputs: { cluster: 'shop', service: nameIn(strategy) },
  before: (sandbox) => denyNow(sandbox, 'ecr:BatchGetImage'),
});

const breaker =
  'deploymentCircuitBreaker: { enable: true, rollback: true }, alarms: { enable: true, rollback: true, alarmNames: [errors] }';

function scenarioOf(strategy: StrategyName, more: string): string {
  switch (strategy) {
    case 'rolling':
      return workerScenario({
        service: `    loadBalancers: [{ targetGroupArn: '${targetGroup}', containerName: worker, containerPort: 80 }]
    deploymentConfiguration: { ${breaker} }`,
        more,
      });
    case 'CodeDeploy':
      return webScenario({ group: groupOf('alarms: [errors]'), more });
    case 'native':
      return shiftScenario({
        configuration: `strategy: BLUE_GREEN, bakeTimeInMinutes: 5, ${breaker}`,
        more,
      });
  }
}
