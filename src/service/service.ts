import type { DeploymentConfiguration } from '@aws-sdk/client-ecs';
import type { ServiceVolume } from './volume.ts';

/** The service as AWS describes it, read once at the edge: what AWS may leave out has its default here. */
export interface ServiceState {
  readonly arn: string;
  readonly name: string;
  readonly clusterArn: string;
  readonly clusterName: string;
  /** ACTIVE, DRAINING or INACTIVE. */
  readonly status: string;
  /** ECS, CODE_DEPLOY or EXTERNAL; an answer without a controller means ECS. */
  readonly controller: string;
  /** ROLLING, BLUE_GREEN, LINEAR or CANARY. */
  readonly strategy: string;
  /** REPLICA or DAEMON. */
  readonly scheduling: string;
  readonly desiredCount: number;
  readonly runningCount: number;
  readonly pendingCount: number;
  /** ARN of the revision the service is set to. */
  readonly taskDefinition: string;
  readonly minimumHealthyPercent: number;
  readonly maximumPercent: number;
  /** The deployment configuration as AWS describes it, for what the members here do not tell. */
  readonly configuration: DeploymentConfiguration;
  readonly breaker: { readonly enabled: boolean; readonly rollback: boolean };
  readonly alarms: {
    readonly enabled: boolean;
    readonly rollback: boolean;
    /** Absent where there are none. */
    readonly names?: readonly string[];
  };
  readonly loadBalancers: readonly LoadBalancer[];
  /** Port names that Service Connect or a VPC Lattice target looks up in the task definition. */
  readonly portNames: readonly string[];
  /** Volumes configured at launch, as the PRIMARY deployment tells them. */
  readonly volumes: readonly ServiceVolume[];
  readonly propagateTags: string;
  readonly managedTags: boolean;
  readonly deployments: readonly Deployment[];
  readonly taskSets: readonly TaskSet[];
  /** Newest first, as AWS gives them. */
  readonly events: readonly ServiceEvent[];
}

export interface LoadBalancer {
  readonly targetGroupArn?: string;
  readonly containerName: string;
  readonly containerPort: number;
  /** The other target group and the rule that says which is live, where ECS shifts the traffic. */
  readonly shifting?: { readonly alternateTargetGroupArn?: string; readonly productionListenerRule?: string };
}

export interface Deployment {
  /** `ecs-svc/` and a number. */
  readonly id: string;
  /** PRIMARY, ACTIVE, INACTIVE; DRAINING was seen too. */
  readonly status: string;
  readonly taskDefinition: string;
  readonly desiredCount: number;
  readonly runningCount: number;
  readonly pendingCount: number;
  readonly failedTasks: number;
  /** COMPLETED, IN_PROGRESS or FAILED; absent behind a Classic Load Balancer. */
  readonly rolloutState?: string;
  readonly rolloutStateReason?: string;
  /** Milliseconds since 1970 by AWS's clock. */
  readonly createdAt?: number;
  /** The same; a rollback to a deployment moves it. */
  readonly updatedAt?: number;
}

export interface TaskSet {
  /** `ecs-svc/` and a number: what startedBy of its tasks says. */
  readonly id: string;
  /** PRIMARY, ACTIVE or DRAINING. */
  readonly status: string;
  readonly taskDefinition: string;
  /** The CodeDeploy deployment that made it; absent on the one CreateService made. */
  readonly externalId?: string;
  /** STEADY_STATE or STABILIZING. */
  readonly stability: string;
  readonly desiredCount: number;
  readonly runningCount: number;
  readonly pendingCount: number;
  readonly loadBalancers: readonly LoadBalancer[];
  readonly platformVersion?: string;
  readonly network?: {
    readonly subnets: readonly string[];
    readonly securityGroups: readonly string[];
    readonly assignPublicIp: string;
  };
  readonly capacityProviders: readonly {
    readonly capacityProvider: string;
    readonly base: number;
    readonly weight: number;
  }[];
}

export interface ServiceEvent {
  readonly id: string;
  /** Milliseconds since 1970, by AWS's clock. */
  readonly at: number;
  readonly message: string;
}

/** The deployment or task set that AWS calls PRIMARY: what the service is set to, not always what serves. */
export function primary(service: ServiceState): Deployment | TaskSet | undefined {
  return [...service.deployments, ...service.taskSets].find(({ status }) => status === 'PRIMARY');
}

/**
 * The deployment or task set whose tasks serve. A failed PRIMARY that nothing rolled back runs few tasks
 * or none, while those of the newest COMPLETED deployment go on. The PRIMARY where nothing else serves.
 */
export function serving(service: ServiceState): Deployment | TaskSet | undefined {
  const first = primary(service);
  // Between task sets the traffic is shifted at once: the PRIMARY has it.
  if (first === undefined || 'stability' in first || first.rolloutState === 'COMPLETED') return first;
  const others = service.deployments.filter(({ id, runningCount }) => id !== first.id && runningCount > 0);
  const isOutnumbered = others.some(({ runningCount }) => runningCount > first.runningCount);
  if (!isOutnumbered) return first;
  return others.find(({ rolloutState }) => rolloutState === 'COMPLETED') ?? first;
}

/** What serves beside one deployment (of ECS or of CodeDeploy): what served before it, while that is there. */
export function servingBeside(service: ServiceState, deploymentId: string): Deployment | TaskSet | undefined {
  const others = {
    ...service,
    deployments: service.deployments.filter(({ id }) => id !== deploymentId),
    taskSets: service.taskSets.filter(({ externalId }) => externalId !== deploymentId),
  };
  return serving(others) ?? [...others.deployments, ...others.taskSets].find(isUp);
}

const isUp = ({ runningCount }: Deployment | TaskSet): boolean => runningCount > 0;

/** The region in an ARN. */
export const regionOf = (arn: string): string => arn.split(':')[3] ?? '';

/** `family:revision` of a task definition ARN; the text itself when it is none. */
export function revisionName(arn: string): string {
  return arn.slice(arn.indexOf('task-definition/') + (arn.includes('task-definition/') ? 16 : 1));
}

/** The ARN of a task definition that is named by it or as `family:revision`, beside another resource of its account. */
export const revisionArn = (taskDefinition: string, besideArn: string): string =>
  taskDefinition.startsWith('arn:')
    ? taskDefinition
    : `${besideArn.split(':').slice(0, 5).join(':')}:task-definition/${taskDefinition}`;
