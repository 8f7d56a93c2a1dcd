import type { CreateServiceRequest, RegisterTaskDefinitionRequest, Tag } from '@aws-sdk/client-ecs';

/** All times are milliseconds since 1970. */
export interface EcsState {
  readonly clusters: Cluster[];
  readonly taskDefinitions: TaskDefinition[];
  readonly services: Service[];
  tasks: Task[];
}

export interface Cluster {
  readonly arn: string;
  readonly name: string;
  tags: Tag[];
}

export interface TaskDefinition {
  readonly arn: string;
  readonly family: string;
  readonly revision: number;
  status: 'ACTIVE' | 'INACTIVE';
  readonly registeredAt: number;
  readonly registeredBy: string;
  deregisteredAt?: number;
  tags: Tag[];
  readonly content: TaskDefinitionContent;
}

/** What was registered, with the defaults that ECS fills in. */
export type TaskDefinitionContent = Omit<RegisterTaskDefinitionRequest, 'tags'>;

export type ControllerType = 'ECS' | 'CODE_DEPLOY' | 'EXTERNAL';

export interface Service {
  readonly arn: string;
  readonly name: string;
  readonly clusterArn: string;
  status: 'ACTIVE' | 'DRAINING' | 'INACTIVE';
  readonly controller: ControllerType;
  desiredCount: number;
  settings: ServiceSettings;
  minimumHealthyPercent: number;
  maximumPercent: number;
  circuitBreaker: CircuitBreaker;
  readonly createdAt: number;
  readonly createdBy: string;
  tags: Tag[];
  /** Newest first, as AWS lists them. Controller ECS only. */
  deployments: Deployment[];
  /** Controllers CODE_DEPLOY and EXTERNAL only. */
  taskSets: TaskSet[];
  /** Newest first. */
  events: ServiceEvent[];
  /** Newest first. */
  records: ServiceDeployment[];
  revisions: ServiceRevision[];
  /** The deployment that completed last: what a rollback returns to. */
  lastCompleted: Deployment | undefined;
  /** When the scheduler looks at the service next; absent while there is nothing to do. */
  nextPassAt: number | undefined;
  /** Since when everything is as wanted; absent while it is not. */
  steadySince: number | undefined;
}

export interface CircuitBreaker {
  readonly enable: boolean;
  readonly rollback: boolean;
  readonly resetOnHealthyTask: boolean;
}

/** Members that the service, its deployments and its task sets answer as they were given. */
export type ServiceSettings = Pick<
  CreateServiceRequest,
  | 'launchType'
  | 'capacityProviderStrategy'
  | 'platformVersion'
  | 'networkConfiguration'
  | 'loadBalancers'
  | 'serviceRegistries'
  | 'serviceConnectConfiguration'
  | 'volumeConfigurations'
  | 'placementConstraints'
  | 'placementStrategy'
  | 'schedulingStrategy'
  | 'healthCheckGracePeriodSeconds'
  | 'enableECSManagedTags'
  | 'propagateTags'
  | 'enableExecuteCommand'
  | 'availabilityZoneRebalancing'
> & { readonly taskDefinition: string };

/** What starts and replaces tasks of one revision: a deployment or a task set. */
export interface TaskOwner {
  /** `ecs-svc/NUMBER`: also `startedBy` of its tasks and the last part of its service revision's ARN. */
  readonly id: string;
  readonly settings: ServiceSettings;
  desiredCount: number;
  failedTasks: number;
  /** The number of the last group of tasks that was started together. */
  wave: number;
  retry: Retry;
}

/** How starting goes on after failures. */
export interface Retry {
  /** Waves of which a task failed, one after another. */
  failures: number;
  /** The last wave counted. */
  wave: number;
  /** No task is started before. */
  notBefore: number;
}

export interface Deployment extends TaskOwner {
  status: 'PRIMARY' | 'ACTIVE' | 'DRAINING';
  createdAt: number;
  updatedAt: number;
  rolloutState: 'IN_PROGRESS' | 'COMPLETED' | 'FAILED';
  rolloutStateReason: string;
}

export interface TaskSet extends TaskOwner {
  readonly arn: string;
  status: 'PRIMARY' | 'ACTIVE' | 'DRAINING';
  readonly startedBy?: string;
  readonly externalId?: string;
  readonly scalePercent: number;
  readonly createdAt: number;
  updatedAt: number;
  stabilityStatus: 'STABILIZING' | 'STEADY_STATE';
  stabilityStatusAt: number;
}

export interface ServiceEvent {
  readonly id: string;
  readonly createdAt: number;
  readonly message: string;
}

/** What one deployment or task set asked for, frozen: DescribeServiceRevisions. */
export interface ServiceRevision {
  readonly arn: string;
  readonly deploymentId: string;
  readonly settings: ServiceSettings;
  readonly createdAt: number;
  /** As the tags were when it was made. */
  readonly containerImages: readonly {
    readonly containerName: string;
    readonly image: string;
    readonly imageDigest?: string;
  }[];
}

export type ServiceDeploymentStatus =
  | 'PENDING'
  | 'IN_PROGRESS'
  | 'SUCCESSFUL'
  | 'STOP_REQUESTED'
  | 'STOPPED'
  | 'ROLLBACK_REQUESTED'
  | 'ROLLBACK_IN_PROGRESS'
  | 'ROLLBACK_SUCCESSFUL'
  | 'ROLLBACK_FAILED';

/** A record of the service deployments API. */
export interface ServiceDeployment {
  readonly arn: string;
  readonly deploymentId: string;
  readonly sourceDeploymentIds: readonly string[];
  readonly createdAt: number;
  /** From when ListServiceDeployments shows it. */
  readonly visibleAt: number;
  /** Absent while it is PENDING. */
  startedAt?: number;
  updatedAt: number;
  finishedAt?: number;
  stoppedAt?: number;
  status: ServiceDeploymentStatus;
  statusReason?: string;
  rollback?: { readonly startedAt: number; readonly reason: string; readonly deploymentId: string };
  /** Failures as the circuit breaker counted them, and what it did. */
  breaker: { status: 'MONITORING' | 'MONITORING_COMPLETE' | 'TRIGGERED' | 'DISABLED'; failureCount: number };
}

export type TaskStatus =
  | 'PROVISIONING'
  | 'PENDING'
  | 'ACTIVATING'
  | 'RUNNING'
  | 'DEACTIVATING'
  | 'STOPPING'
  | 'DEPROVISIONING'
  | 'STOPPED';

export interface Task {
  readonly arn: string;
  readonly id: string;
  readonly clusterArn: string;
  readonly serviceArn: string;
  readonly group: string;
  readonly startedBy: string;
  readonly taskDefinition: string;
  /** Which of its owner's waves it belongs to. */
  readonly wave: number;
  readonly fate: Fate;
  lastStatus: TaskStatus;
  desiredStatus: 'RUNNING' | 'STOPPED';
  /** Counts changes of direction: steps scheduled before the last one are void. */
  course: number;
  /** Passed its health checks (or, without any, has run for a while): counts as healthy in a rollout. */
  settled: boolean;
  healthStatus: 'UNKNOWN' | 'HEALTHY' | 'UNHEALTHY';
  targets: Target[];
  readonly containers: Container[];
  readonly createdAt: number;
  pullStartedAt?: number;
  pullStoppedAt?: number;
  startedAt?: number;
  stoppingAt?: number;
  executionStoppedAt?: number;
  stoppedAt?: number;
  stopCode?: StopCode;
  stoppedReason?: string;
  readonly network: { readonly subnet: string; readonly address: string; readonly attachment: string };
}

export type StopCode =
  | 'TaskFailedToStart'
  | 'EssentialContainerExited'
  | 'UserInitiated'
  | 'ServiceSchedulerInitiated'
  | 'SpotInterruption';

export interface Container {
  readonly name: string;
  readonly image: string;
  readonly imageDigest?: string;
  readonly runtimeId: string;
  exitCode?: number;
  reason?: string;
}

export interface Target {
  readonly targetGroupArn: string;
  readonly port: number;
  state: 'initial' | 'healthy' | 'unhealthy' | 'draining';
  /** Since when it is in this state. */
  since: number;
}

/** What is going to become of a task, as its images and definition decide at its start. */
export type Fate =
  | { readonly kind: 'runs' }
  | { readonly kind: 'slow' }
  | { readonly kind: 'unhealthy' }
  /** Never runs: it is given up after so many milliseconds of PENDING. */
  | { readonly kind: 'unstartable'; readonly reason: string; readonly after: number }
  | Exits
  /** Its Spot capacity is taken away. */
  | { readonly kind: 'interrupted' }
  /** Does not end on SIGTERM: it is killed after its stop time-out, in milliseconds. */
  | { readonly kind: 'unstoppable'; readonly container: string; readonly stopTimeout: number };

/** A container ends by itself, and the task with it. */
export interface Exits {
  readonly kind: 'exits';
  readonly container: string;
  readonly exitCode: number;
  /** What DescribeTasks says of the container. */
  readonly reason?: string;
  /** Milliseconds after it has started, or after it was found healthy. */
  readonly after: number;
  readonly since: 'start' | 'healthy';
  /** What its log ends with. */
  readonly log: 'error' | 'memory' | 'exec-format';
}
