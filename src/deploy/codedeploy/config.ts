import type { CodeDeploy } from '@aws-sdk/client-codedeploy';
import { awsFailure } from '../../aws/errors.ts';
import { UserError } from '../../inputs/problem.ts';

const ABSENT: ReadonlySet<string> = new Set([
  'DeploymentConfigDoesNotExistException',
  'InvalidDeploymentConfigNameException',
]);

/**
 * Makes sure that the deployment configuration an input names exists and is for ECS, by
 * GetDeploymentConfig: CreateDeployment would refuse it only after a revision is registered. Throws a
 * UserError. Without the permission nothing is said: CreateDeployment will tell.
 */
export async function checkDeploymentConfig(
  client: Pick<CodeDeploy, 'getDeploymentConfig'>,
  name: string | undefined,
  signal: AbortSignal,
): Promise<void> {
  if (name === undefined) return;
  const platform = await platformOf(client, name, signal);
  if (platform === undefined || platform === 'ECS') return;
  throw new UserError({
    message: `The deployment configuration ${name} is for the compute platform ${platform}, not ECS.`,
    remedy: 'Name one for ECS, such as CodeDeployDefault.ECSAllAtOnce.',
    input: 'codedeploy-deployment-config',
  });
}

async function platformOf(
  client: Pick<CodeDeploy, 'getDeploymentConfig'>,
  name: string,
  signal: AbortSignal,
): Promise<string | undefined> {
  try {
    const answer = await client.getDeploymentConfig({ deploymentConfigName: name }, { abortSignal: signal });
    return answer.deploymentConfigInfo?.computePlatform;
  } catch (error) {
    const failure = awsFailure(error);
    if (failure?.kind === 'denied') return undefined;
    if (!ABSENT.has(failure?.code ?? '')) throw error;
    throw new UserError({
      message: `There is no deployment configuration ${name} in CodeDeploy.`,
      remedy:
        'Name one of this account and region, or one of AWS such as CodeDeployDefault.ECSAllAtOnce; without the input the configuration of the group is used.',
      input: 'codedeploy-deployment-config',
    });
  }
}
