import type { BadInput } from '../../support/bad-input.ts';
import { webScenario } from '../../support/blue-green.ts';

const action = 'bluegreen-deploy';
const web = { cluster: 'shop', service: 'web', 'task-definition': 'web:1', image: '' };

const LOAD_BALANCER = `        LoadBalancerInfo:
          ContainerName: web
          ContainerPort: 80
`;

/** An AppSpec as people write it, with another text in one place. */
function appSpec(name: string, change: readonly [string, string], says: Says): BadInput {
  const text = `version: 0.0
Resources:
  - TargetService:
      Type: AWS::ECS::Service
      Properties:
        TaskDefinition: <TASK_DEFINITION>
${LOAD_BALANCER}Hooks:
  - BeforeInstall: check
`;
  return {
    name: `an AppSpec ${name}`,
    action,
    scenario: webScenario(),
    files: { 'appspec.yml': text.replace(...change) },
    inputs: { ...web, 'codedeploy-appspec': 'appspec.yml' },
    what: says.what,
    remedy: says.remedy,
    where: 'line' in says ? `appspec.yml:${says.line}` : 'codedeploy-appspec',
  };
}

type Says = Pick<BadInput, 'what' | 'remedy'> & { readonly line?: number };

/** AppSpecs that cannot be read, or that are none for this service. */
export const appSpecs: readonly BadInput[] = [
  {
    name: 'an AppSpec file that is not there',
    action,
    inputs: { 'codedeploy-appspec': 'appspec.yml' },
    where: 'codedeploy-appspec',
    what: 'The file appspec.yml does not exist.',
    remedy: 'Check the path, which starts at the root of the checkout',
  },
  ...Object.entries<readonly [string | Uint8Array, Pick<BadInput, 'where' | 'what' | 'remedy'>]>({
    'is empty': ['', { where: 'appspec.yml:1', what: 'The file is empty.', remedy: 'Write the definition' }],
    'has 10 MB': [
      new Uint8Array(10_000_000).fill(35),
      {
        where: 'codedeploy-appspec',
        what: 'The file appspec.yml has 10000000 bytes, more than the 1000000 that are read.',
        remedy: 'Check that this is the file that is meant.',
      },
    ],
    'is UTF-16': [
      Buffer.from('\uFEFFversion: 0.0', 'utf16le'),
      { where: 'appspec.yml:1', what: 'The file is not UTF-8 text.', remedy: 'Save it as UTF-8' },
    ],
    'is a list': [
      '- version: 0.0\n',
      {
        where: 'appspec.yml:1',
        what: 'The file must hold an object with named members, not a list.',
        remedy: 'Begin with names and values',
      },
    ],
    'has a key twice': [
      'version: 0.0\nversion: 0.0\n',
      {
        where: 'appspec.yml:2',
        what: 'version comes twice in the same object: first in line 1.',
        remedy: 'Keep one of the two.',
      },
    ],
  }).map(([name, [content, says]]): BadInput => ({
    ...says,
    name: `an AppSpec that ${name}`,
    action,
    scenario: webScenario(),
    files: { 'appspec.yml': content },
    inputs: { ...web, 'codedeploy-appspec': 'appspec.yml' },
  })),
  {
    name: 'an AppSpec that is a directory',
    action,
    inputs: { 'codedeploy-appspec': 'ecs' },
    where: 'codedeploy-appspec',
    what: 'The file ecs is a directory.',
    remedy: 'Name a file in it.',
  },
  appSpec('with two resources', ['Hooks:', '  - TargetService: {}\nHooks:'], {
    line: 3,
    what: 'Resources must hold exactly one resource: the service.',
    remedy: 'Write one item, TargetService, with Type and Properties.',
  }),
  appSpec('without LoadBalancerInfo', [LOAD_BALANCER, ''], {
    line: 6,
    what: 'Resources[0].TargetService.Properties.LoadBalancerInfo is missing.',
    remedy: 'Write an object here.',
  }),
  appSpec('with a hook twice', ['check\n', 'check\n  - BeforeInstall: again\n'], {
    line: 12,
    what: 'BeforeInstall has two hooks: the first in line 11.',
    remedy: 'Keep one function for each event.',
  }),
  appSpec('with a hook that there is not', ['BeforeInstall', 'BeforeInstal'], {
    line: 11,
    what: 'BeforeInstal is no event that can have a hook.',
    remedy: 'Did you mean BeforeInstall?',
  }),
  appSpec('of another version', ['version: 0.0', 'version: 1.0'], {
    line: 1,
    what: 'version must be 0.0.',
    remedy: 'Write version: 0.0.',
  }),
  appSpec('of another platform', ['AWS::ECS::Service', 'AWS::Lambda::Function'], {
    line: 4,
    what: 'Type cannot be "AWS::Lambda::Function".',
    remedy: 'Known values: AWS::ECS::Service.',
  }),
  appSpec('with an unknown property', ['TaskDefinition:', 'TaskDefinitions:'], {
    line: 6,
    what: 'TaskDefinitions is no member of an AppSpec for ECS.',
    remedy: 'Did you mean TaskDefinition?',
  }),
  appSpec('with a port as text', ['ContainerPort: 80', 'ContainerPort: http'], {
    line: 9,
    what: 'ContainerPort must be a whole number, not a text.',
    remedy: 'Write a whole number here.',
  }),
  appSpec('with a container that the revision does not have', ['ContainerName: web', 'ContainerName: www'], {
    what: 'The AppSpec sends traffic to a container www, which the task definition does not have.',
    remedy: 'Name the container www',
  }),
  appSpec('with a port that the revision does not map', ['ContainerPort: 80', 'ContainerPort: 81'], {
    what: 'The AppSpec sends traffic to port 81 of container web, which does not map it.',
    remedy: 'Add "containerPort": 81 to its portMappings (they have 80), or change the service first.',
  }),
  appSpec('that is no YAML', ['version: 0.0', '\tversion: 0.0'], {
    line: 1,
    what: 'The line is indented with a tab.',
    remedy: 'Indent YAML with spaces.',
  }),
  appSpec('with a placeholder that has no value', ['check', '${{ vars.hook }}'], {
    line: 11,
    what: 'No value is given for the placeholder vars.hook.',
    remedy: 'Known names:',
  }),
];
