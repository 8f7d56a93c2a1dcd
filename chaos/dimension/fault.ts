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

/** A disturbance of one of our calls, or of several. */
export function faultFrom(chance: Chance, { strategy }: ChaosScenario['service']): ChaosFault {
  const operation = pick(chance, strategy === 'rolling' ? rollingOperations : blueGreenOperations);
  const kind = pick(chance, faultKinds);
  const isMutation = /Register|Update|Create|Stop/.test(operation);
  return {
    operation,
    kind,
    after: isMutation ? pick(chance, [0, 0, 0, 1]) : pick(chance, [0, 2, 3, 4, 5, 8, 13, 21, 34, 55]),
    times: kind === 'expired-token' ? 1_000_000 : pick(chance, [1, 1, 2, 3, 8, 20]),
    seconds: pick(chance, [1, 2, 5, 10, 30]),
  };
}

/** What a deployment can do without, with a warning. */
export const optionalActions = ({ strategy }: ChaosScenario['service']): readonly string[] => [
  'ecs:ListTasks',
  'ecs:DescribeTasks',
  'ecr:BatchGetImage',
  ...(strategy === 'rolling'
    ? ['ecs:ListServiceDeployments', 'ecs:DescribeServiceDeployments']
    : ['codedeploy:StopDeployment']),
];
