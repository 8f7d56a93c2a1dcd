import type { DeploymentLifecycleHook } from '@aws-sdk/client-ecs';
import { characters } from '../../chance.ts';
import { schedule, type World } from '../../world.ts';
import { logHookBeginning } from './hook-log.ts';
import { recordIds } from './service-deployment.ts';
import type { HookAnswer, HookRun, Service, ServiceDeployment } from './state.ts';

const second = 1000;
const minute = 60 * second;
/** API reference, DeploymentLifecycleHookTimeoutConfiguration. */
const defaultTimeout = 1440;

/** Runs the hooks of the step that a deployment has entered. */
export function startHooks(world: World, service: Service, record: ServiceDeployment): void {
  const { shift, configuration } = record;
  const step = shift?.steps[shift.step];
  if (shift === undefined || step === undefined) return;
  for (const hook of configuration.lifecycleHooks ?? []) {
    if (!(hook.lifecycleStages ?? []).some((stage) => stage === step.stage)) continue;
    const run = createRun(world, hook, { index: shift.step, stage: step.stage });
    shift.hooks.push(run);
    const event = { service: 'ecs', serviceArn: service.arn, recordArn: record.arn, hook: run.id } as const;
    schedule(world, run.expiresAt - world.now, { ...event, kind: 'hook-timeout' });
    if (run.targetType === 'PAUSE') continue;
    logHookBeginning(world, run);
    const { result, seconds } = answerOf(world, run);
    if (result !== 'never') schedule(world, seconds * second, { ...event, kind: 'hook-answer', result });
  }
}

/** Whether every hook of the present step lets the deployment go on. */
export const hooksAllow = ({ shift }: ServiceDeployment): boolean =>
  (shift?.hooks ?? [])
    .filter(({ step }) => step === shift?.step)
    .every(({ status }) => status === 'SUCCEEDED' || status === 'TIMED_OUT');

/** The hook of an id while it is under way. */
export const openHook = ({ shift }: ServiceDeployment, id: string): HookRun | undefined =>
  shift?.hooks.find(
    (run) => run.id === id && (run.status === 'IN_PROGRESS' || run.status === 'AWAITING_ACTION'),
  );

const failed = (stage: string) => `Service deployment rolled back because ${stage} lifecycle hook(s) failed.`;

/** The statusReason when a function says that it failed, or does not say how it went. */
export const refusalOf = ({ stage, target = '' }: HookRun, result: 'fail' | 'none'): string =>
  result === 'fail'
    ? `${failed(stage)} Lifecycle hook target ${target} returned FAILED status.`
    : `${failed(stage)} ECS was unable to parse the response from ${target} due to: HookStatus must not be null.`;

/** The statusReason when nobody resolved a hook in time. [?] The words for a function. */
export const timeoutOf = ({ stage, target }: HookRun): string =>
  target === undefined
    ? `Service deployment rolled back because ${stage} pause hook timed out.`
    : `${failed(stage)} Lifecycle hook target ${target} timed out.`;

/** The statusReason of a pause that somebody ended with ROLLBACK. [?] The words. */
export const rollbackOf = ({ stage }: HookRun): string =>
  `Service deployment rolled back because ${stage} pause hook was rolled back by the user.`;

function createRun(
  world: World,
  { targetType = 'AWS_LAMBDA', hookTargetArn, timeoutConfiguration }: DeploymentLifecycleHook,
  at: { readonly index: number; readonly stage: HookRun['stage'] },
): HookRun {
  const isPause = targetType === 'PAUSE';
  return {
    // [?] The id of a Lambda hook; that of a pause is documented.
    id: `ecs-${isPause ? 'pause' : 'lambda'}-${characters(world.chance, 41, recordIds)}`,
    step: at.index,
    stage: at.stage,
    targetType,
    ...(isPause || hookTargetArn === undefined ? {} : { target: hookTargetArn }),
    expiresAt: world.now + (timeoutConfiguration?.timeoutInMinutes ?? defaultTimeout) * minute,
    timeoutAction: timeoutConfiguration?.action ?? 'ROLLBACK',
    status: isPause ? 'AWAITING_ACTION' : 'IN_PROGRESS',
  };
}

/** [?] A function that the scenario does not mention succeeds within 2 seconds. */
const untold = { result: 'succeed', seconds: 2 } as const;

/** How and when the function behind a hook answers. */
export function answerOf(
  world: World,
  { stage, target = '' }: HookRun,
): Pick<HookAnswer, 'result' | 'seconds'> {
  const [, name = target] = /:function:([^:]+)/.exec(target) ?? [];
  return (
    world.ecs.hooks.find(
      (answer) => answer.function === name && (answer.stage === '' || answer.stage === stage),
    ) ?? untold
  );
}
