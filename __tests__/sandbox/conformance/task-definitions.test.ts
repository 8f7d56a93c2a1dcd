import {
  DeleteTaskDefinitionsCommand,
  DeregisterTaskDefinitionCommand,
  DescribeTaskDefinitionCommand,
  RegisterTaskDefinitionCommand,
  type TaskDefinition,
} from '@aws-sdk/client-ecs';
import { expect, test } from '@jest/globals';
import { differenceOf } from '../../support/conformance.ts';
import { deleted } from '../../support/recordings/task-definitions.ts';
import { rehearse } from '../../support/sandbox.ts';

/** What was registered there, without what ECS adds. */
const { family, cpu, memory, executionRoleArn, networkMode, requiresCompatibilities, runtimePlatform } =
  deleted;
const [{ name, image, portMappings, logConfiguration } = {}] = deleted.containerDefinitions ?? [];
const registered = {
  family,
  cpu,
  memory,
  executionRoleArn,
  networkMode,
  requiresCompatibilities,
  runtimePlatform,
  containerDefinitions: [
    { name, image, portMappings, logConfiguration, essential: true, environmentFiles: [] },
  ],
};

async function deleteOne() {
  const stage = rehearse();
  const { taskDefinition = {} } = await stage.ecs.send(new RegisterTaskDefinitionCommand(registered));
  const arn = taskDefinition.taskDefinitionArn ?? '';
  const remove = () => stage.ecs.send(new DeleteTaskDefinitionsCommand({ taskDefinitions: [arn] }));
  const early = await remove();
  await stage.ecs.send(new DeregisterTaskDefinitionCommand({ taskDefinition: arn }));
  return { stage, arn, early, answer: await remove() };
}

test('a revision that was deregistered is deleted with the answer of AWS: all its content, DELETE_IN_PROGRESS', async () => {
  const { answer } = await deleteOne();
  const [definition] = answer.taskDefinitions ?? [];
  expect(answer.failures).toEqual([]);
  // It came into answers after 2023, when this was recorded.
  expect(differenceOf(definition, deleted)).toEqual({
    missing: [],
    extra: ['containerDefinitions[].systemControls'],
  });
  const content = ({
    status,
    containerDefinitions,
    cpu,
    memory,
    compatibilities,
    volumes,
  }: TaskDefinition = {}) => ({
    status,
    cpu,
    memory,
    compatibilities,
    volumes,
    containers: containerDefinitions?.map((container) => ({ ...container, systemControls: undefined })),
  });
  expect(content(definition)).toEqual(content(deleted));
});

test('one that is ACTIVE is not, and one that is being deleted is still described', async () => {
  const { stage, arn, early } = await deleteOne();
  expect(early.taskDefinitions).toEqual([]);
  expect(early.failures).toMatchObject([{ arn }]);
  const describe = new DescribeTaskDefinitionCommand({ taskDefinition: arn });
  expect((await stage.ecs.send(describe)).taskDefinition?.status).toBe(deleted.status);
});
