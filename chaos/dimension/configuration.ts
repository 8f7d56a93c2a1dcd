import type { Chance } from '../../sandbox/chance.ts';
import { often, pick } from '../draw.ts';
import type { ChaosScenario } from '../scenario.ts';

/** What the inputs for a strategy ask for, most of the time what fits each other. */
export function configurationFrom(
  chance: Chance,
  service: ChaosScenario['service'],
): Pick<ChaosScenario, 'configuration'> {
  if (!often(chance, service.strategy === 'rolling' ? 0.25 : 0.03)) return {};
  const strategy = pick(chance, [
    'as it is',
    'ROLLING',
    'BLUE_GREEN',
    'BLUE_GREEN',
    'LINEAR',
    'CANARY',
  ] as const);
  const bakes = strategy !== 'ROLLING' && often(chance, 0.8);
  return {
    configuration: {
      ...(strategy === 'as it is' ? {} : { strategy }),
      ...(bakes ? { bakeMinutes: pick(chance, [0, 0, 1, 3]) } : {}),
      ...(often(chance, 0.2) ? { alarms: ['web-5xx'] } : {}),
      ...(strategy === 'LINEAR'
        ? { stepPercent: pick(chance, [20, 50]), stepBakeMinutes: pick(chance, [0, 1]) }
        : {}),
      ...(strategy === 'CANARY'
        ? { canaryPercent: pick(chance, [10, 50]), canaryBakeMinutes: pick(chance, [0, 1]) }
        : {}),
    },
  };
}
