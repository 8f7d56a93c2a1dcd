import * as cloudwatch from '@aws-sdk/client-cloudwatch';
import { accepting } from '../../wire/schema.ts';

/** How the input of DescribeAlarms is read: by the schema that the SDK exports. */
export const acceptDescribeAlarms = accepting<cloudwatch.DescribeAlarmsInput>(
  cloudwatch.DescribeAlarmsInput$,
);
