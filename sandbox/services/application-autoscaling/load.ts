import * as autoscaling from '@aws-sdk/client-application-auto-scaling';
import { accepting, requiredMembers, type Accept, type RequestSchema } from '../../wire/schema.ts';
import { autoscalingErrors } from './errors.ts';

/** How the input of each operation is read: by the schemas that the SDK exports, and for `ecs` alone. */
export const accept = {
  DescribeScalableTargets: reading<autoscaling.DescribeScalableTargetsRequest>(
    autoscaling.DescribeScalableTargetsRequest$,
  ),
  DescribeScalingActivities: reading<autoscaling.DescribeScalingActivitiesRequest>(
    autoscaling.DescribeScalingActivitiesRequest$,
  ),
  ListTagsForResource: reading<autoscaling.ListTagsForResourceRequest>(
    autoscaling.ListTagsForResourceRequest$,
  ),
  RegisterScalableTarget: reading<autoscaling.RegisterScalableTargetRequest>(
    autoscaling.RegisterScalableTargetRequest$,
  ),
  TagResource: reading<autoscaling.TagResourceRequest>(autoscaling.TagResourceRequest$),
  UntagResource: reading<autoscaling.UntagResourceRequest>(autoscaling.UntagResourceRequest$),
} as const;

function reading<Input extends object>(schema: RequestSchema): Accept<Input> {
  const read = accepting<Input>(schema);
  const required = requiredMembers(schema);
  return (body) => {
    const missing = required.find((name) => body[name] === undefined || body[name] === null);
    if (missing !== undefined) throw autoscalingErrors.missing(missing);
    if (required.includes('ServiceNamespace') && body['ServiceNamespace'] !== 'ecs') {
      throw autoscalingErrors.otherNamespace();
    }
    return read(body);
  };
}
