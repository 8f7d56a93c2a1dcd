import type {
  CreateLogGroupRequest,
  CreateLogStreamRequest,
  DescribeLogGroupsRequest,
  DescribeLogStreamsRequest,
} from '@aws-sdk/client-cloudwatch-logs';
import type { Context } from '../../operation.ts';
import type { World } from '../../world.ts';
import { logsErrors } from './errors.ts';
import { page } from './page.ts';
import { findGroup, type LogGroup, type LogStream } from './state.ts';

const shown = 50;

/** CreateLogGroup: throws ResourceAlreadyExistsException. */
export function createLogGroup(input: CreateLogGroupRequest, { world, region }: Context): object {
  const name = input.logGroupName ?? '';
  if (findGroup(world.logs, { region, group: name }) !== undefined) throw logsErrors.groupExists();
  world.logs.groups.push({ name, region, createdAt: world.now, streams: [] });
  return {};
}

/** CreateLogStream: throws ResourceNotFoundException or ResourceAlreadyExistsException. */
export function createLogStream(input: CreateLogStreamRequest, { world, region }: Context): object {
  const group = groupOf(world, input, region);
  const name = input.logStreamName ?? '';
  if (group.streams.some((stream) => stream.name === name)) throw logsErrors.streamExists();
  group.streams.push({ name, createdAt: world.now, events: [] });
  return {};
}

/** DescribeLogGroups: sorted by name. */
export function describeLogGroups(input: DescribeLogGroupsRequest, { world, region }: Context): object {
  const { logGroupNamePrefix = '', logGroupNamePattern = '', limit = shown, nextToken } = input;
  const groups = world.logs.groups
    .filter(
      (group) =>
        group.region === region &&
        group.name.startsWith(logGroupNamePrefix) &&
        group.name.toLowerCase().includes(logGroupNamePattern.toLowerCase()),
    )
    .toSorted((one, other) => compare(one.name, other.name));
  const { items, rest } = page(groups, { limit, nextToken });
  return { logGroups: items.map((group) => viewGroup(world, group)), ...rest };
}

/** DescribeLogStreams: by name, or by the time of the last event. */
export function describeLogStreams(input: DescribeLogStreamsRequest, { world, region }: Context): object {
  const {
    orderBy = 'LogStreamName',
    descending = false,
    logStreamNamePrefix,
    limit = shown,
    nextToken,
  } = input;
  if (orderBy === 'LastEventTime' && logStreamNamePrefix !== undefined) throw logsErrors.orderedPrefix();
  const group = groupOf(world, input, region);
  const streams = group.streams
    .filter(({ name }) => name.startsWith(logStreamNamePrefix ?? ''))
    .toSorted((one, other) =>
      orderBy === 'LogStreamName' ? compare(one.name, other.name) : lastTime(one) - lastTime(other),
    );
  const ordered = descending ? streams.toReversed() : streams;
  const { items, rest } = page(ordered, { limit, nextToken });
  return { logStreams: items.map((stream) => viewStream(world, group, stream)), ...rest };
}

/** The group that a request names, by name or ARN; throws ResourceNotFoundException. */
export function groupOf(
  world: World,
  named: { readonly logGroupName?: string | undefined; readonly logGroupIdentifier?: string | undefined },
  region: string,
): LogGroup {
  const { logGroupName, logGroupIdentifier } = named;
  if ((logGroupName === undefined) === (logGroupIdentifier === undefined)) throw logsErrors.groupUnnamed();
  const name = logGroupName ?? logGroupIdentifier?.replace(/^arn:.*:log-group:/, '') ?? '';
  const group = findGroup(world.logs, { region, group: name });
  if (group === undefined) throw logsErrors.noGroup();
  return group;
}

/** The ARN of a group as policies name it, without the `:*` that DescribeLogGroups ends it with. */
export const groupArn = ({ account }: World, { region, name }: Pick<LogGroup, 'region' | 'name'>): string =>
  `arn:aws:logs:${region}:${account}:log-group:${name}`;

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

const lastTime = ({ events, createdAt }: LogStream): number => events.at(-1)?.timestamp ?? createdAt;

function viewGroup(world: World, group: LogGroup): object {
  return {
    logGroupName: group.name,
    creationTime: group.createdAt,
    metricFilterCount: 0,
    arn: `${groupArn(world, group)}:*`,
    storedBytes: 0,
    logGroupClass: 'STANDARD',
    logGroupArn: groupArn(world, group),
  };
}

function viewStream(world: World, group: LogGroup, { name, createdAt, events }: LogStream): object {
  const [first] = events;
  const last = events.at(-1);
  return {
    logStreamName: name,
    creationTime: createdAt,
    ...(first === undefined || last === undefined
      ? {}
      : {
          firstEventTimestamp: first.timestamp,
          lastEventTimestamp: last.timestamp,
          lastIngestionTime: last.timestamp,
        }),
    arn: `${groupArn(world, group)}:log-stream:${name}`,
    storedBytes: 0,
  };
}
