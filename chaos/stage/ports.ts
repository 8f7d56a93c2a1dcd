import { fraction } from '../../sandbox/chance.ts';
import type { AwsClients } from '../../src/aws/clients.ts';
import type { Ports } from '../../src/deploy/ports.ts';
import type { ChaosScenario } from '../scenario.ts';
import type { Process } from './process.ts';
import type { VirtualTime } from './time.ts';

interface PortsContext {
  readonly aws: AwsClients;
  readonly time: VirtualTime;
  readonly process: Process;
  /** Told the moments at which a pause ended. */
  readonly paused: (at: number) => void;
  readonly log: string[];
}

/** The ports of a process in virtual time, for each of its services the same. */
export function portsOf(
  { seed, pace }: ChaosScenario,
  { aws, time, process, paused, log }: PortsContext,
): Ports {
  const chance = { state: seed };
  const say = (...lines: readonly string[]): void => {
    if (process.isAlive()) log.push(...lines);
  };
  return {
    aws,
    clock: {
      now: time.now,
      sleep: (milliseconds, signal) =>
        process.unlessDead(time.sleep(milliseconds * pace, signal).then(() => paused(time.now()))),
      timeout: (milliseconds) => {
        const controller = new AbortController();
        time.later(milliseconds, () => controller.abort());
        return controller.signal;
      },
    },
    chance: () => fraction(chance),
    log: {
      say,
      group: (title, lines) => say(title, ...lines),
      warn: (text) => say(`warning: ${text}`),
    },
    signal: process.signal,
    keep: process.keep,
    keepSuspension: process.keepSuspension,
  };
}
