import { action as blueGreen } from '../../../src/actions/bluegreen-deploy/inputs.ts';
import { action as updateService } from '../../../src/actions/ecs-update-service/inputs.ts';
import type { ActionSpec } from '../../../src/inputs/schema.ts';
import type { BadInput } from '../../support/bad-input.ts';

const ACTIONS = [updateService, blueGreen] as const;

/** Inputs of a kind, each with the first action that has it: what the second shares needs no second run. */
function inputsOf(kind: RegExp): readonly (readonly [BadInput['action'], string])[] {
  const seen = new Set<string>();
  return ACTIONS.flatMap(({ name: action, inputs }) =>
    Object.entries<ActionSpec['inputs'][string]>(inputs).flatMap(([name, { type }]) => {
      if (!kind.test(type) || seen.has(name)) return [];
      seen.add(name);
      return [[action, name] as const];
    }),
  );
}

const MEANINGLESS_AT_ZERO = new Set(['wait-for-minutes', 'stop-after-failed-tasks', 'role-duration-seconds']);

const numbers = inputsOf(/^whole number/).flatMap(([action, input]) =>
  ['-1', '1.5', 'abc', '1e9', ...(MEANINGLESS_AT_ZERO.has(input) ? ['0'] : [])].map((given): BadInput => ({
    name: `${input}: ${given}`,
    ...(action === undefined ? {} : { action }),
    inputs: { [input]: given },
    where: input,
    what: `"${given}" is not a whole number from`,
    remedy: 'Write it in digits, without unit or decimal point.',
  })),
);

const booleans = inputsOf(/^true or false$/).flatMap(([action, input]) =>
  ['yess', '1', 'on'].map((given): BadInput => ({
    name: `${input}: ${given}`,
    ...(action === undefined ? {} : { action }),
    inputs: { [input]: given },
    where: input,
    what: `"${given}" is neither true nor false.`,
    remedy: 'Write true or false.',
  })),
);

const VOLUME = 'service-managed-ebs-volume';
const volumeMembers = ['sizeInGiB', 'iops', 'throughput', 'volumeInitializationRate'];
const volumes = volumeMembers.flatMap((member) =>
  Object.entries({
    '-1': `${member} is -1, not a number from`,
    '0': `${member} is 0, not a number from`,
    '1e9': `${member} is 1000000000, not a number from`,
    '1.5': `${member} must be a whole number`,
    abc: `${member} must be a whole number, not a text.`,
  }).map(([given, what]): BadInput => ({
    name: `${VOLUME} with ${member}: ${given}`,
    inputs: {
      [`${VOLUME}-name`]: 'data',
      [VOLUME]: [
        'roleArn: arn:aws:iam::123456789012:role/infrastructure',
        'volumeType: gp3',
        'snapshotId: snap-0123456789abcdef0',
        `${member}: ${given}`,
      ].join('\n'),
    },
    where: VOLUME,
    what,
    remedy: /Correct it|Write a whole number/,
  })),
);

/** One that each further render input cannot use. */
const rendered: readonly BadInput[] = [
  { input: 'secrets', given: 'TOKEN', what: 'Line 1 is not', remedy: 'Write' },
  { input: 'docker-labels', given: 'team', what: 'Line 1 is not', remedy: 'Write one' },
  { input: 'log-configuration-options', given: 'mode', what: 'Line 1 is not', remedy: 'Write one' },
  {
    input: 'log-configuration-log-driver',
    given: 'awslog',
    what: 'is not one of the possible',
    remedy: 'Use',
  },
  { input: 'env-files', given: 's3://settings/web.env', what: 'S3', remedy: 'arn:aws:s3:::settings/web.env' },
  { input: 'task-role-arn', given: 'web', what: 'IAM role', remedy: 'arn:aws:iam::123456789012:role/web' },
  {
    input: 'execution-role-arn',
    given: 'web',
    what: 'IAM role',
    remedy: 'arn:aws:iam::123456789012:role/web',
  },
  {
    input: 'command',
    given: '[a, { b: c }]',
    what: 'Item 2 of the list is not a text.',
    remedy: 'Put it in quotes',
  },
  { input: 'command', given: 'sh -c "exec web"', what: 'It has quotes', remedy: 'Write it as a list' },
].map(({ input, given, what, remedy }) => ({
  name: `${input}: ${given}`,
  inputs: { [input]: given },
  where: input,
  what,
  remedy,
}));

const CODEDEPLOY_INPUTS = ['appspec', 'application', 'deployment-group', 'deployment-description'];

/** What stands under `with:` of the step. */
export const inputs: readonly BadInput[] = [
  ...numbers,
  ...booleans,
  ...volumes,
  ...rendered,
  {
    name: 'stable-for that is longer than wait-for-minutes',
    inputs: { 'stable-for': '600', 'wait-for-minutes': '5' },
    where: 'stable-for',
    what: 'leaves no time for the deployment within wait-for-minutes: 5;',
    remedy: 'Raise wait-for-minutes, to 20 or more',
  },
  {
    name: 'an input that is misspelt',
    inputs: { servcie: 'sidekiq' },
    where: 'servcie',
    what: 'There is no input servcie.',
    remedy: 'Did you mean service?',
  },
  {
    name: 'an input called as what every object inherits',
    inputs: { constructor: 'x' },
    where: 'constructor',
    what: 'There is no input constructor.',
    remedy: 'Remove it: see the list in the README of this action.',
  },
  ...['service', 'task-definition'].map((input): BadInput => ({
    name: `no ${input}`,
    inputs: { [input]: '' },
    where: input,
    what: `The input ${input} is required.`,
    remedy: 'Give it under "with:" of the step.',
  })),
  {
    name: 'an input of blanks counts as not given',
    inputs: { service: ' \n' },
    where: 'service',
    what: 'The input service is required.',
    remedy: 'Give it under "with:" of the step.',
  },
  {
    name: 'an input of one-off tasks',
    inputs: { 'run-task': 'true' },
    where: 'run-task',
    what: 'The input run-task is not supported here.',
    remedy: 'Run one-off tasks in a step of their own, before this one.',
  },
  ...CODEDEPLOY_INPUTS.map((name): BadInput => ({
    name: `codedeploy-${name} with the action that updates services`,
    inputs: { [`codedeploy-${name}`]: 'x' },
    where: `codedeploy-${name}`,
    what: 'is not supported here.',
    remedy: 'use the action bluegreen-deploy.',
  })),
  {
    name: 'propagate-tags in lower case',
    inputs: { 'propagate-tags': 'service' },
    where: 'propagate-tags',
    what: '"service" is not one of the possible values.',
    remedy: 'Use SERVICE or TASK_DEFINITION or NONE.',
  },
  {
    name: 'a variable without a value',
    inputs: { 'environment-variables': 'A=1\nTOKEN' },
    where: 'environment-variables',
    what: 'Line 2 is not NAME=VALUE.',
    remedy: 'Write one NAME=VALUE a line.',
  },
  {
    name: 'a variable twice',
    inputs: { 'environment-variables': 'A=1\nA=2' },
    where: 'environment-variables',
    what: 'A is given twice (line 2).',
    remedy: 'Keep one of them.',
  },
  {
    name: 'an image that is no reference',
    inputs: { image: 'reservation sidekiq:v2' },
    where: 'ecs/sidekiq.yml:10',
    what: 'The image of container sidekiq is no reference to an image.',
    remedy: 'Write registry/repository:tag',
  },
  {
    name: 'an image for a registered revision',
    inputs: { 'task-definition': 'reservation-sidekiq:1' },
    where: 'image',
    what: 'image cannot be used with the registered revision reservation-sidekiq:1: nothing is registered.',
    remedy: 'Give a task definition file, or leave the input out.',
  },
];
