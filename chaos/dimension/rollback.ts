import type { Chance } from '../../sandbox/chance.ts';
import { often, pick } from '../draw.ts';
import type { ChaosRollback, ChaosScenario } from '../scenario.ts';
import { TAGS } from './tag.ts';

/** Whether the job rolls back, what it finds under way, and whether it is pressed twice. */
export function rollbackFrom(chance: Chance): Pick<ChaosScenario, 'rollback'> {
  if (!often(chance, 0.15)) return {};
  const inProgress = often(chance, 0.5)
    ? { tag: pick(chance, TAGS), seconds: pick(chance, [1, 15, 40, 90, 150, 200, 240, 400]) }
    : undefined;
  const twice = often(chance, 0.4) ? pick(chance, [0, 1, 4, 10, 30, 60, 120, 300]) : undefined;
  const rollback: ChaosRollback = {
    ...(inProgress === undefined ? {} : { inProgress }),
    ...(twice === undefined ? {} : { twiceAfterSeconds: twice }),
  };
  return { rollback };
}
