import {
  CreateLogGroupCommand,
  CreateLogStreamCommand,
  DescribeLogGroupsCommand,
  DescribeLogStreamsCommand,
  FilterLogEventsCommand,
  GetLogEventsCommand,
  PutLogEventsCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import { describe, expect, test } from '@jest/globals';
import { rehearse, startOfTime, workerScenario, type Rehearsal } from '../../../support/sandbox.ts';

const group = '/shop/worker';
const awslogs = {
  logConfiguration: {
    logDriver: 'awslogs',
    options: { 'awslogs-group': group, 'awslogs-region': 'us-east-1', 'awslogs-stream-prefix': 'app' },
  },
};

/** A stage on which tasks of `fault-crash` have written and ended; the name of the stream of one of them. */
async function crashed(): Promise<{ readonly stage: Rehearsal; readonly stream: string }> {
  const stage = rehearse();
  await stage.update({ taskDefinition: await stage.register('fault-crash', awslogs) });
  stage.pass(60);
  const [task] = await stage.tasks('STOPPED');
  return { stage, stream: `app/worker/${task?.taskArn?.split('/').at(-1) ?? ''}` };
}

const read = ({ logs }: Rehearsal, stream: string, more: object = {}) =>
  logs.send(new GetLogEventsCommand({ logGroupName: group, logStreamName: stream, ...more }));

describe('GetLogEvents', () => {
  test('a crash ends the log of its task with the error, after more than fifty lines', async () => {
    const { stage, stream } = await crashed();
    const { events = [] } = await read(stage, stream);
    expect(events.length).toBeGreaterThan(60);
    expect(events[0]?.message).toBe('[worker] starting worker:2');
    expect(events.at(-4)?.message).toContain('(KeyError)');
    const times = events.map(({ timestamp = 0 }) => timestamp);
    expect(times.toSorted((one, other) => one - other)).toEqual(times);
  });

  test('gives the last lines unless asked for the first, and always oldest first', async () => {
    const { stage, stream } = await crashed();
    const last = await read(stage, stream, { limit: 2 });
    expect(last.events?.map(({ message }) => message)).toEqual([
      `\tfrom /app/config/environment.rb:5:in '<main>'`,
      `\tfrom /app/config.ru:3:in 'block in <main>'`,
    ]);
    const first = await read(stage, stream, { limit: 2, startFromHead: true });
    expect(first.events?.map(({ message }) => message)).toEqual([
      '[worker] starting worker:2',
      '[worker] configuration read',
    ]);
  });

  test('pages forward to the end, where the token that was given comes back', async () => {
    const { stage, stream } = await crashed();
    const all = (await read(stage, stream)).events?.length;
    let token: string | undefined;
    let seen = 0;
    for (;;) {
      const answer = await read(stage, stream, {
        limit: 25,
        ...(token === undefined ? { startFromHead: true } : { nextToken: token }),
      });
      seen += answer.events?.length ?? 0;
      if (answer.nextForwardToken === token) break;
      token = answer.nextForwardToken;
    }
    expect(seen).toBe(all);
  });

  test('pages backward from the end to what stands before', async () => {
    const { stage, stream } = await crashed();
    const last = await read(stage, stream, { limit: 1 });
    const before = await read(stage, stream, { limit: 1, nextToken: last.nextBackwardToken });
    expect(before.events?.[0]?.message).toContain('environment.rb');
  });

  test('a window of time starts with its first moment and ends before its last', async () => {
    const { stage, stream } = await crashed();
    const [first] = (await read(stage, stream)).events ?? [];
    const at = first?.timestamp ?? 0;
    expect((await read(stage, stream, { startTime: at, endTime: at + 1 })).events).toHaveLength(1);
    expect((await read(stage, stream, { startTime: at - 1, endTime: at })).events).toHaveLength(0);
  });

  test('a group and a stream that are not there are told apart in AWS’s words', async () => {
    const { stage } = await crashed();
    await expect(read(stage, 'other')).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      message: 'The specified log stream does not exist.',
    });
    await expect(read(stage, 'other', { logGroupName: '/other' })).rejects.toThrow(
      'The specified log group does not exist.',
    );
  });

  test('a denied call names the stream', async () => {
    const stage = rehearse(workerScenario({ more: "deny: ['logs:*']" }));
    await expect(read(stage, 'app/worker/1')).rejects.toThrow(
      'logs:GetLogEvents on resource: arn:aws:logs:us-east-1:123456789012:log-group:/shop/worker:log-stream:app/worker/1 because',
    );
    await expect(stage.logs.send(new DescribeLogGroupsCommand())).rejects.toThrow(
      'arn:aws:logs:us-east-1:123456789012:log-group::log-stream: because',
    );
  });
});

test('FilterLogEvents finds lines in all streams of a group by what they say', async () => {
  const { stage } = await crashed();
  const { events = [] } = await stage.logs.send(
    new FilterLogEventsCommand({ logGroupName: group, filterPattern: 'KeyError "key not found"' }),
  );
  expect(new Set(events.map(({ logStreamName }) => logStreamName)).size).toBe(2);
});

test('streams are listed by name, or by their last event', async () => {
  const { stage, stream } = await crashed();
  const { logStreams = [] } = await stage.logs.send(
    new DescribeLogStreamsCommand({ logGroupName: group, orderBy: 'LastEventTime', descending: true }),
  );
  expect(logStreams.map(({ logStreamName }) => logStreamName)).toContain(stream);
  await expect(
    stage.logs.send(
      new DescribeLogStreamsCommand({
        logGroupName: group,
        orderBy: 'LastEventTime',
        logStreamNamePrefix: 'app',
      }),
    ),
  ).rejects.toThrow('Cannot order by LastEventTime with a logStreamNamePrefix.');
});

test('whoever may write adds lines to a stream, in their place by time', async () => {
  const { stage, stream } = await crashed();
  const { events: [first] = [] } = await read(stage, stream);
  const put = (logStreamName: string) =>
    stage.logs.send(
      new PutLogEventsCommand({
        logGroupName: group,
        logStreamName,
        logEvents: [
          { timestamp: (first?.timestamp ?? 0) - 1, message: 'before' },
          { timestamp: startOfTime + 3_600_000, message: '::error::after' },
        ],
      }),
    );
  await put(stream);
  const { events = [] } = await read(stage, stream);
  expect([events[0]?.message, events.at(-1)?.message]).toEqual(['before', '::error::after']);
  await expect(put('new')).rejects.toThrow('The specified log stream does not exist.');
  await stage.logs.send(new CreateLogStreamCommand({ logGroupName: group, logStreamName: 'new' }));
  await put('new');
  expect((await read(stage, 'new')).events).toHaveLength(2);
});

describe('log groups', () => {
  const listed = workerScenario({ more: 'logGroups: [/other]' });

  test('a task whose log group the scenario does not list cannot start', async () => {
    const stage = rehearse(listed);
    await stage.update({ taskDefinition: await stage.register('v2', awslogs) });
    stage.pass(60);
    const [task] = await stage.tasks('STOPPED');
    expect(task).toMatchObject({
      stopCode: 'TaskFailedToStart',
      stoppedReason: expect.stringContaining('The specified log group does not exist. : exit status 1'),
    });
  });

  test('once the group is created, the next task starts', async () => {
    const stage = rehearse(listed);
    await stage.logs.send(new CreateLogGroupCommand({ logGroupName: group }));
    await stage.update({ taskDefinition: await stage.register('v2', awslogs) });
    stage.pass(60);
    expect((await stage.tasks('STOPPED')).map(({ stopCode }) => stopCode)).not.toContain('TaskFailedToStart');
    await expect(stage.logs.send(new CreateLogGroupCommand({ logGroupName: group }))).rejects.toMatchObject({
      name: 'ResourceAlreadyExistsException',
    });
  });

  test('lines go to the region of the options', async () => {
    const stage = rehearse();
    const options = { ...awslogs.logConfiguration.options, 'awslogs-region': 'eu-west-1' };
    await stage.update({
      taskDefinition: await stage.register('v2', { logConfiguration: { logDriver: 'awslogs', options } }),
    });
    stage.pass(60);
    expect((await stage.logs.send(new DescribeLogGroupsCommand())).logGroups).toEqual([]);
    expect(stage.sandbox.world.logs.groups).toMatchObject([{ name: group, region: 'eu-west-1' }]);
  });
});
