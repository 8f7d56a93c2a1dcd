import type { DeploymentLifecycleHookStatus } from '@aws-sdk/client-ecs';

/** A lifecycle hook that runs, or ran. */
export interface Hook {
  readonly id: string;
  /** AWS_LAMBDA or PAUSE. */
  readonly type: string;
  /** ARN of the function; absent for a pause. */
  readonly target?: string;
  readonly status: string;
  /** The only stage that hooks of this target are configured for; absent where there are several. */
  readonly stage?: string;
  /** ISO 8601, by AWS's clock. */
  readonly expiresAt?: string;
  /** CONTINUE or ROLLBACK. */
  readonly timeoutAction?: string;
}

/** What a hook's status means; one that the SDK adds is a type error here. */
export const HOOK_STATUSES = {
  IN_PROGRESS: 'open',
  AWAITING_ACTION: 'awaits',
  SUCCEEDED: 'over',
  FAILED: 'over',
  TIMED_OUT: 'over',
} as const satisfies Record<DeploymentLifecycleHookStatus, string>;

/** Whether a hook is not over. */
export const isUnderWay = ({ status }: Hook): boolean =>
  new Map<string, string>(Object.entries(HOOK_STATUSES)).get(status) !== 'over';
