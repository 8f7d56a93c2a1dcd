import type { ActionName } from './request.ts';

/** One statement of the IAM policy that an action needs: the one source of docs/iam and the READMEs. */
export interface PolicyStatement {
  readonly sid: string;
  readonly actions: readonly string[];
  /** ARNs with the words REGION, ACCOUNT, CLUSTER, SERVICE … where the user's own go. */
  readonly resources: readonly string[];
  readonly condition?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** What becomes of a deployment without it. */
  readonly without: string;
  /** True where a deployment ends well without it, though with less to say. */
  readonly optional: boolean;
}

const ecs = (resource: string): string => `arn:aws:ecs:REGION:ACCOUNT:${resource}`;
const codedeploy = (resource: string): string => `arn:aws:codedeploy:REGION:ACCOUNT:${resource}`;

const READ_SERVICE: PolicyStatement = {
  sid: 'ReadService',
  actions: ['ecs:DescribeServices'],
  resources: [ecs('service/CLUSTER/SERVICE')],
  without: 'nothing can be deployed',
  optional: false,
};

// AWS defines no resource for these two.
const READ_REVISIONS: PolicyStatement = {
  sid: 'ReadAndRegisterRevisions',
  actions: ['ecs:DescribeTaskDefinition', 'ecs:RegisterTaskDefinition'],
  resources: ['*'],
  without: 'nothing can be deployed',
  optional: false,
};

const TAG_REVISIONS: PolicyStatement = {
  sid: 'TagRevisions',
  actions: ['ecs:TagResource'],
  resources: [ecs('task-definition/FAMILY:*')],
  without: 'no revision can be registered: each carries tags that say which run did it',
  optional: false,
};

const PASS_ROLES: PolicyStatement = {
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

const READ_TASKS: readonly PolicyStatement[] = [
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

const READ_IMAGES: PolicyStatement = {
  sid: 'ReadImages',
  actions: ['ecr:BatchGetImage'],
  resources: ['arn:aws:ecr:REGION:ACCOUNT:repository/REPOSITORY'],
  without:
    'a tag that moved is not noticed (the same revision is deployed again each time), and pin-images is refused',
  optional: true,
};

/** What a diagnosis reads: asked only when a deployment failed, and each costs its own line. */
const READ_DIAGNOSIS: readonly PolicyStatement[] = [
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

const READ_HOOKS: readonly PolicyStatement[] = [
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

const UPDATE_SERVICE: readonly PolicyStatement[] = [
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
const SUSPEND_SCALING: readonly PolicyStatement[] = [
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

const CODEDEPLOY: readonly PolicyStatement[] = [
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

const BASE: readonly PolicyStatement[] = [
  READ_SERVICE,
  READ_REVISIONS,
  TAG_REVISIONS,
  PASS_ROLES,
  ...READ_TASKS,
  READ_IMAGES,
  ...READ_DIAGNOSIS,
];

const READ_HISTORY: readonly PolicyStatement[] = [
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

/** What differs for a rollback, by sid: it chooses by the history, and it must not find out too late. */
const FOR_A_ROLLBACK: Readonly<Record<string, Partial<PolicyStatement>>> = {
  ReadService: { without: 'nothing can be rolled back' },
  ReadImages: { without: 'an image that is gone is noticed only when tasks cannot pull it' },
  UpdateService: { without: 'no service with the controller ECS can be rolled back' },
  ListServiceDeployments: {
    without: 'a service with the controller ECS is returned only to a revision that is named with `to`',
    optional: false,
  },
  Deploy: { without: 'no service with the controller CODE_DEPLOY can be rolled back' },
  ListDeployments: {
    without:
      'a service with the controller CODE_DEPLOY is returned only to a revision that is named with `to`',
    optional: false,
  },
  EndPreviousWait: {
    without:
      'a service whose last deployment waits to terminate the old task set is not rolled back before that has ended, unless the old task set runs the revision to return to',
  },
};

const forRollback = (statement: PolicyStatement): PolicyStatement => ({
  ...statement,
  ...FOR_A_ROLLBACK[statement.sid],
});

/** What an input asks for that a rollback does not have. */
const OF_OTHER_INPUTS = new Set(['PassRoleForVolumes', 'PassRolesForHooks']);

/** The policy of each action, statement by statement. */
export const POLICIES: Readonly<Record<ActionName, readonly PolicyStatement[]>> = {
  'ecs-update-service': [...BASE, ...UPDATE_SERVICE, ...SUSPEND_SCALING],
  'bluegreen-deploy': [...BASE, ...CODEDEPLOY, ...READ_HOOKS, ...SUSPEND_SCALING],
  rollback: [
    ...[READ_SERVICE, ...READ_TASKS, READ_IMAGES, ...UPDATE_SERVICE, ...CODEDEPLOY, ...SUSPEND_SCALING]
      .filter(({ sid }) => !OF_OTHER_INPUTS.has(sid))
      .map(forRollback),
    ...READ_HISTORY,
    ...READ_DIAGNOSIS,
  ],
};

/** A policy as IAM takes it, in JSON. */
export function policyDocument(statements: readonly PolicyStatement[]): object {
  return {
    Version: '2012-10-17',
    Statement: statements.map(({ sid, actions, resources, condition }) => ({
      Sid: sid,
      Effect: 'Allow',
      Action: actions,
      Resource: resources,
      ...(condition === undefined ? {} : { Condition: condition }),
    })),
  };
}
