import { POLICIES } from '../../../src/deploy/policy.ts';
import type { ActionName } from '../../../src/deploy/request.ts';
import type { BadInput } from '../../support/bad-input.ts';
import { denyNow } from '../../support/deployment.ts';

const arn = (service: string, rest: string): string => `arn:aws:${service}:us-east-1:123456789012:${rest}`;
const service = (action: ActionName): string =>
  arn('ecs', `service/reservation/${action === 'bluegreen-deploy' ? 'api' : 'sidekiq'}`);
const family = (action: ActionName): string =>
  `reservation-${action === 'bluegreen-deploy' ? 'api' : 'sidekiq'}`;
const group = arn('codedeploy', 'deploymentgroup:AppECS-reservation-api/DgpECS-reservation-api');

/** When a call is made first, and what IAM is asked about. */
interface Denial {
  readonly resource: (action: ActionName) => string;
  /** What was sent until then; the last one is refused, unless a deployment is watched already. */
  readonly sent?: readonly string[];
  readonly inputs?: Readonly<Record<string, string>>;
  readonly watched?: true;
}

const anything = (): string => '*';
const registering = ['RegisterTaskDefinition'];
const creating = [...registering, 'CreateDeployment'];
const application = (): string => arn('codedeploy', 'application:AppECS-reservation-api');

const DENIALS: Readonly<Record<string, Denial>> = {
  'ecs:DescribeServices': { resource: service },
  'ecs:DescribeTaskDefinition': { resource: anything },
  'ecs:RegisterTaskDefinition': { resource: anything, sent: registering },
  'ecs:TagResource': {
    resource: (action) => arn('ecs', `task-definition/${family(action)}:*`),
    sent: registering,
  },
  'iam:PassRole': {
    resource: () => 'arn:aws:iam::123456789012:role/reservation-execution',
    sent: registering,
  },
  'ecs:UpdateService': { resource: service, sent: [...registering, 'UpdateService'] },
  'codedeploy:CreateDeployment': { resource: () => group, sent: creating },
  'codedeploy:GetDeployment': { resource: () => group, sent: creating, watched: true },
  'codedeploy:GetDeploymentGroup': {
    resource: () => group,
    inputs: {
      'codedeploy-application': 'AppECS-reservation-api',
      'codedeploy-deployment-group': 'DgpECS-reservation-api',
    },
  },
  'codedeploy:BatchGetDeploymentTargets': { resource: () => group, sent: creating, watched: true },
  'codedeploy:RegisterApplicationRevision': { resource: application, sent: creating },
  'codedeploy:GetApplicationRevision': { resource: application, sent: creating },
  'codedeploy:GetDeploymentConfig': {
    resource: () => arn('codedeploy', 'deploymentconfig:CodeDeployDefault.ECSAllAtOnce'),
    sent: creating,
  },
};

/** Each call that a deployment cannot do without, denied: the rows follow the policies that the docs give. */
export const permissions: readonly BadInput[] = (['ecs-update-service', 'bluegreen-deploy'] as const).flatMap(
  (action) =>
    POLICIES[action]
      .filter(({ optional }) => !optional)
      .flatMap(({ actions }) => actions)
      .map((denied) => row(action, denied)),
);

function row(action: ActionName, denied: string): BadInput {
  const denial = DENIALS[denied];
  if (denial === undefined)
    throw new Error(`${denied} is required by ${action}: say here when it is called.`);
  const resource = denial.resource(action);
  return {
    name: `${action} without ${denied}`,
    action,
    before: (sandbox) => denyNow(sandbox, denied),
    ...(denial.inputs === undefined ? {} : { inputs: denial.inputs }),
    ...(denial.sent === undefined ? {} : { sent: denial.sent }),
    ...(denial.watched === undefined ? {} : { status: 'unknown' }),
    where: resource,
    what: `is not authorized to perform: ${denied} on resource: ${resource}`,
    remedy: JSON.stringify({ Effect: 'Allow', Action: denied, Resource: resource }),
  };
}
