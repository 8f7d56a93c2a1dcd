/** Virtual time: it passes from one arranged moment to the next, as fast as whoever waits can follow. */
export interface VirtualTime {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Arranges something for later; gives back how to call it off. */
  readonly later: (milliseconds: number, act: () => void) => () => void;
  /** Resolves when so many milliseconds have passed, or when the signal aborts. */
  readonly sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
  /** Lets so many milliseconds pass while nothing is arranged. */
  readonly pass: (milliseconds: number) => void;
  /** Lets time pass until the next arranged moment; false where there is none before `end`. */
  readonly next: (end?: number) => boolean;
}

interface Arranged {
  readonly at: number;
  readonly act: () => void;
}

/** Time that stands at `start` and has nothing arranged. */
export function virtualTime(start: number): VirtualTime {
  let present = start;
  let queue: readonly Arranged[] = [];
  const later = (milliseconds: number, act: () => void): (() => void) => {
    const arranged: Arranged = { at: present + milliseconds, act };
    const place = queue.findIndex(({ at }) => at > arranged.at);
    queue = place === -1 ? [...queue, arranged] : queue.toSpliced(place, 0, arranged);
    return () => {
      queue = queue.filter((other) => other !== arranged);
    };
  };
  return {
    now: () => present,
    pass: (milliseconds) => {
      present += milliseconds;
    },
    later,
    sleep: (milliseconds, signal) =>
      new Promise((resolve) => {
        if (milliseconds <= 0 || signal?.aborted === true) {
          resolve();
          return;
        }
        const callOff = later(milliseconds, resolve);
        signal?.addEventListener(
          'abort',
          () => {
            callOff();
            resolve();
          },
          { once: true },
        );
      }),
    next: (end = Infinity) => {
      const [first, ...rest] = queue;
      if (first === undefined || first.at > end) return false;
      queue = rest;
      present = Math.max(present, first.at);
      first.act();
      return true;
    },
  };
}
