import * as ecs from '@aws-sdk/client-ecs';
import type { JsonObject } from '../../wire/json.ts';
import { accepting, requiring, unknownMembers } from '../../wire/schema.ts';

/** How the input of each operation of ECS is read: by the schemas that the SDK exports. */
export const accept = {
  ContinueServiceDeployment: requiring<ecs.ContinueServiceDeploymentRequest>(
    ecs.ContinueServiceDeploymentRequest$,
  ),
  CreateCluster: requiring<ecs.CreateClusterRequest>(ecs.CreateClusterRequest$),
  CreateService: accepting<ecs.CreateServiceRequest>(ecs.CreateServiceRequest$),
  DeleteService: requiring<ecs.DeleteServiceRequest>(ecs.DeleteServiceRequest$),
  DeleteTaskDefinitions: requiring<ecs.DeleteTaskDefinitionsRequest>(ecs.DeleteTaskDefinitionsRequest$),
  DeregisterTaskDefinition: requiring<ecs.DeregisterTaskDefinitionRequest>(
    ecs.DeregisterTaskDefinitionRequest$,
  ),
  DescribeClusters: requiring<ecs.DescribeClustersRequest>(ecs.DescribeClustersRequest$),
  DescribeServiceDeployments: requiring<ecs.DescribeServiceDeploymentsRequest>(
    ecs.DescribeServiceDeploymentsRequest$,
  ),
  DescribeServiceRevisions: requiring<ecs.DescribeServiceRevisionsRequest>(
    ecs.DescribeServiceRevisionsRequest$,
  ),
  DescribeServices: requiring<ecs.DescribeServicesRequest>(ecs.DescribeServicesRequest$),
  DescribeTaskDefinition: requiring<ecs.DescribeTaskDefinitionRequest>(ecs.DescribeTaskDefinitionRequest$),
  DescribeTasks: requiring<ecs.DescribeTasksRequest>(ecs.DescribeTasksRequest$),
  DescribeTaskSets: requiring<ecs.DescribeTaskSetsRequest>(ecs.DescribeTaskSetsRequest$),
  ListServiceDeployments: requiring<ecs.ListServiceDeploymentsRequest>(ecs.ListServiceDeploymentsRequest$),
  ListServices: requiring<ecs.ListServicesRequest>(ecs.ListServicesRequest$),
  ListTagsForResource: requiring<ecs.ListTagsForResourceRequest>(ecs.ListTagsForResourceRequest$),
  ListTaskDefinitions: requiring<ecs.ListTaskDefinitionsRequest>(ecs.ListTaskDefinitionsRequest$),
  ListTasks: requiring<ecs.ListTasksRequest>(ecs.ListTasksRequest$),
  // ECS has its own words for what these lack.
  RegisterTaskDefinition: accepting<ecs.RegisterTaskDefinitionRequest>(ecs.RegisterTaskDefinitionRequest$),
  StopServiceDeployment: requiring<ecs.StopServiceDeploymentRequest>(ecs.StopServiceDeploymentRequest$),
  StopTask: requiring<ecs.StopTaskRequest>(ecs.StopTaskRequest$),
  TagResource: requiring<ecs.TagResourceRequest>(ecs.TagResourceRequest$),
  UpdateService: requiring<ecs.UpdateServiceRequest>(ecs.UpdateServiceRequest$),
} as const;

const scenarioSchemas = {
  CreateService: ecs.CreateServiceRequest$,
  RegisterTaskDefinition: ecs.RegisterTaskDefinitionRequest$,
} as const;

/** The paths of members that the input of an operation does not have. */
export const unknownMembersOf = (operation: keyof typeof scenarioSchemas, body: JsonObject) =>
  unknownMembers(scenarioSchemas[operation], body);
