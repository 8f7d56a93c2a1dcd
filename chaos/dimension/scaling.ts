import type { Chance } from '../../sandbox/chance.ts';
import { often, pick } from '../draw.ts';
import type { ChaosScaling } from '../scenario.ts';

/** What Application Auto Scaling has of the service, and what it is to be kept from. */
export function scalingFrom(chance: Chance): ChaosScaling {
  const asked = pick(chance, ['none', 'none', 'none', 'in', 'all'] as const);
  const before = often(chance, 0.9)
    ? { in: often(chance, 0.15), out: often(chance, 0.1), scheduled: often(chance, 0.1) }
    : undefined;
  return { ...(asked === 'none' ? {} : { asked }), ...(before === undefined ? {} : { before }) };
}
