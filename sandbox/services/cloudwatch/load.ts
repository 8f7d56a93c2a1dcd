import * as cloudwatch from '@aws-sdk/client-cloudwatch';
import { accepting } from '../../wire/schema.ts';

/** How the input of DescribeAlarms is read and its output written in CBOR: by the schemas that the SDK exports. */
export const acceptDescribeAlarms = accepting<cloudwatch.DescribeAlarmsInput>(
  cloudwatch.DescribeAlarmsInput$,
);
export const describeAlarmsOutput = cloudwatch.DescribeAlarmsOutput$;
