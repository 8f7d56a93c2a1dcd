import { describeDeploymentInfo } from '../../deploy/codedeploy/describe.ts';
import { TAG_PREFIX } from '../../deploy/run.ts';
import { revisionName } from '../../service/service.ts';
import { describeRevision } from '../../task-definition/describe.ts';
import type { DiagnosisContext } from '../context.ts';
import type { Successor } from '../diagnosis.ts';

/**
 * What took over from a deployment that was superseded, and whose it is, as far as AWS tells: who registered its
 * revision (DescribeTaskDefinition), and what its CodeDeploy deployment says of itself (GetDeployment).
 */
export async function describeSuccessor(context: DiagnosisContext): Promise<Successor | undefined> {
  const {
    status,
    facts: { primary },
    ports: { aws, signal },
    attempts,
  } = context;
  if (status !== 'superseded' || primary === undefined) return undefined;
  const [revision, description] = await Promise.all([
    attempts.read('successor', async () => describeRevision(await aws.ecs(), primary.taskDefinition, signal)),
    attempts.read('successor', () => descriptionOf(primary.id, context)),
  ]);
  const tag = (name: string): string | undefined => revision?.tags.get(TAG_PREFIX + name);
  const commit = tag('commit');
  const repository = tag('repository');
  const runId = tag('run-id');
  const registeredBy = revision?.definition.registeredBy;
  return {
    id: primary.id,
    revision: revisionName(primary.taskDefinition),
    ...(commit === undefined ? {} : { commit }),
    ...(repository === undefined || runId === undefined ? {} : { run: { repository, id: runId } }),
    ...(registeredBy === undefined ? {} : { registeredBy }),
    ...(description === undefined ? {} : { description }),
  };
}

/** The description of the CodeDeploy deployment that made a task set; undefined where none did. */
async function descriptionOf(
  taskSetId: string,
  { last: { service }, ports: { aws, signal } }: DiagnosisContext,
): Promise<string | undefined> {
  const deploymentId = service.taskSets.find(({ id }) => id === taskSetId)?.externalId;
  if (deploymentId === undefined) return undefined;
  const { creator, description } = await describeDeploymentInfo(await aws.codeDeploy(), deploymentId, signal);
  const told = [deploymentId, creator === 'user' ? undefined : creator, description];
  return told.filter((part) => part !== undefined && part !== '').join(' ');
}
