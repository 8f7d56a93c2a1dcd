import { ListTasksCommand, UpdateServiceCommand } from '@aws-sdk/client-ecs';
import { afterEach, beforeEach, describe, expect } from '@jest/globals';
import { cliTest, openCliStage, type CliStage } from '../support/aws-cli.ts';

// What a person at a terminal asks after a deployment that failed, read by botocore's model.
let stage: CliStage;
beforeEach(async () => {
  stage = await openCliStage(`
scalableTargets: [{ resourceId: service/reservation/sidekiq, min: 1, max: 4 }]
scalings: [{ resourceId: service/reservation/sidekiq, afterSeconds: 10, desiredCount: 3 }]
alarms: [{ name: api-5xx, threshold: 7 }, { name: queue }]
`);
});
afterEach(() => stage.close());

const group = '/reservation/sidekiq';

/** The id of a task of the example's worker. */
async function aTask(): Promise<string> {
  const { taskArns = [] } = await stage.ecs.send(
    new ListTasksCommand({ cluster: 'reservation', serviceName: 'sidekiq' }),
  );
  return taskArns[0]?.split('/').at(-1) ?? '';
}

describe('CloudWatch Logs', () => {
  cliTest('the stream of a task is read by its name, and found in its group', async () => {
    const stream = `sidekiq/sidekiq/${await aTask()}`;
    expect(
      await stage.aws(
        ...['logs', 'get-log-events', '--log-group-name', group, '--log-stream-name', stream],
        ...['--limit', '2', '--start-from-head'],
      ),
    ).toMatchObject({
      events: [{ message: '[sidekiq] starting reservation-sidekiq:1' }, { message: expect.any(String) }],
      nextForwardToken: expect.stringMatching(/^f\/\d{56}\/s$/),
      nextBackwardToken: expect.stringMatching(/^b\/\d{56}\/s$/),
    });
    expect(
      await stage.aws(
        ...['logs', 'describe-log-streams', '--log-group-name', group],
        ...['--log-stream-name-prefix', stream],
      ),
    ).toMatchObject({ logStreams: [{ logStreamName: stream, lastEventTimestamp: expect.any(Number) }] });
  });

  cliTest('groups are made and listed, and their lines searched', async () => {
    await stage.aws('logs', 'create-log-group', '--log-group-name', '/reservation/new');
    const stream = ['--log-group-name', '/reservation/new', '--log-stream-name', 'mine'];
    await stage.aws('logs', 'create-log-stream', ...stream);
    await stage.aws('logs', 'put-log-events', ...stream, '--log-events', 'timestamp=1,message=hello');
    expect(
      await stage.aws('logs', 'describe-log-groups', '--log-group-name-prefix', '/reservation/n'),
    ).toMatchObject({ logGroups: [{ logGroupName: '/reservation/new' }] });
    expect(
      await stage.aws(
        ...['logs', 'filter-log-events', '--log-group-name', group, '--filter-pattern', 'database'],
      ),
    ).toMatchObject({ events: [{ message: expect.any(String) }, { message: expect.any(String) }] });
  });

  cliTest('a stream that is not there is refused in AWS’s words', async () => {
    await expect(
      stage.aws('logs', 'get-log-events', '--log-group-name', group, '--log-stream-name', 'none'),
    ).rejects.toThrow(/ResourceNotFoundException.*The specified log stream does not exist/);
  });
});

describe('Elastic Load Balancing', () => {
  const arn = 'arn:aws:elasticloadbalancing:us-east-1:123456789012';
  const blue = `${arn}:targetgroup/reservation-api-blue/1f2e3d4c5b6a7980`;
  const listener = `${arn}:listener/app/reservation/50dc6c495c0c9188/f2f7dc8efc522ab2`;

  cliTest('the health of each target, and of one that was named', async () => {
    await stage.ecs.send(
      new UpdateServiceCommand({ cluster: 'reservation', service: 'api', desiredCount: 3 }),
    );
    stage.pass(40);
    expect(await stage.aws('elbv2', 'describe-target-health', '--target-group-arn', blue)).toMatchObject({
      TargetHealthDescriptions: [
        { HealthCheckPort: '3000', TargetHealth: { State: 'healthy' } },
        { TargetHealth: { State: 'healthy' } },
        { TargetHealth: { State: 'initial', Reason: expect.stringMatching(/^Elb\./) } },
      ],
    });
    expect(
      await stage.aws(
        ...['elbv2', 'describe-target-health', '--target-group-arn', blue],
        ...['--targets', 'Id=10.9.9.9,Port=3000'],
      ),
    ).toMatchObject({ TargetHealthDescriptions: [{ TargetHealth: { Reason: 'Target.NotRegistered' } }] });
  });

  cliTest('listeners, rules with weights, and target groups', async () => {
    expect(await stage.aws('elbv2', 'describe-listeners', '--listener-arns', listener)).toMatchObject({
      Listeners: [{ Port: 8443, DefaultActions: [{ Type: 'forward' }] }],
    });
    expect(await stage.aws('elbv2', 'describe-rules', '--listener-arn', listener)).toMatchObject({
      Rules: [
        { IsDefault: true, Actions: [{ ForwardConfig: { TargetGroups: [{ Weight: 100 }, { Weight: 0 }] } }] },
      ],
    });
    expect(await stage.aws('elbv2', 'describe-target-groups', '--target-group-arns', blue)).toMatchObject({
      TargetGroups: [{ TargetGroupName: 'reservation-api-blue', TargetType: 'ip' }],
    });
  });

  cliTest('a group that is not there is refused in AWS’s words', async () => {
    await expect(
      stage.aws('elbv2', 'describe-target-health', '--target-group-arn', `${blue}0`),
    ).rejects.toThrow(/\(TargetGroupNotFound\).*One or more target groups not found/);
  });
});

cliTest('Application Auto Scaling suspends, tags, and tells what it did', async () => {
  const target = [
    ...['--service-namespace', 'ecs', '--scalable-dimension', 'ecs:service:DesiredCount'],
    ...['--resource-id', 'service/reservation/sidekiq'],
  ];
  const registered = await stage.aws(
    ...['application-autoscaling', 'register-scalable-target', ...target, '--tags', 'team=a'],
    ...['--suspended-state', 'DynamicScalingInSuspended=true'],
  );
  expect(registered).toEqual({ ScalableTargetARN: expect.stringContaining(':scalable-target/') });
  const [arn = ''] = /arn:[^"]+/.exec(JSON.stringify(registered)) ?? [];
  expect(await stage.aws('application-autoscaling', 'list-tags-for-resource', '--resource-arn', arn)).toEqual(
    { Tags: { team: 'a' } },
  );
  await stage.ecs.send(
    new UpdateServiceCommand({ cluster: 'reservation', service: 'sidekiq', forceNewDeployment: true }),
  );
  stage.pass(60);
  expect(
    await stage.aws(
      ...['application-autoscaling', 'describe-scaling-activities', '--service-namespace', 'ecs'],
      ...['--resource-id', 'service/reservation/sidekiq'],
    ),
  ).toMatchObject({
    ScalingActivities: [{ Description: 'Setting desired count to 3.', StatusCode: 'Successful' }],
  });
});

cliTest('ECR tells when each image was pushed, a page at a time', async () => {
  const count = (...more: readonly string[]) =>
    stage.aws(
      ...['ecr', 'describe-images', '--repository-name', 'reservation-sidekiq', ...more],
      ...['--query', 'length(imageDetails[].imagePushedAt)'],
    );
  const all = await count();
  expect(all).toBeGreaterThan(2);
  expect(await count('--page-size', '2')).toBe(all);
});

cliTest('CloudWatch describes an alarm by its name, with its times', async () => {
  expect(
    await stage.aws(...['cloudwatch', 'describe-alarms', '--alarm-names', 'api-5xx', '--state-value', 'OK']),
  ).toMatchObject({
    MetricAlarms: [
      {
        AlarmName: 'api-5xx',
        MetricName: 'HTTPCode_Target_5XX_Count',
        Threshold: 7,
        StateUpdatedTimestamp: expect.anything(),
      },
    ],
  });
});
