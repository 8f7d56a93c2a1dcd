import { FilterLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { RegisterTaskDefinitionCommand } from '@aws-sdk/client-ecs';
import { describe, expect, test } from '@jest/globals';
import { noCapacity, usualEvents } from '../../support/recordings/service-events.ts';
import {
  execFormat,
  failedChecks,
  interrupted,
  noLogRegion,
  outOfMemory,
  startTexts,
} from '../../support/recordings/stopped-reasons.ts';
import { noInstances } from '../../support/recordings/update-service.ts';
import { registry, rehearse, type Rehearsal, targetGroup, workerScenario } from '../../support/sandbox.ts';
import { formOf } from '../../support/timeline.ts';

const secret = 'arn:aws:secretsmanager:us-east-1:123456789012:secret:key-AbCdEf';

/** Ids differ from task to task. */
const withoutIds = (text = ''): string =>
  text.replace(/RequestID: [0-9a-f-]{36}/, 'RequestID: ID').replace(/\/[0-9a-f]{32} /, '/TASK ');

/** Deploys a revision; what is told of the first task that could not start, and by the service. */
async function failing(stage: Rehearsal, taskDefinition: string) {
  await stage.update({ taskDefinition });
  stage.pass(330);
  const task = (await stage.tasks('STOPPED')).find(({ stopCode }) => stopCode === 'TaskFailedToStart');
  return { stoppedReason: withoutIds(task?.stoppedReason), events: (await stage.messages()).map(withoutIds) };
}

const made = startTexts.flatMap(({ tag, text }) => (tag === undefined ? [] : [[tag, text] as const]));

test.each(made)(
  '%s has AWS’s whole text, on the task and, with a full stop, in the event',
  async (tag, text) => {
    const stage = rehearse();
    const secrets = [{ name: 'KEY', valueFrom: secret }];
    const { stoppedReason, events } = await failing(stage, await stage.register(tag, { secrets }));
    const recorded = text.replaceAll('IMAGE', `${registry}/worker:${tag}`).replaceAll('SECRET', secret);
    expect(stoppedReason).toBe(recorded);
    expect(events).toContain(`(service worker) was unable to place a task. Reason: ${recorded}.`);
  },
);

test('a log configuration without a region has AWS’s whole text', async () => {
  const stage = rehearse();
  const options = { 'awslogs-group': '/shop' };
  const { taskDefinition } = await stage.ecs.send(
    new RegisterTaskDefinitionCommand({
      family: 'worker',
      networkMode: 'awsvpc',
      requiresCompatibilities: ['FARGATE'],
      cpu: '256',
      memory: '512',
      containerDefinitions: [
        { name: 'worker', image: 'busybox', logConfiguration: { logDriver: 'awslogs', options } },
      ],
    }),
  );
  const { stoppedReason } = await failing(stage, taskDefinition?.taskDefinitionArn ?? '');
  expect(stoppedReason).toBe(noLogRegion);
});

test.each([
  ['Fargate', 'FARGATE', noCapacity],
  ['EC2', 'EC2', noInstances],
])('without capacity on %s the event has AWS’s words', async (_, launchType, event) => {
  const stage = rehearse(workerScenario().replace('launchType: FARGATE', `launchType: ${launchType}`));
  await stage.deploy('fault-no-capacity');
  stage.pass(200);
  expect((await stage.messages()).map(formOf)).toContain(formOf(event));
});

test('a service is steady, or cannot start tasks consistently, in AWS’s words', async () => {
  const stage = rehearse(workerScenario({ service: '' }));
  stage.pass(60);
  await stage.deploy('fault-crash');
  stage.pass(600);
  const messages = new Set((await stage.messages()).map(formOf));
  for (const event of usualEvents) expect(messages).toContain(formOf(event));
});

describe('a task that ran and stopped has AWS’s words', () => {
  const stopped = async (tag: string, options: { service?: string; container?: object } = {}) => {
    const { service, container = {} } = options;
    const stage = rehearse(workerScenario(service === undefined ? {} : { service }));
    const revision = await stage.register(tag, container);
    const { deployments = [] } = await stage.update({ taskDefinition: revision });
    stage.pass(400);
    const [task = {}] = await stage.tasks('STOPPED', deployments[0]?.id);
    return { stage, task };
  };
  const balanced = `    loadBalancers: [{ targetGroupArn: '${targetGroup}', containerName: worker, containerPort: 80 }]`;

  test('for its memory', async () => {
    const { task } = await stopped('fault-oom');
    expect(task.containers).toMatchObject([{ exitCode: 137, reason: outOfMemory[0] }]);
  });

  test('for another architecture, in its log alone', async () => {
    const options = { 'awslogs-group': '/shop', 'awslogs-region': 'us-east-1', 'awslogs-stream-prefix': 'w' };
    const container = { logConfiguration: { logDriver: 'awslogs', options }, entryPoint: ['/usr/bin/sh'] };
    const { stage, task } = await stopped('fault-exec-format', { container });
    expect(task.stopCode).toBe('EssentialContainerExited');
    const { events = [] } = await stage.logs.send(new FilterLogEventsCommand({ logGroupName: '/shop' }));
    expect(events.map(({ message }) => message)).toContain(execFormat[0]);
  });

  test('for the load balancer', async () => {
    const { task } = await stopped('fault-unhealthy', { service: balanced });
    expect(formOf(task.stoppedReason ?? '')).toBe(formOf(failedChecks.loadBalancer));
  });

  test('for its own health check', async () => {
    const container = { healthCheck: { command: ['CMD', 'true'], interval: 5 } };
    const { task } = await stopped('fault-unhealthy', { container });
    expect(task.stoppedReason).toBe(failedChecks.container);
  });

  test('for Spot capacity that was taken back', async () => {
    expect((await stopped('fault-spot')).task).toMatchObject(interrupted);
  });
});

test('without a route the breaker takes about twenty minutes, as it did in AWS', async () => {
  const stage = rehearse(
    workerScenario({
      service: `    loadBalancers: [{ targetGroupArn: '${targetGroup}', containerName: worker, containerPort: 80 }]
    deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true } }`,
    }),
  );
  await stage.deploy('fault-no-route');
  const failed = async () =>
    (await stage.messages()).some((message) => message.includes('deployment failed'));
  stage.pass(18 * 60);
  expect(await failed()).toBe(false);
  stage.pass(6 * 60);
  expect(await failed()).toBe(true);
});
