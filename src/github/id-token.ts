import { setTimeout as wait } from 'node:timers/promises';
import type * as Core from '@actions/core';
import { UserError } from '../inputs/problem.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const VARIABLES = ['ACTIONS_ID_TOKEN_REQUEST_URL', 'ACTIONS_ID_TOKEN_REQUEST_TOKEN'];

/** Throws a UserError where the runner gave the job no right to ask for OIDC tokens. */
export function checkIdTokenRight(environment: Environment): void {
  const missing = VARIABLES.find((name) => (environment[name] ?? '') === '');
  if (missing === undefined) return;
  throw new UserError({
    message: `The job has no right to ask GitHub for an OIDC token: ${missing} is not set.`,
    remedy:
      'Give the job "permissions:" with "id-token: write" (and "contents: read" for the checkout). A pull request from a fork never has it.',
    input: 'role-to-assume',
  });
}

const TIMEOUT_MS = 30_000;

/**
 * A new OIDC token of the job. The library hides it from the log. Throws an error that is named as the SDK's own
 * are: TokenProviderError where GitHub refuses, TimeoutError where it could not be asked.
 */
export async function requestIdToken(core: typeof Core, audience: string): Promise<string> {
  const late = wait(TIMEOUT_MS, undefined, { ref: false }).then((): never => {
    throw new Error(`no answer within ${TIMEOUT_MS / 1_000} seconds`);
  });
  try {
    return await Promise.race([core.getIDToken(audience), late]);
  } catch (error) {
    const text = (error instanceof Error ? error.message : String(error)).replace(/^Error message: /, '');
    // The library writes code and text on lines of their own.
    const [, status = '', message = text] = /Error Code : (\S+)\s+Error Message: (.*)/.exec(text) ?? [];
    const isRefused = /^4\d\d$/.test(status);
    const shown = /^\d+$/.test(status) ? `status ${status}, ${message}` : message.replaceAll(/\s+/g, ' ');
    throw Object.assign(new Error(shown), { name: isRefused ? 'TokenProviderError' : 'TimeoutError' });
  }
}
