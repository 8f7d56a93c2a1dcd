import type {
  CreateServiceRequest,
  DeploymentConfiguration,
  DeploymentLifecycleHook,
  DeploymentLifecycleHookStage,
  DeploymentStrategy,
} from '@aws-sdk/client-ecs';
import type { World } from '../../world.ts';
import { ecsErrors } from './errors.ts';
import type { ServiceSettings, StrategySettings } from './state.ts';
import { lacksTestRule } from './traffic.ts';

const strategies: readonly DeploymentStrategy[] = ['ROLLING', 'BLUE_GREEN', 'LINEAR', 'CANARY'];

/** The lifecycle stages that hooks may have. */
export const hookStages: readonly DeploymentLifecycleHookStage[] = [
  'RECONCILE_SERVICE',
  'PRE_SCALE_UP',
  'POST_SCALE_UP',
  'TEST_TRAFFIC_SHIFT',
  'POST_TEST_TRAFFIC_SHIFT',
  'PRE_PRODUCTION_TRAFFIC_SHIFT',
  'PRODUCTION_TRAFFIC_SHIFT',
  'POST_PRODUCTION_TRAFFIC_SHIFT',
];

/** Throws what ECS refuses of a deployment configuration, whatever service it is for. */
export function checkConfiguration(configuration: DeploymentConfiguration): void {
  const { strategy, linearConfiguration = {}, canaryConfiguration = {} } = configuration;
  if (strategy !== undefined && !strategies.includes(strategy)) {
    throw ecsErrors.outOfRange('strategy', strategies.join(', '));
  }
  const minutes = (value: number | undefined, name: string) =>
    checkRange(value, { name, least: 0, most: 1440 });
  minutes(configuration.bakeTimeInMinutes, 'bakeTimeInMinutes');
  minutes(linearConfiguration.stepBakeTimeInMinutes, 'stepBakeTimeInMinutes');
  minutes(canaryConfiguration.canaryBakeTimeInMinutes, 'canaryBakeTimeInMinutes');
  checkRange(linearConfiguration.stepPercent, { name: 'stepPercent', least: 3, most: 100 });
  checkRange(canaryConfiguration.canaryPercent, { name: 'canaryPercent', least: 0.1, most: 100 });
  for (const hook of configuration.lifecycleHooks ?? []) checkHook(hook);
}

function checkRange(
  value: number | undefined,
  { name, least, most }: { readonly name: string; readonly least: number; readonly most: number },
): void {
  if (value === undefined || (value >= least && value <= most)) return;
  throw ecsErrors.outOfRange(name, `${least} to ${most}`);
}

/** Where a deployment can be paused: developer guide, "Troubleshooting Amazon ECS blue/green deployments". */
const pauseStages: readonly string[] = [
  'PRE_SCALE_UP',
  'POST_SCALE_UP',
  'POST_TEST_TRAFFIC_SHIFT',
  'PRE_PRODUCTION_TRAFFIC_SHIFT',
  'POST_PRODUCTION_TRAFFIC_SHIFT',
];
const longestTimeout = 20_160;

function checkHook({
  targetType = 'AWS_LAMBDA',
  hookTargetArn,
  lifecycleStages = [],
  timeoutConfiguration,
}: DeploymentLifecycleHook): void {
  const given: string = targetType;
  if (given !== 'AWS_LAMBDA' && given !== 'PAUSE') throw ecsErrors.hookTargetType();
  if (targetType === 'PAUSE' && !lifecycleStages.every((stage) => pauseStages.includes(stage))) {
    throw ecsErrors.pauseStage();
  }
  const unknown = lifecycleStages.find((stage) => !hookStages.includes(stage));
  if (unknown !== undefined || lifecycleStages.length === 0) {
    throw ecsErrors.outOfRange('lifecycleStages', hookStages.join(', '));
  }
  if (targetType === 'AWS_LAMBDA' && hookTargetArn === undefined) throw ecsErrors.hookTarget();
  checkRange(timeoutConfiguration?.timeoutInMinutes, {
    name: 'timeoutInMinutes',
    least: 1,
    most: longestTimeout,
  });
}

type LoadBalancer = NonNullable<CreateServiceRequest['loadBalancers']>[number];

/** Throws what ECS refuses of load balancers, with the strategy that is to shift their traffic. */
export function checkLoadBalancers(
  world: World,
  { loadBalancers = [] }: ServiceSettings,
  { name }: StrategySettings,
): void {
  const classic = loadBalancers.filter(({ loadBalancerName }) => loadBalancerName !== undefined);
  if (classic.length > 0 && classic.length < loadBalancers.length) throw ecsErrors.mixedLoadBalancers();
  const advanced = loadBalancers.filter(({ advancedConfiguration }) => advancedConfiguration !== undefined);
  if (classic.some((balancer) => advanced.includes(balancer))) throw ecsErrors.advancedForClassic();
  if (advanced.length > 0 && advanced.length < loadBalancers.length) throw ecsErrors.advancedForSome();
  if (name !== 'ROLLING' && advanced.length < loadBalancers.length) throw ecsErrors.advancedMissing();
  for (const balancer of advanced) checkRules(balancer);
  checkGroups(loadBalancers);
  if (name !== 'ROLLING' && lacksTestRule(world, { loadBalancers })) throw ecsErrors.testRuleMissing();
}

const ruleArn = /^arn:[^:]+:elasticloadbalancing:[^:]+:[^:]+:(listener-rule|listener\/net)\//;

function checkRules({ advancedConfiguration = {} }: LoadBalancer): void {
  const { productionListenerRule, testListenerRule } = advancedConfiguration;
  for (const [name, arn] of [
    ['productionListenerRule', productionListenerRule],
    ['testListenerRule', testListenerRule],
  ] as const) {
    if (arn !== undefined && !ruleArn.test(arn)) throw ecsErrors.ruleArn(name, arn);
  }
  if (productionListenerRule !== undefined && productionListenerRule === testListenerRule) {
    throw ecsErrors.sameRule(productionListenerRule);
  }
}

function checkGroups(loadBalancers: readonly LoadBalancer[]): void {
  const groups = loadBalancers.flatMap(({ targetGroupArn = '', advancedConfiguration }) =>
    advancedConfiguration === undefined
      ? []
      : [targetGroupArn, advancedConfiguration.alternateTargetGroupArn ?? ''],
  );
  const twice = groups.find((group, index) => groups.indexOf(group) !== index);
  if (twice !== undefined) throw ecsErrors.duplicateGroup(twice);
}
