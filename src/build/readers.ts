import { denialLine } from '../report/failure.ts';
import { describeToken, type RegistryToken } from './login/describe.ts';
import type { BuildPorts } from './ports.ts';
import { describeRepository, type RepositoryFound } from './registry/describe.ts';
import type { RepositoryPlace } from './registry/place.ts';

/** What is asked once, though several images want to know it. */
export interface Readers {
  readonly tokens: (region: string) => Promise<RegistryToken>;
  readonly repositories: (place: RepositoryPlace) => Promise<RepositoryFound>;
}

export const readersOf = (ports: BuildPorts): Readers => ({
  tokens: tokensBy(ports),
  repositories: repositoriesBy(ports),
});

/** One call for each repository. */
function repositoriesBy({ aws, signal }: BuildPorts): Readers['repositories'] {
  const asked = new Map<string, Promise<RepositoryFound>>();
  return (place) => {
    const key = JSON.stringify(place);
    const found =
      asked.get(key) ?? aws.ecr(place.region).then((ecr) => describeRepository(ecr, place, signal));
    asked.set(key, found);
    return found;
  };
}

/** One token for each region. */
function tokensBy({ aws, signal }: BuildPorts): Readers['tokens'] {
  const tokens = new Map<string, Promise<RegistryToken>>();
  return (region) => {
    const token = tokens.get(region) ?? aws.ecr(region).then((ecr) => describeToken(ecr, signal));
    tokens.set(region, token);
    return token;
  };
}

/** Says once that repositories could not be read. */
export function warnOfUnknown(found: readonly RepositoryFound[], { log }: BuildPorts): void {
  const [denied] = found.flatMap((repository) => (repository.state === 'unknown' ? [repository.denied] : []));
  if (denied === undefined) return;
  log.warn(
    `Whether the repository is there, and which of its tags may be moved, cannot be read before the build. ${denialLine(denied)}`,
  );
}

