import { FilterLogEventsCommand, GetLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { RegisterTaskDefinitionCommand } from '@aws-sdk/client-ecs';
import { describe, expect, test } from '@jest/globals';
import { registry, rehearse, workerScenario, type Rehearsal } from '../../../support/sandbox.ts';

const app = '/shop/worker';
const router = '/shop/router';

/** Deploys the worker behind a FireLens router that sends to CloudWatch Logs; gives back the id of a task. */
async function deployWithRouter(stage: Rehearsal, options: Record<string, string> = {}): Promise<string> {
  await stage.ecs.send(
    new RegisterTaskDefinitionCommand({
      family: 'worker',
      networkMode: 'awsvpc',
      containerDefinitions: [
        {
          name: 'worker',
          image: `${registry}/worker:v2`,
          memory: 256,
          portMappings: [{ containerPort: 80 }],
          logConfiguration: {
            logDriver: 'awsfirelens',
            options: {
              Name: 'cloudwatch_logs',
              region: 'us-east-1',
              log_group_name: app,
              log_stream_prefix: 'from-',
              ...options,
            },
          },
        },
        {
          name: 'log-router',
          image: 'public.ecr.aws/aws-observability/aws-for-fluent-bit:stable',
          memory: 64,
          firelensConfiguration: { type: 'fluentbit' },
          logConfiguration: {
            logDriver: 'awslogs',
            options: {
              'awslogs-group': router,
              'awslogs-region': 'us-east-1',
              'awslogs-stream-prefix': 'firelens',
            },
          },
        },
      ],
    }),
  );
  await stage.update({ taskDefinition: 'worker:2' });
  stage.pass(50);
  const [task] = (await stage.tasks('RUNNING')).filter(({ taskDefinitionArn }) =>
    taskDefinitionArn?.endsWith(':2'),
  );
  return task?.taskArn?.split('/').at(-1) ?? '';
}

const messages = async ({ logs }: Rehearsal, logGroupName: string, logStreamName: string) =>
  (await logs.send(new GetLogEventsCommand({ logGroupName, logStreamName }))).events?.map(
    ({ message = '' }) => message,
  );

describe('FireLens', () => {
  test('Fluent Bit names the stream by its prefix and the tag, and writes records', async () => {
    const stage = rehearse();
    const id = await deployWithRouter(stage);
    const [first = ''] = (await messages(stage, app, `from-worker-firelens-${id}`)) ?? [];
    expect(JSON.parse(first)).toMatchObject({ log: '[worker] starting worker:2', container_name: 'worker' });
    expect(await messages(stage, router, `firelens/log-router/${id}`)).toHaveLength(2);
  });

  test('with log_key the line stands alone', async () => {
    const stage = rehearse();
    const id = await deployWithRouter(stage, { log_key: 'log' });
    expect(await messages(stage, app, `from-worker-firelens-${id}`)).toContain('[worker] starting worker:2');
  });

  test('a group that is missing stops no task: the router complains in its own log', async () => {
    const stage = rehearse(workerScenario({ more: `logGroups: [${router}]` }));
    await deployWithRouter(stage);
    const { events = [] } = await stage.logs.send(
      new FilterLogEventsCommand({ logGroupName: router, filterPattern: 'ResourceNotFoundException' }),
    );
    expect(events).not.toEqual([]);
  });

  test('auto_create_group makes the group', async () => {
    const stage = rehearse(workerScenario({ more: `logGroups: [${router}]` }));
    const id = await deployWithRouter(stage, { auto_create_group: 'true' });
    expect(await messages(stage, app, `from-worker-firelens-${id}`)).toHaveLength(3);
  });
});
