/** Facts of deployments that go through lifecycle stages, as AWS documents or users recorded them. */

/** DescribeServiceDeployments at a pause: API reference, example 2 (2026-05). */
export const pausedHook = {
  idForm: /^ecs-pause-[\w-]{41}$/,
  members: ['expiresAt', 'hookId', 'status', 'targetType', 'timeoutAction'],
} as const;

/** DescribeServiceDeployments of a PENDING deployment: API reference, example 1 (2024-09). */
export const pendingMembers: readonly string[] = [
  'clusterArn',
  'deploymentConfiguration',
  'serviceArn',
  'serviceDeploymentArn',
  'status',
  'targetServiceRevision',
  'updatedAt',
];

/** Members that a PENDING deployment does not have there, and one under way has. */
export const notWhilePending: readonly string[] = ['startedAt', 'deploymentCircuitBreaker', 'alarms'];

/**
 * The first deployment of a service whose PRE_SCALE_UP function raised an exception (public record, 2026-08-31):
 * the record's statusReason, and what the service event says.
 */
export const refusedFirst = {
  status: 'ROLLBACK_FAILED',
  statusReason: 'No rollback candidate was found to run the rollback.',
  event: (target: string): string =>
    'deployment failed: Service deployment rolled back because PRE_SCALE_UP lifecycle hook(s) failed. ' +
    `ECS was unable to parse the response from ${target} due to: HookStatus must not be null.`,
} as const;

/** The order of the lifecycle stages: developer guide, "Lifecycle stages for Amazon ECS service deployments". */
export const stageOrder: readonly string[] = [
  'RECONCILE_SERVICE',
  'PRE_SCALE_UP',
  'SCALE_UP',
  'POST_SCALE_UP',
  'TEST_TRAFFIC_SHIFT',
  'POST_TEST_TRAFFIC_SHIFT',
  'PRODUCTION_TRAFFIC_SHIFT',
  'POST_PRODUCTION_TRAFFIC_SHIFT',
  'BAKE_TIME',
  'CLEAN_UP',
];
