import type { LoadBalancer } from '@aws-sdk/client-ecs';
import type { World } from '../../world.ts';
import type { ListenerRule } from '../elasticloadbalancing/state.ts';
import { findRule, servingGroups, shareTraffic } from '../elasticloadbalancing/traffic.ts';
import { targetsOf } from './find.ts';
import type { Service, ServiceDeployment, ServiceSettings } from './state.ts';

const networking = 'Service deployment rolled back because of invalid networking configuration';

/** A load balancer of a service whose traffic ECS moves, with the rules it has in this world. */
interface Route {
  readonly balancer: LoadBalancer;
  readonly groups: readonly [string, string];
  readonly production: ListenerRule | undefined;
  readonly test: ListenerRule | undefined;
}

/** Whether ECS moves the traffic of a service. */
export const isRouted = ({ loadBalancers = [] }: ServiceSettings): boolean =>
  loadBalancers.some(({ advancedConfiguration }) => advancedConfiguration !== undefined);

/** Whether a service has a rule for test traffic. */
export const isTested = ({ loadBalancers = [] }: ServiceSettings): boolean =>
  loadBalancers.some(({ advancedConfiguration }) => advancedConfiguration?.testListenerRule !== undefined);

/**
 * The target groups that a new deployment's tasks are registered with, one for each load balancer: those that do
 * not serve, or `live` those that do. **The production listener rule tells which**: `targetGroupArn` and
 * `alternateTargetGroupArn` never swap.
 */
export function groupsFor(world: World, settings: ServiceSettings, which: 'live' | 'idle'): string[] {
  return (settings.loadBalancers ?? []).map((balancer) => {
    const route = routeOf(world, balancer);
    if (route === undefined) return balancer.targetGroupArn ?? '';
    const [target, alternate] = route.groups;
    const serving = route.production === undefined ? [] : servingGroups(route.production);
    const live = serving.includes(alternate) && !serving.includes(target) ? alternate : target;
    const idle = live === target ? alternate : target;
    return which === 'live' ? live : idle;
  });
}

/** Gives the target groups so much of the production traffic, in percent, and their partners the rest. */
export function shiftProduction(
  world: World,
  settings: ServiceSettings,
  to: { readonly groups: readonly string[]; readonly percent: number },
): void {
  for (const { production, groups } of routesOf(world, settings)) {
    if (production !== undefined)
      shareTraffic(production, { groups: chosenFirst(groups, to.groups), percent: to.percent });
  }
}

/** Gives the target groups all the test traffic. */
export function shiftTest(world: World, settings: ServiceSettings, chosen: readonly string[]): void {
  for (const { test, groups } of routesOf(world, settings)) {
    if (test !== undefined) shareTraffic(test, { groups: chosenFirst(groups, chosen), percent: 100 });
  }
}

/** Gives all the production traffic back to the deployment that completed last. */
export function returnTraffic(world: World, service: Service, { shift }: ServiceDeployment): void {
  const { lastCompleted } = service;
  if (shift?.productionWeight === undefined || lastCompleted === undefined) return;
  const groups = targetsOf(lastCompleted).map(({ targetGroupArn }) => targetGroupArn);
  if (shift.productionWeight > 0) shiftProduction(world, service.settings, { groups, percent: 100 });
  shift.productionWeight = 0;
}

/** What ECS finds wrong with the listener rules once a deployment has begun, as its statusReason. */
export function routingProblem(world: World, settings: ServiceSettings): string | undefined {
  return routesOf(world, settings)
    .map((route) => problemOf(route))
    .find((problem) => problem !== undefined);
}

/** Whether a load balancer needs a test rule that it does not have; unknown where its rule is not in this world. */
export function lacksTestRule(world: World, settings: Pick<ServiceSettings, 'loadBalancers'>): boolean {
  return routesOf(world, settings).some(
    ({ balancer, groups, production }) =>
      balancer.advancedConfiguration?.testListenerRule === undefined &&
      production !== undefined &&
      !groups.every((group) => production.forward.some(({ targetGroupArn }) => targetGroupArn === group)),
  );
}

// Developer guide, "Troubleshooting Amazon ECS blue/green deployments"; seen for rules that are gone.
function problemOf({ balancer, groups, production, test }: Route): string | undefined {
  if (production === undefined) return `${networking}. One or more rules not found`;
  const serving = servingGroups(production);
  const [target, alternate] = groups;
  if (serving.length > 1) {
    const rule = balancer.advancedConfiguration?.productionListenerRule ?? '';
    return (
      `${networking}. productionListenerRule ${rule} should have exactly one target group serving traffic ` +
      `but found ${serving.length} target groups which are serving traffic`
    );
  }
  const stranger = serving.find((group) => !groups.includes(group));
  if (stranger !== undefined) {
    return (
      `${networking}. Production listener rule is forwarding traffic to unexpected target group ${stranger}. ` +
      `Expected traffic to be forwarded to either targetGroupArn: ${target} or alternateTargetGroupArn: ${alternate}`
    );
  }
  const known = [production, test].flatMap((rule) =>
    rule?.forward.map(({ targetGroupArn }) => targetGroupArn),
  );
  const unknown = groups.find((group) => !known.includes(group));
  return unknown === undefined
    ? undefined
    : `${networking}: Target group ${unknown} is not associated with either productionListenerRule or testListenerRule.`;
}

function routesOf(
  world: World,
  { loadBalancers = [] }: Pick<ServiceSettings, 'loadBalancers'>,
): readonly Route[] {
  return loadBalancers.map((balancer) => routeOf(world, balancer)).filter((route) => route !== undefined);
}

function routeOf(world: World, balancer: LoadBalancer): Route | undefined {
  const { targetGroupArn = '', advancedConfiguration } = balancer;
  if (advancedConfiguration === undefined) return undefined;
  const {
    alternateTargetGroupArn = '',
    productionListenerRule = '',
    testListenerRule = '',
  } = advancedConfiguration;
  return {
    balancer,
    groups: [targetGroupArn, alternateTargetGroupArn],
    production: findRule(world.loadBalancing, productionListenerRule),
    test: findRule(world.loadBalancing, testListenerRule),
  };
}

function chosenFirst(
  [target, alternate]: readonly [string, string],
  chosen: readonly string[],
): [string, string] {
  return chosen.includes(alternate) ? [alternate, target] : [target, alternate];
}
