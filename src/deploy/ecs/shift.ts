import type { ServiceDeploymentLifecycleStage } from '@aws-sdk/client-ecs';
import { type Hook, HOOK_STATUSES, isUnderWay } from './hook.ts';
import type { TimelineEvent, Weight } from '../timeline.ts';

/** What a service deployment tells of a strategy that shifts traffic: BLUE_GREEN, LINEAR or CANARY. */
export interface Shift {
  /** ARN of the service deployment. */
  readonly arn: string;
  readonly lifecycleStage?: string;
  /** Percent of the production and the test traffic; absent where there is none to be shared. */
  readonly production?: readonly Weight[];
  readonly test?: readonly Weight[];
  readonly hooks?: readonly Hook[];
  readonly alarms?: { readonly status: string; readonly triggered: readonly string[] };
  /** Minutes that both revisions run after the shift; absent under ROLLING. */
  readonly bakeMinutes?: number;
}

/** Positions of the stages, as the developer guide orders them ("Lifecycle stages"); a new one is a type error here. */
export const STAGES = {
  RECONCILE_SERVICE: 0,
  PRE_SCALE_UP: 1,
  SCALE_UP: 2,
  POST_SCALE_UP: 3,
  TEST_TRAFFIC_SHIFT: 4,
  POST_TEST_TRAFFIC_SHIFT: 5,
  PRODUCTION_TRAFFIC_SHIFT: 6,
  POST_PRODUCTION_TRAFFIC_SHIFT: 7,
  BAKE_TIME: 8,
  CLEAN_UP: 9,
} as const satisfies Record<ServiceDeploymentLifecycleStage, number>;

const POSITIONS: ReadonlyMap<string, number> = new Map(Object.entries(STAGES));

/** What moved between two looks at a service deployment, but for its status. */
export function shiftProgress(previous: Shift | undefined, next: Shift): readonly TimelineEvent[] {
  return [
    ...stageReached(previous, next),
    ...weightsMoved('production', previous?.production, next.production),
    ...weightsMoved('test', previous?.test, next.test),
    ...hooksMoved(previous, next),
    ...alarmsMoved(previous, next),
  ];
}

function stageReached(previous: Shift | undefined, next: Shift): readonly TimelineEvent[] {
  const { lifecycleStage: stage, bakeMinutes } = next;
  const before = previous?.lifecycleStage;
  if (stage === undefined || stage === before) return [];
  if (!POSITIONS.has(stage)) return [{ kind: 'unknown-word', of: 'lifecycle stage', word: stage }];
  return [
    {
      kind: 'stage',
      stage,
      passed: passedBetween(before, stage),
      ...(stage === 'BAKE_TIME' && bakeMinutes !== undefined ? { minutes: bakeMinutes } : {}),
    },
  ];
}

/** Stages that every deployment goes through and that began and ended between two looks. */
function passedBetween(before: string | undefined, stage: string): readonly string[] {
  // The first one takes place only where another deployment is under way.
  const from = (before === undefined ? undefined : POSITIONS.get(before)) ?? STAGES.RECONCILE_SERVICE;
  const to = POSITIONS.get(stage) ?? from;
  return [...POSITIONS].filter(([, position]) => position > from && position < to).map(([name]) => name);
}

function weightsMoved(
  of: 'production' | 'test',
  before: readonly Weight[] | undefined,
  after: readonly Weight[] | undefined,
): readonly TimelineEvent[] {
  if (after === undefined || JSON.stringify(before) === JSON.stringify(after)) return [];
  // Nobody gets test traffic until it is shifted, and nobody after that.
  const isNothing =
    before === undefined && after.every(({ role, percent }) => role === 'old' || percent === 0);
  return isNothing ? [] : [{ kind: 'traffic', of, weights: after }];
}

function hooksMoved(
  previous: Shift | undefined,
  { arn, hooks = [], lifecycleStage }: Shift,
): readonly TimelineEvent[] {
  return hooks.flatMap((hook): readonly TimelineEvent[] => {
    const before = previous?.hooks?.find(({ id }) => id === hook.id);
    if (before?.status === hook.status) return [];
    if (!Object.hasOwn(HOOK_STATUSES, hook.status))
      return [{ kind: 'unknown-word', of: 'status of a lifecycle hook', word: hook.status }];
    // A stage lasts until its hooks are over: the present one may be a later one by then.
    const seenIn = isUnderWay(hook)
      ? lifecycleStage
      : before !== undefined && isUnderWay(before)
        ? previous?.lifecycleStage
        : undefined;
    const stage = hook.stage ?? seenIn;
    return [{ kind: 'hook', hook, serviceDeployment: arn, ...(stage === undefined ? {} : { stage }) }];
  });
}

function alarmsMoved(previous: Shift | undefined, { alarms }: Shift): readonly TimelineEvent[] {
  if (alarms === undefined || JSON.stringify(previous?.alarms) === JSON.stringify(alarms)) return [];
  const isSilent = previous?.alarms === undefined && alarms.status === 'DISABLED';
  return isSilent ? [] : [{ kind: 'alarms', ...alarms }];
}
