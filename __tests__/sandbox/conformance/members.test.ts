import {
  ApplicationAutoScalingClient,
  DescribeScalableTargetsCommand,
} from '@aws-sdk/client-application-auto-scaling';
import {
  CreateServiceCommand,
  DescribeServiceDeploymentsCommand,
  DescribeServiceRevisionsCommand,
  UpdateServiceCommand,
} from '@aws-sdk/client-ecs';
import { describe, expect, test } from '@jest/globals';
import { requestHandler } from '../../../sandbox/request-handler.ts';
import { groupOf, rehearseBlueGreen, webScenario } from '../../support/blue-green.ts';
import { differenceOf } from '../../support/conformance.ts';
import * as recorded from '../../support/recordings/members.ts';
import { rehearse, startOfTime, targetGroup, workerScenario } from '../../support/sandbox.ts';

const none = { missing: [], extra: [] };
const network = 'networkConfiguration: { awsvpcConfiguration: { subnets: [subnet-a] } }';
const worker = workerScenario({ service: `    ${network}` });

describe('answers about services with the controller ECS', () => {
  test('UpdateService has the members that AWS answered, and currentServiceDeployment is not among them', async () => {
    const service = await rehearse(worker).update({ forceNewDeployment: true });
    expect(differenceOf(service, recorded.forcedUpdate)).toEqual(none);
    expect(service).not.toHaveProperty('currentServiceDeployment');
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
    const number = /^ecs-svc\/(\d+)$/.exec(service?.deployments?.[0]?.id ?? '')?.[1] ?? 'none';
    expect(service).toMatchObject({
      deployments: [{ status: 'PRIMARY', rolloutState: 'IN_PROGRESS' }],
      events: [],
      currentServiceRevisions: [{ requestedTaskCount: 0, runningTaskCount: 0, pendingTaskCount: 0 }],
    });
    expect(service?.currentServiceRevisions?.[0]?.arn).toMatch(
      new RegExp(`:service-revision/shop/new/${number}$`),
    );
    expect(service).not.toHaveProperty('currentServiceDeployment');
  });

  test('a finished deployment has the members that AWS answered, listed and described', async () => {
    const stage = rehearse(worker);
    await stage.deploy('v2');
    stage.pass(300);
    const [listed] = await stage.records();
    expect(differenceOf(listed, recorded.listedDeployment)).toEqual(none);
    const { serviceDeployments: [described] = [] } = await stage.ecs.send(
      new DescribeServiceDeploymentsCommand({ serviceDeploymentArns: [listed?.serviceDeploymentArn ?? ''] }),
    );
    expect(differenceOf(described, recorded.finishedDeployment)).toEqual(none);
    const { serviceRevisions: [revision] = [] } = await stage.ecs.send(
      new DescribeServiceRevisionsCommand({ serviceRevisionArns: [listed?.targetServiceRevisionArn ?? ''] }),
    );
    // The recorded service had a capacity provider strategy, and no load balancer to name.
    expect(differenceOf(revision, recorded.serviceRevision)).toEqual({
      missing: ['capacityProviderStrategy'],
      extra: ['launchType', 'loadBalancers'],
    });
  });
});

describe('answers about services with the controller CODE_DEPLOY', () => {
  const stage = rehearseBlueGreen(
    webScenario({ group: groupOf() }).replace(
      '    launchType: FARGATE',
      `    launchType: FARGATE\n    ${network}`,
    ),
  );

  test('DescribeServices has the members that AWS answered: no deployments, no startedBy and no externalId', async () => {
    // Both came into answers after the recording.
    const extra = ['availabilityZoneRebalancing', 'resourceManagementType'];
    expect(differenceOf(await stage.service(), recorded.codeDeployService)).toEqual({ missing: [], extra });
  });

  test('UpdateService with a count answers the same members', async () => {
    const { service } = await stage.ecs.send(
      new UpdateServiceCommand({ cluster: 'shop', service: 'web', desiredCount: 2 }),
    );
    expect(differenceOf(service, recorded.codeDeployService).missing).toEqual([]);
  });
});

describe('answers about tasks', () => {
  const fargate = workerScenario({
    service: `    ${network}\n    loadBalancers: [{ targetGroupArn: '${targetGroup}', containerName: worker, containerPort: 80 }]`,
  });
  // The recorded answers lack both in part; the API reference of Task has them, healthStatus with UNKNOWN where
  // nothing checks.
  const extra = ['healthStatus', 'platformFamily'];

  test('a task whose container ended has the members that AWS answered', async () => {
    const stage = rehearse(fargate);
    const id = await stage.deploy('fault-crash');
    stage.pass(90);
    const [task] = await stage.tasks('STOPPED', id);
    expect(differenceOf(task, recorded.exitedTask)).toEqual({
      missing: [],
      extra: ['containers[].healthStatus', ...extra],
    });
    expect(task?.attachments).toMatchObject([{ type: 'eni', status: 'DELETED' }]);
  });

  test('a task that could not be started has no exit code, no digest, no reason and no pull', async () => {
    const stage = rehearse(fargate);
    const id = await stage.deploy('v9');
    stage.pass(150);
    const [task] = await stage.tasks('STOPPED', id);
    expect(differenceOf(task, recorded.unpulledTask)).toEqual({
      missing: [],
      extra: ['containers[].healthStatus', ...extra],
    });
  });
});

test('a scalable target has the members that AWS answered, and its dates are numbers of seconds', async () => {
  const { sandbox } = rehearse('scalableTargets: [{ resourceId: service/shop/web, min: 2, max: 6 }]');
  const client = new ApplicationAutoScalingClient({
    region: 'us-east-1',
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
    requestHandler: requestHandler(sandbox),
  });
  const { ScalableTargets: [target] = [] } = await client.send(
    new DescribeScalableTargetsCommand({ ServiceNamespace: 'ecs', ResourceIds: ['service/shop/web'] }),
  );
  // The ARN, which tags need, came to the answer after 2021, when this was recorded.
  expect(differenceOf(target, recorded.scalableTarget)).toEqual({ ...none, extra: ['ScalableTargetARN'] });
  expect(target?.CreationTime?.getTime()).toBeLessThan(startOfTime);
});

test('a deployment target of CodeDeploy has the members that AWS answered, identifer spelt so', async () => {
  const stage = rehearseBlueGreen();
  const id = await stage.deploy('v2');
  await stage.until(async () => (await stage.target(id)).status === 'Succeeded');
  // The label came into answers after 2018; the documentation of the API has it.
  expect(differenceOf(await stage.target(id), recorded.deploymentTarget)).toEqual({
    missing: [],
    extra: ['taskSetsInfo[].taskSetLabel'],
  });
});
