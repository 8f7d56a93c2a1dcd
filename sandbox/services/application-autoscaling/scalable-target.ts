import type {
  DescribeScalableTargetsRequest,
  ListTagsForResourceRequest,
  RegisterScalableTargetRequest,
  TagResourceRequest,
  UntagResourceRequest,
} from '@aws-sdk/client-application-auto-scaling';
import type { Context } from '../../operation.ts';
import { seconds } from '../../wire/json11.ts';
import { sha256 } from '../../wire/sha256.ts';
import type { World } from '../../world.ts';
import { serviceByArn } from '../ecs/find.ts';
import { autoscalingErrors } from './errors.ts';
import { page } from './page.ts';
import { scaleWithin } from './scaling.ts';
import { nothingSuspended, type ScalableTarget } from './state.ts';

const dimension = 'ecs:service:DesiredCount';

/** DescribeScalableTargets: all, or those named; one that is not there is left out. */
export function describeScalableTargets(input: DescribeScalableTargetsRequest, { world }: Context): object {
  const { ResourceIds, ScalableDimension = dimension } = input;
  const targets = world.autoscaling.scalableTargets.filter(
    ({ resourceId }) =>
      ScalableDimension === dimension && (ResourceIds === undefined || ResourceIds.includes(resourceId)),
  );
  const { items, rest } = page(targets, input);
  return { ScalableTargets: items.map((target) => viewTarget(world, target)), ...rest };
}

/** RegisterScalableTarget: a new target, or other bounds and suspensions of one; what is not given stays. */
export function registerScalableTarget(input: RegisterScalableTargetRequest, { world }: Context): object {
  const resourceId = input.ResourceId ?? '';
  const existing = findTarget(world, resourceId);
  const { MinCapacity: min = existing?.min, MaxCapacity: max = existing?.max, RoleARN } = input;
  if (min === undefined || max === undefined) throw autoscalingErrors.noBounds();
  if (max < min) throw autoscalingErrors.minimumAboveMaximum();
  const arn = `arn:aws:ecs:${world.region}:${world.account}:${resourceId}`;
  if (serviceByArn(world, arn)?.status !== 'ACTIVE') throw autoscalingErrors.noService(resourceId);
  const target: ScalableTarget = existing ?? {
    resourceId,
    min,
    max,
    createdAt: world.now,
    suspended: nothingSuspended,
    tags: {},
  };
  if (existing === undefined) world.autoscaling.scalableTargets.push(target);
  target.min = min;
  target.max = max;
  if (RoleARN !== undefined) target.roleArn = RoleARN;
  target.tags = { ...target.tags, ...input.Tags };
  const suspended = input.SuspendedState;
  // [?] Whether a member that is not given stays as it was.
  target.suspended = {
    in: suspended?.DynamicScalingInSuspended ?? target.suspended.in,
    out: suspended?.DynamicScalingOutSuspended ?? target.suspended.out,
    scheduled: suspended?.ScheduledScalingSuspended ?? target.suspended.scheduled,
  };
  scaleWithin(world, target);
  return { ScalableTargetARN: targetArn(world, resourceId) };
}

/** ListTagsForResource: throws ResourceNotFoundException. */
export function listTagsForResource(input: ListTagsForResourceRequest, { world }: Context): object {
  return { Tags: targetOf(world, input.ResourceARN).tags };
}

/** TagResource: new tags are added, old ones get their new value. */
export function tagResource(input: TagResourceRequest, { world }: Context): object {
  const target = targetOf(world, input.ResourceARN);
  target.tags = { ...target.tags, ...input.Tags };
  return {};
}

/** UntagResource: a key that is not there is no error. */
export function untagResource(input: UntagResourceRequest, { world }: Context): object {
  const target = targetOf(world, input.ResourceARN);
  const gone = new Set(input.TagKeys);
  target.tags = Object.fromEntries(Object.entries(target.tags).filter(([key]) => !gone.has(key)));
  return {};
}

/** The target of a service, if it has one. */
export const findTarget = (world: World, resourceId: string): ScalableTarget | undefined =>
  world.autoscaling.scalableTargets.find((target) => target.resourceId === resourceId);

/** The ARN of a target: its last part is an id that only AWS understands. */
export const targetArn = ({ region, account }: World, resourceId: string): string =>
  `arn:aws:application-autoscaling:${region}:${account}:scalable-target/${sha256(resourceId).slice(0, 36)}`;

function targetOf(world: World, arn = ''): ScalableTarget {
  const target = world.autoscaling.scalableTargets.find(
    ({ resourceId }) => targetArn(world, resourceId) === arn,
  );
  if (target === undefined) throw autoscalingErrors.noTarget(arn);
  return target;
}

function viewTarget(
  world: World,
  { resourceId, min, max, createdAt, roleArn, suspended }: ScalableTarget,
): object {
  return {
    ServiceNamespace: 'ecs',
    ResourceId: resourceId,
    ScalableDimension: dimension,
    MinCapacity: min,
    MaxCapacity: max,
    RoleARN:
      roleArn ??
      `arn:aws:iam::${world.account}:role/aws-service-role/ecs.application-autoscaling.amazonaws.com/AWSServiceRoleForApplicationAutoScaling_ECSService`,
    CreationTime: seconds(createdAt),
    SuspendedState: {
      DynamicScalingInSuspended: suspended.in,
      DynamicScalingOutSuspended: suspended.out,
      ScheduledScalingSuspended: suspended.scheduled,
    },
    ScalableTargetARN: targetArn(world, resourceId),
  };
}
