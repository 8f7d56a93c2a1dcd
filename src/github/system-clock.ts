import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '../clock.ts';

/** The monotonic clock of this process. */
export const systemClock: Clock = {
  now: () => performance.now(),
  timeout: (milliseconds) => AbortSignal.timeout(Math.ceil(milliseconds)),
  sleep: async (milliseconds, signal) => {
    await wait(milliseconds, undefined, { signal }).catch((error: unknown) => {
      if (!signal.aborted) throw error;
    });
  },
};
