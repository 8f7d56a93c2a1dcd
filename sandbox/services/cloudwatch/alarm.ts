import type { DescribeAlarmsInput } from '@aws-sdk/client-cloudwatch';
import { AwsError } from '../../aws-error.ts';
import type { Context } from '../../operation.ts';
import { seconds } from '../../wire/json11.ts';
import { schedule, type World } from '../../world.ts';
import type { CloudWatchEvent } from './happening.ts';
import type { AlarmSettings, Comparison, MetricAlarm } from './state.ts';

const shown = 100;
/** [?] How long an alarm of a scenario stays, so that the deployment after the next is not met by it. */
const recoversAfter = 300_000;

/** An alarm that is OK. */
export const createAlarm = (settings: AlarmSettings, now: number): MetricAlarm => ({
  ...settings,
  createdAt: now,
  state: 'OK',
  stateReason: okReason(settings, now),
  stateUpdatedAt: now,
});

/** Lets an alarm go off, if there is one of that name. It is OK again after five minutes. */
export function setOffAlarm(world: World, name: string): void {
  const alarm = world.cloudwatch.alarms.find((candidate) => candidate.name === name);
  if (alarm === undefined) return;
  alarm.state = 'ALARM';
  alarm.stateReason = alarmReason(alarm, world.now);
  alarm.stateUpdatedAt = world.now;
  schedule(world, recoversAfter, { service: 'cloudwatch', kind: 'alarm-recovers', name, since: world.now });
}

/** Plays one due event of CloudWatch. */
export function playCloudWatch(world: World, { name, since }: CloudWatchEvent): void {
  const alarm = world.cloudwatch.alarms.find((candidate) => candidate.name === name);
  if (alarm?.state !== 'ALARM' || alarm.stateUpdatedAt !== since) return;
  alarm.state = 'OK';
  alarm.stateReason = okReason(alarm, world.now);
  alarm.stateUpdatedAt = world.now;
}

/** DescribeAlarms: by names, a prefix or a state; names that are not there are left out. */
export function describeAlarms(input: DescribeAlarmsInput, { world }: Context): object {
  const {
    AlarmNames,
    AlarmNamePrefix = '',
    StateValue,
    AlarmTypes,
    MaxRecords = shown,
    NextToken = '0',
  } = input;
  const alarms = world.cloudwatch.alarms.filter(
    ({ name, state }) =>
      (AlarmNames === undefined || AlarmNames.includes(name)) &&
      name.startsWith(AlarmNamePrefix) &&
      (StateValue === undefined || state === StateValue) &&
      (AlarmTypes === undefined || AlarmTypes.includes('MetricAlarm')),
  );
  const start = Number(NextToken);
  // [?] These words.
  if (!Number.isInteger(start) || start < 0) throw new AwsError('InvalidNextToken', 'Invalid next token.');
  const end = start + MaxRecords;
  return {
    MetricAlarms: alarms.slice(start, end).map((alarm) => viewAlarm(world, alarm)),
    CompositeAlarms: [],
    ...(end < alarms.length ? { NextToken: String(end) } : {}),
  };
}

function viewAlarm({ region, account }: World, alarm: MetricAlarm): object {
  return {
    AlarmName: alarm.name,
    AlarmArn: `arn:aws:cloudwatch:${region}:${account}:alarm:${alarm.name}`,
    AlarmConfigurationUpdatedTimestamp: seconds(alarm.createdAt),
    ActionsEnabled: true,
    OKActions: [],
    AlarmActions: [],
    InsufficientDataActions: [],
    StateValue: alarm.state,
    StateReason: alarm.stateReason,
    StateUpdatedTimestamp: seconds(alarm.stateUpdatedAt),
    StateTransitionedTimestamp: seconds(alarm.stateUpdatedAt),
    MetricName: alarm.metric,
    Namespace: alarm.namespace,
    Statistic: alarm.statistic,
    Dimensions: [],
    Period: alarm.period,
    EvaluationPeriods: alarm.evaluationPeriods,
    Threshold: alarm.threshold,
    ComparisonOperator: alarm.comparison,
  };
}

/** A value beyond the threshold. */
const beyond = ({ comparison, threshold }: AlarmSettings): number =>
  comparison.startsWith('Greater') ? threshold * 2 + 1 : threshold - 1;

const within = ({ comparison, threshold }: AlarmSettings): number =>
  comparison.startsWith('Greater') ? threshold - 1 : threshold * 2 + 1;

const words: Readonly<Record<Comparison, string>> = {
  GreaterThanThreshold: 'greater than',
  GreaterThanOrEqualToThreshold: 'greater than or equal to',
  LessThanThreshold: 'less than',
  LessThanOrEqualToThreshold: 'less than or equal to',
};

const alarmReason = (settings: AlarmSettings, now: number): string =>
  `${crossed(settings, beyond(settings), now)} was ${words[settings.comparison]} the threshold ` +
  `(${decimal(settings.threshold)}) (minimum 1 datapoint for OK -> ALARM transition).`;

const okReason = (settings: AlarmSettings, now: number): string =>
  `${crossed(settings, within(settings), now)} was not ${words[settings.comparison]} the threshold ` +
  `(${decimal(settings.threshold)}) (minimum 1 datapoint for ALARM -> OK transition).`;

const crossed = ({ evaluationPeriods, period }: AlarmSettings, value: number, now: number): string =>
  `Threshold Crossed: 1 out of the last ${evaluationPeriods} datapoints ` +
  `[${decimal(value)} (${minuteOf(now - period * 1000)})]`;

/** `5.0`: CloudWatch writes numbers in its reasons as Java does. */
const decimal = (value: number): string => (Number.isInteger(value) ? value.toFixed(1) : String(value));

/** `01/09/26 12:00:00`. */
function minuteOf(time: number): string {
  const [date = '', clock = ''] = new Date(time - (time % 60_000)).toISOString().split('T');
  const [year = '', month = '', day = ''] = date.split('-');
  return `${day}/${month}/${year.slice(2)} ${clock.slice(0, 8)}`;
}
