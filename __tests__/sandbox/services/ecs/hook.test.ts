import { describe, expect, test } from '@jest/globals';
import { ContinueServiceDeploymentCommand } from '@aws-sdk/client-ecs';
import { hookArn, lambdaHook, rehearseShift, type ShiftRehearsal } from '../../../support/shift.ts';

const pause = (stage: string, more = '') => `{ targetType: PAUSE, lifecycleStages: [${stage}]${more} }`;
const withHooks = (...hooks: readonly string[]) =>
  `strategy: BLUE_GREEN, bakeTimeInMinutes: 1, lifecycleHooks: [${hooks.join(', ')}]`;
const timeout = (action: string) => `, timeoutConfiguration: { timeoutInMinutes: 60, action: ${action} }`;

/** Deploys and waits until the deployment is paused. */
async function paused(stage: ShiftRehearsal) {
  await stage.deploy('v2');
  const record = await stage.until(({ lifecycleHookDetails = [] }) =>
    lifecycleHookDetails.some(({ status }) => status === 'AWAITING_ACTION'),
  );
  const hookId = record.lifecycleHookDetails?.[0]?.hookId;
  return { record, hook: { serviceDeploymentArn: record.serviceDeploymentArn, hookId } };
}

const goOn = (stage: ShiftRehearsal, input: ContinueServiceDeploymentCommand['input']) =>
  stage.ecs.send(new ContinueServiceDeploymentCommand(input));

describe('a PAUSE hook', () => {
  const scenario = { configuration: withHooks(pause('POST_PRODUCTION_TRAFFIC_SHIFT', timeout('ROLLBACK'))) };

  test('holds the deployment until somebody continues it', async () => {
    const stage = rehearseShift(scenario);
    const { record, hook } = await paused(stage);
    expect(record).toMatchObject({
      status: 'IN_PROGRESS',
      lifecycleStage: 'POST_PRODUCTION_TRAFFIC_SHIFT',
      targetServiceRevision: { runningTaskCount: 2, requestedProductionTrafficWeight: 100 },
      lifecycleHookDetails: [{ targetType: 'PAUSE', status: 'AWAITING_ACTION', timeoutAction: 'ROLLBACK' }],
    });
    expect(record.lifecycleHookDetails?.[0]?.hookId).toMatch(/^ecs-pause-[\w-]{41}$/);
    expect(record.lifecycleHookDetails?.[0]).not.toHaveProperty('targetArn');
    stage.pass(3000);
    expect(await stage.record()).toMatchObject({ lifecycleStage: 'POST_PRODUCTION_TRAFFIC_SHIFT' });
    expect(await goOn(stage, hook)).toMatchObject({ serviceDeploymentArn: hook.serviceDeploymentArn });
    expect((await stage.record()).lifecycleHookDetails).toMatchObject([{ status: 'SUCCEEDED' }]);
    expect((await stage.watch()).at(-1)?.status).toBe('SUCCESSFUL');
  });

  test('rolls the deployment back when somebody says so', async () => {
    const stage = rehearseShift(scenario);
    const { deployments: [before] = [] } = await stage.service();
    const { hook } = await paused(stage);
    await goOn(stage, { ...hook, action: 'ROLLBACK' });
    expect((await stage.watch()).at(-1)?.status).toBe('ROLLBACK_SUCCESSFUL');
    expect((await stage.service()).deployments).toMatchObject([{ id: before?.id }]);
  });

  test('that nobody resolves in time has it rolled back', async () => {
    const stage = rehearseShift(scenario);
    await paused(stage);
    await stage.watch();
    expect(await stage.record()).toMatchObject({
      status: 'ROLLBACK_SUCCESSFUL',
      statusReason:
        'Service deployment rolled back because POST_PRODUCTION_TRAFFIC_SHIFT pause hook timed out.',
      lifecycleHookDetails: [{ status: 'TIMED_OUT' }],
    });
  });

  test('or goes on then, where it is configured so', async () => {
    const stage = rehearseShift({ configuration: withHooks(pause('POST_SCALE_UP', timeout('CONTINUE'))) });
    await paused(stage);
    stage.pass(3590);
    expect(await stage.record()).toMatchObject({ lifecycleStage: 'POST_SCALE_UP' });
    expect((await stage.watch()).at(-1)?.status).toBe('SUCCESSFUL');
  });

  test('waits a day unless told otherwise', async () => {
    const stage = rehearseShift({ configuration: withHooks(pause('PRE_SCALE_UP')) });
    const { record } = await paused(stage);
    const [hook] = record.lifecycleHookDetails ?? [];
    const minutes = ((hook?.expiresAt?.getTime() ?? 0) - stage.clock.now()) / 60_000;
    expect(Math.round(minutes)).toBe(1440);
    expect(hook?.timeoutAction).toBe('ROLLBACK');
  });
});

describe('ContinueServiceDeployment is refused, in AWS’s words,', () => {
  const scenario = { configuration: withHooks(pause('POST_SCALE_UP')) };
  const invalid = (message: string) => ({ name: 'InvalidParameterException', message });

  test('for a hook that is completed', async () => {
    const stage = rehearseShift(scenario);
    const { hook } = await paused(stage);
    await goOn(stage, hook);
    await expect(goOn(stage, hook)).rejects.toMatchObject(
      invalid(
        'Provided hookId is either completed, unavailable, or not associated with the given Resource ARN',
      ),
    );
  });

  test('for an id of another form', async () => {
    const stage = rehearseShift(scenario);
    const { hook } = await paused(stage);
    await expect(goOn(stage, { ...hook, hookId: 'pause-1' })).rejects.toMatchObject(
      invalid('Invalid hookId: hookId must follow the format: ecs-{hookType}-{id}'),
    );
  });

  test('for a deployment that is over', async () => {
    const stage = rehearseShift(scenario);
    const { hook } = await paused(stage);
    await goOn(stage, hook);
    await stage.watch();
    await expect(goOn(stage, hook)).rejects.toMatchObject(
      invalid('Continuing a service deployment is not allowed for service deployment in terminal states.'),
    );
  });

  test('for a deployment that does not exist', async () => {
    const stage = rehearseShift(scenario);
    const { hook } = await paused(stage);
    const absent = { ...hook, serviceDeploymentArn: `${hook.serviceDeploymentArn ?? ''}x` };
    await expect(goOn(stage, absent)).rejects.toMatchObject({
      name: 'ServiceDeploymentNotFoundException',
      message: 'The service deployment does not exist.',
    });
  });
});

describe('a Lambda hook', () => {
  test('holds its stage until it has answered', async () => {
    const stage = rehearseShift({
      configuration: withHooks(lambdaHook('smoke', 'POST_SCALE_UP')),
      more: 'lifecycleHooks: [{ function: smoke, seconds: 300 }]',
    });
    await stage.deploy('v2');
    await stage.until(({ lifecycleStage }) => lifecycleStage === 'POST_SCALE_UP');
    stage.pass(298);
    expect(await stage.record()).toMatchObject({
      lifecycleStage: 'POST_SCALE_UP',
      lifecycleHookDetails: [
        { targetType: 'AWS_LAMBDA', targetArn: hookArn('smoke'), status: 'IN_PROGRESS' },
      ],
    });
    expect((await stage.watch()).at(-1)?.status).toBe('SUCCESSFUL');
  });

  test('is asked at each step of a LINEAR deployment, and may refuse at one stage only', async () => {
    const linear = 'linearConfiguration: { stepPercent: 50, stepBakeTimeInMinutes: 1 }';
    const hooks = lambdaHook('smoke', 'PRE_SCALE_UP, PRODUCTION_TRAFFIC_SHIFT');
    const stage = rehearseShift({
      configuration: `strategy: LINEAR, bakeTimeInMinutes: 0, ${linear}, lifecycleHooks: [${hooks}]`,
    });
    await stage.deploy('v2');
    await stage.watch();
    expect((await stage.record()).lifecycleHookDetails).toHaveLength(3);
  });

  test('that answers IN_PROGRESS for ever is timed out', async () => {
    const hook = lambdaHook('smoke', 'POST_SCALE_UP').replace(
      ' }',
      ', timeoutConfiguration: { timeoutInMinutes: 30 } }',
    );
    const stage = rehearseShift({
      configuration: withHooks(hook),
      more: 'lifecycleHooks: [{ function: smoke, stage: POST_SCALE_UP, result: never }]',
    });
    await stage.deploy('v2');
    await stage.watch();
    expect(await stage.record()).toMatchObject({
      status: 'ROLLBACK_SUCCESSFUL',
      lifecycleHookDetails: [{ status: 'TIMED_OUT' }],
    });
  });

  test('at PRE_PRODUCTION_TRAFFIC_SHIFT refuses before any production traffic has moved', async () => {
    const stage = rehearseShift({
      configuration: withHooks(lambdaHook('gate', 'PRE_PRODUCTION_TRAFFIC_SHIFT')),
      more: 'lifecycleHooks: [{ function: gate, result: fail }]',
    });
    await stage.deploy('v2');
    const sights = await stage.watch();
    expect(sights.every(({ weight }) => weight === 0)).toBe(true);
    expect((await stage.record()).statusReason).toContain(
      'because PRE_PRODUCTION_TRAFFIC_SHIFT lifecycle hook(s) failed.',
    );
  });
});
