import type { ContainerDefinition, RegisterTaskDefinitionCommandInput } from '@aws-sdk/client-ecs';

/** A container that AWS would take, with changes. */
export function container(changes: Partial<ContainerDefinition> = {}): ContainerDefinition {
  return { name: 'app', image: 'public.ecr.aws/docker/library/nginx:1.27', ...changes };
}

/** A task definition for Fargate that AWS would take, with changes. */
export function taskDefinition(
  changes: Partial<RegisterTaskDefinitionCommandInput> = {},
): RegisterTaskDefinitionCommandInput {
  return {
    family: 'web',
    requiresCompatibilities: ['FARGATE'],
    networkMode: 'awsvpc',
    cpu: '256',
    memory: '512',
    executionRoleArn: 'arn:aws:iam::123456789012:role/execution',
    containerDefinitions: [container()],
    ...changes,
  };
}
