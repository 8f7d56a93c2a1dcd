/** Time as deployments and builds need it: virtual in tests. */
export interface Clock {
  /** Milliseconds, monotonic; no calendar. */
  readonly now: () => number;
  /** Ends early, without an error, when the signal aborts. */
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** Aborts when so much time has passed; keeps no process alive. */
  readonly timeout: (milliseconds: number) => AbortSignal;
}
