import type { CloudWatchLogs } from '@aws-sdk/client-cloudwatch-logs';
import { awsFailure } from '../aws/errors.ts';

export type LogReader = Pick<CloudWatchLogs, 'getLogEvents' | 'describeLogStreams'>;

export interface Stream {
  readonly group: string;
  readonly stream: string;
}

/**
 * The last lines of a stream, oldest first (GetLogEvents); none where the stream is not there: a container
 * that wrote nothing has none. Throws where the group may not be read.
 */
export async function lastLines(
  logs: LogReader,
  { group, stream }: Stream,
  limit: number,
  signal: AbortSignal,
): Promise<readonly string[]> {
  try {
    const answer = await logs.getLogEvents(
      { logGroupName: group, logStreamName: stream, limit, startFromHead: false },
      { abortSignal: signal },
    );
    return (answer.events ?? []).map(({ message = '' }) => message.trimEnd());
  } catch (error) {
    if (awsFailure(error)?.code === 'ResourceNotFoundException') return [];
    throw error;
  }
}

/** The stream that was written to last (DescribeLogStreams); undefined where the group has none. */
export async function newestStream(
  logs: LogReader,
  group: string,
  signal: AbortSignal,
): Promise<string | undefined> {
  try {
    const answer = await logs.describeLogStreams(
      { logGroupName: group, orderBy: 'LastEventTime', descending: true, limit: 1 },
      { abortSignal: signal },
    );
    return answer.logStreams?.[0]?.logStreamName;
  } catch (error) {
    if (awsFailure(error)?.code === 'ResourceNotFoundException') return undefined;
    throw error;
  }
}
