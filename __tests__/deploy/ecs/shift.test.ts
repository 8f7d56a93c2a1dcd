import {
  type DeploymentLifecycleHookStage,
  DeploymentLifecycleHookStatus,
  ServiceDeploymentLifecycleStage,
} from '@aws-sdk/client-ecs';
import { describe, expect, test } from '@jest/globals';
import { readRecord } from '../../../src/deploy/ecs/describe.ts';
import { type Shift, shiftProgress } from '../../../src/deploy/ecs/shift.ts';
import { stageOrder } from '../../support/recordings/lifecycle-hooks.ts';
import { paused } from '../../support/recordings/service-deployments.ts';

const { serviceDeploymentArn: arn = '' } = paused;

test('a recorded pause is told with its id, and until when', () => {
  expect(shiftProgress(undefined, readRecord(arn, paused))).toEqual([
    {
      kind: 'hook',
      serviceDeployment: arn,
      hook: {
        id: 'ecs-pause-Xk7rT2mP9sLwQn4vB8fYd3hJ6gA1cE5iO0uR_ZpWq',
        type: 'PAUSE',
        status: 'AWAITING_ACTION',
        expiresAt: '2026-05-06T16:03:00.000Z',
        timeoutAction: 'ROLLBACK',
        stage: 'POST_PRODUCTION_TRAFFIC_SHIFT',
      },
      stage: 'POST_PRODUCTION_TRAFFIC_SHIFT',
    },
  ]);
});

describe('the stages of a service deployment', () => {
  const at = (lifecycleStage: string): Shift => ({ arn, lifecycleStage });

  test('are told as they begin, with those that were skipped between two looks', () => {
    expect(shiftProgress(at('SCALE_UP'), at('PRODUCTION_TRAFFIC_SHIFT'))).toEqual([
      {
        kind: 'stage',
        stage: 'PRODUCTION_TRAFFIC_SHIFT',
        passed: ['POST_SCALE_UP', 'TEST_TRAFFIC_SHIFT', 'POST_TEST_TRAFFIC_SHIFT'],
      },
    ]);
  });

  test('are passed in the order of the developer guide', () => {
    const [first = '', ...rest] = stageOrder;
    expect(shiftProgress(at(first), at(rest.at(-1) ?? ''))).toMatchObject([{ passed: rest.slice(0, -1) }]);
  });

  test('that go back, as in a rollback, have passed nothing', () => {
    expect(shiftProgress(at('BAKE_TIME'), at('PRODUCTION_TRAFFIC_SHIFT'))).toMatchObject([{ passed: [] }]);
  });

  test('are told once', () => {
    expect(shiftProgress(at('SCALE_UP'), at('SCALE_UP'))).toEqual([]);
  });

  test('of the SDK are all known, and one of tomorrow is an unknown word', () => {
    const kinds = Object.values(ServiceDeploymentLifecycleStage).map((stage) =>
      shiftProgress(undefined, at(stage)).map(({ kind }) => kind),
    );
    expect(new Set(kinds.flat())).toEqual(new Set(['stage']));
    expect(shiftProgress(undefined, at('TELEPORT'))).toMatchObject([{ kind: 'unknown-word' }]);
  });
});

test('every status of a hook that the SDK knows is told as one', () => {
  const kinds = [...Object.values(DeploymentLifecycleHookStatus), 'ASLEEP'].map((status) =>
    shiftProgress(undefined, { arn, hooks: [{ id: 'h', type: 'PAUSE', status }] }).map(({ kind }) => kind),
  );
  expect(kinds.slice(0, -1).flat()).toEqual(Object.values(DeploymentLifecycleHookStatus).map(() => 'hook'));
  expect(kinds.at(-1)).toEqual(['unknown-word']);
});

describe('the stage of a hook', () => {
  const seen = (
    status: 'IN_PROGRESS' | 'SUCCEEDED',
    lifecycleStages: DeploymentLifecycleHookStage[],
    lifecycleStage: ServiceDeploymentLifecycleStage,
  ) =>
    readRecord(arn, {
      lifecycleStage,
      lifecycleHookDetails: [{ hookId: 'h', targetType: 'AWS_LAMBDA', targetArn: 'check', status }],
      deploymentConfiguration: {
        lifecycleHooks: [{ hookTargetArn: 'check', lifecycleStages }],
      },
    });
  const stageOf = (previous: Shift | undefined, next: Shift) =>
    shiftProgress(previous, next).flatMap((event) => (event.kind === 'hook' ? [event.stage] : []));

  test('is the one that it is configured for, whatever the stage is when its end is seen', () => {
    const started = seen('IN_PROGRESS', ['POST_SCALE_UP'], 'SCALE_UP');
    const ended = seen('SUCCEEDED', ['POST_SCALE_UP'], 'BAKE_TIME');
    expect([stageOf(undefined, started), stageOf(started, ended)]).toEqual([
      ['POST_SCALE_UP'],
      ['POST_SCALE_UP'],
    ]);
  });

  test('is the one in which it was under way, where it is configured for several', () => {
    const several: DeploymentLifecycleHookStage[] = ['POST_SCALE_UP', 'PRE_SCALE_UP'];
    const started = seen('IN_PROGRESS', several, 'SCALE_UP');
    expect(stageOf(started, seen('SUCCEEDED', several, 'BAKE_TIME'))).toEqual(['SCALE_UP']);
  });

  test('is not told where it began and ended between two looks', () => {
    const ended = seen('SUCCEEDED', ['POST_SCALE_UP', 'PRE_SCALE_UP'], 'BAKE_TIME');
    expect(stageOf(undefined, ended)).toEqual([undefined]);
  });
});
