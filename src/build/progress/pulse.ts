import { cutOffTitle, runningLine } from '../../report/build.ts';
import type { BuildPorts } from '../ports.ts';
import type { RunningStep } from './steps.ts';

const LOOK_MS = 30_000;
/** After how long a step is told first; then after twice as long, and so on. */
const FIRST_MS = 60_000;
const MOST_LINES = 20;

/**
 * Tells which steps run for long, at longer and longer intervals, and on cancel what was running with its last output.
 * Gives back what ends that.
 */
export function tellRunning(
  running: () => readonly RunningStep[],
  { clock, log, signal }: Pick<BuildPorts, 'clock' | 'log' | 'signal'>,
): () => void {
  const dues = new Map<string, number>();
  let isOver = false;
  const look = (): void => {
    if (isOver) return;
    for (const step of running()) {
      const due = dues.get(step.name) ?? FIRST_MS;
      if (step.took < due) continue;
      log.say(runningLine(step));
      dues.set(step.name, nextDue(due, step.took));
    }
    lookLater();
  };
  const lookLater = (): void => clock.timeout(LOOK_MS).addEventListener('abort', look, { once: true });
  const cutOff = (): void => {
    for (const step of running()) log.group(cutOffTitle(step), step.output.slice(-MOST_LINES));
  };
  const stop = (): void => {
    isOver = true;
    signal.removeEventListener('abort', cutOff);
  };
  signal.addEventListener('abort', cutOff, { once: true });
  lookLater();
  return stop;
}

const nextDue = (due: number, took: number): number => (due > took ? due : nextDue(due * 2, took));
