import { ECS } from '@aws-sdk/client-ecs';
import { expect, test } from '@jest/globals';
import { checkSituation } from '../../src/deploy/checks.ts';
import { describeRevision } from '../../src/task-definition/describe.ts';
import { diffTaskDefinitions } from '../../src/task-definition/diff.ts';
import { type Answer, offline, wireOf } from '../support/answering.ts';
import { currentState, requestFor } from '../support/current.ts';
import { ecs as refusals } from '../support/recordings/refusals.ts';
import { deleted } from '../support/recordings/task-definitions.ts';

const ask = (answer: Answer) =>
  describeRevision(new ECS(offline(() => answer)), 'testing:2', new AbortController().signal);

test('a revision that is being deleted (recorded) is read, and cannot be deployed', async () => {
  const asked = await ask({ body: { taskDefinition: wireOf(deleted) } });
  expect(asked).toMatchObject({ arn: deleted.taskDefinitionArn, status: 'DELETE_IN_PROGRESS' });
  const problems = checkSituation({
    request: requestFor(undefined, { revision: { kind: 'registered', reference: 'testing:2' } }),
    current: currentState(asked === undefined ? {} : { asked }),
    containers: [],
  });
  expect(problems.map(({ message }) => message)).toContain(
    'The task definition testing:2 is DELETE_IN_PROGRESS, not ACTIVE.',
  );
});

test('its content is that of a file which says no more than was registered', () => {
  const [container = {}] = deleted.containerDefinitions ?? [];
  const { name, image, logConfiguration, portMappings: [port] = [] } = container;
  const file = {
    family: deleted.family,
    cpu: '1 vCPU',
    memory: deleted.memory,
    executionRoleArn: deleted.executionRoleArn,
    networkMode: deleted.networkMode,
    requiresCompatibilities: deleted.requiresCompatibilities,
    runtimePlatform: deleted.runtimePlatform,
    containerDefinitions: [
      {
        name,
        image,
        logConfiguration,
        portMappings: [{ containerPort: 80, name: port?.name, appProtocol: port?.appProtocol }],
      },
    ],
  };
  expect(diffTaskDefinitions(deleted, file)).toEqual([]);
});

test('a revision that AWS cannot describe (recorded) is none', async () => {
  const { name, text } = refusals.undescribable;
  expect(await ask({ status: 400, body: { __type: name, message: text } })).toBeUndefined();
});
