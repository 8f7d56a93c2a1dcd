import type { BadInput } from '../../support/bad-input.ts';
import { webScenario } from '../../support/blue-green.ts';
import { sendNow } from '../../support/deployment.ts';
import { webDeployment } from '../../support/past.ts';

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

/** Another revision of the same service. */
const webDefinition = {
  'deploy.yml': `family: web
networkMode: awsvpc
containerDefinitions:
  - name: web
    image: public.ecr.aws/docker/library/ruby:3
    memory: 256
    portMappings: [{ containerPort: 80 }]
`,
};

/** An earlier deployment, as the console would start it. */
export const earlier = webDeployment('web:1');

/** Applications, groups, AppSpecs and descriptions that CodeDeploy would not take. */
export const codeDeploy: readonly BadInput[] = [
  {
    name: 'an application that does not exist',
    action,
    inputs: { 'codedeploy-application': 'Reservation' },
    where: 'codedeploy-application',
    what: 'There is no deployment group DgpECS-reservation-api (the default name; none was given) in the CodeDeploy application Reservation.',
    remedy: 'Check codedeploy-application and codedeploy-deployment-group and the region',
  },
  {
    name: 'a deployment group that does not exist',
    action,
    scenario: webScenario(),
    inputs: { ...web, 'codedeploy-application': 'Shop', 'codedeploy-deployment-group': 'Webb' },
    where: 'codedeploy-deployment-group',
    what: 'There is no deployment group Webb in the CodeDeploy application Shop.',
    remedy: 'or leave both out to find them by the service.',
  },
  {
    name: 'an application and a deployment group that do not exist',
    action,
    scenario: webScenario(),
    inputs: { ...web, 'codedeploy-application': 'Shops', 'codedeploy-deployment-group': 'Web' },
    where: 'codedeploy-deployment-group',
    what: 'There is no deployment group Web in the CodeDeploy application Shops.',
    remedy: 'or leave both out to find them by the service.',
  },
  {
    name: 'an application that is left out beside a deployment group',
    action,
    scenario: webScenario(),
    inputs: { ...web, 'codedeploy-deployment-group': 'Web' },
    where: 'codedeploy-deployment-group',
    what: 'There is no deployment group Web in the CodeDeploy application AppECS-shop-web.',
    remedy: 'or leave both out to find them by the service.',
  },
  {
    name: 'an application that was deleted since it deployed the service',
    action,
    scenario: webScenario(),
    before: (sandbox, pass) => {
      sendNow(sandbox, 'CreateDeployment', earlier);
      pass(3_600);
      sandbox.world.codedeploy.applications.length = 0;
    },
    inputs: web,
    where: 'codedeploy-deployment-group',
    what: 'No CodeDeploy deployment group deploys shop/web.',
    remedy: 'Name it with codedeploy-application and codedeploy-deployment-group',
  },
  {
    name: 'a deployment group without a service of ECS',
    action,
    scenario: webScenario(),
    before: ({ world }) => {
      for (const { groups } of world.codedeploy.applications)
        for (const group of groups) group.settings = { ...group.settings, ecsServices: [] };
    },
    inputs: { ...web, 'codedeploy-application': 'Shop', 'codedeploy-deployment-group': 'Web' },
    where: 'codedeploy-deployment-group',
    what: 'The deployment group Web deploys no service of ECS',
    remedy: 'Name the group of this service, or leave codedeploy-application and',
  },
  {
    name: 'a deployment by CodeDeploy that only waits to terminate the old task set',
    action,
    scenario: webScenario(),
    before: (sandbox, pass) => {
      sendNow(sandbox, 'CreateDeployment', earlier);
      pass(150);
    },
    files: webDefinition,
    inputs: { ...web, 'task-definition': 'deploy.yml' },
    where: 'service',
    what: /has shifted all traffic and waits at most \d more minutes to terminate the old task set/,
    remedy: 'Wait, or set end-previous-wait to true',
  },
  {
    name: 'a deployment group of another service',
    action,
    inputs: {
      'codedeploy-application': 'AppECS-reservation-web',
      'codedeploy-deployment-group': 'DgpECS-reservation-web',
    },
    where: 'codedeploy-deployment-group',
    what: 'The deployment group DgpECS-reservation-web deploys reservation/web, not reservation/api.',
    remedy: 'Name the group of this service, or leave codedeploy-application and',
  },
  {
    name: 'a service that no deployment group deploys',
    action,
    scenario: webScenario(),
    before: ({ world }) => {
      world.codedeploy.applications.length = 0;
    },
    inputs: web,
    where: 'codedeploy-deployment-group',
    what: 'No CodeDeploy deployment group deploys shop/web.',
    remedy: 'Name it with codedeploy-application and codedeploy-deployment-group',
  },
  {
    name: 'a deployment by CodeDeploy in progress',
    action,
    scenario: webScenario(),
    before: (sandbox) => sendNow(sandbox, 'CreateDeployment', earlier),
    inputs: web,
    where: 'service',
    what: /The deployment d-[A-Z0-9]+( of web:1)? is in progress on the service web\./,
    remedy: 'Wait for it, or stop it, then run this job again; when-in-progress can do either.',
  },
  {
    name: "a container of CodeDeploy's load balancer that is not in the file",
    action,
    scenario: webScenario(),
    files: { 'deploy.yml': webDefinition['deploy.yml'].replace('name: web', 'name: www') },
    inputs: { ...web, 'task-definition': 'deploy.yml' },
    where: 'deploy.yml:4',
    what: "The service's load balancer sends traffic to a container web, which the task definition does not have.",
    remedy: 'Name the container web, or change the service first.',
  },
  {
    name: "a port of CodeDeploy's load balancer that is not in the file",
    action,
    scenario: webScenario(),
    files: {
      'deploy.yml': webDefinition['deploy.yml'].replace('containerPort: 80', 'containerPort: 8080'),
    },
    inputs: { ...web, 'task-definition': 'deploy.yml' },
    where: 'deploy.yml:4',
    what: "The service's load balancer sends traffic to port 80 of container web, which does not map it.",
    remedy: 'Add "containerPort": 80 to its portMappings (they have 8080), or change the service first.',
  },
  {
    name: 'a deployment configuration that does not exist',
    action,
    inputs: {
      'codedeploy-deployment-config': 'CodeDeployDefault.ECSAllAtOne',
    },
    where: 'codedeploy-deployment-config',
    what: 'There is no deployment configuration CodeDeployDefault.ECSAllAtOne in CodeDeploy.',
    remedy: 'Name one of this account and region',
  },
  ...Object.entries({
    'desired-count': '2',
    'propagate-tags': 'SERVICE',
    'force-new-deployment': 'true',
    'enable-ecs-managed-tags': 'false',
  }).map(([input, given]): BadInput => ({
    name: `${input} with CodeDeploy`,
    action,
    inputs: { [input]: given },
    where: input,
    what: `${input} cannot be used with the controller CODE_DEPLOY.`,
    remedy: /Change the count on the service itself|Set it on the service|Remove it/,
  })),
  {
    name: 'a description of more than 512 characters',
    action,
    inputs: { 'codedeploy-deployment-description': 'x'.repeat(513) },
    where: 'codedeploy-deployment-description',
    what: /The description has 513 characters; .* in the 512 that CodeDeploy takes\./,
    remedy: 'Shorten it.',
  },
  {
    name: 'an AppSpec file that is not there',
    action,
    inputs: { 'codedeploy-appspec': 'appspec.yml' },
    where: 'codedeploy-appspec',
    what: 'The file appspec.yml does not exist.',
    remedy: 'Check the path, which starts at the root of the checkout',
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
