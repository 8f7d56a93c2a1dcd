import { type AwsFailure, awsFailure } from '../aws/errors.ts';
import { LostAnswer } from '../aws/lost-answer.ts';
import { UserError } from '../inputs/problem.ts';
import type { CauseGroup, StoppedTask } from './cause.ts';
import { provenCause } from './fail-fast.ts';
import { answered, type Grace } from './grace.ts';
import type { Facts } from './outcome.ts';
import type { ControlRequest } from './request.ts';
import type { TimelineEvent } from './timeline.ts';

/** The call that ends a deployment, as the present look at it allows. */
export type Means =
  | {
      readonly kind: 'call';
      /** As service:Action. */
      readonly action: string;
      /** False where what is there is left as it is, as `on-failure: leave` asks. */
      readonly restores: boolean;
      /** Sends it once. Sending it again must stop nothing twice. */
      readonly send: () => Promise<unknown>;
      /** Error codes that say that there is nothing to stop any more: the next looks tell how it ended. */
      readonly over: ReadonlySet<string>;
    }
  /** What is needed for the call is not there yet: the next look may have it. */
  | { readonly kind: 'not-yet' }
  /** Nothing can be sent that would end it without restoring anything: the run only stops watching. */
  | { readonly kind: 'leave' }
  | { readonly kind: 'impossible'; readonly why: string };

/** How far ending the deployment has come. Where the answer was lost it is asked again. */
export type Stop =
  | { readonly kind: 'not-needed' }
  | { readonly kind: 'left' }
  | Call<'throttled' | 'answer-lost'>
  | SentStop
  /** The permission is missing: another call may do, where there is one. */
  | { readonly kind: 'denied'; readonly action: string; readonly reason: string }
  | { readonly kind: 'refused'; readonly action?: string; readonly reason?: string };

interface Call<Kind> {
  readonly kind: Kind;
  readonly action: string;
  readonly restores: boolean;
}

/** A call that ends a deployment as the post step must know it: taken by AWS, or sent without an answer so far. */
export type SentStop = Call<'asked' | 'cut-off'>;

/** How a call of this run that ends its deployment becomes known to the post step, and from a step before. */
export interface StopMemory {
  /** Told before a call is sent, and what became of it; undefined where it had no effect. */
  readonly keep: (stop: SentStop | undefined) => void;
  readonly known?: SentStop | undefined;
}

export const NO_MEMORY: StopMemory = { keep: () => undefined };

/** Ends a deployment of ours, at most once. */
export interface Stopping {
  readonly state: () => Stop;
  /** Ends it once its tasks have proven that it cannot succeed; asked after each look. */
  readonly intervene: (
    tasks: readonly StoppedTask[],
    means: () => Means,
  ) => Promise<readonly TimelineEvent[]>;
}

/** The part of a run that ends a deployment which cannot succeed, by `stop-after-failed-tasks` and `on-failure`. */
export function createStopping(
  control: ControlRequest,
  ports: Grace,
  memory: StopMemory = NO_MEMORY,
): Stopping {
  let stop: Stop = memory.known ?? { kind: 'not-needed' };
  return {
    state: () => stop,
    intervene: async (tasks, means) => {
      if (stop.kind === 'asked' || stop.kind === 'refused' || stop.kind === 'left') return [];
      const group = provenCause(tasks, control.stopAfterFailedTasks);
      if (group === undefined) return [];
      const chosen = means();
      // The same call would be denied again.
      if (stop.kind === 'denied' && (chosen.kind !== 'call' || chosen.action === stop.action)) return [];
      const asked = await carryOut(chosen, group, { ...ports, ...memory });
      stop = asked.stop.kind === 'not-needed' ? stop : asked.stop;
      return asked.events;
    },
  };
}

interface CarriedOut {
  readonly stop: Stop;
  readonly events: readonly TimelineEvent[];
}

async function carryOut(means: Means, group: CauseGroup, ports: Grace & StopMemory): Promise<CarriedOut> {
  switch (means.kind) {
    case 'not-yet':
      return { stop: { kind: 'not-needed' }, events: [] };
    case 'leave':
      return { stop: { kind: 'left' }, events: [] };
    case 'impossible':
      return {
        stop: { kind: 'refused', reason: means.why },
        events: [{ kind: 'stop-failed', reason: means.why, isAskedAgain: false }],
      };
    case 'call': {
      const { stop, failure } = await askForPost(means, ports);
      const { action, restores } = means;
      if (stop.kind === 'asked') return { stop, events: [{ kind: 'stopping', group, action, restores }] };
      if (failure === undefined) return { stop, events: [] };
      return {
        stop,
        events: [
          {
            kind: 'stop-failed',
            action,
            reason: failure,
            isAskedAgain: stop.kind === 'throttled' || stop.kind === 'answer-lost',
          },
        ],
      };
    }
  }
}

/** The same call for a deployment of ours: kept for the post step before it is sent, and when AWS took it. */
export async function askForPost(
  means: Extract<Means, { kind: 'call' }>,
  ports: Grace & Pick<StopMemory, 'keep'>,
): ReturnType<typeof ask> {
  const { action, restores } = means;
  const sent: SentStop = { kind: 'cut-off', action, restores };
  ports.keep(sent);
  const answer = await ask(means, ports);
  if (answer.stop.kind === 'asked') ports.keep(answer.stop);
  else if (!isStopSent(answer.stop)) ports.keep(undefined);
  return answer;
}

/** Sends the call that ends a deployment; never throws for what AWS or a signal did. */
export async function ask(
  { action, restores, send, over }: Extract<Means, { kind: 'call' }>,
  ports: Grace,
): Promise<{ readonly stop: Stop; readonly failure?: string }> {
  try {
    await answered(send(), ports, action);
    return { stop: { kind: 'asked', action, restores } };
  } catch (error) {
    if (error instanceof UserError) {
      return { stop: { kind: 'refused', action, reason: error.message }, failure: error.message };
    }
    if (error instanceof LostAnswer) {
      return { stop: { kind: 'answer-lost', action, restores }, failure: error.message };
    }
    const failure = awsFailure(error);
    if (failure === undefined) throw error;
    if (failure.kind === 'aborted') return { stop: { kind: 'cut-off', action, restores } };
    return { stop: failedStop(failure, { action, restores, over }), failure: failure.message };
  }
}

function failedStop(
  { kind, code, message }: AwsFailure,
  {
    action,
    restores,
    over,
  }: { readonly action: string; readonly restores: boolean; readonly over: ReadonlySet<string> },
): Stop {
  if (kind === 'throttled') return { kind: 'throttled', action, restores };
  if (kind === 'unknown-effect') return { kind: 'answer-lost', action, restores };
  if (kind === 'denied') return { kind: 'denied', action, reason: message };
  return over.has(code) ? { kind: 'refused', action } : { kind: 'refused', action, reason: message };
}

/** What was sent without an answer, once the deployment is seen to end so: it had its effect. */
export const stopAsSeen = (stop: Stop, isEnding: boolean): Stop =>
  stop.kind === 'cut-off' && isEnding ? { ...stop, kind: 'asked' } : stop;

/** Whether AWS may be ending the deployment because this run asked for it. */
export function isStopSent({ kind }: Stop): boolean {
  return kind === 'asked' || kind === 'answer-lost' || kind === 'cut-off';
}

/** Whether what this run sent brings back what served before. */
export const isRestoring = (stop: Stop): boolean => isStopSent(stop) && 'restores' in stop && stop.restores;

/** What the verdict says about it. */
export function stopFacts(stop: Stop): Facts {
  switch (stop.kind) {
    case 'asked':
    case 'answer-lost':
      return { stopped: true, ...(stop.restores ? {} : { leftAsItIs: true }) };
    case 'cut-off':
      return { unanswered: stop.action };
    case 'denied':
    case 'refused':
      if (stop.reason === undefined) return {};
      return {
        notStopped: stop.reason,
        ...(stop.action === undefined ? {} : { stopAction: stop.action }),
      };
    case 'left':
      return { leftAsItIs: true };
    case 'not-needed':
    case 'throttled':
      return {};
  }
}
