import { scalingWords } from '../report/scaling.ts';
import { restore, suspend, takeUp } from '../scaling/suspend.ts';
import type { Suspension } from '../scaling/suspension.ts';
import type { CurrentState } from './current.ts';
import type { Ports } from './ports.ts';
import type { DeployContext } from './strategy.ts';

/** The part of a run that keeps Application Auto Scaling from the service, and restores what was. */
export interface Scaling {
  /** Scaling that an earlier run has left suspended is restored at the end of this one, whatever it asks for. */
  readonly takeUpLeft: (current: CurrentState) => void;
  /** The first call of a run that changes anything: where it is denied, nothing has been changed. */
  readonly suspendIfAsked: (context: DeployContext) => Promise<void>;
  readonly restore: () => Promise<void>;
}

/** Knows what is to be restored, from before it becomes true. */
export function scalingFor(ports: Ports): Scaling {
  let suspension: Suspension | undefined;
  return {
    takeUpLeft: ({ scalable }) => {
      if (scalable?.left === undefined || suspension !== undefined) return;
      suspension = takeUp(scalable, scalable.left, ports);
      ports.log.say(scalingWords.left(suspension));
    },
    suspendIfAsked: async ({ request: { suspendScaling: asked }, current: { scalable, service } }) => {
      if (asked === undefined) return;
      if (scalable === undefined) {
        ports.log.say(scalingWords.none(service.name));
        return;
      }
      suspension ??= takeUp(scalable, scalable.suspended, ports);
      await suspend({ asked, target: scalable, suspension }, ports);
    },
    restore: async () => {
      if (suspension !== undefined) await restore(suspension, ports);
    },
  };
}
