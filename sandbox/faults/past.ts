import type { CodeDeployState } from '../services/codedeploy/state.ts';
import type { EcsState } from '../services/ecs/state.ts';
import type { World } from '../world.ts';
import type { Fault } from './fault.ts';

/** What a read that lags behind still sees: the state as it was when a request came in. */
export interface PastMoment {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly ecs: EcsState;
  readonly codedeploy: CodeDeployState;
}

/** Keeps the present for later stale answers, while a fault may still ask for one. */
export function remember(world: World): void {
  const lags = world.faults.filter(isToCome).map(({ seconds }) => seconds * 1000);
  if (lags.length === 0) {
    world.past = [];
    return;
  }
  const { now: at, ecs, codedeploy } = world;
  const oldest = indexOfMoment(world, Math.max(...lags));
  world.past = [...world.past.slice(Math.max(0, oldest)), structuredClone({ at, ecs, codedeploy })];
}

const isToCome = ({ kind, met, after, times }: Fault): boolean => kind === 'stale' && met < after + times;

/**
 * The world as a read that lags so many milliseconds behind sees it: as it was at the last request that was
 * made at least so long ago, or at the first one there was.
 */
export function pastWorld(world: World, lag: number): World {
  const moment = world.past[Math.max(0, indexOfMoment(world, lag))];
  if (moment === undefined) return world;
  return { ...world, now: moment.at, ecs: moment.ecs, codedeploy: moment.codedeploy };
}

const indexOfMoment = ({ past, now }: World, lag: number): number =>
  past.findLastIndex(({ at }) => at <= now - lag);
