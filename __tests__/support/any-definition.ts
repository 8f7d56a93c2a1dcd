import type { RegisterTaskDefinitionCommandInput } from '@aws-sdk/client-ecs';
import fc from 'fast-check';
import { isTaskDefinition } from '../../src/task-definition/conform.ts';
import { rootShape } from '../../src/task-definition/members.ts';
import { type MemberType, membersOf } from '../../src/task-definition/shape.ts';
import { enumerations } from '../../src/task-definition/values.ts';

/** Values that mean something in some place: defaults, sizes, names that come twice. */
const texts = ['', 'a', 'b', '/', '0', '256', '1 vCPU', '2 GB', '__proto__', 'constructor', 'disabled'];
const numbers = [0, 1, 3, 5, 30, 80, 300];

/** Any task definition as far as types go, with few members of many, and values that are often defaults. */
export const anyDefinition: fc.Arbitrary<RegisterTaskDefinitionCommandInput> = valueOf(
  { kind: 'structure', shape: rootShape },
  rootShape,
).map((value) => {
  if (isTaskDefinition(value)) return value;
  throw new Error('What was made up is no task definition.');
});

function valueOf(type: MemberType, member: string): fc.Arbitrary<unknown> {
  switch (type.kind) {
    case 'string':
      return fc.constantFrom(...(enumerations.get(member) ?? texts));
    case 'integer':
      return fc.constantFrom(...numbers);
    case 'boolean':
      return fc.boolean();
    case 'timestamp':
      return fc.date({ noInvalidDate: true });
    case 'list':
      return fc.array(valueOf(type.of, member), { maxLength: 3 });
    case 'map':
      return fc.dictionary(fc.constantFrom('a', 'b', 'c'), valueOf(type.of, member), { maxKeys: 3 });
    case 'structure': {
      const members = [...membersOf(type.shape)].map(
        ([name, of]) => [name, valueOf(of, `${type.shape}.${name}`)] as const,
      );
      return fc.record(Object.fromEntries(members), { requiredKeys: [], noNullPrototype: true });
    }
  }
}
