import * as codedeploy from '@aws-sdk/client-codedeploy';
import { accepting, requiring } from '../../wire/schema.ts';

/** How the input of each operation of CodeDeploy is read: by the schemas that the SDK exports. */
export const accept = {
  BatchGetDeploymentGroups: requiring<codedeploy.BatchGetDeploymentGroupsInput>(
    codedeploy.BatchGetDeploymentGroupsInput$,
  ),
  BatchGetDeploymentTargets: requiring<codedeploy.BatchGetDeploymentTargetsInput>(
    codedeploy.BatchGetDeploymentTargetsInput$,
  ),
  BatchGetDeployments: requiring<codedeploy.BatchGetDeploymentsInput>(codedeploy.BatchGetDeploymentsInput$),
  ContinueDeployment: accepting<codedeploy.ContinueDeploymentInput>(codedeploy.ContinueDeploymentInput$),
  CreateApplication: requiring<codedeploy.CreateApplicationInput>(codedeploy.CreateApplicationInput$),
  CreateDeployment: requiring<codedeploy.CreateDeploymentInput>(codedeploy.CreateDeploymentInput$),
  CreateDeploymentConfig: requiring<codedeploy.CreateDeploymentConfigInput>(
    codedeploy.CreateDeploymentConfigInput$,
  ),
  CreateDeploymentGroup: requiring<codedeploy.CreateDeploymentGroupInput>(
    codedeploy.CreateDeploymentGroupInput$,
  ),
  GetApplication: requiring<codedeploy.GetApplicationInput>(codedeploy.GetApplicationInput$),
  GetApplicationRevision: requiring<codedeploy.GetApplicationRevisionInput>(
    codedeploy.GetApplicationRevisionInput$,
  ),
  GetDeployment: requiring<codedeploy.GetDeploymentInput>(codedeploy.GetDeploymentInput$),
  GetDeploymentConfig: requiring<codedeploy.GetDeploymentConfigInput>(codedeploy.GetDeploymentConfigInput$),
  GetDeploymentGroup: requiring<codedeploy.GetDeploymentGroupInput>(codedeploy.GetDeploymentGroupInput$),
  GetDeploymentTarget: requiring<codedeploy.GetDeploymentTargetInput>(codedeploy.GetDeploymentTargetInput$),
  ListApplications: accepting<codedeploy.ListApplicationsInput>(codedeploy.ListApplicationsInput$),
  ListDeploymentConfigs: accepting<codedeploy.ListDeploymentConfigsInput>(
    codedeploy.ListDeploymentConfigsInput$,
  ),
  ListDeploymentGroups: requiring<codedeploy.ListDeploymentGroupsInput>(
    codedeploy.ListDeploymentGroupsInput$,
  ),
  ListDeploymentTargets: requiring<codedeploy.ListDeploymentTargetsInput>(
    codedeploy.ListDeploymentTargetsInput$,
  ),
  ListDeployments: accepting<codedeploy.ListDeploymentsInput>(codedeploy.ListDeploymentsInput$),
  StopDeployment: requiring<codedeploy.StopDeploymentInput>(codedeploy.StopDeploymentInput$),
  UpdateDeploymentGroup: requiring<codedeploy.UpdateDeploymentGroupInput>(
    codedeploy.UpdateDeploymentGroupInput$,
  ),
} as const;
