import { AwsError } from '../../aws-error.ts';

/** What ECS refuses with. Each text is AWS's, recorded or documented; `[?]` marks those that are not. */
export const ecsErrors = {
  clusterNotFound: () => new AwsError('ClusterNotFoundException', 'Cluster not found.'),
  serviceNotFound: () => new AwsError('ServiceNotFoundException', 'Service not found.'),
  serviceNotActive: () => new AwsError('ServiceNotActiveException', 'Service was not ACTIVE.'),
  // [?] Recorded for UpdateService with nothing but the code; this is the text of the other operations.
  serviceToUpdateNotFound: () => new AwsError('ServiceNotFoundException', 'Service not found.'),
  serviceExists: () => new AwsError('InvalidParameterException', 'Creation of service was not idempotent.'),
  taskDefinitionUnknown: () => new AwsError('ClientException', 'Unable to describe task definition.'),
  // [?] The words for a service that is given a revision which does not exist.
  taskDefinitionNotFound: () => new AwsError('ClientException', 'TaskDefinition not found.'),
  taskDefinitionInactive: () => new AwsError('ClientException', 'TaskDefinition is inactive'),
  revisionNumber: (text: string) =>
    new AwsError('InvalidParameterException', `Invalid revision number. Number: ${text}`),
  noContainer: () =>
    new AwsError('InvalidParameterException', 'The container does not exist in the task definition.'),
  noContainerPort: (container: string, port: number) =>
    new AwsError(
      'InvalidParameterException',
      `The container ${container} did not have a container port ${port} defined.`,
    ),
  noVolumeAtLaunch: (name: string) =>
    // [?] The words; that the names must match is in the API reference, ServiceVolumeConfiguration.
    new AwsError(
      'InvalidParameterException',
      `The volume ${name} is not configured at launch in the task definition.`,
    ),
  tooManyDeployments: () =>
    // [?] The code; the text is AWS's.
    new AwsError('InvalidParameterException', '5 active deployments exist, unable to create new deployment.'),
  // AWS's words for ContinueServiceDeployment; [?] those of StopServiceDeployment.
  serviceDeploymentNotFound: () =>
    new AwsError('ServiceDeploymentNotFoundException', 'The service deployment does not exist.'),
  serviceDeploymentOver: (status: string) =>
    // [?] The words; the code is in the API reference, StopServiceDeployment.
    new AwsError(
      'ConflictException',
      `Stopping a service deployment is not allowed for service deployment in ${status} state.`,
    ),
  stopType: (type: string) =>
    // [?] Code and words.
    new AwsError('InvalidParameterException', `Invalid stopType: ${type}. Valid values are: ROLLBACK`),
  codeDeployControls: (what: string) =>
    new AwsError(
      'InvalidParameterException',
      `${what} on services with a CODE_DEPLOY deployment controller. Use AWS CodeDeploy to trigger a new deployment.`,
    ),
  invalid: (message: string) => new AwsError('InvalidParameterException', message),
  client: (message: string) => new AwsError('ClientException', message),
} as const;
