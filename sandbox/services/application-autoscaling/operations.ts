import { operation, type AwsService, type Operation } from '../../operation.ts';
import type { Json } from '../../wire/json.ts';
import { accept } from './load.ts';
import {
  describeScalableTargets,
  findTarget,
  listTagsForResource,
  registerScalableTarget,
  tagResource,
  targetArn,
  untagResource,
} from './scalable-target.ts';
import { describeScalingActivities } from './scaling.ts';

const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '*');

const named: Operation['resource'] = (body) => textOf(body['ResourceARN']);

/** The target of a service; any, where it has none yet. */
const ofService: Operation['resource'] = (body, world) => {
  const resourceId = textOf(body['ResourceId']);
  const arn = targetArn(world, resourceId);
  return findTarget(world, resourceId) === undefined ? arn.replace(/[^/]+$/, '*') : arn;
};

/** Application Auto Scaling for services of ECS. IAM knows no resource for its reads: `*`. */
export const applicationAutoscaling: AwsService = {
  name: 'application-autoscaling',
  target: 'AnyScaleFrontendService',
  operations: {
    DescribeScalableTargets: operation({
      accept: accept.DescribeScalableTargets,
      run: describeScalableTargets,
    }),
    DescribeScalingActivities: operation({
      accept: accept.DescribeScalingActivities,
      run: describeScalingActivities,
    }),
    ListTagsForResource: operation({
      accept: accept.ListTagsForResource,
      resource: named,
      run: listTagsForResource,
    }),
    RegisterScalableTarget: operation({
      accept: accept.RegisterScalableTarget,
      resource: ofService,
      run: registerScalableTarget,
    }),
    TagResource: operation({ accept: accept.TagResource, resource: named, run: tagResource }),
    UntagResource: operation({ accept: accept.UntagResource, resource: named, run: untagResource }),
  },
};
