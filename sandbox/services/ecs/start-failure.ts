import type { World } from '../../world.ts';
import type { TaskDefinitionContent } from './state.ts';

/** Fargate 1.4's stoppedReason for a tag that is not in the registry. */
export const noImage = (image: string): string =>
  'CannotPullContainerError: pull image manifest has been retried 1 time(s): ' +
  `failed to resolve ref ${image}: ${image}: not found`;

/** An index without the architecture that the task runs on. */
export function noPlatform({ runtimePlatform }: TaskDefinitionContent): string {
  const architecture = runtimePlatform?.cpuArchitecture === 'ARM64' ? 'arm64' : 'amd64';
  return (
    'CannotPullContainerError: pull image manifest has been retried 7 time(s): ' +
    `image Manifest does not contain descriptor matching platform 'linux/${architecture}'`
  );
}

/** A subnet without a way to the registry, as it is said since April 2025. */
export const noRoute = ({ region }: World): string =>
  'ResourceInitializationError: unable to pull secrets or registry auth: The task cannot pull registry auth from ' +
  'Amazon ECR: There is a connection issue between the task and Amazon ECR. Check your task network configuration. ' +
  'operation error ECR: GetAuthorizationToken, exceeded maximum number of attempts, 3, https response error ' +
  'StatusCode: 0, RequestID: , request send failed, Post ' +
  `"https://api.ecr.${region}.amazonaws.com/": dial tcp 192.0.2.10:443: i/o timeout`;

/** The registry is reached, what it keeps in S3 is not. */
export const noLayers = (image: string): string =>
  `CannotPullContainerError: The task cannot pull ${image} from the registry ${image}. There is a connection issue ` +
  'between the task and the registry. Check your task network configuration. : failed to copy: httpReadSeeker: ' +
  `failed open: failed to do request: Get ${image}: dial tcp 192.0.2.10:443: i/o timeout`;

/** A layer of a kind that containerd does not unpack, such as an attestation that is named as an image. */
export const noUnpacking =
  'CannotPullContainerError: ref pull has been retried 1 time(s): failed to unpack image on snapshotter overlayfs: ' +
  'failed to extract layer sha256:c02342326b04a05fa0fc4c703c4aaa8ffb46cc0f2eda269c4a0dee53c8296182: failed to get ' +
  'stream processor for application/vnd.in-toto+json: no processor for media-type: unknown';

/** A log group that cannot be looked for: it names the group and means the network. */
export const noLogRoute =
  'ResourceInitializationError: failed to validate logger args: The task cannot find the Amazon CloudWatch log group ' +
  'defined in the task definition. There is a connection issue between the task and Amazon CloudWatch. Check your ' +
  'network configuration. : signal: killed';

export const noLogGroup =
  'ResourceInitializationError: failed to validate logger args: create stream has been retried 1 times: failed to ' +
  'create Cloudwatch log stream: ResourceNotFoundException: The specified log group does not exist. : exit status 1';

export const noLogRegion =
  'ResourceInitializationError: failed to validate logger args: unable to get awslogs driver arguments: ' +
  'awslogs-region is required';

/** An execution role that may not ask ECR for a token. */
export const noRegistryAuth = (about: {
  readonly world: World;
  readonly role: string;
  readonly taskId: string;
  readonly requestId: string;
}): string =>
  'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: ' +
  'unable to retrieve ecr registry auth: service call has been retried 1 time(s): operation error ECR: ' +
  `GetAuthorizationToken, https response error StatusCode: 400, RequestID: ${about.requestId}, api error ` +
  `AccessDeniedException: User: ${taskUser(about)} is not authorized to perform: ecr:GetAuthorizationToken on ` +
  'resource: * because no identity-based policy allows the ecr:GetAuthorizationToken action';

/** The session in which a task reads its secrets and pulls its images. */
const taskUser = ({
  world: { account },
  role,
  taskId,
}: {
  readonly world: World;
  readonly role: string;
  readonly taskId: string;
}): string => `arn:aws:sts::${account}:assumed-role/${role.slice(role.lastIndexOf('/') + 1)}/${taskId}`;

/** A secret whose service cannot be reached. */
export const noSecretRoute = (secret: string): string =>
  'ResourceInitializationError: unable to pull secrets or registry auth: unable to retrieve secret from asm: There is ' +
  'a connection issue between the task and AWS Secrets Manager. Check your task network configuration. failed to ' +
  `fetch secret ${secret} from secrets manager: operation error Secrets Manager: GetSecretValue, https response ` +
  'error StatusCode: 0, RequestID: , canceled, context deadline exceeded';

/** A secret that is not there or may not be read, from Secrets Manager or the Parameter Store. */
export function noSecret(about: {
  readonly world: World;
  /** `valueFrom` of the container's secret. */
  readonly secret: string;
  readonly why: 'missing' | 'denied';
  readonly role: string;
  readonly taskId: string;
  readonly requestId: string;
}): string {
  const isSecret = about.secret.includes(':secretsmanager:');
  const user = taskUser(about);
  const response = `https response error StatusCode: 400, RequestID: ${about.requestId}, `;
  const denial = (action: string, resource: string) =>
    `${response}api error AccessDeniedException: User: ${user} is not authorized to perform: ${action} ` +
    `on resource: ${resource} because no identity-based policy allows the ${action} action`;
  const start = 'ResourceInitializationError: unable to pull secrets or registry auth: execution resource ';
  if (isSecret) {
    const arn = about.secret.split(':').slice(0, 7).join(':');
    // Denied as it was said on 2026-03-28; the code and text of a missing secret are those of its API.
    const cause =
      about.why === 'denied'
        ? denial('secretsmanager:GetSecretValue', arn)
        : `${response}ResourceNotFoundException: Secrets Manager can't find the specified secret.`;
    return (
      `${start}retrieval failed: unable to retrieve secret from asm: service call has been retried 1 time(s): ` +
      `failed to fetch secret ${arn} from secrets manager: operation error Secrets Manager: GetSecretValue, ${cause}`
    );
  }
  const name = about.secret.replace(/^arn:.*:parameter/, '');
  // [?] The words for parameters, but for their beginning.
  const cause =
    about.why === 'denied'
      ? `operation error SSM: GetParameters, ${denial('ssm:GetParameters', about.secret)}`
      : `invalid ssm parameters: ${name}`;
  return `${start}retrieval failed: unable to retrieve secrets from ssm: service call has been retried 1 time(s): ${cause}`;
}
