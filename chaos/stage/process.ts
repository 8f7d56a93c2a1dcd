import type { Ports } from '../../src/deploy/ports.ts';
import { courseKeeper, suspensionKeeper } from '../../src/github/state.ts';

/** What the runner runs one step in: it can be asked to end, or killed, and keeps state for the post step. */
export interface Process extends Pick<Ports, 'keep' | 'keepSuspension'> {
  /** Aborts when the runner asks the step to end. */
  readonly signal: AbortSignal;
  readonly interrupt: () => void;
  /** From now on it does nothing any more, and nothing reaches it. */
  readonly kill: () => void;
  readonly isAlive: () => boolean;
  /** Resolves when it is killed. */
  readonly killed: Promise<void>;
  /** What a promise of the process comes to, while it lives. */
  readonly unlessDead: <T>(promise: Promise<T>) => Promise<T>;
  /** What it has saved, as the runner gives it to the post step: `STATE_name`, as text. */
  readonly state: Readonly<Record<string, string>>;
}

export function createProcess(): Process {
  const ending = new AbortController();
  const dying = new AbortController();
  const state: Record<string, string> = {};
  const isAlive = (): boolean => !dying.signal.aborted;
  const saveState = (name: string, value: unknown): void => {
    if (isAlive()) state[`STATE_${name}`] = JSON.stringify(value);
  };
  const never = new Promise<never>(() => undefined);
  return {
    signal: ending.signal,
    interrupt: () => ending.abort(),
    kill: () => dying.abort(),
    isAlive,
    killed: new Promise((resolve) => dying.signal.addEventListener('abort', () => resolve())),
    unlessDead: async (promise) => {
      try {
        const value = await promise;
        return isAlive() ? value : await never;
      } catch (error) {
        if (isAlive()) throw error;
        return never;
      }
    },
    state,
    keep: courseKeeper(saveState),
    keepSuspension: suspensionKeeper(saveState),
  };
}
