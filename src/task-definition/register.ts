import type { ECS, RegisterTaskDefinitionCommandInput } from '@aws-sdk/client-ecs';
import { awsFailure } from '../aws/errors.ts';
import { LostAnswer } from '../aws/lost-answer.ts';
import { UserError } from '../inputs/problem.ts';

export interface RegisterPorts {
  /** Sends once; see aws/retry.ts. */
  readonly once: Pick<ECS, 'registerTaskDefinition'>;
  /** ARN of the family's newest ACTIVE revision, if that equals the definition. */
  readonly findEqual: () => Promise<string | undefined>;
}

/**
 * Registers exactly this definition and returns the ARN of the revision (RegisterTaskDefinition).
 * When the answer is lost, what happened is read before anything is sent again, so that one
 * registration leaves one revision. Throws a LostAnswer where that cannot be read.
 */
export async function registerTaskDefinition(
  ports: RegisterPorts,
  definition: RegisterTaskDefinitionCommandInput,
): Promise<string> {
  return (await attempt(ports, definition)) ?? (await attempt(ports, definition)) ?? unanswered(definition);
}

async function attempt(
  { once, findEqual }: RegisterPorts,
  definition: RegisterTaskDefinitionCommandInput,
): Promise<string | undefined> {
  try {
    const answer = await once.registerTaskDefinition(definition);
    return answer.taskDefinition?.taskDefinitionArn;
  } catch (error) {
    if (awsFailure(error)?.kind !== 'unknown-effect') throw error;
    return await findEqual().catch(unread);
  }
}

function unread(error: unknown): never {
  const failure = awsFailure(error);
  if (failure === undefined || failure.kind === 'aborted') throw error;
  throw new LostAnswer('RegisterTaskDefinition', failure);
}

function unanswered({ family = '' }: RegisterTaskDefinitionCommandInput): never {
  throw new UserError({
    message: `RegisterTaskDefinition for ${family} was sent twice, its answers were lost, and AWS has no such revision.`,
    remedy: 'Run the job again: nothing was registered.',
  });
}
