import { describe, expect, test } from '@jest/globals';
import type { ServiceDeploymentRecord } from '../../../src/deploy/ecs/rules.ts';
import type { Hook } from '../../../src/deploy/ecs/hook.ts';
import { type Reached, reachedAfter } from '../../../src/deploy/ecs/reached.ts';

const arn = 'arn:aws:ecs:us-east-1:123456789012:service-deployment/shop/worker/one';
const record = (status: string, more: Partial<ServiceDeploymentRecord> = {}): ServiceDeploymentRecord => ({
  arn,
  status,
  ...more,
});
const hook = (status: string, more: Partial<Hook> = {}): Hook => ({
  id: 'ecs-lambda-1',
  type: 'AWS_LAMBDA',
  target: 'arn:aws:lambda:us-east-1:123456789012:function:check',
  status,
  timeoutAction: 'ROLLBACK',
  ...more,
});
const over = (...records: readonly ServiceDeploymentRecord[]): Reached | undefined =>
  records.reduce<Reached | undefined>(reachedAfter, undefined);

describe('the stage', () => {
  test('is the last one in which the deployment went forward, though a rollback goes through others', () => {
    const reached = over(
      record('IN_PROGRESS', { lifecycleStage: 'BAKE_TIME' }),
      record('ROLLBACK_IN_PROGRESS', { lifecycleStage: 'PRODUCTION_TRAFFIC_SHIFT' }),
      record('ROLLBACK_SUCCESSFUL'),
    );
    expect(reached?.stage).toBe('BAKE_TIME');
  });

  test.each([
    // Developer guide, troubleshooting of blue/green deployments (2026).
    'Service deployment rolled back because TEST_TRAFFIC_SHIFT lifecycle hook(s) failed. ECS was unable to assume role r',
    'Service deployment rolled back because TEST_TRAFFIC_SHIFT pause hook timed out.',
  ])('is the one that AWS names, which no look may have seen: %s', (statusReason) => {
    const reached = over(
      record('IN_PROGRESS', { lifecycleStage: 'SCALE_UP' }),
      record('ROLLBACK_SUCCESSFUL', { statusReason }),
    );
    expect(reached?.stage).toBe('TEST_TRAFFIC_SHIFT');
  });

  test('is named by the reason of the rollback, too', () => {
    const rollbackReason = 'Service deployment rolled back because PRE_SCALE_UP lifecycle hook(s) failed.';
    expect(over(record('ROLLBACK_IN_PROGRESS', { rollbackReason }))?.stage).toBe('PRE_SCALE_UP');
  });

  test('is that of the hook that failed', () => {
    const reached = over(
      record('IN_PROGRESS', { lifecycleStage: 'SCALE_UP' }),
      record('ROLLBACK_FAILED', {
        hooks: [hook('FAILED', { stage: 'POST_SCALE_UP' })],
        statusReason: 'No rollback candidate was found to run the rollback.',
      }),
    );
    expect(reached?.stage).toBe('POST_SCALE_UP');
  });

  test('is unknown where no look saw any', () => {
    expect(over(record('ROLLBACK_SUCCESSFUL'))).toEqual({ alarms: [] });
  });
});

describe('the hook', () => {
  test.each(['FAILED', 'TIMED_OUT'])(
    'that is %s is kept when the record tells of hooks no longer',
    (status) => {
      const reached = over(
        record('ROLLBACK_IN_PROGRESS', { hooks: [hook(status)] }),
        record('ROLLBACK_SUCCESSFUL'),
      );
      expect(reached?.hook?.status).toBe(status);
    },
  );

  test('that is under way is told while the deployment goes forward, and forgotten once it is over', () => {
    const open = record('IN_PROGRESS', { hooks: [hook('SUCCEEDED', { id: 'first' }), hook('IN_PROGRESS')] });
    expect(over(open)?.hook?.id).toBe('ecs-lambda-1');
    expect(over(open, record('IN_PROGRESS', { hooks: [hook('SUCCEEDED')] }))?.hook).toBeUndefined();
  });

  test.each([
    ['Service deployment rolled back because POST_SCALE_UP lifecycle hook(s) failed.', 'ecs-lambda-1'],
    ['Service deployment rolled back because the circuit breaker threshold was exceeded.', undefined],
  ])('that was under way is to blame only where AWS says so: %s', (statusReason, id) => {
    const reached = over(
      record('IN_PROGRESS', { hooks: [hook('IN_PROGRESS')] }),
      record('ROLLBACK_IN_PROGRESS', { statusReason }),
    );
    expect(reached?.hook?.id).toBe(id);
  });

  test('whose time-out lets the deployment go on held up nothing', () => {
    const hooks = [hook('TIMED_OUT', { timeoutAction: 'CONTINUE' })];
    expect(over(record('IN_PROGRESS', { hooks }))?.hook).toBeUndefined();
  });

  test('is the last of those that failed', () => {
    const hooks = [hook('FAILED', { id: 'first' }), hook('FAILED', { id: 'second' })];
    expect(over(record('ROLLBACK_SUCCESSFUL', { hooks }))?.hook?.id).toBe('second');
  });
});

test('alarms that went off are kept', () => {
  const reached = over(
    record('ROLLBACK_IN_PROGRESS', { alarms: { status: 'TRIGGERED', triggered: ['errors'] } }),
    record('ROLLBACK_SUCCESSFUL', { alarms: { status: 'TRIGGERED', triggered: [] } }),
    record('ROLLBACK_SUCCESSFUL'),
  );
  expect(reached?.alarms).toEqual(['errors']);
});
