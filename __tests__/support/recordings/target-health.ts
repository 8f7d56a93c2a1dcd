import type { TargetHealth, TargetHealthDescription } from '@aws-sdk/client-elastic-load-balancing-v2';

// DescribeTargetHealth, from the examples of the AWS CLI (2017 to 2026).
const Target = { Id: 'i-0f76fade', Port: 80 };
const HealthCheckPort = '80';

export const healthy: TargetHealthDescription = {
  Target,
  HealthCheckPort,
  TargetHealth: { State: 'healthy' },
};

export const unused: TargetHealthDescription = {
  Target,
  HealthCheckPort,
  TargetHealth: {
    State: 'unused',
    Reason: 'Target.NotInUse',
    Description: 'Target group is not configured to receive traffic from the load balancer',
  },
};

export const registering: TargetHealthDescription = {
  Target,
  HealthCheckPort,
  TargetHealth: {
    State: 'initial',
    Reason: 'Elb.RegistrationInProgress',
    Description: 'Target registration is in progress',
  },
};

export const timedOut: TargetHealthDescription = {
  Target,
  HealthCheckPort,
  TargetHealth: {
    State: 'unhealthy',
    Reason: 'Target.Timeout',
    Description: 'Connection to target timed out',
  },
};

/**
 * States of targets as an experiment under load met them (public record, 2026-09), each with AWS's reason, in seconds:
 * two tasks behind a load balancer, the deregistration delay 30 s.
 */
export const underLoad: {
  /** When targets were registered with their group, and taken out of it. */
  readonly registered: number;
  readonly deregistered: number;
  readonly gone: number;
  readonly states: readonly (TargetHealth & { readonly seconds: number })[];
} = {
  registered: 145.8,
  deregistered: 164.7,
  gone: 195.3,
  states: [
    { seconds: 147, State: 'initial', Reason: 'Elb.RegistrationInProgress' },
    { seconds: 148.1, State: 'healthy' },
    { seconds: 165.9, State: 'draining', Reason: 'Target.DeregistrationInProgress' },
  ],
};
