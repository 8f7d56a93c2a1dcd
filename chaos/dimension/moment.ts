import { between, type Chance } from '../../sandbox/chance.ts';
import { often, pick } from '../draw.ts';
import type { Moment } from '../scenario.ts';

/** The first call is before everything: then a deployment is in the way. */
export const momentFrom = (chance: Chance): Moment =>
  often(chance, 0.1)
    ? { call: 1 }
    : often(chance, 0.5)
      ? { seconds: pick(chance, [0, 1, 5, 14, 30, 45, 60, 90, 150, 300, 600]) + between(chance, 0, 9) }
      : { call: between(chance, 1, 60) };
