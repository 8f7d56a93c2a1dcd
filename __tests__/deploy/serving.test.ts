import { expect, test } from '@jest/globals';
import { servingIn, servingNow } from '../../src/deploy/serving.ts';
import { aService, awsDeployment, revisionArn } from '../support/service.ts';

const service = aService({
  deployments: [
    awsDeployment({ id: 'ecs-svc/2', taskDefinition: revisionArn(2), rolloutState: 'IN_PROGRESS' }),
    awsDeployment({ id: 'ecs-svc/1', status: 'ACTIVE', rolloutState: 'COMPLETED' }),
  ],
});
const look = (percent?: number) => ({
  service,
  stoppedTasks: [],
  ...(percent === undefined ? {} : { record: { production: [{ role: 'new' as const, percent }] } }),
});

test('where ECS shifts the traffic the old revision serves until the new one has some of it', () => {
  expect(servingIn(look(0), 'ecs-svc/2')?.id).toBe('ecs-svc/1');
  expect(servingIn(look(10), 'ecs-svc/2')?.id).toBe('ecs-svc/2');
});

test('elsewhere what runs serves', () => {
  expect(servingIn(look(), 'ecs-svc/2')?.id).toBe('ecs-svc/2');
});

test('before a run starts anything the weights of the deployment that is under way tell', () => {
  const underWay = (percent: number) => ({
    service,
    shifting: { deploymentId: 'ecs-svc/2', record: { production: [{ role: 'new' as const, percent }] } },
  });
  expect(servingNow(underWay(0))?.id).toBe('ecs-svc/1');
  expect(servingNow(underWay(100))?.id).toBe('ecs-svc/2');
  expect(servingNow({ service })?.id).toBe('ecs-svc/2');
});
