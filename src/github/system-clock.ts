import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '../deploy/ports.ts';

/** The monotonic clock of this process. */
export const systemClock: Clock = {
  now: () => performance.now(),
  sleep: async (milliseconds, signal) => {
    await wait(milliseconds, undefined, { signal }).catch((error: unknown) => {
      if (!signal.aborted) throw error;
    });
  },
};
