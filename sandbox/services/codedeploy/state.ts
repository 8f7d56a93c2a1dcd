import type {
  AlarmConfiguration,
  AutoRollbackConfiguration,
  BlueGreenDeploymentConfiguration,
  DeploymentStatus,
  ECSService,
  ErrorCode,
  LifecycleEventStatus,
  LoadBalancerInfo,
  TrafficRoutingConfig,
} from '@aws-sdk/client-codedeploy';
import type { AppSpec } from './appspec.ts';

/** All times are milliseconds since 1970. */
export interface CodeDeployState {
  readonly applications: Application[];
  /** Those that a scenario or CreateDeploymentConfig added to AWS's own. */
  readonly configs: DeploymentConfig[];
  /** Oldest first. */
  readonly deployments: Deployment[];
  /** Alarms that a scenario lets go off. */
  readonly alarms: Alarm[];
  /** How the Lambda functions behind hooks end, by name; a function that is not named here succeeds. */
  readonly hooks: Readonly<Record<string, HookEnd>>;
}

export interface Application {
  readonly id: string;
  readonly name: string;
  readonly createdAt: number;
  readonly groups: DeploymentGroup[];
}

/** A deployment group, in AWS's own members, with the defaults filled in. */
export interface DeploymentGroup {
  readonly id: string;
  readonly applicationName: string;
  name: string;
  settings: GroupSettings;
}

export interface GroupSettings {
  readonly deploymentConfigName: string;
  readonly serviceRoleArn: string;
  readonly ecsServices: readonly ECSService[];
  readonly loadBalancerInfo: LoadBalancerInfo;
  readonly blueGreenDeploymentConfiguration: BlueGreenDeploymentConfiguration;
  readonly autoRollbackConfiguration: AutoRollbackConfiguration;
  readonly alarmConfiguration: AlarmConfiguration;
}

export interface DeploymentConfig {
  readonly id: string;
  readonly name: string;
  readonly createdAt: number;
  readonly routing: TrafficRoutingConfig;
}

export interface Alarm {
  readonly name: string;
  /** Seconds after a deployment that watches it has started. */
  readonly at: number;
  /** How many deployments it strikes. */
  readonly times: number;
  struck: number;
}

export const hookEnds = ['succeed', 'fail', 'slow'] as const;
export type HookEnd = (typeof hookEnds)[number];

/** The lifecycle events of a deployment on ECS, in order. */
export const eventNames = [
  'BeforeInstall',
  'Install',
  'AfterInstall',
  'AllowTestTraffic',
  'AfterAllowTestTraffic',
  'BeforeAllowTraffic',
  'AllowTraffic',
  'AfterAllowTraffic',
] as const;
export type EventName = (typeof eventNames)[number];

export interface LifecycleEvent {
  readonly name: EventName;
  status: LifecycleEventStatus;
  startedAt?: number;
  endedAt?: number;
}

export interface Deployment {
  readonly id: string;
  readonly applicationName: string;
  readonly groupName: string;
  readonly configName: string;
  readonly description?: string;
  readonly creator: 'user' | 'codeDeployRollback';
  /** The text of the AppSpec as it was given. */
  readonly content: string;
  /** What the text says; absent where it cannot be read. */
  readonly appSpec: AppSpec | undefined;
  readonly previousContent?: string;
  /** The group's settings at the creation, with the overrides of this deployment. */
  readonly settings: GroupSettings;
  readonly overrideAlarms?: AlarmConfiguration;
  readonly createdAt: number;
  startedAt?: number;
  completedAt?: number;
  updatedAt: number;
  status: DeploymentStatus;
  error?: { readonly code: ErrorCode; readonly message: string };
  rollback?: Rollback;
  /** Stopped or failed a moment ago, and the rollback is still to be created. */
  rollbackDue: boolean;
  readonly events: LifecycleEvent[];
  /** The task set that served at the start, and the one that replaces it: ids `ecs-svc/NUMBER`. */
  blue?: string;
  green?: string;
  /** What it waits for a person or for time to pass. */
  wait?: Wait;
  terminationWaitStarted: boolean;
  /** The task sets as they were when the deployment ended. */
  lastTaskSets?: readonly TaskSetInfo[];
}

export interface Wait {
  readonly kind: 'READY_WAIT' | 'TERMINATION_WAIT';
  readonly until: number;
}

/** How a deployment and its rollback know of each other. */
export type Rollback =
  | { readonly kind: 'rolled-back-by'; readonly deploymentId: string }
  | { readonly kind: 'rolls-back'; readonly deploymentId: string };

/** A task set as the target of a deployment shows it. */
export interface TaskSetInfo {
  readonly id: string;
  readonly desiredCount: number;
  readonly pendingCount: number;
  readonly runningCount: number;
  readonly status: string;
  readonly trafficWeight: number;
  readonly targetGroup: string;
  readonly label: 'Blue' | 'Green';
}
