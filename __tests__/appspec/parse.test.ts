import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { AppSpec } from '../../src/appspec/appspec.ts';
import { parseAppSpec } from '../../src/appspec/parse.ts';
import { renderAppSpec } from '../../src/appspec/render.ts';
import { parseDocument } from '../../src/inputs/document.ts';
import type { Parsed } from '../../src/inputs/problem.ts';
import { problemsOf, valueOrFail } from '../support/parsed.ts';
import { holds } from '../support/property.ts';

const parse = (text: string, file = 'appspec.yaml'): Parsed<AppSpec> =>
  parseAppSpec(valueOrFail(parseDocument(text, file)));

const problems = (text: string): readonly string[] =>
  problemsOf(parse(text)).map(
    ({ message, remedy, location }) =>
      `${location?.line ?? '?'}:${location?.column ?? '?'} ${message} | ${remedy}`,
  );

const whole = `version: 0.0
Resources:
  - TargetService:
      Type: AWS::ECS::Service
      Properties:
        TaskDefinition: <TASK_DEFINITION>
        LoadBalancerInfo:
          ContainerName: api
          ContainerPort: 8080
        PlatformVersion: LATEST
        NetworkConfiguration:
          AwsvpcConfiguration:
            Subnets: [subnet-1, subnet-2]
            SecurityGroups: [sg-1]
            AssignPublicIp: DISABLED
        CapacityProviderStrategy:
          - Base: 1
            Weight: 2
            CapacityProvider: FARGATE
Hooks:
  - BeforeInstall: check-before
  - AfterAllowTraffic: check-after
`;

const parsedWhole: AppSpec = {
  containerName: 'api',
  containerPort: 8080,
  platformVersion: 'LATEST',
  network: { subnets: ['subnet-1', 'subnet-2'], securityGroups: ['sg-1'], assignPublicIp: 'DISABLED' },
  capacityProviders: [{ name: 'FARGATE', base: 1, weight: 2 }],
  hooks: [
    { event: 'BeforeInstall', lambda: 'check-before' },
    { event: 'AfterAllowTraffic', lambda: 'check-after' },
  ],
};

const minimal = (lines = ''): string => `version: 0.0
Resources:
  - TargetService:
      Type: AWS::ECS::Service
      Properties:
        LoadBalancerInfo: {ContainerName: api, ContainerPort: 80}
${lines}`;

describe('an AppSpec', () => {
  test('is read with everything it says', () => {
    expect(valueOrFail(parse(whole))).toEqual(parsedWhole);
  });

  test('may write its members in any case', () => {
    const lower = whole.replace(/^( *(?:- )?)([A-Z]\w+):/gm, (_, indent: string, name: string) => {
      return `${indent}${name.charAt(0).toLowerCase()}${name.slice(1)}:`;
    });
    expect(lower).toContain('containerPort: 8080');
    expect(valueOrFail(parse(lower))).toEqual(parsedWhole);
    expect(
      valueOrFail(
        parse(whole.replaceAll(/(Resources|Properties|Hooks|ContainerName)/g, (name) => name.toUpperCase())),
      ),
    ).toEqual(parsedWhole);
  });

  test('may be JSON', () => {
    const json = renderAppSpec(parsedWhole, 'arn');
    expect(valueOrFail(parse(json, 'appspec.json'))).toEqual(parsedWhole);
  });

  test('needs no task definition, hooks or network', () => {
    expect(valueOrFail(parse(minimal('Hooks:\n')))).toEqual({
      containerName: 'api',
      containerPort: 80,
      hooks: [],
    });
  });

  test('may have its version in quotes', () => {
    expect(parse(minimal().replace('0.0', '"0.0"')).ok).toBe(true);
  });
});

describe('what is wrong is found with its place', () => {
  test.each([
    ['another version', minimal().replace('0.0', '1.0'), '1:10 version must be 0.0.'],
    ['no version', minimal().replace('version: 0.0', ''), 'version is missing.'],
    ['no resources', 'version: 0.0', '1:1 Resources is missing.'],
    ['resources that are no list', 'version: 0.0\nResources: {a: 1}', '2:12 Resources must be a list.'],
    ['no resource', 'version: 0.0\nResources: []', 'exactly one resource'],
    ['two resources', minimal('  - Other: {Type: AWS::ECS::Service}'), 'exactly one resource'],
    [
      'another type',
      minimal().replace('AWS::ECS::Service', 'AWS::Lambda::Function'),
      '4:13 Resources[0].TargetService.Type cannot be "AWS::Lambda::Function".',
    ],
    [
      'no load balancer',
      minimal().replace('LoadBalancerInfo', 'LoadBalancrInfo'),
      'Did you mean LoadBalancerInfo?',
    ],
    [
      'no port',
      minimal().replace(', ContainerPort: 80', ''),
      '6:27 Resources[0].TargetService.Properties.LoadBalancerInfo.ContainerPort is missing.',
    ],
    [
      'a port as text',
      minimal().replace('80}', '"80"}'),
      'must be a whole number, not a text. | Write it without quotes.',
    ],
    ['a port that is none', minimal().replace('80}', '80000}'), 'ContainerPort is no port.'],
    ['an empty name', minimal().replace('api', '""'), 'ContainerName is empty.'],
    ['a member twice in two cases', minimal('hooks: []\nHooks: []'), '8:1 Hooks says again what hooks says.'],
    [
      'an unknown member',
      minimal('Hookz: []'),
      '7:1 Hookz is no member of an AppSpec for ECS. | Did you mean Hooks?',
    ],
    [
      'an unknown event',
      minimal('Hooks:\n  - BeforInstall: f'),
      '8:5 BeforInstall is no event that can have a hook. | Did you mean BeforeInstall?',
    ],
    ['an event of instances', minimal('Hooks:\n  - ApplicationStop: f'), 'Events with hooks: BeforeInstall'],
    [
      'a hook twice',
      minimal('Hooks:\n  - AfterInstall: f\n  - afterInstall: g'),
      '9:5 AfterInstall has two hooks: the first in line 8.',
    ],
    ['a hook without function', minimal('Hooks:\n  - AfterInstall:'), 'Hooks[0].AfterInstall is missing.'],
    ['hooks that are no list', minimal('Hooks: {AfterInstall: f}'), 'Hooks must be a list.'],
    [
      'a public address neither on nor off',
      whole.replace('DISABLED', 'true'),
      'AssignPublicIp must be a text, not a boolean',
    ],
    [
      'a provider without name',
      whole.replace('CapacityProvider: FARGATE', ''),
      'CapacityProviderStrategy[0].CapacityProvider is missing.',
    ],
  ])('%s', (_, text, expected) => {
    expect(problems(text).join('\n')).toContain(expected);
  });

  test('all of it at once', () => {
    expect(problems('version: 1\nExtra: 1\nHooks:\n  - X: f\n  - AfterInstall: 1')).toHaveLength(5);
  });
});

test('no document makes it throw', () => {
  const keys = fc.constantFrom(
    'version',
    'Resources',
    'resources',
    'Hooks',
    'Properties',
    'Type',
    'AfterInstall',
    '__proto__',
  );
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      fc.jsonValue({ maxDepth: 0 }),
      fc.array(tie('tree'), { maxLength: 3 }),
      fc.dictionary(keys, tie('tree'), { maxKeys: 4 }),
    ),
  }));
  holds(
    fc.property(fc.dictionary(keys, tree), (value) => {
      const document = parseDocument(JSON.stringify(value), 'a.json');
      const result = document.ok ? parseAppSpec(document.value) : document;
      expect(result.ok || result.problems.length > 0).toBe(true);
    }),
    300,
  );
});
