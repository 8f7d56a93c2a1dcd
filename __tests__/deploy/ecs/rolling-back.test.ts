import { describe, expect, test } from '@jest/globals';
import { isReturnedTo, isRollingBack } from '../../../src/deploy/ecs/rolling-back.ts';
import { RECORD_PHASES } from '../../../src/deploy/ecs/rules.ts';
import { aService, awsDeployment } from '../../support/service.ts';

const reason = 'ECS deployment circuit breaker: rolling back to deploymentId ecs-svc/1.';
const returned = { rolloutState: 'IN_PROGRESS', rolloutStateReason: reason } as const;
const [deployment] = aService({ deployments: [awsDeployment(returned)] }).deployments;

describe('a deployment is returned to', () => {
  test('while it is PRIMARY and under way, and its reason says so', () => {
    expect(deployment !== undefined && isReturnedTo(deployment)).toBe(true);
  });

  test.each([
    ['it is done', { rolloutState: 'COMPLETED' }],
    ['it is not PRIMARY', { status: 'ACTIVE' }],
    ['its reason says nothing of it', { rolloutStateReason: 'ECS deployment ecs-svc/1 in progress.' }],
    ['it has no reason', { rolloutStateReason: undefined }],
  ] as const)('not when %s', (_, change) => {
    const [other] = aService({ deployments: [awsDeployment({ ...returned, ...change })] }).deployments;
    expect(other !== undefined && isReturnedTo(other)).toBe(false);
  });
});

describe('a service is rolling back', () => {
  test('when one of its deployments is returned to', () => {
    const failed = awsDeployment({ id: 'ecs-svc/2', status: 'ACTIVE', rolloutState: 'FAILED' });
    expect(isRollingBack(aService({ deployments: [awsDeployment(returned), failed] }), [])).toBe(true);
    expect(isRollingBack(aService(), [])).toBe(false);
  });

  const statuses = Object.entries(RECORD_PHASES);
  test.each(statuses)('or a record says so, of which %s is %s', (status, phase) => {
    expect(isRollingBack(aService(), [{ status }])).toBe(phase === 'rolling-back');
  });
});
