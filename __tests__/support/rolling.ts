import type { Deployment, Service } from '@aws-sdk/client-ecs';
import { readService } from '../../src/service/describe.ts';
import type {
  RollingHistory,
  RollingRun,
  RollingSnapshot,
  ServiceDeploymentRecord,
} from '../../src/deploy/ecs/rules.ts';
import { awsDeployment, awsService, revisionArn } from './service.ts';

/** This run asked for revision 2; `ecs-svc/1` was there before, `ecs-svc/2` is what it started. */
export const run: RollingRun = {
  deploymentId: 'ecs-svc/2',
  before: ['ecs-svc/1'],
  taskDefinition: revisionArn(2),
};

/** Our deployment, PRIMARY and under way with all tasks up, with changes. */
export const ours = (changes: Partial<Deployment> = {}): Deployment =>
  awsDeployment({
    id: 'ecs-svc/2',
    taskDefinition: revisionArn(2),
    rolloutState: 'IN_PROGRESS',
    rolloutStateReason: 'ECS deployment ecs-svc/2 in progress.',
    ...changes,
  });

/** The deployment that was there before, beside ours. */
export const old = (changes: Partial<Deployment> = {}): Deployment =>
  awsDeployment({ status: 'ACTIVE', ...changes });

/** A deployment that someone else started after ours. */
export const another = (changes: Partial<Deployment> = {}): Deployment =>
  awsDeployment({ id: 'ecs-svc/3', taskDefinition: revisionArn(3), rolloutState: 'IN_PROGRESS', ...changes });

/** The service deployment of ours. */
export const record = (
  status: string,
  changes: Partial<ServiceDeploymentRecord> = {},
): ServiceDeploymentRecord => ({
  arn: 'arn:aws:ecs:eu-central-1:123456789012:service-deployment/shop/web/abc',
  status,
  ...changes,
});

export interface Seen {
  readonly deployments: readonly Deployment[];
  readonly record?: ServiceDeploymentRecord;
  /** Members of the service beside its deployments. */
  readonly service?: Partial<Service>;
}

export const seen = ({ deployments, service, ...rest }: Seen): RollingSnapshot => ({
  service: readService(awsService({ ...service, deployments: [...deployments] })),
  ...(rest.record === undefined ? {} : { record: rest.record }),
});

/** What was seen of this run, oldest first. */
export const historyOf = (...moments: readonly Seen[]): RollingHistory => ({
  run,
  snapshots: moments.map(seen),
});

const breaker = (rollback: boolean): Partial<Service> => ({
  deploymentConfiguration: {
    maximumPercent: 200,
    minimumHealthyPercent: 100,
    deploymentCircuitBreaker: { enable: true, rollback },
  },
});

export const withRollback = breaker(true);
export const withoutRollback = breaker(false);
