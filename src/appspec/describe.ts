import type { CodeDeploy, DeploymentInfo } from '@aws-sdk/client-codedeploy';
import { awsFailure } from '../aws/errors.ts';
import { revisionIn } from './revision.ts';

/**
 * The task definition that a deployment deploys, as its AppSpec names it: by ARN or as `family:revision`. Only
 * GetApplicationRevision gives the AppSpec back, by its digest (API reference of GetDeployment). Undefined where it
 * cannot be read any more.
 */
export async function describeDeployed(
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
    return revisionIn(answer.revision?.appSpecContent?.content ?? '');
  } catch (error) {
    if (awsFailure(error)?.code === 'RevisionDoesNotExistException') return undefined;
    throw error;
  }
}
