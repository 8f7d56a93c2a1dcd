import { characters } from '../../chance.ts';
import type { World } from '../../world.ts';
import { readAppSpec } from './appspec.ts';
import { eventNames, type Deployment, type LifecycleEvent } from './state.ts';

/** What a new deployment is made of. */
export type DeploymentRequest = Pick<
  Deployment,
  'applicationName' | 'groupName' | 'configName' | 'creator' | 'content' | 'settings'
> &
  Partial<Pick<Deployment, 'description' | 'previousContent' | 'overrideAlarms'>>;

/** Writes a deployment down as Created, with its lifecycle events Pending. */
export function addDeployment(world: World, request: DeploymentRequest): Deployment {
  const deployment: Deployment = {
    ...request,
    id: `d-${characters(world.chance, 9, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789')}`,
    appSpec: readAppSpec(request.content),
    createdAt: world.now,
    updatedAt: world.now,
    status: 'Created',
    rollbackDue: false,
    events: pendingEvents(request),
    terminationWaitStarted: false,
  };
  world.codedeploy.deployments.push(deployment);
  return deployment;
}

/** The two events of test traffic are there only with a test listener. */
function pendingEvents({ settings }: DeploymentRequest): LifecycleEvent[] {
  const [pair] = settings.loadBalancerInfo.targetGroupPairInfoList ?? [];
  const tests = (pair?.testTrafficRoute?.listenerArns ?? []).length > 0;
  return eventNames
    .filter((name) => tests || !['AllowTestTraffic', 'AfterAllowTestTraffic'].includes(name))
    .map((name) => ({ name, status: 'Pending' }));
}
