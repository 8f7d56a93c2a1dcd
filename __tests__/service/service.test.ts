import { describe, expect, test } from '@jest/globals';
import {
  primary,
  revisionArn as arnBeside,
  revisionName,
  serving,
  servingBeside,
} from '../../src/service/service.ts';
import { aCodeDeployService, aService, awsDeployment, awsTaskSet, revisionArn } from '../support/service.ts';

const old = awsDeployment({ status: 'ACTIVE' });
const newer = (rolloutState: string, runningCount: number) =>
  awsDeployment({
    id: 'ecs-svc/2',
    rolloutState: rolloutState === 'FAILED' ? 'FAILED' : 'IN_PROGRESS',
    runningCount,
  });
const servingId = (...deployments: Parameters<typeof awsDeployment>[0][]): string | undefined =>
  serving(aService({ deployments: deployments.map((deployment) => awsDeployment(deployment)) }))?.id;

describe('what serves', () => {
  test('is the PRIMARY that is COMPLETED, whatever else drains', () => {
    const service = aService({
      deployments: [awsDeployment({ runningCount: 1 }), { ...old, id: 'ecs-svc/0' }],
    });
    expect(serving(service)?.id).toBe('ecs-svc/1');
  });

  test.each(['FAILED', 'IN_PROGRESS'])(
    'is the old deployment while the PRIMARY is %s without a task',
    (state) => {
      const service = aService({ deployments: [newer(state, 0), old] });
      expect(primary(service)?.id).toBe('ecs-svc/2');
      expect(serving(service)?.id).toBe('ecs-svc/1');
    },
  );

  test('is the PRIMARY as soon as no other runs more tasks', () => {
    expect(servingId(newer('IN_PROGRESS', 2), old)).toBe('ecs-svc/2');
    expect(servingId(newer('IN_PROGRESS', 1), old)).toBe('ecs-svc/1');
  });

  test('is the newest that is COMPLETED, of several', () => {
    const failing = { id: 'ecs-svc/1b', status: 'ACTIVE', rolloutState: 'FAILED' } as const;
    const older = { ...old, id: 'ecs-svc/0' };
    expect(servingId(newer('FAILED', 0), failing, old, older)).toBe('ecs-svc/1');
  });

  test('is the old deployment though a third runs fewer tasks than the PRIMARY', () => {
    const third = { ...old, id: 'ecs-svc/0', runningCount: 1 };
    expect(servingId(newer('IN_PROGRESS', 1), old, third)).toBe('ecs-svc/1');
  });

  test('is the PRIMARY where what is COMPLETED runs nothing any more, whatever else does', () => {
    const failing = { id: 'ecs-svc/1b', status: 'ACTIVE', rolloutState: 'FAILED' } as const;
    expect(servingId(newer('FAILED', 0), failing, { ...old, runningCount: 0 })).toBe('ecs-svc/2');
  });

  test('is the PRIMARY where nothing else runs', () => {
    expect(servingId(newer('FAILED', 0), { ...old, runningCount: 0 })).toBe('ecs-svc/2');
    expect(serving(aService({ deployments: [] }))).toBeUndefined();
  });

  test('is the PRIMARY task set: it has the traffic', () => {
    const blue = awsTaskSet({ runningCount: 1, stabilityStatus: 'STABILIZING' });
    const green = awsTaskSet({ id: 'ecs-svc/2', status: 'ACTIVE', externalId: 'd-OURS' });
    expect(serving(aCodeDeployService([green, blue]))?.id).toBe('ecs-svc/1');
  });
});

describe('what served before a deployment', () => {
  test('is the deployment that goes on beside it', () => {
    const service = aService({ deployments: [newer('IN_PROGRESS', 2), old] });
    expect(servingBeside(service, 'ecs-svc/2')?.id).toBe('ecs-svc/1');
  });

  test('is the old task set, though the traffic has left it', () => {
    const green = awsTaskSet({ id: 'ecs-svc/2', externalId: 'd-OURS' });
    const blue = awsTaskSet({ status: 'ACTIVE' });
    expect(servingBeside(aCodeDeployService([green, blue]), 'd-OURS')?.id).toBe('ecs-svc/1');
  });

  test('is not known once it is gone, or runs nothing any more', () => {
    expect(servingBeside(aService(), 'ecs-svc/1')).toBeUndefined();
    const service = aService({ deployments: [newer('IN_PROGRESS', 2), { ...old, runningCount: 0 }] });
    expect(servingBeside(service, 'ecs-svc/2')).toBeUndefined();
  });
});

test('a revision is called family:revision, be it given by ARN or so already', () => {
  expect([revisionName(revisionArn(2)), revisionName('web:2')]).toEqual(['web:2', 'web:2']);
});

describe('the ARN of a revision', () => {
  const cluster = 'arn:aws-cn:ecs:cn-north-1:210987654321:cluster/shop';

  test('that is named as family:revision is one of the partition, Region and account of what is beside it', () => {
    expect(arnBeside('web:2', cluster)).toBe('arn:aws-cn:ecs:cn-north-1:210987654321:task-definition/web:2');
  });

  test('that is named by it stays as it is, whatever is beside it', () => {
    expect(arnBeside(revisionArn(2), cluster)).toBe(revisionArn(2));
  });
});
