import type { Repository } from '@aws-sdk/client-ecr';
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
  { repository: asked }: ImageSpec,
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

/** Whether nothing can be pushed there. */
export function repositoryProblem(
  { name }: ImageSpec,
  place: RepositoryPlace,
  found: RepositoryFound,
): readonly Problem[] {
  if (found.state !== 'missing' || found.isMadeOnPush) return [];
  return [
    {
      message: `Image ${name}: there is no repository ${place.name} in ${place.account ?? 'this account'}, region ${place.region}.`,
      remedy:
        'Create it where the resources are described, or give the registry a creation template for its name; then run the job again.',
      input: 'repository',
    },
  ];
}
