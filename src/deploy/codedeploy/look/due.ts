import { deploymentPhase, EVENT_PASSED, type CodeDeploySnapshot, type LifecycleEvent } from '../rules.ts';

/** The calls of a look. */
export interface Due {
  /** DescribeServices. */
  readonly service: boolean;
  /** GetDeployment. */
  readonly deployment: boolean;
  /** BatchGetDeploymentTargets. */
  readonly target: boolean;
}

type Known = Pick<CodeDeploySnapshot, 'at' | 'deployment' | 'lifecycleEvents'>;

/** What the look before knew, and when each call was made last, in milliseconds of the watch's own clock. */
export interface Seen<S extends Known = Known> {
  readonly snapshot: S;
  readonly readAt: Readonly<Record<keyof Due, number>>;
}

/** So old may an answer become, in milliseconds, before it is asked for again. */
const OLDEST_MS = 4_500;
/** The next pause may be longer than the last one: pauses grow by a fifteenth, and their jitter is a tenth. */
const NEXT_PAUSE = 1.3;

/**
 * Which calls the look at this moment makes; for the others the last answer stands. Asked each time: the
 * service while its tasks are started, the target while lifecycle events follow one another, and whatever
 * decides once the traffic is shifted or the deployment is over. Nothing becomes 5 seconds old.
 */
export function dueReads({ snapshot, readAt }: Seen, now: number): Due {
  const { at, deployment, lifecycleEvents } = snapshot;
  const isOld = (read: number): boolean => now - read + (now - at) * NEXT_PAUSE > OLDEST_MS;
  const isInstalling = lifecycleEvents.some(
    ({ name, status }) => name === 'Install' && status === 'InProgress',
  );
  const isOver = isAtAnEnd(deployment.status);
  // What ended and names its rollback changes no more.
  const isSettled = isOver && deployment.rollbackDeploymentId !== undefined;
  return {
    service: isInstalling || isOver || haveAllPassed(lifecycleEvents) || isOld(readAt.service),
    deployment: !isSettled && (isOver || isOld(readAt.deployment)),
    target: (!isInstalling && !isOver) || isOld(readAt.target),
  };
}

/** Whether what was just read can decide, so that everything else must be as fresh. */
export function canDecide(before: Known, after: Known): boolean {
  const hasEnded = isAtAnEnd(after.deployment.status) && !isAtAnEnd(before.deployment.status);
  const isThrough = (events: readonly LifecycleEvent[]): boolean =>
    haveAllPassed(events) || events.some(({ status }) => status === 'Failed');
  return hasEnded || (isThrough(after.lifecycleEvents) && !isThrough(before.lifecycleEvents));
}

function isAtAnEnd(status: string): boolean {
  const phase = deploymentPhase(status);
  return phase === 'ended' || phase === 'succeeded';
}

const haveAllPassed = (events: readonly LifecycleEvent[]): boolean =>
  events.length > 0 &&
  events.every(({ status }) => new Map<string, boolean>(Object.entries(EVENT_PASSED)).get(status) ?? false);
