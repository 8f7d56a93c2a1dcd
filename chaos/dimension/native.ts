import { between, type Chance } from '../../sandbox/chance.ts';
import { many, often, pick } from '../draw.ts';
import type { Act, ChaosHook, ChaosScenario } from '../scenario.ts';
import { momentFrom } from './moment.ts';

/** The same service with what only ECS's own strategies have: a second target group and lifecycle hooks. */
export function routedFrom(chance: Chance, service: ChaosScenario['service']): ChaosScenario['service'] {
  if (service.strategy !== 'rolling') return service;
  const loadBalancer = service.native === undefined ? service.loadBalancer : often(chance, 0.6);
  const isRouted = loadBalancer && (service.native !== undefined || often(chance, 0.4));
  const hooks =
    service.native === undefined && !isRouted ? [] : many(chance, [0, 0, 1, 1, 2], () => hookFrom(chance));
  return {
    ...service,
    loadBalancer,
    ...(isRouted ? { isRouted } : {}),
    ...(hooks.length === 0 ? {} : { hooks }),
  };
}

const STAGES = [
  'PRE_SCALE_UP',
  'POST_SCALE_UP',
  'TEST_TRAFFIC_SHIFT',
  'POST_TEST_TRAFFIC_SHIFT',
  'PRE_PRODUCTION_TRAFFIC_SHIFT',
  'PRODUCTION_TRAFFIC_SHIFT',
  'POST_PRODUCTION_TRAFFIC_SHIFT',
] as const;

function hookFrom(chance: Chance): ChaosHook {
  const stage = pick(chance, STAGES);
  // A pause cannot stand where the traffic moves.
  if (often(chance, 0.35) && !stage.endsWith('FFIC_SHIFT')) {
    return {
      stage,
      kind: 'pause',
      minutes: pick(chance, [1, 2, 5, 60]),
      action: pick(chance, ['CONTINUE', 'ROLLBACK']),
    };
  }
  return {
    stage,
    kind: 'function',
    result: pick(chance, ['succeed', 'succeed', 'succeed', 'fail', 'none', 'never']),
    seconds: between(chance, 1, 90),
  };
}

/** What somebody else does about pauses and listener rules. */
export function shiftActsFrom(chance: Chance, service: ChaosScenario['service']): readonly Act[] {
  if (service.strategy !== 'rolling') return [];
  const pauses = (service.hooks ?? []).filter(({ kind }) => kind === 'pause');
  const answers = pauses.flatMap((): readonly Act[] =>
    often(chance, 0.6)
      ? [
          {
            ...momentFrom(chance),
            does: { kind: 'continue', action: pick(chance, ['CONTINUE', 'CONTINUE', 'ROLLBACK']) },
          },
        ]
      : [],
  );
  const resets: readonly Act[] =
    service.isRouted === true && often(chance, 0.15)
      ? [{ ...(often(chance, 0.5) ? { call: 1 } : momentFrom(chance)), does: { kind: 'reset-rule' } }]
      : [];
  return [...answers, ...resets];
}
