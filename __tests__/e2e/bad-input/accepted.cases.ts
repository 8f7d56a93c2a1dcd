import { definitionWith, type Step } from '../../support/bad-input.ts';
import { definitionOfBytes, tagLines } from './definitions.cases.ts';

const definition = {
  family: 'reservation-sidekiq',
  containerDefinitions: [{ name: 'sidekiq', image: 'public.ecr.aws/docker/library/ruby:3', memory: 64 }],
};
const json = JSON.stringify(definition, undefined, 2);
const file = (name: string, text: string): Readonly<Record<string, string>> => ({ [name]: text });
const dry = { 'dry-run': 'true' };

/** What looks strange and is right: each ends well, without a change. */
export const accepted: readonly Step[] = [
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
