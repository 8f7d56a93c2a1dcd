import { expect, test } from '@jest/globals';
import { parseScenario } from '../../sandbox/sandbox.ts';
import { ScenarioError } from '../../sandbox/scenario.ts';
import { exampleScenario, rehearse } from '../support/sandbox.ts';

function problemsOf(text: string): readonly string[] {
  try {
    parseScenario(text, 'scenario.yml');
    return [];
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    return error.message.split('\n');
  }
}

test('the example that users get is without problems, and its services are steady', () => {
  expect(problemsOf(exampleScenario())).toEqual([]);
  const { services } = rehearse(exampleScenario()).sandbox.world.ecs;
  expect(services.map(({ name, controller, steadySince }) => [name, controller, typeof steadySince])).toEqual(
    [
      ['api', 'CODE_DEPLOY', 'number'],
      ['web', 'CODE_DEPLOY', 'number'],
      ['sidekiq', 'ECS', 'number'],
    ],
  );
});

test('an unknown key is named with its line', () => {
  expect(problemsOf('region: eu-west-1\nseeds: 3\n')).toEqual([
    expect.stringMatching(/^scenario\.yml:2: Unknown key 'seeds'\. Known here: region, account, seed, /),
  ]);
});

test('an unknown member deep in a service is named with its line', () => {
  const text = 'services:\n  - serviceName: web\n    deploymentConfiguration:\n      maximumPercents: 200\n';
  expect(problemsOf(text)).toEqual(["scenario.yml:4: Unknown member 'maximumPercents' of CreateService."]);
});

test('every problem is reported at once, in the order of lines', () => {
  const text = 'seed: many\nfaults:\n  - operation: UpdateService\n    kind: explode\n  - kind: throttle\n';
  expect(problemsOf(text)).toEqual([
    "scenario.yml:1: 'seed' must be a whole number, 0 or more.",
    expect.stringMatching(/^scenario\.yml:4: 'kind' must be one of throttle, server-error, /),
    "scenario.yml:5: 'operation' is missing.",
  ]);
});

test('answers of hooks and reset rules are checked against what there is', () => {
  const text =
    'lifecycleHooks:\n  - { function: smoke, result: maybe }\n  - { function: smoke, stage: BAKE_TIME }\n' +
    'ruleResets:\n  - { rule: none, targetGroupArn: web }\n';
  expect(problemsOf(text)).toEqual([
    "scenario.yml:2: 'result' must be one of succeed, fail, none, never.",
    expect.stringMatching(/^scenario\.yml:3: 'stage' must be one of .*PRE_SCALE_UP, /),
    "scenario.yml:5: There is no rule 'none' in loadBalancers.",
  ]);
});

test('YAML that cannot be read is reported with its line', () => {
  expect(problemsOf('clusters: [shop\nseed: 1\n')[0]).toMatch(/^scenario\.yml:\d+: /);
});

test('JSON is read as well', () => {
  expect(parseScenario('{"clusters": ["shop"], "seed": 7}', 'scenario.json')).toMatchObject({
    clusters: ['shop'],
    seed: 7,
  });
});

test('a tag without a digest gets one that depends on its name alone', () => {
  const digests = () =>
    rehearse('repositories: [{ name: web, tags: [v1, v2] }]').sandbox.world.ecr.repositories[0]?.images.map(
      ({ digest }) => digest,
    );
  expect(digests()).toEqual(digests());
  expect(new Set(digests()).size).toBe(2);
});
