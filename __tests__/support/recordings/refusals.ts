/** What AWS refused with: its code and its text by pattern, and where the text was published. */
export interface Refusal {
  readonly name: string;
  readonly text: RegExp;
}

const managed =
  'on services with a CODE_DEPLOY deployment controller\\. Use AWS CodeDeploy to trigger a new deployment\\.';
const invalid = (text: string): Refusal => ({
  name: 'InvalidParameterException',
  text: new RegExp(`^${text}$`),
});
const client = (text: string): Refusal => ({ name: 'ClientException', text: new RegExp(`^${text}$`) });

/** ECS: issues of the official actions and of hashicorp/terraform-provider-aws, public logs of 2019 to 2026. */
export const ecs = {
  taskDefinitionUnderCodeDeploy: invalid(`Unable to update task definition ${managed}`),
  networkUnderCodeDeploy: invalid(`Unable to update network parameters ${managed}`),
  forceUnderCodeDeploy: invalid(`Cannot force a new deployment ${managed}`),
  // The code beside this text was not published.
  fiveDeployments: invalid('5 active deployments exist, unable to create new deployment\\.'),
  noContainer: invalid('The container does not exist in the task definition\\.'),
  noContainerPort: invalid('The container worker did not have a container port 443 defined\\.'),
  inactive: client('TaskDefinition is inactive'),
  undescribable: client('Unable to describe task definition\\.'),
  emptyTags: client('Tags can not be empty\\.'),
  noExecutionRole: client(
    'Fargate requires task definition to have execution role ARN to support ECR images\\.',
  ),
  noFargateSize: client('No Fargate configuration exists for given values\\.'),
  cpu: client(
    "Invalid 'cpu' setting for task\\. For more information, see the Troubleshooting section of the Amazon ECS Developer Guide\\.",
  ),
  tooLong: client("Actual length: '\\d+'\\. Max allowed length is '65536' bytes\\."),
  // The two logs of UpdateService show nothing after the code.
  serviceToUpdateNotFound: { name: 'ServiceNotFoundException', text: /^$/ },
  serviceNotFound: { name: 'ServiceNotFoundException', text: /^Service not found\.$/ },
} as const;

/** CodeDeploy: CircleCI-Public/aws-ecs-orb issue 181, 2022-08-14. */
export const anotherDeployment: Refusal = {
  name: 'DeploymentLimitExceededException',
  text: /^The Deployment Group '[^']+' already has an active Deployment 'd-[A-Z0-9]+'$/,
};

/** ECR: public logs of 2022 to 2026. */
export const ecr = {
  noRepository: {
    name: 'RepositoryNotFoundException',
    text: /^The repository with name '[^']+' does not exist in the registry with id '\d{12}'$/,
  },
  immutable: {
    name: 'ImageTagAlreadyExistsException',
    text: /^The image tag '[^']+' already exists in the '[^']+' repository and cannot be overwritten because the repository is immutable\.$/,
  },
} as const;

const denial = (action: string, resource: string): Refusal => ({
  name: 'AccessDeniedException',
  text: new RegExp(
    `^User: arn:aws:sts::\\d{12}:assumed-role/\\S+ is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action$`,
  ),
});

/** Denials: public logs of 2022 to 2026. ECS names no resource for what creates one; PassRole is in RegisterTaskDefinition's. */
export const denials = {
  'ecs:UpdateService': denial('ecs:UpdateService', 'arn:aws:ecs:[a-z0-9-]+:\\d{12}:service/shop/worker'),
  'ecs:RegisterTaskDefinition': denial('ecs:RegisterTaskDefinition', '\\*'),
  'iam:PassRole': denial('iam:PassRole', 'arn:aws:iam::\\d{12}:role/ecsTaskExecutionRole'),
  'codedeploy:CreateDeployment': denial(
    'codedeploy:CreateDeployment',
    'arn:aws:codedeploy:[a-z0-9-]+:\\d{12}:deploymentgroup:Shop/Web',
  ),
} as const;

/** `errorInformation` of deployments that ended badly: hashicorp/terraform-provider-aws issues, 2019 to 2026. */
export const deploymentErrors = {
  noRevision: {
    code: 'ECS_UPDATE_ERROR',
    message:
      /^The ECS service cannot be updated due to an unexpected error: Invalid revision number\. Number: latest \(Service: AmazonECS; Status Code: 400; Error Code: InvalidParameterException; Request ID: [0-9a-f-]{36}; Proxy: null\)\. Check your ECS service status/,
  },
  noContainerPort: {
    code: 'ECS_UPDATE_ERROR',
    message:
      /^The ECS service cannot be updated due to an unexpected error: The container web did not have a container port 443 defined\. \(Service: AmazonECS; Status Code: 400; Error Code: InvalidParameterException; Request ID: [0-9a-f-]{36}; Proxy: null\)\. Check your ECS service status\.$/,
  },
  alarm: {
    code: 'ALARM_ACTIVE',
    message:
      /^One or more alarms have been activated according to the Amazon CloudWatch metrics you selected, and the affected deployments have been stopped\. Activated alarms: <[^>]+>(?: <[^>]+>)*$/,
  },
  unhealthy: {
    code: 'TIMEOUT',
    message:
      /^The deployment timed out while waiting for the replacement task set to become healthy\. This time out period is 60 minutes\.$/,
  },
} as const;

/** The message of ALARM_ACTIVE for two alarms, each in brackets of its own (public record). */
export const twoAlarms = {
  names: ['api-5xx', 'api-errors'],
  message:
    'One or more alarms have been activated according to the Amazon CloudWatch metrics you selected, and the ' +
    'affected deployments have been stopped. Activated alarms: <api-5xx> <api-errors>',
} as const;

/** `rollbackMessage` of the deployment that ended and of the one that rolls back; the ids in the order they stand. */
export const rollbackMessages = {
  ended:
    /^Deployment (d-[A-Z0-9]{9}) terminated\. Automatic rollback is triggered with a DeploymentId (d-[A-Z0-9]{9})\.$/,
  rollback: /^Deployment (d-[A-Z0-9]{9}) is triggered to roll back deployment (d-[A-Z0-9]{9})\.$/,
} as const;
