import type { Clock } from '../clock.ts';

/** What a call that is waited for is cut off by. */
export interface Grace {
  readonly clock: Clock;
  /** Aborts when the runner asks the step to end. */
  readonly signal: AbortSignal;
}

const GRACE_MS = 1_500;

/** The runner asked this step to end, and a call that changes something had not been answered by then. */
export class CutOff extends Error {
  override readonly name = 'AbortError';
  /** The call that was sent, as service:Action, where its effect must be told. */
  readonly sent: string | undefined;

  constructor(sent?: string) {
    super('The runner asked this step to end.');
    this.sent = sent;
  }
}

/**
 * The answer of a call that changes something: a signal does not cut it off at once, but after 1.5
 * seconds. Throws a CutOff then, which names the call that is given as service:Action.
 */
export async function answered<T>(call: Promise<T>, { clock, signal }: Grace, sent?: string): Promise<T> {
  const settled = new AbortController();
  const gaveUp = async (): Promise<never> => {
    await aborted(signal, settled.signal);
    await clock.sleep(GRACE_MS, settled.signal);
    throw new CutOff(sent);
  };
  try {
    return await Promise.race([call, gaveUp()]);
  } finally {
    settled.abort();
  }
}

function aborted(signal: AbortSignal, end: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true, signal: end });
  });
}
