import { play } from '../services/services.ts';
import { advance, type World } from '../world.ts';
import type { Fault } from './fault.ts';

/** Keeps the world as it is now for later stale answers, while a fault may still ask for one. */
export function remember(world: World): void {
  const lags = world.faults.filter(isToCome).map(({ seconds }) => seconds * 1000);
  if (lags.length === 0) {
    world.past = [];
    return;
  }
  const oldest = indexOfMoment(world, Math.max(...lags));
  world.past = [...world.past.slice(Math.max(0, oldest)), structuredClone({ ...world, past: [] })];
}

const isToCome = ({ kind, met, after, times }: Fault): boolean => kind === 'stale' && met < after + times;

/**
 * The world as it was so many milliseconds ago, for a read that lags behind: what was kept after the last request
 * before that moment, and lived on until it. Where nothing was kept yet, the present.
 */
export function pastWorld(world: World, lag: number): World {
  const kept = world.past[Math.max(0, indexOfMoment(world, lag))];
  if (kept === undefined) return world;
  const past = structuredClone(kept);
  advance(past, Math.max(past.now, world.now - lag), play);
  return past;
}

const indexOfMoment = ({ past, now }: World, lag: number): number =>
  past.findLastIndex((moment) => moment.now <= now - lag);
