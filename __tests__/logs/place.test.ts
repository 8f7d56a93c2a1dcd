import { describe, expect, test } from '@jest/globals';
import { logPlaceOf } from '../../src/logs/place.ts';

const task = { taskId: 'abc', region: 'eu-central-1' };
const firelens = (options: Record<string, string>) =>
  logPlaceOf({ name: 'app', logConfiguration: { logDriver: 'awsfirelens', options } }, task);

describe('awslogs', () => {
  const awslogs = (options: Record<string, string>) =>
    logPlaceOf({ name: 'app', logConfiguration: { logDriver: 'awslogs', options } }, task);

  test('names the stream PREFIX/CONTAINER/TASK_ID, in the region of its options or of the task', () => {
    const options = { 'awslogs-group': '/shop', 'awslogs-stream-prefix': 'web' };
    const place = { kind: 'cloudwatch', group: '/shop', stream: 'web/app/abc' };

    expect(awslogs(options)).toEqual({ ...place, region: 'eu-central-1' });
    expect(awslogs({ ...options, 'awslogs-region': 'us-east-1' })).toEqual({ ...place, region: 'us-east-1' });
  });

  test('without a prefix names a stream that only the instance knows', () => {
    expect(awslogs({ 'awslogs-group': '/shop' })).toEqual({
      kind: 'elsewhere',
      plugin: 'awslogs',
      destination: '/shop',
    });
  });
});

describe('awsfirelens', () => {
  test('with a template in a name says where to look: only the plugin knows what comes of it', () => {
    expect(
      firelens({ Name: 'cloudwatch', log_group_name: '/shop/$(ecs_cluster)', log_stream_name: 'web' }),
    ).toEqual({ kind: 'elsewhere', plugin: 'cloudwatch', destination: '/shop/$(ecs_cluster)' });
  });

  test('with an output to CloudWatch names the stream by prefix and tag, whatever the case of its keys', () => {
    expect(firelens({ Name: 'cloudwatch_logs', Log_Group_Name: '/shop', log_stream_prefix: 'web-' })).toEqual(
      {
        kind: 'cloudwatch',
        region: 'eu-central-1',
        group: '/shop',
        stream: 'web-app-firelens-abc',
      },
    );
  });

  test('with a name for its stream uses that', () => {
    const options = { Name: 'cloudwatch', region: 'us-east-1', log_group_name: '/a', log_stream_name: 'b' };
    expect(firelens(options)).toEqual({ kind: 'cloudwatch', region: 'us-east-1', group: '/a', stream: 'b' });
  });

  test('with another output tells its plugin and destination, and no key', () => {
    expect(firelens({ Name: 'firehose', delivery_stream: 'lake', apikey: 'x' })).toEqual({
      kind: 'elsewhere',
      plugin: 'firehose',
      destination: 'lake',
    });
  });
});

test('another driver is named', () => {
  expect(logPlaceOf({ name: 'app', logConfiguration: { logDriver: 'splunk' } }, task)).toEqual({
    kind: 'elsewhere',
    plugin: 'splunk',
  });
});

test('a container without log configuration has no log', () => {
  expect(logPlaceOf({ name: 'app' }, task)).toBeUndefined();
});
