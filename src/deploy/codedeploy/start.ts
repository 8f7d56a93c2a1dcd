import { createHash } from 'node:crypto';
import type { CodeDeploy, CreateDeploymentCommandInput, DeploymentStatus } from '@aws-sdk/client-codedeploy';
import { awsFailure } from '../../aws/errors.ts';
import { LostAnswer } from '../../aws/lost-answer.ts';
import { UserError } from '../../inputs/problem.ts';
import { describeDeploymentInfo } from './describe.ts';

export interface CodeDeployStart {
  readonly application: string;
  readonly group: string;
  /** The AppSpec as JSON text. */
  readonly appSpec: string;
  /** Says who deploys which revision; it is how a deployment is known as ours. */
  readonly description: string;
  readonly config?: string;
}

export interface CodeDeployStartPorts {
  readonly reads: Pick<CodeDeploy, 'getDeployment' | 'listDeployments'>;
  /** Sends once; see aws/retry.ts. */
  readonly once: Pick<CodeDeploy, 'createDeployment'>;
  readonly signal: AbortSignal;
}

/**
 * Starts one deployment by one CreateDeployment call and returns its id. The call is not idempotent:
 * when its answer is lost, a deployment of the group that carries our description is ours; only when
 * there is none is the call sent a second time, and then the refusal names the one there is. Throws a
 * LostAnswer where that cannot be read.
 */
export async function startCodeDeploy(ports: CodeDeployStartPorts, start: CodeDeployStart): Promise<string> {
  return (
    (await attempt(ports, start, 'first')) ??
    (await attempt(ports, start, 'after a lost answer')) ??
    unanswered(start)
  );
}

async function attempt(
  ports: CodeDeployStartPorts,
  start: CodeDeployStart,
  turn: 'first' | 'after a lost answer',
): Promise<string | undefined> {
  try {
    const answer = await ports.once.createDeployment(createRequest(start));
    return answer.deploymentId;
  } catch (error) {
    const failure = awsFailure(error);
    if (failure?.kind === 'unknown-effect') return await findOurs(ports, start).catch(unread);
    if (turn === 'first' || failure?.code !== 'DeploymentLimitExceededException') throw error;
    // The text names the deployment that is active; it can be ours only where an answer was lost.
    const [active] = /\bd-[A-Z0-9]+\b/.exec(failure.message) ?? [];
    if (active !== undefined && (await isOurs(ports, active, start))) return active;
    throw error;
  }
}

function createRequest({
  application,
  group,
  appSpec,
  description,
  config,
}: CodeDeployStart): CreateDeploymentCommandInput {
  return {
    applicationName: application,
    deploymentGroupName: group,
    description,
    ...(config === undefined ? {} : { deploymentConfigName: config }),
    revision: {
      revisionType: 'AppSpecContent',
      appSpecContent: { content: appSpec, sha256: createHash('sha256').update(appSpec).digest('hex') },
    },
  };
}

/** The active deployment of a group that carries our description. */
export async function findOurs(
  ports: Pick<CodeDeployStartPorts, 'reads' | 'signal'>,
  start: Pick<CodeDeployStart, 'application' | 'group' | 'description'>,
): Promise<string | undefined> {
  for (const id of await listActiveDeployments(ports.reads, start, ports.signal)) {
    if (await isOurs(ports, id, start)) return id;
  }
  return undefined;
}

const ACTIVE: DeploymentStatus[] = ['Created', 'Queued', 'InProgress', 'Baking', 'Ready'];

/** Ids of the group's deployments that have not ended (ListDeployments). */
async function listActiveDeployments(
  client: Pick<CodeDeploy, 'listDeployments'>,
  { application, group }: Pick<CodeDeployStart, 'application' | 'group'>,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const answer = await client.listDeployments(
    { applicationName: application, deploymentGroupName: group, includeOnlyStatuses: ACTIVE },
    { abortSignal: signal },
  );
  return answer.deployments ?? [];
}

function unread(error: unknown): never {
  const failure = awsFailure(error);
  if (failure === undefined || failure.kind === 'aborted') throw error;
  throw new LostAnswer('CreateDeployment', failure);
}

async function isOurs(
  ports: Pick<CodeDeployStartPorts, 'reads' | 'signal'>,
  id: string,
  { description }: Pick<CodeDeployStart, 'description'>,
): Promise<boolean> {
  const info = await describeDeploymentInfo(ports.reads, id, ports.signal);
  return info.description === description;
}

function unanswered({ application, group }: CodeDeployStart): never {
  throw new UserError({
    message: `CreateDeployment for ${application}/${group} was sent twice, its answers were lost, and the group has no deployment of it.`,
    remedy: 'Run the job again: as far as AWS shows, nothing was started.',
  });
}
