import type { Chance } from '../../sandbox/chance.ts';
import type { ControlRequest } from '../../src/deploy/request.ts';
import { often, pick } from '../draw.ts';
import type { ChaosScenario } from '../scenario.ts';

/** What a job does when a deployment is in the way, fails or is cut off. */
export const controlFrom = (chance: Chance, job: 'deploy' | 'rollback'): ControlRequest => ({
  whenInProgress: pick(chance, [job === 'deploy' ? 'fail' : 'replace', 'fail', 'wait', 'replace', 'join']),
  stopAfterFailedTasks: pick(chance, [1, 3, 3, 3, 5, 1_000]),
  onFailure: pick(chance, ['rollback', 'rollback', 'leave']),
  onCancel: pick(chance, ['leave', 'rollback']),
});

/** How long tasks must stay up. Under CodeDeploy a number is refused. */
export const stableForFrom = (
  chance: Chance,
  { strategy }: ChaosScenario['service'],
): Pick<ControlRequest, 'stableFor'> => {
  const isNumber = often(chance, strategy === 'rolling' ? 0.4 : 0.03);
  return { stableFor: isNumber ? pick(chance, [0, 10, 45, 120, 300]) : 'default' };
};
