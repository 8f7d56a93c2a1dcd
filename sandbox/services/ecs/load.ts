import * as ecs from '@aws-sdk/client-ecs';
import type { JsonObject } from '../../wire/json.ts';
import { accepting, unknownMembers } from '../../wire/schema.ts';

/** How the input of each operation of ECS is read: by the schemas that the SDK exports. */
export const accept = {
  DescribeServices: accepting<ecs.DescribeServicesRequest>(ecs.DescribeServicesRequest$),
  DescribeTaskDefinition: accepting<ecs.DescribeTaskDefinitionRequest>(ecs.DescribeTaskDefinitionRequest$),
  CreateService: accepting<ecs.CreateServiceRequest>(ecs.CreateServiceRequest$),
  RegisterTaskDefinition: accepting<ecs.RegisterTaskDefinitionRequest>(ecs.RegisterTaskDefinitionRequest$),
  UpdateService: accepting<ecs.UpdateServiceRequest>(ecs.UpdateServiceRequest$),
} as const;

const scenarioSchemas = {
  CreateService: ecs.CreateServiceRequest$,
  RegisterTaskDefinition: ecs.RegisterTaskDefinitionRequest$,
} as const;

/** The paths of members that the input of an operation does not have. */
export const unknownMembersOf = (operation: keyof typeof scenarioSchemas, body: JsonObject) =>
  unknownMembers(scenarioSchemas[operation], body);
