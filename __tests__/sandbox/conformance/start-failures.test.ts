import { expect, test } from '@jest/globals';
import { noCapacity } from '../../support/recordings/service-events.ts';
import { startFailures } from '../../support/recordings/start-failures.ts';
import { registry, rehearse, targetGroup, workerScenario } from '../../support/sandbox.ts';

const secret = 'arn:aws:secretsmanager:us-east-1:123456789012:secret:key-AbCdEf';
const image = (tag: string) => `${registry}/worker:${tag}`;

/** Ids differ from task to task. */
const withoutIds = (text = ''): string =>
  text.replace(/RequestID: [0-9a-f-]{36}/, 'RequestID: ID').replace(/\/[0-9a-f]{32} /, '/TASK ');

test.each(Object.keys(startFailures({ image: '', secret })))(
  '%s has AWS’s whole text, on the task and, with a full stop, in the event',
  async (tag) => {
    const stage = rehearse();
    const revision = await stage.register(tag, { secrets: [{ name: 'KEY', valueFrom: secret }] });
    await stage.update({ taskDefinition: revision });
    stage.pass(330);
    const task = (await stage.tasks('STOPPED')).find(({ stopCode }) => stopCode === 'TaskFailedToStart');
    const recorded = startFailures({ image: image(tag), secret })[tag];
    expect(withoutIds(task?.stoppedReason)).toBe(recorded);
    expect((await stage.messages()).map(withoutIds)).toContain(
      `(service worker) was unable to place a task. Reason: ${recorded ?? ''}.`,
    );
  },
);

test('without capacity the event has AWS’s words', async () => {
  const stage = rehearse();
  await stage.deploy('fault-no-capacity');
  stage.pass(200);
  expect(await stage.messages()).toContainEqual(expect.stringMatching(noCapacity));
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
