import { primary } from '../../service/service.ts';
import { type Facts, isGreen, type Verdict, verdict } from '../outcome.ts';
import type { Ports } from '../ports.ts';
import type { ControlRequest } from '../request.ts';
import { createStopping, type Means, stopFacts, type StopMemory } from '../stop.ts';
import type { TimelineEvent } from '../timeline.ts';
import type { RollingLook } from './progress.ts';
import { isComplete, type RollingRun } from './rules.ts';
import { completedAt, crashes, endedAt, secondsToOutlive, upFor } from './stable.ts';

/** Whether new tasks stay up once ECS calls their deployment complete. */
export interface Stability {
  /** Holds what is green back until the tasks were up for long enough, and for ever once one crashed. */
  readonly judge: (decided: Verdict | undefined, looks: readonly RollingLook[]) => Verdict | undefined;
  /** Returns to what was there before, as on-failure asks, once a task crashed. */
  readonly intervene: (last: RollingLook, means: () => Means) => Promise<readonly TimelineEvent[]>;
  /** What every verdict says of it. */
  readonly facts: () => Facts;
  /** What a verdict that AWS did not give says of it. */
  readonly openFacts: () => Facts;
}

export interface Steadiness {
  /** How many seconds the tasks must be up; 0 for none. */
  readonly seconds: number;
  readonly control: ControlRequest;
  /** Set for a deployment that was complete long before the first look: its tasks must outlive those that crashed. */
  readonly standing?: Standing | undefined;
  readonly memory?: Pick<StopMemory, 'keep'>;
}

export interface Standing {
  /** For how many milliseconds its tasks were up at least before the first look. */
  readonly upFor: number;
  /** When the newest of them began to run, by AWS's clock. */
  readonly newestStart?: number | undefined;
}

/**
 * Follows one deployment. A crash counts from the moment at which ECS called the deployment complete, by
 * AWS's own times, so that of before the first look and between two looks does, too; where ECS does not tell
 * the moment, from the look that saw it complete first.
 */
export function followStability(
  run: RollingRun,
  { seconds: asked, control, standing, memory }: Steadiness,
  ports: Ports,
): Stability {
  const stopping = createStopping(
    { ...control, stopAfterFailedTasks: 1 },
    ports,
    memory && { keep: memory.keep },
  );
  const isLeft = control.onFailure === 'leave';
  let earlier: ReadonlySet<string> | undefined;
  let since: number | undefined;
  let seconds = asked;
  let upBefore = standing?.upFor ?? 0;
  let hasCrashed = false;
  let isHeld = false;
  let isSaid = false;

  const note = (last: RollingLook): void => {
    if (earlier === undefined && !isComplete(run, last)) return;
    if (earlier === undefined) {
      const crashed = crashes(last.stoppedTasks);
      earlier = new Set(crashed.map(({ id }) => id));
      if (standing !== undefined) {
        seconds = Math.max(seconds, secondsToOutlive(crashed));
        // What was read before lagged behind: a task that takes the place of one that crashed is newer than its end.
        const { newestStart = 0 } = standing;
        if (crashed.some((task) => (endedAt(task) ?? 0) > newestStart)) upBefore = 0;
      }
    }
    if (standing === undefined) since ??= completedAt(run, last);
    hasCrashed ||= newCrashes(last).length > 0;
  };
  const newCrashes = (last: RollingLook): RollingLook['stoppedTasks'] =>
    crashes(last.stoppedTasks).filter((task) => {
      const end = endedAt(task);
      return since === undefined || end === undefined ? earlier?.has(task.id) === false : end > since;
    });
  const facts = (): Facts =>
    hasCrashed ? { stableFor: seconds, ...stopFacts(isLeft ? { kind: 'left' } : stopping.state()) } : {};

  return {
    facts,
    openFacts: () => (isHeld && !hasCrashed ? { unproven: seconds } : facts()),
    judge: (decided, looks) => {
      const last = looks.at(-1);
      if (last === undefined || (asked === 0 && standing === undefined)) return decided;
      if (decided !== undefined && !isGreen(decided.status)) return decided;
      if (decided?.facts.nothingRan === true) return decided;
      note(last);
      if (!hasCrashed) {
        isHeld = decided !== undefined;
        return upFor(run, looks, upBefore) >= seconds * 1_000 ? decided : undefined;
      }
      const { kind } = stopping.state();
      // Where nothing can be returned to, or it is not wanted, this is the end.
      const isOver = isLeft || kind === 'refused' || kind === 'denied';
      return isOver ? verdict('failed', 'not-stable', { ...servedFacts(last), ...facts() }) : undefined;
    },
    intervene: async (last, means) => {
      if (hasCrashed) return isLeft ? [] : stopping.intervene(newCrashes(last), means);
      if (isSaid || !isHeld) return [];
      isSaid = true;
      return [{ kind: 'settling', seconds }];
    },
  };
}

function servedFacts({ service }: RollingLook): Facts {
  const serves = primary(service);
  return serves === undefined ? {} : { primary: { id: serves.id, taskDefinition: serves.taskDefinition } };
}
