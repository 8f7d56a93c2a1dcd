import type { ROLLBACK_INPUTS } from '../../../../src/rollback/inputs.ts';
import type { BadInput } from '../../../support/bad-input.ts';
import { webScenario } from '../../../support/blue-green.ts';
import { deployBoth } from '../../../support/past.ts';

type Input = keyof typeof ROLLBACK_INPUTS;

/** A value that an input cannot have, and what is said of it. */
interface Wrong extends Pick<BadInput, 'what' | 'remedy' | 'scenario' | 'before'> {
  readonly given: string;
  readonly with?: Readonly<Record<string, string>>;
  /** What the error names, where that is not the input. */
  readonly where?: string;
}

const numbers = (...more: readonly string[]): readonly Wrong[] =>
  ['-1', '1.5', 'abc', '1e9', ...more].map((given) => ({
    given,
    what: `"${given}" is not a whole number from`,
    remedy: 'Write it in digits, without unit or decimal point.',
  }));

const booleans: readonly Wrong[] = ['yess', '1', 'on'].map((given) => ({
  given,
  what: `"${given}" is neither true nor false.`,
  remedy: 'Write true or false.',
}));

const choices = (...words: readonly string[]): readonly Wrong[] =>
  ['never', words[0]?.toUpperCase() ?? ''].map((given) => ({
    given,
    what: `"${given}" is not one of the possible values.`,
    remedy: `Use ${words.join(' or ')}.`,
  }));

const web = { cluster: 'shop', service: 'web' };
const two = { service: 'sidekiq, api' };
const forOne = (input: string, given: string): Wrong => ({
  given,
  with: two,
  what: `${input} is for one service, and 2 are named.`,
  remedy: 'Leave it out, or roll the services back in steps of their own.',
});

/** Every input of the action: the type asks for each. */
const WRONG: Readonly<Record<Input, readonly Wrong[]>> = {
  service: [
    { given: '', what: 'The input service is required.', remedy: 'Give it under "with:" of the step.' },
    { given: ' \n', what: 'The input service is required.', remedy: 'Give it under "with:" of the step.' },
    { given: ',\n,', what: 'It names nothing.', remedy: 'Write one name a line.' },
    { given: 'sidekiq, api\nsidekiq', what: 'sidekiq is named twice.', remedy: 'Name each once.' },
    {
      given: 'sidekick',
      what: 'There is no service sidekick in cluster reservation in us-east-1 (MISSING).',
      remedy: 'Check the inputs service and cluster and the region',
    },
  ],
  cluster: [
    {
      given: '',
      what: 'There is no cluster default in us-east-1.',
      remedy: 'Check the input cluster and the region',
    },
    {
      given: 'reservations',
      what: 'There is no cluster reservations in us-east-1.',
      remedy: 'Check the input cluster and the region',
    },
  ],
  to: [
    ...['reservation-sidekiq', '41', 'ecs/sidekiq.yml', 'reservation-sidekiq:latest'].map((given) => ({
      given,
      what: `"${given}" is not a registered revision.`,
      remedy: 'Write it as in reservation-web:41.',
    })),
    forOne('to', 'reservation-sidekiq:1'),
  ],
  'when-in-progress': choices('fail', 'wait', 'replace', 'join'),
  'wait-for-service-stability': booleans,
  'wait-for-minutes': numbers('0', '361'),
  'stable-for': [
    ...numbers('3601'),
    {
      given: '600',
      with: { 'wait-for-minutes': '5' },
      what: 'stable-for: 600 (seconds) leaves no time for the deployment within wait-for-minutes: 5',
      remedy: 'Raise wait-for-minutes, to 20 or more',
    },
    {
      given: '30',
      with: { service: 'api', to: 'reservation-api:1' },
      what: 'stable-for cannot be used with the controller CODE_DEPLOY.',
      remedy: 'Remove it',
    },
  ],
  'stop-after-failed-tasks': numbers('0', '1001'),
  'on-failure': choices('rollback', 'leave'),
  'on-cancel': choices('leave', 'rollback'),
  'suspend-scaling': choices('none', 'in', 'all'),
  'codedeploy-application': [
    forOne('codedeploy-application', 'AppECS-reservation-api'),
    {
      given: 'Shops',
      scenario: webScenario(),
      with: { ...web, 'codedeploy-deployment-group': 'Web' },
      where: 'codedeploy-deployment-group',
      what: 'There is no deployment group Web in the CodeDeploy application Shops.',
      remedy: 'or leave both out to find them by the service.',
    },
  ],
  'codedeploy-deployment-group': [
    forOne('codedeploy-deployment-group', 'DgpECS-reservation-api'),
    {
      given: 'Webb',
      scenario: webScenario(),
      with: { ...web, 'codedeploy-application': 'Shop' },
      what: 'There is no deployment group Webb in the CodeDeploy application Shop.',
      remedy: 'or leave both out to find them by the service.',
    },
  ],
  'codedeploy-deployment-description': [
    {
      given: 'x'.repeat(513),
      what: /The description has 513 characters; .* in the 512 that CodeDeploy takes\./,
      remedy: 'Shorten it.',
    },
  ],
  'codedeploy-deployment-config': [
    {
      given: 'CodeDeployDefault.ECSAllAtOne',
      scenario: webScenario(),
      before: deployBoth('web'),
      with: web,
      what: 'There is no deployment configuration CodeDeployDefault.ECSAllAtOne in CodeDeploy.',
      remedy: 'Name one of this account and region',
    },
  ],
  'role-to-assume': [
    {
      given: 'deployer',
      what: '"deployer" is not the ARN of an IAM role.',
      remedy: 'Write it as in arn:aws:iam::123456789012:role/deployer.',
    },
    {
      given: 'arn:aws:iam::123456789012:role/deployer',
      what: 'The job has no right to ask GitHub for an OIDC token',
      remedy: 'Give the job "permissions:" with "id-token: write"',
    },
  ],
  'role-session-name': [
    {
      given: 'my deploy',
      what: '"my deploy" is not the name of a session',
      remedy: 'Write it as in deploy-web.',
    },
    {
      given: 'deploy',
      what: 'role-session-name is given, but no role to assume.',
      remedy: 'Give role-to-assume too, or leave role-session-name out.',
    },
  ],
  'role-duration-seconds': numbers('0', '899', '43201'),
  'dry-run': booleans,
  'max-retries': numbers('21'),
};

const asGiven = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : JSON.stringify(text));

/** What stands under `with:` of a step that rolls back. */
export const rollbackInputs: readonly BadInput[] = [
  ...Object.entries(WRONG).flatMap(([input, values]) =>
    values.map(({ given, with: beside, where, ...says }): BadInput => ({
      ...says,
      name: `rollback with ${input}: ${asGiven(given)}${beside === undefined ? '' : ` beside ${Object.keys(beside).join(', ')}`}`,
      action: 'rollback',
      inputs: { ...beside, [input]: given },
      where: where ?? input,
    })),
  ),
  {
    name: 'rollback with an input that is misspelt',
    action: 'rollback',
    inputs: { servcie: 'sidekiq' },
    where: 'servcie',
    what: 'There is no input servcie.',
    remedy: 'Did you mean service?',
  },
  {
    name: 'rollback with the input services',
    action: 'rollback',
    inputs: { services: 'sidekiq' },
    where: 'services',
    what: 'There is no input services.',
    remedy: 'Did you mean service?',
  },
  {
    name: 'rollback with a file',
    action: 'rollback',
    inputs: { 'task-definition': 'ecs/sidekiq.yml' },
    where: 'task-definition',
    what: 'The input task-definition is not supported here.',
    remedy: 'Name the revision to return to with to; a file is deployed by the deploy actions.',
  },
];
