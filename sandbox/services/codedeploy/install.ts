import { AwsError } from '../../aws-error.ts';
import { uuid } from '../../chance.ts';
import type { World } from '../../world.ts';
import { runnableTaskDefinition } from '../ecs/find.ts';
import { checkContainers } from '../ecs/service-rules.ts';
import { countTasks } from '../ecs/service-view.ts';
import type { Service, ServiceSettings, TaskSet } from '../ecs/state.ts';
import { createTaskSet, drainTaskSet } from '../ecs/task-set.ts';
import type { AppSpec } from './appspec.ts';
import { fail } from './failure.ts';
import { serviceOfDeployment, taskSetOf } from './find.ts';
import { later } from './happening.ts';
import type { Deployment } from './state.ts';
import { routeOf, targetGroupOf } from './traffic.ts';

const second = 1000;
/** [?] How often CodeDeploy looks at the service. */
const interval = 5 * second;
const patience = 3600 * second;
/** [?] A rollback installs nothing; with this the traffic is back 23 s after an alarm, as was seen. */
const rollbackInstall = 12 * second;

/** Begins Install: a deployment waits for a steady service, a rollback has what it needs. */
export function install(world: World, deployment: Deployment): void {
  if (deployment.creator === 'user') later(world, deployment, second, { kind: 'look-at-install' });
  else later(world, deployment, rollbackInstall, { kind: 'end-event', event: 'Install' });
}

/**
 * Looks at the service. Before the replacement task set exists: creates it once the service is steady. After
 * that: ends Install once the set is steady, or fails after 60 minutes.
 */
export function lookAtInstall(world: World, deployment: Deployment): void {
  const service = serviceOfDeployment(world, deployment);
  if (service?.status !== 'ACTIVE' || service.controller !== 'CODE_DEPLOY') {
    // [?] The words.
    const message = 'The Amazon ECS service is not active or does not use the CODE_DEPLOY controller.';
    fail(world, deployment, { code: 'INVALID_ECS_SERVICE', message });
    return;
  }
  const green = taskSetOf(service, deployment.green);
  if (green?.stabilityStatus === 'STEADY_STATE') {
    later(world, deployment, 0, { kind: 'end-event', event: 'Install' });
    return;
  }
  if (isOverdue(world, deployment)) {
    const message =
      'The deployment timed out while waiting for the replacement task set to become healthy. ' +
      'This time out period is 60 minutes.';
    fail(world, deployment, { code: 'TIMEOUT', message });
    return;
  }
  if (deployment.green === undefined && isReady(world, service))
    createReplacement(world, deployment, service);
  later(world, deployment, interval, { kind: 'look-at-install' });
}

function isOverdue(world: World, { events }: Deployment): boolean {
  const startedAt = events.find(({ name }) => name === 'Install')?.startedAt ?? world.now;
  return world.now - startedAt >= patience;
}

/** Whether the PRIMARY task set alone is there, and has all its tasks. */
function isReady(world: World, service: Service): boolean {
  const primary = service.taskSets.find(({ status }) => status === 'PRIMARY');
  const others = service.taskSets.filter((taskSet) => taskSet !== primary);
  // [?] What an earlier deployment without rollback left behind is removed first.
  for (const other of others) if (other.status === 'ACTIVE') drainTaskSet(world, service, other);
  if (primary === undefined || others.length > 0) return false;
  const { running, pending } = countTasks(world, primary);
  const settled = primary.stabilityStatus === 'STEADY_STATE' && pending === 0;
  return settled && running === service.desiredCount;
}

function createReplacement(world: World, deployment: Deployment, service: Service): void {
  const blue = service.taskSets.find(({ status }) => status === 'PRIMARY');
  if (blue === undefined || deployment.appSpec === undefined) return;
  try {
    const settings = replacementSettings(world, deployment, { service, blue, appSpec: deployment.appSpec });
    checkContainers(world, settings);
    const green = createTaskSet(world, service, {
      settings,
      status: 'ACTIVE',
      startedBy: 'CODE_DEPLOY',
      externalId: deployment.id,
      scalePercent: 100,
    });
    deployment.blue = blue.id;
    deployment.green = green.id;
    deployment.updatedAt = world.now;
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    fail(world, deployment, { code: 'ECS_UPDATE_ERROR', message: refusedByEcs(world, error) });
  }
}

function replacementSettings(
  world: World,
  deployment: Deployment,
  {
    service,
    blue,
    appSpec,
  }: { readonly service: Service; readonly blue: TaskSet; readonly appSpec: AppSpec },
): ServiceSettings {
  const { targetGroups } = routeOf(world, deployment.settings.loadBalancerInfo);
  const idle = targetGroups.find(({ arn }) => arn !== targetGroupOf(blue));
  const { containerName, containerPort, platformVersion, network, capacityProviders } = appSpec;
  const { launchType, ...rest } = service.settings;
  return {
    ...rest,
    ...(capacityProviders === undefined
      ? { ...(launchType === undefined ? {} : { launchType }) }
      : { capacityProviderStrategy: [...capacityProviders] }),
    ...(platformVersion === undefined ? {} : { platformVersion }),
    ...(network === undefined ? {} : { networkConfiguration: { awsvpcConfiguration: network } }),
    taskDefinition: runnableTaskDefinition(world, appSpec.taskDefinition).arn,
    loadBalancers: [{ targetGroupArn: idle?.arn, containerName, containerPort }],
  };
}

const refusedByEcs = (world: World, { code, message, status }: AwsError): string =>
  `The ECS service cannot be updated due to an unexpected error: ${message} (Service: AmazonECS; ` +
  `Status Code: ${status}; Error Code: ${code}; Request ID: ${uuid(world.chance)}; Proxy: null). ` +
  'Check your ECS service status.';
