import {
  BatchGetDeploymentGroupsCommand,
  CreateApplicationCommand,
  CreateDeploymentConfigCommand,
  CreateDeploymentGroupCommand,
  GetApplicationCommand,
  GetDeploymentConfigCommand,
  GetDeploymentGroupCommand,
  ListApplicationsCommand,
  ListDeploymentConfigsCommand,
  ListDeploymentGroupsCommand,
  UpdateDeploymentGroupCommand,
} from '@aws-sdk/client-codedeploy';
import { expect, test } from '@jest/globals';
import { productionListener, rehearseBlueGreen } from '../../../support/blue-green.ts';

const named = { applicationName: 'Shop', deploymentGroupName: 'Web' };

test('a group of the scenario is described in the members that clients look at', async () => {
  const { codedeploy } = rehearseBlueGreen();
  const { deploymentGroupInfo } = await codedeploy.send(new GetDeploymentGroupCommand(named));
  expect(deploymentGroupInfo).toMatchObject({
    ...named,
    computePlatform: 'ECS',
    deploymentConfigName: 'CodeDeployDefault.ECSAllAtOnce',
    ecsServices: [{ clusterName: 'shop', serviceName: 'web' }],
    deploymentStyle: { deploymentType: 'BLUE_GREEN', deploymentOption: 'WITH_TRAFFIC_CONTROL' },
    blueGreenDeploymentConfiguration: {
      deploymentReadyOption: { actionOnTimeout: 'CONTINUE_DEPLOYMENT', waitTimeInMinutes: 0 },
      terminateBlueInstancesOnDeploymentSuccess: { action: 'TERMINATE', terminationWaitTimeInMinutes: 5 },
    },
    loadBalancerInfo: {
      targetGroupPairInfoList: [
        {
          targetGroups: [{ name: 'web-blue' }, { name: 'web-green' }],
          prodTrafficRoute: { listenerArns: [productionListener] },
        },
      ],
    },
    autoRollbackConfiguration: {
      enabled: true,
      events: ['DEPLOYMENT_FAILURE', 'DEPLOYMENT_STOP_ON_ALARM', 'DEPLOYMENT_STOP_ON_REQUEST'],
    },
  });
});

test('a group names its last deployment, and the last that succeeded with its revision', async () => {
  const stage = rehearseBlueGreen();
  const first = await stage.deploy('v2');
  await stage.until(async () => (await stage.info(first)).status === 'Succeeded');
  const second = await stage.deploy('v3');
  const { deploymentGroupInfo } = await stage.codedeploy.send(new GetDeploymentGroupCommand(named));
  expect(deploymentGroupInfo).toMatchObject({
    lastSuccessfulDeployment: { deploymentId: first, status: 'Succeeded' },
    lastAttemptedDeployment: { deploymentId: second, status: 'Created' },
  });
  const { revision } = await stage.info(first);
  expect(revision?.appSpecContent?.sha256).toMatch(/^[0-9a-f]{64}$/);
  expect(deploymentGroupInfo?.targetRevision?.appSpecContent?.content).toContain('web:2');
  expect((await stage.info(second)).previousRevision).toEqual(revision);
});

test('applications and groups are listed, and unknown groups of a batch are told', async () => {
  const { codedeploy } = rehearseBlueGreen();
  expect((await codedeploy.send(new ListApplicationsCommand({}))).applications).toEqual(['Shop']);
  const listed = await codedeploy.send(new ListDeploymentGroupsCommand({ applicationName: 'Shop' }));
  expect(listed.deploymentGroups).toEqual(['Web']);
  const batch = await codedeploy.send(
    new BatchGetDeploymentGroupsCommand({ applicationName: 'Shop', deploymentGroupNames: ['Web', 'Wob'] }),
  );
  expect(batch.deploymentGroupsInfo?.map(({ deploymentGroupName }) => deploymentGroupName)).toEqual(['Web']);
  expect(batch.errorMessage).toContain('Wob');
  const { application } = await codedeploy.send(new GetApplicationCommand({ applicationName: 'Shop' }));
  expect(application).toMatchObject({ applicationName: 'Shop', computePlatform: 'ECS' });
});

test('a group that was made by calls deploys like one of the scenario', async () => {
  const stage = rehearseBlueGreen();
  await stage.codedeploy.send(
    new CreateApplicationCommand({ applicationName: 'Own', computePlatform: 'ECS' }),
  );
  await stage.codedeploy.send(
    new CreateDeploymentGroupCommand({
      applicationName: 'Own',
      deploymentGroupName: 'Group',
      serviceRoleArn: 'arn:aws:iam::123456789012:role/codedeploy',
      ecsServices: [{ clusterName: 'shop', serviceName: 'web' }],
      loadBalancerInfo: {
        targetGroupPairInfoList: [
          {
            targetGroups: [{ name: 'web-blue' }, { name: 'web-green' }],
            prodTrafficRoute: { listenerArns: [productionListener] },
          },
        ],
      },
    }),
  );
  const id = await stage.deploy('v2', { applicationName: 'Own', deploymentGroupName: 'Group' });
  await stage.until(async () => (await stage.info(id)).status === 'Succeeded');
  expect((await stage.service()).taskDefinition).toMatch(/web:2$/);
});

test.each([
  { what: 'without a service', more: { ecsServices: [] }, name: 'InvalidECSServiceException' },
  { what: 'without target groups', more: { loadBalancerInfo: {} }, name: 'InvalidLoadBalancerInfoException' },
  {
    what: 'with an unknown configuration',
    more: { deploymentConfigName: 'Thirds' },
    name: 'DeploymentConfigDoesNotExistException',
  },
])('a group $what is refused', async ({ more, name }) => {
  const { codedeploy } = rehearseBlueGreen();
  await expect(
    codedeploy.send(
      new UpdateDeploymentGroupCommand({
        applicationName: 'Shop',
        currentDeploymentGroupName: 'Web',
        ...more,
      }),
    ),
  ).rejects.toMatchObject({ name });
});

test('a configuration can be created, read and listed beside those of AWS', async () => {
  const { codedeploy } = rehearseBlueGreen();
  const trafficRoutingConfig = {
    type: 'TimeBasedCanary',
    timeBasedCanary: { canaryPercentage: 25, canaryInterval: 2 },
  } as const;
  await codedeploy.send(
    new CreateDeploymentConfigCommand({
      deploymentConfigName: 'Quarter',
      computePlatform: 'ECS',
      trafficRoutingConfig,
    }),
  );
  const { deploymentConfigInfo } = await codedeploy.send(
    new GetDeploymentConfigCommand({ deploymentConfigName: 'Quarter' }),
  );
  expect(deploymentConfigInfo).toMatchObject({ computePlatform: 'ECS', trafficRoutingConfig });
  const { deploymentConfigsList } = await codedeploy.send(new ListDeploymentConfigsCommand({}));
  expect(deploymentConfigsList).toEqual(
    expect.arrayContaining(['Quarter', 'CodeDeployDefault.ECSAllAtOnce']),
  );
});
