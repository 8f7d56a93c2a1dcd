import type { ROLLBACK_INPUTS } from '../../../src/rollback/inputs.ts';
import { definitionWith, type Step } from '../../support/bad-input.ts';
import { definitionOfBytes, tagLines } from './definitions.cases.ts';

const definition = {
  family: 'reservation-sidekiq',
  containerDefinitions: [{ name: 'sidekiq', image: 'public.ecr.aws/docker/library/ruby:3', memory: 64 }],
};
const json = JSON.stringify(definition, undefined, 2);
const file = (name: string, text: string): Readonly<Record<string, string>> => ({ [name]: text });
const dry = { 'dry-run': 'true' };

/** A step that ends well, and what its log says of what was given. */
export interface Accepted extends Step {
  readonly said?: readonly string[];
}

/** Each strategy with values that it has, the least and the most among them. */
const strategies = Object.entries({
  ROLLING: { alarms: 'errors\nlatency' },
  BLUE_GREEN: { 'bake-minutes': '0' },
  LINEAR: { 'bake-minutes': '1440', 'linear-step-percent': '3', 'linear-step-bake-minutes': '0' },
  CANARY: { 'bake-minutes': '5', 'canary-percent': '0.1', 'canary-bake-minutes': '1440', alarms: 'errors' },
}).map(([strategy, settings]): Accepted => ({
  name: `strategy: ${strategy} with ${Object.keys(settings).join(', ')}`,
  inputs: { ...dry, strategy, ...settings },
  said: [
    ...(strategy === 'ROLLING' ? [] : [`strategy: ROLLING → ${strategy}`]),
    ...Object.entries(settings).map(
      ([input, given]: readonly [string, string]) => `${input}: none → ${given.split('\n').join(', ')}`,
    ),
  ],
}));

const percentages = Object.entries({ 'canary-percent': 'CANARY', 'linear-step-percent': 'LINEAR' }).flatMap(
  ([input, strategy]) =>
    ['12.5', '100', ...(strategy === 'CANARY' ? ['1.5'] : [])].map((given): Accepted => ({
      name: `${input}: ${given}`,
      inputs: { ...dry, strategy, 'bake-minutes': '1', [input]: given },
      said: [`${input}: none → ${given}`],
    })),
);

const rollback = { action: 'rollback', inputs: { ...dry, to: 'reservation-sidekiq:1' } } as const;

/** A rollback to what runs, with good values: the first of each choice, both ends of each number. */
const rollbacks = Object.entries({
  'when-in-progress': ['fail', 'wait', 'replace', 'join'],
  'wait-for-service-stability': ['True', 'FALSE'],
  'wait-for-minutes': ['1', '360'],
  'stop-after-failed-tasks': ['1', '1000'],
  'on-failure': ['rollback', 'leave'],
  'on-cancel': ['rollback', 'leave'],
  'suspend-scaling': ['none', 'in', 'all'],
  'max-retries': ['0', '20'],
  to: ['arn:aws:ecs:us-east-1:123456789012:task-definition/reservation-sidekiq:1'],
} satisfies { readonly [K in keyof typeof ROLLBACK_INPUTS]?: readonly string[] }).flatMap(([input, values]) =>
  values.map((given): Accepted => ({
    ...rollback,
    name: `rollback with ${input}: ${given}`,
    inputs: { ...rollback.inputs, [input]: given },
  })),
);

/** What looks strange and is right: each ends well, without a change. */
export const accepted: readonly Accepted[] = [
  ...strategies,
  ...percentages,
  ...rollbacks,
  { ...rollback, name: 'a rollback to the revision that runs' },
  {
    name: 'a registry that cannot be reached',
    inputs: { ...dry, 'max-retries': '0' },
    env: { AWS_ENDPOINT_URL_ECR: 'http://127.0.0.1:1' },
    said: ['reservation-sidekiq:v2 is in its repository is not known: ECONNREFUSED'],
  },
  { name: 'JSON with a byte order mark', files: file('deploy.json', `\uFEFF${json}`), inputs: dry },
  {
    name: 'YAML with a byte order mark',
    files: file('deploy.yml', `\uFEFF${definitionWith()}`),
    inputs: dry,
  },
  { name: 'JSON with CRLF', files: file('deploy.json', json.replaceAll('\n', '\r\n')), inputs: dry },
  {
    name: 'YAML with CRLF',
    files: file('deploy.yml', definitionWith().replaceAll('\n', '\r\n')),
    inputs: dry,
  },
  {
    name: 'JSON with comments and a trailing comma',
    files: file('deploy.json', `// ours\n${json.replace(/\}$/, ',}')}`),
    inputs: dry,
  },
  {
    name: 'anchors and merge keys',
    files: file(
      'deploy.yml',
      definitionWith(
        '    dockerLabels: &labels { team: booking }\n  - <<: { name: other, image: a, memory: 64 }\n    dockerLabels: *labels',
      ),
    ),
    inputs: dry,
  },
  {
    name: 'labels called as what every object inherits',
    files: file(
      'deploy.yml',
      definitionWith('    dockerLabels: { constructor: a, __proto__: b, toString: c }'),
    ),
    inputs: dry,
  },
  { name: '50 tags', files: file('deploy.yml', definitionWith(tagLines(50))), inputs: dry },
  { name: '65,536 bytes', files: file('deploy.yml', definitionOfBytes(65_536)), inputs: dry },
  {
    name: 'the answer of DescribeTaskDefinition with no tags',
    files: file('deploy.json', JSON.stringify({ taskDefinition: { ...definition, revision: 7 }, tags: [] })),
    inputs: dry,
  },
  ...['True', 'TRUE', 'true'].map((given): Step => ({
    name: `dry-run: ${given}`,
    inputs: { 'dry-run': given },
  })),
  ...['False', 'FALSE'].map((given): Step => ({
    name: `pin-images: ${given}`,
    inputs: { ...dry, 'pin-images': given },
  })),
  { name: 'desired-count: 0', inputs: { ...dry, 'desired-count': '0' } },
  { name: 'max-retries: 0', inputs: { ...dry, 'max-retries': '0' } },
  { name: 'stable-for: 0', inputs: { ...dry, 'stable-for': '0' } },
  {
    name: 'an input of aws-actions that does nothing here',
    inputs: { ...dry, 'wait-max-delay-seconds': '15' },
  },
  {
    name: 'a description of as many characters as fit',
    action: 'bluegreen-deploy',
    inputs: { ...dry, 'codedeploy-deployment-description': 'x'.repeat(331) },
  },
  { name: 'a region with blanks around it', inputs: dry, env: { AWS_REGION: ' us-east-1\n' } },
];
