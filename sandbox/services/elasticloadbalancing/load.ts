import * as elb from '@aws-sdk/client-elastic-load-balancing-v2';
import { queryShapes } from '../../wire/query.ts';

/** The shapes of the operations of Elastic Load Balancing: the schemas that the SDK exports. */
export const shapes = {
  DescribeListeners: queryShapes<elb.DescribeListenersInput>(
    elb.DescribeListenersInput$,
    elb.DescribeListenersOutput$,
  ),
  DescribeRules: queryShapes<elb.DescribeRulesInput>(elb.DescribeRulesInput$, elb.DescribeRulesOutput$),
  DescribeTargetGroups: queryShapes<elb.DescribeTargetGroupsInput>(
    elb.DescribeTargetGroupsInput$,
    elb.DescribeTargetGroupsOutput$,
  ),
  DescribeTargetHealth: queryShapes<elb.DescribeTargetHealthInput>(
    elb.DescribeTargetHealthInput$,
    elb.DescribeTargetHealthOutput$,
  ),
} as const;
