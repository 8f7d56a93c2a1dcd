import type { World } from '../../world.ts';
import { findRule, sendAll } from '../elasticloadbalancing/traffic.ts';
import { fireAlarm, raiseAlarm } from './alarm.ts';
import { countFailure } from './failure.ts';
import { ownersOf, serviceByArn, tasksOf } from './find.ts';
import type { EcsEvent } from './happening.ts';
import { fireBreaker, rollBackAsRequested } from './rollback.ts';
import { beSteady, passRollout } from './rollout.ts';
import { deregister } from './scheduler.ts';
import { beginShift, hookAnswered, hookTimedOut, passShift, shiftingOf, stageWorked } from './shift.ts';
import { closeRecord, startRecord } from './service-deployment.ts';
import type { Service, ServiceDeployment } from './state.ts';
import { passTaskSets } from './task-set.ts';
import { playTask } from './task-life.ts';
import { updateTaskDefinition } from './update-service.ts';

export type { EcsEvent } from './happening.ts';

/** Plays one due event of ECS. */
export function playEcs(world: World, event: EcsEvent): void {
  switch (event.kind) {
    case 'task-step':
    case 'task-exit':
    case 'task-settle':
    case 'task-unhealthy':
    case 'task-interrupt':
      playTask(world, event);
      return;
    case 'rule-reset': {
      const rule = findRule(world.loadBalancing, event.rule);
      if (rule !== undefined) sendAll(rule, event.targetGroupArn);
      return;
    }
    case 'forget-task':
      world.ecs.tasks = world.ecs.tasks.filter(({ arn }) => arn !== event.task);
      return;
    case 'pass':
    case 'deregister':
    case 'count-failure':
    case 'breaker':
    case 'record-started':
    case 'record-stopped':
    case 'requested-rollback':
    case 'alarm':
    case 'alarm-noticed':
    case 'stage-worked':
    case 'hook-answer':
    case 'hook-timeout':
    case 'steady-again':
    case 'competing-update': {
      const service = serviceByArn(world, event.serviceArn);
      if (service !== undefined) playService(world, service, event);
    }
  }
}

type ServiceEventKind = Extract<EcsEvent, { readonly serviceArn: string }>;

function playService(world: World, service: Service, event: ServiceEventKind): void {
  switch (event.kind) {
    case 'pass':
      pass(world, service);
      return;
    case 'deregister': {
      const owner = ownersOf(service).find(({ id }) => id === event.ownerId);
      const tasks = world.ecs.tasks.filter(({ arn }) => event.tasks.includes(arn));
      if (owner !== undefined) deregister(world, service, owner, tasks);
      return;
    }
    case 'count-failure':
      countFailure(world, service, event);
      return;
    case 'breaker':
      fireBreaker(world, service, event.ownerId);
      return;
    case 'record-started':
    case 'record-stopped':
    case 'requested-rollback':
    case 'alarm':
    case 'alarm-noticed':
    case 'stage-worked':
    case 'hook-answer':
    case 'hook-timeout': {
      const record = service.records.find(({ arn }) => arn === event.recordArn);
      if (record !== undefined && record.finishedAt === undefined)
        playRecord(world, service, { record, event });
      return;
    }
    case 'steady-again':
      if (service.steadySince === event.since && service.status === 'ACTIVE') beSteady(world, service);
      return;
    case 'competing-update':
      updateTaskDefinition(world, service, event.taskDefinition);
  }
}

type RecordEvent = Extract<EcsEvent, { readonly recordArn: string }>;

/** What happens to a record that is not over. */
function playRecord(
  world: World,
  service: Service,
  { record, event }: { readonly record: ServiceDeployment; readonly event: RecordEvent },
): void {
  switch (event.kind) {
    case 'record-started':
      startRecord(world, record);
      if (isCurrent(service, record)) beginShift(world, service);
      return;
    case 'record-stopped':
      // [?] Whether a superseded record carries a statusReason.
      closeRecord(world, record, { status: 'STOPPED' });
      return;
    case 'requested-rollback':
      rollBackAsRequested(world, service, record);
      return;
    case 'alarm':
      raiseAlarm(world, service, { record, name: event.name });
      return;
    case 'alarm-noticed':
      fireAlarm(world, service, record);
      return;
    case 'stage-worked':
      if (isCurrent(service, record)) stageWorked(world, service, event.step);
      return;
    case 'hook-answer':
      hookAnswered(world, service, event);
      return;
    case 'hook-timeout':
      hookTimedOut(world, service, event.hook);
  }
}

const isCurrent = (service: Service, record: ServiceDeployment): boolean =>
  shiftingOf(service)?.record === record;

/** Only the latest arrangement counts: a pass that was brought forward leaves a void one behind. */
function pass(world: World, service: Service): void {
  if (service.nextPassAt !== world.now) return;
  service.nextPassAt = undefined;

  const shifting = shiftingOf(service);
  if (shifting !== undefined) passShift(world, service, shifting);
  else if (service.controller === 'ECS') passRollout(world, service);
  else passTaskSets(world, service);
  const gone = ownersOf(service).every((owner) => tasksOf(world, owner).length === 0);
  if (service.status === 'DRAINING' && gone) service.status = 'INACTIVE';
}
