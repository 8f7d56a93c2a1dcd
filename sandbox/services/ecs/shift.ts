import type { DeploymentLifecycleHookAction } from '@aws-sdk/client-ecs';
import { schedule, type World } from '../../world.ts';
import { liveTasksOf, tasksOf } from './find.ts';
import { wake } from './happening.ts';
import { answerOf, hooksAllow, openHook, refusalOf, rollbackOf, startHooks, timeoutOf } from './hook.ts';
import { logHookEnd } from './hook-log.ts';
import { endFailed } from './rollback.ts';
import { passRollout } from './rollout.ts';
import { keepCount, registerTargets } from './scheduler.ts';
import { recordOf, succeed } from './service-deployment.ts';
import type {
  Deployment,
  HookAnswer,
  HookRun,
  Service,
  ServiceDeployment,
  Shift,
  StageWork,
} from './state.ts';
import { isRouted, isTested, routingProblem, shiftProduction, shiftTest } from './traffic.ts';

const second = 1000;

/** A deployment that goes through lifecycle stages, while it does. */
export interface Shifting {
  readonly green: Deployment;
  readonly record: ServiceDeployment;
  readonly shift: Shift;
}

/** The service's PRIMARY deployment, if it is under way through lifecycle stages. */
export function shiftingOf(service: Service): Shifting | undefined {
  const green = service.deployments.find(({ status }) => status === 'PRIMARY');
  const record = green && recordOf(service, green.id);
  const shift = record?.shift;
  if (green === undefined || record?.finishedAt !== undefined || shift === undefined) return undefined;
  return record === undefined || record.status === 'ROLLBACK_IN_PROGRESS'
    ? undefined
    : { green, record, shift };
}

/** The first stage, once the deployment has started; or its end, where its listener rules are not fit. */
export function beginShift(world: World, service: Service): void {
  const shifting = shiftingOf(service);
  if (shifting?.record.status !== 'IN_PROGRESS') return;
  const problem = routingProblem(world, service.settings);
  if (problem === undefined) enterStep(world, service, 0);
  else failShift(world, service, problem);
}

/** A step has done its own work; void once another step is under way. */
export function stageWorked(world: World, service: Service, step: number): void {
  const shifting = shiftingOf(service);
  if (shifting?.shift.step !== step) return;
  shifting.shift.worked = true;
  goOn(world, service, shifting);
}

/** The function behind a hook has answered. */
export function hookAnswered(
  world: World,
  service: Service,
  { hook, result }: { readonly hook: string; readonly result: HookAnswer['result'] },
): void {
  const shifting = shiftingOf(service);
  const run = shifting && openHook(shifting.record, hook);
  if (shifting?.record.status !== 'IN_PROGRESS' || run === undefined || result === 'never') return;
  logHookEnd(world, run, { result, duration: answerOf(world, run).seconds * 1000 });
  if (result === 'succeed') {
    settleHook(world, service, { run, shifting, status: 'SUCCEEDED' });
    return;
  }
  run.status = 'FAILED';
  failShift(world, service, refusalOf(run, result));
}

/** Nobody has resolved a hook in time. */
export function hookTimedOut(world: World, service: Service, hook: string): void {
  const shifting = shiftingOf(service);
  const run = shifting && openHook(shifting.record, hook);
  if (shifting?.record.status !== 'IN_PROGRESS' || run === undefined) return;
  if (run.timeoutAction === 'CONTINUE') {
    settleHook(world, service, { run, shifting, status: 'TIMED_OUT' });
    return;
  }
  run.status = 'TIMED_OUT';
  failShift(world, service, timeoutOf(run));
}

/** Somebody has decided how a pause goes on. */
export function resolvePause(
  world: World,
  service: Service,
  { run, action }: { readonly run: HookRun; readonly action: DeploymentLifecycleHookAction },
): void {
  const shifting = shiftingOf(service);
  if (shifting === undefined) return;
  switch (action) {
    case 'CONTINUE':
      settleHook(world, service, { run, shifting, status: 'SUCCEEDED' });
      return;
    case 'ROLLBACK':
      // [?] How the hook ends.
      run.status = 'FAILED';
      failShift(world, service, rollbackOf(run));
  }
}

/** Ends the deployment, and returns to the one before. */
export function failShift(world: World, service: Service, reason: string): void {
  const shifting = shiftingOf(service);
  if (shifting === undefined) return;
  // Seen: the event has the sentence of the statusReason. [?] That the rolloutStateReason has it, too.
  endFailed(world, service, shifting.record, { event: reason, state: reason, reason, rollsBack: true });
}

/** One look of the scheduler at a service whose deployment goes through lifecycle stages. */
export function passShift(world: World, service: Service, shifting: Shifting): void {
  service.steadySince = undefined;
  for (const deployment of service.deployments) {
    const count = wantedCount(service, shifting, deployment);
    if (count !== deployment.desiredCount) deployment.updatedAt = world.now;
    deployment.desiredCount = count;
    registerTargets(world, service, deployment);
    keepCount(world, service, deployment, `Scaling activity initiated by (deployment ${deployment.id})`);
  }
  service.deployments = service.deployments.filter(
    (deployment) =>
      deployment === shifting.green ||
      (isBlue(service, deployment) && !isCleaning(shifting)) ||
      tasksOf(world, deployment).length > 0,
  );
  if (hasWorked(world, service, shifting)) stageWorked(world, service, shifting.shift.step);
}

const isBlue = ({ lastCompleted }: Service, { id }: Deployment): boolean => lastCompleted?.id === id;

const workOf = ({ steps, step }: Shift): StageWork['kind'] | undefined => steps[step]?.work.kind;

const isCleaning = ({ shift }: Shifting): boolean => workOf(shift) === 'clean-up';

function wantedCount(service: Service, shifting: Shifting, deployment: Deployment): number {
  const { green, shift } = shifting;
  if (deployment === green) {
    const scaleUp = shift.steps.findIndex(({ work }) => work.kind === 'scale-up');
    return shift.step >= scaleUp ? service.desiredCount : 0;
  }
  if (isCleaning(shifting)) return 0;
  if (isBlue(service, deployment)) return service.desiredCount;
  return shift.steps[0]?.work.kind === 'reconcile' ? 0 : deployment.desiredCount;
}

/** Whether the step that is under way has reached what it waits for. */
function hasWorked(world: World, service: Service, { green, shift }: Shifting): boolean {
  switch (workOf(shift)) {
    case 'reconcile':
      return service.deployments.every((deployment) => deployment === green || isBlue(service, deployment));
    case 'scale-up':
      return liveTasksOf(world, green).filter(({ settled }) => settled).length === service.desiredCount;
    case 'clean-up':
      return service.deployments.length === 1;
    case 'wait':
    case 'shift':
    case 'shift-test':
    case undefined:
      return false;
  }
}

function settleHook(
  world: World,
  service: Service,
  end: { readonly run: HookRun; readonly shifting: Shifting; readonly status: 'SUCCEEDED' | 'TIMED_OUT' },
): void {
  end.run.status = end.status;
  end.shifting.record.updatedAt = world.now;
  goOn(world, service, end.shifting);
}

function goOn(world: World, service: Service, { green, record, shift }: Shifting): void {
  if (record.status !== 'IN_PROGRESS' || !shift.worked || !hooksAllow(record)) return;
  if (shift.step < shift.steps.length - 1) {
    enterStep(world, service, shift.step + 1);
    return;
  }
  succeed(world, service, green);
  passRollout(world, service);
}

function enterStep(world: World, service: Service, index: number): void {
  const shifting = shiftingOf(service);
  const step = shifting?.shift.steps[index];
  if (shifting === undefined || step === undefined) return;
  const { record, shift } = shifting;
  shift.step = index;
  shift.worked = false;
  // [?] The stage that is shown meanwhile: lifecycleStage knows no PRE_PRODUCTION_TRAFFIC_SHIFT.
  if (step.stage !== 'PRE_PRODUCTION_TRAFFIC_SHIFT') shift.stage = step.stage;
  record.updatedAt = world.now;
  startHooks(world, service, record);
  startWork(world, service, shifting, step.work);
}

function startWork(
  world: World,
  service: Service,
  { green, record, shift }: Shifting,
  work: StageWork,
): void {
  const { settings } = service;
  const groups = green.targetGroups ?? [];
  switch (work.kind) {
    case 'reconcile':
    case 'scale-up':
      wake(world, service, second);
      return;
    case 'clean-up':
      if (record.alarms.status === 'MONITORING') record.alarms.status = 'MONITORING_COMPLETE';
      wake(world, service, second);
      return;
    case 'shift-test':
      if (isTested(settings)) {
        shiftTest(world, settings, groups);
        shift.testWeight = 100;
      }
      break;
    case 'shift':
      if (isRouted(settings)) {
        shiftProduction(world, settings, { groups, percent: work.percent });
        shift.productionWeight = work.percent;
      }
      break;
    case 'wait':
      break;
  }
  schedule(world, work.seconds * second, {
    service: 'ecs',
    kind: 'stage-worked',
    serviceArn: service.arn,
    recordArn: record.arn,
    step: shift.step,
  });
}
