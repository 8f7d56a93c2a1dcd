export interface AutoscalingState {
  readonly scalableTargets: ScalableTarget[];
}

export interface ScalableTarget {
  /** `service/CLUSTER/SERVICE`. */
  readonly resourceId: string;
  readonly min: number;
  readonly max: number;
  readonly createdAt: number;
}
