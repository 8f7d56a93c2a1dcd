import { queryOperation, type QueryService } from '../../operation.ts';
import { describeListeners, describeRules } from './listener.ts';
import { shapes } from './load.ts';
import { describeTargetGroups } from './target-group.ts';
import { describeTargetHealth } from './target-health.ts';

/** Elastic Load Balancing v2 as far as looking goes. IAM knows no resource for these: `*`. */
export const elasticLoadBalancing: QueryService = {
  protocol: 'awsQuery',
  name: 'elasticloadbalancing',
  version: '2015-12-01',
  namespace: 'http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/',
  operations: {
    DescribeListeners: queryOperation({ shapes: shapes.DescribeListeners, run: describeListeners }),
    DescribeRules: queryOperation({ shapes: shapes.DescribeRules, run: describeRules }),
    DescribeTargetGroups: queryOperation({ shapes: shapes.DescribeTargetGroups, run: describeTargetGroups }),
    DescribeTargetHealth: queryOperation({ shapes: shapes.DescribeTargetHealth, run: describeTargetHealth }),
  },
};
