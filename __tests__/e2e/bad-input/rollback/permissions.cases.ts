import { POLICIES } from '../../../../src/deploy/policy.ts';
import type { BadInput, Step, Warned } from '../../../support/bad-input.ts';
import { groupOf, webScenario } from '../../../support/blue-green.ts';
import { denyNow, sendNow } from '../../../support/deployment.ts';
import { deployBoth, registerNow, webDeployment } from '../../../support/past.ts';
import { targetGroup, workerScenario } from '../../../support/sandbox.ts';
import { lambdaHook, shiftScenario } from '../../../support/shift.ts';
import { unread, type Without, withoutEach } from '../without.ts';

const arn = (service: string, rest: string): string => `arn:aws:${service}:us-east-1:123456789012:${rest}`;
const service = arn('ecs', 'service/shop/worker');
const group = arn('codedeploy', 'deploymentgroup:Shop/Web');
const application = arn('codedeploy', 'application:Shop');
const creating = ['CreateDeployment'];

type Family = 'worker' | 'web';
// The step would wait in real time, however fast the sandbox's passes.
const inputsOf = (family: Family): Readonly<Record<string, string>> => ({
  cluster: 'shop',
  service: family,
  'stable-for': '0',
});

/** A service that has a revision to return to. */
const returning = (family: Family): Omit<Step, 'name'> => ({
  scenario: family === 'web' ? webScenario() : workerScenario(),
  before: deployBoth(family),
  inputs: inputsOf(family),
});

/** What IAM is asked about, of which service, and what was sent by then. */
interface Denial {
  readonly family: Family;
  readonly resource: string;
  /** True where the resource ends with a number that AWS has chosen. */
  readonly isNumbered?: true;
  /** The last one is refused, unless a deployment is watched already. */
  readonly sent?: readonly string[];
  readonly inputs?: Readonly<Record<string, string>>;
  readonly watched?: true;
}

const DENIALS: Readonly<Record<string, Denial>> = {
  'ecs:DescribeServices': { family: 'worker', resource: service },
  'ecs:UpdateService': { family: 'worker', resource: service, sent: ['UpdateService'] },
  'ecs:ListServiceDeployments': { family: 'worker', resource: service },
  'ecs:DescribeServiceRevisions': {
    family: 'worker',
    resource: arn('ecs', 'service-revision/shop/worker/'),
    isNumbered: true,
  },
  'ecs:DescribeTaskDefinition': { family: 'worker', resource: '*' },
  'codedeploy:GetDeploymentGroup': {
    family: 'web',
    resource: group,
    inputs: { 'codedeploy-application': 'Shop', 'codedeploy-deployment-group': 'Web' },
  },
  'codedeploy:ListDeployments': { family: 'web', resource: group },
  'codedeploy:GetDeployment': { family: 'web', resource: group },
  'codedeploy:GetApplicationRevision': { family: 'web', resource: application },
  'codedeploy:CreateDeployment': { family: 'web', resource: group, sent: creating },
  'codedeploy:RegisterApplicationRevision': { family: 'web', resource: application, sent: creating },
  'codedeploy:GetDeploymentConfig': {
    family: 'web',
    resource: arn('codedeploy', 'deploymentconfig:CodeDeployDefault.ECSAllAtOnce'),
    sent: creating,
  },
  'codedeploy:BatchGetDeploymentTargets': { family: 'web', resource: group, sent: creating, watched: true },
};

/** Each call that a rollback cannot do without, denied. */
const required: readonly BadInput[] = POLICIES.rollback
  .filter(({ optional }) => !optional)
  .flatMap(({ actions }) => actions)
  .map((denied) => {
    const denial = DENIALS[denied];
    if (denial === undefined)
      throw new Error(`${denied} is required by rollback: say here when it is called.`);
    const { family, resource, isNumbered, inputs, sent, watched } = denial;
    const step = returning(family);
    const line = JSON.stringify({ Effect: 'Allow', Action: denied, Resource: resource });
    return {
      ...step,
      name: `rollback without ${denied}`,
      action: 'rollback',
      inputs: { ...step.inputs, ...inputs },
      before: (sandbox, pass) => {
        step.before?.(sandbox, pass);
        denyNow(sandbox, denied);
      },
      ...(sent === undefined ? {} : { sent }),
      ...(watched === undefined ? {} : { status: 'unknown' }),
      where: resource,
      what: `is not authorized to perform: ${denied} on resource: ${resource}`,
      remedy: isNumbered === true ? line.slice(0, -'"}'.length) : line,
    };
  });

/** A return to a revision that does not start, however often: its tag says how. */
const failing = (family: Family, tag: string, scenario = returning(family).scenario): Omit<Step, 'name'> => ({
  ...(scenario === undefined ? {} : { scenario }),
  before: (sandbox) => registerNow(sandbox, family, tag),
  inputs: { ...inputsOf(family), to: `${family}:2` },
});

const dry = (family: Family): Omit<Step, 'name'> => ({
  ...failing(family, 'v2'),
  inputs: { ...inputsOf(family), to: `${family}:2`, 'dry-run': 'true' },
});

const balanced = `    loadBalancers: [{ targetGroupArn: '${targetGroup}', containerName: worker, containerPort: 80 }]
    deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true } }`;

const scaling = 'scalableTargets: [{ resourceId: service/shop/worker, min: 1, max: 9 }]';

/** A rollback of a service that scales, from which it is kept. */
const suspending: Omit<Step, 'name'> = {
  ...returning('worker'),
  scenario: workerScenario({ more: scaling }),
  inputs: { ...inputsOf('worker'), 'suspend-scaling': 'in' },
};

const unreadTasks: Without = {
  ...returning('worker'),
  inputs: { ...inputsOf('worker'), to: 'worker:2', 'dry-run': 'true' },
  status: 'unchanged',
  what: 'Which images its tasks run cannot be read, so image-verified is unknown',
};

/** No deployment has made its task set, and the console's names are not those of this group. */
const searched: Without = {
  scenario: webScenario(),
  inputs: inputsOf('web'),
  where: 'web was not deployed',
};

const WITHOUT: Readonly<Record<string, () => Without>> = {
  'ecs:ListTasks': () => unreadTasks,
  'ecs:DescribeTasks': () => unreadTasks,
  'ecr:BatchGetImage': () => ({
    ...dry('worker'),
    status: 'unchanged',
    what: 'Whether the image is in its repository, and whether its tag has moved, cannot be read.',
  }),
  'ecs:DescribeServiceDeployments': () => ({
    ...returning('worker'),
    speed: 30,
    status: 'deployed',
    what: 'The service deployment cannot be read, so the deployments of the service alone decide.',
  }),
  // The breaker rolls back: this run leaves it to that.
  'ecs:StopServiceDeployment': () => ({
    ...failing('worker', 'fault-crash'),
    inputs: { ...inputsOf('worker'), to: 'worker:2', 'stop-after-failed-tasks': '1' },
    speed: 20,
    sent: ['UpdateService', 'StopServiceDeployment'],
    status: 'rolled-back',
    where: 'This run could not stop the deployment (ecs:StopServiceDeployment)',
  }),
  'elasticloadbalancing:DescribeRules': () => ({
    ...dry('worker'),
    scenario: shiftScenario({ configuration: 'strategy: BLUE_GREEN, bakeTimeInMinutes: 1' }),
    status: 'unchanged',
    what: 'Whether the production rule sends its traffic to healthy targets was not checked.',
  }),
  'codedeploy:StopDeployment': () => ({
    ...failing('web', 'fault-crash'),
    speed: 200,
    sent: ['CreateDeployment', 'StopDeployment'],
    status: 'rolled-back',
    where: 'This run could not stop the deployment (codedeploy:StopDeployment)',
  }),
  'codedeploy:ContinueDeployment': () => ({
    ...returning('web'),
    before: (sandbox, pass) => {
      registerNow(sandbox, 'web', 'v3');
      deployBoth('web')(sandbox, pass);
      sendNow(sandbox, 'CreateDeployment', webDeployment('web:2'));
      pass(150);
    },
    inputs: { ...inputsOf('web'), to: 'web:1' },
    sent: ['ContinueDeployment'],
    where: group,
  }),
  'codedeploy:ListApplications': () => searched,
  'codedeploy:ListDeploymentGroups': () => searched,
  'codedeploy:BatchGetDeploymentGroups': () => searched,
  'application-autoscaling:DescribeScalableTargets': () => ({
    ...suspending,
    where: 'worker was not deployed',
  }),
  'application-autoscaling:RegisterScalableTarget': () => ({
    ...suspending,
    sent: ['TagResource', 'RegisterScalableTarget', 'UntagResource'],
    where: 'was not deployed',
  }),
  'application-autoscaling:TagResource': () => ({
    ...suspending,
    sent: ['TagResource'],
    where: 'was not deployed',
  }),
  // The tags are read where something is suspended already.
  'application-autoscaling:ListTagsForResource': () => ({
    ...suspending,
    before: (sandbox, pass) => {
      deployBoth('worker')(sandbox, pass);
      for (const target of sandbox.world.autoscaling.scalableTargets)
        target.suspended = { in: false, out: true, scheduled: false };
    },
    where: 'was not deployed',
  }),
  'application-autoscaling:UntagResource': () => ({
    ...suspending,
    speed: 40,
    status: 'deployed',
    what: 'the tag ecs-deploy-toolkit:suspended-from on its scalable target could not be taken away',
  }),
  'logs:GetLogEvents': () =>
    unread('The last lines of the log are not shown', { ...failing('worker', 'fault-crash'), speed: 200 }),
  'logs:DescribeLogStreams': () =>
    unread(
      'The log of the hook is not shown',
      failing(
        'worker',
        'v2',
        shiftScenario({
          configuration: `strategy: BLUE_GREEN, bakeTimeInMinutes: 0, lifecycleHooks: [${lambdaHook('check', 'PRE_SCALE_UP')}]`,
          loadBalancer: false,
          more: 'lifecycleHooks: [{ function: check, result: fail }]',
        }),
      ),
    ),
  'elasticloadbalancing:DescribeTargetHealth': () =>
    unread(
      'The health of the targets is not shown',
      failing('worker', 'fault-unhealthy', workerScenario({ service: balanced })),
    ),
  'ecr:DescribeImages': () =>
    unread('The tags of the repository are not shown', {
      ...failing('worker', 'v22'),
      before: (sandbox) => {
        registerNow(sandbox, 'worker', 'v22');
        denyNow(sandbox, 'ecr:BatchGetImage');
      },
      speed: 200,
    }),
  'cloudwatch:DescribeAlarms': () =>
    unread('Metric and threshold of the alarm are not shown', {
      ...failing(
        'web',
        'v2',
        webScenario({ group: groupOf('alarms: [errors]'), more: 'alarms: [{ name: errors, at: 30 }]' }),
      ),
    }),
  'application-autoscaling:DescribeScalingActivities': () =>
    unread('What scaled the service meanwhile is not shown', {
      ...failing(
        'worker',
        'fault-crash',
        workerScenario({
          more: `${scaling}
scalings: [{ resourceId: service/shop/worker, afterSeconds: 20, desiredCount: 3, policy: busy }]`,
        }),
      ),
      speed: 200,
    }),
};

const optional = withoutEach('rollback', WITHOUT);

/** Permissions without which a service is not rolled back. */
export const rollbackPermissions: readonly BadInput[] = [...required, ...optional.refused];

/** Those without which it is, with a warning. */
export const rollbackWarned: readonly Warned[] = optional.warned;

/** Those that only a diagnosis asks for. */
export const rollbackUndiagnosed: readonly Warned[] = optional.undiagnosed;
