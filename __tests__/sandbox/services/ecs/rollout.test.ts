import { describe, expect, test } from '@jest/globals';
import { rehearse, targetGroup, workerScenario } from '../../../support/sandbox.ts';

const behindLoadBalancer = workerScenario({
  service: `    loadBalancers: [{ targetGroupArn: '${targetGroup}', containerName: worker, containerPort: 80 }]`,
});

describe('a rolling update that goes well', () => {
  test('answers with a new PRIMARY that wants no tasks yet, and the old deployment ACTIVE and COMPLETED', async () => {
    const stage = rehearse();
    const { deployments = [], ...service } = await stage.update({
      taskDefinition: await stage.register('v2'),
    });
    expect(
      deployments.map(({ status, desiredCount, runningCount, rolloutState }) => ({
        status,
        desiredCount,
        runningCount,
        rolloutState,
      })),
    ).toEqual([
      { status: 'PRIMARY', desiredCount: 0, runningCount: 0, rolloutState: 'IN_PROGRESS' },
      { status: 'ACTIVE', desiredCount: 2, runningCount: 2, rolloutState: 'COMPLETED' },
    ]);
    expect(service.currentServiceDeployment).toBeUndefined();
    const number = deployments[0]?.id?.split('/')[1] ?? '';
    expect(service.currentServiceRevisions?.[0]?.arn).toMatch(
      new RegExp(`service-revision/shop/worker/${number}$`),
    );
  });

  test('ends with one COMPLETED deployment and its tasks running the image that was asked for', async () => {
    const stage = rehearse();
    const id = await stage.deploy('v2');
    stage.pass(180);
    const { deployments = [] } = await stage.service();
    expect(deployments).toMatchObject([
      {
        id,
        status: 'PRIMARY',
        rolloutState: 'COMPLETED',
        rolloutStateReason: `ECS deployment ${id} completed.`,
      },
    ]);
    const tasks = await stage.tasks('RUNNING');
    expect(tasks.map(({ lastStatus, startedBy }) => ({ lastStatus, startedBy }))).toEqual([
      { lastStatus: 'RUNNING', startedBy: id },
      { lastStatus: 'RUNNING', startedBy: id },
    ]);
    expect(tasks[0]?.containers?.[0]?.imageDigest).toMatch(/^sha256:[0-9a-f]{64}$/);
  });

  test('stops an old task only when a new one has proved itself', async () => {
    const stage = rehearse();
    await stage.deploy('v2');
    for (let elapsed = 0; elapsed < 180; elapsed += 1) {
      stage.pass(1);
      expect((await stage.service()).runningCount).toBeGreaterThanOrEqual(2);
    }
  });

  test('never runs more than maximumPercent of tasks that are wanted', async () => {
    const stage = rehearse(
      workerScenario({
        service: '    deploymentConfiguration: { minimumHealthyPercent: 50, maximumPercent: 100 }',
      }),
    );
    const id = await stage.deploy('v2');
    for (let elapsed = 0; elapsed < 400; elapsed += 2) {
      stage.pass(2);
      expect((await stage.tasks('RUNNING')).length).toBeLessThanOrEqual(2);
    }
    expect((await stage.service()).deployments).toMatchObject([{ id, rolloutState: 'COMPLETED' }]);
  });

  test('takes a task through AWS’s states in their order', async () => {
    const stage = rehearse();
    const id = await stage.deploy('v2');
    const seen: string[] = [];
    for (let elapsed = 0; elapsed < 90; elapsed += 1) {
      stage.pass(1);
      const [task] = await stage.tasks('RUNNING', id);
      if (task?.lastStatus !== undefined && seen.at(-1) !== task.lastStatus) seen.push(task.lastStatus);
    }
    expect(seen).toEqual(['PROVISIONING', 'PENDING', 'ACTIVATING', 'RUNNING']);
  });

  test('tells its story in AWS’s words, newest first', async () => {
    const stage = rehearse(behindLoadBalancer);
    const id = await stage.deploy('v2');
    stage.pass(300);
    const story = (await stage.messages())
      .slice(0, 7)
      .map((message) => message.replace(/\(task \w+\)/g, '(task)'));
    expect(story).toEqual([
      '(service worker) has reached a steady state.',
      `(service worker) (deployment ${id}) deployment completed.`,
      expect.stringMatching(
        /^\(service worker, taskSet ecs-svc\/\d+\) has begun draining connections on 2 tasks\.$/,
      ),
      `(service worker) deregistered 2 targets in (target-group ${targetGroup})`,
      '(service worker) has stopped 2 running tasks: (task) (task).',
      `(service worker) registered 2 targets in (target-group ${targetGroup})`,
      '(service worker) has started 2 tasks: (task) (task).',
    ]);
  });

  test('has a record that the list shows some seconds late, SUCCESSFUL before the rollout is COMPLETED', async () => {
    const stage = rehearse(behindLoadBalancer);
    const id = await stage.deploy('v2');
    const number = id.split('/')[1] ?? '';
    const ours = async () =>
      (await stage.records()).find(({ targetServiceRevisionArn = '' }) =>
        targetServiceRevisionArn.endsWith(number),
      );
    stage.pass(5);
    expect(await ours()).toBeUndefined();
    stage.pass(2);
    expect(await ours()).toMatchObject({ status: 'IN_PROGRESS' });
    let state: string | undefined;
    while ((await ours())?.status === 'IN_PROGRESS') {
      stage.pass(1);
      state = (await stage.service()).deployments?.[0]?.rolloutState;
    }
    expect(await ours()).toMatchObject({ status: 'SUCCESSFUL' });
    expect(state).toBe('IN_PROGRESS');
  });

  test('is done without tasks when none are wanted', async () => {
    const stage = rehearse();
    await stage.update({ desiredCount: 0 });
    stage.pass(120);
    const id = await stage.deploy('v2');
    expect((await stage.service()).deployments?.[0]).toMatchObject({ rolloutState: 'IN_PROGRESS' });
    stage.pass(60);
    expect((await stage.service()).deployments).toMatchObject([
      { id, rolloutState: 'COMPLETED', desiredCount: 0 },
    ]);
  });

  test('takes a minute longer when the image is slow to start', async () => {
    const stage = rehearse();
    const id = await stage.deploy('fault-slow');
    stage.pass(14 + 60);
    expect((await stage.tasks('RUNNING', id)).map(({ lastStatus }) => lastStatus)).toEqual([
      'PENDING',
      'PENDING',
    ]);
    stage.pass(120);
    expect((await stage.service()).deployments).toMatchObject([{ id, rolloutState: 'COMPLETED' }]);
  });
});

describe('what starts a deployment and what does not', () => {
  test('a change of the count alone keeps the deployment id', async () => {
    const stage = rehearse();
    const before = (await stage.service()).deployments?.[0]?.id;
    await stage.update({ desiredCount: 3 });
    stage.pass(120);
    expect((await stage.service()).deployments).toMatchObject([
      { id: before, desiredCount: 3, runningCount: 3 },
    ]);
  });

  test('forceNewDeployment makes a new deployment of the same revision', async () => {
    const stage = rehearse();
    const { deployments: [before] = [] } = await stage.service();
    await stage.update({ forceNewDeployment: true });
    stage.pass(180);
    const { deployments: [after] = [] } = await stage.service();
    expect(after?.taskDefinition).toBe(before?.taskDefinition);
    expect(after?.id).not.toBe(before?.id);
  });

  test('a later deployment takes over, and the record of the earlier one is STOPPED within a second', async () => {
    const stage = rehearse();
    const first = await stage.deploy('v2');
    stage.pass(30);
    const second = await stage.deploy('v3');
    stage.pass(1);
    const [record] = await stage.records();
    expect(record?.targetServiceRevisionArn).toMatch(new RegExp(`${first.split('/')[1] ?? ''}$`));
    expect(record?.status).toBe('STOPPED');
    stage.pass(240);
    expect((await stage.service()).deployments).toMatchObject([{ id: second, rolloutState: 'COMPLETED' }]);
  });

  test('a sixth active deployment is refused', async () => {
    const stage = rehearse();
    for (const tag of ['v2', 'v3', 'v2', 'v3']) await stage.deploy(tag);
    await expect(stage.deploy('v2')).rejects.toThrow(
      '5 active deployments exist, unable to create new deployment.',
    );
  });

  test('a competing deployment comes so many seconds after the first update of its service', async () => {
    const more = 'competing: [{ service: worker, afterSeconds: 20, taskDefinition: worker:1 }]';
    const stage = rehearse(workerScenario({ more }));
    const ours = await stage.deploy('v2');
    stage.pass(19);
    expect((await stage.service()).deployments?.[0]?.id).toBe(ours);
    stage.pass(2);
    expect((await stage.service()).deployments?.[0]?.taskDefinition).toMatch(/worker:1$/);
  });
});

test('the world at a moment does not depend on who looked at it before', async () => {
  const watched = rehearse();
  const unwatched = rehearse();
  for (const stage of [watched, unwatched]) await stage.deploy('fault-crash');
  for (let elapsed = 0; elapsed < 300; elapsed += 1) {
    watched.pass(1);
    await watched.service();
  }
  unwatched.pass(300);
  const { requestCount: looked, ...one } = watched.sandbox.live();
  const { requestCount: rarely, ...other } = unwatched.sandbox.live();
  expect(looked).toBeGreaterThan(rarely);
  expect(one).toEqual(other);
});

test('the world is plain data: it can be written as JSON and read back', async () => {
  const stage = rehearse();
  await stage.deploy('v2');
  stage.pass(40);
  const world = stage.sandbox.live();
  const copy: unknown = JSON.parse(JSON.stringify(world));
  expect(copy).toEqual(world);
});
