import type {
  CreateRepositoryRequest,
  DescribeRepositoriesRequest,
  DescribeRepositoryCreationTemplatesRequest,
} from '@aws-sdk/client-ecr';
import type { Context } from '../../operation.ts';
import { seconds } from '../../wire/json11.ts';
import type { World } from '../../world.ts';
import { registryAddress } from './address.ts';
import { ecrErrors } from './errors.ts';
import { page } from './page.ts';
import type { CreationTemplate, Repository, TagRules } from './state.ts';
import { tagRulesOf, viewTagRules } from './tag-rules.ts';

/** DescribeRepositories: all, or those named; throws RepositoryNotFoundException for a missing one. */
export function describeRepositories(input: DescribeRepositoriesRequest, context: Context): object {
  const { world } = context;
  const named = input.repositoryNames?.map((name) => repositoryOf(world, name));
  const { items, rest } = page(named ?? world.ecr.repositories, input);
  return { repositories: items.map((repository) => viewRepository(repository, context)), ...rest };
}

/** CreateRepository; throws RepositoryAlreadyExistsException, and InvalidParameterException for a bad name. */
export function createRepository(input: CreateRepositoryRequest, context: Context): object {
  const { world } = context;
  const { repositoryName: name = '' } = input;
  if (!isRepositoryName(name)) throw ecrErrors.repositoryName();
  if (world.ecr.repositories.some((repository) => repository.name === name)) {
    throw ecrErrors.repositoryExists(name, world.account);
  }
  const repository = newRepository(world, name, tagRulesOf(input));
  world.ecr.repositories.push(repository);
  return { repository: viewRepository(repository, context) };
}

/** DescribeRepositoryCreationTemplates: all, or those of the given prefixes. */
export function describeRepositoryCreationTemplates(
  input: DescribeRepositoryCreationTemplatesRequest,
  { world }: Context,
): object {
  const templates = world.ecr.templates.filter(
    ({ prefix }) => input.prefixes === undefined || input.prefixes.includes(prefix),
  );
  const { items, rest } = page(templates, input);
  return {
    registryId: world.account,
    repositoryCreationTemplates: items.map((template) => ({
      prefix: template.prefix,
      appliedFor: template.appliedFor,
      ...viewTagRules(template),
      createdAt: seconds(template.createdAt),
      updatedAt: seconds(template.createdAt),
    })),
    ...rest,
  };
}

/** The repository of that name; throws RepositoryNotFoundException. */
export function repositoryOf(world: World, name = ''): Repository {
  const repository = world.ecr.repositories.find((candidate) => candidate.name === name);
  if (repository === undefined) throw ecrErrors.repositoryNotFound(name, world.account);
  return repository;
}

/** The repository that is pushed to: made from a creation template where there is one for it. */
export function repositoryForPush(world: World, name: string): Repository {
  const template = world.ecr.templates.find((candidate) => appliesTo(candidate, name));
  const isThere = world.ecr.repositories.some((repository) => repository.name === name);
  if (!isThere && template !== undefined && isRepositoryName(name)) {
    world.ecr.repositories.push(newRepository(world, name, template));
  }
  return repositoryOf(world, name);
}

/** An empty repository, made in the world's present. */
export function newRepository(world: World, name: string, { mutability, exclusions }: TagRules): Repository {
  return {
    arn: `arn:aws:ecr:${world.region}:${world.account}:repository/${name}`,
    name,
    uri: `${world.account}.dkr.ecr.${world.region}.amazonaws.com/${name}`,
    mutability,
    exclusions,
    createdAt: world.now,
    images: [],
    layers: [],
  };
}

const appliesTo = ({ prefix, appliedFor }: CreationTemplate, name: string): boolean =>
  appliedFor.includes('CREATE_ON_PUSH') && (prefix === 'ROOT' || name.startsWith(`${prefix}/`));

/** https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_CreateRepository.html */
const isRepositoryName = (name: string): boolean =>
  name.length >= 2 &&
  name.length <= 256 &&
  /^[a-z0-9]+(?:[._-][a-z0-9]+)*(?:\/[a-z0-9]+(?:[._-][a-z0-9]+)*)*$/.test(name);

const viewRepository = (repository: Repository, context: Context): object => ({
  repositoryArn: repository.arn,
  registryId: context.world.account,
  repositoryName: repository.name,
  repositoryUri: `${registryAddress(context).host}/${repository.name}`,
  createdAt: seconds(repository.createdAt),
  ...viewTagRules(repository),
  imageScanningConfiguration: { scanOnPush: false },
  encryptionConfiguration: { encryptionType: 'AES256' },
});
