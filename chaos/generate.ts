import type { Chance } from '../sandbox/chance.ts';
import { actFrom } from './dimension/other.ts';
import { faultFrom, optionalActions } from './dimension/fault.ts';
import { momentFrom } from './dimension/moment.ts';
import { requestFrom } from './dimension/request.ts';
import { serviceFrom } from './dimension/service.ts';
import { TAGS } from './dimension/tag.ts';
import { chanceOf, many, often, pick } from './draw.ts';
import type { ChaosScenario } from './scenario.ts';

/** The scenario of a seed: the same seed gives the same one for ever. */
export function generate(seed: number): ChaosScenario {
  const of = (dimension: string): Chance => chanceOf(seed, dimension);
  const service = serviceFrom(of('service'));
  const pace = pick(of('pace'), [1, 3, 8, 20, 20, 30, 30, 40]);
  const [faults, denials, others] = [of('faults'), of('denials'), of('others')];
  return {
    seed,
    service,
    tag: pick(of('tag'), TAGS),
    request: requestFrom(of('request'), service, pace),
    control: controlFrom(of('control')),
    pace,
    faults: many(faults, [0, 0, 0, 1, 1, 2, 4], () => faultFrom(faults, service)),
    deny: many(denials, [0, 0, 0, 0, 0, 0, 1, 2], () => pick(denials, optionalActions(service))),
    others: many(others, [0, 0, 0, 1, 1, 2], () => actFrom(others, service)),
    ...cutOffFrom(of('cancel')),
    ...againFrom(of('again')),
  };
}

const controlFrom = (chance: Chance): ChaosScenario['control'] => ({
  whenInProgress: pick(chance, ['fail', 'fail', 'wait', 'replace', 'join']),
  stopAfterFailedTasks: pick(chance, [1, 3, 3, 3, 5, 1_000]),
  onFailure: pick(chance, ['rollback', 'rollback', 'leave']),
  onCancel: pick(chance, ['leave', 'rollback']),
});

/** How the runner ends a step before it ends itself, if it does. */
function cutOffFrom(chance: Chance): Pick<ChaosScenario, 'cancel' | 'kill'> {
  const way = pick(chance, ['none', 'none', 'none', 'none', 'none', 'cancel', 'cancel', 'kill'] as const);
  if (way === 'none') return {};
  if (way === 'cancel') return { cancel: momentFrom(chance) };
  const moment = momentFrom(chance);
  return { kill: 'call' in moment && often(chance, 0.5) ? { ...moment, isAnswered: true } : moment };
}

const againFrom = (chance: Chance): Pick<ChaosScenario, 'again'> =>
  often(chance, 0.35) ? { again: { afterSeconds: pick(chance, [1, 10, 60, 600]) } } : {};
