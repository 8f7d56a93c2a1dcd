// Whole texts of tasks that could not start, as users of Fargate 1.4 published them from April 2025 to 2026, with the
// image, the secret and the ids of the sandbox in place of theirs.

/** The texts, by the tag that asks the sandbox for such a failure. */
export const startFailures = (names: {
  readonly image: string;
  readonly secret: string;
}): Readonly<Record<string, string>> => ({
  'fault-unpullable':
    'CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref ' +
    `${names.image}: ${names.image}: not found`,
  'fault-arch':
    'CannotPullContainerError: pull image manifest has been retried 7 time(s): ' +
    "image Manifest does not contain descriptor matching platform 'linux/amd64'",
  'fault-layers':
    `CannotPullContainerError: The task cannot pull ${names.image} from the registry ${names.image}. There is a ` +
    'connection issue between the task and the registry. Check your task network configuration. : failed to copy: ' +
    `httpReadSeeker: failed open: failed to do request: Get ${names.image}: dial tcp 192.0.2.10:443: i/o timeout`,
  'fault-no-route':
    'ResourceInitializationError: unable to pull secrets or registry auth: The task cannot pull registry auth from ' +
    'Amazon ECR: There is a connection issue between the task and Amazon ECR. Check your task network ' +
    'configuration. operation error ECR: GetAuthorizationToken, exceeded maximum number of attempts, 3, https ' +
    'response error StatusCode: 0, RequestID: , request send failed, Post "https://api.ecr.us-east-1.amazonaws.com/": ' +
    'dial tcp 192.0.2.10:443: i/o timeout',
  'fault-log-group':
    'ResourceInitializationError: failed to validate logger args: create stream has been retried 1 times: failed to ' +
    'create Cloudwatch log stream: ResourceNotFoundException: The specified log group does not exist. : exit status 1',
  'fault-log-group-unreachable':
    'ResourceInitializationError: failed to validate logger args: The task cannot find the Amazon CloudWatch log group ' +
    'defined in the task definition. There is a connection issue between the task and Amazon CloudWatch. Check your ' +
    'network configuration. : signal: killed',
  'fault-unpack':
    'CannotPullContainerError: ref pull has been retried 1 time(s): failed to unpack image on snapshotter overlayfs: ' +
    'failed to extract layer sha256:c02342326b04a05fa0fc4c703c4aaa8ffb46cc0f2eda269c4a0dee53c8296182: failed to get ' +
    'stream processor for application/vnd.in-toto+json: no processor for media-type: unknown',
  'fault-secret-unreachable':
    'ResourceInitializationError: unable to pull secrets or registry auth: unable to retrieve secret from asm: There ' +
    'is a connection issue between the task and AWS Secrets Manager. Check your task network configuration. failed to ' +
    `fetch secret ${names.secret} from secrets manager: operation error Secrets Manager: GetSecretValue, https ` +
    'response error StatusCode: 0, RequestID: , canceled, context deadline exceeded',
  // Its end, from "on resource", is that of every denial.
  'fault-registry-denied':
    'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: ' +
    'unable to retrieve ecr registry auth: service call has been retried 1 time(s): operation error ECR: ' +
    'GetAuthorizationToken, https response error StatusCode: 400, RequestID: ID, api error AccessDeniedException: ' +
    'User: arn:aws:sts::123456789012:assumed-role/ecsTaskExecutionRole/TASK is not authorized to perform: ' +
    'ecr:GetAuthorizationToken on resource: * because no identity-based policy allows the ' +
    'ecr:GetAuthorizationToken action',
  // Published on 2026-03-28.
  'fault-secret-denied':
    'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: ' +
    'unable to retrieve secret from asm: service call has been retried 1 time(s): failed to fetch secret ' +
    `${names.secret} from secrets manager: operation error Secrets Manager: GetSecretValue, https response error ` +
    'StatusCode: 400, RequestID: ID, api error AccessDeniedException: User: ' +
    'arn:aws:sts::123456789012:assumed-role/ecsTaskExecutionRole/TASK is not authorized to perform: ' +
    `secretsmanager:GetSecretValue on resource: ${names.secret} because no identity-based policy allows the ` +
    'secretsmanager:GetSecretValue action',
});
