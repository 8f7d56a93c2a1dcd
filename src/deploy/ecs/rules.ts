import type { ServiceDeploymentStatus } from '@aws-sdk/client-ecs';
import type { Deployment, ServiceState } from '../../service/service.ts';
import { type Facts, type Verdict, verdict } from '../outcome.ts';
import { isNative } from './configuration.ts';
import type { Shift } from './shift.ts';

/** The deployment that one UpdateService call started. */
export interface RollingRun {
  /** P: the PRIMARY id in the answer of UpdateService. */
  readonly deploymentId: string;
  /** S0: the ids of the deployments before the call. */
  readonly before: readonly string[];
  /** ARN of the revision asked for. */
  readonly taskDefinition: string;
  /** When AWS created P, in milliseconds since 1970 by its own clock. */
  readonly createdAt?: number;
}

/** R: the service deployment whose target revision ends with P's number. */
export interface ServiceDeploymentRecord extends Shift {
  readonly status: string;
  readonly statusReason?: string;
  readonly rollbackReason?: string;
  readonly failureCount?: number;
  readonly threshold?: number;
  /** When it ended, in milliseconds since 1970, by AWS's clock. */
  readonly finishedAt?: number;
}

/** What was seen of the service at one moment. */
export interface RollingSnapshot {
  readonly service: ServiceState;
  /** Absent until it appears, and always without ecs:ListServiceDeployments. */
  readonly record?: ServiceDeploymentRecord;
}

export interface RollingHistory {
  readonly run: RollingRun;
  /** Oldest first; at least one. */
  readonly snapshots: readonly RollingSnapshot[];
  /** The deployment that this run started to return to what was there before. */
  readonly rolledBackBy?: string;
}

interface Now {
  readonly run: RollingRun;
  readonly service: ServiceState;
  readonly record: ServiceDeploymentRecord | undefined;
  readonly primary: Deployment | undefined;
  /** The same moment one snapshot ago. */
  readonly before: Now | undefined;
  /** Ids of deployments whose reason said, at any moment, that AWS rolls back to them. */
  readonly rollbackTargets: ReadonlySet<string>;
  readonly rolledBackBy: string | undefined;
}

type RollingRule = (now: Now) => Verdict | undefined;

/** The verdict rules of controller ECS in order: the first answer wins. */
export const ROLLING_RULES: readonly RollingRule[] = [
  recordRolledBack,
  recordStopped,
  completed,
  failedInPlace,
  ownRollbackFailed,
  noLongerPrimary,
];

/**
 * The verdict over what was seen so far, or undefined while the deployment is under way.
 * A status this version does not know decides nothing.
 */
export function judgeRolling(history: RollingHistory): Verdict | undefined {
  const { run } = history;
  const now = momentOf(history);
  if (now === undefined) return undefined;
  // AWS started no deployment: what it says of the old one, such as SUCCESSFUL, is about another day.
  if (run.before.includes(run.deploymentId)) return countOnly(now);
  for (const rule of ROLLING_RULES) {
    const answer = rule(now);
    if (answer !== undefined) return answer;
  }
  return undefined;
}

/** What a status of a service deployment means; a status that the SDK adds is a type error here. */
export const RECORD_PHASES = {
  PENDING: 'moving',
  IN_PROGRESS: 'moving',
  SUCCESSFUL: 'successful',
  STOP_REQUESTED: 'moving',
  STOPPED: 'stopped',
  ROLLBACK_REQUESTED: 'rolling-back',
  ROLLBACK_IN_PROGRESS: 'rolling-back',
  ROLLBACK_SUCCESSFUL: 'rolled-back',
  ROLLBACK_FAILED: 'rollback-failed',
} as const satisfies Record<ServiceDeploymentStatus, string>;

export type RecordPhase = (typeof RECORD_PHASES)[ServiceDeploymentStatus] | 'unknown';

export function recordPhase(record: Pick<ServiceDeploymentRecord, 'status'>): RecordPhase {
  const known: ReadonlyMap<string, RecordPhase> = new Map(Object.entries(RECORD_PHASES));
  return known.get(record.status) ?? 'unknown';
}

/** The deployment of this run in a snapshot, while the service still lists it. */
export function ownDeployment(run: RollingRun, service: ServiceState): Deployment | undefined {
  return service.deployments.find(({ id }) => id === run.deploymentId);
}

/** Whether ECS calls the deployment of this run complete while it is PRIMARY; how many of its tasks run is not asked. */
export function isComplete(
  run: RollingRun,
  {
    service,
    record,
  }: Pick<RollingSnapshot, 'service'> & {
    readonly record?: ServiceDeploymentRecord | undefined;
  },
): boolean {
  const primary = ownDeployment(run, service);
  if (primary?.status !== 'PRIMARY') return false;
  const phase = record === undefined ? undefined : recordPhase(record);
  if (phase === 'rolling-back') return false;
  // Where ECS shifts traffic and bakes, the record alone tells that this is over.
  const isJudgedByRecord = service.strategy !== 'ROLLING' && (phase !== undefined || isNative(service));
  return phase === 'successful' || (primary.rolloutState === 'COMPLETED' && !isJudgedByRecord);
}

// A change of the count alone keeps the deployment and its id: AWS started nothing.
function countOnly({ run, service, primary }: Now): Verdict | undefined {
  if (primary?.taskDefinition !== run.taskDefinition) {
    return verdict('failed', 'no-deployment-started', primaryFacts(primary));
  }
  if (primary.rolloutState === 'FAILED') return verdict('failed', 'failed-in-place', primaryFacts(primary));
  const reached = primary.runningCount === service.desiredCount && primary.rolloutState === 'COMPLETED';
  return reached
    ? verdict('unchanged', 'count-reached', {
        ...primaryFacts(primary),
        ...(service.desiredCount === 0 ? { nothingRan: true } : {}),
      })
    : undefined;
}

function recordRolledBack({ record, primary }: Now): Verdict | undefined {
  if (record === undefined) return undefined;
  switch (recordPhase(record)) {
    case 'rolled-back':
      return verdict('rolled-back', 'service-deployment-rolled-back', {
        ...recordFacts(record),
        ...primaryFacts(primary),
      });
    case 'rollback-failed':
      return verdict('failed', 'rollback-failed', { ...recordFacts(record), ...primaryFacts(primary) });
    case 'moving':
    case 'successful':
    case 'stopped':
    case 'rolling-back':
    case 'unknown':
      return undefined;
  }
}

function recordStopped(now: Now): Verdict | undefined {
  const { run, record, primary, before } = now;
  if (record === undefined || recordPhase(record) !== 'stopped') return undefined;
  // Stopped without a rollback it may go on to its end all the same [?]: what ECS calls COMPLETED has ended well.
  if (completed(now) !== undefined) return undefined;
  // Service and record are read at the same time: what replaced ours may show in the next look only.
  const isFirstLook = before?.record === undefined || recordPhase(before.record) !== 'stopped';
  if (primary?.id === run.deploymentId && isFirstLook) return undefined;
  // Our own return to what was there before replaced it: how that ends is the verdict.
  if (isReturn(now)) return undefined;
  const facts = { ...recordFacts(record), ...primaryFacts(primary) };
  // A breaker without rollback stops the record, too: nobody else did.
  if (failedAsPrimary(now)) return verdict('failed', 'failed-in-place', { ...facts, ...ownFailure(now) });
  const isNew = primary !== undefined && primary.id !== run.deploymentId && !run.before.includes(primary.id);
  return isNew
    ? verdict('superseded', 'service-deployment-replaced', facts)
    : verdict('failed', 'service-deployment-stopped', facts);
}

function completed(now: Now): Verdict | undefined {
  const { run, primary, rolledBackBy } = now;
  if (primary === undefined || !isComplete(run, now)) return undefined;
  // This run has returned to what was there before: a read that lags behind does not show that yet.
  if (rolledBackBy !== undefined) return undefined;
  if (primary.runningCount < primary.desiredCount) return undefined;
  // A new PRIMARY starts with desiredCount 0: "0 of 0" is done only when AWS says COMPLETED.
  if (primary.desiredCount === 0 && primary.rolloutState !== 'COMPLETED') return undefined;
  return verdict('deployed', 'completed', {
    ...primaryFacts(primary),
    ...(primary.desiredCount === 0 ? { nothingRan: true } : {}),
  });
}

// FAILED and still PRIMARY: nothing took its place. Where a rollback is due, the moment between
// the failure and the rollback (about 0.2 s in a recording) must not be taken for the end.
function failedInPlace(now: Now): Verdict | undefined {
  if (!failedAsPrimary(now)) return undefined;
  const { service, record, before, primary } = now;
  const phase = record === undefined ? undefined : recordPhase(record);
  if (phase === 'rolling-back') return undefined;
  const isRollbackDue =
    (service.breaker.enabled && service.breaker.rollback) ||
    (service.alarms.enabled && service.alarms.rollback);
  const mustRepeat = isRollbackDue || phase !== undefined;
  if (mustRepeat && (before === undefined || !failedAsPrimary(before))) return undefined;
  return verdict('failed', 'failed-in-place', {
    ...(primary?.rolloutStateReason === undefined ? {} : { awsReason: primary.rolloutStateReason }),
    ...primaryFacts(primary),
  });
}

const failedAsPrimary = ({ run, primary }: Now): boolean =>
  primary?.id === run.deploymentId && primary.rolloutState === 'FAILED';

// This run returned to what was there before, or AWS did when that return failed.
const isReturn = ({ run, primary, rolledBackBy }: Now): boolean =>
  rolledBackBy !== undefined &&
  primary !== undefined &&
  (primary.id === rolledBackBy || run.before.includes(primary.id));

// AWS may roll back our return, too: then what it put in its place decides.
function ownRollbackFailed({ primary, rolledBackBy }: Now): Verdict | undefined {
  if (primary === undefined || primary.id !== rolledBackBy || primary.rolloutState !== 'FAILED') {
    return undefined;
  }
  return verdict('failed', 'own-rollback-failed', {
    ...(primary.rolloutStateReason === undefined ? {} : { awsReason: primary.rolloutStateReason }),
    ...primaryFacts(primary),
  });
}

// Without a record: a rollback puts the old deployment back as PRIMARY, under its old id.
// With one, only what came after a success is left to tell: the other ends have rules of their own.
function noLongerPrimary(now: Now): Verdict | undefined {
  const { run, service, record, primary, before, rollbackTargets } = now;
  if (primary === undefined || primary.id === run.deploymentId) return undefined;
  // A deployment that a hook refuses leaves within seconds: why, only its record tells, which may come later.
  if (record === undefined && isNative(service) && !isReturn(now)) return undefined;
  const isDecidedByRecord = record !== undefined && recordPhase(record) !== 'successful';
  if (isDecidedByRecord && !isReturn(now)) return undefined;
  if (before?.primary === undefined || before.primary.id === run.deploymentId) return undefined;
  const isRollback = run.before.includes(primary.id) || rollbackTargets.has(primary.id);
  if (!isRollback) return verdict('superseded', 'replaced', primaryFacts(primary));
  if (isFromBefore(now)) return undefined;
  if (primary.rolloutState !== 'COMPLETED') return undefined;
  return verdict('rolled-back', 'previous-restored', {
    ...primaryFacts(primary),
    ...ownFailure(now),
  });
}

// A read can lag behind: what it shows may be the service before the start, settled on what served then.
function isFromBefore({ run, service, primary, rollbackTargets }: Now): boolean {
  if (primary?.updatedAt === undefined || run.createdAt === undefined) return false;
  return (
    primary.updatedAt < run.createdAt &&
    !rollbackTargets.has(primary.id) &&
    ownDeployment(run, service) === undefined
  );
}

// The failed deployment can be gone some seconds later; its service event stays.
function ownFailure(now: Now): Facts {
  for (let moment: Now | undefined = now; moment !== undefined; moment = moment.before) {
    const own = ownDeployment(moment.run, moment.service);
    if (own?.rolloutState === 'FAILED' && own.rolloutStateReason !== undefined) {
      return { awsReason: own.rolloutStateReason };
    }
  }
  const mark = `(deployment ${now.run.deploymentId}) deployment failed: `;
  const event = now.service.events.find(({ message }) => message.includes(mark));
  return event === undefined
    ? {}
    : { awsReason: event.message.slice(event.message.indexOf(mark) + mark.length) };
}

const primaryFacts = (primary: Deployment | undefined): Facts =>
  primary === undefined ? {} : { primary: { id: primary.id, taskDefinition: primary.taskDefinition } };

function recordFacts(record: ServiceDeploymentRecord): Facts {
  const reason = record.statusReason ?? record.rollbackReason;
  return reason === undefined ? {} : { awsReason: reason };
}

function momentOf({ run, snapshots, rolledBackBy }: RollingHistory): Now | undefined {
  const rollbackTargets = new Set(rolledBackBy === undefined ? [] : [rolledBackBy]);
  let now: Now | undefined;
  for (const { service, record } of snapshots) {
    const primary = service.deployments.find(({ status }) => status === 'PRIMARY');
    if (primary !== undefined && primary.rolloutStateReason?.includes('rolling back') === true) {
      rollbackTargets.add(primary.id);
    }
    now = { run, service, record, primary, before: now, rollbackTargets, rolledBackBy };
  }
  return now;
}
