import {
  DeploymentControllerType,
  DeploymentStrategy,
  ECS,
  SchedulingStrategy,
  StabilityStatus,
} from '@aws-sdk/client-ecs';
import { describe, expect, test } from '@jest/globals';
import { describeService, readService } from '../../src/service/describe.ts';
import { primary, revisionName } from '../../src/service/service.ts';
import { offline } from '../support/answering.ts';
import { rollingBack } from '../support/recordings/breaker.ts';
import { missing } from '../support/recordings/refusals.ts';
import { countedDown, external, stabilizing, steady } from '../support/recordings/task-sets.ts';
import { aService, awsDeployment, revisionArn } from '../support/service.ts';

const { signal } = new AbortController();

describe('what AWS leaves out has its default', () => {
  test('no controller means ECS, no strategy means ROLLING (an answer of 2021)', () => {
    expect(readService(rollingBack)).toMatchObject({
      controller: 'ECS',
      strategy: 'ROLLING',
      scheduling: 'REPLICA',
      breaker: { enabled: true, rollback: true },
      alarms: { enabled: false, rollback: false },
      clusterName: 'shared',
    });
  });

  test('an empty answer is read without a failure', () => {
    expect(readService({})).toMatchObject({
      status: '',
      deployments: [],
      taskSets: [],
      events: [],
      desiredCount: 0,
    });
  });
});

describe('a service with the controller CODE_DEPLOY (recorded)', () => {
  const service = readService(steady);

  test('has no deployments, and is served by its task set', () => {
    expect(service).toMatchObject({ controller: 'CODE_DEPLOY', deployments: [] });
    expect(primary(service)?.taskDefinition).toMatch(/task-definition\/sample:2$/);
  });

  test('the task set that CreateService made has no external id', () => {
    expect(service.taskSets[0]).not.toHaveProperty('externalId');
  });

  test('the task set has what an AppSpec is built from', () => {
    expect(service.taskSets[0]).toMatchObject({
      stability: 'STEADY_STATE',
      desiredCount: 1,
      platformVersion: '1.4.0',
      loadBalancers: [{ containerName: 'sample-app', containerPort: 80 }],
      network: { subnets: ['subnet-a', 'subnet-b'], securityGroups: ['sg-a'], assignPublicIp: 'ENABLED' },
      capacityProviders: [],
    });
  });
});

test('a count that was changed under CODE_DEPLOY (recorded) is the service’s, and not yet the task set’s', () => {
  const service = readService(countedDown);
  expect(service.desiredCount).toBe(0);
  expect(service.taskSets).toMatchObject([{ desiredCount: 1, runningCount: 1 }]);
});

test('a second task set (recorded) beside the one that serves is on its way', () => {
  const service = readService(stabilizing);
  expect(service).toMatchObject({ controller: 'EXTERNAL', deployments: [] });
  expect(primary(service)?.id).toBe('ecs-svc/3517849243791983451');
  expect(service.taskSets.map(({ stability }) => stability)).toEqual(['STEADY_STATE', 'STABILIZING']);
});

test('a task set of 2019 that wants nothing is steady, and has no task', () => {
  const { taskSets } = readService({ taskSets: [external] });
  expect(taskSets).toMatchObject([{ stability: 'STEADY_STATE', desiredCount: 0, runningCount: 0 }]);
  expect(taskSets[0]).not.toHaveProperty('platformVersion');
});

test('port names come from the PRIMARY deployment alone', () => {
  const connect = (portName: string) => ({ enabled: true, services: [{ portName }] });
  const service = aService({
    deployments: [
      awsDeployment({ status: 'ACTIVE', serviceConnectConfiguration: connect('old') }),
      awsDeployment({ serviceConnectConfiguration: connect('http') }),
    ],
  });
  expect(service.portNames).toEqual(['http']);
});

describe('asking for a service', () => {
  const ask = (body: object) =>
    describeService(new ECS(offline(() => ({ body }))), { cluster: 'shop', service: 'web' }, signal);

  test('one that is not there comes as a failure with status 200', async () => {
    expect(await ask({ services: [], failures: [{ arn: 'a', ...missing }] })).toEqual({
      found: false,
      ...missing,
    });
  });

  test('one that is there is read', async () => {
    const described = await ask({ services: [{ serviceName: 'web' }] });
    expect(described).toMatchObject({ found: true, service: { name: 'web' } });
  });
});

test('a revision is called by family and number', () => {
  expect(revisionName(revisionArn(7))).toBe('web:7');
  expect(revisionName('web:7')).toBe('web:7');
});

describe('words of AWS that rules compare with are all there are', () => {
  test('controllers, strategies, scheduling and stability', () => {
    expect(Object.values(DeploymentControllerType).sort()).toEqual(['CODE_DEPLOY', 'ECS', 'EXTERNAL']);
    expect(Object.values(DeploymentStrategy).sort()).toEqual(['BLUE_GREEN', 'CANARY', 'LINEAR', 'ROLLING']);
    expect(Object.values(SchedulingStrategy).sort()).toEqual(['DAEMON', 'REPLICA']);
    expect(Object.values(StabilityStatus).sort()).toEqual(['STABILIZING', 'STEADY_STATE']);
  });
});
