import type { LoadBalancerInfo } from '@aws-sdk/client-codedeploy';
import type { World } from '../../world.ts';
import { promoteTaskSet } from '../ecs/task-set.ts';
import type { TaskSet } from '../ecs/state.ts';
import type { ListenerRule, TargetGroup } from '../elasticloadbalancing/state.ts';
import { configOf, shiftsOf } from './config.ts';
import { serviceOfDeployment, taskSetOf } from './find.ts';
import { later } from './happening.ts';
import type { Deployment } from './state.ts';

/** Where a group's traffic comes in, and the two target groups it is shared between. */
export interface Route {
  readonly targetGroups: readonly TargetGroup[];
  readonly production: readonly string[];
  readonly test: readonly string[];
}

/** What the load balancer information of a group or a deployment means in this world. */
export function routeOf(world: World, { targetGroupPairInfoList = [] }: LoadBalancerInfo): Route {
  const [pair] = targetGroupPairInfoList;
  const names = (pair?.targetGroups ?? []).map(({ name }) => name);
  return {
    targetGroups: world.loadBalancing.targetGroups.filter(({ name }) => names.includes(name)),
    production: pair?.prodTrafficRoute?.listenerArns ?? [],
    test: pair?.testTrafficRoute?.listenerArns ?? [],
  };
}

/** The task set that is to get the traffic: the new one, or under a rollback the one before. */
export const destination = (deployment: Deployment): string | undefined =>
  deployment.creator === 'user' ? deployment.green : deployment.blue;

/** Schedules the steps of AllowTraffic, as the deployment's configuration has them. */
export function planShifts(world: World, deployment: Deployment): void {
  for (const { after, weight } of shiftsOf(configOf(world, deployment.configName).routing)) {
    later(world, deployment, 300 + after, { kind: 'shift-traffic', weight });
  }
}

/** Gives the destination so much of the production traffic; with all of it, its task set becomes PRIMARY. */
export function shiftTraffic(world: World, deployment: Deployment, weight: number): void {
  const service = serviceOfDeployment(world, deployment);
  const taskSet = service && taskSetOf(service, destination(deployment));
  deployment.updatedAt = world.now;
  if (service !== undefined && taskSet !== undefined) {
    const route = routeOf(world, deployment.settings.loadBalancerInfo);
    forward(world, { listeners: route.production, route, taskSet, weight });
    if (weight === 100 && taskSet.status !== 'PRIMARY') promoteTaskSet(world, service, taskSet);
  }
  if (weight === 100) later(world, deployment, 440, { kind: 'end-event', event: 'AllowTraffic' });
}

/** Sends all test traffic to the replacement. */
export function shiftTestTraffic(world: World, deployment: Deployment): void {
  const service = serviceOfDeployment(world, deployment);
  const taskSet = service && taskSetOf(service, destination(deployment));
  if (taskSet === undefined) return;
  const route = routeOf(world, deployment.settings.loadBalancerInfo);
  forward(world, { listeners: route.test, route, taskSet, weight: 100 });
}

/** The share of the production traffic that a target group gets, in percent. */
export function trafficWeight(world: World, deployment: Deployment, targetGroupArn: string): number {
  const route = routeOf(world, deployment.settings.loadBalancerInfo);
  const [rule] = rulesOf(world, route, route.production);
  const total = (rule?.forward ?? []).reduce((sum, { weight }) => sum + weight, 0);
  const share = rule?.forward.find((target) => target.targetGroupArn === targetGroupArn)?.weight ?? 0;
  return total === 0 ? 0 : (100 * share) / total;
}

/** The target group that the tasks of a task set are registered with. */
export const targetGroupOf = ({ settings }: TaskSet): string =>
  settings.loadBalancers?.[0]?.targetGroupArn ?? '';

function forward(
  world: World,
  to: {
    readonly listeners: readonly string[];
    readonly route: Route;
    readonly taskSet: TaskSet;
    readonly weight: number;
  },
): void {
  const chosen = targetGroupOf(to.taskSet);
  for (const rule of rulesOf(world, to.route, to.listeners)) {
    rule.forward = to.route.targetGroups.map(({ arn }) => ({
      targetGroupArn: arn,
      weight: arn === chosen ? to.weight : 100 - to.weight,
    }));
  }
}

/** The rules of the listeners that share traffic between the target groups of the pair. */
function rulesOf(world: World, route: Route, listeners: readonly string[]): readonly ListenerRule[] {
  const pair = new Set(route.targetGroups.map(({ arn }) => arn));
  return world.loadBalancing.listeners
    .filter(({ arn }) => listeners.includes(arn))
    .flatMap(({ rules }) => rules)
    .filter((rule) => rule.forward.some(({ targetGroupArn }) => pair.has(targetGroupArn)));
}
