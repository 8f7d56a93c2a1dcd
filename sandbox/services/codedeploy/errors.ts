import { AwsError } from '../../aws-error.ts';

/** What CodeDeploy refuses with. Texts without `[?]` are AWS's, recorded or documented. */
export const codeDeployErrors = {
  noApplication: (name: string) =>
    new AwsError('ApplicationDoesNotExistException', `No application found for name: ${name}`),
  noGroup: (name: string) =>
    new AwsError('DeploymentGroupDoesNotExistException', `No Deployment Group found for name: ${name}`),
  alreadyActive: (group: string, deploymentId: string) =>
    new AwsError(
      'DeploymentLimitExceededException',
      `The Deployment Group '${group}' already has an active Deployment '${deploymentId}'`,
    ),
  noRevision: () => new AwsError('RevisionRequiredException', 'RevisionLocation must be specified'),
  // [?] The words of all that follow; the codes are in the service model.
  noConfig: (name: string) =>
    new AwsError(
      'DeploymentConfigDoesNotExistException',
      `No Deployment Configuration found for name: ${name}`,
    ),
  noDeployment: (id: string) =>
    new AwsError('DeploymentDoesNotExistException', `The deployment ${id} could not be found`),
  noTarget: (id: string) =>
    new AwsError('DeploymentTargetDoesNotExistException', `The deployment target ${id} could not be found`),
  alreadyCompleted: (id: string) =>
    new AwsError('DeploymentAlreadyCompletedException', `The deployment ${id} is already completed`),
  notReady: (id: string) =>
    new AwsError('DeploymentIsNotInReadyStateException', `The deployment ${id} is not in a ready state`),
  notStarted: (id: string) =>
    new AwsError('DeploymentNotStartedException', `The deployment ${id} has not started`),
  noSuchRevision: () =>
    new AwsError('RevisionDoesNotExistException', 'The application has no such revision.'),
  applicationExists: (name: string) =>
    new AwsError('ApplicationAlreadyExistsException', `Application already exists: ${name}`),
  groupExists: (name: string) =>
    new AwsError('DeploymentGroupAlreadyExistsException', `Deployment group already exists: ${name}`),
  configExists: (name: string) =>
    new AwsError(
      'DeploymentConfigAlreadyExistsException',
      `Deployment configuration already exists: ${name}`,
    ),
  descriptionTooLong: () =>
    new AwsError('DescriptionTooLongException', 'The description must be at most 512 characters long.'),
  invalidRevision: (message: string) => new AwsError('InvalidRevisionException', message),
  invalidConfig: (message: string) => new AwsError('InvalidTrafficRoutingConfigurationException', message),
  invalidEcsService: (message: string) => new AwsError('InvalidECSServiceException', message),
  invalidLoadBalancer: (message: string) => new AwsError('InvalidLoadBalancerInfoException', message),
  invalidToken: () => new AwsError('InvalidNextTokenException', 'The next token is not valid.'),
  groupNameRequired: () =>
    new AwsError('DeploymentGroupNameRequiredException', 'The deployment group name must be specified.'),
  platformNotModelled: () =>
    new AwsError('InvalidComputePlatformException', 'The sandbox models the compute platform ECS alone.'),
} as const;
