import { autoscalingErrors } from './errors.ts';

/** One page of a list: tokens are positions in it. Throws InvalidNextTokenException for another token. */
export function page<T>(
  items: readonly T[],
  {
    MaxResults = 50,
    NextToken = '0',
  }: { readonly MaxResults?: number | undefined; readonly NextToken?: string | undefined },
): { readonly items: readonly T[]; readonly rest: { readonly NextToken?: string } } {
  const start = Number(NextToken);
  if (!Number.isInteger(start) || start < 0 || start > items.length) throw autoscalingErrors.invalidToken();
  const end = start + MaxResults;
  return { items: items.slice(start, end), rest: end < items.length ? { NextToken: String(end) } : {} };
}
