import { operation, type AwsService, type Operation } from '../../operation.ts';
import type { Json } from '../../wire/json.ts';
import { filterLogEvents, getLogEvents, putLogEvents } from './event.ts';
import { createLogGroup, createLogStream, describeLogGroups, describeLogStreams, groupArn } from './group.ts';
import { accept } from './load.ts';

const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

/**
 * The stream that a body names, or all of its group without a name: AWS's refusals end with `:log-stream:` then
 * (hashicorp/terraform-provider-aws #8804, vectordotdev/vector #714).
 */
const aStream: Operation['resource'] = (body, world) => {
  const named = textOf(body['logGroupName']) || textOf(body['logGroupIdentifier']);
  const name = named.replace(/^arn:.*:log-group:/, '');
  const arn = groupArn(world, { region: world.region, name });
  return `${arn}:log-stream:${textOf(body['logStreamName'])}`;
};

/** Amazon CloudWatch Logs as far as groups, streams and lines go: tasks and functions write, and whoever calls may. */
export const logs: AwsService = {
  name: 'logs',
  target: 'Logs_20140328',
  operations: {
    CreateLogGroup: operation({ accept: accept.CreateLogGroup, resource: aStream, run: createLogGroup }),
    CreateLogStream: operation({ accept: accept.CreateLogStream, resource: aStream, run: createLogStream }),
    DescribeLogGroups: operation({
      accept: accept.DescribeLogGroups,
      resource: aStream,
      run: describeLogGroups,
    }),
    DescribeLogStreams: operation({
      accept: accept.DescribeLogStreams,
      resource: aStream,
      run: describeLogStreams,
    }),
    FilterLogEvents: operation({ accept: accept.FilterLogEvents, resource: aStream, run: filterLogEvents }),
    GetLogEvents: operation({ accept: accept.GetLogEvents, resource: aStream, run: getLogEvents }),
    PutLogEvents: operation({ accept: accept.PutLogEvents, resource: aStream, run: putLogEvents }),
  },
};
