import { imageReference } from '../../images/reference.ts';

/** Where a repository is, as far as its name tells. */
export interface RepositoryPlace {
  /** Undefined for the account of the credentials. */
  readonly account: string | undefined;
  readonly region: string;
  readonly name: string;
}

/** Reads a repository's name or URI; a name alone means the account of the credentials in this region. */
export function repositoryPlace(repository: string, region: string): RepositoryPlace {
  const { ecr } = imageReference(repository);
  if (ecr !== undefined) return { account: ecr.account, region: ecr.region, name: ecr.repository };
  const host = hostOf(repository);
  return { account: undefined, region, name: host === '' ? repository : repository.slice(host.length + 1) };
}

/** The registry of a URI, with its port; empty for a name alone. */
export function hostOf(uri: string): string {
  const first = uri.slice(0, Math.max(uri.indexOf('/'), 0));
  return /[.:]/.test(first) || first === 'localhost' ? first : '';
}
