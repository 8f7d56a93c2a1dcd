import { type AwsError, CommonError } from '../aws-error.ts';
import { type Asked, decide, type Policy } from './policy.ts';

/** What the caller may do: all but what is denied, or, with a policy, only what that allows. */
export interface Permissions {
  /** Actions, or patterns that end with `*`. */
  readonly deny: readonly string[];
  readonly policy?: Policy;
}

/** Throws AccessDeniedException, in AWS's words, unless the caller may do this. */
export function authorize({ deny, policy }: Permissions, caller: string, asked: Asked): void {
  if (deny.some((pattern) => covers(pattern, asked.action)))
    throw refusal(caller, asked, NOT_ALLOWED(asked.action));
  switch (policy === undefined ? 'allowed' : decide(policy, asked)) {
    case 'allowed':
      return;
    case 'not allowed':
      throw refusal(caller, asked, NOT_ALLOWED(asked.action));
    case 'denied':
      throw refusal(caller, asked, 'with an explicit deny in an identity-based policy');
  }
}

const NOT_ALLOWED = (action: string): string =>
  `because no identity-based policy allows the ${action} action`;

const refusal = (caller: string, { action, resource }: Asked, why: string): AwsError =>
  new CommonError(
    'AccessDeniedException',
    `User: ${caller} is not authorized to perform: ${action} on resource: ${resource} ${why}`,
  );

const covers = (pattern: string, action: string): boolean =>
  pattern.endsWith('*') ? action.startsWith(pattern.slice(0, -1)) : pattern === action;
