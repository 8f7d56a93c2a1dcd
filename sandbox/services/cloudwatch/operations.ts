import { operation, type JsonService } from '../../operation.ts';
import { describeAlarms } from './alarm.ts';
import { acceptDescribeAlarms } from './load.ts';

/** Amazon CloudWatch as far as alarms go, as the JavaScript SDK speaks to it: awsJson1.0. */
export const cloudwatch: JsonService = {
  name: 'cloudwatch',
  target: 'GraniteServiceVersion20100801',
  operations: {
    DescribeAlarms: operation({
      accept: acceptDescribeAlarms,
      // [?] Whether naming alarms narrows what a policy is asked about.
      resource: (_, { region, account }) => `arn:aws:cloudwatch:${region}:${account}:alarm:*`,
      run: describeAlarms,
    }),
  },
};
