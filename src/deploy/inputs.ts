import { document, mapping } from '../inputs/document-kinds.ts';
import { choice, flag, formedLines, integer, tenths, text } from '../inputs/kinds.ts';
import { readManagedVolume } from '../service/volume.ts';
import { CREDENTIAL_INPUTS } from './credential-inputs.ts';
import { RENDER_INPUTS } from './render-inputs.ts';

/** Inputs that both deploy actions have; the names are those of aws-actions where the concept is the same. */
export const DEPLOY_INPUTS = {
  'task-definition': text({
    required: true,
    description:
      'What to deploy: the path of a task definition file (JSON, JSONC or YAML), which is registered exactly as it is; or a registered revision as `family:revision` or ARN, which is deployed without registering anything.',
  }),
  service: text({ required: true, description: 'Name or ARN of the ECS service.' }),
  cluster: text({ default: 'default', description: 'Name or ARN of the cluster.' }),
  ...RENDER_INPUTS,
  vars: mapping({
    description: 'Values of the placeholders `vars.NAME` in files, as a YAML or JSON mapping.',
  }),
  'pin-images': flag({
    default: 'false',
    description:
      'Replace each tag of an image in Amazon ECR by its digest before registering, so that the revision always means the same image and can be returned to.',
  }),
  'wait-for-service-stability': flag({
    default: 'true',
    description:
      'Watch the deployment to its end. With `false` the step ends as `started` when the deployment is, and proves nothing.',
  }),
  'wait-for-minutes': integer({
    min: 1,
    max: 360,
    description:
      'How long to watch, a rollback included, in whole minutes. The default is 30; with CodeDeploy 30 plus the wait times of the deployment group that apply.',
  }),
  'when-in-progress': choice(['fail', 'wait', 'replace', 'join'], {
    default: 'fail',
    description:
      'What to do when another deployment is under way on the service, before anything is changed: `fail`; `wait` until it has ended; `replace` it, which stops it with a rollback and waits for that; `join` it when it deploys the same revision, which only watches it. Waiting is limited by `wait-for-minutes`.',
  }),
  'stop-after-failed-tasks': integer({
    min: 1,
    max: 1_000,
    default: '3',
    description:
      'After how many tasks of the new revision that stopped for the same cause this run ends the deployment itself, instead of minutes or an hour later. Causes that no retry heals (an image, a secret or a log group that is missing, a wrong architecture) end it at the second task.',
  }),
  'on-failure': choice(['rollback', 'leave'], {
    default: 'rollback',
    description:
      'What becomes of a deployment that this run ends: `rollback` to what served before, watched to its end; or `leave`, which ends the step and leaves what is there to be looked at. With CodeDeploy `leave` stops the deployment without a rollback; ECS goes on with it.',
  }),
  'stable-for': integer({
    min: 0,
    max: 3_600,
    description:
      'Seconds for which all tasks of the new revision must have been up, without a crash, before the step is green. The default is 30 for a service with neither load balancer, container health check nor bake time, else 0. A crash after ECS called the deployment completed is a failure, and `on-failure` applies. An explicit `wait-for-minutes` must be longer. Not with the controller CODE_DEPLOY.',
  }),
  'on-cancel': choice(['leave', 'rollback'], {
    default: 'leave',
    description:
      'What becomes of the deployment when the job is cancelled: `leave` it to AWS, or `rollback` to what served before. The rollback is asked for at once and watched for up to 2 minutes by the post step.',
  }),
  'suspend-scaling': choice(['none', 'in', 'all'], {
    default: 'none',
    description:
      'What Application Auto Scaling is kept from until this step ends: `none`; scaling `in`; or `all`, scaling out and scheduled scaling as well. What was suspended before stays so, and exactly that state is restored at the end, by the post step when this one is cut off, or by the next run that suspends.',
  }),
  'force-new-deployment': flag({
    description: 'Start new tasks though nothing has changed. Not with the controller CODE_DEPLOY.',
  }),
  'desired-count': integer({
    min: 0,
    max: 10_000,
    description:
      'Number of tasks. Leave it out where Application Auto Scaling sets the count. Not with the controller CODE_DEPLOY.',
  }),
  'propagate-tags': choice(['SERVICE', 'TASK_DEFINITION', 'NONE'], {
    description:
      'Where the tags of tasks come from. Left as it is unless given. Not with the controller CODE_DEPLOY.',
  }),
  'enable-ecs-managed-tags': flag({
    description:
      'Whether ECS tags tasks with cluster and service. Left as it is unless given. Not with the controller CODE_DEPLOY.',
  }),
  'service-managed-ebs-volume-name': text({
    description:
      'Name of the volume that `service-managed-ebs-volume` is for: one of the task definition with `configuredAtLaunch: true`. Not with the controller CODE_DEPLOY.',
  }),
  'service-managed-ebs-volume': document('YAML or JSON object', readManagedVolume, {
    description:
      'Settings of the Amazon EBS volume that each task gets, as a ServiceManagedEBSVolumeConfiguration of the API: `roleArn`, and `sizeInGiB` or `snapshotId`, are required. Replaces the settings of the service. Not with the controller CODE_DEPLOY.',
  }),
  strategy: choice(['ROLLING', 'BLUE_GREEN', 'LINEAR', 'CANARY'], {
    description:
      'How ECS deploys the service from now on. Left as it is unless given, as are the settings below. Not with the controller CODE_DEPLOY.',
  }),
  'canary-percent': tenths({
    min: 0.1,
    max: 100,
    description: 'Percent of the production traffic that is shifted first, with the strategy CANARY.',
  }),
  'canary-bake-minutes': integer({
    min: 0,
    max: 1_440,
    description: 'Minutes until the rest of the traffic is shifted, with the strategy CANARY.',
  }),
  'linear-step-percent': tenths({
    min: 3,
    max: 100,
    description: 'Percent of the production traffic that each step shifts, with the strategy LINEAR.',
  }),
  'linear-step-bake-minutes': integer({
    min: 0,
    max: 1_440,
    description: 'Minutes between two steps, with the strategy LINEAR.',
  }),
  'bake-minutes': integer({
    min: 0,
    max: 1_440,
    description:
      'Minutes for which both revisions run once all traffic is shifted, with the strategies BLUE_GREEN, LINEAR and CANARY. Needed where `strategy` changes the service to one of these.',
  }),
  alarms: formedLines(
    { what: 'the name of a CloudWatch alarm', pattern: /^[^\p{Cc}]{1,255}$/u, example: 'web-5xx' },
    {
      description:
        'Names of the CloudWatch alarms that roll a deployment back, one a line; they replace those of the service. Not with the controller CODE_DEPLOY.',
    },
  ),
  ...CREDENTIAL_INPUTS,
  'dry-run': flag({ default: 'false', description: 'Check everything and print the plan; change nothing.' }),
  'max-retries': integer({
    min: 0,
    max: 20,
    default: '3',
    description:
      'How often a read is tried again when AWS throttles, fails or does not answer. Calls that change something are only tried again when AWS throttled them.',
  }),
} as const;

const RUN_TASK_INPUTS = [
  'run-task',
  'run-task-container-overrides',
  'run-task-security-groups',
  'run-task-subnets',
  'run-task-assign-public-ip',
  'run-task-launch-type',
  'run-task-capacity-provider-strategy',
  'run-task-managed-ebs-volume',
  'run-task-managed-ebs-volume-name',
  'run-task-started-by',
  'run-task-tags',
  'wait-for-task-stopped',
];

/** Inputs of the official deploy and render actions that are refused here, with what to use instead. */
export const REFUSED_INPUTS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    RUN_TASK_INPUTS.map((name) => [name, 'Run one-off tasks in a step of their own, before this one.']),
  ),
  'task-definition-arn': 'Give the ARN as task-definition: that revision is deployed as it is.',
  'task-definition-family':
    'Give a file as task-definition, or family:revision: the newest revision of a family is never a base.',
  'task-definition-revision': 'Give family:revision as task-definition.',
};

/** Inputs of the official deploy action that do nothing here, and why. */
export const POINTLESS_INPUTS: Readonly<Record<string, string>> = {
  'wait-max-delay-seconds': 'Deployments are looked at every 1 to 5 seconds.',
  'keep-null-value-keys':
    'The file is registered as it is; members that are null mean the same as absent ones.',
};
