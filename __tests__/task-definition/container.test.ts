import type { ContainerDefinition } from '@aws-sdk/client-ecs';
import { expect, test } from '@jest/globals';
import { changeContainer } from '../../src/task-definition/container.ts';
import { container } from '../support/task-definition.ts';

const full: ContainerDefinition = container({
  secrets: [
    { name: 'A', valueFrom: '/a' },
    { name: 'B', valueFrom: '/b' },
  ],
  dockerLabels: { one: '1', two: '2' },
  command: ['old'],
  environmentFiles: [{ type: 's3', value: 'arn:aws:s3:::settings/old.env' }],
  logConfiguration: {
    logDriver: 'awslogs',
    options: { 'awslogs-group': '/ecs/web', mode: 'blocking' },
    secretOptions: [{ name: 'x', valueFrom: '/x' }],
  },
});

test('without changes a container stays as it is', () => {
  expect(changeContainer(full, {})).toEqual(full);
  expect(changeContainer(container(), {})).toEqual(container());
});

test('variables that are there keep their place, and others follow', () => {
  const before = container({
    environment: [
      { name: 'A', value: '1' },
      { name: 'B', value: '2' },
    ],
  });
  const environment = new Map([
    ['C', '3'],
    ['A', 'other'],
  ]);
  expect(changeContainer(before, { environment }).environment).toEqual([
    { name: 'A', value: 'other' },
    { name: 'B', value: '2' },
    { name: 'C', value: '3' },
  ]);
});

test('secrets that are there keep their place, and others follow', () => {
  const secrets = new Map([
    ['C', '/c'],
    ['A', '/other'],
  ]);
  expect(changeContainer(full, { secrets }).secrets).toEqual([
    { name: 'A', valueFrom: '/other' },
    { name: 'B', valueFrom: '/b' },
    { name: 'C', valueFrom: '/c' },
  ]);
});

test('labels are added, or replace the one of their key', () => {
  const dockerLabels = new Map([
    ['two', 'zwei'],
    ['three', '3'],
  ]);
  expect(changeContainer(full, { dockerLabels }).dockerLabels).toEqual({ one: '1', two: 'zwei', three: '3' });
  expect(changeContainer(container(), { dockerLabels }).dockerLabels).toEqual({ two: 'zwei', three: '3' });
});

test('a command replaces the one of the file', () => {
  expect(changeContainer(full, { command: ['new', '--now'] }).command).toEqual(['new', '--now']);
});

test('environment files replace those of the file', () => {
  const environmentFiles = ['arn:aws:s3:::settings/a.env', 'arn:aws:s3:::settings/b.env'];
  expect(changeContainer(full, { environmentFiles }).environmentFiles).toEqual([
    { type: 's3', value: 'arn:aws:s3:::settings/a.env' },
    { type: 's3', value: 'arn:aws:s3:::settings/b.env' },
  ]);
});

test('log options are added to those of the file, and all else about logs stays', () => {
  const logOptions = new Map([['mode', 'non-blocking']]);
  expect(changeContainer(full, { logOptions }).logConfiguration).toEqual({
    ...full.logConfiguration,
    options: { 'awslogs-group': '/ecs/web', mode: 'non-blocking' },
  });
});

test('a log driver replaces the one of the file, whose options stay', () => {
  expect(changeContainer(full, { logDriver: 'splunk' }).logConfiguration).toEqual({
    ...full.logConfiguration,
    logDriver: 'splunk',
  });
});

test('a log driver without options has none', () => {
  expect(changeContainer(container(), { logDriver: 'awsfirelens' }).logConfiguration).toEqual({
    logDriver: 'awsfirelens',
  });
});

test('a log driver comes with its options where the file has neither', () => {
  const logOptions = new Map([['splunk-url', 'https://splunk.example.com/?a=b']]);
  expect(changeContainer(container(), { logDriver: 'splunk', logOptions }).logConfiguration).toEqual({
    logDriver: 'splunk',
    options: { 'splunk-url': 'https://splunk.example.com/?a=b' },
  });
});

test('log options without any driver change nothing: that is a problem of the inputs', () => {
  const changed = changeContainer(container(), { logOptions: new Map([['tag', 'a']]) });
  expect(changed).not.toHaveProperty('logConfiguration');
});
