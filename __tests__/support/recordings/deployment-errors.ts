import type { ErrorInformation, RollbackInfo } from '@aws-sdk/client-codedeploy';

const update = 'The ECS service cannot be updated due to an unexpected error:';
const refused =
  '(Service: AmazonECS; Status Code: 400; Error Code: InvalidParameterException; Request ID: 380efecf-408c-43bb-9aaf-908912e8059a; Proxy: null)';

/**
 * `errorInformation` of deployments of CodeDeploy that ended badly: issues 8005, 6802 and 12703 of
 * hashicorp/terraform-provider-aws, boto/boto3 issue 1936, public records of 2019 to 2026; with the names that the
 * sandbox's stages have.
 */
export const deploymentErrors = {
  noRevision: {
    code: 'ECS_UPDATE_ERROR',
    message: `${update} Invalid revision number. Number: latest ${refused}. Check your ECS service status`,
  },
  noContainerPort: {
    code: 'ECS_UPDATE_ERROR',
    message: `${update} The container web did not have a container port 443 defined. ${refused}. Check your ECS service status.`,
  },
  alarm: {
    code: 'ALARM_ACTIVE',
    message:
      'One or more alarms have been activated according to the Amazon CloudWatch metrics you selected, and the affected deployments have been stopped. Activated alarms: <api-5xx> <api-errors>',
  },
  unhealthy: {
    code: 'TIMEOUT',
    message:
      'The deployment timed out while waiting for the replacement task set to become healthy. This time out period is 60 minutes.',
  },
} as const satisfies Readonly<Record<string, ErrorInformation>>;

/** `rollbackInfo` of the deployment that ended and of one that rolls back (public record). */
export const rollbacks = {
  ended: {
    rollbackDeploymentId: 'd-0U9J0T91L',
    rollbackMessage:
      'Deployment d-1NNWZG91L terminated. Automatic rollback is triggered with a DeploymentId d-0U9J0T91L.',
  },
  rollback: {
    rollbackTriggeringDeploymentId: 'd-LZZTEC8WJ',
    rollbackMessage: 'Deployment d-4WXUV98WJ is triggered to roll back deployment d-LZZTEC8WJ.',
  },
} as const satisfies Readonly<Record<string, RollbackInfo>>;
