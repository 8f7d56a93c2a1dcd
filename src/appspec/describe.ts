import type { CodeDeploy, DeploymentInfo } from '@aws-sdk/client-codedeploy';
import { awsFailure } from '../aws/errors.ts';
import { revisionIn } from './revision.ts';

/**
 * The task definition that a deployment deploys, as its AppSpec names it: by ARN or as `family:revision`. Undefined
 * where it cannot be read any more.
 */
export async function describeDeployed(
  ...[client, deployment, signal]: Parameters<typeof describeAppSpec>
): Promise<string | undefined> {
  const appSpec = await describeAppSpec(client, deployment, signal);
  return appSpec === undefined ? undefined : revisionIn(appSpec);
}

/**
 * The text of the AppSpec of a deployment, as GetDeployment told of it without its content: GetApplicationRevision
 * alone gives that back, by its digest (API reference of GetDeployment). Undefined where CodeDeploy does not keep it.
 */
export async function describeAppSpec(
  client: Pick<CodeDeploy, 'getApplicationRevision'>,
  { applicationName, revision }: DeploymentInfo,
  signal: AbortSignal,
): Promise<string | undefined> {
  const sha256 = revision?.appSpecContent?.sha256;
  if (sha256 === undefined) return undefined;
  try {
    const answer = await client.getApplicationRevision(
      { applicationName, revision: { revisionType: 'AppSpecContent', appSpecContent: { sha256 } } },
      { abortSignal: signal },
    );
    return answer.revision?.appSpecContent?.content;
  } catch (error) {
    if (awsFailure(error)?.code === 'RevisionDoesNotExistException') return undefined;
    throw error;
  }
}
