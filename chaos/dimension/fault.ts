import type { Chance } from '../../sandbox/chance.ts';
import { faultKinds } from '../../sandbox/faults/fault.ts';
import { pick } from '../draw.ts';
import type { ChaosFault, ChaosScenario } from '../scenario.ts';

const reads = [
  'ecs:DescribeServices',
  'ecs:DescribeServices',
  'ecs:ListTasks',
  'ecs:DescribeTasks',
  'ecs:DescribeTaskDefinition',
  'ecr:BatchGetImage',
  '*',
];
const rollingOperations = [
  ...reads,
  'ecs:RegisterTaskDefinition',
  'ecs:UpdateService',
  'ecs:UpdateService',
  'ecs:ListServiceDeployments',
  'ecs:DescribeServiceDeployments',
];
const blueGreenOperations = [
  ...reads,
  'ecs:RegisterTaskDefinition',
  'codedeploy:CreateDeployment',
  'codedeploy:CreateDeployment',
  'codedeploy:GetDeployment',
  'codedeploy:GetDeployment',
  'codedeploy:BatchGetDeploymentTargets',
  'codedeploy:ListDeployments',
  'codedeploy:StopDeployment',
];

type Subject = Pick<ChaosScenario, 'service' | 'scaling'>;

const scalingOperations = [
  'application-autoscaling:DescribeScalableTargets',
  'application-autoscaling:RegisterScalableTarget',
  'application-autoscaling:TagResource',
  'application-autoscaling:UntagResource',
];

const operationsOf = ({ service, scaling }: Subject): readonly string[] => [
  ...(service.strategy === 'rolling' ? rollingOperations : blueGreenOperations),
  ...(scaling.asked === undefined ? [] : scalingOperations),
];

/** A disturbance of one of our calls, or of several. */
export function faultFrom(chance: Chance, scenario: Subject): ChaosFault {
  const operation = pick(chance, operationsOf(scenario));
  const kind = pick(chance, faultKinds);
  const isMutation = /Register|Update|Create|Stop|Tag/.test(operation);
  return {
    operation,
    kind,
    after: isMutation ? pick(chance, [0, 0, 0, 1]) : pick(chance, [0, 2, 3, 4, 5, 8, 13, 21, 34, 55]),
    times: kind === 'expired-token' ? 1_000_000 : pick(chance, [1, 1, 2, 3, 8, 20]),
    seconds: pick(chance, [1, 2, 5, 10, 30]),
  };
}

/** What a deployment can do without, with a warning, or is refused without. */
export const optionalActions = ({ service, scaling }: Subject): readonly string[] => [
  'ecs:ListTasks',
  'ecs:DescribeTasks',
  'ecr:BatchGetImage',
  ...(service.strategy === 'rolling'
    ? ['ecs:ListServiceDeployments', 'ecs:DescribeServiceDeployments']
    : ['codedeploy:StopDeployment']),
  ...(scaling.asked === undefined ? [] : scalingOperations),
];
