import type { Chance } from '../sandbox/chance.ts';
import { actFrom } from './dimension/other.ts';
import { configurationFrom } from './dimension/configuration.ts';
import { controlFrom, stableForFrom } from './dimension/control.ts';
import { rollbackFrom } from './dimension/rollback.ts';
import { scalingFrom } from './dimension/scaling.ts';
import { faultFrom, optionalActions } from './dimension/fault.ts';
import { momentFrom } from './dimension/moment.ts';
import { routedFrom, shiftActsFrom } from './dimension/native.ts';
import { requestFrom } from './dimension/request.ts';
import { serviceFrom } from './dimension/service.ts';
import { TAGS } from './dimension/tag.ts';
import { chanceOf, many, often, pick } from './draw.ts';
import type { ChaosScenario } from './scenario.ts';

/** The scenario of a seed: the same seed gives the same one for ever. */
export function generate(seed: number): ChaosScenario {
  const of = (dimension: string): Chance => chanceOf(seed, dimension);
  const service = routedFrom(of('native'), serviceFrom(of('service')));
  const pace = pick(of('pace'), [1, 3, 8, 20, 20, 30, 30, 40]);
  const { rollback } = rollbackFrom(of('rollback'));
  const control = controlFrom(of('control'), rollback === undefined ? 'deploy' : 'rollback');
  const scaling = scalingFrom(of('scaling'));
  const [faults, denials, others] = [of('faults'), of('denials'), of('others')];
  return {
    seed,
    service,
    tag: pick(of('tag'), TAGS),
    request: requestFrom(of('request'), service, pace),
    ...secondFrom(of('second'), rollback),
    ...(rollback === undefined ? {} : { rollback }),
    control: {
      ...control,
      ...(rollback === undefined ? stableForFrom(of('stable-for'), service) : { stableFor: 'default' }),
    },
    ...(rollback === undefined ? configurationFrom(of('configuration'), service) : {}),
    scaling,
    pace,
    faults: many(faults, [0, 0, 0, 1, 1, 2, 4], () => faultFrom(faults, { service, scaling })),
    deny: many(denials, [0, 0, 0, 0, 0, 0, 1, 2], () => pick(denials, optionalActions({ service, scaling }))),
    others: [
      ...many(others, [0, 0, 0, 1, 1, 2], () => actFrom(others, { service, scaling })),
      ...shiftActsFrom(of('shift-acts'), service),
    ],
    ...cutOffFrom(of('cancel')),
    ...againFrom(of('again')),
  };
}

/** A second service, but where a rollback is pressed twice. */
const secondFrom = (chance: Chance, rollback: ChaosScenario['rollback']): Pick<ChaosScenario, 'second'> =>
  often(chance, 0.15) && rollback?.twiceAfterSeconds === undefined
    ? { second: { tag: pick(chance, TAGS) } }
    : {};

/** How the runner ends a step before it ends itself, if it does. */
function cutOffFrom(chance: Chance): Pick<ChaosScenario, 'cancel' | 'kill'> {
  const way = pick(chance, ['none', 'none', 'none', 'none', 'none', 'cancel', 'cancel', 'kill'] as const);
  if (way === 'none') return {};
  if (way === 'cancel') return { cancel: momentFrom(chance) };
  const moment = momentFrom(chance);
  const isRunnerGone = often(chance, 0.2);
  const kill = 'call' in moment && often(chance, 0.5) ? { ...moment, isAnswered: true } : moment;
  return { kill: isRunnerGone ? { ...kill, isRunnerGone } : kill };
}

const againFrom = (chance: Chance): Pick<ChaosScenario, 'again'> =>
  often(chance, 0.35) ? { again: { afterSeconds: pick(chance, [1, 10, 60, 600]) } } : {};
