import { groupCauses, type CauseGroup, type StoppedTask } from '../cause.ts';
import type { Count, TimelineEvent } from '../timeline.ts';
import type { Deployment, ServiceEvent } from '../../service/service.ts';
import { shiftProgress } from './shift.ts';
import type { Reached } from './reached.ts';
import { recordPhase, type RollingRun, type RollingSnapshot } from './rules.ts';

/** A look at a rolling deployment with the tasks of it that stopped. */
export interface RollingLook extends RollingSnapshot {
  /** Milliseconds since the start. */
  readonly at: number;
  /** Tasks of other deployments that are stopping. */
  readonly draining?: { readonly count: number; readonly seconds: number };
  readonly stoppedTasks: readonly StoppedTask[];
  readonly reached?: Reached;
}

const ROLLOUT_STATES: ReadonlySet<string> = new Set(['COMPLETED', 'IN_PROGRESS', 'FAILED']);

/** What happened to a rolling deployment between two looks, nothing twice. */
export function rollingProgress(
  run: RollingRun,
  previous: RollingLook | undefined,
  next: RollingLook,
): readonly TimelineEvent[] {
  return [
    ...newServiceEvents(previous?.service.events, next.service.events),
    ...newCauses(previous?.stoppedTasks ?? [], next.stoppedTasks),
    ...rolloutChanges(run, previous, next),
    ...recordChanges(previous, next),
    ...countChanges(run, previous, next),
    ...drainChanges(previous, next),
  ];
}

/** Service events that were not there before, oldest first, equal ones as one. On the first look nothing is new. */
export function newServiceEvents(
  before: readonly ServiceEvent[] | undefined,
  after: readonly ServiceEvent[],
): readonly TimelineEvent[] {
  if (before === undefined) return [];
  const known = new Set(before.map(({ id }) => id));
  const last = before[0];
  const times = new Map<string, number>();
  for (const event of after.filter(({ id }) => !known.has(id)).reverse()) {
    if (times.size === 0 && last !== undefined && isRepeated(event, last)) continue;
    times.set(event.message, (times.get(event.message) ?? 0) + 1);
  }
  return [...times].map(([message, count]) => ({
    kind: 'service-event',
    message,
    ...(count === 1 ? {} : { times: count }),
  }));
}

const SAME_MOMENT_MS = 60_000;

// AWS says one thing twice, under two ids, such as targets that are deregistered in two groups.
const isRepeated = (event: ServiceEvent, last: ServiceEvent): boolean =>
  event.message === last.message && event.at - last.at < SAME_MOMENT_MS;

/** Causes that came up or grew. */
export function newCauses(
  before: readonly StoppedTask[],
  after: readonly StoppedTask[],
): readonly TimelineEvent[] {
  const known = new Map(groupCauses(before).map((group) => [causeKey(group), group.tasks.length]));
  return groupCauses(after).flatMap((group): readonly TimelineEvent[] => {
    const count = known.get(causeKey(group));
    return count === group.tasks.length ? [] : [{ kind: 'cause', group, isNew: count === undefined }];
  });
}

const causeKey = ({ cause, tasks }: CauseGroup): string =>
  JSON.stringify([cause.kind, cause.container, tasks[0]?.id]);

function rolloutChanges(
  run: RollingRun,
  previous: RollingLook | undefined,
  next: RollingLook,
): readonly TimelineEvent[] {
  return next.service.deployments.flatMap((deployment): readonly TimelineEvent[] => {
    const { id, status, rolloutState: state, rolloutStateReason: reason } = deployment;
    const before = previous?.service.deployments.find((other) => other.id === id);
    const isOurs = id === run.deploymentId;
    if (state === undefined || (!isOurs && status !== 'PRIMARY')) return [];
    if (previous === undefined || (before?.rolloutState === state && before.rolloutStateReason === reason))
      return [];
    if (!ROLLOUT_STATES.has(state)) return [{ kind: 'unknown-word', of: 'rolloutState', word: state }];
    return [{ kind: 'rollout', id, state, ...(reason === undefined ? {} : { reason }) }];
  });
}

function recordChanges(previous: RollingLook | undefined, next: RollingLook): readonly TimelineEvent[] {
  const { record } = next;
  if (record === undefined) return [];
  const before = previous?.record;
  const moved = shiftProgress(before, record);
  if (before?.status === record.status) return moved;
  if (recordPhase(record) === 'unknown') {
    return [{ kind: 'unknown-word', of: 'service deployment status', word: record.status }, ...moved];
  }
  const reason = record.statusReason ?? record.rollbackReason;
  return [
    {
      kind: 'service-deployment',
      status: record.status,
      ...(reason === undefined ? {} : { reason }),
      ...(before?.lifecycleStage === undefined ? {} : { stage: before.lifecycleStage }),
    },
    ...moved,
  ];
}

function drainChanges(previous: RollingLook | undefined, next: RollingLook): readonly TimelineEvent[] {
  const { draining } = next;
  const isNew = draining !== undefined && draining.count !== previous?.draining?.count;
  return isNew ? [{ kind: 'draining', ...draining }] : [];
}

function countChanges(
  run: RollingRun,
  previous: RollingLook | undefined,
  next: RollingLook,
): readonly TimelineEvent[] {
  const lines = counts(run, next);
  const before = previous === undefined ? undefined : counts(run, previous);
  return JSON.stringify(lines) === JSON.stringify(before) ? [] : [{ kind: 'counts', lines }];
}

const counts = (run: RollingRun, { service }: RollingLook): readonly Count[] =>
  service.deployments.map((deployment) => count(run, deployment));

const count = (run: RollingRun, deployment: Deployment): Count => ({
  id: deployment.id,
  taskDefinition: deployment.taskDefinition,
  role: deployment.id === run.deploymentId ? 'new' : 'old',
  desired: deployment.desiredCount,
  running: deployment.runningCount,
  pending: deployment.pendingCount,
});
