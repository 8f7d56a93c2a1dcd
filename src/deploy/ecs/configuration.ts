import type { DeploymentConfiguration } from '@aws-sdk/client-ecs';
import type { ServiceState } from '../../service/service.ts';

const NATIVE_STRATEGIES: ReadonlySet<string> = new Set(['BLUE_GREEN', 'LINEAR', 'CANARY']);

/** Whether a strategy is one by which ECS itself shifts the traffic. */
export const isNativeStrategy = (strategy: string): boolean => NATIVE_STRATEGIES.has(strategy);

/** Whether ECS itself shifts the traffic of this service. */
export const isNative = ({ controller, strategy }: Pick<ServiceState, 'controller' | 'strategy'>): boolean =>
  controller === 'ECS' && isNativeStrategy(strategy);

/** API reference, LinearConfiguration and CanaryConfiguration: what counts where the service tells nothing. */
const LINEAR = { stepPercent: 10, stepBakeTimeInMinutes: 6 };
const CANARY = { canaryBakeTimeInMinutes: 10 };

/** Minutes that a deployment waits by its configuration, hooks aside; 0 under ROLLING. */
export function waitMinutes(configuration: DeploymentConfiguration): number {
  const { strategy = 'ROLLING', bakeTimeInMinutes = 0 } = configuration;
  if (!isNativeStrategy(strategy)) return 0;
  switch (strategy) {
    case 'LINEAR': {
      const { stepPercent = LINEAR.stepPercent, stepBakeTimeInMinutes = LINEAR.stepBakeTimeInMinutes } =
        configuration.linearConfiguration ?? {};
      // It "is not applied after reaching 100 percent traffic".
      return bakeTimeInMinutes + (Math.ceil(100 / stepPercent) - 1) * stepBakeTimeInMinutes;
    }
    case 'CANARY': {
      const { canaryBakeTimeInMinutes = CANARY.canaryBakeTimeInMinutes } =
        configuration.canaryConfiguration ?? {};
      return bakeTimeInMinutes + canaryBakeTimeInMinutes;
    }
    case 'ROLLING':
    case 'BLUE_GREEN':
      return bakeTimeInMinutes;
  }
}
