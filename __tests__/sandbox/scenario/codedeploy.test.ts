import { expect, test } from '@jest/globals';
import { parseScenario } from '../../../sandbox/sandbox.ts';
import { ScenarioError } from '../../../sandbox/scenario.ts';
import { groupOf, webScenario } from '../../support/blue-green.ts';

function problemsOf(text: string): readonly string[] {
  try {
    parseScenario(text, 'scenario.yml');
    return [];
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    return error.problems.map(({ message }) => message);
  }
}

test('a scenario with an application, a group, alarms and hooks is without problems', () => {
  const more = 'alarms: [{ name: web-5xx, at: 30 }]\nhooks: { check: slow }';
  expect(problemsOf(webScenario({ more }))).toEqual([]);
});

test.each([
  {
    what: 'a service that is not there',
    change: ['service: web\n', 'service: wob\n'],
    text: "There is no service 'wob' with controller CODE_DEPLOY in cluster 'shop'.",
  },
  {
    what: 'a target group that is not there',
    change: ['[web-blue, web-green]', '[web-blue, web-gren]'],
    text: "There is no target group 'web-gren' in loadBalancers.",
  },
  {
    what: 'a single target group',
    change: ['[web-blue, web-green]', '[web-blue]'],
    text: "'targetGroups' must name two target groups.",
  },
  {
    what: 'a listener that is not there',
    change: ['productionListener: arn', 'productionListener: arm'],
    text: "There is no listener 'arm:",
  },
  {
    what: 'a rollback event that AWS does not know',
    change: ['[DEPLOYMENT_FAILURE,', '[DEPLOYMENT_FAILED,'],
    text: 'This must be one of DEPLOYMENT_FAILURE, DEPLOYMENT_STOP_ON_ALARM, DEPLOYMENT_STOP_ON_REQUEST.',
  },
] as const)('$what is a problem of the group', ({ change: [from, to], text }) => {
  const scenario = webScenario();
  expect(scenario).toContain(from);
  const problems = problemsOf(scenario.replace(from, to));
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain(text);
});

test('an unknown configuration, key and end of a function are problems', () => {
  const group = groupOf('deploymentConfig: CodeDeployDefault.OneAtATime', 'colour: blue');
  expect(problemsOf(webScenario({ group, more: 'hooks: { check: fails }' }))).toEqual([
    expect.stringContaining("'deploymentConfig' must be one of CodeDeployDefault.ECSAllAtOnce"),
    expect.stringContaining("Unknown key 'colour'."),
    'A function ends in one of these ways: succeed, fail, slow.',
  ]);
});
