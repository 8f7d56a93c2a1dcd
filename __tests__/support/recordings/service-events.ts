/** Events of services whose tasks find no place: ECS developer guide, "service event messages" (2026), and real ones. */
export const withoutPlace: readonly string[] = [
  '(service web) was unable to place a task because no container instance met all of its requirements. Reason: No Container Instances were found in your cluster. For more information, see the Troubleshooting section of the Amazon ECS Developer Guide.',
  'service web was unable to place a task because no container instance met all of its requirements. The closest matching container-instance 2811a2a83e7d47f5a6fe6307a40f0f3b encountered error "MemberOf placement constraint unsatisfied.". For more information, see the Troubleshooting section of the Amazon ECS Developer Guide.',
  'service (web) was unable to place a task because no container instance met all of its requirements. The closest matching container-instance ID has insufficient CPU units available.',
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

/** No capacity on Fargate: the same guide; the reason is RunTask's, too. */
export const noCapacity =
  /^(?:\(service \w+\)|service \(\w+\)) was unable to place a task\. Reason: (Capacity is unavailable at this time\. Please try again later or in a different availability zone)\.$/;

/** Events that tell of no want of capacity, from the same guide. */
export const otherEvents: readonly string[] = [
  'service (web) has reached a steady state.',
  'service (web) is unable to consistently start tasks successfully.',
  'service (web) operations are being throttled. Will try again later.',
  'service (web) was unable to place a task. Reason: Internal error.',
];

/** Targets found unhealthy, with the reasons they give: two users and the guide's templates, EC2 and Fargate. */
export const unhealthy: readonly (readonly [event: string, reason: string])[] = [
  [
    '(service web) (instance i-0812a3bcd94babf12) (port 32779) is unhealthy in (target-group arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/3f44f85710fe0297) due to (reason Request timed out)',
    'Request timed out',
  ],
  [
    '(service web) (task 795dee6c) (port 8080) is unhealthy in (target-group arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/3f44f85710fe0297) due to (reason Health checks failed with these codes: [404])',
    'Health checks failed with these codes: [404]',
  ],
  [
    '(service web, taskSet ecs-svc/3559820735141730004) (task 795dee6c) (port 8080) is unhealthy in (target-group arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/3f44f85710fe0297) due to (reason Connection refused)',
    'Connection refused',
  ],
];
