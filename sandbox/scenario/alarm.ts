import { comparisons, type AlarmSettings } from '../services/cloudwatch/state.ts';
import type { Alarm } from '../services/codedeploy/state.ts';
import type { Fields } from './fields.ts';

/** An alarm: when it goes off, and what it watches. */
export interface ScenarioAlarm extends Omit<Alarm, 'struck'> {
  readonly watches: AlarmSettings;
}

const statistics = ['Sum', 'Average', 'Maximum', 'Minimum', 'SampleCount'] as const;

/** Reads an alarm; one without `at` never goes off. */
export function readAlarm(fields: Fields): ScenarioAlarm {
  const name = fields.text('name');
  return {
    name,
    at: fields.integer('at', 0),
    times: fields.integer('times', fields.raw('at') === undefined ? 0 : 1),
    watches: {
      name,
      namespace: fields.text('namespace', 'AWS/ApplicationELB'),
      metric: fields.text('metric', 'HTTPCode_Target_5XX_Count'),
      statistic: fields.choice('statistic', statistics, 'Sum'),
      comparison: fields.choice('comparison', comparisons, 'GreaterThanThreshold'),
      threshold: fields.integer('threshold', 5),
      period: fields.integer('periodSeconds', 60),
      evaluationPeriods: fields.integer('evaluationPeriods', 1),
    },
  };
}
