import type { TrafficRoutingConfig } from '@aws-sdk/client-codedeploy';
import type { World } from '../../world.ts';
import { codeDeployErrors } from './errors.ts';
import type { DeploymentConfig } from './state.ts';

/** The configuration that shifts all traffic in one step: the default, and that of every rollback. */
export const allAtOnce = 'CodeDeployDefault.ECSAllAtOnce';

/** AWS's own configurations for ECS. */
const predefined: Readonly<Record<string, TrafficRoutingConfig>> = {
  [allAtOnce]: { type: 'AllAtOnce' },
  'CodeDeployDefault.ECSLinear10PercentEvery1Minutes': linear(10, 1),
  'CodeDeployDefault.ECSLinear10PercentEvery3Minutes': linear(10, 3),
  'CodeDeployDefault.ECSCanary10Percent5Minutes': canary(10, 5),
  'CodeDeployDefault.ECSCanary10Percent15Minutes': canary(10, 15),
};

/** Their names. */
export const predefinedNames: readonly string[] = Object.keys(predefined);

/** The configuration of this name, AWS's or one's own. Throws DeploymentConfigDoesNotExistException. */
export function configOf(world: World, name: string): DeploymentConfig {
  const routing = predefined[name];
  // AWS's own bear ids of this form, and a date long ago [?].
  if (routing !== undefined)
    return { id: '00000000-0000-0000-0000-000000000001', name, createdAt: 0, routing };
  const config = world.codedeploy.configs.find((candidate) => candidate.name === name);
  if (config === undefined) throw codeDeployErrors.noConfig(name);
  return config;
}

/** The names of all configurations for ECS. */
export const configNames = (world: World): readonly string[] => [
  ...predefinedNames,
  ...world.codedeploy.configs.map(({ name }) => name),
];

/** One step of a shift: so many milliseconds after its start the replacement gets so much of the traffic. */
export interface Shift {
  readonly after: number;
  /** Percent. */
  readonly weight: number;
}

/** The steps by which traffic is shifted; the last one gives the replacement everything. */
export function shiftsOf({ type, timeBasedCanary, timeBasedLinear }: TrafficRoutingConfig): readonly Shift[] {
  const minute = 60_000;
  if (type === 'TimeBasedCanary') {
    const { canaryPercentage = 10, canaryInterval = 5 } = timeBasedCanary ?? {};
    return [
      { after: 0, weight: canaryPercentage },
      { after: canaryInterval * minute, weight: 100 },
    ];
  }
  if (type === 'TimeBasedLinear') {
    const { linearPercentage = 10, linearInterval = 1 } = timeBasedLinear ?? {};
    return Array.from({ length: Math.ceil(100 / linearPercentage) }, (_, index) => ({
      after: index * linearInterval * minute,
      weight: Math.min(100, (index + 1) * linearPercentage),
    }));
  }
  return [{ after: 0, weight: 100 }];
}

function linear(linearPercentage: number, linearInterval: number): TrafficRoutingConfig {
  return { type: 'TimeBasedLinear', timeBasedLinear: { linearPercentage, linearInterval } };
}

function canary(canaryPercentage: number, canaryInterval: number): TrafficRoutingConfig {
  return { type: 'TimeBasedCanary', timeBasedCanary: { canaryPercentage, canaryInterval } };
}
