import {
  CreateRepositoryCommand,
  type CreateRepositoryRequest,
  DescribeRepositoriesCommand,
  DescribeRepositoryCreationTemplatesCommand,
} from '@aws-sdk/client-ecr';
import { expect, test } from '@jest/globals';
import { lookUp } from '../../../../sandbox/services/ecr/state.ts';
import { isImmutable } from '../../../../sandbox/services/ecr/tag-rules.ts';
import { openRegistry } from '../../../support/registry.ts';
import { registry, rehearse } from '../../../support/sandbox.ts';

const wildcard = (filter: string) => ({ filterType: 'WILDCARD' as const, filter });

test('a repository that is created is there, with its rules for tags', async () => {
  const { ecr } = rehearse('repositories: []');
  const asked: CreateRepositoryRequest = {
    repositoryName: 'team/web',
    imageTagMutability: 'IMMUTABLE_WITH_EXCLUSION',
    imageTagMutabilityExclusionFilters: [wildcard('cache*')],
  };
  await ecr.send(new CreateRepositoryCommand(asked));
  const { repositories } = await ecr.send(new DescribeRepositoriesCommand({ repositoryNames: ['team/web'] }));
  expect(repositories).toMatchObject([{ ...asked, repositoryUri: `${registry}/team/web` }]);
});

test.each<[string, Partial<CreateRepositoryRequest>, string]>([
  ['that is there', { repositoryName: 'web' }, 'RepositoryAlreadyExistsException'],
  ['with a capital letter', { repositoryName: 'Web' }, 'InvalidParameterException'],
  ['that ends with a slash', { repositoryName: 'team/' }, 'InvalidParameterException'],
  [
    'with exclusions and no filter',
    { imageTagMutability: 'MUTABLE_WITH_EXCLUSION' },
    'InvalidParameterException',
  ],
  [
    'with filters and no exclusions',
    { imageTagMutabilityExclusionFilters: [wildcard('v*')] },
    'InvalidParameterException',
  ],
  [
    'with a filter of other characters',
    {
      imageTagMutability: 'IMMUTABLE_WITH_EXCLUSION',
      imageTagMutabilityExclusionFilters: [wildcard('v?')],
    },
    'InvalidParameterException',
  ],
  [
    'with six filters',
    {
      imageTagMutability: 'IMMUTABLE_WITH_EXCLUSION',
      imageTagMutabilityExclusionFilters: Array.from({ length: 6 }, () => wildcard('v')),
    },
    'InvalidParameterException',
  ],
])('a repository %s is refused', async (_, input, name) => {
  const { ecr } = rehearse('repositories: [{ name: web }]');
  const command = new CreateRepositoryCommand({ repositoryName: 'new', ...input });
  await expect(ecr.send(command)).rejects.toMatchObject({ name });
});

test.each([
  ['MUTABLE', [], 'v1', false],
  ['IMMUTABLE', [], 'v1', true],
  ['IMMUTABLE_WITH_EXCLUSION', ['cache*'], 'cache-web', false],
  ['IMMUTABLE_WITH_EXCLUSION', ['cache*'], 'my-cache', true],
  ['IMMUTABLE_WITH_EXCLUSION', ['v.1'], 'vx1', true],
  ['MUTABLE_WITH_EXCLUSION', ['v*', 'release-*'], 'release-7', true],
  ['MUTABLE_WITH_EXCLUSION', ['v*'], 'latest', false],
] as const)('%s, excluded %j: whether %s stays is %s', (mutability, exclusions, tag, stays) => {
  expect(isImmutable({ mutability, exclusions }, tag)).toBe(stays);
});

test('creation templates are told by their prefix', async () => {
  const { ecr } = rehearse('creationTemplates: [{ prefix: team }, { prefix: ROOT, immutable: true }]');
  const ask = (prefixes?: string[]) => ecr.send(new DescribeRepositoryCreationTemplatesCommand({ prefixes }));
  expect((await ask()).repositoryCreationTemplates).toHaveLength(2);
  expect((await ask(['ROOT'])).repositoryCreationTemplates).toMatchObject([
    { prefix: 'ROOT', appliedFor: ['CREATE_ON_PUSH'], imageTagMutability: 'IMMUTABLE' },
  ]);
});

test('over HTTP the registry is where the sandbox is, and ECS finds the image there', async () => {
  await using stage = await openRegistry();
  await stage.push('web', 'v1', 'layer');
  const { repositories: [found] = [] } = await stage.ecr.send(new DescribeRepositoriesCommand({}));
  expect(found?.repositoryUri).toBe(`${stage.host}/web`);
  const { ecr } = stage.sandbox.world;
  expect(lookUp(ecr, `${stage.host}/web:v1`)).toEqual(lookUp(ecr, `${registry}/web:v1`));
  expect(lookUp(ecr, `${stage.host}/web:v1`).kind).toBe('found');
  expect(lookUp(ecr, `${stage.host}/web:v2`).kind).toBe('missing');
});

test('a policy on one repository lets it be described by its name, and not all of them', async () => {
  const { ecr } = rehearse(`
repositories: [{ name: web }]
policy:
  Statement:
    - { Effect: Allow, Action: ecr:DescribeRepositories, Resource: 'arn:aws:ecr:us-east-1:123456789012:repository/web' }`);
  const { repositories } = await ecr.send(new DescribeRepositoriesCommand({ repositoryNames: ['web'] }));
  expect(repositories).toHaveLength(1);
  for (const repositoryNames of [undefined, ['web', 'api']]) {
    await expect(ecr.send(new DescribeRepositoriesCommand({ repositoryNames }))).rejects.toThrow(
      'on resource: arn:aws:ecr:us-east-1:123456789012:repository/* because',
    );
  }
});
