import {
  CreateServiceCommand,
  DescribeServiceDeploymentsCommand,
  DescribeServiceRevisionsCommand,
  DescribeTaskSetsCommand,
  type Service,
  type Task,
  UpdateServiceCommand,
} from '@aws-sdk/client-ecs';
import { describe, expect, test } from '@jest/globals';
import { groupOf, rehearseBlueGreen, webScenario } from '../../support/blue-green.ts';
import { differenceOf } from '../../support/conformance.ts';
import { secondsUntil } from '../../support/conformance-story.ts';
import { created } from '../../support/recordings/create-service.ts';
import { succeededTarget } from '../../support/recordings/deployment-target.ts';
import { listedFirst, successful } from '../../support/recordings/service-deployments.ts';
import { revision } from '../../support/recordings/service-revisions.ts';
import { countedDown, external, stabilizing, steady } from '../../support/recordings/task-sets.ts';
import { exitedZero, provisioning, pullDenied } from '../../support/recordings/tasks.ts';
import { forced } from '../../support/recordings/update-service.ts';
import { registry, rehearse, targetGroup, workerScenario } from '../../support/sandbox.ts';

const none = { missing: [], extra: [] };
const network =
  'networkConfiguration: { awsvpcConfiguration: { subnets: [subnet-a], securityGroups: [sg-a], assignPublicIp: ENABLED } }';
const balancing = `loadBalancers: [{ targetGroupArn: '${targetGroup}', containerName: worker, containerPort: 80 }]`;
const worker = workerScenario({ service: `    ${network}\n    ${balancing}` });

describe('answers about services with the controller ECS', () => {
  test('UpdateService has the members that AWS answered, and currentServiceDeployment is not among them', async () => {
    const service = await rehearse(worker).update({ forceNewDeployment: true });
    expect(differenceOf(service, forced)).toEqual(none);
    expect(service).not.toHaveProperty('currentServiceDeployment');
    const numbers = service.deployments?.map(({ id = '' }) => id.split('/').at(-1));
    expect(service.currentServiceRevisions?.map(({ arn = '' }) => arn.split('/').at(-1))).toEqual(numbers);
  });

  test('CreateService answers a new deployment and revision of one number, and no event', async () => {
    const stage = rehearse();
    const { service } = await stage.ecs.send(
      new CreateServiceCommand({
        cluster: 'shop',
        serviceName: 'new',
        taskDefinition: 'worker:1',
        desiredCount: 1,
      }),
    );
    expect(differenceOf(service, created).missing).toEqual([]);
    expect(service).not.toHaveProperty('currentServiceDeployment');
    expect(excerpt(service)).toEqual(excerpt(created));
  });

  test('a finished deployment has the members that AWS answered, listed and described', async () => {
    const stage = rehearse(worker);
    await stage.deploy('v2');
    stage.pass(300);
    const [listed] = await stage.records();
    expect(differenceOf(listed, listedFirst)).toEqual(none);
    const { serviceDeployments: [described] = [] } = await stage.ecs.send(
      new DescribeServiceDeploymentsCommand({ serviceDeploymentArns: [listed?.serviceDeploymentArn ?? ''] }),
    );
    // Both came with the other strategies in 2025; the recorded UpdateService of 2026 has them.
    expect(differenceOf(described, successful)).toEqual({
      missing: [],
      extra: ['deploymentConfiguration.bakeTimeInMinutes', 'deploymentConfiguration.strategy'],
    });
  });

  test('a revision has the members that AWS answered, and the images as the task definition names them', async () => {
    const stage = rehearse(worker);
    await stage.deploy('v2');
    stage.pass(300);
    const [listed] = await stage.records();
    const { serviceRevisions: [described] = [] } = await stage.ecs.send(
      new DescribeServiceRevisionsCommand({ serviceRevisionArns: [listed?.targetServiceRevisionArn ?? ''] }),
    );
    // The recorded service had a capacity provider strategy, and no load balancer to name.
    expect(differenceOf(described, revision)).toEqual({
      missing: ['capacityProviderStrategy'],
      extra: ['launchType', 'loadBalancers'],
    });
    expect(described?.containerImages).toMatchObject([
      { image: `${registry}/worker:v2`, imageDigest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) },
    ]);
    const [first] = revision.containerImages ?? [];
    expect(first?.image).not.toContain('sha256:');
  });
});

/** What the recorded excerpt of CreateService tells, ids by their place. */
const excerpt = ({ deployments = [], events, currentServiceRevisions = [] }: Service = {}) => {
  const number = deployments[0]?.id?.replace('ecs-svc/', '') ?? 'none';
  return {
    deployments: deployments.map(({ id, status, rolloutState, rolloutStateReason }) => ({
      id: id?.replace(number, 'N'),
      status,
      rolloutState,
      rolloutStateReason: rolloutStateReason?.replace(number, 'N'),
    })),
    events,
    currentServiceRevisions: currentServiceRevisions.map(({ arn, ...counts }) => ({
      ...counts,
      number: arn?.split('/').at(-1)?.replace(number, 'N'),
    })),
  };
};

describe('answers about services with the controller CODE_DEPLOY', () => {
  const scenario = webScenario({ group: groupOf() }).replace(
    '    launchType: FARGATE',
    `    launchType: FARGATE\n    ${network}`,
  );
  // Both came into answers after the recording.
  const extra = ['availabilityZoneRebalancing', 'resourceManagementType'];

  test('DescribeServices has the members that AWS answered: no deployments, no startedBy and no externalId', async () => {
    const service = await rehearseBlueGreen(scenario).service();
    expect(differenceOf(service, steady)).toEqual({ missing: [], extra });
  });

  test('UpdateService with the count 0 answers the same members; the task set wants what it wanted', async () => {
    const stage = rehearseBlueGreen(scenario);
    const wanted = ({ desiredCount, runningCount, taskSets = [] }: Service = {}) => ({
      desiredCount,
      isServed: taskSets.map((set) => set.computedDesiredCount === runningCount),
    });
    const { service } = await stage.ecs.send(
      new UpdateServiceCommand({ cluster: 'shop', service: 'web', desiredCount: 0 }),
    );
    expect(differenceOf(service, countedDown)).toEqual({ missing: [], extra });
    expect(wanted(service)).toEqual(wanted(countedDown));
  });

  test('DescribeTaskSets has the members that AWS answered, and those of the service and of tags', async () => {
    const stage = rehearseBlueGreen(scenario);
    const { taskSets: [taskSet] = [] } = await stage.ecs.send(
      new DescribeTaskSetsCommand({ cluster: 'shop', service: 'web' }),
    );
    // They came into answers after 2019: the recorded service of 2024 has them. It ran on EC2.
    expect(differenceOf(taskSet, external)).toEqual({
      missing: [],
      extra: ['clusterArn', 'platformFamily', 'platformVersion', 'serviceArn', 'tags'],
    });
  });

  test('while a second task set starts, it is ACTIVE and STABILIZING beside a steady PRIMARY one', async () => {
    const stage = rehearseBlueGreen(scenario);
    await stage.deploy('v2');
    await stage.until(async () => ((await stage.service()).taskSets?.[1]?.runningCount ?? 0) > 0);
    const service = await stage.service();
    const told = ({ taskSets = [] }: Service) =>
      taskSets.map(({ status, stabilityStatus, scale, computedDesiredCount, runningCount }) => ({
        status,
        stabilityStatus,
        scale,
        isFull: computedDesiredCount === runningCount,
      }));
    expect(told(service)).toEqual(told(stabilizing));
    expect(differenceOf(service.taskSets?.[1], stabilizing.taskSets?.[1]).missing).toEqual([]);
  });
});

/** What an answer tells of a task's network interface, values left out. */
const attachmentsOf = ({ attachments = [] }: Task = {}) =>
  attachments.map(({ type, status, details = [] }) => ({
    type,
    status,
    details: details.map(({ name }) => name),
  }));

describe('answers about tasks', () => {
  // The recorded answers lack both in part; the API reference of Task has them, healthStatus with UNKNOWN where
  // nothing checks.
  const extra = ['healthStatus', 'platformFamily'];

  test('a task whose container ended has the members that AWS answered', async () => {
    const stage = rehearse(worker);
    const id = await stage.deploy('fault-crash');
    stage.pass(90);
    const [task] = await stage.tasks('STOPPED', id);
    expect(differenceOf(task, exitedZero)).toEqual({
      missing: [],
      extra: ['containers[].healthStatus', ...extra],
    });
    expect(attachmentsOf(task)).toEqual(attachmentsOf(exitedZero));
  });

  test('a task that could not be started has no exit code, no digest, no reason and no pull', async () => {
    const stage = rehearse(worker);
    const id = await stage.deploy('v9');
    stage.pass(150);
    const [task] = await stage.tasks('STOPPED', id);
    expect(differenceOf(task, pullDenied)).toEqual({
      missing: [],
      extra: ['containers[].healthStatus', ...extra],
    });
  });

  test('a task in its first moment has no network, no connection and no runtime yet', async () => {
    const stage = rehearse(worker);
    const id = await stage.deploy('v2');
    const first = async () =>
      (await stage.tasks('RUNNING', id)).find(({ lastStatus }) => lastStatus === 'PROVISIONING');
    await secondsUntil(stage, async () => (await first()) !== undefined);
    const task = await first();
    expect(differenceOf(task, provisioning)).toEqual({
      missing: [],
      extra: ['containers[].healthStatus', 'healthStatus'],
    });
    const told = ({ attachments = [], containers = [], desiredStatus }: Task = {}) => ({
      desiredStatus,
      attachments: attachmentsOf({ attachments }),
      containers: containers.map(({ lastStatus, networkInterfaces }) => ({ lastStatus, networkInterfaces })),
    });
    expect(told(task)).toEqual(told(provisioning));
  });
});

test('a deployment target of CodeDeploy has the members that AWS answered, identifer spelt so', async () => {
  const stage = rehearseBlueGreen();
  const id = await stage.deploy('v2');
  await stage.until(async () => (await stage.target(id)).status === 'Succeeded');
  // The label came into answers after 2018; the documentation of the API has it.
  expect(differenceOf(await stage.target(id), succeededTarget.ecsTarget)).toEqual({
    missing: [],
    extra: ['taskSetsInfo[].taskSetLabel'],
  });
});
