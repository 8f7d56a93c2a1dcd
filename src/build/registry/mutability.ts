import type { Repository } from '@aws-sdk/client-ecr';

/** Whether a tag of a repository may be moved to another image. */
export type Mutability = 'movable' | 'fixed' | 'unknown';

/**
 * Evaluates imageTagMutability with its exclusion filters, as PutImageTagMutability describes them: a filter is a
 * pattern in which `*` stands for any characters.
 */
export function mutabilityOf(
  { imageTagMutability, imageTagMutabilityExclusionFilters = [] }: Repository,
  tag: string,
): Mutability {
  const isExcluded = imageTagMutabilityExclusionFilters.some(({ filter }) => matches(filter ?? '', tag));
  switch (imageTagMutability) {
    case 'MUTABLE':
      return 'movable';
    case 'IMMUTABLE':
      return 'fixed';
    case 'IMMUTABLE_WITH_EXCLUSION':
      return isExcluded ? 'movable' : 'fixed';
    case 'MUTABLE_WITH_EXCLUSION':
      return isExcluded ? 'fixed' : 'movable';
    case undefined:
      return 'unknown';
  }
}

function matches(filter: string, tag: string): boolean {
  const pattern = filter
    .split('*')
    .map((part) => part.replace(/[.\\]/g, '\\$&'))
    .join('.*');
  return new RegExp(`^${pattern}$`).test(tag);
}
