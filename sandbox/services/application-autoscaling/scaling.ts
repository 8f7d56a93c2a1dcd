import type { DescribeScalingActivitiesRequest } from '@aws-sdk/client-application-auto-scaling';
import { uuid } from '../../chance.ts';
import type { Context } from '../../operation.ts';
import { seconds } from '../../wire/json11.ts';
import { sha256 } from '../../wire/sha256.ts';
import { schedule, type World } from '../../world.ts';
import { serviceByArn } from '../ecs/find.ts';
import { wake } from '../ecs/happening.ts';
import type { Service } from '../ecs/state.ts';
import type { AutoscalingEvent } from './happening.ts';
import { page } from './page.ts';
import type { ScalableTarget, ScalingActivity } from './state.ts';

const second = 1000;
/** [?] How long an activity is under way before AWS calls it fulfilled. */
const fulfilledAfter = 30 * second;
/** An alarm that goes on is acted on every minute. */
const again = 60 * second;

/** DescribeScalingActivities: newest first, of one resource or all. */
export function describeScalingActivities(
  input: DescribeScalingActivitiesRequest,
  { world }: Context,
): object {
  const activities = world.autoscaling.activities.filter(
    ({ resourceId }) => input.ResourceId === undefined || resourceId === input.ResourceId,
  );
  const { items, rest } = page(activities, input);
  return { ScalingActivities: items.map((activity) => viewActivity(world, activity)), ...rest };
}

/** Schedules what a scenario lets happen to this service, at the first deployment of it. */
export function startScalings(world: World, service: Service): void {
  const resourceId = resourceIdOf(service);
  for (const scaling of world.autoscaling.scalings) {
    if (scaling.resourceId !== resourceId || scaling.started) continue;
    scaling.started = true;
    const { desiredCount, policy } = scaling;
    const event = {
      service: 'application-autoscaling',
      kind: 'scale',
      resourceId,
      desiredCount,
      policy,
    } as const;
    schedule(world, scaling.afterSeconds * second, event);
  }
}

/** Plays one due event: the count moves within the target's bounds, unless that direction is suspended. */
export function playScaling(world: World, event: AutoscalingEvent): void {
  const { resourceId, policy } = event;
  const target = world.autoscaling.scalableTargets.find((candidate) => candidate.resourceId === resourceId);
  const service = serviceOf(world, resourceId);
  if (target === undefined || service === undefined) return;
  const count = Math.min(target.max, Math.max(target.min, event.desiredCount));
  if (count === service.desiredCount) return;
  const direction = count > service.desiredCount ? 'out' : 'in';
  if (target.suspended[direction]) return;
  // ECS does not let a service be scaled in while it deploys (developer guide, "Automatically scale your service").
  if (direction === 'in' && service.deployments.some(({ rolloutState }) => rolloutState === 'IN_PROGRESS')) {
    schedule(world, again, event);
    return;
  }
  const alarm = `TargetTracking-${resourceId}-Alarm${direction === 'out' ? 'High' : 'Low'}-${alarmId(policy)}`;
  setCount(world, service, {
    count,
    cause: `monitor alarm ${alarm} in state ALARM triggered policy ${policy}`,
  });
}

/** Brings the count within the bounds of a target that was just registered. */
export function scaleWithin(world: World, { resourceId, min, max }: ScalableTarget): void {
  const service = serviceOf(world, resourceId);
  if (service === undefined) return;
  if (service.desiredCount < min) {
    setCount(world, service, { count: min, cause: `minimum capacity was set to ${min}` });
  } else if (service.desiredCount > max) {
    setCount(world, service, { count: max, cause: `maximum capacity was set to ${max}` });
  }
}

function setCount(
  world: World,
  service: Service,
  { count, cause }: { readonly count: number; readonly cause: string },
): void {
  world.autoscaling.activities.unshift({
    id: uuid(world.chance),
    resourceId: resourceIdOf(service),
    desiredCount: count,
    cause,
    startedAt: world.now,
  });
  service.desiredCount = count;
  service.steadySince = undefined;
  wake(world, service, 5 * second);
}

const resourceIdOf = ({ arn }: Service): string => arn.slice(arn.lastIndexOf(':') + 1);

const serviceOf = (world: World, resourceId: string): Service | undefined =>
  serviceByArn(world, `arn:aws:ecs:${world.region}:${world.account}:${resourceId}`);

/** The form of a UUID, the same for a policy every time. */
function alarmId(policy: string): string {
  const digits = sha256(policy);
  return [8, 12, 16, 20, 32].map((end, index, ends) => digits.slice(ends[index - 1] ?? 0, end)).join('-');
}

function viewActivity(world: World, activity: ScalingActivity): object {
  const { id, resourceId, desiredCount, cause, startedAt } = activity;
  const isDone = world.now >= startedAt + fulfilledAfter;
  return {
    ActivityId: id,
    ServiceNamespace: 'ecs',
    ResourceId: resourceId,
    ScalableDimension: 'ecs:service:DesiredCount',
    Description: `Setting desired count to ${desiredCount}.`,
    Cause: cause,
    StartTime: seconds(startedAt),
    ...(isDone ? { EndTime: seconds(startedAt + fulfilledAfter) } : {}),
    StatusCode: isDone ? 'Successful' : 'InProgress',
    StatusMessage:
      `Successfully set desired count to ${desiredCount}. ` +
      (isDone ? 'Change successfully fulfilled by ecs.' : 'Waiting for change to be fulfilled by ecs.'),
  };
}
