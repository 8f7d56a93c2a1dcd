import type { CloudWatch } from '@aws-sdk/client-cloudwatch';

/** An alarm that ended a deployment. */
export interface AlarmFacts {
  readonly name: string;
  /** Absent where it could not be read. */
  readonly metric?: string;
  readonly statistic?: string;
  readonly comparison?: string;
  readonly threshold?: number;
  /** OK, ALARM or INSUFFICIENT_DATA; it may have changed since. */
  readonly state?: string;
  /** Why it is in its state, in AWS's words. */
  readonly reason?: string;
}

/** The names of alarms in the text of AWS that tells of them, each in brackets: `Activated alarms: <one> <two>`. */
export function alarmNames(text: string): readonly string[] {
  const [, named = ''] = /Activated alarms: (.*)/.exec(text) ?? [];
  return [...named.matchAll(/<([^>]+)>/g)].map(([, name = '']) => name);
}

/** Metric and threshold of alarms (DescribeAlarms). */
export async function describeAlarms(
  client: Pick<CloudWatch, 'describeAlarms'>,
  names: readonly string[],
  signal: AbortSignal,
): Promise<readonly AlarmFacts[]> {
  const answer = await client.describeAlarms({ AlarmNames: [...names] }, { abortSignal: signal });
  return names.map((name) => {
    const found = answer.MetricAlarms?.find(({ AlarmName }) => AlarmName === name);
    if (found === undefined) return { name };
    const { Namespace, MetricName, Statistic, ComparisonOperator, Threshold, StateReason, StateValue } =
      found;
    return {
      name,
      ...(MetricName === undefined ? {} : { metric: `${Namespace ?? ''} ${MetricName}`.trim() }),
      ...(Statistic === undefined ? {} : { statistic: Statistic }),
      ...(ComparisonOperator === undefined ? {} : { comparison: ComparisonOperator }),
      ...(Threshold === undefined ? {} : { threshold: Threshold }),
      ...(StateValue === undefined ? {} : { state: StateValue }),
      ...(StateReason === undefined ? {} : { reason: StateReason }),
    };
  });
}
