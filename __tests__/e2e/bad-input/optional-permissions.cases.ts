import { POLICIES } from '../../../src/deploy/policy.ts';
import type { ActionName } from '../../../src/deploy/request.ts';
import type { BadInput, Step, Warned } from '../../support/bad-input.ts';
import { groupOf, webScenario } from '../../support/blue-green.ts';
import { denyNow, sendNow } from '../../support/deployment.ts';
import { exampleInputs, type ActionName as BuiltAction } from '../../support/action.ts';
import { exampleScenario, registry, targetGroup, workerScenario } from '../../support/sandbox.ts';
import { shiftScenario } from '../../support/shift.ts';
import { infrastructureRole } from '../../support/volume.ts';
import { earlier } from './codedeploy.cases.ts';

const account = '123456789012';
const dry = { 'dry-run': 'true' };

/** What becomes of a step without the permission: it says so and goes on, or it is refused, or its diagnosis lacks a line. */
type Without =
  | Omit<Warned, 'denied' | 'name'>
  | Omit<BadInput, 'name' | 'remedy' | 'what'>
  | (Omit<Warned, 'denied' | 'name'> & { readonly lacks: string });

const unread = (lacks: string, step: Omit<Step, 'name'> & { readonly status?: string }): Without => ({
  status: 'rolled-back',
  speed: 60,
  ...step,
  what: lacks,
  lacks,
});

const scaled = (service: string): string => `
scalableTargets: [{ resourceId: service/reservation/${service}, min: 1, max: 9 }]
scalings: [{ resourceId: service/reservation/${service}, afterSeconds: 20, desiredCount: 3, policy: busy }]`;

const serviceOf = (action: ActionName): string => (action === 'bluegreen-deploy' ? 'api' : 'sidekiq');

/** The service of the example whose health checks are those of a load balancer. */
const unhealthy = (action: ActionName): Omit<Step, 'name'> =>
  action === 'bluegreen-deploy'
    ? { speed: 200, inputs: exampleInputs('api', 'fault-unhealthy') }
    : {
        scenario: workerScenario({ service: balanced }),
        files: { 'deploy.yml': unhealthyFile },
        inputs: { cluster: 'shop', service: 'worker' },
      };

const balanced = `    loadBalancers: [{ targetGroupArn: '${targetGroup}', containerName: worker, containerPort: 80 }]
    deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true } }`;

const unhealthyFile = `family: worker
networkMode: awsvpc
containerDefinitions:
  - name: worker
    image: ${registry}/worker:fault-unhealthy
    memory: 256
    portMappings: [{ containerPort: 80 }]
`;

const appSpecFile = `version: 0.0
Resources:
  - TargetService:
      Type: AWS::ECS::Service
      Properties:
        TaskDefinition: <TASK_DEFINITION>
        LoadBalancerInfo: { ContainerName: web, ContainerPort: 80 }
Hooks:
  - BeforeAllowTraffic: check-web
`;

const webFile = `family: web
networkMode: awsvpc
containerDefinitions:
  - name: web
    image: ${registry}/web:v2
    memory: 256
    portMappings: [{ containerPort: 80 }]
`;

/** A deployment that an alarm stops. */
const alarmed = (action: ActionName): Omit<Step, 'name'> => {
  const more = 'alarms: [{ name: errors, at: 30 }]';
  return action === 'bluegreen-deploy'
    ? {
        scenario: webScenario({ group: groupOf('alarms: [errors]'), more }),
        files: { 'deploy.yml': webFile },
        inputs: { cluster: 'shop', service: 'web' },
      }
    : {
        scenario: workerScenario({
          service:
            '    deploymentConfiguration: { alarms: { enable: true, rollback: true, alarmNames: [errors] } }',
          more,
        }),
        files: { 'deploy.yml': unhealthyFile.replace('fault-unhealthy', 'v2') },
        inputs: { cluster: 'shop', service: 'worker' },
      };
};

/** A deployment of CodeDeploy that its hook fails. */
const hooked: Omit<Step, 'name'> = {
  scenario: webScenario({ more: 'hooks: { check-web: fail }' }),
  files: { 'deploy.yml': webFile, 'appspec.yml': appSpecFile },
  inputs: { cluster: 'shop', service: 'web', 'codedeploy-appspec': 'appspec.yml' },
};

/** The revision that runs, which leaves nothing to deploy unless its tasks say so. */
const asItIs = (action: ActionName): Readonly<Record<string, string>> => ({
  ...dry,
  'task-definition': `reservation-${action === 'bluegreen-deploy' ? 'api' : 'sidekiq'}:1`,
  image: '',
});

const unreadTasks = (action: ActionName): Without => ({
  inputs: asItIs(action),
  status: 'unchanged',
  what: 'Which images its tasks run cannot be read, so image-verified is unknown',
});

const unreadRecord: Without = {
  speed: 30,
  status: 'deployed',
  what: 'The service deployment cannot be read, so the deployments of the service alone decide.',
};

/** The console's names are not those of this group, and no deployment has made its task set. */
const searched: Without = {
  scenario: webScenario(),
  inputs: { cluster: 'shop', service: 'web', 'task-definition': 'web:1', image: '' },
  where: 'web was not deployed',
};

const volumeFile = `family: worker
networkMode: awsvpc
containerDefinitions:
  - name: worker
    image: public.ecr.aws/docker/library/ruby:3
    memory: 256
volumes:
  - { name: data, configuredAtLaunch: true }
`;

/** A step that suspends scaling of a service that scales. */
const suspending = (action: ActionName): Pick<BadInput, 'scenario' | 'inputs'> => {
  const service = action === 'bluegreen-deploy' ? 'api' : 'sidekiq';
  return {
    scenario: `${exampleScenario()}
scalableTargets: [{ resourceId: service/reservation/${service}, min: 1, max: 9 }]`,
    inputs: { 'suspend-scaling': 'in' },
  };
};

const WITHOUT: Readonly<Record<string, (action: ActionName) => Without>> = {
  'iam:PassRole': () => ({
    scenario: workerScenario(),
    files: { 'deploy.yml': volumeFile },
    inputs: {
      cluster: 'shop',
      service: 'worker',
      'service-managed-ebs-volume-name': 'data',
      'service-managed-ebs-volume': `{ roleArn: '${infrastructureRole}', sizeInGiB: 20 }`,
    },
    sent: ['RegisterTaskDefinition', 'UpdateService'],
    where: infrastructureRole,
  }),
  'ecs:ListTasks': unreadTasks,
  'ecs:DescribeTasks': unreadTasks,
  'ecr:BatchGetImage': () => ({
    inputs: dry,
    status: 'unchanged',
    what: 'Whether the image is in its repository, and whether its tag has moved, cannot be read.',
  }),
  'logs:GetLogEvents': (action) =>
    unread('The last lines of the log are not shown', {
      speed: 200,
      inputs: exampleInputs(serviceOf(action), 'fault-crash'),
    }),
  'application-autoscaling:DescribeScalingActivities': (action) =>
    unread('What scaled the service meanwhile is not shown', {
      speed: 200,
      scenario: `${exampleScenario()}\n${scaled(serviceOf(action))}`,
      inputs: exampleInputs(serviceOf(action), 'fault-crash'),
    }),
  'logs:DescribeLogStreams': () => unread('The log of the hook is not shown', hooked),
  'elasticloadbalancing:DescribeTargetHealth': (action) =>
    unread('The health of the targets is not shown', unhealthy(action)),
  'elasticloadbalancing:DescribeRules': () => ({
    scenario: shiftScenario({ configuration: 'strategy: BLUE_GREEN, bakeTimeInMinutes: 1' }),
    inputs: { ...dry, cluster: 'shop', service: 'worker', 'task-definition': 'worker:1', image: '' },
    status: 'unchanged',
    what: 'Whether the production rule sends its traffic to healthy targets was not checked.',
  }),
  'ecr:DescribeImages': (action) =>
    unread('The tags of the repository are not shown', {
      speed: 200,
      before: (sandbox) => denyNow(sandbox, 'ecr:BatchGetImage'),
      inputs: exampleInputs(serviceOf(action), 'v22'),
    }),
  'cloudwatch:DescribeAlarms': (action) =>
    unread('Metric and threshold of the alarm are not shown', alarmed(action)),
  'ecs:ListServiceDeployments': () => unreadRecord,
  'ecs:DescribeServiceDeployments': () => unreadRecord,
  // The breaker of the example rolls back: this run leaves it to that.
  'ecs:StopServiceDeployment': () => ({
    speed: 20,
    inputs: { ...exampleInputs('sidekiq', 'fault-crash'), 'stop-after-failed-tasks': '1' },
    sent: ['RegisterTaskDefinition', 'UpdateService', 'StopServiceDeployment'],
    status: 'rolled-back',
    where: 'This run could not stop the deployment (ecs:StopServiceDeployment)',
  }),
  'application-autoscaling:DescribeScalableTargets': (action) =>
    action === 'bluegreen-deploy'
      ? { inputs: { 'suspend-scaling': 'in' }, where: 'api was not deployed' }
      : {
          inputs: { ...dry, 'desired-count': '2' },
          status: 'unchanged',
          what: 'Whether desired-count is within the bounds of Application Auto Scaling was not checked.',
        },
  'application-autoscaling:RegisterScalableTarget': (action) => ({
    ...suspending(action),
    sent: ['TagResource', 'RegisterScalableTarget', 'UntagResource'],
    where: 'was not deployed',
  }),
  'application-autoscaling:TagResource': (action) => ({
    ...suspending(action),
    sent: ['TagResource'],
    where: 'was not deployed',
  }),
  // The tags are read where something is suspended already.
  'application-autoscaling:ListTagsForResource': (action) => ({
    ...suspending(action),
    before: ({ world }) => {
      for (const target of world.autoscaling.scalableTargets)
        target.suspended = { in: false, out: true, scheduled: false };
    },
    where: 'was not deployed',
  }),
  'application-autoscaling:UntagResource': (action) => ({
    ...suspending(action),
    speed: 40,
    status: 'deployed',
    what: 'the tag ecs-deploy-toolkit:suspended-from on its scalable target could not be taken away',
  }),
  // Asked only where the answer of CreateDeployment was lost.
  'codedeploy:ListDeployments': () => ({
    scenario: `${exampleScenario()}
faults: [{ operation: 'codedeploy:CreateDeployment', kind: reset-after }]`,
    sent: ['RegisterTaskDefinition', 'CreateDeployment'],
    status: 'unknown',
    where: 'The answer of CreateDeployment was lost',
  }),
  // An hour passes in 18 seconds: until then CodeDeploy waits for tasks that crash.
  'codedeploy:StopDeployment': () => ({
    speed: 200,
    inputs: exampleInputs('api', 'fault-crash'),
    sent: ['RegisterTaskDefinition', 'CreateDeployment', 'StopDeployment'],
    status: 'rolled-back',
    where: 'This run could not stop the deployment (codedeploy:StopDeployment)',
  }),
  'codedeploy:ContinueDeployment': () => ({
    scenario: webScenario(),
    before: (sandbox, pass) => {
      sendNow(sandbox, 'CreateDeployment', earlier);
      pass(150);
    },
    files: {
      'deploy.yml': volumeFile
        .slice(0, volumeFile.indexOf('volumes'))
        .replaceAll('worker', 'web')
        .replace('256', '256\n    portMappings: [{ containerPort: 80 }]'),
    },
    inputs: { cluster: 'shop', service: 'web', 'end-previous-wait': 'true' },
    sent: ['ContinueDeployment'],
    where: `arn:aws:codedeploy:us-east-1:${account}:deploymentgroup:Shop/Web`,
  }),
  'codedeploy:ListApplications': () => searched,
  'codedeploy:ListDeploymentGroups': () => searched,
  'codedeploy:BatchGetDeploymentGroups': () => searched,
};

type Row = readonly [action: BuiltAction, denied: string, without: Without];

const rows: readonly Row[] = (['ecs-update-service', 'bluegreen-deploy'] as const).flatMap((action) =>
  POLICIES[action]
    .filter(({ optional }) => optional)
    .flatMap(({ actions }) => actions)
    .filter((denied, at, all) => all.indexOf(denied) === at)
    .map((denied): Row => {
      const without = WITHOUT[denied];
      if (without === undefined)
        throw new Error(`${denied} is optional for ${action}: say here what becomes of a step without it.`);
      return [action, denied, without(action)];
    }),
);

/** The step, with the permission taken away once all else has happened. */
const stepOf = ([action, denied, without]: Row): Step => ({
  ...without,
  name: `${action} without ${denied}, which is optional`,
  action,
  before: (sandbox, pass) => {
    without.before?.(sandbox, pass);
    denyNow(sandbox, denied);
  },
});

/** Each permission that a deployment can do without, denied where it cannot: the step is refused. */
export const optionalPermissions: readonly BadInput[] = [
  ...rows.flatMap((row): BadInput[] => {
    const [, denied, without] = row;
    if (!('where' in without)) return [];
    const { sent, status, where } = without;
    return [
      {
        ...stepOf(row),
        ...(sent === undefined ? {} : { sent }),
        ...(status === undefined ? {} : { status }),
        where,
        what: `is not authorized to perform: ${denied} on resource: `,
        remedy: `Add this statement to the policy of the role that the job assumes: {"Effect":"Allow","Action":"${denied}","Resource":`,
      },
    ];
  }),
  {
    name: 'pin-images without ecr:BatchGetImage',
    before: (sandbox) => denyNow(sandbox, 'ecr:BatchGetImage'),
    inputs: { 'pin-images': 'true' },
    where: 'pin-images',
    what: 'cannot be read, so it cannot be pinned: ecr:BatchGetImage is not allowed.',
    remedy: `{"Effect":"Allow","Action":"ecr:BatchGetImage","Resource":"arn:aws:ecr:us-east-1:${account}:repository/reservation-sidekiq"}`,
  },
];

/** The same where a deployment ends well without it. */
export const warned: readonly Warned[] = [
  ...rows.flatMap((row): Warned[] => {
    const [, denied, without] = row;
    if ('where' in without || 'lacks' in without) return [];
    const { what, status } = without;
    return [{ ...stepOf(row), denied, what, status }];
  }),
  ...(['ecs:ListTasks', 'ecs:DescribeTasks'] as const).map((denied): Warned => ({
    name: `a deployment that is watched without ${denied}`,
    speed: 30,
    before: (sandbox) => denyNow(sandbox, denied),
    denied,
    what: 'Stopped tasks cannot be read, so a failure will not tell its cause.',
    status: 'deployed',
  })),
];

/** The same where a deployment fails, and its diagnosis lacks a line. */
export const undiagnosed: readonly Warned[] = rows.flatMap((row): Warned[] => {
  const [, denied, without] = row;
  if (!('lacks' in without)) return [];
  return [{ ...stepOf(row), denied, what: without.lacks, status: without.status }];
});
