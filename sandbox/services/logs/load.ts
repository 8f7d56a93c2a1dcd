import * as logs from '@aws-sdk/client-cloudwatch-logs';
import { requiring } from '../../wire/schema.ts';

/** How the input of each operation of CloudWatch Logs is read: by the schemas that the SDK exports. */
export const accept = {
  CreateLogGroup: requiring<logs.CreateLogGroupRequest>(logs.CreateLogGroupRequest$),
  CreateLogStream: requiring<logs.CreateLogStreamRequest>(logs.CreateLogStreamRequest$),
  DescribeLogGroups: requiring<logs.DescribeLogGroupsRequest>(logs.DescribeLogGroupsRequest$),
  DescribeLogStreams: requiring<logs.DescribeLogStreamsRequest>(logs.DescribeLogStreamsRequest$),
  FilterLogEvents: requiring<logs.FilterLogEventsRequest>(logs.FilterLogEventsRequest$),
  GetLogEvents: requiring<logs.GetLogEventsRequest>(logs.GetLogEventsRequest$),
  PutLogEvents: requiring<logs.PutLogEventsRequest>(logs.PutLogEventsRequest$),
} as const;
