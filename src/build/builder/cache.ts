import type { BuildFailure } from '../failure/failure.ts';
import type { Cache } from '../image.ts';
import { CACHE_TAG } from '../tag/template.ts';
import type { BuildTarget, Solve } from './target.ts';

/** What BuildKit is told of a cache. */
export interface CacheTexts {
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/**
 * ECR takes a cache as an image manifest of OCI media types alone; whatever becomes of it, the build goes on.
 * `scope` keeps apart what several images keep in GitHub's cache.
 */
export function cacheTexts(
  cache: Cache,
  { uri, scope: given }: { readonly uri: string; readonly scope: string },
): CacheTexts {
  const scope = given.replace(/[^\w.-]+/g, '-').slice(0, LONGEST_SCOPE);
  switch (cache.kind) {
    case 'none':
      return { from: [], to: [] };
    case 'ecr':
      return {
        from: [`type=registry,ref=${uri}:${CACHE_TAG}-${scope}`],
        to: [
          `type=registry,ref=${uri}:${CACHE_TAG}-${scope},mode=max,image-manifest=true,oci-mediatypes=true,ignore-error=true`,
        ],
      };
    case 'gha':
      return {
        from: [`type=gha,scope=${scope}`],
        to: [`type=gha,scope=${scope},mode=max,ignore-error=true`],
      };
    case 'raw':
      return { from: cache.from, to: cache.to.map(withoutFailure) };
  }
}

/** Why GitHub's cache, where it is asked for, cannot be reached: the builder goes on without a word. */
export function cacheNotice(cache: Cache, environment: Environment): string | undefined {
  const isAsked = cache.kind === 'gha' || (cache.kind === 'raw' && [...cache.from, ...cache.to].some(isOfRunner));
  // As Buildx looks for them; the runner gives them to actions alone, not to commands of `run`.
  const missing = [
    ...(environment['ACTIONS_RUNTIME_TOKEN'] ? [] : ['ACTIONS_RUNTIME_TOKEN']),
    ...(environment['ACTIONS_RESULTS_URL'] || environment['ACTIONS_CACHE_URL']
      ? []
      : ['ACTIONS_RESULTS_URL and ACTIONS_CACHE_URL']),
  ];
  if (!isAsked || missing.length === 0) return undefined;
  return `The cache of GitHub cannot be reached, so no layers are taken from it or kept: ${missing.join(', ')} of the runner are not set.`;
}

type Environment = Readonly<Record<string, string | undefined>>;

const isOfRunner = (line: string): boolean => /(?:^|,)type=gha(?:,|$)/.test(line) && !/(?:^|,)token=/.test(line);

/**
 * The same run without a cache where that may be why the builder did not begin; undefined where it has none, or where a
 * line of it says that an error counts. A folder that cannot be made is told without the word cache, and a cache that
 * answers late with words about the run.
 */
export function withoutCache<T extends Pick<Solve, 'targets'>>(
  solve: T,
  { kind, message }: BuildFailure,
): T | undefined {
  const [first, ...others] = solve.targets;
  const lines = solve.targets.flatMap(({ cacheFrom, cacheTo }) => [...cacheFrom, ...cacheTo]);
  const isFolder = lines.some((line) => /(?:^|,)type=local(?:,|$)/.test(line)) && NO_FOLDER.test(message);
  const isLate = solve.targets.some(({ cacheTo }) => cacheTo.length > 0) && /\bno such job\b/.test(message);
  const isMeant = kind === 'cache' || (kind === 'arguments' && isFolder) || isLate;
  if (!isMeant || lines.length === 0 || lines.some(hasToWork)) return undefined;
  const bare = (target: BuildTarget): BuildTarget => ({ ...target, cacheFrom: [], cacheTo: [] });
  return { ...solve, targets: [bare(first), ...others.map(bare)] };
}

const NO_FOLDER =
  /no such file or directory|permission denied|operation not permitted|not a directory|file exists|read-only file system/;

const hasToWork = (line: string): boolean => /(?:^|,)ignore-error=(?:false|f|0)(?:,|$)/i.test(line);

/** Whether a line of it says that an error counts. */
export const cacheHasToWork = (cache: Cache): boolean =>
  cache.kind === 'raw' && [...cache.from, ...cache.to].some(hasToWork);

/** A tag has 128 characters at most. */
const LONGEST_SCOPE = 100;

/** Like those above, unless the line itself says what an error means; an image alone is short for a registry's. */
function withoutFailure(line: string): string {
  if (/\bignore-error=/.test(line)) return line;
  return `${/^[^,=]+$/.test(line) ? `type=registry,ref=${line}` : line},ignore-error=true`;
}
