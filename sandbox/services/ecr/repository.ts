import type { DescribeRepositoriesRequest, GetAuthorizationTokenRequest } from '@aws-sdk/client-ecr';
import { uuid } from '../../chance.ts';
import type { Context } from '../../operation.ts';
import { seconds } from '../../wire/json11.ts';
import type { World } from '../../world.ts';
import { ecrErrors } from './errors.ts';
import type { Repository } from './state.ts';

const tokenLife = 12 * 3600 * 1000;

/** DescribeRepositories: all, or those named; throws RepositoryNotFoundException for a missing one. */
export function describeRepositories(input: DescribeRepositoriesRequest, { world }: Context): object {
  const repositories =
    input.repositoryNames?.map((name) => repositoryOf(world, name)) ?? world.ecr.repositories;
  return {
    repositories: repositories.map(({ arn, name, uri, immutable, mutableTags, createdAt }) => ({
      repositoryArn: arn,
      registryId: world.account,
      repositoryName: name,
      repositoryUri: uri,
      createdAt: seconds(createdAt),
      ...viewMutability({ immutable, mutableTags }),
      imageScanningConfiguration: { scanOnPush: false },
      encryptionConfiguration: { encryptionType: 'AES256' },
    })),
  };
}

function viewMutability({ immutable, mutableTags }: Pick<Repository, 'immutable' | 'mutableTags'>): object {
  if (!immutable) return { imageTagMutability: 'MUTABLE' };
  if (mutableTags.length === 0) return { imageTagMutability: 'IMMUTABLE' };
  return {
    imageTagMutability: 'IMMUTABLE_WITH_EXCLUSION',
    imageTagMutabilityExclusionFilters: mutableTags.map((filter) => ({ filterType: 'WILDCARD', filter })),
  };
}

/** GetAuthorizationToken: `AWS:password` in base64, good for twelve hours. The password opens nothing. */
export function getAuthorizationToken(_input: GetAuthorizationTokenRequest, { world }: Context): object {
  const password = uuid({ state: world.requestCount });
  return {
    authorizationData: [
      {
        authorizationToken: btoa(`AWS:${password}`),
        expiresAt: seconds(world.now + tokenLife),
        proxyEndpoint: `https://${world.account}.dkr.ecr.${world.region}.amazonaws.com`,
      },
    ],
  };
}

/** The repository of that name; throws RepositoryNotFoundException. */
export function repositoryOf(world: World, name = ''): Repository {
  const repository = world.ecr.repositories.find((candidate) => candidate.name === name);
  if (repository === undefined) throw ecrErrors.repositoryNotFound(name, world.account);
  return repository;
}
