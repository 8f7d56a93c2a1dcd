import type { CauseGroup } from './cause.ts';
import type { Hook } from './ecs/hook.ts';

/** Something that happened during a deployment: a fact, put into words by the report. */
export type TimelineEvent =
  | { readonly kind: 'counts'; readonly lines: readonly Count[] }
  /** Text of AWS, word for word. */
  | { readonly kind: 'service-event'; readonly message: string; readonly times?: number }
  | { readonly kind: 'rollout'; readonly id: string; readonly state: string; readonly reason?: string }
  | {
      readonly kind: 'service-deployment';
      readonly status: string;
      readonly reason?: string;
      /** The stage at which the status came. */
      readonly stage?: string;
    }
  | {
      readonly kind: 'stage';
      readonly stage: string;
      /** Stages before it that began and ended between two looks. */
      readonly passed: readonly string[];
      /** How long it lasts, where that is configured. */
      readonly minutes?: number;
    }
  | {
      readonly kind: 'hook';
      readonly hook: Hook;
      /** ARN of the service deployment that it belongs to. */
      readonly serviceDeployment: string;
      readonly stage?: string;
    }
  | { readonly kind: 'alarms'; readonly status: string; readonly triggered: readonly string[] }
  | {
      readonly kind: 'codedeploy-status';
      readonly id: string;
      readonly status: string;
      readonly reason?: string;
    }
  | { readonly kind: 'rollback-started'; readonly id: string }
  | {
      readonly kind: 'lifecycle-event';
      readonly name: string;
      readonly status: string;
      readonly seconds?: number;
      readonly message?: string;
    }
  | {
      readonly kind: 'traffic';
      /** Absent for the traffic that CodeDeploy shifts. */
      readonly of?: 'production' | 'test';
      readonly weights: readonly Weight[];
    }
  | { readonly kind: 'cause'; readonly group: CauseGroup; readonly isNew: boolean }
  | {
      readonly kind: 'stopping';
      readonly group: CauseGroup;
      /** The call that was sent, as service:Action. */
      readonly action: string;
      /** False where nothing is rolled back, as asked. */
      readonly restores: boolean;
    }
  | {
      readonly kind: 'stop-failed';
      readonly action?: string;
      readonly reason: string;
      readonly isAskedAgain: boolean;
    }
  | { readonly kind: 'unknown-word'; readonly of: string; readonly word: string }
  /** Tasks of other deployments that are stopping, and for how long the oldest was seen to. */
  | { readonly kind: 'draining'; readonly count: number; readonly seconds: number }
  /** ECS calls it complete; the tasks must be up for some more seconds. */
  | { readonly kind: 'settling'; readonly seconds: number }
  | { readonly kind: 'throttled' }
  | { readonly kind: 'unreachable'; readonly reason: string };

export interface Count {
  /** Deployment or task set. */
  readonly id: string;
  readonly taskDefinition: string;
  readonly role: 'new' | 'old';
  readonly desired: number;
  readonly running: number;
  readonly pending: number;
}

export interface Weight {
  readonly role: 'new' | 'old';
  readonly percent: number;
}

/** An event and when it was seen, in milliseconds since the deployment was started. */
export interface TimelineEntry {
  readonly after: number;
  readonly event: TimelineEvent;
}
