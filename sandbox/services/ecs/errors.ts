import { AwsError } from '../../aws-error.ts';

/** What ECS refuses with. Each text is AWS's, recorded or documented; `[?]` marks those that are not. */
export const ecsErrors = {
  clusterNotFound: () => new AwsError('ClusterNotFoundException', 'Cluster not found.'),
  // [?] That every operation says so; the words were published (vatertime/minecraft-spot-pricing issue 4, 2021-06-05).
  clusterInactive: () => new AwsError('ClientException', 'The referenced cluster was inactive.'),
  serviceNotFound: () => new AwsError('ServiceNotFoundException', 'Service not found.'),
  serviceNotActive: () => new AwsError('ServiceNotActiveException', 'Service was not ACTIVE.'),
  /** UpdateService of a service that is not there was recorded with the code alone. */
  serviceToUpdateNotFound: () => new AwsError('ServiceNotFoundException', ''),
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
  codeDeployControls: (what: string) =>
    new AwsError(
      'InvalidParameterException',
      `${what} on services with a CODE_DEPLOY deployment controller. Use AWS CodeDeploy to trigger a new deployment.`,
    ),
  invalid: (message: string) => new AwsError('InvalidParameterException', message),
  client: (message: string) => new AwsError('ClientException', message),
} as const;
