/** Application Auto Scaling as far as services of ECS go. All times are milliseconds since 1970. */
export interface AutoscalingState {
  readonly scalableTargets: ScalableTarget[];
  /** Newest first. */
  readonly activities: ScalingActivity[];
  /** What a scenario lets happen. */
  readonly scalings: Scaling[];
}

export interface ScalableTarget {
  /** `service/CLUSTER/SERVICE`. */
  readonly resourceId: string;
  min: number;
  max: number;
  readonly createdAt: number;
  roleArn?: string;
  suspended: SuspendedState;
  tags: Readonly<Record<string, string>>;
}

export interface SuspendedState {
  readonly in: boolean;
  readonly out: boolean;
  readonly scheduled: boolean;
}

export const nothingSuspended: SuspendedState = { in: false, out: false, scheduled: false };

export interface ScalingActivity {
  readonly id: string;
  readonly resourceId: string;
  readonly desiredCount: number;
  readonly cause: string;
  readonly startedAt: number;
}

/** A policy that scales a service, some seconds after the first deployment that a caller starts there. */
export interface Scaling {
  readonly resourceId: string;
  readonly afterSeconds: number;
  readonly desiredCount: number;
  readonly policy: string;
  started: boolean;
}
