import type { BadInput } from '../../support/bad-input.ts';
import { workerScenario } from '../../support/sandbox.ts';
import { blueGroup, greenGroup, productionRule, shiftScenario } from '../../support/shift.ts';

const PERCENT = 'with at most one decimal place.';
const percentages = ['canary-percent', 'linear-step-percent'].flatMap((input) =>
  ['-1', '0', '100.1', '12.55', '5pct', 'abc', '1e9'].map((given): BadInput => ({
    name: `${input}: ${given}`,
    inputs: { [input]: given },
    where: input,
    what: new RegExp(`"${given}" is not a number from [\\d.]+ to 100 ${PERCENT}`),
    remedy: 'Write it in digits, without unit, such as 12.5.',
  })),
);

const others = Object.entries({
  'canary-percent': ['LINEAR', '5'],
  'canary-bake-minutes': ['BLUE_GREEN', '5'],
  'linear-step-percent': ['CANARY', '5'],
  'linear-step-bake-minutes': ['ROLLING', '5'],
  'bake-minutes': ['ROLLING', '5'],
} as const).map(([input, [strategy, given]]): BadInput => ({
  name: `${input} with the strategy ${strategy}`,
  inputs: { strategy, [input]: given },
  where: input,
  what: new RegExp(`${input} is for the strategy .*, not for ${strategy}\\.`),
  remedy: 'Leave it out, or choose another strategy.',
}));

const worker = { cluster: 'shop', service: 'worker', 'task-definition': 'worker:1', image: '' };

/** Strategies and settings that a service cannot have, or that nothing could watch. */
export const strategies: readonly BadInput[] = [
  ...percentages,
  ...others,
  {
    name: 'strategy: CANARIES',
    inputs: { strategy: 'CANARIES' },
    where: 'strategy',
    what: '"CANARIES" is not one of the possible values.',
    remedy: 'Use ROLLING or BLUE_GREEN or LINEAR or CANARY.',
  },
  {
    name: 'an alarm whose name is too long',
    inputs: { alarms: `errors\n${'a'.repeat(256)}` },
    where: 'alarms',
    what: 'Line 2 is not the name of a CloudWatch alarm.',
    remedy: 'Write one a line, as in web-5xx.',
  },
  {
    name: 'a canary for a service that is not one',
    scenario: workerScenario(),
    inputs: { ...worker, 'canary-percent': '5' },
    where: 'canary-percent',
    what: 'canary-percent is for the strategy CANARY, not for ROLLING.',
    remedy: 'Leave it out, or choose another strategy.',
  },
  {
    name: 'a new strategy without a bake time',
    scenario: workerScenario(),
    inputs: { ...worker, strategy: 'BLUE_GREEN' },
    where: 'bake-minutes',
    what: 'needs a bake time.',
    remedy: 'Give bake-minutes; 0 for none.',
  },
  {
    name: 'a strategy with the controller CODE_DEPLOY',
    action: 'bluegreen-deploy',
    inputs: { strategy: 'CANARY' },
    where: 'strategy',
    what: 'strategy cannot be used with the controller CODE_DEPLOY.',
    remedy: 'Remove it: CodeDeploy shifts the traffic by the deployment configuration',
  },
  {
    name: 'stable-for with the controller CODE_DEPLOY',
    action: 'bluegreen-deploy',
    inputs: { 'stable-for': '30' },
    where: 'stable-for',
    what: 'stable-for cannot be used with the controller CODE_DEPLOY.',
    remedy: 'Remove it: use a hook or the wait times of the deployment group.',
  },
  {
    name: 'a production rule that somebody has reset to a target group without healthy targets',
    scenario: shiftScenario({
      configuration: 'strategy: BLUE_GREEN, bakeTimeInMinutes: 1',
      more: `ruleResets: [{ rule: '${productionRule}', targetGroupArn: '${greenGroup}' }]`,
    }),
    before: (_, pass) => pass(5),
    inputs: { ...worker, 'force-new-deployment': 'true' },
    where: 'service',
    what: `The production rule ${productionRule} sends traffic to ${greenGroup}, which has no healthy target`,
    remedy: `Let the rule forward to ${blueGroup} with all its weight, then run this job again.`,
  },
  ...['ecs:ListServiceDeployments', 'ecs:DescribeServiceDeployments'].map((denied): BadInput => ({
    name: `a strategy that shifts traffic, without ${denied}`,
    scenario: shiftScenario({
      configuration: 'strategy: BLUE_GREEN, bakeTimeInMinutes: 1',
      loadBalancer: false,
      more: `deny: ['${denied}']`,
    }),
    inputs: { ...worker, 'force-new-deployment': 'true' },
    where: 'service',
    what: 'is judged by its service deployment, which may not be read',
    remedy: new RegExp(`"Action":"${denied}"`),
  })),
];
