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

export const noLogGroup =
  'ResourceInitializationError: failed to validate logger args: create stream has been retried 1 times: failed to ' +
  'create Cloudwatch log stream: ResourceNotFoundException: The specified log group does not exist. : exit status 1';

export const noLogRegion =
  'ResourceInitializationError: failed to validate logger args: unable to get awslogs driver arguments: ' +
  'awslogs-region is required';

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
  const { account } = about.world;
  const isSecret = about.secret.includes(':secretsmanager:');
  const roleName = about.role.slice(about.role.lastIndexOf('/') + 1);
  const user = `arn:aws:sts::${account}:assumed-role/${roleName}/${about.taskId}`;
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
