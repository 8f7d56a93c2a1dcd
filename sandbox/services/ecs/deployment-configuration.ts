import type { DeploymentConfiguration } from '@aws-sdk/client-ecs';
import { checkConfiguration } from './deployment-configuration-rules.ts';
import type { Service, StrategySettings } from './state.ts';

/** What counts where CreateService says nothing. */
export const defaultConfiguration: Pick<
  Service,
  'minimumHealthyPercent' | 'maximumPercent' | 'circuitBreaker' | 'strategy'
> = {
  minimumHealthyPercent: 100,
  maximumPercent: 200,
  circuitBreaker: { enable: false, rollback: false, resetOnHealthyTask: true },
  strategy: { name: 'ROLLING', bakeTimeInMinutes: 0 },
};

/**
 * A configuration after a request changed some of its members: what the request does not name stays. Throws what
 * ECS refuses.
 */
export function configured(
  before: typeof defaultConfiguration,
  changes: DeploymentConfiguration = {},
): typeof defaultConfiguration {
  checkConfiguration(changes);
  const breaker = changes.deploymentCircuitBreaker;
  return {
    maximumPercent: changes.maximumPercent ?? before.maximumPercent,
    minimumHealthyPercent: changes.minimumHealthyPercent ?? before.minimumHealthyPercent,
    circuitBreaker:
      breaker === undefined
        ? before.circuitBreaker
        : {
            enable: breaker.enable ?? false,
            rollback: breaker.rollback ?? false,
            resetOnHealthyTask: breaker.resetOnHealthyTask ?? true,
          },
    strategy: strategyAfter(before.strategy, changes),
  };
}

/** The bake time of the strategies that shift traffic, where none is given. [?] */
const defaultBakeTime = 15;

/** API reference: the defaults of LinearConfiguration and CanaryConfiguration. */
const linearDefaults = { stepPercent: 10, stepBakeTimeInMinutes: 6 };
const canaryDefaults = { canaryPercent: 5, canaryBakeTimeInMinutes: 10 };

function strategyAfter(before: StrategySettings, changes: DeploymentConfiguration): StrategySettings {
  const name = changes.strategy ?? before.name;
  const lifecycleHooks = changes.lifecycleHooks ?? before.lifecycleHooks;
  const alarms = changes.alarms ?? before.alarms;
  const kept = name === before.name ? before.bakeTimeInMinutes : undefined;
  const settings = {
    name,
    bakeTimeInMinutes: changes.bakeTimeInMinutes ?? kept ?? (name === 'ROLLING' ? 0 : defaultBakeTime),
    ...(lifecycleHooks === undefined ? {} : { lifecycleHooks }),
    ...(alarms === undefined ? {} : { alarms }),
  };
  // Seen: a canaryConfiguration under BLUE_GREEN is dropped without a word.
  switch (name) {
    case 'ROLLING':
    case 'BLUE_GREEN':
      return settings;
    case 'LINEAR':
      return {
        ...settings,
        linearConfiguration: {
          ...linearDefaults,
          ...before.linearConfiguration,
          ...changes.linearConfiguration,
        },
      };
    case 'CANARY':
      return {
        ...settings,
        canaryConfiguration: {
          ...canaryDefaults,
          ...before.canaryConfiguration,
          ...changes.canaryConfiguration,
        },
      };
  }
}

/** The deployment configuration as services and their records answer it. */
export function viewConfiguration({
  circuitBreaker,
  maximumPercent,
  minimumHealthyPercent,
  controller,
  strategy: { name, ...settings },
}: Service): DeploymentConfiguration {
  return {
    ...(controller === 'ECS'
      ? {
          deploymentCircuitBreaker: { enable: circuitBreaker.enable, rollback: circuitBreaker.rollback },
          strategy: name,
          ...settings,
        }
      : {}),
    maximumPercent,
    minimumHealthyPercent,
  };
}
