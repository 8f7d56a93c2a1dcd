import type { ServiceDeployment, ServiceDeploymentBrief } from '@aws-sdk/client-ecs';

const arnOf = (kind: string, id: string): string =>
  `arn:aws:ecs:ap-northeast-1:123456789012:${kind}/my-cluster/my-service/${id}`;

const service = {
  serviceArn: 'arn:aws:ecs:ap-northeast-1:123456789012:service/my-cluster/my-service',
  clusterArn: 'arn:aws:ecs:ap-northeast-1:123456789012:cluster/my-cluster',
} as const;

/**
 * Two entries of ListServiceDeployments, recorded 2026-02-26 (kayac/ecspresso issue 929); the newest first. The second
 * one is cut off after startedAt.
 */
export const listed: readonly ServiceDeploymentBrief[] = [
  {
    ...service,
    serviceDeploymentArn: arnOf('service-deployment', 't6A4ZHh1HRVavTapgg4DG'),
    createdAt: new Date('2026-02-26T01:26:37.472Z'),
    startedAt: new Date('2026-02-26T01:26:37.581Z'),
    finishedAt: new Date('2026-02-26T01:29:36.963Z'),
    targetServiceRevisionArn: arnOf('service-revision', '4534215507445622753'),
    status: 'SUCCESSFUL',
  },
  {
    ...service,
    serviceDeploymentArn: arnOf('service-deployment', 'd-dlDpuFhwoNtTU2F_EmZ'),
    createdAt: new Date('2026-02-26T01:26:27.145Z'),
    startedAt: new Date('2026-02-26T01:26:27.219Z'),
  },
];

const finished = {
  ...service,
  serviceDeploymentArn: arnOf('service-deployment', 'ejGvqq2ilnbKT9qj0vLJe'),
  createdAt: new Date('2024-10-31T12:03:30.917Z'),
  startedAt: new Date('2024-10-31T12:03:32.510Z'),
  finishedAt: new Date('2024-10-31T12:05:04.527Z'),
  status: 'SUCCESSFUL',
} as const satisfies ServiceDeployment;

/** A service's first deployment as ListServiceDeployments has it: examples of the AWS CLI (2024-10-31). */
export const listedFirst: ServiceDeploymentBrief = {
  ...finished,
  targetServiceRevisionArn: arnOf('service-revision', '1485800978477494678'),
};

/** The same as DescribeServiceDeployments has it: no statusReason, rollback or stage. */
export const successful: ServiceDeployment = {
  ...finished,
  updatedAt: finished.finishedAt,
  sourceServiceRevisions: [],
  targetServiceRevision: {
    arn: arnOf('service-revision', '1485800978477494678'),
    requestedTaskCount: 1,
    runningTaskCount: 1,
    pendingTaskCount: 0,
  },
  deploymentConfiguration: {
    deploymentCircuitBreaker: { enable: true, rollback: true },
    maximumPercent: 200,
    minimumHealthyPercent: 100,
    alarms: { alarmNames: [], rollback: false, enable: false },
  },
  deploymentCircuitBreaker: { status: 'MONITORING_COMPLETE', failureCount: 0, threshold: 3 },
  alarms: { status: 'DISABLED' },
};

/** One that was just asked for, from the API reference (2024-09-10): neither startedAt nor a state of the breaker. */
export const pending: ServiceDeployment = {
  ...service,
  serviceDeploymentArn: arnOf('service-deployment', 'NCWGC2ZR-taawPAYrIaU5'),
  updatedAt: new Date('2024-09-10T16:49:35.570Z'),
  targetServiceRevision: {
    arn: arnOf('service-revision', '4980306466373577095'),
    requestedTaskCount: 0,
    runningTaskCount: 0,
    pendingTaskCount: 0,
  },
  status: 'PENDING',
  deploymentConfiguration: {
    deploymentCircuitBreaker: { enable: false, rollback: false },
    maximumPercent: 200,
    minimumHealthyPercent: 100,
  },
};

/** One that waits at a pause hook, from the API reference (2026-05-06). */
export const paused: ServiceDeployment = {
  ...service,
  serviceDeploymentArn: arnOf('service-deployment', 'xyz789ABC123'),
  updatedAt: new Date('2026-05-06T16:05:00Z'),
  targetServiceRevision: {
    arn: arnOf('service-revision', '1234567890123456789'),
    requestedTaskCount: 2,
    runningTaskCount: 2,
    pendingTaskCount: 0,
  },
  status: 'IN_PROGRESS',
  deploymentConfiguration: {
    maximumPercent: 200,
    minimumHealthyPercent: 100,
    strategy: 'BLUE_GREEN',
    lifecycleHooks: [
      {
        targetType: 'PAUSE',
        lifecycleStages: ['POST_PRODUCTION_TRAFFIC_SHIFT'],
        timeoutConfiguration: { timeoutInMinutes: 60, action: 'ROLLBACK' },
      },
    ],
  },
  lifecycleHookDetails: [
    {
      hookId: 'ecs-pause-Xk7rT2mP9sLwQn4vB8fYd3hJ6gA1cE5iO0uR_ZpWq',
      targetType: 'PAUSE',
      status: 'AWAITING_ACTION',
      expiresAt: new Date('2026-05-06T16:03:00Z'),
      timeoutAction: 'ROLLBACK',
    },
  ],
};

/** A service's first deployment that failed, recorded 2026-02-26 (public record): there is nothing to go back to. */
export const rollbackFailed: ServiceDeployment = {
  serviceDeploymentArn: arnOf('service-deployment', 'first'),
  status: 'ROLLBACK_FAILED',
  statusReason: 'No rollback candidate was found to run the rollback.',
  createdAt: new Date('2026-02-26T09:05:49.208Z'),
  startedAt: new Date('2026-02-26T09:05:49.283Z'),
  updatedAt: new Date('2026-02-26T09:07:11.532Z'),
};

/**
 * What a deployer saw as the newest entry after its UpdateService, 2026-09-12: first the previous
 * deployment, until ECS recorded the new one.
 */
export const newestAfterUpdate = [
  { id: 'ViVmajfKLMGLA8UPunHYu', status: 'SUCCESSFUL' },
  { id: 'J4ZwX3-bQ2aM6ERMvsxuL', status: 'IN_PROGRESS' },
  { id: 'J4ZwX3-bQ2aM6ERMvsxuL', status: 'ROLLBACK_SUCCESSFUL' },
] as const;

/** A record seen in the list some seconds after it was created (kayac/ecspresso issue 929, 2026-02-16). */
export const seenLate = {
  createdAt: new Date('2026-02-16T03:57:53.511Z'),
  seenAt: new Date('2026-02-16T03:57:59.679Z'),
} as const;
