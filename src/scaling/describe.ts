import type { ApplicationAutoScaling } from '@aws-sdk/client-application-auto-scaling';
import type { ServiceState } from '../service/service.ts';
import { isAnythingSuspended, type ScalableTarget, stateIn, SUSPENDED_FROM } from './suspension.ts';

export type ScalingReader = Pick<ApplicationAutoScaling, 'describeScalableTargets' | 'listTagsForResource'>;

/** The scalable target of a service, if it has one, with what an earlier run has left suspended. */
export async function describeScalable(
  client: ScalingReader,
  { clusterName, name }: Pick<ServiceState, 'clusterName' | 'name'>,
  signal: AbortSignal,
): Promise<ScalableTarget | undefined> {
  const target = await describeTarget(client, `service/${clusterName}/${name}`, signal);
  // Only what suspends leaves a tag.
  if (target === undefined || !isAnythingSuspended(target.suspended)) return target;
  const left = await describeLeft(client, target.arn, signal);
  return left === undefined ? target : { ...target, left };
}

/** The target as it is now (DescribeScalableTargets). */
export async function describeTarget(
  client: Pick<ScalingReader, 'describeScalableTargets'>,
  resourceId: string,
  signal: AbortSignal,
): Promise<ScalableTarget | undefined> {
  const answer = await client.describeScalableTargets(
    { ServiceNamespace: 'ecs', ResourceIds: [resourceId], ScalableDimension: 'ecs:service:DesiredCount' },
    { abortSignal: signal },
  );
  const [target] = answer.ScalableTargets ?? [];
  if (target === undefined) return undefined;
  const { SuspendedState: suspended } = target;
  return {
    arn: target.ScalableTargetARN ?? '',
    resourceId,
    min: target.MinCapacity ?? 0,
    max: target.MaxCapacity ?? Infinity,
    suspended: {
      in: suspended?.DynamicScalingInSuspended ?? false,
      out: suspended?.DynamicScalingOutSuspended ?? false,
      scheduled: suspended?.ScheduledScalingSuspended ?? false,
    },
  };
}

/** The state that a run noted before it suspended (ListTagsForResource). */
export async function describeLeft(
  client: Pick<ScalingReader, 'listTagsForResource'>,
  arn: string,
  signal: AbortSignal,
): Promise<ScalableTarget['left']> {
  const { Tags: tags = {} } = await client.listTagsForResource({ ResourceARN: arn }, { abortSignal: signal });
  return stateIn(tags[SUSPENDED_FROM] ?? '');
}
