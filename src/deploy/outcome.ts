import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import type { Problem } from '../inputs/problem.ts';
import type { CauseGroup } from './cause.ts';
import type { TimelineEntry } from './timeline.ts';

/** How a deployment ended. Green: deployed, unchanged and, only when asked for, started and paused. */
export const STATUSES = [
  'deployed',
  'unchanged',
  'started',
  'paused',
  'rolled-back',
  'failed',
  'superseded',
  'timed-out',
  'cancelled',
  'unknown',
] as const;

export type Status = (typeof STATUSES)[number];

/** Whether the job may be green. */
export function isGreen(status: Status): boolean {
  switch (status) {
    case 'deployed':
    case 'unchanged':
    case 'started':
    case 'paused':
      return true;
    case 'rolled-back':
    case 'failed':
    case 'superseded':
    case 'timed-out':
    case 'cancelled':
    case 'unknown':
      return false;
  }
}

/** The rule that decided; report/outcome.ts has one sentence for each. */
export type Rule =
  // before anything was started
  | 'refused'
  | 'start-refused'
  | 'already-running'
  | 'restored-by-stop'
  | 'restored-by-rollback'
  | 'plan-only'
  | 'not-waiting'
  // controller ECS
  | 'count-reached'
  | 'no-deployment-started'
  | 'service-deployment-rolled-back'
  | 'rollback-failed'
  | 'service-deployment-stopped'
  | 'service-deployment-replaced'
  | 'completed'
  | 'failed-in-place'
  | 'previous-restored'
  | 'own-rollback-failed'
  | 'left-failing'
  | 'not-stable'
  | 'replaced'
  // controller CODE_DEPLOY
  | 'traffic-shifted'
  | 'terminated-blue'
  | 'codedeploy-rolled-back'
  | 'codedeploy-rollback-failed'
  | 'codedeploy-ended'
  | 'task-set-replaced'
  // any
  | 'wrong-image'
  | 'limit-passed'
  | 'signal'
  | 'lost-sight';

/** What a rule saw. Every member is a fact from AWS or from the inputs, never a sentence of ours. */
export interface Facts {
  /** AWS's own reason, word for word. */
  readonly awsReason?: string;
  /** AWS's error code, where the reason has one. */
  readonly awsCode?: string;
  /** The deployment or task set that serves, or took over. */
  readonly primary?: { readonly id: string; readonly taskDefinition: string };
  /** The commit of what took over, where the tags of its revision tell. */
  readonly commit?: string;
  /** The second CodeDeploy deployment that rolled ours back. */
  readonly rollbackDeploymentId?: string;
  /** Lifecycle event of CodeDeploy that failed, with its diagnostics. */
  readonly lifecycleEvent?: { readonly name: string; readonly message?: string };
  /** The limit of the watch, in minutes. */
  readonly minutes?: number;
  /** Minutes in which alarms can still roll a CodeDeploy deployment back. */
  readonly rollbackWindowMinutes?: number;
  /** True when desiredCount is 0: it was deployed, and nothing ran. */
  readonly nothingRan?: boolean;
  /** True when only the count was set, for which ECS starts no deployment. */
  readonly countOnly?: boolean;
  /** True when the deployment was in progress, and nothing was ending it, when the watch ended. */
  readonly isUnderWay?: boolean;
  /** True when the deployment was already rolling back when the watch ended. */
  readonly rollingBack?: boolean;
  /** Which call failed, as service:Action. */
  readonly action?: string;
  /** True when a signal came while the call that starts a deployment was under way. */
  readonly wasSent?: boolean;
  /** The call, as service:Action, that was sent when a signal came and whose answer did not. */
  readonly unanswered?: string;
  /** True when this run stopped the deployment: its tasks stopped again and again, or the run was cancelled. */
  readonly stopped?: boolean;
  /** True when nothing is to be rolled back, as on-failure or on-cancel ask. */
  readonly leftAsItIs?: boolean;
  /** Why this run could not stop the deployment, in AWS's words. */
  readonly notStopped?: string;
  /** The call that was to stop it, as service:Action. */
  readonly stopAction?: string;
  /** Seconds that the tasks had to be up, where they crashed once the deployment was complete. */
  readonly stableFor?: number;
  /** Seconds that the tasks had yet to prove to be up for when the watch ended, though ECS calls it complete. */
  readonly unproven?: number;
  /** A revision that was registered and stays, though no deployment was started. */
  readonly registered?: string;
}

/** A rule's answer. */
export interface Verdict {
  readonly status: Status;
  readonly rule: Rule;
  readonly facts: Facts;
}

export const verdict = (status: Status, rule: Rule, facts: Facts = {}): Verdict => ({ status, rule, facts });

/** Everything a report says about one deployment of one service. */
export interface Outcome {
  readonly region: string;
  readonly cluster: string;
  readonly service: string;
  readonly verdict: Verdict;
  /** What stands in the way, when nothing was started. */
  readonly problems: readonly Problem[];
  /** ARN of the revision asked for, once it is known. */
  readonly taskDefinition?: string;
  /** ARN of the revision that ran before. */
  readonly previousTaskDefinition?: string;
  /** ARN of the revision that serves now, as far as it was seen. */
  readonly runningTaskDefinition?: string;
  /** How many tasks of it ran, where that was seen. */
  readonly servingTasks?: number;
  readonly handle?: Handle;
  readonly imageVerified: 'true' | 'false' | 'unknown';
  readonly causes: readonly CauseGroup[];
  /** Why it did not end well, where a deployment of ours failed, was rolled back or timed out. */
  readonly diagnosis?: Diagnosis;
  readonly timeline: readonly TimelineEntry[];
  readonly milliseconds: number;
}

/** What was started: saved for the post step and for later runs. */
export interface Handle {
  readonly kind: 'ecs' | 'codedeploy';
  readonly id: string;
}
