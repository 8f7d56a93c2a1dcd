import { operation, type JsonService } from '../../operation.ts';
import { describeAlarms } from './alarm.ts';
import { acceptDescribeAlarms, describeAlarmsOutput } from './load.ts';

/** Amazon CloudWatch as far as alarms go, as the JavaScript SDK (awsJson1.0) and the AWS CLI (CBOR) speak to it. */
export const cloudwatch: JsonService = {
  name: 'cloudwatch',
  target: 'GraniteServiceVersion20100801',
  operations: {
    DescribeAlarms: operation({
      accept: acceptDescribeAlarms,
      output: describeAlarmsOutput,
      // [?] Whether naming alarms narrows what a policy is asked about.
      resource: (_, { region, account }) => `arn:aws:cloudwatch:${region}:${account}:alarm:*`,
      run: describeAlarms,
    }),
  },
};
