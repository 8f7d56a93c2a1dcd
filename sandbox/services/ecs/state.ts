import type {
  CanaryConfiguration,
  CreateServiceRequest,
  DeploymentAlarms,
  DeploymentConfiguration,
  DeploymentLifecycleHook,
  DeploymentLifecycleHookAction,
  DeploymentLifecycleHookStage,
  DeploymentLifecycleHookStatus,
  DeploymentLifecycleHookTargetType,
  DeploymentStrategy,
  LinearConfiguration,
  RegisterTaskDefinitionRequest,
  ServiceDeploymentLifecycleStage,
  Tag,
} from '@aws-sdk/client-ecs';

/** All times are milliseconds since 1970. */
export interface EcsState {
  readonly clusters: Cluster[];
  readonly taskDefinitions: TaskDefinition[];
  readonly services: Service[];
  tasks: Task[];
  /** How the Lambda functions behind lifecycle hooks answer; one that is not named here succeeds. */
  readonly hooks: readonly HookAnswer[];
}

export interface Cluster {
  readonly arn: string;
  readonly name: string;
  tags: Tag[];
  /** ACTIVE unless given; a cluster that was deleted stays INACTIVE for a while. */
  status?: 'INACTIVE';
}

export interface TaskDefinition {
  readonly arn: string;
  readonly family: string;
  readonly revision: number;
  status: 'ACTIVE' | 'INACTIVE' | 'DELETE_IN_PROGRESS';
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
  /** UpdateService can move a service from CODE_DEPLOY to ECS. */
  controller: ControllerType;
  desiredCount: number;
  settings: ServiceSettings;
  minimumHealthyPercent: number;
  maximumPercent: number;
  circuitBreaker: CircuitBreaker;
  strategy: StrategySettings;
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

/** How the service's deployments go, and what watches over them. */
export interface StrategySettings {
  readonly name: DeploymentStrategy;
  readonly bakeTimeInMinutes: number;
  readonly lifecycleHooks?: DeploymentLifecycleHook[];
  readonly linearConfiguration?: LinearConfiguration;
  readonly canaryConfiguration?: CanaryConfiguration;
  readonly alarms?: DeploymentAlarms;
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
  /** The target group that stands for each load balancer's own, where ECS moves traffic between two. */
  readonly targetGroups?: readonly string[];
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
  /** How far it has come; absent under ROLLING. */
  shift?: Shift;
  /** What the service was configured to when the deployment started. */
  readonly configuration: DeploymentConfiguration;
  alarms: { status: 'MONITORING' | 'MONITORING_COMPLETE' | 'TRIGGERED' | 'DISABLED'; triggered: string[] };
  /** Failures as the circuit breaker counted them, and what it did. */
  breaker: { status: 'MONITORING' | 'MONITORING_COMPLETE' | 'TRIGGERED' | 'DISABLED'; failureCount: number };
}

/** The course of a deployment that goes through lifecycle stages. */
export interface Shift {
  readonly steps: readonly Step[];
  /** The index of the step that is under way; -1 before the first. */
  step: number;
  /** Whether the step has done its own work, and waits for hooks at most. */
  worked: boolean;
  stage: ServiceDeploymentLifecycleStage | undefined;
  /** Every hook that was run, oldest first. */
  hooks: HookRun[];
  /** The new revision's share of the traffic, in percent; absent where ECS moves none. */
  productionWeight?: number;
  testWeight?: number;
}

/** One visit of a lifecycle stage; a stage that moves traffic in parts is visited for each. */
export interface Step {
  readonly stage: ServiceDeploymentLifecycleStage | DeploymentLifecycleHookStage;
  readonly work: StageWork;
}

export type StageWork =
  | { readonly kind: 'wait'; readonly seconds: number }
  | { readonly kind: 'reconcile' }
  | { readonly kind: 'scale-up' }
  | { readonly kind: 'shift-test'; readonly seconds: number }
  | { readonly kind: 'shift'; readonly percent: number; readonly seconds: number }
  | { readonly kind: 'clean-up' };

export interface HookRun {
  readonly id: string;
  readonly step: number;
  readonly stage: Step['stage'];
  readonly targetType: DeploymentLifecycleHookTargetType;
  /** The ARN of the Lambda function. */
  readonly target?: string;
  readonly expiresAt: number;
  readonly timeoutAction: DeploymentLifecycleHookAction;
  status: DeploymentLifecycleHookStatus;
}

/** What a function answers; `none` is an answer without a hookStatus, `never` one that is IN_PROGRESS for ever. */
export const hookResults = ['succeed', 'fail', 'none', 'never'] as const;

export interface HookAnswer {
  /** The name of the Lambda function. */
  readonly function: string;
  /** The stage that it answers so at; at all of them where it is empty. */
  readonly stage: string;
  readonly result: (typeof hookResults)[number];
  /** How long it takes. */
  readonly seconds: number;
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
