import type { Sandbox } from '../../../sandbox/sandbox.ts';
import type { BadInput } from '../../support/bad-input.ts';
import { sendNow } from '../../support/deployment.ts';
import { fillWithDeployments } from '../../support/past.ts';
import { targetGroup, workerScenario } from '../../support/sandbox.ts';

const shop = { cluster: 'shop', service: 'worker' };
const worker = { ...shop, 'task-definition': 'worker:1', image: '' };
const update = (sandbox: Sandbox): void =>
  sendNow(sandbox, 'UpdateService', { ...shop, forceNewDeployment: true });

/** A file of the service `worker` whose container has another name or no port. */
const workerFile = (name: string, more = ''): Readonly<Record<string, string>> => ({
  'deploy.yml': `family: worker
networkMode: awsvpc
containerDefinitions:
  - name: ${name}
    image: public.ecr.aws/docker/library/ruby:3
    memory: 256
${more}`,
});
const behindLoadBalancer = `    loadBalancers: [{ targetGroupArn: '${targetGroup}', containerName: worker, containerPort: 80 }]`;

/** Services, clusters and revisions that are not as the step takes them to be. */
export const services: readonly BadInput[] = [
  {
    name: 'a service that does not exist',
    inputs: { service: 'sidekick' },
    where: 'service',
    what: 'There is no service sidekick in cluster reservation in us-east-1 (MISSING).',
    remedy: 'Check the inputs service and cluster and the region',
  },
  {
    name: 'a cluster that does not exist',
    inputs: { cluster: 'reservations' },
    where: 'cluster',
    what: 'There is no cluster reservations in us-east-1.',
    remedy: 'Check the input cluster and the region',
  },
  {
    name: 'a cluster that is left out',
    inputs: { cluster: '' },
    where: 'cluster',
    what: 'There is no cluster default in us-east-1.',
    remedy: 'Check the input cluster and the region',
  },
  {
    name: 'a cluster that was deleted',
    before: ({ world }) => {
      for (const cluster of world.ecs.clusters) cluster.status = 'INACTIVE';
    },
    where: 'cluster',
    what: 'The cluster reservation in us-east-1 is INACTIVE: it was deleted.',
    remedy: 'Check the input cluster and the region, or create it again',
  },
  {
    name: 'a service of CodeDeploy that is being deleted',
    action: 'bluegreen-deploy',
    before: (sandbox) =>
      sendNow(sandbox, 'DeleteService', { cluster: 'reservation', service: 'api', force: true }),
    where: 'service',
    what: 'The service api in cluster reservation is DRAINING, not ACTIVE.',
    remedy: 'create it again where its resources are defined.',
  },
  {
    name: 'a service that is being deleted',
    before: (sandbox) =>
      sendNow(sandbox, 'DeleteService', { cluster: 'reservation', service: 'sidekiq', force: true }),
    where: 'service',
    what: 'The service sidekiq in cluster reservation is DRAINING, not ACTIVE.',
    remedy: 'create it again where its resources are defined.',
  },
  {
    name: 'a service that was deleted',
    before: ({ world }) => {
      for (const service of world.ecs.services) service.status = 'INACTIVE';
    },
    where: 'service',
    what: 'The service sidekiq in cluster reservation is INACTIVE, not ACTIVE.',
    remedy: 'create it again where its resources are defined.',
  },
  {
    name: 'a service of CodeDeploy that was deleted',
    action: 'bluegreen-deploy',
    before: ({ world }) => {
      for (const service of world.ecs.services) service.status = 'INACTIVE';
    },
    where: 'service',
    what: 'The service api in cluster reservation is INACTIVE, not ACTIVE.',
    remedy: 'create it again where its resources are defined.',
  },
  {
    name: 'a service of CodeDeploy and the action that updates services',
    inputs: { service: 'web', 'task-definition': 'reservation-web:1', image: '' },
    where: 'service',
    what: 'The service web is deployed by the controller CODE_DEPLOY.',
    remedy: 'Use the action bluegreen-deploy for this service.',
  },
  {
    name: 'a rolling service and the action of CodeDeploy',
    action: 'bluegreen-deploy',
    inputs: { service: 'sidekiq', 'task-definition': 'reservation-sidekiq:1', image: '' },
    where: 'service',
    what: 'The service sidekiq is deployed by the controller ECS with the strategy ROLLING.',
    remedy: 'Use the action ecs-update-service for this service.',
  },
  ...(['ecs-update-service', 'bluegreen-deploy'] as const).map((action): BadInput => ({
    name: `a service with the controller EXTERNAL and ${action}`,
    action,
    scenario: workerScenario({ service: '    deploymentController: { type: EXTERNAL }' }),
    inputs: worker,
    where: 'service',
    what: 'The service worker is deployed by the controller EXTERNAL.',
    remedy: 'no action can deploy it.',
  })),
  {
    name: 'a deployment in progress',
    scenario: workerScenario(),
    before: update,
    inputs: worker,
    where: 'service',
    what: /The deployment ecs-svc\/\d+ of worker:1 is in progress on the service worker\./,
    remedy: 'Wait for it to end, or stop it, then run this job again; when-in-progress can do either.',
  },
  {
    name: "a load balancer's container that is not in the file",
    scenario: workerScenario({ service: behindLoadBalancer }),
    files: workerFile('workers'),
    inputs: shop,
    where: 'deploy.yml:4',
    what: "The service's load balancer sends traffic to a container worker, which the task definition does not have.",
    remedy: 'Name the container worker (it has workers), or change the service first.',
  },
  {
    name: "a load balancer's port that is not in the file",
    scenario: workerScenario({ service: behindLoadBalancer }),
    files: workerFile('worker', '    portMappings: [{ containerPort: 8080 }]'),
    inputs: shop,
    where: 'deploy.yml:4',
    what: "The service's load balancer sends traffic to port 80 of container worker, which does not map it.",
    remedy: 'Add "containerPort": 80 to its portMappings (they have 8080), or change the service first.',
  },
  {
    name: 'a tag that nobody has pushed',
    inputs: { image: '123456789012.dkr.ecr.us-east-1.amazonaws.com/reservation-sidekiq:v22' },
    where: 'ecs/sidekiq.yml:10',
    what: 'reservation-sidekiq:v22 of container sidekiq is not in its repository.',
    remedy: 'Push it first, or correct the tag.',
  },
  {
    name: 'a repository that does not exist',
    inputs: { image: '123456789012.dkr.ecr.us-east-1.amazonaws.com/reservation-sidekick:v2' },
    where: 'ecs/sidekiq.yml:10',
    what: 'reservation-sidekick:v2 of container sidekiq is not in its repository.',
    remedy: 'Push it first, or correct the tag.',
  },
  {
    name: 'a revision that does not exist',
    inputs: { 'task-definition': 'reservation-sidekiq:9', image: '' },
    where: 'task-definition',
    what: 'There is no task definition reservation-sidekiq:9 in us-east-1.',
    remedy: 'Name a registered revision as family:revision or ARN, or give the path of a file.',
  },
  {
    name: 'a revision that was deregistered',
    scenario: workerScenario(),
    before: (sandbox) => sendNow(sandbox, 'DeregisterTaskDefinition', { taskDefinition: 'worker:1' }),
    inputs: worker,
    where: 'task-definition',
    what: 'The task definition worker:1 is INACTIVE, not ACTIVE.',
    remedy: 'Name a revision that is ACTIVE, or give the file.',
  },
  {
    name: 'percentages that let no task start and none stop',
    scenario: workerScenario({
      service: '    deploymentConfiguration: { minimumHealthyPercent: 100, maximumPercent: 100 }',
    }),
    inputs: worker,
    where: 'service',
    what: 'no task may stop and none may start, so a deployment cannot progress.',
    remedy: 'Raise maximumPercent or lower minimumHealthyPercent where the service is defined.',
  },
  {
    name: 'a count for a service that runs on each instance',
    scenario: workerScenario({ service: '    schedulingStrategy: DAEMON' }),
    inputs: { ...worker, 'desired-count': '2' },
    where: 'desired-count',
    what: 'runs one task on each instance (DAEMON): it has no count to set.',
    remedy: 'Remove desired-count.',
  },
  {
    name: 'a count outside the bounds of Application Auto Scaling',
    scenario: workerScenario({
      more: 'scalableTargets: [{ resourceId: service/shop/worker, min: 1, max: 3 }]',
    }),
    inputs: { ...worker, 'desired-count': '5' },
    where: 'desired-count',
    what: 'desired-count 5 is outside the bounds of Application Auto Scaling, 1 to 3',
    remedy: 'Remove desired-count, or change the bounds first.',
  },
  {
    name: 'a sixth deployment beside five that have not ended',
    scenario: workerScenario(),
    before: fillWithDeployments,
    files: workerFile('worker'),
    inputs: shop,
    where: 'service',
    what: '5 active deployments exist on worker, so ECS takes no other: each stays until all of its tasks have stopped.',
    remedy: 'Wait until old tasks have stopped',
  },
];
