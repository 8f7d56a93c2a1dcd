import type { TargetHealthDescription } from '@aws-sdk/client-elastic-load-balancing-v2';

// DescribeTargetHealth, from the examples of the AWS CLI, reduced.
const Target = { Id: 'i-0f76fade', Port: 80 };

export const healthy: TargetHealthDescription = { Target, TargetHealth: { State: 'healthy' } };

export const unused: TargetHealthDescription = {
  Target,
  TargetHealth: {
    State: 'unused',
    Reason: 'Target.NotInUse',
    Description: 'Target group is not configured to receive traffic from the load balancer',
  },
};

export const registering: TargetHealthDescription = {
  Target,
  TargetHealth: {
    State: 'initial',
    Reason: 'Elb.RegistrationInProgress',
    Description: 'Target registration is in progress',
  },
};

export const timedOut: TargetHealthDescription = {
  Target,
  TargetHealth: {
    State: 'unhealthy',
    Reason: 'Target.Timeout',
    Description: 'Connection to target timed out',
  },
};
