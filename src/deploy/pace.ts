const FASTEST_MS = 1_000;
const SLOWEST_MS = 4_500;
const EAGER_AT_START_MS = 60_000;
const EAGER_AFTER_A_CHANGE_MS = 15_000;
/** So long nothing moves while the pauses grow by a second. */
const SLOWER_BY_A_SECOND_MS = 15_000;
const JITTER = 0.1;

export interface Pace {
  /** Milliseconds since the deployment was started. */
  readonly sinceStart: number;
  /** Milliseconds since anything was last seen to move. */
  readonly sinceChange: number;
  /** How many answers in a row said "slow down". */
  readonly throttled: number;
  /** From 0 up to 1. */
  readonly chance: number;
}

/**
 * Milliseconds until the next snapshot: about a second at the start and while things move, then
 * little by little slower, never more than 5 seconds apart unless AWS asks to slow down.
 */
export function nextDelay({ sinceStart, sinceChange, throttled, chance }: Pace): number {
  const calmFor = Math.max(
    0,
    Math.min(sinceStart - EAGER_AT_START_MS, sinceChange - EAGER_AFTER_A_CHANGE_MS),
  );
  const calm = Math.min(SLOWEST_MS, FASTEST_MS * (1 + calmFor / SLOWER_BY_A_SECOND_MS));
  const base = throttled === 0 ? calm : Math.min(30_000, SLOWEST_MS * 2 ** (throttled - 1));
  return Math.round(base * (1 - JITTER + 2 * JITTER * chance));
}
