import type { BadInput } from '../../support/bad-input.ts';
import { webScenario } from '../../support/blue-green.ts';
import { sendNow } from '../../support/deployment.ts';
import { webDeployment } from '../../support/past.ts';

const action = 'bluegreen-deploy';
const web = { cluster: 'shop', service: 'web', 'task-definition': 'web:1', image: '' };

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
];
