import { AwsError } from '../../aws-error.ts';

const invalid = (message: string): AwsError => new AwsError('InvalidParameterException', message);

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
  // Developer guide, "Troubleshooting Amazon ECS blue/green deployments"; [?] the code of all of these.
  hookTargetType: () => invalid('Invalid targetType. Valid values are: AWS_LAMBDA, PAUSE'),
  pauseStage: () => invalid('Invalid lifecycle stage provided for Pause Hook'),
  hookId: () => invalid('Invalid hookId: hookId must follow the format: ecs-{hookType}-{id}'),
  hookNotOpen: () =>
    invalid(
      'Provided hookId is either completed, unavailable, or not associated with the given Resource ARN',
    ),
  continueTerminal: () =>
    invalid('Continuing a service deployment is not allowed for service deployment in terminal states.'),
  mixedLoadBalancers: () =>
    invalid(
      'All loadBalancers must be strictly either ELBv1 (defining loadBalancerName) or ELBv2 (defining targetGroupArn)',
    ),
  advancedForClassic: () => invalid('advancedConfiguration field is not allowed with ELBv1 loadBalancers'),
  advancedForSome: () =>
    invalid('Either all or none of the provided loadBalancers must have advancedConfiguration defined'),
  advancedMissing: () =>
    invalid(
      'advancedConfiguration field is required for all loadBalancers when using a non-ROLLING deployment strategy',
    ),
  ruleArn: (name: string, arn: string) =>
    invalid(`${name} has an invalid ARN format. Must be RuleArn for ALB or ListenerArn for NLB. Got: ${arn}`),
  sameRule: (arn: string) =>
    invalid(`The following rules cannot be used as both production and test listener rules: ${arn}`),
  testRuleMissing: () =>
    invalid(
      'For Application LoadBalancer, testListenerRule is required when productionListenerRule is not associated ' +
        'with both targetGroup and alternateTargetGroup',
    ),
  duplicateGroup: (arn: string) => invalid(`Duplicate targetGroupArn found: ${arn}`),
  controller: (type: string) => invalid(`Cannot update the deployment controller to ${type}.`),
  // [?] The words of these two.
  hookTarget: () => invalid('hookTargetArn is required for AWS_LAMBDA lifecycle hooks'),
  outOfRange: (name: string, valid: string) => invalid(`Invalid ${name}. Valid values are: ${valid}`),
  invalid,
  client: (message: string) => new AwsError('ClientException', message),
} as const;
