import { between, type Chance } from '../../sandbox/chance.ts';
import { often, pick } from '../draw.ts';
import type { ChaosRequest, ChaosScenario } from '../scenario.ts';

/** What the job asks for. A fine look at a long deployment takes a thousand calls: the finer, the shorter it is watched. */
export function requestFrom(chance: Chance, service: ChaosScenario['service'], pace: number): ChaosRequest {
  const isRolling = service.strategy === 'rolling';
  return {
    wait: !often(chance, 0.05),
    waitMinutes: pick(chance, pace < 8 ? [1, 3, 4] : pace < 20 ? [3, 5, 10] : [3, 5, 10, 15, 25]),
    dryRun: often(chance, 0.03),
    pinImages: often(chance, 0.1),
    force: isRolling && often(chance, 0.1),
    ...(isRolling && often(chance, 0.1) ? { desiredCount: between(chance, 0, 8) } : {}),
    waitForTermination: !isRolling && often(chance, 0.3),
  };
}
