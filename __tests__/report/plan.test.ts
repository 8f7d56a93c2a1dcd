import type { ContainerDefinition } from '@aws-sdk/client-ecs';
import { describe, expect, test } from '@jest/globals';
import type { CurrentState } from '../../src/deploy/current.ts';
import { planDeployment } from '../../src/deploy/plan.ts';
import type { DeployRequest } from '../../src/deploy/request.ts';
import { definitionLines, planLines } from '../../src/report/plan.ts';
import {
  codeDeployState,
  currentState,
  fileWith,
  pinnedImage,
  registered,
  requestFor,
  taggedImage,
} from '../support/current.ts';
import { withRollback } from '../support/rolling.ts';
import { aCodeDeployService, aService, awsDeployment, awsTaskSet, revisionArn } from '../support/service.ts';
import { container } from '../support/task-definition.ts';

const linesFor = (
  request: DeployRequest = requestFor(),
  current: CurrentState = currentState(),
): readonly string[] => planLines({ request, current, plan: planDeployment(request, current) });

describe('no line holds a value that may be secret', () => {
  const secretive = (value: string): ContainerDefinition =>
    container({
      image: pinnedImage,
      environment: [{ name: 'TOKEN', value }],
      secrets: [{ name: 'KEY', valueFrom: value }],
      command: ['run', value],
      entryPoint: [value],
      dockerLabels: { label: value },
      healthCheck: { command: ['CMD', value] },
      logConfiguration: { logDriver: 'splunk', options: { 'splunk-token': value } },
      repositoryCredentials: { credentialsParameter: value },
      environmentFiles: [{ type: 's3', value }],
      extraHosts: [{ hostname: value, ipAddress: value }],
      user: value,
      workingDirectory: value,
      systemControls: [{ namespace: 'n', value }],
    });
  const definitionWith = (value: string) =>
    fileWith(pinnedImage, {
      containerDefinitions: [secretive(value)],
      tags: [{ key: 'k', value }],
      volumes: [{ name: 'v', host: { sourcePath: value } }],
      proxyConfiguration: { containerName: 'app', properties: [{ name: 'p', value }] },
    });

  test.each<readonly [string, string | undefined]>([
    ['changed', 'hunter1'],
    ['added', undefined],
  ])('when it is %s', (_, before) => {
    const running = before === undefined ? fileWith(pinnedImage) : definitionWith(before);
    const request = requestFor(definitionWith('hunter2'));
    const tags = new Map(before === undefined ? [] : [['k', before]]);
    const current = currentState({ running: registered(1, running, { tags }) });
    const lines = [...linesFor(request, current), ...definitionLines(request, current)].join('\n');
    expect(lines).toContain('environment[TOKEN]');
    expect(lines).not.toMatch(/hunter/);
  });

  test('when it is removed', () => {
    const current = currentState({
      running: registered(1, definitionWith('hunter1'), { tags: new Map([['k', 'hunter1']]) }),
    });
    const lines = linesFor(requestFor(), current).join('\n');
    expect(lines).toContain('- containerDefinitions[app].environment[TOKEN]');
    expect(lines).not.toMatch(/hunter/);
  });
});

describe('what will be done, and why', () => {
  test('nothing', () => {
    expect(linesFor()).toEqual([
      'shop/web: controller ECS, strategy ROLLING, 2 of 2 tasks running',
      'serves web:1',
      'nothing to do: it runs what is asked for',
    ]);
  });

  test('tasks of an old task set that waits to be terminated are no part of the count', () => {
    const taskSets = [
      awsTaskSet({ id: 'ecs-svc/2', taskDefinition: revisionArn(2) }),
      awsTaskSet({ status: 'ACTIVE' }),
    ];
    const service = aCodeDeployService(taskSets, { runningCount: 4 });
    expect(linesFor(requestFor(), currentState({ service, codeDeploy: codeDeployState() }))).toEqual(
      expect.arrayContaining([
        'shop/web: controller CODE_DEPLOY, 2 of 2 tasks running, 2 more beside them',
        'serves web:2',
      ]),
    );
  });

  test('a changed file: each change on its line', () => {
    const lines = linesFor(requestFor(fileWith(pinnedImage, { cpu: '512', memory: '1024' })));
    expect(lines).toContain('register a new revision of web');
    expect(lines).toContain('  ~ cpu: 256 → 512');
    expect(lines).toContain('  ~ memory: 512 → 1024');
  });

  test('a count alone starts no deployment', () => {
    const lines = linesFor(requestFor(undefined, { settings: { desiredCount: 5 } }));
    expect(lines).toContain('set the count; ECS starts no deployment for that');
    expect(lines).toContain('  desired-count: 2 → 5');
  });

  test('the same revision, of which too few tasks run', () => {
    const service = aService({ runningCount: 0, deployments: [awsDeployment({ runningCount: 0 })] });
    const lines = linesFor(requestFor(), currentState({ service }));
    expect(lines).toContain(
      '  the revision is the same, but it does not run as it should (0 of 2 tasks running)',
    );
  });

  test('a tag that proves nothing says why', () => {
    const definition = fileWith(taggedImage);
    const current = currentState({
      running: registered(1, definition),
      images: new Map([[taggedImage, { state: 'unknown', why: 'ecr:BatchGetImage is not allowed' }]]),
    });
    expect(linesFor(requestFor(definition), current).join('\n')).toContain(
      'ecr:BatchGetImage is not allowed',
    );
  });

  test('a refusal points to the problems', () => {
    const current = currentState({
      service: aService({ deployments: [awsDeployment({ rolloutState: 'IN_PROGRESS' })] }),
    });
    expect(linesFor(requestFor(), current)).toContain('refused: see the problems below');
  });

  test('application and group of CodeDeploy', () => {
    expect(linesFor(requestFor(), currentState({ codeDeploy: codeDeployState() }))).toContain(
      'CodeDeploy application app, group group',
    );
  });
});

describe('without breaker and alarms AWS retries for ever', () => {
  const changed = requestFor(fileWith(pinnedImage, { cpu: '512', memory: '1024' }));
  const endless = /AWS will retry for ever/;

  test('is said before the start, with how this run will end', () => {
    expect(linesFor(changed).join('\n')).toMatch(/AWS will retry for ever, and this run ends as timed-out/);
  });

  test('is not said of a service with a breaker', () => {
    expect(linesFor(changed, currentState({ service: aService(withRollback) })).join('\n')).not.toMatch(
      endless,
    );
  });

  test('is not said where nothing is started', () => {
    expect(linesFor().join('\n')).not.toMatch(endless);
    expect(linesFor(requestFor(undefined, { settings: { desiredCount: 5 } })).join('\n')).not.toMatch(
      endless,
    );
  });
});

test('what is asked for is told by file, family and images', () => {
  expect(definitionLines(requestFor(), currentState())).toEqual([
    'web.yml: family web',
    `container app: ${pinnedImage}`,
  ]);
});
