/** What CodeDeploy is told about a deployment on ECS, but for the task definition, which is always ours. */
export interface AppSpec {
  readonly containerName: string;
  readonly containerPort: number;
  readonly platformVersion?: string;
  readonly network?: AwsvpcNetwork;
  readonly capacityProviders?: readonly CapacityProvider[];
  /** In the order of the file. */
  readonly hooks: readonly Hook[];
}

export interface AwsvpcNetwork {
  readonly subnets: readonly string[];
  readonly securityGroups: readonly string[];
  readonly assignPublicIp?: string;
}

export interface CapacityProvider {
  readonly name: string;
  readonly base?: number;
  readonly weight?: number;
}

/** A Lambda function that validates the deployment at a lifecycle event. */
export interface Hook {
  readonly event: string;
  readonly lambda: string;
}

/** The events that can have a hook. Source: CodeDeploy user guide, AppSpec 'hooks' section for ECS. */
export const hookEvents: readonly string[] = [
  'BeforeInstall',
  'AfterInstall',
  'AfterAllowTestTraffic',
  'BeforeAllowTraffic',
  'AfterAllowTraffic',
];
