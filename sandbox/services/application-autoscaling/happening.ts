/** What can happen in Application Auto Scaling without anybody asking for it at that moment. */
export interface AutoscalingEvent {
  readonly service: 'application-autoscaling';
  readonly kind: 'scale';
  readonly resourceId: string;
  readonly desiredCount: number;
  readonly policy: string;
}
