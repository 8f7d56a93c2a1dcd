import type { RepositoryCreationTemplate } from '@aws-sdk/client-ecr';
import { expect, test } from '@jest/globals';
import { isCreatedOnPush } from '../../../src/build/registry/creation.ts';

const template = (
  prefix: string,
  appliedFor: 'CREATE_ON_PUSH' | 'PULL_THROUGH_CACHE' = 'CREATE_ON_PUSH',
): RepositoryCreationTemplate => ({
  prefix,
  appliedFor: [appliedFor],
});

test.each<[string, string, RepositoryCreationTemplate[], boolean]>([
  ['no template', 'team/web', [], false],
  ['one of its prefix', 'team/web', [template('team')], true],
  ['one of its prefix with a slash', 'team/web', [template('team/')], true],
  ['one of a longer word', 'team/web', [template('tea')], false],
  ['one of its own name', 'team', [template('team')], false],
  ['one of another prefix', 'team/web', [template('other')], false],
  ['one for all', 'web', [template('ROOT')], true],
  ['one for something else than pushes', 'team/web', [template('team', 'PULL_THROUGH_CACHE')], false],
  ['a longer one that is not for pushes', 'a/b/c', [template('a'), template('a/b', 'PULL_THROUGH_CACHE')], false],
  ['a longer one that is', 'a/b/c', [template('a', 'PULL_THROUGH_CACHE'), template('a/b')], true],
  ['a prefix before the one for all', 'a/b', [template('ROOT'), template('a', 'PULL_THROUGH_CACHE')], false],
  ['a prefix of one letter before the one for all', 'a/b', [template('a'), template('ROOT', 'PULL_THROUGH_CACHE')], true],
  ['one for pushes and more', 'a/b', [{ prefix: 'a', appliedFor: ['REPLICATION', 'CREATE_ON_PUSH'] }], true],
  ['one without anything in it', 'web', [{}], false],
])('a push to a missing repository with %s', (_, name, templates, isCreated) => {
  expect(isCreatedOnPush(templates, name)).toBe(isCreated);
});
