import type { Refusal } from './refusals.ts';

// ECS developer guide, "Troubleshooting Amazon ECS blue/green deployments" (2026), with the names that the sandbox's
// stages have. The guide gives the texts without their code.

const elb = 'arn:aws:elasticloadbalancing:us-east-1:123456789012';
const blue = `${elb}:targetgroup/blue/0123456789abcde1`;
const green = `${elb}:targetgroup/green/0123456789abcde2`;
const production = `${elb}:listener-rule/app/shop/01/02/production`;
const invalid = (text: string): Refusal => ({ name: 'InvalidParameterException', text });

/** What CreateService and UpdateService refuse of load balancers and hooks. */
export const refusedSettings = {
  ruleArn: invalid(
    'productionListenerRule has an invalid ARN format. Must be RuleArn for ALB or ListenerArn for NLB. Got: nonsense',
  ),
  sameRule: invalid(
    `The following rules cannot be used as both production and test listener rules: ${production}`,
  ),
  testRuleMissing: invalid(
    'For Application LoadBalancer, testListenerRule is required when productionListenerRule is not associated with both targetGroup and alternateTargetGroup',
  ),
  duplicateGroup: invalid(`Duplicate targetGroupArn found: ${blue}`),
  mixedLoadBalancers: invalid(
    'All loadBalancers must be strictly either ELBv1 (defining loadBalancerName) or ELBv2 (defining targetGroupArn)',
  ),
  advancedForClassic: invalid('advancedConfiguration field is not allowed with ELBv1 loadBalancers'),
  advancedForSome: invalid(
    'Either all or none of the provided loadBalancers must have advancedConfiguration defined',
  ),
  advancedMissing: invalid(
    'advancedConfiguration field is required for all loadBalancers when using a non-ROLLING deployment strategy',
  ),
  targetType: invalid('Invalid targetType. Valid values are: AWS_LAMBDA, PAUSE'),
  pauseStage: invalid('Invalid lifecycle stage provided for Pause Hook'),
} as const;

/** What ContinueServiceDeployment refuses. */
export const refusedContinues = {
  hookId: invalid('Invalid hookId: hookId must follow the format: ecs-{hookType}-{id}'),
  hookNotOpen: invalid(
    'Provided hookId is either completed, unavailable, or not associated with the given Resource ARN',
  ),
  over: invalid('Continuing a service deployment is not allowed for service deployment in terminal states.'),
  notFound: {
    name: 'ServiceDeploymentNotFoundException',
    text: 'The service deployment does not exist.',
  },
} as const;

const rolledBack = 'Service deployment rolled back because';
const routing = `${rolledBack} of invalid networking configuration`;
const hook = 'arn:aws:lambda:us-east-1:123456789012:function:myHook';
const failedHook = `${rolledBack} TEST_TRAFFIC_SHIFT lifecycle hook(s) failed.`;

/** `statusReason` of deployments that ECS rolled back; that of the breaker from users, too. */
export const statusReasons = {
  breaker: `${rolledBack} the circuit breaker threshold was exceeded.`,
  unassociated: `${routing}: Target group ${green} is not associated with either productionListenerRule or testListenerRule.`,
  twoServing: `${routing}. productionListenerRule ${production} should have exactly one target group serving traffic but found 2 target groups which are serving traffic`,
  stranger: `${routing}. Production listener rule is forwarding traffic to unexpected target group ${elb}:targetgroup/other/0123456789abcde9. Expected traffic to be forwarded to either targetGroupArn: ${blue} or alternateTargetGroupArn: ${green}`,
  hookFailed: `${failedHook} Lifecycle hook target ${hook} returned FAILED status.`,
  pauseTimedOut: `${rolledBack} POST_TEST_TRAFFIC_SHIFT pause hook timed out.`,
} as const;

const denied = (action: string, resource: string) =>
  `User: arn:aws:sts::123456789012:assumed-role/role/session is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action`;

/** The same where the roles or functions of the service are not what they should be. */
export const infrastructureReasons = {
  infrastructureRole: `${routing}. ECS was unable to manage the ELB resources due to missing permissions on ECS Infrastructure Role 'arn:aws:iam::123456789012:role/Admin'.`,
  listener: `${failedHook} ${denied('elasticloadbalancing:ModifyListener', `${elb}:listener/app/shop/01/02`)}`,
  hookRole: `${failedHook} ECS was unable to assume role arn:aws:iam::123456789012:role/Admin`,
  invoke: `${failedHook} ECS was unable to invoke hook target ${hook} due to ${denied('lambda:InvokeFunction', hook)}`,
  // A user recorded this text with a colon after "due to".
  unparsed: `${failedHook} ECS was unable to parse the response from ${hook} due to HookStatus must not be null`,
} as const;
