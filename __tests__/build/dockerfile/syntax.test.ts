import { expect, test } from '@jest/globals';
import { readsDockerfiles, syntaxOf } from '../../../src/build/dockerfile/syntax.ts';

const none = new Map<string, string>();

/** Many of them from BuildKit's frontend/dockerfile/parser/directives_test.go. */
test.each([
  ['# syntax=a\nFROM b', 'a', 1],
  ['#syntax=a', 'a', 1],
  ['# SYNTAX = a:b // options\r\nFROM b', 'a:b', 1],
  ['#\t\u00a0syntax\t=\ta \t\nFROM b', 'a', 1],
  ['\uFEFF# syntax=a', 'a', 1],
  ['# escape=`\n# check=skip=all\n# syntax=a', 'a', 3],
  ['#!/bin/sh\n# syntax=a', 'a', 2],
  ['\uFEFF#!/bin/sh\n# syntax=a', 'a', 2],
  ['// syntax=a\n// other=b', 'a', 1],
  ['//check=x\n//syntax=a', 'a', 2],
  ['#!/bin/sh\n//syntax=a', 'a', 2],
  ['{"syntax": "a b", "c": ["d"]}', 'a', 1],
  ['#!/bin/sh\n{\n"syntax": "a"}', 'a', 2],
])('%j is read by %s, which line %i says', (text, image, line) => {
  expect(syntaxOf(text, none)).toEqual({ image, line });
});

test.each([
  '# hello\n# syntax=a',
  '# key=value\n# syntax=a',
  '\n# syntax=a',
  ' # syntax=a',
  'FROM b\n# syntax=a',
  '#!/bin/sh\n\n# syntax=a',
  '# escape=`\n# escape=`\n# syntax=a',
  '# check=x\n// syntax=a',
  '# syntax=',
  '# 1syntax=a',
  '#!# syntax=a',
  '{"syntax": "a"',
  '{"syntax": 1}',
  '{"Syntax": "a"}',
  '["syntax"]',
  '"syntax"',
  'null',
  '{"syntax": "a"}\n# syntax=b',
  '# syntax=dockerfile.v0',
  '',
])('%j is read by the builder itself', (text) => {
  expect(syntaxOf(text, none)).toBeUndefined();
});

test('a build argument overrules what the file says', () => {
  const given = (value: string): unknown => syntaxOf('# syntax=a', new Map([['BUILDKIT_SYNTAX', value]]));
  expect(given(' b --option ')).toEqual({ image: 'b', line: undefined });
  expect(given('dockerfile.v0')).toBeUndefined();
  expect(given('')).toBeUndefined();
});

test.each([
  ['docker/dockerfile', true],
  ['docker/dockerfile:1.18-labs', true],
  ['docker.io/docker/dockerfile-upstream@sha256:1', true],
  ['1.dkr.ecr.eu-west-1.amazonaws.com/hub/docker/dockerfile:1', true],
  ['docker/dockerfile-x', false],
  ['mydocker/dockerfile', false],
  ['docker/dockerfiles:1', false],
  ['example/buildpacks', false],
])('%s reads Dockerfiles as BuildKit does: %s', (image, expected) => {
  expect(readsDockerfiles(image)).toBe(expected);
});
