import { ecsErrors } from './errors.ts';

/** One page of a list, of 100 unless asked: tokens are positions in it. Throws for a token that this list did not give. */
export function page<T>(
  items: readonly T[],
  {
    maxResults = 100,
    nextToken,
  }: { readonly maxResults?: number | undefined; readonly nextToken?: string | undefined },
): { readonly items: readonly T[]; readonly rest: { readonly nextToken?: string } } {
  const start = nextToken === undefined ? 0 : Number(nextToken);
  if (!Number.isInteger(start) || start < 0 || start > items.length)
    throw ecsErrors.invalid('Invalid token.');
  const end = start + maxResults;
  return { items: items.slice(start, end), rest: end < items.length ? { nextToken: String(end) } : {} };
}
