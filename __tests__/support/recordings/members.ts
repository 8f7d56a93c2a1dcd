/**
 * Which members answers of AWS had: for each place in an answer (`` is the top, `deployments[]` every entry of
 * that list) the names found there. A recorded answer is complete, so a name that is not here was absent.
 */
export type Members = Readonly<Record<string, readonly string[]>>;

const names = (text: string): readonly string[] => text.trim().split(/\s+/);

const common = names(`
  clusterArn createdAt createdBy deploymentConfiguration deploymentController desiredCount enableECSManagedTags
  enableExecuteCommand events healthCheckGracePeriodSeconds launchType loadBalancers networkConfiguration
  pendingCount placementConstraints placementStrategy platformFamily platformVersion propagateTags roleArn
  runningCount schedulingStrategy serviceArn serviceName serviceRegistries status taskDefinition`);

/** `service` of UpdateService with forceNewDeployment, recorded 2026-04-30 (public workshop notes). */
export const forcedUpdate: Members = {
  '': [
    ...common,
    ...names('availabilityZoneRebalancing currentServiceRevisions deployments resourceManagementType'),
  ],
  deploymentConfiguration: names(
    'deploymentCircuitBreaker maximumPercent minimumHealthyPercent strategy bakeTimeInMinutes',
  ),
  'deployments[]': names(`
    createdAt desiredCount failedTasks id launchType networkConfiguration pendingCount platformFamily
    platformVersion rolloutState rolloutStateReason runningCount status taskDefinition updatedAt`),
  'currentServiceRevisions[]': names('arn pendingTaskCount requestedTaskCount runningTaskCount'),
  'events[]': names('createdAt id message'),
};

/**
 * A service with the controller CODE_DEPLOY as DescribeServices and, with a count alone, UpdateService answered
 * it, recorded 2024-03-12 (test data of cloud-custodian).
 */
export const codeDeployService: Members = {
  '': [...common, 'taskSets'],
  deploymentConfiguration: names('maximumPercent minimumHealthyPercent'),
  'taskSets[]': names(`
    clusterArn computedDesiredCount createdAt id launchType loadBalancers networkConfiguration pendingCount
    platformFamily platformVersion runningCount scale serviceArn serviceRegistries stabilityStatus
    stabilityStatusAt status tags taskDefinition taskSetArn updatedAt`),
};

/** An entry of ListServiceDeployments, from the examples of the AWS CLI (2024-10-31). */
export const listedDeployment: Members = {
  '': names(`
    clusterArn createdAt finishedAt serviceArn serviceDeploymentArn startedAt status targetServiceRevisionArn`),
};

/** A finished deployment in DescribeServiceDeployments, from the examples of the AWS CLI (2024-10-31). */
export const finishedDeployment: Members = {
  '': names(`
    alarms clusterArn createdAt deploymentCircuitBreaker deploymentConfiguration finishedAt serviceArn
    serviceDeploymentArn sourceServiceRevisions startedAt status targetServiceRevision updatedAt`),
  targetServiceRevision: names('arn pendingTaskCount requestedTaskCount runningTaskCount'),
  deploymentCircuitBreaker: names('failureCount status threshold'),
  'deploymentConfiguration.alarms': names('alarmNames enable rollback'),
  alarms: names('status'),
};

/** An entry of DescribeServiceRevisions, from the examples of the AWS CLI (2024-10-31). */
export const serviceRevision: Members = {
  '': names(`
    capacityProviderStrategy clusterArn containerImages createdAt guardDutyEnabled networkConfiguration
    platformFamily platformVersion serviceArn serviceConnectConfiguration serviceRevisionArn taskDefinition`),
  'containerImages[]': names('containerName image imageDigest'),
};

const task = names(`
  attachments attributes availabilityZone clusterArn connectivity connectivityAt containers cpu createdAt
  desiredStatus enableExecuteCommand ephemeralStorage executionStoppedAt group lastStatus launchType memory
  overrides platformVersion startedBy stopCode stoppedAt stoppedReason stoppingAt tags taskArn taskDefinitionArn
  version`);
const container = names(`
  containerArn cpu image lastStatus managedAgents name networkBindings networkInterfaces runtimeId taskArn`);
const attachment = names('details id status type');

/**
 * Tasks on Fargate 1.4 that stopped, recorded 2024-02-23 and 2024-02-25 (test data of localstack, validated
 * against AWS). The recorder came by them through Step Functions, which writes absent lists as empty ones
 * (gpuIds, inferenceAccelerators and those of the overrides): these are left out here.
 */
export const exitedTask: Members = {
  '': [...task, ...names('pullStartedAt pullStoppedAt startedAt')],
  'containers[]': [...container, ...names('exitCode imageDigest')],
  'attachments[]': attachment,
};
export const unpulledTask: Members = {
  '': task,
  'containers[]': container,
  'attachments[]': attachment,
};

/** An entry of DescribeScalableTargets, recorded 2021-03-17 (test data of cloud-custodian). */
export const scalableTarget: Members = {
  '': names(`
    CreationTime MaxCapacity MinCapacity ResourceId RoleARN ScalableDimension ServiceNamespace SuspendedState`),
  SuspendedState: names('DynamicScalingInSuspended DynamicScalingOutSuspended ScheduledScalingSuspended'),
};

/**
 * GetDeploymentTarget of a deployment on ECS without a test listener, as the ECS developer guide printed it
 * (2018-11-28). `identifer` is spelt so.
 */
export const deploymentTarget: Members = {
  '': names('deploymentId lastUpdatedAt lifecycleEvents status targetArn targetId taskSetsInfo'),
  'lifecycleEvents[]': names('endTime lifecycleEventName startTime status'),
  'taskSetsInfo[]': names(
    'desiredCount identifer pendingCount runningCount status targetGroup trafficWeight',
  ),
  'taskSetsInfo[].targetGroup': names('name'),
};
