import type { CodeDeploy } from '@aws-sdk/client-codedeploy';
import type { Means } from '../stop.ts';

/** StopDeployment, with or without a rollback: CodeDeploy itself would notice failing tasks after an hour. */
export const meansToStop = (
  once: Pick<CodeDeploy, 'stopDeployment'>,
  deploymentId: string,
  restores: boolean,
): Extract<Means, { kind: 'call' }> => ({
  kind: 'call',
  action: 'codedeploy:StopDeployment',
  restores,
  send: () => once.stopDeployment({ deploymentId, autoRollbackEnabled: restores }),
  over: OVER,
});

const OVER: ReadonlySet<string> = new Set(['DeploymentAlreadyCompletedException']);
