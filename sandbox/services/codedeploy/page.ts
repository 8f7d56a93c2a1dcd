import { codeDeployErrors } from './errors.ts';

const size = 100;

/** One page of a list: tokens are positions in it. Throws for a token that this list did not give. */
export function page<T>(
  items: readonly T[],
  nextToken: string | undefined,
): { readonly items: readonly T[]; readonly rest: { readonly nextToken?: string } } {
  const start = Number(nextToken ?? 0);
  if (!Number.isInteger(start) || start < 0 || start > items.length) throw codeDeployErrors.invalidToken();
  const end = start + size;
  return { items: items.slice(start, end), rest: end < items.length ? { nextToken: String(end) } : {} };
}
