/** The time a sandbox lives in, in milliseconds since 1970. */
export interface Clock {
  /** The sandbox's present. Never goes back. */
  now(): number;
  /** Resolves when so many milliseconds of sandbox time have passed, or when the signal aborts. */
  wait(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

/** A clock that starts at the real present and runs `speed` times as fast as real time. */
export function realClock(speed: number): Clock {
  const start = Date.now();
  const origin = performance.now();
  return {
    now: () => Math.floor(start + (performance.now() - origin) * speed),
    wait: (milliseconds, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted === true) {
          resolve();
          return;
        }
        const end = () => {
          clearTimeout(timer);
          signal?.removeEventListener('abort', end);
          resolve();
        };
        const timer = setTimeout(end, milliseconds / speed);
        signal?.addEventListener('abort', end);
      }),
  };
}

/** A clock for tests: time passes only when `advance` is called. */
export interface VirtualClock extends Clock {
  /** Lets so many milliseconds pass, and wakes whoever waited for them. */
  advance(milliseconds: number): void;
}

/** A clock that stands still at `startMilliseconds` until it is advanced. */
export function virtualClock(startMilliseconds: number): VirtualClock {
  let present = startMilliseconds;
  let sleepers: readonly { readonly until: number; readonly wake: () => void }[] = [];
  return {
    now: () => present,
    wait: (milliseconds, signal) =>
      new Promise((resolve) => {
        const wake = () => resolve();
        if (milliseconds <= 0 || signal?.aborted === true) {
          wake();
          return;
        }
        sleepers = [...sleepers, { until: present + milliseconds, wake }];
        signal?.addEventListener('abort', wake);
      }),
    advance: (milliseconds) => {
      present += milliseconds;
      const due = sleepers.filter(({ until }) => until <= present);
      sleepers = sleepers.filter(({ until }) => until > present);
      for (const { wake } of due) wake();
    },
  };
}
