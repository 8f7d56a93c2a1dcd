import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DEPLOY_OUTPUTS } from '../../src/report/outputs.ts';
import {
  checkout,
  type Ended,
  errorsOf,
  finalErrorsOf,
  exampleInputs,
  runAction,
  serve,
  type Served,
} from '../support/action.ts';

const revision = 'arn:aws:ecs:us-east-1:123456789012:task-definition/reservation';
const action = 'bluegreen-deploy';

// As it is in files in use: keys in another case, and a task definition of another day.
const workspace = checkout({
  'appspec.json': JSON.stringify({
    version: 0,
    resources: [
      {
        targetService: {
          type: 'AWS::ECS::Service',
          properties: {
            taskDefinition: `${revision}-web:1`,
            loadBalancerInfo: { containerName: 'web', containerPort: 8080 },
          },
        },
      },
    ],
  }),
});
cpSync('examples/reservation/ecs', join(workspace, 'ecs'), { recursive: true });

let healthy: Served;
let failing: Served;
let api: Ended;
let web: Ended;
let broken: Ended;

beforeAll(async () => {
  [healthy, failing] = await Promise.all([serve(100), serve(100)]);
  [api, web, broken] = await Promise.all([
    runAction({ action, endpoint: healthy.endpoint, inputs: exampleInputs('api', 'v2') }),
    runAction({
      action,
      workspace,
      endpoint: healthy.endpoint,
      inputs: { ...exampleInputs('web', 'v2'), 'codedeploy-appspec': 'appspec.json' },
    }),
    runAction({ action, endpoint: failing.endpoint, inputs: exampleInputs('api', 'fault-crash') }),
  ]);
});

afterAll(() => Promise.all([healthy.close(), failing.close()]));

describe('a version that runs', () => {
  test('is green, with the ids of both kinds', () => {
    expect(api.exitCode).toBe(0);
    expect(Object.fromEntries(api.outputs)).toMatchObject({
      status: 'deployed',
      'task-definition-arn': `${revision}-api:2`,
      'running-task-definition-arn': `${revision}-api:2`,
      'previous-task-definition-arn': `${revision}-api:1`,
      'deployment-id': api.outputs.get('codedeploy-deployment-id'),
    });
    expect(api.outputs.get('codedeploy-deployment-id')).toMatch(/^d-[A-Z0-9]+$/);
    expect([...api.outputs.keys()].sort()).toEqual(Object.keys(DEPLOY_OUTPUTS).sort());
    expect(errorsOf(api)).toEqual([]);
  });

  test('tells traffic and lifecycle events in its log, and keeps the deployment for the post step', () => {
    expect(api.log).toMatch(/traffic: .*new 100%/);
    expect(api.log).toContain('AfterAllowTraffic: Succeeded');
    expect(JSON.parse(api.state.get('deployment') ?? '{}')).toEqual({
      kind: 'codedeploy',
      id: api.outputs.get('codedeploy-deployment-id'),
    });
  });

  test('is deployed by an AppSpec file that names another task definition: ours', () => {
    expect(web.exitCode).toBe(0);
    expect(web.outputs.get('running-task-definition-arn')).toBe(`${revision}-web:2`);
    const contents = healthy.sandbox.world.codedeploy.deployments.map(({ content }) => content);
    expect(contents.filter((content) => content.includes(`${revision}-web:2`))).toHaveLength(1);
    expect(contents.join('')).not.toContain(`${revision}-web:1`);
  });

  test('beside another one starts exactly one deployment each', () => {
    const mutations = healthy.sandbox.requests.filter(({ mutating }) => mutating);
    expect(mutations.map(({ operation }) => operation).sort()).toEqual([
      'CreateDeployment',
      'CreateDeployment',
      'RegisterTaskDefinition',
      'RegisterTaskDefinition',
    ]);
  });
});

test('a version that crashes is stopped by the action, rolled back, and red with its exit code', () => {
  expect(broken.exitCode).toBe(1);
  expect(broken.outputs.get('status')).toBe('rolled-back');
  expect(broken.outputs.get('running-task-definition-arn')).toBe(`${revision}-api:1`);
  expect(finalErrorsOf(broken)).toHaveLength(1);
  expect(finalErrorsOf(broken)[0]?.message).toContain('exit code 1');
  expect(broken.log.slice(0, broken.log.indexOf('::error::'))).toContain('exit code 1');
  expect(broken.log).not.toMatch(/^\s+at /m);
  const stops = failing.sandbox.requests.filter(({ operation }) => operation === 'StopDeployment');
  expect(stops).toHaveLength(1);
});

test('an AppSpec with mistakes is refused before anything is asked, with all its places', async () => {
  const wrong = checkout({
    'appspec.yml': `version: 1.0
Resources:
  - TargetService:
      Type: AWS::ECS::Servise
      Properties:
        LoadBalancerInfo: { ContainerName: web, ContainerPort: many }
Hooks:
  - BeforeInstal: check
`,
  });
  cpSync('examples/reservation/ecs', join(wrong, 'ecs'), { recursive: true });
  const before = healthy.sandbox.requests.length;
  const ended = await runAction({
    action,
    workspace: wrong,
    endpoint: healthy.endpoint,
    inputs: { ...exampleInputs('web', 'v2'), 'codedeploy-appspec': 'appspec.yml' },
  });
  expect(ended.exitCode).toBe(1);
  const places = errorsOf(ended).map(({ properties }) => properties);
  for (const line of [1, 4, 6, 8]) {
    expect(places).toContainEqual(
      expect.stringMatching(new RegExp(`^file=appspec\\.yml,line=${line},col=\\d+$`)),
    );
  }
  expect(healthy.sandbox.requests).toHaveLength(before);
});
