import { AwsError } from '../../aws-error.ts';
import { operation, type AwsService, type Context } from '../../operation.ts';
import type { JsonObject } from '../../wire/json.ts';
import { seconds } from '../../wire/json11.ts';

/** Application Auto Scaling as far as the bounds of a service's count go. */
export const applicationAutoscaling: AwsService = {
  name: 'application-autoscaling',
  target: 'AnyScaleFrontendService',
  operations: { DescribeScalableTargets: operation({ accept: readInput, run: describeScalableTargets }) },
};

interface Input {
  readonly resourceIds: readonly unknown[] | undefined;
}

/** The members this operation has, read by hand: the toolkit does not carry that client's schemas. */
function readInput(body: JsonObject): Input {
  const resourceIds: unknown = body['ResourceIds'];
  if (body['ServiceNamespace'] !== 'ecs') {
    // [?] AWS's words.
    throw new AwsError('ValidationException', `The sandbox knows the service namespace 'ecs' alone.`);
  }
  return { resourceIds: Array.isArray(resourceIds) ? resourceIds : undefined };
}

function describeScalableTargets({ resourceIds }: Input, { world }: Context): object {
  const targets = world.autoscaling.scalableTargets.filter(
    ({ resourceId }) => resourceIds === undefined || resourceIds.includes(resourceId),
  );
  return {
    ScalableTargets: targets.map(({ resourceId, min, max, createdAt }) => ({
      ServiceNamespace: 'ecs',
      ResourceId: resourceId,
      ScalableDimension: 'ecs:service:DesiredCount',
      MinCapacity: min,
      MaxCapacity: max,
      RoleARN: `arn:aws:iam::${world.account}:role/aws-service-role/ecs.application-autoscaling.amazonaws.com/AWSServiceRoleForApplicationAutoScaling_ECSService`,
      CreationTime: seconds(createdAt),
      SuspendedState: {
        DynamicScalingInSuspended: false,
        DynamicScalingOutSuspended: false,
        ScheduledScalingSuspended: false,
      },
    })),
  };
}
