import { awsFailure } from '../aws/errors.ts';
import type { ServiceState } from '../service/service.ts';
import type { StoppedTask } from './cause.ts';
import type { Reached } from './ecs/reached.ts';
import { LostSight } from './lost-sight.ts';
import { type Facts, type Verdict, verdict } from './outcome.ts';
import { nextDelay } from './pace.ts';
import type { Ports } from './ports.ts';
import type { TimelineEntry, TimelineEvent, Weight } from './timeline.ts';

/** What every look at a deployment has. */
export interface Look {
  readonly service: ServiceState;
  /** The tasks of this deployment that stopped. */
  readonly stoppedTasks: readonly StoppedTask[];
  /** What AWS says of the stage the deployment is in, where it says so. */
  readonly record?: {
    /** ARN of the service deployment. */
    readonly arn: string;
    readonly statusReason?: string;
    readonly rollbackReason?: string;
    /** Shares of the production traffic, where ECS shifts it. */
    readonly production?: readonly Weight[];
  };
  /** How far a service deployment came in all looks so far, or the lifecycle event of CodeDeploy that is under way. */
  readonly reached?: Reached;
}

/** One kind of deployment, as the watch sees it. */
export interface Subject<S> {
  /** One look at AWS. */
  readonly take: (at: number, signal: AbortSignal) => Promise<S>;
  /** The verdict over all looks so far, oldest first. */
  readonly judge: (snapshots: readonly S[]) => Verdict | undefined;
  /** What happened between two looks. */
  readonly progress: (previous: S | undefined, next: S) => readonly TimelineEvent[];
  /** What a verdict that AWS did not give should say of the last look. */
  readonly factsOf: (last: S) => Facts;
  /** What this run must do about what it sees; called after each look that decided nothing. */
  readonly intervene?: (snapshots: readonly S[]) => Promise<readonly TimelineEvent[]>;
}

export interface Watched<S> {
  readonly verdict: Verdict;
  readonly last: S | undefined;
  readonly timeline: readonly TimelineEntry[];
}

/**
 * Looks at a deployment until a rule decides, the limit passes, the runner asks to stop, or AWS can
 * no longer be seen. Throttling and broken connections mean: wait, never: fail.
 */
export async function watch<S extends Look>(
  subject: Subject<S>,
  ports: Pick<Ports, 'clock' | 'chance' | 'signal'>,
  { minutes, tell }: { readonly minutes: number; readonly tell: (entry: TimelineEntry) => void },
): Promise<Watched<S>> {
  const { clock, chance, signal } = ports;
  const startedAt = clock.now();
  const snapshots: S[] = [];
  const timeline: TimelineEntry[] = [];
  let changedAt = startedAt;
  let throttled = 0;
  let unreachable = 0;

  const note = (events: readonly TimelineEvent[]): void => {
    for (const event of events) {
      const entry = { after: clock.now() - startedAt, event };
      timeline.push(entry);
      tell(entry);
    }
    if (events.length > 0) changedAt = clock.now();
  };
  const end = (decided: Verdict): Watched<S> => ({ verdict: decided, last: snapshots.at(-1), timeline });
  const lastFacts = (): Facts => {
    const last = snapshots.at(-1);
    return last === undefined ? {} : subject.factsOf(last);
  };

  for (;;) {
    if (signal.aborted) return end(verdict('cancelled', 'signal', lastFacts()));
    const lookedAt = clock.now();
    try {
      const within = clock.timeout(Math.max(startedAt + minutes * 60_000 - lookedAt, LAST_LOOK_MS));
      const snapshot = await subject.take(lookedAt - startedAt, AbortSignal.any([signal, within]));
      const events = subject.progress(snapshots.at(-1), snapshot);
      const previous = snapshots.pop();
      if (previous !== undefined) snapshots.push(withoutEvents(previous));
      snapshots.push(snapshot);
      throttled = unreachable = 0;
      note(events);
      const decided = subject.judge(snapshots);
      if (decided !== undefined) return end(decided);
      note((await subject.intervene?.(snapshots)) ?? []);
    } catch (error) {
      if (error instanceof LostSight) {
        return end(verdict('unknown', 'lost-sight', { ...lastFacts(), awsReason: error.message }));
      }
      const failure = awsFailure(error);
      if (failure === undefined) throw error;
      switch (failure.kind) {
        case 'aborted':
          // By the runner or by the limit: both are asked about next.
          break;
        case 'throttled':
          if (throttled === 0) note([{ kind: 'throttled' }]);
          throttled += 1;
          break;
        case 'unknown-effect':
          if (unreachable === 0) note([{ kind: 'unreachable', reason: failure.message }]);
          unreachable += 1;
          break;
        case 'denied':
        case 'credentials':
        case 'refused':
          return end(
            verdict('unknown', 'lost-sight', {
              ...lastFacts(),
              awsCode: failure.code,
              awsReason: failure.message,
            }),
          );
      }
    }
    const sinceStart = clock.now() - startedAt;
    const left = minutes * 60_000 - sinceStart;
    if (left <= 0) return end(verdict('timed-out', 'limit-passed', { ...lastFacts(), minutes }));
    const pause = nextDelay({
      sinceStart,
      sinceChange: clock.now() - changedAt,
      throttled,
      chance: chance(),
    });
    const spent = throttled === 0 ? clock.now() - lookedAt : 0;
    await clock.sleep(Math.min(left, Math.max(0, pause - spent)), signal);
  }
}

/** How long a look may take that begins when the limit has nearly passed. */
const LAST_LOOK_MS = 5_000;

/** Events are told once; over hours they would be nearly all that is in memory. */
const withoutEvents = <S extends Look>(look: S): S => ({ ...look, service: { ...look.service, events: [] } });
