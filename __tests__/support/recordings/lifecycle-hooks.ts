/**
 * The first deployment of a service whose PRE_SCALE_UP function raised an exception (carreque/bluegreenDeployment,
 * 2026-08-31): the record's statusReason, and what the service event says.
 */
export const refusedFirst = {
  status: 'ROLLBACK_FAILED',
  statusReason: 'No rollback candidate was found to run the rollback.',
  target: 'arn:aws:lambda:us-east-1:123456789012:function:pre-scale-hook',
  event:
    'deployment failed: Service deployment rolled back because PRE_SCALE_UP lifecycle hook(s) failed. ECS was unable ' +
    'to parse the response from arn:aws:lambda:us-east-1:123456789012:function:pre-scale-hook due to: HookStatus ' +
    'must not be null.',
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
