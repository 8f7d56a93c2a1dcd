import * as ecs from '@aws-sdk/client-ecs';
import type { JsonObject } from '../../wire/json.ts';
import { accepting, unknownMembers } from '../../wire/schema.ts';

/** How the input of each operation of ECS is read: by the schemas that the SDK exports. */
export const accept = {
  CreateCluster: accepting<ecs.CreateClusterRequest>(ecs.CreateClusterRequest$),
  CreateService: accepting<ecs.CreateServiceRequest>(ecs.CreateServiceRequest$),
  DeleteService: accepting<ecs.DeleteServiceRequest>(ecs.DeleteServiceRequest$),
  DeregisterTaskDefinition: accepting<ecs.DeregisterTaskDefinitionRequest>(
    ecs.DeregisterTaskDefinitionRequest$,
  ),
  DescribeClusters: accepting<ecs.DescribeClustersRequest>(ecs.DescribeClustersRequest$),
  DescribeServiceDeployments: accepting<ecs.DescribeServiceDeploymentsRequest>(
    ecs.DescribeServiceDeploymentsRequest$,
  ),
  DescribeServiceRevisions: accepting<ecs.DescribeServiceRevisionsRequest>(
    ecs.DescribeServiceRevisionsRequest$,
  ),
  DescribeServices: accepting<ecs.DescribeServicesRequest>(ecs.DescribeServicesRequest$),
  DescribeTaskDefinition: accepting<ecs.DescribeTaskDefinitionRequest>(ecs.DescribeTaskDefinitionRequest$),
  DescribeTasks: accepting<ecs.DescribeTasksRequest>(ecs.DescribeTasksRequest$),
  DescribeTaskSets: accepting<ecs.DescribeTaskSetsRequest>(ecs.DescribeTaskSetsRequest$),
  ListServiceDeployments: accepting<ecs.ListServiceDeploymentsRequest>(ecs.ListServiceDeploymentsRequest$),
  ListServices: accepting<ecs.ListServicesRequest>(ecs.ListServicesRequest$),
  ListTagsForResource: accepting<ecs.ListTagsForResourceRequest>(ecs.ListTagsForResourceRequest$),
  ListTaskDefinitions: accepting<ecs.ListTaskDefinitionsRequest>(ecs.ListTaskDefinitionsRequest$),
  ListTasks: accepting<ecs.ListTasksRequest>(ecs.ListTasksRequest$),
  RegisterTaskDefinition: accepting<ecs.RegisterTaskDefinitionRequest>(ecs.RegisterTaskDefinitionRequest$),
  StopServiceDeployment: accepting<ecs.StopServiceDeploymentRequest>(ecs.StopServiceDeploymentRequest$),
  StopTask: accepting<ecs.StopTaskRequest>(ecs.StopTaskRequest$),
  TagResource: accepting<ecs.TagResourceRequest>(ecs.TagResourceRequest$),
  UpdateService: accepting<ecs.UpdateServiceRequest>(ecs.UpdateServiceRequest$),
} as const;

const scenarioSchemas = {
  CreateService: ecs.CreateServiceRequest$,
  RegisterTaskDefinition: ecs.RegisterTaskDefinitionRequest$,
} as const;

/** The paths of members that the input of an operation does not have. */
export const unknownMembersOf = (operation: keyof typeof scenarioSchemas, body: JsonObject) =>
  unknownMembers(scenarioSchemas[operation], body);
