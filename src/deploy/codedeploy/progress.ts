import type { StoppedTask } from '../cause.ts';
import { newCauses, newServiceEvents } from '../ecs/progress.ts';
import type { Count, TimelineEvent, Weight } from '../timeline.ts';
import {
  type CodeDeployDeployment,
  type CodeDeployRun,
  type CodeDeploySnapshot,
  deploymentPhase,
  EVENT_PASSED,
  type LifecycleEvent,
} from './rules.ts';

/** A look at a CodeDeploy deployment with the tasks of the new task set that stopped. */
export interface CodeDeployLook extends CodeDeploySnapshot {
  readonly stoppedTasks: readonly StoppedTask[];
}

/** What happened between two looks, nothing twice. */
export function codeDeployProgress(
  run: CodeDeployRun,
  previous: CodeDeployLook | undefined,
  next: CodeDeployLook,
): readonly TimelineEvent[] {
  return [
    ...newServiceEvents(previous?.service.events, next.service.events),
    ...newCauses(previous?.stoppedTasks ?? [], next.stoppedTasks),
    ...lifecycleChanges(previous?.lifecycleEvents ?? [], next.lifecycleEvents),
    ...trafficChanges(run, previous, next),
    ...countChanges(run, previous, next),
    ...statusChanges(previous?.deployment, next.deployment),
    ...rollbackChanges(previous, next),
  ];
}

function lifecycleChanges(
  before: readonly LifecycleEvent[],
  after: readonly LifecycleEvent[],
): readonly TimelineEvent[] {
  return after.flatMap((event): readonly TimelineEvent[] => {
    const { name, status, message, startedAt, endedAt } = event;
    const known = before.find((other) => other.name === name)?.status ?? 'Pending';
    if (status === known) return [];
    if (!Object.hasOwn(EVENT_PASSED, status))
      return [{ kind: 'unknown-word', of: `status of ${name}`, word: status }];
    const seconds =
      startedAt === undefined || endedAt === undefined
        ? undefined
        : Math.round((endedAt - startedAt) / 1_000);
    return [
      {
        kind: 'lifecycle-event',
        name,
        status,
        ...(seconds === undefined ? {} : { seconds }),
        ...(message === undefined || status !== 'Failed' ? {} : { message }),
      },
    ];
  });
}

function trafficChanges(
  run: CodeDeployRun,
  previous: CodeDeployLook | undefined,
  next: CodeDeployLook,
): readonly TimelineEvent[] {
  const weights = traffic(run, next);
  const before = previous === undefined ? [] : traffic(run, previous);
  const isSame = JSON.stringify(weights) === JSON.stringify(before);
  return isSame || weights.length === 0 ? [] : [{ kind: 'traffic', weights }];
}

// After a rollback the service has our task set no more; CodeDeploy still calls it Green.
function traffic(run: CodeDeployRun, { service, taskSets }: CodeDeployLook): readonly Weight[] {
  const ours = service.taskSets.find(({ externalId }) => externalId === run.deploymentId)?.id;
  const isOurs = (id: string, label: string): boolean =>
    ours === undefined ? label.toLowerCase() === 'green' : id === ours;
  return taskSets.map(({ id, label, trafficWeight }) => ({
    role: isOurs(id, label) ? 'new' : 'old',
    percent: trafficWeight,
  }));
}

function countChanges(
  run: CodeDeployRun,
  previous: CodeDeployLook | undefined,
  next: CodeDeployLook,
): readonly TimelineEvent[] {
  const lines = counts(run, next);
  const before = previous === undefined ? undefined : counts(run, previous);
  return JSON.stringify(lines) === JSON.stringify(before) ? [] : [{ kind: 'counts', lines }];
}

const counts = (run: CodeDeployRun, { service }: CodeDeployLook): readonly Count[] =>
  service.taskSets.map((taskSet) => ({
    id: taskSet.id,
    taskDefinition: taskSet.taskDefinition,
    role: taskSet.externalId === run.deploymentId ? 'new' : 'old',
    desired: taskSet.desiredCount,
    running: taskSet.runningCount,
    pending: taskSet.pendingCount,
  }));

function statusChanges(
  before: CodeDeployDeployment | undefined,
  { id, status, errorMessage }: CodeDeployDeployment,
): readonly TimelineEvent[] {
  if (before?.status === status) return [];
  if (deploymentPhase(status) === 'unknown')
    return [{ kind: 'unknown-word', of: 'deployment status', word: status }];
  return [
    {
      kind: 'codedeploy-status',
      id,
      status,
      ...(errorMessage === undefined ? {} : { reason: errorMessage }),
    },
  ];
}

function rollbackChanges(
  previous: CodeDeployLook | undefined,
  { rollback }: CodeDeployLook,
): readonly TimelineEvent[] {
  if (rollback === undefined) return [];
  const isNew = previous?.rollback === undefined;
  return [
    ...(isNew ? [{ kind: 'rollback-started', id: rollback.id } as const] : []),
    ...statusChanges(previous?.rollback, rollback),
  ];
}
