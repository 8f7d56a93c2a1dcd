import { expect, test } from '@jest/globals';
import { revisionIn } from '../../src/appspec/revision.ts';

const json = (taskDefinition: unknown): string =>
  JSON.stringify({
    version: 0,
    Resources: [{ Web: { Type: 'AWS::ECS::Service', Properties: { TaskDefinition: taskDefinition } } }],
  });

test('the task definition of an AppSpec in JSON', () => {
  expect(revisionIn(json('web:7'))).toBe('web:7');
});

test('the same in YAML, in any case of the names', () => {
  const yaml = `version: 0.0
resources:
  - targetService:
      type: AWS::ECS::Service
      properties:
        taskDefinition: "web:7"
        loadBalancerInfo: { containerName: web, containerPort: 80 }
`;
  expect(revisionIn(yaml)).toBe('web:7');
});

test.each([
  ['a number', json(7)],
  ['an empty text', json('')],
  ['no resources', '{"version": 0}'],
  ['an empty list of them', '{"version": 0, "Resources": []}'],
  ['no text at all', ''],
  ['what is neither JSON nor YAML', '{"version": '],
])('none in %s', (_what, text) => {
  expect(revisionIn(text)).toBeUndefined();
});
