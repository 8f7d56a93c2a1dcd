/**
 * What AWS refused with: its code and its text as it was published, with the names that the sandbox's stages have in
 * place of theirs.
 */
export interface Refusal {
  readonly name: string;
  readonly text: string;
}

const invalid = (text: string): Refusal => ({ name: 'InvalidParameterException', text });
const client = (text: string): Refusal => ({ name: 'ClientException', text });
const managed =
  'on services with a CODE_DEPLOY deployment controller. Use AWS CodeDeploy to trigger a new deployment.';

/** ECS: issues of the official actions and of hashicorp/terraform-provider-aws, public logs of 2019 to 2026. */
export const ecs = {
  taskDefinitionUnderCodeDeploy: invalid(`Unable to update task definition ${managed}`),
  networkUnderCodeDeploy: invalid(`Unable to update network parameters ${managed}`),
  forceUnderCodeDeploy: invalid(`Cannot force a new deployment ${managed}`),
  // The code beside this text was not published (aws/containers-roadmap issue 2836, 2026-07-13).
  fiveDeployments: invalid('5 active deployments exist, unable to create new deployment.'),
  noContainer: invalid('The container does not exist in the task definition.'),
  noContainerPort: invalid('The container worker did not have a container port 443 defined.'),
  inactive: client('TaskDefinition is inactive'),
  undescribable: client('Unable to describe task definition.'),
  emptyTags: client('Tags can not be empty.'),
  noExecutionRole: client(
    'Fargate requires task definition to have execution role ARN to support ECR images.',
  ),
  noFargateSize: client('No Fargate configuration exists for given values.'),
  cpu: client(
    "Invalid 'cpu' setting for task. For more information, see the Troubleshooting section of the Amazon ECS Developer Guide.",
  ),
  tooLong: client("Actual length: '514430'. Max allowed length is '65536' bytes."),
  // The two logs of UpdateService show nothing after the code.
  serviceToUpdateNotFound: { name: 'ServiceNotFoundException', text: '' },
  serviceNotFound: { name: 'ServiceNotFoundException', text: 'Service not found.' },
} as const;

/** DescribeServices of a service that is not there, with status 200 (public record, 2020 to 2026). */
export const missing = { reason: 'MISSING' } as const;

/** CodeDeploy: CircleCI-Public/aws-ecs-orb issue 181, 2022-08-14. */
export const anotherDeployment: Refusal = {
  name: 'DeploymentLimitExceededException',
  text: "The Deployment Group 'Web' already has an active Deployment 'd-4WXUV98WJ'",
};

/** ECR: public logs of 2022 to 2026. A tag can be immutable by itself since tag immutability has exclusion filters. */
export const ecr = {
  noRepository: {
    name: 'RepositoryNotFoundException',
    text: "The repository with name 'nobody' does not exist in the registry with id '123456789012'",
  },
  immutable: {
    name: 'ImageTagAlreadyExistsException',
    text: "The image tag 'v1' already exists in the 'fixed' repository and cannot be overwritten because the repository is immutable.",
  },
  immutableTag: {
    name: 'ImageTagAlreadyExistsException',
    text: "The image tag 'v1' already exists in the 'filtered' repository and cannot be overwritten because the tag is immutable.",
  },
} as const;

/** A call whose credentials ended, and one too many (public record, 2022 to 2026). */
export const common = {
  expired: {
    name: 'ExpiredTokenException',
    text: 'The security token included in the request is expired',
  },
  throttled: { name: 'ThrottlingException', text: 'Rate exceeded' },
} as const;

/** STS, to a job whose role does not trust it (public record, 2022 to 2026). */
export const notTrusted: Refusal = {
  name: 'AccessDenied',
  text: 'Not authorized to perform sts:AssumeRoleWithWebIdentity',
};

/** What was denied, with the action and the resource that the text names. */
export interface Denial extends Refusal {
  readonly action: string;
  readonly resource: string;
}

const caller = 'arn:aws:sts::123456789012:assumed-role/deployer/sandbox';

const denial = (action: string, resource: string): Denial => ({
  name: 'AccessDeniedException',
  text: `User: ${caller} is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action`,
  action,
  resource,
});

/**
 * Denials (public logs of 2022 to 2026). ECS names no resource for what creates one or lists; PassRole is in
 * RegisterTaskDefinition's.
 */
export const denials = {
  updateService: denial('ecs:UpdateService', 'arn:aws:ecs:us-east-1:123456789012:service/shop/worker'),
  describeClusters: denial('ecs:DescribeClusters', 'arn:aws:ecs:us-east-1:123456789012:cluster/shop'),
  registerTaskDefinition: denial('ecs:RegisterTaskDefinition', '*'),
  passRole: denial('iam:PassRole', 'arn:aws:iam::123456789012:role/ecsTaskExecutionRole'),
  createDeployment: denial(
    'codedeploy:CreateDeployment',
    'arn:aws:codedeploy:us-east-1:123456789012:deploymentgroup:Shop/Web',
  ),
  getApplicationRevision: denial(
    'codedeploy:GetApplicationRevision',
    'arn:aws:codedeploy:us-east-1:123456789012:application:Shop',
  ),
} as const;

/** Denials of another kind of policy than the caller's own; the second names no resource (public record). */
export const boundaries: readonly Refusal[] = [
  {
    name: 'AccessDeniedException',
    text: `User: ${caller} is not authorized to perform: codedeploy:ListDeployments on resource: arn:aws:codedeploy:us-east-1:123456789012:deploymentgroup:* because no permissions boundary allows the codedeploy:ListDeployments action`,
  },
  {
    name: 'AccessDeniedException',
    text: `User: ${caller} is not authorized to perform: sagemaker:ListModels with an explicit deny in a permissions boundary`,
  },
];
