import type {
  DeleteTaskDefinitionsRequest,
  DeregisterTaskDefinitionRequest,
  DescribeTaskDefinitionRequest,
  ListTaskDefinitionsRequest,
  RegisterTaskDefinitionRequest,
} from '@aws-sdk/client-ecs';
import { authorize } from '../../iam/authorize.ts';
import type { Context } from '../../operation.ts';
import { seconds } from '../../wire/json11.ts';
import type { World } from '../../world.ts';
import { taskDefinitionArn } from './arn.ts';
import { ecsErrors } from './errors.ts';
import { findTaskDefinition } from './find.ts';
import { page } from './page.ts';
import type { TaskDefinition } from './state.ts';
import { withDefaults } from './task-definition-defaults.ts';
import { checkTaskDefinition } from './task-definition-rules.ts';

/** RegisterTaskDefinition: always a new revision, even of the same content. */
export function registerTaskDefinition(
  input: RegisterTaskDefinitionRequest,
  { world, caller }: Context,
): object {
  authorizeContent(input, { world, caller });
  checkTaskDefinition(input);
  const definition = addTaskDefinition(world, input, caller);
  return {
    taskDefinition: viewTaskDefinition(definition),
    ...(input.tags === undefined ? {} : { tags: input.tags }),
  };
}

// AWS asks for iam:PassRole within this operation, and refuses with its AccessDeniedException; tags given at
// creation need ecs:TagResource (developer guide: "Grant permission to tag resources on creation"); which ARN
// that is asked about is not documented [?].
function authorizeContent(
  input: RegisterTaskDefinitionRequest,
  { world, caller }: Pick<Context, 'world' | 'caller'>,
): void {
  for (const resource of [input.executionRoleArn, input.taskRoleArn]) {
    if (resource === undefined) continue;
    const keys = { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' };
    authorize(world.permissions, caller, { action: 'iam:PassRole', resource, keys });
  }
  if (input.tags !== undefined && input.tags.length > 0) {
    const resource = `arn:aws:ecs:${world.region}:${world.account}:task-definition/${input.family ?? ''}:*`;
    authorize(world.permissions, caller, { action: 'ecs:TagResource', resource });
  }
}

/** Puts a revision into the world. */
export function addTaskDefinition(
  world: World,
  { tags, ...content }: RegisterTaskDefinitionRequest,
  registeredBy: string,
): TaskDefinition {
  const family = content.family ?? '';
  const revision = 1 + Math.max(0, ...revisionsOf(world, family).map((other) => other.revision));
  const definition: TaskDefinition = {
    arn: taskDefinitionArn(world, family, revision),
    family,
    revision,
    status: 'ACTIVE',
    registeredAt: world.now,
    registeredBy,
    tags: tags ?? [],
    content: withDefaults(content),
  };
  world.ecs.taskDefinitions.push(definition);
  return definition;
}

/** DescribeTaskDefinition: an inactive revision is described too; tags only where they were asked for. */
export function describeTaskDefinition(input: DescribeTaskDefinitionRequest, { world }: Context): object {
  const definition = findTaskDefinition(world, input.taskDefinition ?? '');
  if (definition === undefined) throw ecsErrors.taskDefinitionUnknown();
  const tags = input.include?.includes('TAGS') === true ? { tags: definition.tags } : {};
  return { taskDefinition: viewTaskDefinition(definition), ...tags };
}

/** ListTaskDefinitions: the ARNs of a family or of all, ACTIVE ones unless asked otherwise. */
export function listTaskDefinitions(input: ListTaskDefinitionsRequest, { world }: Context): object {
  const { familyPrefix, status = 'ACTIVE', sort = 'ASC' } = input;
  const matching = world.ecs.taskDefinitions
    .filter((definition) => familyPrefix === undefined || definition.family === familyPrefix)
    .filter((definition) => definition.status === status)
    .toSorted((one, other) => compareText(one.family, other.family) || one.revision - other.revision);
  const { items, rest } = page(sort === 'DESC' ? matching.toReversed() : matching, input);
  return { taskDefinitionArns: items.map(({ arn }) => arn), ...rest };
}

/** DeregisterTaskDefinition: the revision becomes INACTIVE; what runs on it goes on. */
export function deregisterTaskDefinition(input: DeregisterTaskDefinitionRequest, { world }: Context): object {
  const reference = input.taskDefinition ?? '';
  // [?] AWS's words for a family without a revision.
  if (!reference.includes(':')) throw ecsErrors.client('Invalid revision number. Number: null');
  const definition = findTaskDefinition(world, reference);
  if (definition === undefined) throw ecsErrors.taskDefinitionUnknown();
  if (definition.status === 'ACTIVE') definition.status = 'INACTIVE';
  definition.deregisteredAt ??= world.now;
  return { taskDefinition: viewTaskDefinition(definition) };
}

/**
 * DeleteTaskDefinitions: inactive revisions become DELETE_IN_PROGRESS; any other is a failure in an answer with status
 * 200. [?] The reasons.
 */
export function deleteTaskDefinitions(input: DeleteTaskDefinitionsRequest, { world }: Context): object {
  const references = input.taskDefinitions ?? [];
  const found = references.map((arn) => ({ arn, definition: findTaskDefinition(world, arn) }));
  const deletable = found.flatMap(({ definition }) =>
    definition === undefined || definition.status === 'ACTIVE' ? [] : [definition],
  );
  for (const definition of deletable) definition.status = 'DELETE_IN_PROGRESS';
  return {
    taskDefinitions: deletable.map(viewTaskDefinition),
    failures: found
      .filter(({ definition }) => definition === undefined || !deletable.includes(definition))
      .map(({ arn, definition }) => ({
        arn,
        reason:
          definition === undefined
            ? 'The specified task definition does not exist.'
            : 'The specified task definition is still in ACTIVE status.',
      })),
  };
}

const compareText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** A revision as ECS describes it: what was registered, and what ECS adds. */
export function viewTaskDefinition(definition: TaskDefinition): object {
  return {
    ...definition.content,
    taskDefinitionArn: definition.arn,
    revision: definition.revision,
    status: definition.status,
    requiresAttributes: requiredAttributes(definition),
    compatibilities: compatibilities(definition),
    registeredAt: seconds(definition.registeredAt),
    registeredBy: definition.registeredBy,
    ...(definition.deregisteredAt === undefined
      ? {}
      : { deregisteredAt: seconds(definition.deregisteredAt) }),
  };
}

const revisionsOf = (world: World, family: string): readonly TaskDefinition[] =>
  world.ecs.taskDefinitions.filter((definition) => definition.family === family);

/** What a container instance would need, as seen for images in ECR and logs in CloudWatch. [?] Not the whole list. */
function requiredAttributes({ content }: TaskDefinition): readonly object[] {
  const containers = content.containerDefinitions ?? [];
  const drivers = containers.flatMap(({ logConfiguration }) => logConfiguration?.logDriver ?? []);
  const hasExecutionRole = content.executionRoleArn !== undefined;
  const pullsFromEcr = containers.some(({ image }) => image?.includes('.dkr.ecr.'));
  const names = [
    ...drivers.map((driver) => `com.amazonaws.ecs.capability.logging-driver.${driver}`),
    ...(hasExecutionRole && drivers.includes('awslogs') ? ['ecs.capability.execution-role-awslogs'] : []),
    ...(pullsFromEcr ? ['com.amazonaws.ecs.capability.ecr-auth'] : []),
    'com.amazonaws.ecs.capability.docker-remote-api.1.19',
    ...(hasExecutionRole && pullsFromEcr ? ['ecs.capability.execution-role-ecr-pull'] : []),
    ...(content.taskRoleArn === undefined ? [] : ['com.amazonaws.ecs.capability.task-iam-role']),
    ...(content.networkMode === 'awsvpc' ? ['ecs.capability.task-eni'] : []),
  ];
  return [...new Set(names)].map((name) => ({ name }));
}

function compatibilities({ content }: TaskDefinition): readonly string[] {
  const fargate =
    content.networkMode === 'awsvpc' && content.cpu !== undefined && content.memory !== undefined;
  return fargate ? ['EC2', 'FARGATE'] : ['EC2'];
}
