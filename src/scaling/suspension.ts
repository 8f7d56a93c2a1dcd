/** What Application Auto Scaling may not do at present, as SuspendedState of the API says it. */
export interface SuspendedState {
  readonly in: boolean;
  readonly out: boolean;
  readonly scheduled: boolean;
}

/** The scalable target of a service. */
export interface ScalableTarget {
  readonly arn: string;
  /** `service/CLUSTER/SERVICE`. */
  readonly resourceId: string;
  readonly min: number;
  readonly max: number;
  readonly suspended: SuspendedState;
  /** The state that a run noted before it suspended, and did not live to restore. */
  readonly left?: SuspendedState;
}

/** What is to be restored on one scalable target; kept for the post step from before anything is suspended. */
export interface Suspension {
  readonly region: string;
  readonly arn: string;
  readonly resourceId: string;
  readonly before: SuspendedState;
  /** True once that is so again. */
  readonly isRestored: boolean;
}

/** The tag on a scalable target that says what is to be restored: what even the post step could not, the next run does. */
export const SUSPENDED_FROM = 'ecs-deploy-toolkit:suspended-from';

/** The state while a deployment is under way; what was suspended before stays so. */
export function suspendedBy(asked: 'in' | 'all', before: SuspendedState): SuspendedState {
  switch (asked) {
    case 'in':
      return { ...before, in: true };
    case 'all':
      return { in: true, out: true, scheduled: true };
  }
}

export const isSameState = (one: SuspendedState, other: SuspendedState): boolean =>
  one.in === other.in && one.out === other.out && one.scheduled === other.scheduled;

export const isAnythingSuspended = (state: SuspendedState): boolean =>
  state.in || state.out || state.scheduled;

/** A state as the value of a tag, which may have no commas and braces. */
export const stateText = (state: SuspendedState): string =>
  `in:${state.in} out:${state.out} scheduled:${state.scheduled}`;

/** Undefined for a text that is not of `stateText`. */
export function stateIn(text: string): SuspendedState | undefined {
  const [, inward, outward, scheduled] =
    /^in:(true|false) out:(true|false) scheduled:(true|false)$/.exec(text) ?? [];
  return inward === undefined || outward === undefined || scheduled === undefined
    ? undefined
    : { in: inward === 'true', out: outward === 'true', scheduled: scheduled === 'true' };
}
