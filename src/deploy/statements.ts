import type { PolicyStatement } from '../iam/policy.ts';

const ecs = (resource: string): string => `arn:aws:ecs:REGION:ACCOUNT:${resource}`;
const codedeploy = (resource: string): string => `arn:aws:codedeploy:REGION:ACCOUNT:${resource}`;

export const READ_SERVICE: PolicyStatement = {
  sid: 'ReadService',
  actions: ['ecs:DescribeServices'],
  resources: [ecs('service/CLUSTER/SERVICE')],
  without: 'nothing can be deployed',
  optional: false,
};

// AWS defines no resource for these two.
export const READ_REVISIONS: PolicyStatement = {
  sid: 'ReadAndRegisterRevisions',
  actions: ['ecs:DescribeTaskDefinition', 'ecs:RegisterTaskDefinition'],
  resources: ['*'],
  without: 'nothing can be deployed',
  optional: false,
};

export const TAG_REVISIONS: PolicyStatement = {
  sid: 'TagRevisions',
  actions: ['ecs:TagResource'],
  resources: [ecs('task-definition/FAMILY:*')],
  without: 'no revision can be registered: each carries tags that say which run did it',
  optional: false,
};

export const PASS_ROLES: PolicyStatement = {
  sid: 'PassRolesToTasks',
  actions: ['iam:PassRole'],
  resources: ['arn:aws:iam::ACCOUNT:role/EXECUTION_ROLE', 'arn:aws:iam::ACCOUNT:role/TASK_ROLE'],
  condition: { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } },
  without: 'no revision that names these roles can be registered',
  optional: false,
};

/** Developer guide, "Amazon ECS infrastructure IAM role": the role trusts ecs.amazonaws.com. */
const PASS_VOLUME_ROLE: PolicyStatement = {
  sid: 'PassRoleForVolumes',
  actions: ['iam:PassRole'],
  resources: ['arn:aws:iam::ACCOUNT:role/INFRASTRUCTURE_ROLE'],
  condition: { StringEquals: { 'iam:PassedToService': 'ecs.amazonaws.com' } },
  without: 'service-managed-ebs-volume is refused; asked only where it is given',
  optional: true,
};

/** Developer guide, "Permissions required for Lambda functions in Amazon ECS blue/green deployments". */
const PASS_HOOK_ROLES: PolicyStatement = {
  sid: 'PassRolesForHooks',
  actions: ['iam:PassRole'],
  resources: ['arn:aws:iam::ACCOUNT:role/HOOK_ROLE'],
  condition: { StringEquals: { 'iam:PassedToService': 'ecs.amazonaws.com' } },
  without:
    'strategy, bake times and alarms cannot be changed on a service with lifecycle hooks; asked only where such an input differs from the service',
  optional: true,
};

export const READ_TASKS: readonly PolicyStatement[] = [
  {
    sid: 'ListTasks',
    actions: ['ecs:ListTasks'],
    resources: ['*'],
    without: 'a failure does not tell why tasks stopped, and image-verified is unknown',
    optional: true,
  },
  {
    sid: 'ReadTasks',
    actions: ['ecs:DescribeTasks'],
    resources: [ecs('task/CLUSTER/*')],
    without: 'a failure does not tell why tasks stopped, and image-verified is unknown',
    optional: true,
  },
];

export const READ_IMAGES: PolicyStatement = {
  sid: 'ReadImages',
  actions: ['ecr:BatchGetImage'],
  resources: ['arn:aws:ecr:REGION:ACCOUNT:repository/REPOSITORY'],
  without:
    'a tag that moved is not noticed (the same revision is deployed again each time), and pin-images is refused',
  optional: true,
};

/** What a diagnosis reads: asked only when a deployment failed, and each costs its own line. */
export const READ_DIAGNOSIS: readonly PolicyStatement[] = [
  {
    sid: 'ReadLogs',
    actions: ['logs:GetLogEvents'],
    resources: ['arn:aws:logs:REGION:ACCOUNT:log-group:LOG_GROUP:log-stream:*'],
    without: 'a failure does not show the last lines of the log',
    optional: true,
  },
  {
    sid: 'ReadTargets',
    actions: ['elasticloadbalancing:DescribeTargetHealth'],
    resources: ['*'],
    without:
      'a failure does not show why the load balancer finds targets unhealthy, but for what events say; where ECS shifts the traffic, that the production rule leads to healthy targets is not checked, with a warning',
    optional: true,
  },
  {
    sid: 'ReadTags',
    actions: ['ecr:DescribeImages'],
    resources: ['arn:aws:ecr:REGION:ACCOUNT:repository/REPOSITORY'],
    without: 'a missing image is told without the tags that are nearest',
    optional: true,
  },
  {
    sid: 'ReadAlarms',
    actions: ['cloudwatch:DescribeAlarms'],
    resources: ['arn:aws:cloudwatch:REGION:ACCOUNT:alarm:*'],
    without: 'an alarm that ended the deployment is told without its metric and threshold',
    optional: true,
  },
  {
    sid: 'ReadScalingActivities',
    actions: ['application-autoscaling:DescribeScalingActivities'],
    resources: ['*'],
    without: 'a count that changed while a deployment failed is not explained; asked only then',
    optional: true,
  },
];

export const READ_HOOKS: readonly PolicyStatement[] = [
  {
    sid: 'ReadHookLogs',
    actions: ['logs:DescribeLogStreams', 'logs:GetLogEvents'],
    resources: [
      'arn:aws:logs:REGION:ACCOUNT:log-group:/aws/lambda/HOOK',
      'arn:aws:logs:REGION:ACCOUNT:log-group:/aws/lambda/HOOK:*',
    ],
    without: 'a hook that failed is told without the last lines of its function',
    optional: true,
  },
];

export const UPDATE_SERVICE: readonly PolicyStatement[] = [
  PASS_VOLUME_ROLE,
  PASS_HOOK_ROLES,
  {
    sid: 'UpdateService',
    actions: ['ecs:UpdateService'],
    resources: [ecs('service/CLUSTER/SERVICE')],
    without: 'nothing can be deployed',
    optional: false,
  },
  {
    sid: 'ListServiceDeployments',
    actions: ['ecs:ListServiceDeployments'],
    resources: [ecs('service/CLUSTER/SERVICE')],
    without:
      'the deployments of the service alone decide, with a warning; a service with the strategy BLUE_GREEN, LINEAR or CANARY is refused',
    optional: true,
  },
  {
    sid: 'ReadServiceDeployments',
    actions: ['ecs:DescribeServiceDeployments'],
    resources: [ecs('service-deployment/CLUSTER/SERVICE/*')],
    without:
      'the deployments of the service alone decide, with a warning; a service with the strategy BLUE_GREEN, LINEAR or CANARY is refused',
    optional: true,
  },
  {
    sid: 'StopServiceDeployment',
    actions: ['ecs:StopServiceDeployment'],
    resources: [ecs('service-deployment/CLUSTER/SERVICE/*')],
    without:
      'a deployment that cannot succeed is returned from by UpdateService, or left to a circuit breaker that rolls back; when-in-progress: replace is refused',
    optional: true,
  },
  {
    sid: 'ReadLiveTargets',
    actions: ['elasticloadbalancing:DescribeRules'],
    resources: ['*'],
    without:
      'whether the production rule sends its traffic to healthy targets is not checked, with a warning; asked only where ECS shifts the traffic of a load balancer',
    optional: true,
  },
];

/** AWS defines no resource for the first. */
export const SUSPEND_SCALING: readonly PolicyStatement[] = [
  {
    sid: 'ReadScalableTargets',
    actions: ['application-autoscaling:DescribeScalableTargets'],
    resources: ['*'],
    without:
      'suspend-scaling is refused, what an earlier run has left suspended stays so, and desired-count is not compared with the bounds of Application Auto Scaling',
    optional: true,
  },
  {
    sid: 'SuspendScaling',
    actions: [
      'application-autoscaling:RegisterScalableTarget',
      'application-autoscaling:ListTagsForResource',
      'application-autoscaling:TagResource',
      'application-autoscaling:UntagResource',
    ],
    resources: ['arn:aws:application-autoscaling:REGION:ACCOUNT:scalable-target/*'],
    without:
      'suspend-scaling is refused; asked only with it, and where an earlier run has left scaling suspended',
    optional: true,
  },
];

export const CODEDEPLOY: readonly PolicyStatement[] = [
  {
    sid: 'Deploy',
    actions: [
      'codedeploy:CreateDeployment',
      'codedeploy:GetDeployment',
      'codedeploy:GetDeploymentGroup',
      'codedeploy:BatchGetDeploymentTargets',
    ],
    resources: [codedeploy('deploymentgroup:APPLICATION/GROUP')],
    without: 'nothing can be deployed',
    optional: false,
  },
  {
    sid: 'ListDeployments',
    actions: ['codedeploy:ListDeployments'],
    resources: [codedeploy('deploymentgroup:APPLICATION/GROUP')],
    without:
      'a deployment is not found where the answer of CreateDeployment was lost: the step ends as `unknown`',
    optional: true,
  },
  {
    sid: 'RegisterAppSpec',
    actions: ['codedeploy:RegisterApplicationRevision', 'codedeploy:GetApplicationRevision'],
    resources: [codedeploy('application:APPLICATION')],
    without: 'CreateDeployment is refused',
    optional: false,
  },
  {
    sid: 'ReadDeploymentConfig',
    actions: ['codedeploy:GetDeploymentConfig'],
    resources: [codedeploy('deploymentconfig:*')],
    without: 'CreateDeployment is refused',
    optional: false,
  },
  {
    sid: 'StopDeployment',
    actions: ['codedeploy:StopDeployment'],
    resources: [codedeploy('deploymentgroup:APPLICATION/GROUP')],
    without:
      'a deployment whose tasks crash is not stopped, and CodeDeploy notices after an hour; on-cancel: rollback and when-in-progress: replace fail',
    optional: true,
  },
  {
    sid: 'EndPreviousWait',
    actions: ['codedeploy:ContinueDeployment'],
    resources: [codedeploy('deploymentgroup:APPLICATION/GROUP')],
    without: 'end-previous-wait fails; asked only with it',
    optional: true,
  },
  {
    sid: 'FindDeploymentGroup',
    actions: [
      'codedeploy:ListApplications',
      'codedeploy:ListDeploymentGroups',
      'codedeploy:BatchGetDeploymentGroups',
    ],
    resources: ['*'],
    without:
      'application and group must be given, or have the names of the console, or have deployed the service before',
    optional: true,
  },
];

export const READ_HISTORY: readonly PolicyStatement[] = [
  {
    sid: 'ReadRevisions',
    actions: ['ecs:DescribeTaskDefinition'],
    resources: ['*'],
    without: 'nothing can be rolled back',
    optional: false,
  },
  {
    sid: 'ReadServiceRevisions',
    actions: ['ecs:DescribeServiceRevisions'],
    resources: [ecs('service-revision/CLUSTER/SERVICE/*')],
    without: 'a service with the controller ECS is returned only to a revision that is named with `to`',
    optional: false,
  },
];
