import type { AwsFailure } from '../aws/errors.ts';
import type { Problem } from '../inputs/problem.ts';
import { withFullStop } from './full-stop.ts';

/** What an AWS call that failed means to the user. */
export function failureProblem({ kind, code, message }: AwsFailure, region: string): Problem {
  switch (kind) {
    case 'denied':
      return {
        message: withFullStop(message),
        remedy: deniedRemedy(message),
      };
    case 'credentials':
      return {
        message: `There are no valid AWS credentials (${code}: ${withFullStop(message)})`,
        remedy:
          'Let the job assume a role before this step, or give role-to-assume: then the action assumes it and renews it.',
      };
    case 'throttled':
      return {
        message: `AWS kept asking to slow down: ${withFullStop(message)}`,
        remedy: 'Run the job again later, or raise max-retries.',
      };
    case 'unknown-effect':
      return {
        message: `AWS did not answer in ${region} (${code}: ${withFullStop(message)})`,
        remedy: 'Check the region, the endpoint and the network of the runner, then run the job again.',
      };
    case 'refused':
      return {
        message: `AWS refused: ${code}: ${withFullStop(message)}`,
        remedy: 'Correct what it names, then run the job again.',
      };
    case 'aborted':
      return { message: 'The call was cut off.', remedy: 'Run the job again.' };
  }
}

// AWS's sentence: "… is not authorized to perform: ACTION on resource: RESOURCE because …". Seen without a resource, too.
const DENIED = /is not authorized to perform: (\S+)(?: on resource: (\S+))?/;
const OTHER_POLICY = /explicit deny|permissions boundary|service control policy|session policy/;

/** The remedy for a text of AWS that says what is denied; undefined for any other text. */
export function denialRemedy(message: string): string | undefined {
  const [, action, resource] = DENIED.exec(message) ?? [];
  if (action === undefined) return undefined;
  if (OTHER_POLICY.test(message)) {
    const what = resource === undefined ? action : `${action} on ${resource}`;
    return `A policy of its own kind stands in the way, as AWS says: ${what} must be let through there.`;
  }
  if (resource === undefined) return undefined;
  const line = JSON.stringify({ Effect: 'Allow', Action: action, Resource: resource });
  return `Add this statement to the policy of the role that the job assumes: ${line}`;
}

/** A denial in AWS's words, and the line of a policy that would allow it: for what is only warned of. */
export const denialLine = (message: string): string => `${withFullStop(message)} ${deniedRemedy(message)}`;

const deniedRemedy = (message: string): string =>
  denialRemedy(message) ?? 'Allow this action in the policy of the role that the job assumes.';
