import type { Cache } from './image.ts';
import { CACHE_TAG } from './tags.ts';

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

/** A tag has 128 characters at most. */
const LONGEST_SCOPE = 100;

/** Like those above, unless the line itself says what an error means; an image alone is short for a registry's. */
function withoutFailure(line: string): string {
  if (/\bignore-error=/.test(line)) return line;
  return `${/^[^,=]+$/.test(line) ? `type=registry,ref=${line}` : line},ignore-error=true`;
}
