import type { CauseKind } from '../../../src/deploy/cause.ts';

const ecr = '123456789012.dkr.ecr.us-east-1.amazonaws.com/app';

/**
 * Texts of tasks that could not start, as users of Fargate 1.4 published them from 2023 to 2026, shortened
 * where that takes nothing away, each with what it means.
 */
export const startTexts: readonly (readonly [CauseKind, string])[] = [
  [
    'image-missing',
    `CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref ${ecr}:TAG: ${ecr}:TAG: not found`,
  ],
  [
    'wrong-architecture',
    "CannotPullContainerError: pull image manifest has been retried 7 time(s): image Manifest does not contain descriptor matching platform 'linux/amd64'",
  ],
  [
    'registry-unreachable',
    'CannotPullContainerError: pull image manifest has been retried 5 time(s): failed to resolve ref docker.io/library/latest:latest: failed to do request: Head "https://registry-1.docker.io/v2/library/latest/manifests/latest": dial tcp 192.0.2.10:443: i/o timeout',
  ],
  [
    'layers-unreachable',
    `CannotPullContainerError: The task cannot pull ${ecr}:2.0 from the registry ${ecr}:2.0. There is a connection issue between the task and the registry. Check your task network configuration. : failed to copy: httpReadSeeker: failed open: failed to do request: Get ${ecr}:2.0: dial tcp 192.0.2.10:443: i/o timeout`,
  ],
  [
    'registry-unreachable',
    'ResourceInitializationError: unable to pull secrets or registry auth: The task cannot pull registry auth from Amazon ECR: There is a connection issue between the task and Amazon ECR. Check your task network configuration. Post "https://api.ecr.us-east-1.amazonaws.com/": dial tcp 192.0.2.10:443: i/o timeout',
  ],
  [
    'registry-denied',
    'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve ecr registry auth: service call has been retried 1 time(s): operation error ECR: GetAuthorizationToken, https response error StatusCode: 400, RequestID: 415e6826-9d7a-4ef1-8eea-8eec9105a1a8, api error AccessDeniedException: User: u is not authorized to perform: ecr:GetAuthorizationToken',
  ],
  [
    'secret-missing',
    'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secret from asm: service call has been retried 1 time(s): ResourceNotFoundException: Secrets Manager can’t find the specified secret.',
  ],
  [
    'secret-missing',
    'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secret from asm: service call has been retried 1 time(s): retrieved secret from Secrets Manager did not contain json key MY_SECRET',
  ],
  // The secret is no JSON, and the task definition asks for a key of it.
  [
    'secret-missing',
    "ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secret from asm: service call has been retried 1 time(s): invalid character '\\'' looking for beginning of value",
  ],
  [
    'secret-unreachable',
    'ResourceInitializationError: unable to pull secrets or registry auth: unable to retrieve secret from asm: There is a connection issue between the task and AWS Secrets Manager. Check your task network configuration. failed to fetch secret arn:aws:secretsmanager:us-east-1:123456789012:secret:app from secrets manager: canceled, context deadline exceeded',
  ],
  [
    'log-group-missing',
    'ResourceInitializationError: failed to validate logger args: create stream has been retried 1 times: failed to create Cloudwatch log stream: ResourceNotFoundException: The specified log group does not exist. : exit status 1',
  ],
  // It names the log group and means the network.
  [
    'log-group-unreachable',
    'ResourceInitializationError: failed to validate logger args: The task cannot find the Amazon CloudWatch log group defined in the task definition. There is a connection issue between the task and Amazon CloudWatch. Check your network configuration. : signal: killed',
  ],
  [
    'not-started',
    'ResourceInitializationError: failed to validate logger args: unable to get awslogs driver arguments: awslogs-region is required',
  ],
  [
    'image-missing',
    'CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref docker.io/library/no_such_image:latest: pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed',
  ],
  [
    'not-started',
    'CannotPullContainerError: ref pull has been retried 1 time(s): failed to unpack image on snapshotter overlayfs: failed to extract layer sha256:c02342326b04a05fa0fc4c703c4aaa8ffb46cc0f2eda269c4a0dee53c8296182: failed to get stream processor for application/vnd.in-toto+json: no processor for media-type: unknown',
  ],
  [
    'not-started',
    'ResourceInitializationError: Unable to launch instance(s) for capacity provider NAME. UnauthorizedOperation: You are not authorized to perform this operation.',
  ],
  [
    'secret-denied',
    'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secret from asm: service call has been retried 1 time(s): AccessDeniedException: User: u is not authorized to perform: secretsmanager:GetSecretValue',
  ],
  ['not-started', 'TaskFailedToStart: RESOURCE:GPU'],
];
