import { expect, test } from '@jest/globals';
import { greenGroup, rehearseBlueGreen } from '../../../support/blue-green.ts';

test('a deployment is Created, Queued, InProgress and, after the termination wait, Succeeded', async () => {
  const stage = rehearseBlueGreen();
  const id = await stage.deploy('v2');
  const seen: (string | undefined)[] = [];
  for (let elapsed = 0; elapsed < 480; elapsed += 1) {
    const { status } = await stage.info(id);
    if (seen.at(-1) !== status) seen.push(status);
    stage.pass(1);
  }
  expect(seen).toEqual(['Created', 'Queued', 'InProgress', 'Succeeded']);
});

test('all lifecycle events are Pending from the start, and succeed in their order', async () => {
  const stage = rehearseBlueGreen();
  const id = await stage.deploy('v2');
  const names = [
    'BeforeInstall',
    'Install',
    'AfterInstall',
    'BeforeAllowTraffic',
    'AllowTraffic',
    'AfterAllowTraffic',
  ];
  stage.pass(1);
  expect(await stage.events(id)).toEqual(names.map((name) => `${name} Pending`));
  await stage.until(async () => (await stage.target(id)).status === 'Succeeded');
  const { lifecycleEvents = [] } = await stage.target(id);
  expect(await stage.events(id)).toEqual(names.map((name) => `${name} Succeeded`));
  const times = lifecycleEvents.flatMap(({ startTime, endTime }) => [Number(startTime), Number(endTime)]);
  expect(times).toEqual(times.toSorted((one, other) => one - other));
});

test('Install makes a green task set on the idle target group, named after the deployment', async () => {
  const stage = rehearseBlueGreen();
  const id = await stage.deploy('v2');
  stage.pass(30);
  const { taskSets = [], taskDefinition } = await stage.service();
  expect(taskSets).toMatchObject([
    { status: 'PRIMARY', stabilityStatus: 'STEADY_STATE' },
    {
      status: 'ACTIVE',
      stabilityStatus: 'STABILIZING',
      startedBy: 'CODE_DEPLOY',
      externalId: id,
      loadBalancers: [{ targetGroupArn: greenGroup, containerName: 'web', containerPort: 80 }],
    },
  ]);
  expect(taskSets[0]?.startedBy).toBeUndefined();
  expect(taskDefinition).toMatch(/web:1$/);
  const tasks = await stage.tasks('RUNNING', taskSets[1]?.id);
  expect(tasks.map(({ lastStatus }) => lastStatus)).toEqual(['PENDING', 'PENDING']);
});

test('the green task set becomes PRIMARY with all the traffic, and the service runs its revision', async () => {
  const stage = rehearseBlueGreen();
  const id = await stage.deploy('v2');
  stage.pass(1);
  expect(await stage.taskSets(id)).toEqual(['Blue PRIMARY 100']);
  await stage.until(async () => (await stage.target(id)).status === 'Succeeded');
  expect(await stage.taskSets(id)).toEqual(['Blue ACTIVE 0', 'Green PRIMARY 100']);
  expect(stage.weights()).toEqual({ 'web-blue': 0, 'web-green': 100 });
  expect((await stage.service()).taskDefinition).toMatch(/web:2$/);
  expect((await stage.info(id)).status).toBe('InProgress');
});

test('the blue task set stays for the termination wait, drains, and is gone when the deployment has succeeded', async () => {
  const stage = rehearseBlueGreen();
  const id = await stage.deploy('v2');
  await stage.until(async () => (await stage.target(id)).status === 'Succeeded');
  expect(await stage.info(id)).toMatchObject({ instanceTerminationWaitTimeStarted: true });
  stage.pass(295);
  expect((await stage.service()).taskSets).toMatchObject([
    { status: 'ACTIVE', runningCount: 2 },
    { status: 'PRIMARY' },
  ]);
  stage.pass(6);
  expect((await stage.service()).taskSets).toMatchObject([{ status: 'DRAINING' }, { status: 'PRIMARY' }]);
  await stage.until(async () => (await stage.info(id)).status === 'Succeeded');
  expect((await stage.service()).taskSets).toMatchObject([{ status: 'PRIMARY', externalId: id }]);
  expect((await stage.info(id)).deploymentOverview).toMatchObject({ Succeeded: 1, Failed: 0 });
});

test('a second deployment goes back to the first target group', async () => {
  const stage = rehearseBlueGreen();
  const first = await stage.deploy('v2');
  await stage.until(async () => (await stage.info(first)).status === 'Succeeded');
  const second = await stage.deploy('v3');
  await stage.until(async () => (await stage.info(second)).status === 'Succeeded');
  expect(stage.weights()).toEqual({ 'web-blue': 100, 'web-green': 0 });
  expect((await stage.service()).taskSets).toMatchObject([{ externalId: second, status: 'PRIMARY' }]);
});

test('service events name the task set', async () => {
  const stage = rehearseBlueGreen();
  const id = await stage.deploy('v2');
  await stage.until(async () => (await stage.info(id)).status === 'Succeeded');
  const { events = [], taskSets = [] } = await stage.service();
  const green = taskSets[0]?.id ?? '';
  const story = events.map(({ message = '' }) => message.replace(/\(task \w+\)/g, '(task)'));
  expect(story.filter((message) => message.includes(green))).toEqual([
    `(service web, taskSet ${green}) updated state to STEADY_STATE.`,
    `(service web, taskSet ${green}) registered 2 targets in (target-group ${greenGroup})`,
    `(service web, taskSet ${green}) has started 2 tasks: (task) (task).`,
  ]);
});

test('the world at a moment does not depend on who looked at it before, and is plain data', async () => {
  const watched = rehearseBlueGreen();
  const unwatched = rehearseBlueGreen();
  for (const stage of [watched, unwatched]) await stage.deploy('v2');
  for (let elapsed = 0; elapsed < 200; elapsed += 1) {
    watched.pass(1);
    await watched.service();
  }
  unwatched.pass(200);
  const { requestCount: looked, ...one } = watched.sandbox.live();
  const { requestCount: rarely, ...other } = unwatched.sandbox.live();
  expect(looked).toBeGreaterThan(rarely);
  expect(one).toEqual(other);
  expect(structuredClone(one)).toEqual(one);
});
