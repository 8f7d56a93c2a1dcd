import type { ServiceDeployment, ServiceDeploymentBrief } from '@aws-sdk/client-ecs';

const arnOf = (kind: string, id: string): string =>
  `arn:aws:ecs:ap-northeast-1:123456789012:${kind}/my-cluster/my-service/${id}`;

/**
 * Two entries of ListServiceDeployments, recorded 2026-02-26 (kayac/ecspresso issue 929), reduced; the newest
 * first. The second one is cut off after startedAt.
 */
export const listed: readonly ServiceDeploymentBrief[] = [
  {
    serviceDeploymentArn: arnOf('service-deployment', 't6A4ZHh1HRVavTapgg4DG'),
    createdAt: new Date('2026-02-26T01:26:37.472Z'),
    startedAt: new Date('2026-02-26T01:26:37.581Z'),
    targetServiceRevisionArn: arnOf('service-revision', '4534215507445622753'),
    status: 'SUCCESSFUL',
  },
  {
    serviceDeploymentArn: arnOf('service-deployment', 'd-dlDpuFhwoNtTU2F_EmZ'),
    createdAt: new Date('2026-02-26T01:26:27.145Z'),
    startedAt: new Date('2026-02-26T01:26:27.219Z'),
  },
];

/** A finished one, from the examples of the AWS CLI (2024-10-31), reduced: no statusReason, rollback or stage. */
export const successful: ServiceDeployment = {
  serviceDeploymentArn: arnOf('service-deployment', 't6A4ZHh1HRVavTapgg4DG'),
  sourceServiceRevisions: [],
  targetServiceRevision: {
    arn: arnOf('service-revision', '4534215507445622753'),
    requestedTaskCount: 1,
    runningTaskCount: 1,
    pendingTaskCount: 0,
  },
  status: 'SUCCESSFUL',
  deploymentCircuitBreaker: { status: 'MONITORING_COMPLETE', failureCount: 0, threshold: 3 },
  alarms: { status: 'DISABLED' },
};

/** One that was just asked for, from the API reference (2024-09-10): neither startedAt nor a state of the breaker. */
export const pending: ServiceDeployment = {
  serviceDeploymentArn: arnOf('service-deployment', 'NCWGC2ZR-taawPAYrIaU5'),
  updatedAt: new Date('2024-09-10T16:49:35.570Z'),
  targetServiceRevision: {
    arn: arnOf('service-revision', '4534215507445622753'),
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

/** A service's first deployment that failed, recorded 2026-02-26, reduced: there is nothing to go back to. */
export const rollbackFailed: ServiceDeployment = {
  serviceDeploymentArn: arnOf('service-deployment', 'first'),
  status: 'ROLLBACK_FAILED',
  statusReason: 'No rollback candidate was found to run the rollback.',
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
