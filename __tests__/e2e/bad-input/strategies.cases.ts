import { fillWithDeployments } from '../../support/past.ts';
import type { BadInput } from '../../support/bad-input.ts';
import { targetGroup, workerScenario } from '../../support/sandbox.ts';
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

const tooSmall: BadInput = {
  name: 'linear-step-percent: 1.5',
  inputs: { 'linear-step-percent': '1.5' },
  where: 'linear-step-percent',
  what: `"1.5" is not a number from 3 to 100 ${PERCENT}`,
  remedy: 'Write it in digits, without unit, such as 12.5.',
};

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

const SHIFTING = ['BLUE_GREEN', 'LINEAR', 'CANARY'] as const;

/** What stands in the way where ECS itself shifts the traffic, which both actions deploy. */
const shifting = SHIFTING.flatMap((strategy) =>
  (['ecs-update-service', 'bluegreen-deploy'] as const).flatMap((action): readonly BadInput[] => {
    const step = {
      action,
      scenario: shiftScenario({ configuration: `strategy: ${strategy}, bakeTimeInMinutes: 1` }),
      inputs: { ...worker, 'force-new-deployment': 'true' },
      where: 'service',
    };
    return [
      {
        ...step,
        name: `${action} by ${strategy} where the production rule leads to an empty target group`,
        before: ({ world }) => {
          const rules = world.loadBalancing.listeners.flatMap((listener) => listener.rules);
          const production = rules.find(({ arn }) => arn === productionRule);
          production?.forward.splice(0, Infinity, { targetGroupArn: greenGroup, weight: 100 });
        },
        what: `The production rule ${productionRule} sends traffic to ${greenGroup}, which has no healthy target; those of worker are in ${blueGroup}.`,
        remedy: `Let the rule forward to ${blueGroup} with all its weight, then run this job again.`,
      },
      {
        ...step,
        name: `${action} by ${strategy} beside five deployments that have not ended`,
        before: fillWithDeployments,
        what: '5 active deployments exist on worker, so ECS takes no other',
        remedy: 'Wait until old tasks have stopped',
      },
    ];
  }),
);

/** Strategies and settings that a service cannot have, or that nothing could watch. */
export const strategies: readonly BadInput[] = [
  ...percentages,
  tooSmall,
  ...shifting,
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
    name: 'a strategy that shifts traffic for a service that runs on each instance',
    scenario: workerScenario({ service: '    schedulingStrategy: DAEMON' }),
    inputs: { ...worker, strategy: 'LINEAR', 'bake-minutes': '1' },
    where: 'strategy',
    what: 'The service worker runs one task on each instance (DAEMON): it can only be deployed ROLLING.',
    remedy: 'Leave strategy out.',
  },
  {
    name: 'a strategy that shifts traffic for a load balancer with one target group',
    scenario: workerScenario({
      service: `    loadBalancers: [{ targetGroupArn: '${targetGroup}', containerName: worker, containerPort: 80 }]`,
    }),
    inputs: { ...worker, strategy: 'CANARY', 'bake-minutes': '1' },
    where: 'strategy',
    what: 'A load balancer of worker has no second target group and rule (advancedConfiguration)',
    remedy: 'Add it where the service is defined, or leave strategy out.',
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
