// Service events: ECS developer guide, "service event messages" (2026), and real ones of 2023 to 2026. Real ones begin
// with "(service NAME)"; older ones and the guide's with "service (NAME)".

/** No capacity on Fargate: the same guide; the reason is RunTask's, too. */
export const noCapacity =
  '(service web) was unable to place a task. Reason: Capacity is unavailable at this time. Please try again later or ' +
  'in a different availability zone.';

/** Services whose tasks find no place for other reasons. */
export const withoutPlace: readonly string[] = [
  'service web was unable to place a task because no container instance met all of its requirements. The closest matching container-instance 2811a2a83e7d47f5a6fe6307a40f0f3b encountered error "MemberOf placement constraint unsatisfied.". For more information, see the Troubleshooting section of the Amazon ECS Developer Guide.',
  'service (web) was unable to place a task because no container instance met all of its requirements.',
  'service (web) was unable to place a task because no container instance met all of its requirements. The closest matching container-instance ID has insufficient CPU units available.',
  'service (web) was unable to place a task because no container instance met all of its requirements. The closest matching container-instance ID encountered error "AGENT".',
  'service (web) was unable to place a task because no container instance met all of its requirements. The closest matching container-instance is already using a port required by your task.',
  'service (web) was unable to reach steady state. Reason: No Container Instances were found in your capacity provider.',
  '(service web) was unable to place a task. Reason: TaskFailedToStart: RESOURCE:GPU.',
];

/** Events of services that a quota of the account keeps from starting tasks: the same guide. */
export const overLimit: readonly string[] = [
  "service (web) was unable to place a task. Reason: You've reached the limit on the number of tasks you can run concurrently",
  'service (web) was unable to place a task. Reason: You’ve reached the limit on the number of vCPUs you can run concurrently',
  'service (web) was unable to place a task. Reason: The requested CPU configuration is above your limit.',
  'service (web) was unable to place a task. Reason: The requested MEMORY configuration is above your limit.',
];

/** What every service tells sooner or later: neither is a want of capacity. */
export const usualEvents = [
  '(service web) has reached a steady state.',
  '(service web) is unable to consistently start tasks successfully.',
] as const;

/** Others that tell of no want of capacity. */
export const otherEvents: readonly string[] = [
  'service (web) operations are being throttled. Will try again later.',
  'service (web) was unable to stop or start tasks during a deployment because of the service deployment configuration. Update the minimumHealthyPercent or maximumPercent value and try again.',
  'service (web) was unable to place a task. Reason: Internal error.',
  'service (web) (task TASK) (instance INSTANCE) is unhealthy in (elb NAME) due to (reason Instance has failed at least the UnhealthyThreshold number of health checks consecutively.)',
  'service web failed to describe target health on target-group web with (error User: ARN is not authorized to perform: elasticloadbalancing:DescribeTargetHealth because no identity-based policy allows the elasticloadbalancing:DescribeTargetHealth action)',
  'service web failed to register targets in target-group web with (error User: ARN is not authorized to perform: elasticloadbalancing:RegisterTargets on resource: ARN because no identity-based policy allows the elasticloadbalancing:RegisterTargets action)',
  'service (web) was unable to reach steady state because task set (TASKSET) was unable to scale in. Reason: The number of protected tasks are more than the desired count of tasks',
];

const group =
  '(target-group arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/3f44f85710fe0297)';

/** Targets found unhealthy, with the reasons they give: two users and the guide's templates. */
export const unhealthy = {
  fargate: {
    event: `(service web) (task 795dee6ca4ff4bd4a1ff7bcd2f1c4b9c) (port 8080) is unhealthy in ${group} due to (reason Health checks failed with these codes: [404])`,
    reason: 'Health checks failed with these codes: [404]',
  },
  taskSet: {
    event: `(service web, taskSet ecs-svc/3559820735141730004) (task 795dee6ca4ff4bd4a1ff7bcd2f1c4b9c) (port 8080) is unhealthy in ${group} due to (reason Connection refused)`,
    reason: 'Connection refused',
  },
} as const;

/** The same on an instance. */
export const unhealthyInstance = {
  event: `(service web) (instance i-0812a3bcd94babf12) (port 32779) is unhealthy in ${group} due to (reason Request timed out)`,
  reason: 'Request timed out',
} as const;

/**
 * Two tasks that hang under load and are replaced (public record, 2026-09), in seconds: the new ones are there first;
 * the event comes when the old one is stopped.
 */
export const replacedUnderLoad = [
  [145.8, `(service web) registered 2 targets in ${group}`],
  [
    155.3,
    `(service web) (task 795dee6ca4ff4bd4a1ff7bcd2f1c4b9c) (port 8080) is unhealthy in ${group} due to (reason Request timed out)`,
  ],
  [164.7, `(service web) deregistered 2 targets in ${group}`],
  [164.7, '(service web, taskSet ecs-svc/3559820735141730004) has begun draining connections on 2 tasks.'],
] as const;
