import { logsErrors } from './errors.ts';

/** One page of a list: tokens are positions in it. Throws InvalidParameterException for another token. */
export function page<T>(
  items: readonly T[],
  { limit, nextToken = '0' }: { readonly limit: number; readonly nextToken?: string | undefined },
): { readonly items: readonly T[]; readonly rest: { readonly nextToken?: string } } {
  const start = Number(nextToken);
  if (!Number.isInteger(start) || start < 0 || start > items.length) throw logsErrors.invalidToken();
  const end = start + limit;
  return { items: items.slice(start, end), rest: end < items.length ? { nextToken: String(end) } : {} };
}
