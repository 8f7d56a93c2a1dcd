import { operation, type AwsService, type Operation } from '../../operation.ts';
import type { Json } from '../../wire/json.ts';
import type { World } from '../../world.ts';
import { createApplication, getApplication, listApplications } from './application.ts';
import { createDeploymentConfig, getDeploymentConfig, listDeploymentConfigs } from './config-operations.ts';
import { createDeployment } from './create-deployment.ts';
import {
  batchGetDeploymentGroups,
  createDeploymentGroup,
  getDeploymentGroup,
  listDeploymentGroups,
  updateDeploymentGroup,
} from './deployment-group.ts';
import {
  batchGetDeployments,
  continueDeployment,
  getDeployment,
  listDeployments,
  stopDeployment,
} from './deployment-operations.ts';
import { findDeployment } from './find.ts';
import { accept } from './load.ts';
import { getApplicationRevision } from './revision.ts';
import { batchGetDeploymentTargets, getDeploymentTarget, listDeploymentTargets } from './target.ts';

type Resource = Operation['resource'];

const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '*');

const arn = ({ region, account }: World, rest: string) => `arn:aws:codedeploy:${region}:${account}:${rest}`;

const anApplication: Resource = (body, world) => arn(world, `application:${textOf(body['applicationName'])}`);

/** The group that a body names, or the group of the deployment that it names. */
const aGroup: Resource = (body, world) => {
  const deployment = findDeployment(world, textOf(body['deploymentId']));
  const application = deployment?.applicationName ?? textOf(body['applicationName']);
  const group =
    deployment?.groupName ?? textOf(body['deploymentGroupName'] ?? body['currentDeploymentGroupName']);
  return arn(world, `deploymentgroup:${application}/${group}`);
};

const aConfig: Resource = (body, world) =>
  arn(world, `deploymentconfig:${textOf(body['deploymentConfigName'])}`);

/** AWS CodeDeploy for the compute platform ECS. */
export const codedeploy: AwsService = {
  name: 'codedeploy',
  target: 'CodeDeploy_20141006',
  operations: {
    BatchGetDeploymentGroups: operation({
      accept: accept.BatchGetDeploymentGroups,
      resource: aGroup,
      run: batchGetDeploymentGroups,
    }),
    BatchGetDeploymentTargets: operation({
      accept: accept.BatchGetDeploymentTargets,
      resource: aGroup,
      run: batchGetDeploymentTargets,
    }),
    BatchGetDeployments: operation({
      accept: accept.BatchGetDeployments,
      resource: aGroup,
      run: batchGetDeployments,
    }),
    ContinueDeployment: operation({
      accept: accept.ContinueDeployment,
      resource: aGroup,
      run: continueDeployment,
    }),
    CreateApplication: operation({
      accept: accept.CreateApplication,
      resource: anApplication,
      run: createApplication,
    }),
    CreateDeployment: operation({ accept: accept.CreateDeployment, resource: aGroup, run: createDeployment }),
    CreateDeploymentConfig: operation({
      accept: accept.CreateDeploymentConfig,
      resource: aConfig,
      run: createDeploymentConfig,
    }),
    CreateDeploymentGroup: operation({
      accept: accept.CreateDeploymentGroup,
      resource: aGroup,
      run: createDeploymentGroup,
    }),
    GetApplication: operation({
      accept: accept.GetApplication,
      resource: anApplication,
      run: getApplication,
    }),
    GetApplicationRevision: operation({
      accept: accept.GetApplicationRevision,
      resource: anApplication,
      run: getApplicationRevision,
    }),
    GetDeployment: operation({ accept: accept.GetDeployment, resource: aGroup, run: getDeployment }),
    GetDeploymentConfig: operation({
      accept: accept.GetDeploymentConfig,
      resource: aConfig,
      run: getDeploymentConfig,
    }),
    GetDeploymentGroup: operation({
      accept: accept.GetDeploymentGroup,
      resource: aGroup,
      run: getDeploymentGroup,
    }),
    GetDeploymentTarget: operation({
      accept: accept.GetDeploymentTarget,
      resource: aGroup,
      run: getDeploymentTarget,
    }),
    ListApplications: operation({ accept: accept.ListApplications, run: listApplications }),
    ListDeploymentConfigs: operation({ accept: accept.ListDeploymentConfigs, run: listDeploymentConfigs }),
    ListDeploymentGroups: operation({
      accept: accept.ListDeploymentGroups,
      resource: anApplication,
      run: listDeploymentGroups,
    }),
    ListDeploymentTargets: operation({
      accept: accept.ListDeploymentTargets,
      resource: aGroup,
      run: listDeploymentTargets,
    }),
    ListDeployments: operation({ accept: accept.ListDeployments, resource: aGroup, run: listDeployments }),
    StopDeployment: operation({ accept: accept.StopDeployment, resource: aGroup, run: stopDeployment }),
    UpdateDeploymentGroup: operation({
      accept: accept.UpdateDeploymentGroup,
      resource: aGroup,
      run: updateDeploymentGroup,
    }),
  },
};
