import type { DeploymentStatus, LifecycleEventStatus } from '@aws-sdk/client-codedeploy';
import type { ServiceState, TaskSet } from '../../service/service.ts';
import { type Facts, type Verdict, verdict } from '../outcome.ts';

/** The deployment that one CreateDeployment call started. */
export interface CodeDeployRun {
  readonly deploymentId: string;
  readonly taskDefinition: string;
  /** True to wait until the old task set is terminated. */
  readonly waitForTermination: boolean;
  /** Minutes the group keeps the old task set, in which alarms may still roll back. */
  readonly terminationWaitMinutes: number;
}

/** One CodeDeploy deployment, ours or the one that rolls ours back. */
export interface CodeDeployDeployment {
  readonly id: string;
  readonly status: string;
  readonly errorCode?: string;
  readonly errorMessage?: string;
  readonly rollbackDeploymentId?: string;
  /** Events after which CodeDeploy rolls back by itself; empty when it does not. */
  readonly autoRollback: readonly string[];
}

export interface LifecycleEvent {
  readonly name: string;
  readonly status: string;
  /** Text and end of the log of the hook that failed. */
  readonly message?: string;
  readonly startedAt?: number;
  readonly endedAt?: number;
}

/** A task set as CodeDeploy sees it. */
export interface WeightedTaskSet {
  readonly id: string;
  readonly label: string;
  readonly trafficWeight: number;
  readonly desiredCount: number;
  readonly runningCount: number;
  readonly pendingCount: number;
}

export interface CodeDeploySnapshot {
  /** Milliseconds by our own clock, for waits of ours alone. */
  readonly at: number;
  readonly service: ServiceState;
  readonly deployment: CodeDeployDeployment;
  readonly lifecycleEvents: readonly LifecycleEvent[];
  readonly taskSets: readonly WeightedTaskSet[];
  /** The second deployment, once the first one names it. */
  readonly rollback?: CodeDeployDeployment;
}

/** Whether this run stopped the deployment, and whether it asked for a rollback. */
export type StoppedByUs = 'no' | 'with-rollback' | 'without-rollback';

export interface CodeDeployHistory {
  readonly run: CodeDeployRun;
  /** Oldest first; at least one. */
  readonly snapshots: readonly CodeDeploySnapshot[];
  readonly stopped: StoppedByUs;
}

interface Now extends CodeDeploySnapshot {
  readonly run: CodeDeployRun;
  readonly primary: TaskSet | undefined;
  /** Milliseconds since the deployment was first seen at an end. */
  readonly endedFor: number;
  readonly stopped: StoppedByUs;
  readonly previous: CodeDeploySnapshot | undefined;
}

type CodeDeployRule = (now: Now) => Verdict | undefined;

/** The verdict rules of controller CODE_DEPLOY in order: the first answer wins. */
export const CODEDEPLOY_RULES: readonly CodeDeployRule[] = [
  rollbackEnded,
  endedWithoutRollback,
  deployed,
  replaced,
];

/** The verdict over what was seen so far, or undefined while the deployment is under way. */
export function judgeCodeDeploy(history: CodeDeployHistory): Verdict | undefined {
  const now = momentOf(history);
  if (now === undefined) return undefined;
  for (const rule of CODEDEPLOY_RULES) {
    const answer = rule(now);
    if (answer !== undefined) return answer;
  }
  return undefined;
}

/** What a status of a deployment means; a status that the SDK adds is a type error here. */
export const DEPLOYMENT_PHASES = {
  Created: 'moving',
  Queued: 'moving',
  InProgress: 'moving',
  Baking: 'moving',
  Ready: 'waiting',
  Succeeded: 'succeeded',
  Failed: 'ended',
  Stopped: 'ended',
} as const satisfies Record<DeploymentStatus, string>;

export type DeploymentPhase = (typeof DEPLOYMENT_PHASES)[DeploymentStatus] | 'unknown';

export function deploymentPhase(status: string): DeploymentPhase {
  const known: ReadonlyMap<string, DeploymentPhase> = new Map(Object.entries(DEPLOYMENT_PHASES));
  return known.get(status) ?? 'unknown';
}

/** Whether a lifecycle event with this status is over and did no harm. */
export const EVENT_PASSED = {
  Pending: false,
  InProgress: false,
  Succeeded: true,
  Failed: false,
  Skipped: true,
  Unknown: false,
} as const satisfies Record<LifecycleEventStatus, boolean>;

const eventPassed = (event: LifecycleEvent): boolean =>
  new Map<string, boolean>(Object.entries(EVENT_PASSED)).get(event.status) ?? false;

/** The task set that a deployment made, while the service has it. */
export function taskSetOf(service: ServiceState, deploymentId: string): TaskSet | undefined {
  return service.taskSets.find(({ externalId }) => externalId === deploymentId);
}

// Failed and Stopped are both ends: an alarm ends as Stopped. The rollback is a deployment of its own.
function rollbackEnded({ run, deployment, rollback, primary, lifecycleEvents }: Now): Verdict | undefined {
  if (deploymentPhase(deployment.status) !== 'ended' || rollback === undefined) return undefined;
  const facts: Facts = {
    ...endFacts(deployment, lifecycleEvents),
    ...primaryFacts(primary),
    rollbackDeploymentId: rollback.id,
  };
  switch (deploymentPhase(rollback.status)) {
    case 'succeeded':
      return primary !== undefined && primary.externalId !== run.deploymentId
        ? verdict('rolled-back', 'codedeploy-rolled-back', facts)
        : undefined;
    case 'ended':
      return verdict('failed', 'codedeploy-rollback-failed', facts);
    case 'moving':
    case 'waiting':
    case 'unknown':
      return undefined;
  }
}

// The id of the rollback appears some seconds after the end; a person can also ask for one by hand.
const ROLLBACK_EXPECTED_WITHIN_MS = 60_000;
const ROLLBACK_POSSIBLE_WITHIN_MS = 10_000;

function endedWithoutRollback(now: Now): Verdict | undefined {
  const { deployment, primary, lifecycleEvents, endedFor } = now;
  if (deploymentPhase(deployment.status) !== 'ended' || deployment.rollbackDeploymentId !== undefined) {
    return undefined;
  }
  const patience = isRollbackExpected(now) ? ROLLBACK_EXPECTED_WITHIN_MS : ROLLBACK_POSSIBLE_WITHIN_MS;
  if (endedFor < patience) return undefined;
  return verdict('failed', 'codedeploy-ended', {
    ...endFacts(deployment, lifecycleEvents),
    ...primaryFacts(primary),
  });
}

function isRollbackExpected({ deployment, stopped }: Now): boolean {
  if (stopped !== 'no') return stopped === 'with-rollback';
  const event =
    deployment.status === 'Failed'
      ? 'DEPLOYMENT_FAILURE'
      : deployment.errorCode === 'ALARM_ACTIVE'
        ? 'DEPLOYMENT_STOP_ON_ALARM'
        : 'DEPLOYMENT_STOP_ON_REQUEST';
  return deployment.autoRollback.includes(event);
}

function deployed({ run, deployment, lifecycleEvents, primary, stopped }: Now): Verdict | undefined {
  const phase = deploymentPhase(deployment.status);
  // What this run stopped will end as Stopped, though its last events may still come to pass.
  if (phase === 'ended' || (stopped !== 'no' && phase !== 'succeeded')) return undefined;
  if (primary?.externalId !== run.deploymentId) return undefined;
  const isShifted =
    lifecycleEvents.some(({ name }) => name === 'AfterAllowTraffic') && lifecycleEvents.every(eventPassed);
  if (!isShifted) return undefined;
  // A deployment taken for ours that deploys another revision is somebody else's.
  if (primary.taskDefinition !== run.taskDefinition)
    return verdict('superseded', 'task-set-replaced', primaryFacts(primary));
  // CodeDeploy looks at health no more once the traffic is shifted: tasks that crash late are seen here alone.
  if (primary.runningCount < primary.desiredCount) return undefined;
  const facts = {
    ...primaryFacts(primary),
    ...(primary.desiredCount === 0 ? { nothingRan: true } : {}),
  };
  if (phase === 'succeeded') return verdict('deployed', 'terminated-blue', facts);
  if (run.waitForTermination) return undefined;
  return verdict('deployed', 'traffic-shifted', {
    ...facts,
    rollbackWindowMinutes: run.terminationWaitMinutes,
  });
}

// Succeeded, yet another task set serves, twice in a row: someone deployed after us.
function replaced({ run, deployment, service, primary, previous }: Now): Verdict | undefined {
  const isOther = (seen: ServiceState | undefined): boolean => {
    const serving = seen?.taskSets.find(({ status }) => status === 'PRIMARY');
    return serving !== undefined && serving.externalId !== run.deploymentId;
  };
  if (deploymentPhase(deployment.status) !== 'succeeded') return undefined;
  return isOther(service) && isOther(previous?.service)
    ? verdict('superseded', 'task-set-replaced', primaryFacts(primary))
    : undefined;
}

function endFacts(deployment: CodeDeployDeployment, events: readonly LifecycleEvent[]): Facts {
  const failing = events.find(({ status }) => status === 'Failed');
  return {
    ...(deployment.errorCode === undefined ? {} : { awsCode: deployment.errorCode }),
    ...(deployment.errorMessage === undefined ? {} : { awsReason: deployment.errorMessage }),
    ...(failing === undefined
      ? {}
      : {
          lifecycleEvent: {
            name: failing.name,
            ...(failing.message === undefined ? {} : { message: failing.message }),
          },
        }),
  };
}

const primaryFacts = (primary: TaskSet | undefined): Facts =>
  primary === undefined ? {} : { primary: { id: primary.id, taskDefinition: primary.taskDefinition } };

function momentOf({ run, snapshots, stopped }: CodeDeployHistory): Now | undefined {
  const last = snapshots.at(-1);
  if (last === undefined) return undefined;
  const firstEnd = snapshots.find(({ deployment }) => deploymentPhase(deployment.status) === 'ended');
  return {
    ...last,
    run,
    stopped,
    primary: last.service.taskSets.find(({ status }) => status === 'PRIMARY'),
    endedFor: firstEnd === undefined ? 0 : last.at - firstEnd.at,
    previous: snapshots.at(-2),
  };
}
