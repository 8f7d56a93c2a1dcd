/** CloudWatch as far as alarms go. All times are milliseconds since 1970. */
export interface CloudWatchState {
  readonly alarms: MetricAlarm[];
}

export interface MetricAlarm extends AlarmSettings {
  readonly createdAt: number;
  state: AlarmState;
  stateReason: string;
  stateUpdatedAt: number;
}

/** What an alarm watches. */
export interface AlarmSettings {
  readonly name: string;
  readonly namespace: string;
  readonly metric: string;
  readonly statistic: 'Average' | 'Maximum' | 'Minimum' | 'SampleCount' | 'Sum';
  readonly comparison: Comparison;
  readonly threshold: number;
  /** Seconds. */
  readonly period: number;
  readonly evaluationPeriods: number;
}

export type AlarmState = 'OK' | 'ALARM' | 'INSUFFICIENT_DATA';

export const comparisons = [
  'GreaterThanThreshold',
  'GreaterThanOrEqualToThreshold',
  'LessThanThreshold',
  'LessThanOrEqualToThreshold',
] as const;
export type Comparison = (typeof comparisons)[number];
