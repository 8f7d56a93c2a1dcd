import { ECS, type RegisterTaskDefinitionCommandInput } from '@aws-sdk/client-ecs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { requestHandler } from '../../sandbox/request-handler.ts';
import { planDeployment } from '../../src/deploy/plan.ts';
import { parseDocument } from '../../src/inputs/document.ts';
import { isTaskDefinition } from '../../src/task-definition/conform.ts';
import { describeRevision } from '../../src/task-definition/describe.ts';
import { diffTaskDefinitions } from '../../src/task-definition/diff.ts';
import { normalizeTaskDefinition } from '../../src/task-definition/normalize.ts';
import { parseTaskDefinition } from '../../src/task-definition/parse.ts';
import type { Revision } from '../../src/task-definition/revision.ts';
import { acceptedDefinition, anyDefinition } from '../support/any-definition.ts';
import { currentState, pinnedImage, reasonsOf, requestFor } from '../support/current.ts';
import { variedDefinitions } from '../support/definitions.ts';
import { everyMember } from '../support/every-member.ts';
import { valueOrFail } from '../support/parsed.ts';
import { holds, holdsAsync } from '../support/property.ts';
import { rehearse } from '../support/sandbox.ts';
import { singleChange, singleChanges } from '../support/single-change.ts';

const ecs = new ECS({
  region: 'us-east-1',
  credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
  requestHandler: requestHandler(rehearse().sandbox),
  maxAttempts: 1,
});

/** The revision that the sandbox makes of a definition, with what AWS fills in. */
async function registered(definition: RegisterTaskDefinitionCommandInput): Promise<Revision> {
  const { taskDefinition } = await ecs.registerTaskDefinition(definition);
  const revision = await describeRevision(
    ecs,
    taskDefinition?.taskDefinitionArn ?? '',
    new AbortController().signal,
  );
  if (revision === undefined) throw new Error('The revision is missing.');
  return revision;
}

function definitionOf(value: unknown): RegisterTaskDefinitionCommandInput {
  if (isTaskDefinition(value)) return value;
  throw new Error('The sample is no task definition.');
}

const planFor = (file: RegisterTaskDefinitionCommandInput, running: Revision) =>
  planDeployment(requestFor(file), currentState({ running, newest: running }));

describe('one field changed', () => {
  test('is a difference, both ways, whatever the definition', () => {
    holds(
      fc.property(singleChange(anyDefinition), ({ before, after }) => {
        expect(diffTaskDefinitions(before, after)).not.toEqual([]);
        expect(diffTaskDefinitions(after, before)).not.toEqual([]);
        expect(normalizeTaskDefinition(after)).not.toEqual(normalizeTaskDefinition(before));
      }),
      200,
    );
  });

  test.each([...variedDefinitions, ['every member', definitionOf(everyMember())] as const])(
    'is a difference, wherever it is, in a definition with %s',
    (_, definition) => {
      const hidden = singleChanges(definition).filter(
        ({ before, after }) =>
          diffTaskDefinitions(before, after).length === 0 || diffTaskDefinitions(after, before).length === 0,
      );
      expect(hidden.map(({ what }) => what)).toEqual([]);
    },
  );

  test('is deployed, never unchanged', async () => {
    await holdsAsync(
      fc.asyncProperty(singleChange(acceptedDefinition), async ({ before, after }) => {
        expect(reasonsOf(planFor(after, await registered(before)))).toContain('changed');
      }),
    );
  });
});

describe('giving back what was registered is unchanged', () => {
  test('whatever the file', async () => {
    await holdsAsync(
      fc.asyncProperty(acceptedDefinition, async (definition) => {
        expect(planFor(definition, await registered(definition)).kind).toBe('unchanged');
      }),
    );
  });

  test.each(variedDefinitions)('as AWS answers it: %s', async (_, definition) => {
    const pinned = {
      ...definition,
      containerDefinitions: definition.containerDefinitions?.map((one) => ({ ...one, image: pinnedImage })),
    };
    const running = await registered(pinned);
    const answer = JSON.stringify({ taskDefinition: running.definition });
    const file = valueOrFail(parseTaskDefinition(valueOrFail(parseDocument(answer, 'answer.json'))));
    expect(planFor(file.definition, running).kind).toBe('unchanged');
    expect(planFor(pinned, running).kind).toBe('unchanged');
  });
});
