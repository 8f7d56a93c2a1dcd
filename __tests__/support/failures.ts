import type { CauseKind } from '../../src/deploy/cause.ts';
import type { Comparison } from './official-action.ts';

/** One of the most common ways in which a deployment fails, and what must be said of it. */
export interface Failure extends Comparison {
  readonly isGreen: false;
  readonly cause: string;
  readonly kind?: CauseKind;
  /** What the AWS CLI says of a stopped task of the deployment. */
  readonly task?: { readonly stopCode: string; readonly exitCode?: number };
}

// The sandbox's own registry is asked before the start; of another one nothing is known until the pull.
const elsewhere = 'registry.example.com/reservation';
const secret = 'arn:aws:secretsmanager:us-east-1:123456789012:secret:reservation/redis';
const withSecret = `    secrets: [{ name: REDIS_URL, valueFrom: '${secret}' }]\n`;
const checked = `    healthCheck: { command: [CMD, /bin/check], interval: 5, retries: 2, startPeriod: 0 }\n`;

/** The ten most common failures, by ECS and by CodeDeploy. */
export const failures: readonly Failure[] = [
  {
    name: 'image missing',
    service: 'sidekiq',
    tag: 'fault-unpullable',
    repository: elsewhere,
    isGreen: false,
    cause: 'CannotPullContainerError',
    kind: 'image-missing',
    task: { stopCode: 'TaskFailedToStart' },
  },
  {
    name: 'crash at the start',
    service: 'sidekiq',
    tag: 'fault-crash',
    isGreen: false,
    cause: 'exit code 1',
    kind: 'exited',
    task: { stopCode: 'EssentialContainerExited', exitCode: 1 },
  },
  {
    name: 'out of memory',
    service: 'sidekiq',
    tag: 'fault-oom',
    isGreen: false,
    cause: 'OutOfMemoryError',
    kind: 'out-of-memory',
    task: { stopCode: 'EssentialContainerExited', exitCode: 137 },
  },
  {
    name: 'secret missing',
    service: 'sidekiq',
    tag: 'fault-secret',
    repository: elsewhere,
    container: withSecret,
    isGreen: false,
    cause: 'unable to retrieve secret',
    kind: 'secret-missing',
    task: { stopCode: 'TaskFailedToStart' },
  },
  {
    name: 'log group missing',
    service: 'sidekiq',
    tag: 'fault-log-group',
    repository: elsewhere,
    isGreen: false,
    cause: 'log group does not exist',
    kind: 'log-group-missing',
    task: { stopCode: 'TaskFailedToStart' },
  },
  {
    name: 'wrong architecture',
    service: 'sidekiq',
    tag: 'fault-arch',
    repository: elsewhere,
    isGreen: false,
    cause: 'does not contain descriptor matching platform',
    kind: 'wrong-architecture',
    task: { stopCode: 'TaskFailedToStart' },
  },
  {
    name: 'container health check',
    service: 'sidekiq',
    tag: 'fault-unhealthy',
    container: checked,
    isGreen: false,
    cause: 'failed container health checks',
    kind: 'container-health',
    task: { stopCode: 'ServiceSchedulerInitiated' },
  },
  {
    name: 'load balancer health check, CodeDeploy',
    service: 'api',
    tag: 'fault-unhealthy',
    isGreen: false,
    cause: 'failed ELB health checks',
    kind: 'load-balancer-health',
    task: { stopCode: 'ServiceSchedulerInitiated' },
  },
  {
    name: 'crash at the start, CodeDeploy',
    service: 'api',
    tag: 'fault-crash',
    isGreen: false,
    cause: 'exit code 1',
    kind: 'exited',
    task: { stopCode: 'EssentialContainerExited', exitCode: 1 },
  },
  {
    name: 'hook fails, CodeDeploy',
    service: 'api',
    tag: 'v2',
    isGreen: false,
    failingHook: true,
    cause: 'hook answered Failed',
  },
];
