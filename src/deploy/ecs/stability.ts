import { type Facts, type Verdict, verdict } from '../outcome.ts';
import type { Ports } from '../ports.ts';
import type { ControlRequest } from '../request.ts';
import { createStopping, type Means, stopFacts } from '../stop.ts';
import type { TimelineEvent } from '../timeline.ts';
import type { RollingLook } from './progress.ts';
import type { RollingRun } from './rules.ts';
import { crashes, upFor } from './stable.ts';

/** Whether new tasks stay up once ECS calls their deployment complete. */
export interface Stability {
  /** Holds `deployed` back until the tasks were up for long enough, and for ever once one crashed. */
  readonly judge: (decided: Verdict | undefined, looks: readonly RollingLook[]) => Verdict | undefined;
  /** Returns to what was there before, as on-failure asks, once a task crashed. */
  readonly intervene: (last: RollingLook, means: () => Means) => Promise<readonly TimelineEvent[]>;
  readonly facts: () => Facts;
}

/** Follows one deployment. A crash is one that is first seen after ECS called the deployment complete. */
export function followStability(
  run: RollingRun,
  { seconds, control }: { readonly seconds: number; readonly control: ControlRequest },
  ports: Ports,
): Stability {
  const stopping = createStopping({ ...control, stopAfterFailedTasks: 1 }, ports);
  let known: ReadonlySet<string> | undefined;
  let hasCrashed = false;
  let isSaid = false;

  const newCrashes = (last: RollingLook): RollingLook['stoppedTasks'] =>
    crashes(last.stoppedTasks).filter(({ id }) => known?.has(id) === false);
  const facts = (): Facts => (hasCrashed ? { stableFor: seconds, ...stopFacts(stopping.state()) } : {});

  return {
    facts,
    judge: (decided, looks) => {
      const last = looks.at(-1);
      if (decided?.status !== 'deployed' || decided.facts.nothingRan === true) return decided;
      if (last === undefined || seconds === 0) return decided;
      known ??= new Set(crashes(last.stoppedTasks).map(({ id }) => id));
      hasCrashed ||= newCrashes(last).length > 0;
      if (!hasCrashed) return upFor(run, looks) >= seconds * 1_000 ? decided : undefined;
      const { kind } = stopping.state();
      // Where nothing can be returned to, or it is not wanted, this is the end.
      const isOver = kind === 'left' || kind === 'refused' || kind === 'denied';
      return isOver ? verdict('failed', 'not-stable', { ...decided.facts, ...facts() }) : undefined;
    },
    intervene: async (last, means) => {
      if (known === undefined) return [];
      if (hasCrashed) {
        const chosen: () => Means = control.onFailure === 'leave' ? () => ({ kind: 'leave' }) : means;
        return stopping.intervene(newCrashes(last), chosen);
      }
      if (isSaid) return [];
      isSaid = true;
      return [{ kind: 'settling', seconds }];
    },
  };
}
