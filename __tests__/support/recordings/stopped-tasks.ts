import type { Task } from '@aws-sdk/client-ecs';

// Answers of DescribeTasks of 2024-02 (test data of localstack, validated against AWS, Fargate 1.4), reduced
// to what tells why a task stopped.

/** The container ended by itself with exit code 0. */
export const exitedZero: Task = {
  taskArn: 'arn:aws:ecs:eu-central-1:123456789012:task/cluster/0f1e2d3c4b5a69788796a5b4c3d2e1f0',
  startedBy: 'AWS Step Functions',
  desiredStatus: 'STOPPED',
  lastStatus: 'STOPPED',
  stopCode: 'EssentialContainerExited',
  stoppedReason: 'Essential container in task exited',
  containers: [{ name: 'main', image: 'busybox', lastStatus: 'STOPPED', exitCode: 0 }],
};

/** An image that Docker Hub does not have: no exit code and no reason on the container. */
export const pullDenied: Task = {
  taskArn: 'arn:aws:ecs:eu-central-1:123456789012:task/cluster/00112233445566778899aabbccddeeff',
  startedBy: 'AWS Step Functions',
  desiredStatus: 'STOPPED',
  lastStatus: 'STOPPED',
  stopCode: 'TaskFailedToStart',
  stoppedReason:
    'CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref docker.io/library/no_such_image:latest: pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed',
  containers: [{ name: 'main', image: 'no_such_image', lastStatus: 'STOPPED' }],
};
