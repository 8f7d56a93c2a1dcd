import type { DeploymentConfiguration } from '@aws-sdk/client-ecs';
import type { Step } from './state.ts';

/** What a deployment starts from. */
export interface Ground {
  /** How many revisions are active besides the new one. */
  readonly sources: number;
  readonly hasLoadBalancer: boolean;
}

/** [?] How long a stage lasts that only waits for its hooks, and one that moves traffic. */
const brief = 2;

/**
 * The steps of a deployment with the strategy BLUE_GREEN, LINEAR or CANARY, in order. The order is that of the
 * developer guide, "Lifecycle stages".
 */
export function stepsOf(configuration: DeploymentConfiguration, ground: Ground): Step[] {
  const hasHook = (stage: string) =>
    (configuration.lifecycleHooks ?? []).some(({ lifecycleStages = [] }) =>
      lifecycleStages.some((candidate) => candidate === stage),
    );
  return [
    // It "only happens when you start a new service deployment with more than 1 service revision in an ACTIVE state".
    ...(ground.sources > 1 ? [{ stage: 'RECONCILE_SERVICE', work: { kind: 'reconcile' } } as const] : []),
    { stage: 'PRE_SCALE_UP', work: wait(brief) },
    { stage: 'SCALE_UP', work: { kind: 'scale-up' } },
    { stage: 'POST_SCALE_UP', work: wait(brief) },
    { stage: 'TEST_TRAFFIC_SHIFT', work: { kind: 'shift-test', seconds: brief } },
    { stage: 'POST_TEST_TRAFFIC_SHIFT', work: wait(brief) },
    ...(hasHook('PRE_PRODUCTION_TRAFFIC_SHIFT')
      ? [{ stage: 'PRE_PRODUCTION_TRAFFIC_SHIFT', work: wait(brief) } as const]
      : []),
    ...shiftsOf(configuration, ground),
    { stage: 'POST_PRODUCTION_TRAFFIC_SHIFT', work: wait(brief) },
    { stage: 'BAKE_TIME', work: wait((configuration.bakeTimeInMinutes ?? 0) * 60) },
    { stage: 'CLEAN_UP', work: { kind: 'clean-up' } },
  ];
}

const wait = (seconds: number) => ({ kind: 'wait', seconds }) as const;

/** How the production traffic moves. [?] Where there is none to be shared, it moves at once. */
function shiftsOf(configuration: DeploymentConfiguration, ground: Ground): Step[] {
  const shift = (percent: number, minutes: number): Step => ({
    stage: 'PRODUCTION_TRAFFIC_SHIFT',
    work: { kind: 'shift', percent, seconds: brief + minutes * 60 },
  });
  const { canaryPercent = 100, canaryBakeTimeInMinutes = 0 } = configuration.canaryConfiguration ?? {};
  const { stepPercent = 100, stepBakeTimeInMinutes = 0 } = configuration.linearConfiguration ?? {};
  const strategy = ground.sources === 0 || !ground.hasLoadBalancer ? 'BLUE_GREEN' : configuration.strategy;
  if (strategy === 'CANARY' && canaryPercent < 100) {
    return [shift(canaryPercent, canaryBakeTimeInMinutes), shift(100, 0)];
  }
  if (strategy === 'LINEAR') {
    // API reference, LinearConfiguration: the bake time "is not applied after reaching 100 percent traffic".
    const before = Array.from({ length: Math.ceil(100 / stepPercent) - 1 }, (_, index) =>
      shift(Math.round((index + 1) * stepPercent * 10) / 10, stepBakeTimeInMinutes),
    );
    return [...before, shift(100, 0)];
  }
  return [shift(100, 0)];
}
