/** What can happen in CloudWatch without anybody asking for it at that moment. */
export interface CloudWatchEvent {
  readonly service: 'cloudwatch';
  readonly kind: 'alarm-recovers';
  readonly name: string;
  /** When the alarm went off: void where it went off again since. */
  readonly since: number;
}
