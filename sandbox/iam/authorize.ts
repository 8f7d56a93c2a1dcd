import { AwsError } from '../aws-error.ts';

/** Throws AccessDeniedException, in AWS's words, when one of the denied actions covers this one. */
export function authorize(
  deny: readonly string[],
  request: { readonly caller: string; readonly action: string; readonly resource: string },
): void {
  if (!deny.some((pattern) => covers(pattern, request.action))) return;
  throw new AwsError(
    'AccessDeniedException',
    `User: ${request.caller} is not authorized to perform: ${request.action} on resource: ${request.resource} ` +
      `because no identity-based policy allows the ${request.action} action`,
  );
}

const covers = (pattern: string, action: string): boolean =>
  pattern.endsWith('*') ? action.startsWith(pattern.slice(0, -1)) : pattern === action;
