import type { ECS } from '@aws-sdk/client-ecs';
import { awsFailure } from '../aws/errors.ts';
import type { Revision } from './revision.ts';

/**
 * A revision by ARN, `family:revision`, or family (then the newest ACTIVE one) with its tags
 * (DescribeTaskDefinition); undefined when AWS knows none.
 */
export async function describeRevision(
  ecs: Pick<ECS, 'describeTaskDefinition'>,
  taskDefinition: string,
  signal: AbortSignal,
): Promise<Revision | undefined> {
  try {
    const answer = await ecs.describeTaskDefinition(
      { taskDefinition, include: ['TAGS'] },
      { abortSignal: signal },
    );
    if (answer.taskDefinition === undefined) return undefined;
    return {
      arn: answer.taskDefinition.taskDefinitionArn ?? '',
      status: answer.taskDefinition.status ?? '',
      definition: answer.taskDefinition,
      tags: new Map((answer.tags ?? []).map(({ key, value }) => [key ?? '', value ?? ''])),
    };
  } catch (error) {
    // "Unable to describe task definition." is how ECS says that there is none.
    if (awsFailure(error)?.code === 'ClientException') return undefined;
    throw error;
  }
}
