import type { CauseKind } from '../../../src/deploy/cause.ts';

/** A text of a task that could not start. */
export interface StartText {
  readonly kind: CauseKind;
  /** The tag that asks the sandbox for such a failure, where one does. */
  readonly tag?: string;
  /** As it was published, with IMAGE and SECRET where names stood and ID and TASK where ids did. */
  readonly text: string;
}

const auth = 'ResourceInitializationError: unable to pull secrets or registry auth:';
const noRoute =
  `${auth} The task cannot pull registry auth from Amazon ECR: There is a connection issue between the task and ` +
  'Amazon ECR. Check your task network configuration.';
const asm = 'unable to retrieve secret from asm:';

/**
 * `stoppedReason` of tasks that could not start, as users of Fargate 1.4 published them from 2023 to 2026 (public
 * record), each with what it means. A service event repeats it, with a full stop.
 */
export const startTexts: readonly StartText[] = [
  {
    kind: 'image-missing',
    tag: 'fault-unpullable',
    text: 'CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref IMAGE: IMAGE: not found',
  },
  {
    kind: 'wrong-architecture',
    tag: 'fault-arch',
    text: "CannotPullContainerError: pull image manifest has been retried 7 time(s): image Manifest does not contain descriptor matching platform 'linux/amd64'",
  },
  {
    kind: 'registry-unreachable',
    text: 'CannotPullContainerError: pull image manifest has been retried 5 time(s): failed to resolve ref docker.io/library/latest:latest: failed to do request: Head "https://registry-1.docker.io/v2/library/latest/manifests/latest": dial tcp 192.0.2.10:443: i/o timeout',
  },
  {
    kind: 'layers-unreachable',
    tag: 'fault-layers',
    text: 'CannotPullContainerError: The task cannot pull IMAGE from the registry IMAGE. There is a connection issue between the task and the registry. Check your task network configuration. : failed to copy: httpReadSeeker: failed open: failed to do request: Get IMAGE: dial tcp 192.0.2.10:443: i/o timeout',
  },
  // Since April 2025, and in the year before.
  {
    kind: 'registry-unreachable',
    tag: 'fault-no-route',
    text: `${noRoute} operation error ECR: GetAuthorizationToken, exceeded maximum number of attempts, 3, https response error StatusCode: 0, RequestID: , request send failed, Post "https://api.ecr.us-east-1.amazonaws.com/": dial tcp 192.0.2.10:443: i/o timeout`,
  },
  {
    kind: 'registry-unreachable',
    text: `${noRoute} RequestError: send request failed caused by: Post "https://api.ecr.us-west-2.amazonaws.com/": dial tcp 192.0.2.10:443: i/o timeout`,
  },
  {
    kind: 'registry-denied',
    text: `${auth} execution resource retrieval failed: unable to retrieve ecr registry auth: service call has been retried 1 time(s): operation error ECR: GetAuthorizationToken, https response error StatusCode: 400, RequestID: ID, api error AccessDeniedException: User: u is not authorized to perform: ecr:GetAuthorizationToken`,
  },
  {
    kind: 'secret-unreachable',
    tag: 'fault-secret-unreachable',
    text: `${auth} ${asm} There is a connection issue between the task and AWS Secrets Manager. Check your task network configuration. failed to fetch secret SECRET from secrets manager: operation error Secrets Manager: GetSecretValue, https response error StatusCode: 0, RequestID: , canceled, context deadline exceeded`,
  },
  {
    kind: 'secret-missing',
    text: `${auth} execution resource retrieval failed: ${asm} service call has been retried 1 time(s): ResourceNotFoundException: Secrets Manager can’t find the specified secret.`,
  },
  {
    kind: 'secret-missing',
    text: `${auth} execution resource retrieval failed: ${asm} service call has been retried 1 time(s): retrieved secret from Secrets Manager did not contain json key MY_SECRET`,
  },
  // The secret is no JSON, and the task definition asks for a key of it.
  {
    kind: 'secret-missing',
    text: `${auth} execution resource retrieval failed: ${asm} service call has been retried 1 time(s): invalid character '\\'' looking for beginning of value`,
  },
  // Published on 2026-03-28; a shorter form of other days ends after the name of the action.
  {
    kind: 'secret-denied',
    tag: 'fault-secret-denied',
    text: `${auth} execution resource retrieval failed: ${asm} service call has been retried 1 time(s): failed to fetch secret SECRET from secrets manager: operation error Secrets Manager: GetSecretValue, https response error StatusCode: 400, RequestID: ID, api error AccessDeniedException: User: arn:aws:sts::123456789012:assumed-role/ecsTaskExecutionRole/TASK is not authorized to perform: secretsmanager:GetSecretValue on resource: SECRET because no identity-based policy allows the secretsmanager:GetSecretValue action`,
  },
  {
    kind: 'secret-denied',
    text: `${auth} execution resource retrieval failed: ${asm} service call has been retried 1 time(s): AccessDeniedException: User: u is not authorized to perform: secretsmanager:GetSecretValue`,
  },
  {
    kind: 'log-group-missing',
    tag: 'fault-log-group',
    text: 'ResourceInitializationError: failed to validate logger args: create stream has been retried 1 times: failed to create Cloudwatch log stream: ResourceNotFoundException: The specified log group does not exist. : exit status 1',
  },
  // It names the log group and means the network.
  {
    kind: 'log-group-unreachable',
    tag: 'fault-log-group-unreachable',
    text: 'ResourceInitializationError: failed to validate logger args: The task cannot find the Amazon CloudWatch log group defined in the task definition. There is a connection issue between the task and Amazon CloudWatch. Check your network configuration. : signal: killed',
  },
  {
    kind: 'image-missing',
    text: 'CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref docker.io/library/no_such_image:latest: pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed',
  },
  {
    kind: 'not-started',
    tag: 'fault-unpack',
    text: 'CannotPullContainerError: ref pull has been retried 1 time(s): failed to unpack image on snapshotter overlayfs: failed to extract layer sha256:c02342326b04a05fa0fc4c703c4aaa8ffb46cc0f2eda269c4a0dee53c8296182: failed to get stream processor for application/vnd.in-toto+json: no processor for media-type: unknown',
  },
  {
    kind: 'not-started',
    text: 'ResourceInitializationError: Unable to launch instance(s) for capacity provider NAME. UnauthorizedOperation: You are not authorized to perform this operation.',
  },
  { kind: 'not-started', text: 'TaskFailedToStart: RESOURCE:GPU' },
];

/** The same for a log configuration that lacks the option `awslogs-region`. */
export const noLogRegion =
  'ResourceInitializationError: failed to validate logger args: unable to get awslogs driver arguments: awslogs-region is required';

/** `reason` of a container that was killed with code 137: older texts and EC2, and Fargate on 2026-08-03. */
export const outOfMemory = [
  'OutOfMemoryError: Container killed due to memory usage',
  'OutOfMemoryError: container killed due to memory usage',
] as const;

/** The last line of the log of a container whose image, without an index, is for another architecture. */
export const execFormat = [
  'exec /usr/bin/sh: exec format error',
  'exec /usr/local/bin/docker-entrypoint.sh: exec format error',
] as const;

/** `stoppedReason` beside ServiceSchedulerInitiated; the first one was published on 2026-01-18. */
export const failedChecks = {
  loadBalancer:
    'Task failed ELB health checks in (target-group arn:aws:elasticloadbalancing:ap-northeast-1:123456789012:targetgroup/public-tg2/1c38bf81f6e9e283)',
  container: 'Task failed container health checks',
} as const;

/** Spot capacity that was taken back (public record, since 2021). */
export const interrupted = {
  stopCode: 'SpotInterruption',
  stoppedReason: 'Your Spot Task was interrupted.',
} as const;
