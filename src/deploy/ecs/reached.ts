import { recordPhase, type ServiceDeploymentRecord } from './rules.ts';
import { type Hook, isUnderWay } from './hook.ts';

/** How far a service deployment came, and what held it up there: AWS tells neither once it is over. */
export interface Reached {
  /** The stage in which it went forward last, or that AWS's reason names. */
  readonly stage?: string;
  /** The hook that failed or was answered too late; while the deployment goes forward, one that is under way. */
  readonly hook?: Hook;
  /** Names of the alarms that went off. */
  readonly alarms: readonly string[];
}

/** What was reached after one more look; a rollback goes through stages of its own, which count for nothing. */
export function reachedAfter(known: Reached | undefined, record: ServiceDeploymentRecord): Reached {
  const { hooks = [], lifecycleStage, alarms, statusReason, rollbackReason } = record;
  const isMoving = recordPhase(record) === 'moving';
  const reason = statusReason ?? rollbackReason ?? '';
  const failed = hooks.findLast(hasFailed);
  const hook = failed ?? (isMoving ? hooks.find(isUnderWay) : heldUp(known?.hook, reason));
  const stage = stageIn(reason) ?? failed?.stage ?? (isMoving ? lifecycleStage : undefined) ?? known?.stage;
  const triggered = alarms?.triggered ?? [];
  return {
    ...(stage === undefined ? {} : { stage }),
    ...(hook === undefined ? {} : { hook }),
    alarms: triggered.length > 0 ? triggered : (known?.alarms ?? []),
  };
}

/** Whether a hook ended the deployment that it belongs to. */
export const hasFailed = ({ status, timeoutAction }: Hook): boolean =>
  status === 'FAILED' || (status === 'TIMED_OUT' && timeoutAction !== 'CONTINUE');

// What was under way when an alarm or the breaker ended the deployment is not to blame.
const heldUp = (hook: Hook | undefined, reason: string): Hook | undefined =>
  hook !== undefined && (hasFailed(hook) || /\bhook\b/.test(reason)) ? hook : undefined;

/** "Service deployment rolled back because POST_SCALE_UP lifecycle hook(s) failed.", "… because STAGE pause hook …". */
const stageIn = (reason: string): string | undefined =>
  /because ([A-Z_]+) (?:lifecycle|pause) hook/.exec(reason)?.[1];
