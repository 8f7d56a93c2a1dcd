import { schedule, type World } from '../../world.ts';
import { setOffAlarm } from '../cloudwatch/alarm.ts';
import { endFailed } from './rollback.ts';
import type { Service, ServiceDeployment } from './state.ts';

const second = 1000;
/** Seen: about 20 s from the alarm to the rollback. */
const noticedAfter = 20 * second;

/** Lets the alarms of the scenario go off that the service's deployments are watched by. */
export function watchAlarms(world: World, service: Service, record: ServiceDeployment): void {
  const { enable = false, alarmNames = [] } = service.strategy.alarms ?? {};
  if (!enable) return;
  for (const alarm of world.codedeploy.alarms) {
    if (alarm.struck >= alarm.times || !alarmNames.includes(alarm.name)) continue;
    alarm.struck += 1;
    schedule(world, alarm.at * second, {
      service: 'ecs',
      kind: 'alarm',
      serviceArn: service.arn,
      recordArn: record.arn,
      name: alarm.name,
    });
  }
}

/** An alarm is in ALARM: ECS finds that out some time later. */
export function raiseAlarm(
  world: World,
  service: Service,
  { record, name }: { readonly record: ServiceDeployment; readonly name: string },
): void {
  if (record.status !== 'IN_PROGRESS') return;
  record.alarms.triggered.push(name);
  setOffAlarm(world, name);
  schedule(world, noticedAfter, {
    service: 'ecs',
    kind: 'alarm-noticed',
    serviceArn: service.arn,
    recordArn: record.arn,
  });
}

/** ECS has found an alarm in ALARM: the deployment has failed. */
export function fireAlarm(world: World, service: Service, record: ServiceDeployment): void {
  if (record.status !== 'IN_PROGRESS') return;
  record.alarms.status = 'TRIGGERED';
  endFailed(world, service, record, {
    event: 'alarm detected.',
    // [?] Both texts.
    state: 'ECS deployment alarm: alarm detected.',
    reason: 'Service deployment rolled back because an alarm was triggered.',
    rollsBack: record.configuration.alarms?.rollback ?? false,
  });
}
