import type { World } from '../../world.ts';
import { startScalings } from '../application-autoscaling/scaling.ts';
import { setOffAlarm } from '../cloudwatch/alarm.ts';
import { drainTaskSet } from '../ecs/task-set.ts';
import { fail, stopOnAlarm, stopOnRequest } from './failure.ts';
import { findDeployment, isLive, isRemoving, serviceOfDeployment, taskSetOf } from './find.ts';
import { later, type CodeDeployEvent } from './happening.ts';
import { logHookBeginning, logHookEnd } from './hook-log.ts';
import { install, lookAtInstall } from './install.ts';
import { rollBack } from './rollback.ts';
import type { Deployment, EventName, HookEnd } from './state.ts';
import { planShifts, shiftTestTraffic, shiftTraffic } from './traffic.ts';
import { viewTaskSets } from './target.ts';

const second = 1000;
const minute = 60 * second;

/** How a deployment comes to its start [?]. */
const transitions = {
  Created: { to: 'Queued', after: 0.4 * second },
  Queued: { to: 'InProgress', after: 1.2 * second },
} as const;

/** Recorded: a quarter of a second to 0.8 s between two lifecycle events, half a second for one without a hook. */
const gap = 0.25 * second;
const emptyEvent = 0.5 * second;
/** [?] How long a function behind a hook takes. */
const hookTakes: Readonly<Record<HookEnd, number>> = {
  succeed: 2 * second,
  fail: 2 * second,
  slow: 5 * minute,
};

/** Puts a new deployment on its way. */
export function launchDeployment(world: World, deployment: Deployment): void {
  const { to, after } = transitions.Created;
  later(world, deployment, after, { kind: 'status', to });
}

/** Plays one due event of CodeDeploy. */
export function playCodeDeploy(world: World, event: CodeDeployEvent): void {
  const deployment = findDeployment(world, event.deployment);
  if (deployment === undefined || isLive(deployment) === (event.kind === 'roll-back')) return;
  switch (event.kind) {
    case 'status':
      enter(world, deployment, event.to);
      return;
    case 'begin-event':
      beginEvent(world, deployment, event.event);
      return;
    case 'end-event':
      endEvent(world, deployment, event.event);
      return;
    case 'fail-hook':
      failHook(world, deployment, event.event);
      return;
    case 'look-at-install':
      lookAtInstall(world, deployment);
      return;
    case 'shift-traffic':
      shiftTraffic(world, deployment, event.weight);
      return;
    case 'ready-wait-over':
      // [?] The code and the words of a wait that nobody ended.
      if (deployment.wait?.kind === 'READY_WAIT') stopOnRequest(world, deployment, false);
      return;
    case 'termination-wait-over':
      if (deployment.wait?.kind === 'TERMINATION_WAIT') endTerminationWait(world, deployment);
      return;
    case 'look-at-removal':
      lookAtRemoval(world, deployment);
      return;
    case 'alarm':
      setOffAlarm(world, event.name);
      if (!isRemoving(deployment)) stopOnAlarm(world, deployment, event.name);
      return;
    case 'stop':
      if (!isRemoving(deployment)) stopOnRequest(world, deployment, event.rollBack);
      return;
    case 'roll-back':
      launchDeployment(world, rollBack(world, deployment));
  }
}

function enter(world: World, deployment: Deployment, status: 'Queued' | 'InProgress'): void {
  deployment.status = status;
  deployment.updatedAt = world.now;
  if (status === 'Queued') {
    const { to, after } = transitions.Queued;
    later(world, deployment, after, { kind: 'status', to });
    return;
  }
  deployment.startedAt = world.now;
  if (deployment.appSpec === undefined) {
    const message =
      'The deployment failed because the AppSpec file that specifies the deployment configuration is missing ' +
      'or has an invalid configuration. The input AppSpec file is a not well-formed yaml. ' +
      'The template cannot be parsed.';
    fail(world, deployment, { code: 'INVALID_REVISION', message });
    return;
  }
  watchAlarms(world, deployment);
  const service = serviceOfDeployment(world, deployment);
  if (service !== undefined) startScalings(world, service);
  const [first] = deployment.events;
  if (first !== undefined) later(world, deployment, gap, { kind: 'begin-event', event: first.name });
}

/** Lets the alarms of the scenario go off that this deployment watches. */
function watchAlarms(world: World, deployment: Deployment): void {
  const { enabled = false, alarms = [] } = deployment.settings.alarmConfiguration;
  if (!enabled || deployment.creator !== 'user') return;
  for (const alarm of world.codedeploy.alarms) {
    if (alarm.struck >= alarm.times || !alarms.some(({ name }) => name === alarm.name)) continue;
    alarm.struck += 1;
    later(world, deployment, alarm.at * second, { kind: 'alarm', name: alarm.name });
  }
}

function beginEvent(world: World, deployment: Deployment, name: EventName): void {
  const event = deployment.events.find((candidate) => candidate.name === name);
  if (event === undefined) return;
  event.status = 'InProgress';
  event.startedAt = world.now;
  deployment.updatedAt = world.now;
  if (name === 'Install') install(world, deployment);
  else if (name === 'AllowTraffic') planShifts(world, deployment);
  else runHook(world, deployment, name);
  if (name === 'AllowTestTraffic') shiftTestTraffic(world, deployment);
}

function runHook(world: World, deployment: Deployment, event: EventName): void {
  const lambda = functionOf(deployment, event);
  if (lambda === undefined) {
    later(world, deployment, emptyEvent, { kind: 'end-event', event });
    return;
  }
  const end = world.codedeploy.hooks[lambda] ?? 'succeed';
  logHookBeginning(world, { deployment, event, lambda });
  later(world, deployment, hookTakes[end], { kind: end === 'fail' ? 'fail-hook' : 'end-event', event });
}

/** [?] The functions are not called again by a rollback. */
const functionOf = ({ creator, appSpec }: Deployment, event: EventName): string | undefined =>
  creator === 'user' ? appSpec?.hooks[event] : undefined;

function failHook(world: World, deployment: Deployment, event: EventName): void {
  const lambda = functionOf(deployment, event);
  if (lambda !== undefined) logHookEnd(world, { deployment, event, lambda }, hookTakes.fail);
  // [?] The words.
  const message = `The deployment failed because the function behind the ${event} hook answered Failed.`;
  fail(world, deployment, { code: 'HOOK_EXECUTION_FAILURE', message });
}

function endEvent(world: World, deployment: Deployment, name: EventName): void {
  const event = deployment.events.find((candidate) => candidate.name === name);
  if (event?.status !== 'InProgress') return;
  event.status = 'Succeeded';
  event.endedAt = world.now;
  const lambda = functionOf(deployment, name);
  if (lambda !== undefined) {
    logHookEnd(world, { deployment, event: name, lambda }, world.now - (event.startedAt ?? world.now));
  }
  deployment.updatedAt = world.now;
  const next = deployment.events.find(({ status }) => status === 'Pending');
  if (next === undefined) finishEvents(world, deployment);
  else if (next.name === 'BeforeAllowTraffic' && waitsForReroute(deployment)) awaitReroute(world, deployment);
  else later(world, deployment, gap, { kind: 'begin-event', event: next.name });
}

const waitsForReroute = ({ creator, settings }: Deployment): boolean =>
  creator === 'user' &&
  settings.blueGreenDeploymentConfiguration.deploymentReadyOption?.actionOnTimeout === 'STOP_DEPLOYMENT';

/** The replacement stands; somebody has to say that it may get the traffic. */
function awaitReroute(world: World, deployment: Deployment): void {
  const { waitTimeInMinutes = 0 } =
    deployment.settings.blueGreenDeploymentConfiguration.deploymentReadyOption ?? {};
  deployment.status = 'Ready';
  deployment.wait = { kind: 'READY_WAIT', until: world.now + waitTimeInMinutes * minute };
  later(world, deployment, waitTimeInMinutes * minute, { kind: 'ready-wait-over' });
}

/** Goes on with the traffic: ContinueDeployment READY_WAIT. */
export function reroute(world: World, deployment: Deployment): void {
  delete deployment.wait;
  deployment.status = 'InProgress';
  deployment.updatedAt = world.now;
  later(world, deployment, gap, { kind: 'begin-event', event: 'BeforeAllowTraffic' });
}

/** All traffic is where it should be: the other task set goes, after a while or, under a rollback, at once. */
function finishEvents(world: World, deployment: Deployment): void {
  const { terminationWaitTimeInMinutes = 0 } =
    deployment.settings.blueGreenDeploymentConfiguration.terminateBlueInstancesOnDeploymentSuccess ?? {};
  if (deployment.creator !== 'user') {
    removeOther(world, deployment, deployment.green);
    return;
  }
  const delay = terminationWaitTimeInMinutes * minute;
  deployment.terminationWaitStarted = true;
  deployment.wait = { kind: 'TERMINATION_WAIT', until: world.now + delay };
  later(world, deployment, delay, { kind: 'termination-wait-over' });
}

/** Removes the original task set now: the wait is over, or ContinueDeployment TERMINATION_WAIT ended it. */
export function endTerminationWait(world: World, deployment: Deployment): void {
  delete deployment.wait;
  removeOther(world, deployment, deployment.blue);
}

function removeOther(world: World, deployment: Deployment, id: string | undefined): void {
  const service = serviceOfDeployment(world, deployment);
  const taskSet = service && taskSetOf(service, id);
  if (service !== undefined && taskSet !== undefined) drainTaskSet(world, service, taskSet);
  later(world, deployment, second, { kind: 'look-at-removal' });
}

function lookAtRemoval(world: World, deployment: Deployment): void {
  const service = serviceOfDeployment(world, deployment);
  if (service?.taskSets.some(({ status }) => status === 'DRAINING') === true) {
    later(world, deployment, 2 * second, { kind: 'look-at-removal' });
    return;
  }
  deployment.lastTaskSets = viewTaskSets(world, deployment);
  deployment.status = 'Succeeded';
  deployment.completedAt = world.now;
  deployment.updatedAt = world.now;
}
