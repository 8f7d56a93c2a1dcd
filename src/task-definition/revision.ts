import type { TaskDefinition } from '@aws-sdk/client-ecs';

/** A registered revision as DescribeTaskDefinition tells it. */
export interface Revision {
  readonly arn: string;
  /** ACTIVE, INACTIVE or DELETE_IN_PROGRESS. */
  readonly status: string;
  readonly definition: TaskDefinition;
  readonly tags: ReadonlyMap<string, string>;
}
