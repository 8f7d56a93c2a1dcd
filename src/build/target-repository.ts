import type { Repository } from '@aws-sdk/client-ecr';
import { imageReference } from '../images/reference.ts';
import type { Problem } from '../inputs/problem.ts';
import type { ImageSpec } from './image.ts';
import { type Mutability, mutabilityOf } from './registry/mutability.ts';
import type { RepositoryFound } from './registry/describe.ts';
import { hostOf, type RepositoryPlace } from './registry/place.ts';

/** The repository that an image goes to. */
export interface TargetRepository extends RepositoryPlace {
  /** `HOST/NAME`. */
  readonly uri: string;
  /** False where the first push makes it. */
  readonly exists: boolean;
  readonly mutability: (tag: string) => Mutability;
}

/** What is known of a repository that may be pushed to; `ownHost` is the registry of the principal's account. */
export function targetRepository(
  { repository: asked }: Pick<ImageSpec, 'repository'>,
  place: RepositoryPlace,
  { found, ownHost }: { readonly found: RepositoryFound; readonly ownHost: string },
): TargetRepository {
  const known: Repository | undefined = found.state === 'known' ? found.repository : undefined;
  const uri = known?.repositoryUri ?? (hostOf(asked) === '' ? `${ownHost}/${place.name}` : asked);
  return {
    ...place,
    account: known?.registryId ?? place.account,
    uri,
    exists: found.state !== 'missing',
    mutability: (tag) => (known === undefined ? 'unknown' : mutabilityOf(known, tag)),
  };
}

/** Whether nothing can be pushed there: no registry of ECR is meant, or the repository is missing. */
export function repositoryProblem(
  spec: Pick<ImageSpec, 'name' | 'repository'>,
  place: RepositoryPlace,
  { found, ownHost }: { readonly found: RepositoryFound; readonly ownHost: string },
): readonly Problem[] {
  const host = foreignHost(spec, { found, ownHost });
  if (host !== undefined) return [foreignRegistry(spec, host)];
  if (found.state !== 'missing' || found.isMadeOnPush) return [];
  return [
    {
      message: `Image ${spec.name}: there is no repository ${place.name} in ${place.account ?? 'this account'}, region ${place.region}.`,
      remedy:
        'Create it where the resources are described, or give the registry a creation template for its name; then run the job again.',
      input: 'repository',
    },
  ];
}

/** A host that neither looks like ECR nor is what ECR itself calls its registry: the token is not for it. */
function foreignHost(
  { repository }: Pick<ImageSpec, 'repository'>,
  { found, ownHost }: { readonly found: RepositoryFound; readonly ownHost: string },
): string | undefined {
  const host = hostOf(repository);
  const known = found.state === 'known' ? hostOf(found.repository.repositoryUri) : '';
  const isOfEcr = imageReference(repository).ecr !== undefined || ['', ownHost, known].includes(host);
  return isOfEcr ? undefined : host;
}

const foreignRegistry = ({ name }: Pick<ImageSpec, 'name'>, host: string): Problem => ({
  message: `Image ${name}: ${host} is no registry of Amazon ECR.`,
  remedy:
    'Write the name of the repository, such as reservation/web, or its URI, such as 123456789012.dkr.ecr.us-east-1.amazonaws.com/reservation/web.',
  input: 'repository',
});
