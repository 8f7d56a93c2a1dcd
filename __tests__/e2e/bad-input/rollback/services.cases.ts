import type { BadInput, Step } from '../../../support/bad-input.ts';
import { webScenario } from '../../../support/blue-green.ts';
import { sendNow } from '../../../support/deployment.ts';
import { deployBoth, fillWithDeployments, registerNow, startSecond } from '../../../support/past.ts';
import { workerScenario } from '../../../support/sandbox.ts';
import { shiftScenario } from '../../../support/shift.ts';

const worker = { cluster: 'shop', service: 'worker' };
const web = { cluster: 'shop', service: 'web' };
const ofWorker = {
  scenario: workerScenario(),
  before: deployBoth('worker'),
  inputs: worker,
} as const satisfies Partial<Step>;
const ofWeb = {
  scenario: webScenario(),
  before: deployBoth('web'),
  inputs: web,
} as const satisfies Partial<Step>;

const row = (
  step: Partial<Step>,
  says: Omit<BadInput, keyof Partial<Step>> & { readonly name: string },
): BadInput => ({
  ...step,
  ...says,
  name: `rollback of ${says.name}`,
  action: 'rollback',
});

/** The same, and then something else happens. */
const then = (step: Partial<Step>, happens: NonNullable<Step['before']>): Partial<Step> => ({
  ...step,
  before: (sandbox, pass) => {
    step.before?.(sandbox, pass);
    happens(sandbox, pass);
  },
});

/** A service for which this step and AWS do not fit each other, whatever the revision is. */
const unfit: readonly BadInput[] = [
  ...(['DRAINING', 'INACTIVE'] as const).map((status) =>
    row(
      then(ofWorker, ({ world }) => {
        for (const service of world.ecs.services) service.status = status;
      }),
      {
        name: `a service that is ${status}`,
        where: 'service',
        what: `The service worker in cluster shop is ${status}, not ACTIVE.`,
        remedy: 'create it again where its resources are defined.',
      },
    ),
  ),
  row(
    then(ofWeb, ({ world }) => {
      for (const service of world.ecs.services) service.status = 'INACTIVE';
    }),
    {
      name: 'a service of CodeDeploy that was deleted',
      where: 'service',
      what: 'The service web in cluster shop is INACTIVE, not ACTIVE.',
      remedy: 'create it again where its resources are defined.',
    },
  ),
  row(
    then(ofWorker, ({ world }) => {
      for (const cluster of world.ecs.clusters) cluster.status = 'INACTIVE';
    }),
    {
      name: 'a service in a cluster that was deleted',
      where: 'cluster',
      what: 'The cluster shop in us-east-1 is INACTIVE: it was deleted.',
      remedy: 'Check the input cluster and the region, or create it again',
    },
  ),
  ...[worker, { ...worker, to: 'worker:1' }].map((inputs) =>
    row(
      { scenario: workerScenario({ service: '    deploymentController: { type: EXTERNAL }' }), inputs },
      {
        name: `a service with the controller EXTERNAL${'to' in inputs ? ', to a revision' : ''}`,
        where: 'service',
        what: 'The service worker is deployed by the controller EXTERNAL.',
        remedy: 'no action can deploy it.',
      },
    ),
  ),
  row(
    {
      scenario: workerScenario({
        service: '    deploymentConfiguration: { minimumHealthyPercent: 100, maximumPercent: 100 }',
      }),
      before: (sandbox) => registerNow(sandbox, 'worker', 'v2'),
      inputs: { ...worker, to: 'worker:2' },
    },
    {
      name: 'a service whose percentages let no task start and none stop',
      where: 'service',
      what: 'no task may stop and none may start, so a deployment cannot progress.',
      remedy: 'Raise maximumPercent or lower minimumHealthyPercent where the service is defined.',
    },
  ),
  row(then(ofWorker, fillWithDeployments), {
    name: 'a service with five active deployments',
    where: 'service',
    what: '5 active deployments exist on worker, so ECS takes no other',
    remedy: 'Wait until old tasks have stopped',
  }),
  row(
    {
      scenario: shiftScenario({ configuration: 'strategy: BLUE_GREEN, bakeTimeInMinutes: 0' }),
      inputs: worker,
      before: (sandbox, pass) => {
        deployBoth('worker')(sandbox, pass);
        const rules = sandbox.world.loadBalancing.listeners.flatMap((listener) => listener.rules);
        for (const { forward } of rules)
          for (const group of forward) group.weight = group.weight > 0 ? 0 : 100;
      },
    },
    {
      name: 'a service whose production rule was set back to the empty target group',
      where: 'service',
      what: 'which has no healthy target; those of worker are in',
      remedy: 'with all its weight, then run this job again.',
    },
  ),
  row(
    { ...ofWorker, inputs: { cluster: 'shop', service: 'worker, workers' }, speed: 60 },
    {
      name: 'two services of which one does not exist',
      sent: ['UpdateService'],
      where: 'workers was not deployed',
      what: '1 of 2 services were not rolled back. failed: workers',
      remedy: 'Check the inputs service and cluster and the region',
    },
  ),
];

/** What there is to return to. */
const revisions: readonly BadInput[] = [
  ...Object.entries({ worker: ofWorker, web: ofWeb }).flatMap(([family, { before, ...step }]) => [
    row(step, {
      name: `${family}, of which nothing was deployed before`,
      where: 'to',
      what: `AWS knows no revision that was deployed successfully to ${family} before ${family}:1: there is nothing to return to.`,
      remedy: `Name the revision with to. Those that are registered are listed by \`aws ecs list-task-definitions --family-prefix ${family}`,
    }),
    row(
      { ...step, before, inputs: { ...step.inputs, to: `${family}:9` } },
      {
        name: `${family} to a revision that does not exist`,
        where: 'to',
        what: `There is no task definition ${family}:9 in us-east-1.`,
        remedy: 'Name a registered revision',
      },
    ),
    row(
      then({ ...step, before, inputs: { ...step.inputs, to: `${family}:1` } }, (sandbox) =>
        sendNow(sandbox, 'DeregisterTaskDefinition', { taskDefinition: `${family}:1` }),
      ),
      {
        name: `${family} to a revision that was deregistered`,
        where: 'to',
        what: `${family}:1 is INACTIVE, not ACTIVE.`,
        remedy: 'Name another revision, which is ACTIVE, with to.',
      },
    ),
    row(
      then({ ...step, before }, (sandbox) =>
        sendNow(sandbox, 'DeregisterTaskDefinition', { taskDefinition: `${family}:1` }),
      ),
      {
        name: `${family}, whose revision before was deregistered`,
        where: 'to',
        what: `${family}:1 is INACTIVE, not ACTIVE.`,
        remedy: 'Name another revision, which is ACTIVE, with to.',
      },
    ),
    row(
      then({ ...step, before }, ({ world }) => {
        for (const { images } of world.ecr.repositories)
          images.splice(0, Infinity, ...images.filter(({ tags }) => !tags.includes('v1')));
      }),
      {
        name: `${family}, whose image before was deleted`,
        where: `${family}:v1 of container ${family}`,
        what: 'is not in its repository.',
        remedy: 'Push it again, or name another revision with to.',
      },
    ),
    row(
      {
        ...step,
        before: (sandbox) => startSecond(sandbox, family === 'web' ? 'web' : 'worker'),
        inputs: { ...step.inputs, to: `${family}:1`, 'when-in-progress': 'fail' },
      },
      {
        name: `${family}, on which a deployment is in progress, with when-in-progress: fail`,
        where: 'service',
        what: `is in progress on the service ${family}.`,
        remedy: /Wait for it( to end)?, or stop it, then run this job again/,
      },
    ),
    row(
      {
        ...step,
        before: (sandbox) => startSecond(sandbox, family === 'web' ? 'web' : 'worker'),
        inputs: { ...step.inputs, to: `${family}:1`, 'when-in-progress': 'join' },
      },
      {
        name: `${family}, on which another revision is deployed, with when-in-progress: join`,
        where: 'service',
        what: 'It deploys another revision than this run, so that it cannot be joined.',
        remedy: /Wait for it( to end)?, or stop it, then run this job again/,
      },
    ),
  ]),
  row(
    {
      scenario: webScenario(),
      before: (sandbox) => registerNow(sandbox, 'web', 'v2'),
      inputs: { ...web, to: 'worker:1' },
    },
    {
      name: 'a service to a family that does not exist',
      where: 'to',
      what: 'There is no task definition worker:1 in us-east-1.',
      remedy: 'Name a registered revision',
    },
  ),
  row(
    { inputs: { service: 'api', to: 'reservation-sidekiq:1' } },
    {
      name: "a service to a revision without the load balancer's container",
      where: 'to',
      what: "The service's load balancer sends traffic to a container api, which the task definition does not have.",
      remedy: 'Name the container api, or change the service first.',
    },
  ),
];

/** Applications and groups that the history of a service is to be in. */
const groups: readonly BadInput[] = [
  row(
    then(ofWeb, ({ world }) => {
      world.codedeploy.applications.length = 0;
    }),
    {
      name: 'a service that no deployment group deploys any more',
      where: 'codedeploy-deployment-group',
      what: 'No CodeDeploy deployment group deploys shop/web.',
      remedy: 'Name it with codedeploy-application and codedeploy-deployment-group',
    },
  ),
  row(
    {
      inputs: {
        service: 'api',
        'codedeploy-application': 'AppECS-reservation-web',
        'codedeploy-deployment-group': 'DgpECS-reservation-web',
      },
    },
    {
      name: 'a service by the deployment group of another',
      where: 'codedeploy-deployment-group',
      what: 'The deployment group DgpECS-reservation-web deploys reservation/web, not reservation/api.',
      remedy: 'Name the group of this service, or leave codedeploy-application and',
    },
  ),
];

/** Services, revisions and deployment groups that a rollback takes to be there. */
export const rollbackServices: readonly BadInput[] = [...unfit, ...revisions, ...groups];
